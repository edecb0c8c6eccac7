import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { schemeDifference, simulateSchemes } from "./simulate_schemes.ts";
import { reportAssumptions } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { placeOf, QUANTITIES } from "./evaluate_career.ts";
import { evaluateCareers } from "./evaluate_careers.ts";
import { STILL, withUnbrokenService } from "./stationary_for_test.ts";

const BASE = await reportAssumptions("base");
const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
const OPTIONS = { careers: 3000, years: 10, seed: 5 };

function quantitiesOf(schemes: readonly Rules[], options = OPTIONS): Float64Array[] {
  return Array.from(evaluateCareers(BASE, schemes, options), (each) => each.slice());
}

Deno.test("simulateSchemes() gives the same whatever the size of batches", () => {
  const [one, other] = [7, 2000].map((batchSize) =>
    simulateSchemes(BASE, [JKP], { ...OPTIONS, batchSize })
  );
  assertEquals(one, other);
});

Deno.test("simulateSchemes() gives the same for careers drawn in two parts", () => {
  const whole = quantitiesOf([JKP]);
  const parts = [0, 1000].flatMap((firstCareer) =>
    Array.from(
      evaluateCareers(BASE, [JKP], {
        ...OPTIONS,
        careers: firstCareer === 0 ? 1000 : 2000,
        firstCareer,
      }),
      (each) => each.slice(),
    )
  );
  assertEquals(parts, whole);
});

Deno.test("simulateSchemes() gives other results for another seed", () => {
  const [one, other] = [1, 2].map((seed) =>
    simulateSchemes(BASE, [JKP], { ...OPTIONS, seed }).outcomes[0]!.costRate.value
  );
  assert(one !== other);
});

Deno.test("evaluateCareers() pays nothing negative, and nothing to who never contributed", () => {
  for (const quantities of quantitiesOf([JKP])) {
    assert(quantities.every((each) => each >= 0));
    const claims = quantities[placeOf(0, "claims")]!;
    assert(claims === 0 || quantities[0]! > 0);
    const decided = quantities.subarray(placeOf(0, "all"));
    assertEquals(decided.reduce((a, b) => a + b), claims);
    assert(quantities[placeOf(0, "insurableEarnings")]! <= 5_000_000 * quantities[0]!);
  }
});

Deno.test("evaluateCareers() never pays more under a stricter rule", () => {
  const schemes = [0, 6, 12, 24].map(withUnbrokenService);
  for (const quantities of quantitiesOf(schemes)) {
    for (let scheme = 1; scheme < schemes.length; scheme++) {
      for (const each of ["benefits", "benefitMonths", "all"] as const) {
        assert(
          quantities[placeOf(scheme, each)]! <= quantities[placeOf(scheme - 1, each)]!,
        );
      }
    }
  }
});

Deno.test("evaluateCareers() gives a scheme the same alone and beside others", () => {
  const width = 1 + QUANTITIES.length;
  const alone = quantitiesOf([JKP]).map((each) => each.slice(0, width));
  const beside = quantitiesOf([JKP, withUnbrokenService(12)]);
  assertEquals(alone, beside.map((each) => each.slice(0, width)));
});

Deno.test("schemeDifference() has a smaller error than the two rates have apart", () => {
  const schemes = [withUnbrokenService(6), withUnbrokenService(12)];
  const simulation = simulateSchemes(BASE, schemes, OPTIONS);
  const difference = schemeDifference(simulation, "costRate", 0, 1);
  const [first, second] = simulation.outcomes;
  assertAlmostEquals(
    difference.value,
    first!.costRate.value - second!.costRate.value,
    1e-12,
  );
  const apart = Math.hypot(first!.costRate.standardError, second!.costRate.standardError);
  assert(difference.standardError < apart / 2);
});

Deno.test("simulateSchemes() has errors that shrink with the root of careers", () => {
  const error = (careers: number) =>
    simulateSchemes(BASE, [JKP], { ...OPTIONS, careers }).outcomes[0]!.costRate
      .standardError;
  assertAlmostEquals(error(4000) / error(16_000), 2, 0.2);
});

Deno.test("simulateSchemes() has errors as wide as results of other seeds scatter", () => {
  const rates = Array.from(
    { length: 60 },
    (_, seed) =>
      simulateSchemes(STILL, [JKP], { careers: 500, years: 5, seed }).outcomes[0]!
        .costRate,
  );
  const mean = rates.reduce((sum, { value }) => sum + value, 0) / rates.length;
  const scatter = Math.sqrt(
    rates.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (rates.length - 1),
  );
  const stated = rates.reduce((sum, each) => sum + each.standardError, 0) / rates.length;
  // The standard deviation of 60 values is known to a tenth; three times that are allowed.
  assertAlmostEquals(scatter / stated, 1, 0.3);
});

Deno.test("simulateSchemes() pays nothing in the first year of a scheme that begins then", () => {
  const { outcomes } = simulateSchemes(BASE, [JKP], {
    ...OPTIONS,
    years: 1,
    inForceYears: 0,
  });
  assertEquals(outcomes[0]!.benefitsIdr.value, 0);
  // A job that ends in the twelfth month is paid from the thirteenth on.
  const { contributions, all } = outcomes[0]!.decidedBy;
  assertAlmostEquals(contributions.value + all.value, 1);
  assert(contributions.value > 0.85 && all.value > 0.03);
});

Deno.test("simulateSchemes() leaves unemployment out where terminations do not follow it", () => {
  const { referenceUnemploymentRate, unemploymentRate: { firstYear, values } } = BASE;
  const atReference = {
    firstYear,
    values: values.map(() => referenceUnemploymentRate),
  };
  const [steady, same, following] = [
    { ...BASE, followsUnemployment: false },
    { ...BASE, unemploymentRate: atReference },
    BASE,
  ].map((assumptions) => simulateSchemes(assumptions, [JKP], OPTIONS));
  assertEquals(steady, same);
  assert(steady!.outcomes[0]!.costRate.value !== following!.outcomes[0]!.costRate.value);
});

Deno.test("simulateSchemes() refuses what it cannot do", () => {
  assertThrows(() => simulateSchemes(BASE, [], OPTIONS), RangeError, "got none");
  assertThrows(
    () => simulateSchemes(BASE, [{ ...JKP, currency: "THB" }], OPTIONS),
    RangeError,
    "Cannot simulate jkp_2021: amounts in IDR, as wages are, are wanted, got THB",
  );
  assertThrows(
    () =>
      simulateSchemes({ ...BASE, terminationRelativity: BASE.members }, [JKP], OPTIONS),
    RangeError,
    "members of the same sexes and ages in all years are wanted",
  );
  assertThrows(
    () => simulateSchemes(BASE, [JKP], { ...OPTIONS, careers: 0 }),
    RangeError,
    "Cannot simulate careers: careers as a whole number from 1 is wanted, got 0",
  );
  assertThrows(
    () => simulateSchemes(BASE, [JKP], { ...OPTIONS, seed: 2 ** 32 }),
    RangeError,
    "a whole number of 32 bits as seed is wanted, got 4294967296",
  );
  assertThrows(
    () => simulateSchemes(BASE, [JKP], { ...OPTIONS, tenureShape: [] }),
    RangeError,
    "got none",
  );
});
