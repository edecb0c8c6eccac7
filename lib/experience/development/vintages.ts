import { cell, type CellReader, checkTable } from "@jkp/files";
import { formatMonth, type Month, monthCell, parseMonth } from "@jkp/month";
import { throwIfAny } from "@jkp/problem";
import type { DelayCurve, DelayPoint } from "./delay_curve.ts";
import type { LatestCount } from "./incomplete_edge.ts";
import { developmentProblems, type PlacedRow } from "./triangle.ts";

/** A month's count as it was published at one time. */
export interface Vintage {
  /** Month of the events. */
  readonly month: Month;
  readonly value: number;
  /** Day or month as YYYY-MM-DD or YYYY-MM. */
  readonly publishedOn: string;
  /** Why a later count is smaller than an earlier one. */
  readonly note?: string;
}

const publicationDate: CellReader<string> = {
  expected: "a day as YYYY-MM-DD or a month as YYYY-MM",
  read: (text) => monthPublished(text) === undefined ? undefined : text,
};

const COLUMNS = {
  month: ["month", monthCell],
  value: ["value", cell.number],
  publishedOn: ["published_on", publicationDate],
  note: ["note", cell.anything, "optional"],
} as const;

/**
 * Reads a table of vintages: columns `month`, `value`, `published_on` and perhaps `note`.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @returns One vintage a row, in the order of the file.
 * @throws {DataError} With every problem by row: cells that cannot be read, a negative
 * value, a month published before it began or twice in one month, and a later value that is
 * smaller than an earlier one without a note.
 *
 * @example
 * ```ts
 * import { parseVintages } from "@jkp/experience";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const text = "month,value,published_on\n2025-01,9497,2025-10-29\n2025-01,10025,2025-03\n";
 * const error = "row 2, column value: expected 10025 or more, as counted earlier, or a note";
 * assertThrows(() => parseVintages("layoffs.csv", text), DataError, error);
 * ```
 */
export function parseVintages(file: string, text: string): Vintage[] {
  const { rows, problems } = checkTable(file, text, COLUMNS, {
    hasOnlyThese: true,
    hasRows: true,
    check: ({ month, publishedOn }) =>
      month !== undefined && monthPublished(publishedOn ?? "")! < month
        ? [{ column: "publishedOn", expected: `${formatMonth(month)} or later` }]
        : [],
  });
  const placed = rows.map(({ line, row }) => placedRow(row, `row ${line}, column value`));
  throwIfAny([
    ...problems,
    ...developmentProblems(placed, { values: "cumulative", unit: "month", file }),
  ]);
  return rows.map(({ row: { note, ...row } }) => ({
    ...row,
    ...(note && { note }),
  }));
}

/** A vintage as a cell of a development table. */
function placedRow({ note, ...vintage }: Vintage, place: string): PlacedRow {
  return {
    origin: vintage.month,
    age: ageOf(vintage),
    value: vintage.value,
    place,
    ...(note && { note }),
  };
}

/** Whole months from a month to its publication. */
function ageOf({ month, publishedOn }: Vintage): number {
  return (monthPublished(publishedOn) ?? NaN) - month;
}

function monthPublished(date: string): Month | undefined {
  const isDay = /^\d{4}-\d{2}-(0[1-9]|[12]\d|3[01])$/.test(date);
  return parseMonth(isDay ? date.slice(0, 7) : date);
}

/**
 * The latest vintage of each month.
 *
 * @param vintages Vintages in any order.
 * @returns Each month's count with its age at publication, in order of the months.
 *
 * @example January 2025 as it stood in December
 * ```ts
 * import { latestVintages } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2025, 1);
 * const vintages = [
 *   { month, value: 10_025, publishedOn: "2025-12-21" },
 *   { month, value: 9_497, publishedOn: "2025-10-29" },
 * ];
 * assertEquals(latestVintages(vintages), [{ month, age: 11, latest: 10_025 }]);
 * ```
 */
export function latestVintages(vintages: readonly Vintage[]): LatestCount[] {
  return byMonth(vintages).map((of) => {
    const { month, age, value } = of.at(-1)!;
    return { month, age, latest: value };
  });
}

type AgedVintage = Vintage & { readonly age: number };

/** The vintages of each month, the youngest first. */
function byMonth(vintages: readonly Vintage[]): AgedVintage[][] {
  const aged = vintages.map((vintage) => ({ ...vintage, age: ageOf(vintage) }));
  return [...Map.groupBy(aged, ({ month }) => month)]
    .sort(([a], [b]) => a - b)
    .map(([, of]) => of.sort((a, b) => a.age - b.age));
}

/**
 * A delay curve with its range from a handful of vintages.
 *
 * The count of a month that was published when it was old enough, by `completeAfter`, is
 * taken as all; earlier vintages over it are the fractions known. Between two vintages of a
 * month its fraction lies between theirs. Of several months, the curve gives the mean, with
 * each month's fraction in proportion between its vintages, and the lowest and the highest
 * that any month allows. Younger than the first vintage nothing is known.
 *
 * @param vintages Vintages in any order.
 * @param options Months after which nothing more is expected: to be stated, as no vintage
 * can tell.
 * @returns A point for each month of age, from the first that any vintage tells of; none
 * if no month was published so late. There is no standard error: a few vintages of a few
 * months have fewer than two link ratios at most ages.
 * @throws {DataError} With everything that is wrong with the vintages, by number.
 * @throws {RangeError} If `completeAfter` is no whole number of 1 or more.
 *
 * @example January 2025: a third known after two months, if that was the first count's age
 * ```ts
 * import { reportedAt, vintageDelayCurve } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2025, 1);
 * const curve = vintageDelayCurve([
 *   { month, value: 3_325, publishedOn: "2025-03" },
 *   { month, value: 9_497, publishedOn: "2025-10-29" },
 *   { month, value: 10_025, publishedOn: "2025-12-21" },
 * ], { completeAfter: 11 });
 * const { lowest, highest } = reportedAt(curve, 5);
 * assertEquals([lowest!.toFixed(2), highest!.toFixed(2)], ["0.33", "0.95"]);
 * ```
 */
export function vintageDelayCurve(
  vintages: readonly Vintage[],
  { completeAfter }: { readonly completeAfter: number },
): DelayCurve {
  if (!(Number.isInteger(completeAfter) && completeAfter >= 1)) {
    throw new RangeError(
      "Cannot find a delay curve: the whole months, 1 or more, after which nothing is " +
        `expected are wanted, got ${completeAfter}`,
    );
  }
  const file = "vintages";
  const placed = vintages.map((each, i) => placedRow(each, `number ${i + 1}`));
  throwIfAny(developmentProblems(placed, { values: "cumulative", unit: "month", file }));
  const complete = byMonth(vintages).filter((of) =>
    of.length > 1 && of.at(-1)!.age >= completeAfter && of.at(-1)!.value > 0
  );
  const first = Math.min(...complete.map((of) => of[0]!.age));
  const points: DelayPoint[] = [];
  for (let age = first; age < completeAfter; age++) {
    const known = complete.flatMap((of) => fractionAt(of, age) ?? []);
    if (known.length === 0) continue;
    points.push({
      age,
      reported: known.reduce((sum, { reported }) => sum + reported, 0) /
        known.length,
      lowest: Math.min(...known.map(({ lowest }) => lowest)),
      highest: Math.max(...known.map(({ highest }) => highest)),
    });
  }
  if (complete.length > 0) {
    points.push({ age: completeAfter, reported: 1, lowest: 1, highest: 1 });
  }
  const months = complete.length === 1 ? "1 month" : `${complete.length} months`;
  return {
    points,
    basis: complete.length === 0
      ? `Delay: not known, as no month has two counts, one ${completeAfter} months old.`
      : `Delay: ${months} with counts of ${completeAfter} months of age or more, taken as ` +
        "all; the range is the lowest and highest fraction that their earlier counts allow.",
  };
}

/** What is known of a month's fraction at an age between two of its vintages. */
function fractionAt(of: readonly AgedVintage[], age: number) {
  const all = of.at(-1)!.value;
  const from = of.findLast((vintage) => vintage.age <= age);
  const to = of.find((vintage) => vintage.age >= age);
  if (from === undefined || to === undefined) return undefined;
  const [a, b] = [from.value / all, to.value / all];
  const part = from === to ? 0 : (age - from.age) / (to.age - from.age);
  return {
    reported: a + part * (b - a),
    lowest: Math.min(a, b),
    highest: Math.max(a, b),
  };
}
