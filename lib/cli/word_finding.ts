import type { Words } from "@jkp/language";
import type { Finding } from "@jkp/spells";
import { basename } from "node:path";

/** Findings of a rule that the terminal shows. */
export const SHOWN_OF_A_RULE = 3;

/** A finding in lines for the terminal. */
export function wordFinding(
  finding: Finding,
  { verdict, value: values }: Words["check"],
): string {
  const { rule, severity, file, row, column, value, expected, meaning } = finding;
  const place = [
    basename(file),
    ...(row === undefined ? [] : [verdict.row(row)]),
    ...(column === undefined ? [] : [column]),
  ].join(", ");
  const received = value === undefined ? "" : verdict.got(value || values.nothing);
  const found = verdict.finding(rule, verdict.severities[severity], place, expected);
  const line = `  ${found}${received}`;
  return meaning === undefined ? line : `${line}.\n    ${meaning}`;
}
