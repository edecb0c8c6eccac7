import { cell, type CellReader, parseTable } from "@jkp/files";
import { type Month, monthOf, monthRange, parseMonth } from "@jkp/month";
import { sumSimple } from "simple-statistics";

/** What figures by month can be of; members are a mean of months, all else adds up. */
export const MONTHLY_QUANTITIES = [
  "members",
  "insured_wages_idr",
  "contributions_idr",
  "layoffs",
  "resignations",
  "claims",
  "recipients",
  "benefits_idr",
] as const;

/** A quantity of figures by month. */
export type MonthlyQuantity = typeof MONTHLY_QUANTITIES[number];

/** A figure of a month, a quarter or a year. */
export interface MonthlyFigure {
  readonly from: Month;
  readonly to: Month;
  readonly quantity: MonthlyQuantity;
  /** Persons, claims or rupiah; recipients are those paid for a month. */
  readonly value: number;
  /** Where it is from, in words. */
  readonly source: string;
  /**
   * Fraction of what the month will come to that is recorded.
   * @default {1}
   */
  readonly reported?: number;
  /**
   * Relative standard error of that fraction.
   * @default {0}
   */
  readonly reportedError?: number;
}

/** Months as `2025-03`, `2025-Q1` or `2025`. */
const monthsCell: CellReader<string> = {
  expected: "a month as YYYY-MM, a quarter as YYYY-Q1, or a year",
  read: (text) => spanOf(text) === undefined ? undefined : text,
};

function spanOf(text: string): { readonly from: Month; readonly to: Month } | undefined {
  const month = parseMonth(text);
  if (month !== undefined) return { from: month, to: month };
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = quarter === undefined ? 1 : 3 * Number(quarter) - 2;
  const from = monthOf(Number(year), first);
  return { from, to: from + (quarter === undefined ? 11 : 2) };
}

const AMOUNT = cell.between(0, Number.MAX_SAFE_INTEGER, "a number of 0 or more");

const COLUMNS = {
  months: ["month", monthsCell],
  quantity: ["quantity", cell.oneOf(MONTHLY_QUANTITIES)],
  value: ["value", AMOUNT],
  source: ["source", cell.text],
  reported: [
    "reported",
    cell.orEmpty(cell.between(1e-6, 1, "a fraction above 0, up to 1")),
    "optional",
  ],
} as const;

/**
 * Reads figures by month, of an administration or of accounts: columns `month` (`2025-03`, a
 * quarter `2025-Q1`, or a year), `quantity`, `value`, `source`, and if it is known `reported`,
 * the fraction of what the month will come to.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @returns The figures, in the order of the file.
 * @throws {DataError} With every problem, by row and column; a quantity of the same months
 * stands once.
 *
 * @example Claims of a month, and the benefits of its quarter
 * ```ts
 * import { parseMonthlyFigures } from "@jkp/experience";
 * import { formatMonth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = parseMonthlyFigures(
 *   "accounts.csv",
 *   "month,quantity,value,source\n2025-03,claims,11831,ledger\n" +
 *     "2025-Q1,benefits_idr,161005000000,income statement\n",
 * );
 * assertEquals(figures.map(({ from, to, value }) => [from, to].map(formatMonth).concat(`${value}`)), [
 *   ["2025-03", "2025-03", "11831"],
 *   ["2025-01", "2025-03", "161005000000"],
 * ]);
 * ```
 */
export function parseMonthlyFigures(file: string, text: string): MonthlyFigure[] {
  return parseTable(file, text, COLUMNS, {
    hasOnlyThese: true,
    hasRows: true,
    key: ["months", "quantity"],
  }).map(({ row: { months, reported, ...row } }) => ({
    ...spanOf(months)!,
    ...row,
    ...(reported == null ? {} : { reported }),
  }));
}

/** A figure of the accounts beside the data. */
export interface ReconciledFigure {
  readonly from: Month;
  readonly to: Month;
  readonly quantity: MonthlyQuantity;
  readonly accounts: number;
  /** Of the same months; `null` where the data have not all of them. */
  readonly data: number | null;
  /** Data less accounts. */
  readonly difference: number | null;
  /** The difference over what the accounts have; `null` if that is nothing. */
  readonly relative: number | null;
  readonly state: "agrees" | "differs" | "not in the data";
  /** Of the accounts. */
  readonly source: string;
}

/** Relative difference up to which accounts and data agree. */
export const AGREES_WITHIN = 0.005;

/**
 * Sets accounts beside data: the same quantity of the same months, those of a quarter or a
 * year added up; of members, their mean. Up to half a per cent of difference, both agree.
 *
 * @param accounts The accounts.
 * @param data Figures by month.
 * @returns A row for each figure of the accounts.
 *
 * @example A quarter's benefits
 * ```ts
 * import { parseMonthlyFigures, reconcileAccounts } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const read = (rows: string) =>
 *   parseMonthlyFigures("figures.csv", `month,quantity,value,source\n${rows}\n`);
 * const data = read(
 *   ["2025-01,benefits_idr,50,a", "2025-02,benefits_idr,52,a", "2025-03,benefits_idr,53,a"]
 *     .join("\n"),
 * );
 * const [quarter] = reconcileAccounts(read("2025-Q1,benefits_idr,161,books"), data);
 * assertEquals([quarter!.data, quarter!.difference, quarter!.state], [155, -6, "differs"]);
 * ```
 */
export function reconcileAccounts(
  accounts: readonly MonthlyFigure[],
  data: readonly MonthlyFigure[],
): ReconciledFigure[] {
  return accounts.map(({ from, to, quantity, value, source }) => {
    const found = valueOver(data, quantity, { from, to });
    const of = { from, to, quantity, accounts: value, source };
    if (found === undefined) {
      return {
        ...of,
        data: null,
        difference: null,
        relative: null,
        state: "not in the data",
      };
    }
    const difference = found - value;
    return {
      ...of,
      data: found,
      difference,
      relative: value === 0 ? null : difference / value,
      state: Math.abs(difference) <= AGREES_WITHIN * value ? "agrees" : "differs",
    };
  });
}

/** A quantity over some months; nothing if one of them is missing. */
function valueOver(
  figures: readonly MonthlyFigure[],
  quantity: MonthlyQuantity,
  { from, to }: { readonly from: Month; readonly to: Month },
): number | undefined {
  const own = figures.filter((figure) => figure.quantity === quantity);
  const exact = own.find((figure) => figure.from === from && figure.to === to);
  if (exact !== undefined) return exact.value;
  const months = monthRange(from, to).map((month) =>
    own.find((figure) => figure.from === month && figure.to === month)?.value
  );
  if (months.includes(undefined)) return undefined;
  const sum = sumSimple(months.map((value) => value!));
  return quantity === "members" ? sum / months.length : sum;
}
