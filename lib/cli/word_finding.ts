import type { Finding } from "@jkp/spells";
import { basename } from "node:path";

/** Findings of a rule that the terminal shows. */
export const SHOWN_OF_A_RULE = 3;

/** A finding in lines for the terminal. */
export function wordFinding(finding: Finding): string {
  const { rule, severity, file, row, column, value, expected, meaning } = finding;
  const place = [
    basename(file),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [column]),
  ].join(", ");
  const received = value === undefined ? "" : `, got ${value || "nothing"}`;
  const line = `  ${rule} (${severity}): ${place}: expected ${expected}${received}`;
  return meaning === undefined ? line : `${line}.\n    ${meaning}`;
}
