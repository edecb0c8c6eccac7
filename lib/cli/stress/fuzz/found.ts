import type { DataError } from "@jkp/problem";
import { basename } from "node:path";
import type { Found } from "./mutant.ts";

/** The problems of an error, with the places that they name. */
export function foundOf({ problems }: DataError): Found[] {
  return problems.map(({ file, place = "", expected, received }) => {
    const [, row, column] = /^row (\d+)(?:, column (.*))?$/.exec(place) ?? [];
    const [, ofColumn = column] = /^column (.*)$/.exec(place) ?? [];
    return {
      isError: true,
      file: basename(file),
      ...(row === undefined ? {} : { row: Number(row) }),
      ...(ofColumn === undefined ? {} : { column: ofColumn }),
      words: `${place}: expected ${expected}, got ${received}`,
    };
  });
}
