import { AGE_GROUPS, SEXES, TERMINATION_REASONS } from "@jkp/extract";
import { cell, parseTable } from "@jkp/files";
import { monthCell } from "@jkp/month";
import type { TerminationGroup } from "./termination.ts";

/**
 * A rate expected in a group; a rate without a reason is of layoffs and resignations
 * together.
 */
export interface ExpectedRate extends TerminationGroup {
  /** Claims per member and month. */
  readonly ratePerMonth: number;
}

const COLUMNS = {
  month: ["month", monthCell, "optional"],
  sex: ["sex", cell.oneOf(SEXES), "optional"],
  ageGroup: ["age_group", cell.oneOf(AGE_GROUPS), "optional"],
  reason: ["reason", cell.oneOf(TERMINATION_REASONS), "optional"],
  ratePerMonth: [
    "rate_per_month",
    cell.between(0, 1, "a fraction from 0 to 1, claims per member and month"),
  ],
} as const;

/**
 * Reads a table of expected rates: a column `rate_per_month`, and any of `month`, `sex`,
 * `age_group` and `reason`.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @returns One rate a row, in the order of the file.
 * @throws {DataError} With every problem: unknown columns, cells that cannot be read, and
 * rows for the same cell, by row and column.
 *
 * @example Two rates by sex
 * ```ts
 * import { parseExpectedRates } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "sex,rate_per_month\nM,0.010\nF,0.012\n";
 * assertEquals(parseExpectedRates("rates.csv", text), [
 *   { sex: "M", ratePerMonth: 0.010 },
 *   { sex: "F", ratePerMonth: 0.012 },
 * ]);
 * ```
 */
export function parseExpectedRates(file: string, text: string): ExpectedRate[] {
  return parseTable(file, text, COLUMNS, {
    hasOnlyThese: true,
    hasRows: true,
    key: ["month", "sex", "ageGroup", "reason"],
  }).map(({ row }) => row);
}
