import { memberAges } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import type { AgeBands, Rules } from "@jkp/scheme";
import type { DurationBand } from "../scheme/rules/benefit_sections.ts";
import type { CareerBatch } from "./career_batch.ts";
import { simulateCareers } from "./careers.ts";
import { simulateSchemes } from "./simulate_schemes.ts";
import { survivalAt } from "@jkp/survival";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { ageIn, ageInMonths, ageLaw } from "./age_law.ts";
import {
  assertWithinThreeErrors,
  PROPOSED,
  STILL,
  withUnbrokenService,
} from "./stationary_for_test.ts";
import { expectedMonthsPaid, stationaryCostRate } from "./stationary_law_for_test.ts";

const AGES = memberAges(await readShippedExtract(), 2019);
const ANYBODY = withUnbrokenService(0);
const OPTIONS = { careers: 200_000, years: 10, seed: 2021, ages: AGES };
const HALF_THE_MONTHS = 6 * OPTIONS.years;
const BENEFIT_RATE = STILL.benefitRate;
const WAITING = PROPOSED.waitingPeriod.days / 30;

/** Mean of a figure over the ages of members, some months after the middle. */
function meanOverAges(figure: (age: number) => number, monthsAfter: number): number {
  let mean = 0;
  for (const { ageFrom, ageTo, share } of AGES) {
    const months = 12 * (ageTo - ageFrom + 1);
    for (let month = 0; month < months; month++) {
      const age = Math.floor((12 * ageFrom + month + monthsAfter) / 12);
      mean += share / months * figure(Math.max(15, Math.min(69, age)));
    }
  }
  return mean;
}

/** Mean over the months looked at. */
function meanOverMonths(figure: (monthsAfter: number) => number): number {
  let sum = 0;
  for (let after = -HALF_THE_MONTHS; after < HALF_THE_MONTHS; after++) {
    sum += figure(after);
  }
  return sum / (2 * HALF_THE_MONTHS);
}

/**
 * The closed form when what is paid depends on age: the sum over months of benefit, each
 * with the mean rate at the ages that members had when their employment ended.
 */
function costRateOf(rateOf: (age: number, month: number) => number): number {
  const all = { ...STILL, eligibleShare: 1 };
  const ofOneMonth = stationaryCostRate(all) / expectedMonthsPaid(all) /
    BENEFIT_RATE;
  return ofOneMonth * meanOverMonths((paid) => {
    let sum = 0;
    for (let month = 0; month < 9; month++) {
      // Paid from the month after the last of employment on.
      const mean = meanOverAges((age) => rateOf(age, month), paid - 1 - month);
      sum += survivalAt(STILL.survival, month + WAITING) * mean;
    }
    return sum;
  });
}

const band = (ageFrom: number, ageTo: number | null, months: number): DurationBand => ({
  ageFrom,
  ageTo,
  contributionMonthsFrom: 0,
  contributionMonthsTo: null,
  months,
});
const BY_AGE: Rules = {
  ...ANYBODY,
  name: "three months, nine from 45 on",
  duration: {
    ...ANYBODY.duration,
    kind: "bands",
    bands: [band(0, 44, 3), band(45, null, 9)],
  },
};

Deno.test("simulateSchemes() equals the mean over ages when duration depends on age", () => {
  const [outcome] = simulateSchemes(STILL, [BY_AGE], OPTIONS).outcomes;
  const monthsOf = (age: number) => age < 45 ? 3 : 9;
  const expected = costRateOf((age, month) => month < monthsOf(age) ? BENEFIT_RATE : 0);
  assertWithinThreeErrors(outcome!.costRate, expected);
  const paidMonths = meanOverMonths((after) =>
    meanOverAges(
      (age) => expectedMonthsPaid({ ...STILL, maximumDurationMonths: monthsOf(age) }),
      after,
    )
  );
  assertWithinThreeErrors(outcome!.monthsPerEligibleClaim, paidMonths);
});

const graded = (ageFrom: number, ageTo: number | null, rate: number): AgeBands => ({
  ageFrom,
  ageTo,
  bands: [{ wageFrom: 1, wageTo: 1e12, rateFrom: rate, rateTo: rate }],
});

Deno.test("simulateSchemes() equals the mean over ages when benefits are graded", () => {
  const rules: Rules = {
    ...ANYBODY,
    name: "30 per cent, 80 from 35 on",
    benefit: {
      ...ANYBODY.benefit,
      kind: "graded",
      daysPerMonth: 1,
      wholeUnits: false,
      index: null,
      ages: [graded(15, 34, 0.3), graded(35, null, 0.8)],
    },
  };
  const [outcome] = simulateSchemes(STILL, [rules], OPTIONS).outcomes;
  const expected = costRateOf((age, month) => month >= 6 ? 0 : age < 35 ? 0.3 : 0.8);
  assertWithinThreeErrors(outcome!.costRate, expected);
});

Deno.test("simulateSchemes() equals the share of the old when they are no more registered", () => {
  const { coverage } = ANYBODY;
  const rules = {
    ...ANYBODY,
    coverage: { ...coverage, ageAtRegistrationBelow: 45 },
  };
  const refused = (inForceYears: number) =>
    simulateSchemes(STILL, [rules], { ...OPTIONS, years: 1, inForceYears })
      .outcomes[0]!.decidedBy.coverage;
  // Nearly all are registered in the scheme's first month, half a year before the middle.
  const { value, standardError } = refused(0);
  const share = (after: number) => meanOverAges((age) => age >= 45 ? 1 : 0, after);
  assert(value > share(-6) - 3 * standardError && value < share(6) + 3 * standardError);
  // Members who joined ten years ago or earlier were younger then.
  assert(refused(Infinity).value < value / 2);
});

Deno.test("simulateSchemes() gives the same where age does not matter", () => {
  const options = { ...OPTIONS, careers: 2000 };
  const { ages: _ages, ...withoutAges } = options;
  assertEquals(
    simulateSchemes(STILL, [PROPOSED], options),
    simulateSchemes(STILL, [PROPOSED], withoutAges),
  );
});

Deno.test("simulateCareers() gives the ages that are asked for in the middle", () => {
  const careers = 50_000;
  const [batch] = [
    ...simulateCareers(STILL, { ...OPTIONS, careers, batchSize: careers }),
  ] as [CareerBatch];
  const middle = batch.firstMonth + HALF_THE_MONTHS;
  for (const { ageFrom, ageTo, share } of AGES) {
    const found = batch.birthMonth.reduce((sum, born) => {
      const age = ageIn(batch.ageLimits, born, middle);
      return sum + (age >= ageFrom && age <= ageTo ? 1 : 0);
    }, 0) / careers;
    assertAlmostEquals(found, share, 3.5 * Math.sqrt(share * (1 - share) / careers));
  }
});

Deno.test("ageIn() moves with time and holds at the youngest and the oldest", () => {
  const law = ageLaw(AGES);
  const born = 12 * 1980 + 6;
  const ages = [1990, 2000, 2020, 2060].map((year) => ageIn(law, born, 12 * year + 6));
  assertEquals(ages, [15, 20, 40, 69]);
  assertEquals(ageIn(law, born, 12 * 2020 + 5), 39);
});

Deno.test("ageInMonths() goes evenly through a group", () => {
  const law = ageLaw([
    { ageFrom: 20, ageTo: 29, share: 0.5 },
    { ageFrom: 40, ageTo: 40, share: 0.5 },
  ]);
  const months = [0, 0.25, 0.4999, 0.5, 0.9999, 1].map((each) => ageInMonths(law, each));
  assertEquals(months, [240, 300, 359, 480, 491, 491]);
});

Deno.test("simulateCareers() refuses ages that cannot be", () => {
  const tried = (ageFrom: number, ageTo: number, share: number) => () => {
    const ages = [{ ageFrom, ageTo, share }];
    [...simulateCareers(STILL, { ...OPTIONS, careers: 1, ages })];
  };
  const ages = "ages in whole years from 0 to 120 with shares of 0 or more are wanted";
  assertThrows(tried(30, 25, 1), RangeError, `${ages}, got 30 to 25 with 1`);
  assertThrows(tried(30, 35.5, 1), RangeError, `${ages}, got 30 to 35.5 with 1`);
  assertThrows(tried(30, 35, 0.5), RangeError, "add up to 1 are wanted, got 0.5");
});
