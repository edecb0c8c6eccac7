import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import fixtures from "../fixtures/tests_and_fits.json" with { type: "json" };
import type { FamilyName } from "./family.ts";
import { compareParametricFits, fitParametric } from "./fit.ts";
import { fittedQuantile, fittedSurvivalAt } from "./fitted_curve.ts";

const { lung, veteran } = fixtures.data;

for (const { name, fits } of fixtures.fits) {
  const isInterval = name.includes("interval");
  const data = name.startsWith("veteran")
    ? veteran
    : isInterval
    ? { durations: lung.months, eventObserved: lung.eventObserved }
    : lung;
  for (const expected of fits) {
    Deno.test(`fitParametric() equals R's survreg for ${name}, ${expected.family}`, () => {
      const fit = fitParametric(data, expected.family as FamilyName, {
        timing: isInterval ? "interval" : "exact",
      });
      assertAlmostEquals(fit.location, expected.location, 1e-5);
      assertAlmostEquals(fit.scale, expected.scale, 1e-5);
      assertAlmostEquals(fit.logLikelihood, expected.logLikelihood, 1e-6);
      assertAlmostEquals(fit.locationStdError, expected.locationStandardError, 1e-5);
      assertAlmostEquals(fit.logScaleStdError, expected.logScaleStandardError, 1e-5);
    });
  }
}

/** Durations of a Weibull distribution, evenly spread over its quantiles. */
function weibullDurations(count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => 20 * (-Math.log((i + 0.5) / count)) ** 0.7,
  );
}

Deno.test("fitParametric() finds the same with late entry as without", () => {
  const durations = weibullDurations(20_000);
  const entry = durations.map((_, i) => (i * 7) % 13);
  const kept = durations.flatMap((duration, row) => duration > entry[row]! ? [row] : []);
  const fit = fitParametric({
    durations: kept.map((row) => durations[row]!),
    eventObserved: kept.map(() => 1),
    entry: kept.map((row) => entry[row]!),
  }, "weibull");
  assertAlmostEquals(fit.location, Math.log(20), 0.005);
  assertAlmostEquals(fit.scale, 0.7, 0.005);
});

Deno.test("fitParametric() takes a weight for so many spells", () => {
  const durations = [1, 2, 4, 7];
  const once = fitParametric(
    { durations, eventObserved: [1, 1, 1, 0], weights: [2, 1, 1, 2] },
    "loglogistic",
  );
  const repeated = fitParametric(
    { durations: [1, 1, 2, 4, 7, 7], eventObserved: [1, 1, 1, 1, 0, 0] },
    "loglogistic",
  );
  assertAlmostEquals(once.location, repeated.location, 1e-9);
  assertAlmostEquals(once.aic, repeated.aic, 1e-9);
});

Deno.test("compareParametricFits() puts the family first that the data are of", () => {
  const durations = weibullDurations(2000);
  const { fits: [best] } = compareParametricFits({
    durations,
    eventObserved: durations.map(() => 1),
  });
  assert(best!.family === "weibull");
  assertAlmostEquals(fittedSurvivalAt(best!, fittedQuantile(best!, 0.3)), 0.7, 1e-9);
});

Deno.test("fitParametric() throws when there can be no fit", () => {
  const fit = (durations: number[], eventObserved: number[]) => () =>
    fitParametric({ durations, eventObserved }, "weibull");
  assertThrows(
    fit([1, 2], [0, 0]),
    RangeError,
    "an end that was seen is wanted, got none",
  );
  assertThrows(fit([0, 2], [1, 1]), RangeError, "above 0 is wanted, got 0");
  assertThrows(fit([3, 3], [1, 1]), RangeError, "more than one duration");
});
