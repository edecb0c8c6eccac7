import { END_REASONS, type EndReason, type Sex, SEXES } from "@jkp/extract";
import { cell, parseTable, type RowOf } from "@jkp/files";
import { readText } from "@jkp/files/read";
import type { Words } from "@jkp/language";
import { formatMonth, type Month, monthCell } from "@jkp/month";
import type { PersonCounts } from "./person_counts.ts";
import type { Tally } from "./tally.ts";

/** File of a folder, beside the manifest, in which a provider states totals. */
export const CONTROL_TOTALS_FILE = "control_totals.csv";

/** What a control total can be about. */
export const CONTROL_MEASURES = [
  "rows",
  "members",
  "active",
  "claims",
  "wage_total_idr",
] as const;

/** What a control total is about. */
export type ControlMeasure = typeof CONTROL_MEASURES[number];

/** A total that the provider states, to be found again in the rows. */
export interface ControlTotal {
  /** Line of the file. */
  readonly line: number;
  readonly measure: ControlMeasure;
  /** What it is of; `null` for all. */
  readonly month: Month | null;
  readonly sex: Sex | null;
  readonly reason: EndReason | null;
  readonly value: number;
  /** How far the rows may be from it. */
  readonly tolerance: number;
}

/** Columns by which a total may be split. */
const SPLIT_COLUMNS = ["month", "sex", "reason"] as const;

/** Splits that a measure allows. */
const SPLITS: Readonly<
  Record<ControlMeasure, readonly (typeof SPLIT_COLUMNS)[number][]>
> = {
  rows: [],
  members: [],
  active: ["month", "sex"],
  claims: ["month", "sex", "reason"],
  wage_total_idr: [],
};

const notNegative = cell.between(0, Infinity, ({ files }) => files.cell.notNegative);
const month = { ...monthCell, said: ({ files }: Words) => files.cell.month };

const COLUMNS = {
  measure: ["measure", cell.oneOf(CONTROL_MEASURES)],
  month: ["month", cell.orEmpty(month)],
  sex: ["sex", cell.orEmpty(cell.oneOf(SEXES))],
  reason: ["reason", cell.orEmpty(cell.oneOf(END_REASONS))],
  value: ["value", notNegative],
  tolerance: ["tolerance", cell.orEmpty(notNegative)],
} as const;

/**
 * Reads a CSV file of control totals, with the columns `measure`, `month`, `sex`,
 * `reason`, `value` and `tolerance`; an empty cell means all, or no tolerance.
 *
 * Measures: `rows`; `members`; `active` (persons contributing in a month, all ages);
 * `claims` (all ages, by month of claim); `wage_total_idr` (sum of the wage column).
 * @throws {DataError} With every problem, by row and column.
 */
export async function readControlTotals(file: string): Promise<ControlTotal[]> {
  const rows = parseTable(file, await readText(file), COLUMNS, { check: splitProblems });
  return rows.map(({ line, row }) => ({ ...row, line, tolerance: row.tolerance ?? 0 }));
}

/** Splits that the measure does not have, and the month that it needs. */
function splitProblems(
  row: Partial<RowOf<typeof COLUMNS>>,
  { extract: { folder }, files }: Words,
) {
  const { measure } = row;
  if (measure === undefined) return [];
  const unknown = SPLIT_COLUMNS
    .filter((split) => (row[split] ?? null) !== null && !SPLITS[measure].includes(split))
    .map((column) => ({ column, expected: folder.nothingWith(measure) }));
  return measure === "active" && row.month === null
    ? [...unknown, { column: "month" as const, expected: files.cell.month }]
    : unknown;
}

/** Compares control totals with what the rows give. */
export function checkControlTotals(
  file: string,
  totals: readonly ControlTotal[],
  counts: PersonCounts,
  tally: Tally,
): void {
  const { expected, value } = tally.words.check;
  for (const total of totals) {
    const counted = countedFor(total, counts);
    const isKnown = counted !== undefined;
    tally.checked("control_totals", isKnown ? 1 : 0, isKnown ? 0 : 1);
    if (!isKnown || Math.abs(counted - total.value) <= total.tolerance) continue;
    const split = [
      total.month === null ? "" : formatMonth(total.month),
      total.sex ?? "",
      total.reason ?? "",
    ].filter((part) => part !== "").join(" ");
    tally.find("control_totals", {
      file,
      row: total.line,
      column: `${total.measure} ${split}`.trim(),
      value: value.inTheRows(counted),
      expected: total.tolerance === 0
        ? expected.controlTotal(total.value)
        : expected.controlTotalWithin(total.value, total.tolerance),
    });
  }
}

/** What the rows give; `undefined` outside the window. */
function countedFor(total: ControlTotal, counts: PersonCounts): number | undefined {
  const { measure, month, sex, reason } = total;
  if (month !== null && (month < counts.firstMonth || month > counts.lastMonth)) {
    return undefined;
  }
  switch (measure) {
    case "rows":
      return counts.rows;
    case "members":
      return counts.members;
    case "wage_total_idr":
      return counts.wageTotalIdr;
    case "active":
      return counts.active(month!, sex ?? undefined);
    case "claims":
      return counts.claims(month ?? undefined, sex ?? undefined, reason ?? undefined);
  }
}
