import type { Problem } from "@jkp/problem";
import type { Finding } from "./finding.ts";

/** Findings as problems of an error. */
export function wordedFindings(errors: readonly Finding[]): Problem[] {
  return errors.map(({ file, row, column, expected, value }): Problem => {
    const place = [
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(column === undefined ? [] : [`column ${column}`]),
    ];
    return {
      file,
      ...(place.length === 0 ? {} : { place: place.join(", ") }),
      expected,
      ...(value === undefined ? {} : { received: value || "nothing" }),
    };
  });
}
