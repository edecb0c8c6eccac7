import type { StatisticsExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import normalCdf from "@stdlib/normal-cdf";
import fc from "fast-check";
import { sumSimple } from "simple-statistics";
import intervals from "../fixtures/poisson_intervals.json" with { type: "json" };
import { poissonInterval } from "../poisson_interval.ts";
import { controlLimits } from "./control_limits.ts";
import { cusum, cusumRunLength } from "./cusum.ts";
import { monitorSeries, type SeriesPoint } from "./monitor_series.ts";
import { withOwnDispersion } from "./own_dispersion.ts";
import { lossInWords, reportedByAge } from "./reported_by_age.ts";

Deno.test("controlLimits() has a count as its limit when R's interval of it ends there", () => {
  for (const { count, level, lower, upper } of intervals) {
    if (count === 0) continue;
    assertAlmostEquals(controlLimits(lower, { level }).upper, count, 1e-6 * count);
    assertAlmostEquals(controlLimits(upper, { level }).lower, count, 1e-6 * count);
  }
});

Deno.test("controlLimits() holds just those counts whose exact interval holds the expected", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 5000, noNaN: true }),
      fc.integer({ min: 0, max: 6000 }),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (expected, count, level) => {
        const limits = controlLimits(expected, { level });
        const interval = poissonInterval(count, level);
        assertEquals(
          count >= limits.lower && count <= limits.upper,
          interval.lower <= expected && expected <= interval.upper,
        );
      },
    ),
    { numRuns: 100, seed: 18 },
  );
});

Deno.test("controlLimits() widens with the root of the dispersion when much is expected", () => {
  const width = (dispersion: number) => {
    const { lower, upper } = controlLimits(1e6, { dispersion });
    return upper - lower;
  };
  assertAlmostEquals(width(100) / width(1), 10, 0.02);
  assertAlmostEquals(width(1) / (6 * 1e3), 1, 0.001); // three standard deviations each side
});

Deno.test("controlLimits() throws when an argument is out of range", () => {
  assertThrows(() => controlLimits(-1), RangeError, "got -1");
  assertThrows(() => controlLimits(NaN), RangeError, "got NaN");
  assertThrows(() => controlLimits(5, { dispersion: 0 }), RangeError, "got 0");
  assertThrows(() => controlLimits(5, { level: 1 }), RangeError, "got 1");
});

/** Montgomery (2013), table 9.1: 20 of mean 10, then 10 of mean 11; standard deviation 1. */
const MONTGOMERY = [
  ...[9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34],
  ...[9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31, 8.52, 10.84],
  ...[10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52],
];

Deno.test("cusum() gives Montgomery's table 9.2, with its alarm in period 29", () => {
  const { above, below, shifts } = cusum(MONTGOMERY.map((value) => value - 10));
  const rounded = (sums: readonly number[]) => sums.map((sum) => Number(sum.toFixed(2)));
  assertEquals(rounded(above), [
    ...[0, 0, 0, 1.16, 2.82, 2.5, 0.04, 1, 0, 0, 0, 0.97, 0.98, 0, 0],
    ...[0, 0.12, 0, 0, 0.34, 0.74, 0, 1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28, 5.3],
  ]);
  assertEquals(rounded(below), [
    ...[0.05, 1.56, 1.77, 0, 0, 0, 1.46, 0, 0.3, 0, 0.47, 0, 0, 0.1, 0],
    ...[0.13, 0, 0, 0.98, 0, 0, 0.17, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
  // The process changed between periods 22 and 23, as the book finds.
  assertEquals(shifts, [{ side: "above", since: 22, alarm: 28, until: null }]);
});

Deno.test("cusum() ends a shift with its last month when the series is as before again", () => {
  const quiet = Array(12).fill(0);
  const shifted = Array(5).fill(-2);
  const { shifts, below } = cusum([...quiet, ...shifted, ...quiet]);
  assertEquals(shifts, [{ side: "below", since: 12, alarm: 15, until: 16 }]);
  assertEquals(below.at(-1), 0);
});

Deno.test("cusum() raises no alarm for one month, however far it is, and passes gaps", () => {
  const { shifts, above } = cusum([0, 40, NaN, 0]);
  assertEquals(shifts, []);
  assertEquals(above, [0, 3.5, 3.5, 3]);
});

/**
 * Montgomery (2013), table 9.3: shift, h = 4, h = 5; two-sided, k = 0.5. Those of h = 4 are
 * also in Lucas and Crosier (1982), Technometrics 24, table 1.
 */
const RUN_LENGTHS = [
  [0, 168, 465],
  [0.5, 26.6, 38.0],
  [1, 8.38, 10.4],
  [2, 3.34, 4.01],
  [3, 2.19, 2.57],
] as const;

/**
 * Months until a sum of one side passes h, from a sum of 0, by a Markov chain whose states
 * are intervals of it: Brook and Evans (1972), Biometrika 59.
 */
function runLengthOfChain(drift: number, h: number): number {
  const [states, monthsStepped] = [100, 100];
  const width = 2 * h / (2 * states - 1);
  /** The chance that the sum moves so many states up, or less. */
  const upTo = (moved: number) => normalCdf((moved + 0.5) * width, drift, 1);
  const chances = Array.from(
    { length: states },
    (_, next) =>
      Array.from(
        { length: states },
        (_, state) => upTo(next - state) - (next === 0 ? 0 : upTo(next - state - 1)),
      ),
  );
  let alive = Array.from({ length: states }, (_, state) => Number(state === 0));
  let [months, left, before] = [0, 1, Infinity];
  for (let month = 0; month < monthsStepped; month++) {
    months += left;
    alive = chances.map((row) =>
      sumSimple(row.map((chance, state) => chance * alive[state]!))
    );
    [before, left] = [left, sumSimple(alive)];
  }
  // From here on the same part of them is left each month.
  return months + left / (1 - left / before);
}

Deno.test("cusumRunLength() is near the exact run lengths, which are those printed", () => {
  for (const [shift, ...printed] of RUN_LENGTHS) {
    for (const [i, h] of [4, 5].entries()) {
      const sides = [shift, -shift].map((mean) => runLengthOfChain(mean - 0.5, h));
      const exact = 1 / sumSimple(sides.map((months) => 1 / months));
      assertEquals(Number(exact.toPrecision(3)), printed[i]);
      const near = cusumRunLength(shift, { h }) / printed[i]!;
      assertAlmostEquals(near, 1, shift > 1 ? 0.1 : 0.01);
    }
  }
  assertEquals(cusumRunLength(0.5, { k: 0.5 }), cusumRunLength(-0.5, { k: 0.5 }));
});

const JANUARY = monthOf(2024, 1);

function series(actual: readonly number[], other: Partial<SeriesPoint> = {}) {
  return {
    name: "claims",
    title: "Claims",
    unit: "claims",
    points: actual.map((value, i) => ({
      from: JANUARY + i,
      to: JANUARY + i,
      actual: value,
      expected: 400,
      ...other,
    })),
    dispersion: 1,
    dispersionFrom: "assumed",
  };
}

Deno.test("monitorSeries() says since when a small shift lasts, which no month shows", () => {
  const { points, verdict } = monitorSeries(
    series([400, 395, 404, ...Array(9).fill(425)]),
  );
  assert(points.every(({ state }) => state === "within"));
  assertEquals(verdict, {
    state: "above",
    since: JANUARY + 3,
    words: "above since 2024-04",
  });
});

Deno.test("monitorSeries() names a month that was outside when the series is within again", () => {
  const { verdict } = monitorSeries(series([400, 300, 400, 402]));
  assertEquals(verdict.state, "within limits");
  assertEquals(verdict.words, "within limits at the end; below in 2024-02");
});

Deno.test("monitorSeries() judges a month of which part is reported on that part", () => {
  const half = series([200], { reported: 0.5 });
  const [point] = monitorSeries(half).points;
  assertEquals([point!.state, point!.completed, point!.deviation], ["within", 400, 0]);
  const { lower, upper } = controlLimits(200);
  assertEquals([point!.lower, point!.upper], [2 * lower, 2 * upper]);
  // A fraction that is an estimate widens the limits.
  const estimated = monitorSeries(series([200], { reported: 0.5, reportedError: 0.1 }));
  assert(estimated.points[0]!.upper > point!.upper);
});

Deno.test("monitorSeries() gives no verdict when the facts are too few, and says why", () => {
  const words = (given: Parameters<typeof monitorSeries>[0]) =>
    monitorSeries(given).verdict.words;
  assertEquals(
    words({ ...series([500]), dispersion: NaN, dispersionFrom: "3 months of 12" }),
    "too few data: 3 months of 12",
  );
  assertEquals(
    words(series([100, 90], { reported: 0.3 })),
    "too few data: of none of 2 months is 50 % reported",
  );
  assertEquals(words(series([])), "too few data: no month has both sides");
  const unknown = monitorSeries(series([100, 90], { reported: NaN }));
  assertEquals(
    unknown.verdict.words,
    "too few data: of none of 2 months is it known how much is reported",
  );
  assertEquals([unknown.actual, unknown.expectedByNow], [190, NaN]);
  assertEquals(
    words(series([3], { expected: 0 })),
    "too few data: nothing is expected",
  );
});

Deno.test("reportedByAge() knows no fraction when the later extract lost what there was", () => {
  const first = monthOf(2024, 1);
  const drawn = (months: number, values: readonly number[]) => ({
    manifest: {
      firstMonth: first,
      lastMonth: first + months - 1,
      extractMonth: first + months,
    },
    values: new Map(values.map((value, i) => [first + i, value])),
  });
  const earlier = drawn(6, [100, 100, 100, 100, 100, 80]);
  const reportedOf = (values: readonly number[]) => {
    const later = drawn(7, values);
    return {
      loss: lossInWords(earlier.values, later.values),
      months: reportedByAge(
        earlier as unknown as StatisticsExtract,
        later as unknown as StatisticsExtract,
        (extract) => (extract as unknown as typeof later).values,
      ),
    };
  };
  const late = reportedOf([100, 100, 100, 100, 100, 100, 80]);
  assertEquals([late.loss, late.months.get(first + 6)!.reported], [undefined, 0.8]);
  for (const left of [0, 50]) {
    const struck = reportedOf([left, left, left, left, left, left, 80]);
    assertStringIncludes(struck.loss!, "they were not counted alike");
    assertEquals(struck.months.get(first + 6), { reported: NaN, reportedBefore: NaN });
  }
});

Deno.test("monitorSeries() adds up no deviations of very few claims, whose limits stay exact", () => {
  const { points, verdict } = monitorSeries(series([1, 2, 12], { expected: 2 }));
  assert(points.every(({ deviation }) => Number.isNaN(deviation)));
  assertEquals(points.map(({ state }) => state), ["within", "within", "above"]);
  assertEquals(verdict.words, "above since 2024-03");
});

Deno.test("withOwnDispersion() says why months that are enough show no dispersion", () => {
  const { points } = series(Array(18).fill(400));
  const fromOf = (given: readonly SeriesPoint[]) => {
    const { dispersion, dispersionFrom } = withOwnDispersion({
      ...series([]),
      points: given,
    });
    return [Number.isNaN(dispersion), dispersionFrom];
  };
  assertEquals(fromOf(points), [false, "the first 15 months around their own level"]);
  const none =
    "the first 15 months have fewer than 12 that are recorded, or one of which " +
    "nothing is expected";
  assertEquals(
    fromOf(points.map((point, i) => ({ ...point, reported: i < 4 ? NaN : 1 }))),
    [true, none],
  );
  assertEquals(
    fromOf(points.map((point, i) => ({ ...point, expected: i === 4 ? 0 : 400 }))),
    [true, none],
  );
});
