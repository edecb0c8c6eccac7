import {
  endingProbability,
  restrictedMean,
  survivalAt,
  survivalCurveFromPoints,
  survivalQuantile,
  type SurvivalRule,
  truncateAt,
} from "./curve.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const RULES: readonly SurvivalRule[] = ["step", "linear", "monotone_cubic"];

/** Any falling curve from 1 at time 0. */
const anyCurve = fc.tuple(
  fc.constantFrom(...RULES),
  fc.array(
    fc.tuple(
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
    ),
    { minLength: 1, maxLength: 8 },
  ),
).map(([rule, steps]) => {
  const points = [{ time: 0, survival: 1 }];
  for (const [wait, kept] of steps) {
    const { time, survival } = points.at(-1)!;
    points.push({ time: time + wait, survival: survival * kept });
  }
  return survivalCurveFromPoints(points, rule);
});

Deno.test("survivalAt() passes through the points under every rule", () => {
  fc.assert(fc.property(anyCurve, (curve) => {
    for (const { time, survival } of curve.points) {
      assertAlmostEquals(survivalAt(curve, time), survival, 1e-12);
    }
  }));
});

Deno.test("survivalAt() never rises", () => {
  fc.assert(fc.property(anyCurve, (curve) => {
    const end = curve.points.at(-1)!.time;
    let before = 1;
    for (let i = 0; i <= 100; i++) {
      const survival = survivalAt(curve, (1.2 * end * i) / 100);
      assert(survival <= before + 1e-12 && survival >= 0);
      before = survival;
    }
  }));
});

Deno.test("restrictedMean() equals a fine sum under the curve", () => {
  fc.assert(
    fc.property(
      anyCurve,
      fc.double({ min: 0, max: 1.2, noNaN: true }),
      (curve, share) => {
        const limit = share * curve.points.at(-1)!.time;
        const steps = 20_000;
        let sum = 0;
        for (let i = 0; i < steps; i++) {
          sum += survivalAt(
            curve,
            (limit * (i + 0.5)) / steps,
          );
        }
        assertAlmostEquals(restrictedMean(curve, limit), (sum * limit) / steps, 5e-3);
      },
    ),
    { numRuns: 15 },
  );
});

Deno.test("survivalQuantile() is where the curve falls to the level", () => {
  fc.assert(
    fc.property(
      anyCurve,
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (curve, q) => {
        const time = survivalQuantile(curve, q);
        if (time === null) {
          assert(curve.points.at(-1)!.survival > 1 - q);
        } else {
          assert(survivalAt(curve, time) <= 1 - q + 1e-9);
          if (time > 1e-6) assert(survivalAt(curve, time * (1 - 1e-9)) >= 1 - q - 1e-6);
        }
      },
    ),
  );
});

Deno.test("survivalQuantile() is null when the curve stays above the level", () => {
  const points = [{ time: 0, survival: 1 }, { time: 5, survival: 0.6 }];
  assertEquals(survivalQuantile(survivalCurveFromPoints(points, "step"), 0.5), null);
});

Deno.test("truncateAt() ends everybody at the limit and leaves the rest", () => {
  fc.assert(fc.property(anyCurve, (curve) => {
    const limit = curve.points.at(-1)!.time / 2;
    const cut = truncateAt(curve, limit);
    assertEquals(survivalAt(cut, limit), 0);
    assertEquals(survivalAt(cut, 0), 1);
  }));
});

Deno.test("endingProbability() of two intervals makes up the whole", () => {
  const points = [{ time: 0, survival: 1 }, { time: 24, survival: 0.49 }];
  const curve = survivalCurveFromPoints(points, "linear");
  const staying = (1 - endingProbability(curve, 0, 6)) *
    (1 - endingProbability(curve, 6, 24));
  assertAlmostEquals(staying, 0.49, 1e-12);
});

Deno.test("survivalCurveFromPoints() throws when points are no survival function", () => {
  const make = (...points: [number, number][]) => () =>
    survivalCurveFromPoints(
      points.map(([time, survival]) => ({ time, survival })),
      "step",
    );
  assertThrows(make([0, 1]), RangeError, "two or more points from time 0");
  assertThrows(make([1, 1], [2, 0.5]), RangeError, "from 1");
  assertThrows(make([0, 0.5], [1, 0.6]), RangeError, "0.6 at 1 after 0.5 at 0");
  assertThrows(make([0, 1], [0, 0.5]), RangeError, "increasing times");
  assertThrows(make([0, 1], [1, -0.1]), RangeError, "never rises");
  assertThrows(make([0, 1.1], [1, 0.5]), RangeError, "never rises");
});

Deno.test("survivalAt() throws when the time is negative or no number", () => {
  const curve = survivalCurveFromPoints(
    [{ time: 0, survival: 1 }, { time: 1, survival: 0 }],
    "step",
  );
  assertThrows(() => survivalAt(curve, -1), RangeError, "0 or more is wanted, got -1");
  assertThrows(() => survivalAt(curve, NaN), RangeError, "got NaN");
});
