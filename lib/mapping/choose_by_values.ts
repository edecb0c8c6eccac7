import { meanSimple } from "simple-statistics";
import {
  type MappingFormat,
  MONTH_COLUMNS,
  type MonthColumnName,
  type StandardColumn,
} from "./column_mapping.ts";
import type { ColumnChoice } from "./choose_by_name.ts";
import { headerWords } from "./column_names.ts";
import { endReasonOf } from "./codes.ts";
import { parseNumberAs } from "./number_format.ts";
import {
  knownReasonShare,
  knownSexShare,
  monthFitOf,
  plausibleMonth,
  type SampleColumn,
  shareOf,
} from "./sample_column.ts";

/** Share of the values that must be as wanted where the name says nothing. */
const LEAST_SHARE = 0.95;

/** Reasons are free text at times: so many of them must be known. */
const LEAST_REASON_SHARE = 0.5;

/** Monthly wages in rupiah, as they may be without a name that says so. */
const WAGE_RANGE_IDR = [500_000, 100_000_000] as const;

/** Rows in which the months of two columns must stand in order. */
const LEAST_ORDERED_SHARE = 0.9;

/** Nobody joins younger than this. */
const LEAST_AGE_MONTHS = 14 * 12;

/** Names of columns that count rows, and name nobody. */
const ROW_NUMBER_NAMES = ["no", "no urut", "row", "baris", "index"];

/**
 * Chooses columns by their values where names say nothing, and only where a single column
 * fits: two codes for the sexes, known reasons of claims, wages, identifiers, and months
 * in the order birth, start, last, claim.
 */
export function chooseByValues(
  samples: readonly SampleColumn[],
  missing: readonly StandardColumn[],
  named: readonly ColumnChoice[],
  format: MappingFormat,
): ColumnChoice[] {
  const isMonths = (sample: SampleColumn) =>
    (monthFitOf(sample)?.share ?? 0) >= LEAST_SHARE;
  const dated = samples.filter(isMonths);
  const others = samples.filter((sample) => !isMonths(sample));
  const single = (
    column: StandardColumn,
    fits: (sample: SampleColumn) => boolean,
  ): ColumnChoice[] => {
    const fitting = missing.includes(column) ? others.filter(fits) : [];
    const [source] = fitting;
    return source === undefined || fitting.length > 1 ? [] : [{ column, source, fit: 1 }];
  };
  return [
    ...single("member_id", isIdentifier),
    ...single("sex", (sample) => {
      return sample.values.length === 2 && knownSexShare(sample, false) === 1;
    }),
    ...chooseMonths(dated, missing, named),
    ...single("end_reason", isReason),
    ...single("monthly_wage_idr", (sample) => isWage(sample, format)),
  ];
}

/** Different in nearly every row, of one length, with a digit: the number of a person. */
function isIdentifier(sample: SampleColumn): boolean {
  const lengths = new Set(sample.values.map(({ value }) => value.length));
  return sample.filled > 1 &&
    lengths.size === 1 &&
    sample.values.length >= LEAST_SHARE * sample.filled &&
    shareOf(sample, (value) => /[0-9]/.test(value)) === 1 &&
    !ROW_NUMBER_NAMES.includes(headerWords(sample.name));
}

function isReason(sample: SampleColumn): boolean {
  const reasons = sample.values.map(({ value }) => endReasonOf(value));
  const isTelling = reasons.some((reason) =>
    reason !== undefined && reason !== "none" && reason !== "other"
  );
  return isTelling && knownReasonShare(sample) >= LEAST_REASON_SHARE;
}

function isWage(sample: SampleColumn, format: MappingFormat): boolean {
  const [lowest, highest] = WAGE_RANGE_IDR;
  const share = shareOf(sample, (value) => {
    const amount = parseNumberAs(format, value);
    return amount !== undefined && amount >= lowest && amount <= highest;
  });
  return share >= LEAST_SHARE && !isIdentifier(sample);
}

/** The missing columns of months among columns of months, if their order tells. */
function chooseMonths(
  dated: readonly SampleColumn[],
  missing: readonly StandardColumn[],
  named: readonly ColumnChoice[],
): ColumnChoice[] {
  const sorted = [...dated].sort((a, b) => meanMonth(a) - meanMonth(b));
  const choices = monthRoles(sorted, missing).map(({ column, source }): ColumnChoice => {
    return { column, source, fit: monthFitOf(source)?.share };
  });
  const all = [...named, ...choices].filter(({ source }) => source.filled > 0);
  return MONTH_COLUMNS.every((column, i) => isInOrder(all, MONTH_COLUMNS[i - 1], column))
    ? choices
    : [];
}

/**
 * Columns of months in the order of the contract: a column with gaps can only be the
 * month of the claim. None if there are more columns than roles.
 */
function monthRoles(
  sorted: readonly SampleColumn[],
  missing: readonly StandardColumn[],
): { readonly column: MonthColumnName; readonly source: SampleColumn }[] {
  const wanted = MONTH_COLUMNS.filter((column) => missing.includes(column));
  const isFull = ({ filled, cells }: SampleColumn) =>
    filled >= LEAST_SHARE * cells.length;
  const sparse = sorted.filter((source) => !isFull(source));
  const roles = sparse.length === 0
    ? wanted
    : wanted.filter((column) => column !== "claim_month");
  const full = sorted.filter(isFull);
  const isClaimFree = sparse.length === 0 || wanted.includes("claim_month");
  if (full.length > roles.length || sparse.length > 1 || !isClaimFree) return [];
  return [
    ...full.map((source, i) => ({ column: roles[i]!, source })),
    ...sparse.map((source) => ({ column: "claim_month" as const, source })),
  ];
}

function isInOrder(
  choices: readonly ColumnChoice[],
  before: MonthColumnName | undefined,
  after: MonthColumnName,
): boolean {
  const sourceOf = (column: MonthColumnName | undefined) =>
    choices.find((choice) => choice.column === column)?.source;
  const [first, second] = [sourceOf(before), sourceOf(after)];
  if (first === undefined || second === undefined) return true;
  const least = before === "birth_month" ? LEAST_AGE_MONTHS : 0;
  return orderedShare(first, second, least) >= LEAST_ORDERED_SHARE;
}

/**
 * Share of the readable rows in which one column's month lies at least so many months
 * before another's; 1 if no row can be read.
 */
export function orderedShare(
  first: SampleColumn,
  second: SampleColumn,
  leastMonths: number,
): number {
  const [earlier, later] = [monthsOf(first), monthsOf(second)];
  const distances = earlier.flatMap((month, row) => {
    const other = later[row];
    return month === undefined || other === undefined ? [] : [other - month];
  });
  if (distances.length === 0) return 1;
  return distances.filter((months) => months >= leastMonths).length / distances.length;
}

function meanMonth(sample: SampleColumn): number {
  return meanSimple(monthsOf(sample).filter((month) => month !== undefined));
}

function monthsOf(sample: SampleColumn): (number | undefined)[] {
  const form = monthFitOf(sample)?.form;
  return sample.cells.map((cell) =>
    form === undefined || cell === undefined ? undefined : plausibleMonth(form, cell)
  );
}
