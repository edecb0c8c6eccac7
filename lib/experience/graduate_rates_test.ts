import type { DifferenceOrder } from "./difference_penalty.ts";
import { graduateRates } from "./graduate_rates.ts";
import { TooFewDataError } from "./too_few_data.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import fixtures from "./fixtures/graduate_rates.json" with { type: "json" };

for (const fixture of fixtures) {
  Deno.test(`graduateRates() equals R's Newton solution: ${fixture.name}`, () => {
    const { claims, exposure, lambda, dispersion } = fixture;
    const isChosen = typeof lambda === "string";
    const found = graduateRates({ claims, exposure }, {
      order: fixture.order as DifferenceOrder,
      lambda: isChosen ? lambda as "gcv" | "reml" : Number(lambda),
      dispersion,
    });
    const tolerance = isChosen ? 1e-4 : 1e-9;
    assertAlmostEquals(found.lambda / fixture.chosenLambda, 1, tolerance);
    assertEquals(found.isLambdaAtLimit, false);
    fixture.rates.forEach((rate, i) => {
      assertAlmostEquals(found.rates[i]! / rate, 1, tolerance);
      const error = fixture.standardErrors[i]!;
      assertAlmostEquals(found.standardErrors[i]! / error, 1, tolerance);
    });
    const { effectiveDegreesOfFreedom: freedom } = fixture;
    assertAlmostEquals(found.effectiveDegreesOfFreedom / freedom, 1, tolerance);
    assertAlmostEquals(found.deviance / fixture.deviance, 1, tolerance);
  });
}

const CLAIMS = [12, 40, 52, 61, 40, 43, 25];
const EXPOSURE = [800, 3100, 4900, 6100, 5600, 4400, 3900];

Deno.test("graduateRates() returns crude rates when nothing is smoothed", () => {
  const { rates, standardErrors, effectiveDegreesOfFreedom } = graduateRates({
    claims: CLAIMS,
    exposure: EXPOSURE,
  }, { lambda: 0, dispersion: 4 });
  assertEquals(rates, CLAIMS.map((count, i) => count / EXPOSURE[i]!));
  assertEquals(standardErrors[1], Math.sqrt(4 * 40) / 3100);
  // No claims are no proof of a rate of 0: an error of 0 would say so.
  assertEquals(
    graduateRates({ claims: [0, 9], exposure: [10, 10] }, { order: 1, lambda: 0 })
      .standardErrors,
    [
      NaN,
      0.3,
    ],
  );
  assertEquals(effectiveDegreesOfFreedom, 7);
});

Deno.test("graduateRates() comes near the crude rates when it hardly smooths", () => {
  const { rates } = graduateRates({ claims: CLAIMS, exposure: EXPOSURE }, {
    lambda: 1e-6,
  });
  rates.forEach((rate, i) => assertAlmostEquals(rate, CLAIMS[i]! / EXPOSURE[i]!, 1e-8));
});

Deno.test("graduateRates() gives a polynomial in log rate for large lambda", () => {
  for (const order of [1, 2, 3] as const) {
    const { rates } = graduateRates({ claims: CLAIMS, exposure: EXPOSURE }, {
      order,
      lambda: 1e8,
    });
    let differences = rates.map(Math.log);
    for (let i = 0; i < order; i++) {
      differences = differences.slice(1).map((value, j) => value - differences[j]!);
    }
    assert(differences.every((value) => Math.abs(value) < 1e-5));
  }
});

Deno.test("graduateRates() interpolates log rates in a straight line without exposure", () => {
  const [claims, exposure] = [[10, 20, 0, 20, 10], [900, 950, 0, 940, 980]];
  const { rates } = graduateRates({ claims, exposure }, { order: 1, lambda: 5 });
  const logs = rates.map(Math.log);
  assertAlmostEquals(logs[2]!, (logs[1]! + logs[3]!) / 2, 1e-9);
});

Deno.test("graduateRates() keeps the total of the claims", () => {
  const data = fc.array(
    fc.record({
      claims: fc.integer({ min: 1, max: 500 }),
      exposure: fc.double({ min: 500, max: 10_000, noNaN: true }),
    }),
    { minLength: 5, maxLength: 20 },
  );
  const options = fc.record({
    order: fc.constantFrom<DifferenceOrder>(1, 2, 3),
    lambda: fc.oneof(
      fc.double({ min: 0.001, max: 10_000, noNaN: true }),
      fc.constantFrom<"gcv" | "reml">("gcv", "reml"),
    ),
    dispersion: fc.double({ min: 0.5, max: 20, noNaN: true }),
  });
  fc.assert(
    fc.property(data, options, (data, options) => {
      const { rates, standardErrors } = graduateRates({
        claims: data.map(({ claims }) => claims),
        exposure: data.map(({ exposure }) => exposure),
      }, options);
      const total = data.reduce((sum, { claims }) => sum + claims, 0);
      const expected = data.reduce(
        (sum, { exposure }, i) => sum + exposure * rates[i]!,
        0,
      );
      assertAlmostEquals(expected / total, 1, 1e-6);
      assert(standardErrors.every((error) => error > 0));
    }),
    { numRuns: 60 },
  );
});

Deno.test("graduateRates() settles where smoothing is so strong that rounding shows", () => {
  const claims = [1, 1, 1, 1, 53];
  const exposure = claims.map(() => 20);
  const { rates } = graduateRates({ claims, exposure }, {
    order: 3,
    lambda: "gcv",
    dispersion: 0.5,
  });
  assertAlmostEquals(rates.reduce((sum, rate) => sum + 20 * rate, 0), 57, 1e-5);
});

Deno.test("graduateRates() recovers a smooth curve better than the crude rates do", () => {
  const truth = Array.from({ length: 20 }, (_, i) => 0.02 * Math.exp(-0.1 * i));
  const noise = [1.2, 0.8, 1.1, 0.9, 1.15, 0.85, 1.2, 0.75, 1.1, 0.95];
  const exposure = truth.map(() => 4000);
  const claims = truth.map((rate, i) => Math.round(4000 * rate * noise[i % 10]!));
  const { rates, effectiveDegreesOfFreedom } = graduateRates({ claims, exposure });
  const distance = (found: readonly number[]) =>
    found.reduce((sum, rate, i) => sum + Math.log(rate / truth[i]!) ** 2, 0);
  assert(distance(rates) < distance(claims.map((count) => count / 4000)) / 4);
  assert(effectiveDegreesOfFreedom < 4);
});

Deno.test("graduateRates() throws when rates cannot be found", () => {
  const exposure = [10, 10, 10, 10];
  assertThrows(
    () => graduateRates({ claims: [0, 0, 0, 0], exposure }),
    RangeError,
    "got none",
  );
  assertThrows(
    () => graduateRates({ claims: [1, 1, 1], exposure }),
    RangeError,
    "got 3 and 4",
  );
  assertThrows(
    () => graduateRates({ claims: [1, 1, 1, 1], exposure: [10, 10, 10, 0] }),
    RangeError,
    "got 1 of 0 at 4",
  );
  assertThrows(
    () => graduateRates({ claims: exposure, exposure: [1, 1, 1, 1] }),
    RangeError,
    "got 40 claims of 4 (are the columns swapped?)",
  );
  assertThrows(
    () => graduateRates({ claims: [1, 1, 1, 1], exposure }, { dispersion: 0 }),
    RangeError,
    "a positive dispersion",
  );
  // Claims at one end alone: the steeper the line in log rates, the likelier.
  assertThrows(() => graduateRates({ claims: [9, 0, 0, 0], exposure }), TooFewDataError);
  assertThrows(
    () => graduateRates({ claims: [9, 9, 0, 0], exposure: [10, 10, 0, 0] }),
    TooFewDataError,
  );
});
