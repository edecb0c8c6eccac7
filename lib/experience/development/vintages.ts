import { cell, type CellReader, checkTable } from "@jkp/files";
import { formatMonth, type Month, monthCell, monthOfDate } from "@jkp/month";
import { printedDate } from "@jkp/open";
import {
  checkOptions,
  type ColumnsOf,
  rowsOf,
  throwIfAny,
  valueInWords,
} from "@jkp/problem";
import { meanSimple } from "simple-statistics";
import type { DelayCurve, DelayPoint } from "./delay_curve.ts";
import type { LatestCount } from "./incomplete_edge.ts";
import { developmentProblems, type PlacedRow } from "./triangle.ts";

/** A month's count as it was published at one time. */
export interface Vintage {
  /** Month of the events. */
  readonly month: Month;
  readonly value: number;
  /**
   * Day or month, as YYYY-MM-DD or YYYY-MM, at which this count stood, whether it was
   * published then or before; `null` if it is not known.
   */
  readonly publishedOn: string | null;
  /** Why a later count is smaller than an earlier one. */
  readonly note?: string;
}

const publicationDate: CellReader<string> = {
  expected: "a day as YYYY-MM-DD or a month as YYYY-MM",
  read: (text) => monthPublished(text) === undefined ? undefined : text,
};

const COLUMNS = {
  month: ["month", monthCell],
  publishedOn: ["published_on", cell.orEmpty(publicationDate)],
  note: ["note", cell.anything, "optional"],
} as const;

/** Names that the column of counts may have. */
const VALUE_COLUMNS = ["value", "layoffs"] as const;

/**
 * Reads a table of vintages: columns `month`, `value` (or `layoffs`, as `data/open` has
 * it), `published_on`, empty if it is not known, and perhaps `note`; others are passed over.
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
  const header = text.split("\n", 1)[0]!.split(",").map((name) => name.trim());
  const value = VALUE_COLUMNS.find((name) => header.includes(name)) ?? "value";
  const columns = { ...COLUMNS, value: [value, cell.number] } as const;
  const { rows, problems } = checkTable(file, text, columns, {
    hasRows: true,
    check: ({ month, publishedOn }) =>
      month !== undefined && monthPublished(publishedOn ?? "")! < month
        ? [{ column: "publishedOn", expected: `${formatMonth(month)} or later` }]
        : [],
  });
  const placed = rows.flatMap(({ line, row }) =>
    placedRow(row, `row ${line}, column ${value}`) ?? []
  );
  throwIfAny([
    ...problems,
    ...developmentProblems(placed, { values: "cumulative", unit: "month", file }),
  ]);
  return rows.map(({ row: { note, ...row } }) => ({
    ...row,
    ...(note && { note }),
  }));
}

/** A vintage as a cell of a development table, if its age is known. */
function placedRow(vintage: Vintage, place: string): PlacedRow | undefined {
  const { month, value, note, publishedOn } = vintage;
  if (publishedOn === null) return undefined;
  const age = (monthPublished(publishedOn) ?? NaN) - month;
  return { origin: month, age, value, place, ...(note && { note }) };
}

function monthPublished(date: string): Month | undefined {
  return printedDate.read(date) === undefined ? undefined : monthOfDate(date);
}

/**
 * The latest vintage of each month; those without a date are passed over.
 *
 * @param published Vintages in any order.
 * @returns Each month's count with its age at publication, in order of the months.
 * @throws {DataError} With everything that is wrong with the vintages, by number.
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
export function latestVintages(
  published: readonly Vintage[] | ColumnsOf<Vintage>,
): LatestCount[] {
  const vintages = vintagesOf(published);
  return byMonth(vintages).map((of) => {
    const { origin, age, value } = of.at(-1)!;
    return { month: origin, age, latest: value };
  });
}

/** Counts as records; as columns, one without a date has none. */
function vintagesOf(published: readonly Vintage[] | ColumnsOf<Vintage>): Vintage[] {
  return rowsOf(
    "read published counts",
    "a list of { month, value, publishedOn }, or these as columns,",
    published,
    ["month", "value", "publishedOn"],
    ["note"],
  ).map((row) => ({ ...row, publishedOn: row.publishedOn ?? null }));
}

/** The vintages of each month that have a date, the youngest first. */
function byMonth(vintages: readonly Vintage[]): PlacedRow[][] {
  const placed = vintages.flatMap((each, i) => placedRow(each, `number ${i + 1}`) ?? []);
  throwIfAny(
    developmentProblems(placed, {
      values: "cumulative",
      unit: "month",
      file: "vintages",
    }),
  );
  return [...Map.groupBy(placed, ({ origin }) => origin)]
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
 * that any month allows; the count of a single month at its very age makes no range. Younger
 * than the first vintage nothing is known. A count without a date has the age that is stated
 * for such, or is passed over.
 *
 * @param published Vintages in any order.
 * @param options Months after which nothing more is expected: to be stated, as no vintage
 * can tell; and months of age of a count without a date, if they are to be assumed.
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
  published: readonly Vintage[] | ColumnsOf<Vintage>,
  options: { readonly completeAfter: number; readonly ageWithoutDate?: number },
): DelayCurve {
  const vintages = vintagesOf(published);
  checkOptions("find a delay curve", options, ["completeAfter", "ageWithoutDate"]);
  const { completeAfter, ageWithoutDate } = options;
  if (!(Number.isInteger(completeAfter) && completeAfter >= 1)) {
    throw new RangeError(
      "Cannot find a delay curve: the whole months, 1 or more, after which nothing is " +
        `expected are wanted, got ${valueInWords(completeAfter)}`,
    );
  }
  const undated = vintages.filter(({ publishedOn }) => publishedOn === null).length;
  const dated = vintages.map((each): Vintage =>
    each.publishedOn !== null || ageWithoutDate === undefined
      ? each
      : { ...each, publishedOn: formatMonth(each.month + ageWithoutDate) }
  );
  const complete = byMonth(dated).filter((of) =>
    of.length > 1 && of.at(-1)!.age >= completeAfter && of.at(-1)!.value > 0
  );
  const first = Math.min(...complete.map((of) => of[0]!.age));
  const points: DelayPoint[] = [];
  for (let age = first; age < completeAfter; age++) {
    const known = complete.flatMap((of) => fractionAt(of, age) ?? []);
    if (known.length === 0) continue;
    const lowest = Math.min(...known.map((each) => each.lowest));
    const highest = Math.max(...known.map((each) => each.highest));
    // The count of one month at its very age is a number, but no range.
    const hasRange = known.length > 1 || lowest < highest;
    points.push({
      age,
      reported: meanSimple(known.map((each) => each.reported)),
      ...(hasRange && { lowest, highest }),
    });
  }
  if (complete.length > 0) {
    points.push({ age: completeAfter, reported: 1, lowest: 1, highest: 1 });
  }
  const basis = complete.length === 0
    ? `Delay: not known, as no month has two counts, one ${completeAfter} months old`
    : `Delay: from ${complete.length === 1 ? "1 month" : `${complete.length} months`} ` +
      `with a count of ${completeAfter} months of age or more, taken as all; range: the ` +
      "lowest and highest fraction that earlier counts allow, none where a single count is " +
      "all there is; no standard error, as most ages have fewer than two link ratios";
  const without = ageWithoutDate === undefined
    ? "passed over"
    : `taken as ${ageWithoutDate} months old, which is assumed`;
  return {
    points,
    basis: basis +
      (undated === 0 ? "." : `; counts without a date, ${undated}: ${without}.`),
  };
}

/** What is known of a month's fraction at an age between two of its vintages. */
function fractionAt(of: readonly PlacedRow[], age: number) {
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
