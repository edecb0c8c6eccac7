import { cell, parseTable } from "@jkp/files";
import { checkArgument, checkNumber, type Problem, throwIfAny } from "@jkp/problem";

/** The fraction reported at one age. */
export interface DelayPoint {
  /** Months, or development periods, since the event. */
  readonly age: number;
  /** Fraction of all that will be reported; NaN if not known. */
  readonly reported: number;
  /** Lowest and highest fraction, where a range is known. */
  readonly lowest?: number;
  readonly highest?: number;
}

/** How much is reported how long after the event. */
export interface DelayCurve {
  /** In order of their age. */
  readonly points: readonly DelayPoint[];
  /** Where the curve comes from, in words. */
  readonly basis: string;
}

/** A number this near to another is the same. */
const NEAR = 1e-9;

const fraction = cell.between(0, 1, "a fraction from 0 to 1");

const COLUMNS = {
  age: ["months_since_event", cell.count],
  reported: ["reported", fraction],
  lowest: ["lowest", cell.orEmpty(fraction), "optional"],
  highest: ["highest", cell.orEmpty(fraction), "optional"],
  tail: ["tail", cell.orEmpty(fraction), "optional"],
} as const;

/**
 * Reads a stated delay curve: columns `months_since_event` and `reported`, a fraction of
 * all that will be reported; perhaps `lowest` and `highest`; and `tail`, the fraction that
 * comes after the last row, which is wanted there if the last `reported` is below 1.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @returns The curve, its rows in order of their months.
 * @throws {DataError} With every problem by row: cells that cannot be read, months given
 * twice, a fraction below that of an earlier month, one outside its range, and a last row
 * that does not come to 1 with its tail.
 *
 * @example A third at once, nearly all after six months
 * ```ts
 * import { parseDelayCurve, reportedAt } from "@jkp/experience";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const text = "months_since_event,reported,tail\n0,0.33,\n6,0.93,0.07\n";
 * const curve = parseDelayCurve("delay.csv", text);
 * assertAlmostEquals(reportedAt(curve, 3).reported, 0.63, 1e-12);
 * assertEquals(reportedAt(curve, 24).reported, 0.93); // 7 per cent come later still
 * ```
 */
export function parseDelayCurve(file: string, text: string): DelayCurve {
  const rows = parseTable(file, text, COLUMNS, {
    hasOnlyThese: true,
    hasRows: true,
    key: ["age"],
  }).toSorted((a, b) => a.row.age - b.row.age);
  const problems: Problem[] = [];
  const report = (line: number, column: string, expected: string, received: number) =>
    problems.push({
      file,
      place: `row ${line}, column ${column}`,
      expected,
      received: String(received),
    });
  rows.forEach(({ line, row: { age, reported, lowest, highest, tail } }, i) => {
    const before = rows[i - 1]?.row;
    const isLast = i === rows.length - 1;
    if (reported < (before?.reported ?? 0)) {
      const expected = `${before!.reported} or more, as after ${before!.age} months`;
      report(line, "reported", expected, reported);
    }
    if ((lowest ?? 0) > reported) {
      report(line, "lowest", `${reported} or less, as reported`, lowest!);
    }
    if ((highest ?? 1) < reported) {
      report(line, "highest", `${reported} or more, as reported`, highest!);
    }
    if (!isLast && (tail ?? 0) > 0) {
      report(line, "tail", "nothing but in the row of the most months", tail!);
    }
    if (isLast && Math.abs(reported + (tail ?? 0) - 1) > NEAR) {
      const expected = `1, or less with a tail that makes up for it, after ${age} months`;
      report(line, "reported", expected, reported);
    }
  });
  throwIfAny(problems);
  const tail = rows.at(-1)!.row.tail ?? 0;
  return {
    points: rows.map(({ row: { age, reported, lowest, highest } }) => ({
      age,
      reported,
      ...(typeof lowest === "number" && { lowest }),
      ...(typeof highest === "number" && { highest }),
    })),
    basis: `Delay curve stated in ${file}` +
      (tail > 0 ? `, ${(100 * tail).toFixed(1)} % coming after its last month.` : "."),
  };
}

/**
 * The fraction reported at an age: between two points in proportion, after the last as
 * there.
 *
 * @param curve The curve.
 * @param age Age.
 * @returns The fraction with its range; NaN before the first point, where nothing is known.
 *
 * @example
 * ```ts
 * import { reportedAt } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ age: 2, reported: 0.4 }, { age: 6, reported: 1 }];
 * const curve = { points, basis: "Stated." };
 * const reported = [1, 2, 4, 9].map((age) => reportedAt(curve, age).reported);
 * assertEquals(reported, [NaN, 0.4, 0.7, 1]);
 * ```
 */
export function reportedAt(curve: DelayCurve, age: number): DelayPoint {
  const doing = "read a delay curve";
  checkArgument(doing, "a delay curve", curve, ["points"]);
  checkNumber(doing, "a number as age", age);
  const { points } = curve;
  const at = points.findLastIndex((point) => point.age <= age);
  if (at < 0) return { age, reported: NaN };
  const [from, to] = [points[at]!, points[at + 1]];
  if (to === undefined || from.age === age) return { ...from, age };
  const part = (age - from.age) / (to.age - from.age);
  const between = (a: number, b: number) => a + part * (b - a);
  return {
    age,
    reported: between(from.reported, to.reported),
    ...(from.lowest !== undefined && to.lowest !== undefined &&
      { lowest: between(from.lowest, to.lowest) }),
    ...(from.highest !== undefined && to.highest !== undefined &&
      { highest: between(from.highest, to.highest) }),
  };
}
