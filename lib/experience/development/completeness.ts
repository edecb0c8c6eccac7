import { checkNumber, checkOptions, type ColumnsOf, rowsOf } from "@jkp/problem";
import { type Language, wordsOf } from "@jkp/language";
import { formatMonth, type Month } from "@jkp/month";
import normalQuantile from "@stdlib/normal-quantile";
import { chainLadder } from "./chain_ladder.ts";
import { COMPLETE_FROM } from "./incomplete_edge.ts";
import { mackErrorsOrNote } from "./mack.ts";
import { runOffTriangle } from "./triangle.ts";

/** What was recorded of a month after a delay. */
export interface DelayedCount {
  readonly month: Month;
  /** Months from then to the record; what is recorded before its month has 0. */
  readonly delay: number;
  /** Member-months, wages, claims: 0 or more. */
  readonly count: number;
}

/** Which months are looked at, and up to when they were recorded. */
export interface CompletenessOptions {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Month in which the register was drawn: it counts, but what comes in it may go on. */
  readonly extractMonth: Month;
  /**
   * Last month of which all records are there.
   * @default the month before the extract month
   */
  readonly recordedTo?: Month;
  /**
   * Coverage of the intervals.
   * @default {0.95}
   */
  readonly level?: number;
  /**
   * Of the conventions and notes.
   * @default {"en"}
   */
  readonly language?: Language;
}

/** How much of a month is recorded, and what it may come to. */
export interface CompletenessMonth {
  readonly month: Month;
  /** Months from then to the last of which all records are there; below 0: none is. */
  readonly age: number;
  /** All that is in the register. */
  readonly counted: number;
  /** Fraction of what it will come to; NaN if not known, or nothing. */
  readonly reported: number;
  /** Ends of its interval; NaN if not known. */
  readonly lower: number;
  readonly upper: number;
  /** What the month comes to when all is recorded, with its interval; NaN if not known. */
  readonly completed: number;
  readonly completedLower: number;
  readonly completedUpper: number;
  /** Whether as good as all is recorded, at the lower end too. */
  readonly isComplete: boolean;
}

/** How complete the months of a register are. */
export interface Completeness {
  readonly months: readonly CompletenessMonth[];
  /** Last month up to which all are complete; `null` if the first is not. */
  readonly completeTo: Month | null;
  /** The conventions, in words. */
  readonly basis: readonly string[];
  /** What could not be found, and why. */
  readonly notes: readonly string[];
}

/**
 * How complete each month of a register is, from the dates on which it was recorded: chain
 * ladder on the triangle of month and delay, and Mack's standard errors, as a log-normal
 * interval of what is still to come.
 *
 * The triangle ends with the last month of which all records are there. What the drawing
 * month adds counts as recorded, but no factor is read from it. A month with nothing in the
 * triangle is not known, as no factor makes something of nothing, unless it is as old as the
 * longest delay seen: then nothing comes.
 *
 * @param given What was recorded of each month after each delay; in any order, what is not
 * there is 0.
 * @param options Months, and when the register was drawn.
 * @returns Each month with its fraction and what it comes to, and the last complete month.
 * @throws {RangeError} If a number cannot be used, or nothing was recorded of these months.
 * @see Mack (1993), Distribution-free calculation of the standard error of chain ladder
 * reserve estimates, ASTIN Bulletin 23.
 *
 * @example Half of each month comes a month later, drawn in May
 * ```ts
 * import { completeness } from "@jkp/experience";
 * import { formatMonth, monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const firstMonth = monthOf(2024, 1);
 * const rows = [0, 1, 2, 3].flatMap((at) => [
 *   { month: firstMonth + at, delay: 0, count: 100 },
 *   { month: firstMonth + at, delay: 1, count: 100 },
 * ]).filter(({ month, delay }) => month + delay <= firstMonth + 3);
 * const options = { firstMonth, lastMonth: firstMonth + 3, extractMonth: firstMonth + 4 };
 * const { months, completeTo } = completeness(rows, options);
 * assertEquals(months.map(({ reported }) => reported), [1, 1, 1, 0.5]);
 * assertEquals([formatMonth(completeTo!), months[3]!.completed], ["2024-03", 200]);
 * ```
 */
export function completeness(
  given: readonly DelayedCount[] | ColumnsOf<DelayedCount>,
  options: CompletenessOptions,
): Completeness {
  const doing = "find how complete months are";
  const rows = rowsOf(
    doing,
    "a list of { month, delay, count }, or these as columns,",
    given,
    ["month", "delay", "count"],
  );
  checkOptions(doing, options, [
    "firstMonth",
    "lastMonth",
    "extractMonth",
    "recordedTo",
    "level",
    "language",
  ]);
  const { firstMonth, lastMonth, extractMonth, level = 0.95, language = "en" } = options;
  const { recordedTo = extractMonth - 1 } = options;
  checkNumber(
    doing,
    "a level between 0 and 1",
    level,
    (value) => value > 0 && value < 1,
  );
  const counted = new Map<Month, number>();
  const cells = new Map<string, number>();
  for (const { month, delay, count } of rows) {
    checkNumber(doing, "a count of 0 or more", count, (value) => value >= 0);
    checkNumber(doing, "whole months of delay, 0 or more", delay, isCount);
    if (month < firstMonth || month > lastMonth || month + delay > extractMonth) continue;
    counted.set(month, (counted.get(month) ?? 0) + count);
    const key = `${month} ${delay}`;
    cells.set(key, (cells.get(key) ?? 0) + count);
  }
  const last = Math.min(lastMonth, recordedTo);
  const seen = rows.filter(({ month, delay, count }) =>
    count > 0 && month >= firstMonth && month <= last && month + delay <= recordedTo
  );
  if (seen.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: records of months from ${formatMonth(firstMonth)} to ` +
        `${formatMonth(last)} are wanted, got none`,
    );
  }
  // Before the first month and delay with records there is nothing to develop from, and
  // after the longest delay nothing comes.
  const from = seen.reduce((least, { month }) => Math.min(least, month), Infinity);
  const shortest = seen.reduce((least, { delay }) => Math.min(least, delay), Infinity);
  const longest = seen.reduce((most, { delay }) => Math.max(most, delay), 0);
  const triangle = runOffTriangle(
    Array.from({ length: last - from + 1 }, (_, i) => from + i).flatMap((origin) =>
      Array.from(
        { length: Math.max(0, Math.min(recordedTo - origin, longest) - shortest + 1) },
        (_, i) => ({
          origin,
          age: shortest + i,
          value: cells.get(`${origin} ${shortest + i}`) ?? 0,
        }),
      )
    ),
    { values: "incremental", unit: "month", file: "records by delay" },
  );
  const ladder = chainLadder(triangle);
  const { errors, notes } = mackErrorsOrNote(triangle, ladder);
  const known = new Map(
    ladder.origins.map((origin, i) => [origin.origin, {
      ...origin,
      error: errors?.origins[i]?.standardError ?? NaN,
    }]),
  );
  const { basis: words } = wordsOf(language).completeness;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const months = Array.from({ length: lastMonth - firstMonth + 1 }, (_, i) => {
    const month = firstMonth + i;
    const of = known.get(month);
    return completenessMonth(month, recordedTo, counted.get(month) ?? 0, of, z, longest);
  });
  const firstOpen = months.findIndex(({ isComplete }) => !isComplete);
  const complete = firstOpen < 0 ? months.length : firstOpen;
  return {
    months,
    completeTo: complete === 0 ? null : months[complete - 1]!.month,
    basis: [
      words.ladder(
        ladder.basis,
        ladder.origins[0]!.origin,
        ladder.origins.at(-1)!.origin,
      ),
      ...(errors === null ? [] : [
        words.errors(errors.basis),
        words.interval(Number((100 * level).toPrecision(4))),
      ]),
      recordedTo < extractMonth
        ? words.recordsBefore(recordedTo, extractMonth)
        : words.recordsTo(recordedTo),
    ],
    notes: [
      ...(shortest === 0 ? [] : [words.nothingYoung(shortest)]),
      ...notes.map((note) => words.noErrors(note)),
    ],
  };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

/** What the ladder expects of a month, and its standard error. */
interface Expected {
  readonly latest: number;
  readonly ultimate: number;
  readonly stillToReport: number;
  readonly error: number;
}

/** How complete a month is, from what the ladder expects of it. */
function completenessMonth(
  month: Month,
  recordedTo: Month,
  counted: number,
  expected: Expected | undefined,
  z: number,
  longest: number,
): CompletenessMonth {
  if (counted === 0 && recordedTo - month >= longest) {
    const none = { counted, completed: 0, completedLower: 0, completedUpper: 0 };
    const share = { reported: NaN, lower: NaN, upper: NaN };
    return { month, age: recordedTo - month, ...none, ...share, isComplete: true };
  }
  const { latest = 0, ultimate = NaN, stillToReport = NaN, error = NaN } = expected ?? {};
  const isKnown = latest > 0 && Number.isFinite(ultimate);
  // What has come since the triangle ended is part of what was still to come.
  const toCome = (reserve: number) => Math.max(counted, latest + reserve);
  const sigma = stillToReport > 0
    ? Math.sqrt(Math.log(1 + (error / stillToReport) ** 2))
    : error === 0 || stillToReport === 0
    ? 0
    : NaN;
  const completed = isKnown ? toCome(stillToReport) : NaN;
  const end = (side: number) =>
    isKnown ? toCome(stillToReport * Math.exp(side * z * sigma - sigma ** 2 / 2)) : NaN;
  const [completedLower, completedUpper] = [end(-1), end(1)];
  const lower = counted / completedUpper;
  return {
    month,
    age: recordedTo - month,
    counted,
    reported: counted / completed,
    lower,
    upper: counted / completedLower,
    completed,
    completedLower,
    completedUpper,
    isComplete: (Number.isNaN(lower) ? counted / completed : lower) >= COMPLETE_FROM,
  };
}
