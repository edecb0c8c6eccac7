import { AGE_GROUPS, SEXES, TERMINATION_REASONS } from "@jkp/extract";
import { parseCsv } from "@jkp/files";
import { type Month, parseMonth } from "@jkp/month";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import type { TerminationGroup } from "./termination.ts";

/** A rate expected in a group; without reason, of layoffs and resignations together. */
export interface ExpectedRate extends TerminationGroup {
  /** Claims per member and month. */
  readonly ratePerMonth: number;
}

/** A column that splits the table: what it is read as, or `undefined` if unknown. */
interface SplitColumn {
  readonly field: "month" | "sex" | "ageGroup" | "reason";
  readonly expected: string;
  readonly parse: (text: string) => Month | string | undefined;
}

const SPLIT_COLUMNS: Readonly<Record<string, SplitColumn>> = {
  month: { field: "month", expected: "a month such as 2019-12", parse: parseMonth },
  sex: { field: "sex", ...oneOf(SEXES) },
  age_group: { field: "ageGroup", ...oneOf(AGE_GROUPS) },
  reason: { field: "reason", ...oneOf(TERMINATION_REASONS) },
};

const RATE_COLUMN = "rate_per_month";

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
 * @example
 * ```ts
 * import { parseExpectedRates } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "sex,rate_per_month\nM,0.010\nF,0.012\n";
 * assertEquals(parseExpectedRates("rates.csv", text)[1], {
 *   sex: "F",
 *   ratePerMonth: 0.012,
 * });
 * ```
 */
export function parseExpectedRates(file: string, text: string): ExpectedRate[] {
  const rows = parseCsv(file, text, [RATE_COLUMN]);
  const first = rows[0];
  if (first === undefined) {
    throw new DataError([{ file, expected: "a rate at least", received: "no row" }]);
  }
  const splits = Object.keys(first.cells).filter((column) => column !== RATE_COLUMN);
  throwIfAny(
    splits.filter((column) => !Object.hasOwn(SPLIT_COLUMNS, column)).map((column) => ({
      file,
      place: "header",
      expected: `${Object.keys(SPLIT_COLUMNS).join(", ")} or ${RATE_COLUMN}`,
      received: column,
    })),
  );
  const problems: Problem[] = [];
  const lineByCell = new Map<string, number>();
  const rates = rows.map(({ line, cells }): ExpectedRate => {
    const read = (column: string, expected: string, value: unknown) => {
      if (value === undefined) {
        const place = `row ${line}, column ${column}`;
        problems.push({ file, place, expected, received: cells[column] || "nothing" });
      }
      return value;
    };
    const fields = splits.map((column) => {
      const { field, expected, parse } = SPLIT_COLUMNS[column]!;
      return [field, read(column, expected, parse(cells[column]!.trim()))];
    });
    const rate = parseRate(cells[RATE_COLUMN]!);
    read(RATE_COLUMN, "a fraction from 0 to 1, claims per member and month", rate);
    const cell = splits.map((column) => cells[column]).join(" ");
    const earlier = lineByCell.get(cell);
    if (earlier !== undefined) {
      problems.push({
        file,
        place: `row ${line}`,
        expected: `one rate for each cell (row ${earlier} has one)`,
        received: cell || "another rate for all",
      });
    }
    lineByCell.set(cell, line);
    return { ...Object.fromEntries(fields), ratePerMonth: rate ?? NaN };
  });
  throwIfAny(problems);
  return rates;
}

function oneOf(values: readonly string[]): Pick<SplitColumn, "expected" | "parse"> {
  return {
    expected: values.join(", "),
    parse: (text) => values.includes(text) ? text : undefined,
  };
}

function parseRate(text: string): number | undefined {
  const rate = text.trim() === "" ? NaN : Number(text);
  return rate >= 0 && rate <= 1 ? rate : undefined;
}
