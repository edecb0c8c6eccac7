import { monthOf } from "@jkp/month";
import { NoSignChangeError } from "@jkp/numeric";
import { DataError } from "@jkp/problem";
import { rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { survivalAt, survivalCurveFromPoints } from "@jkp/survival";
import { annexI } from "./annex_i_for_test.ts";
import {
  affordableBenefitRate,
  affordableCeiling,
  affordableDuration,
  affordableMaximumBenefit,
  isoCostCurve,
} from "./affordable.ts";
import { checkAssumptions } from "./assumptions/check_assumptions.ts";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { isWithin, type Range, RANGES } from "./assumptions/ranges.ts";
import { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
import { survivalToEnd } from "./assumptions/survival_to_end.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { changeAssumptions, changeInputs } from "./change_assumptions.ts";
import { rateKeepingReserve, rollForward, solveContributionRate } from "./fund.ts";
import { OutsideModelError } from "./outside_model.ts";
import { projectMonths } from "./projection.ts";
import { sensitivities } from "./sensitivity.ts";
import { expectedPayments, transitionalCost } from "./transition.ts";
import { fundAtSuggestedRate, type Valuation, valueAssumptions } from "./valuation.ts";
import { valueReform } from "./value_reform.ts";
import { valueSchemes } from "./value_schemes.ts";
import { valueVariants } from "./value_variants.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const BASE = await reportAssumptions("base");
const INPUTS = await reportInputs("base");
const PROPOSED = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));

const flat = (value: number) => ({ firstYear: 2019, values: Array(12).fill(value) });
const withUnemployment = (rate: number): ValuationAssumptions => ({
  ...BASE,
  unemploymentRate: flat(rate),
});
const IN_SIX_OF_TEN = withUnemployment(0.6);
const OUT_OF_WORK = /covered unemployment rate below 100 per cent is wanted, got 102.1 %/;

function outside(compute: () => unknown, reason: string | RegExp): void {
  const error = assertThrows(compute, OutsideModelError);
  assert(error.reason.match(reason) !== null, error.reason);
}

Deno.test("every valuation refuses a covered labour force that is all out of work", () => {
  const { years } = valueAssumptions(BASE);
  assert(years.length === 10);
  const inputs = {
    ...INPUTS,
    scenario: { ...INPUTS.scenario, unemploymentRate: flat(0.6) },
  };
  const scenarios = { pessimistic: INPUTS, base: inputs, optimistic: INPUTS };
  for (
    const compute of [
      () => valueAssumptions(IN_SIX_OF_TEN),
      () => projectMonths(IN_SIX_OF_TEN),
      () => sensitivities(IN_SIX_OF_TEN, []),
      () => affordableBenefitRate(IN_SIX_OF_TEN, 0.01),
      () => affordableDuration(IN_SIX_OF_TEN, 0.01),
      () => affordableMaximumBenefit(inputs, PROPOSED, 0.01),
      () => affordableCeiling(inputs, PROPOSED, 0.01),
      () => valueVariants(scenarios, PROPOSED, []),
    ]
  ) outside(compute, OUT_OF_WORK);
  const { valued, leftOut } = valueSchemes([PROPOSED, JKP], [inputs]);
  assertEquals([valued.length, leftOut.length], [0, 2]);
  assert(leftOut.every(({ reason }) => OUT_OF_WORK.test(reason)));
  assertEquals(isoCostCurve(IN_SIX_OF_TEN, 0.01, [6])[0]!.benefitRate, null);
  const reform = () => valueReform(JKP, PROPOSED, inputs);
  const { message } = assertThrows(
    reform,
    RangeError,
    "Cannot value the reform of jkp_2021",
  );
  assert(OUT_OF_WORK.test(message));
});

Deno.test("valueAssumptions() refuses more beneficiaries than unemployed, and all who contribute", () => {
  const longer: ValuationAssumptions = {
    ...BASE,
    maximumDurationMonths: 60,
    maximumUnemploymentMonths: 24,
    involuntaryShare: 1,
    eligibleShare: 1,
  };
  outside(
    () => valueAssumptions(longer),
    "no more beneficiaries than unemployed are wanted",
  );
  const none: ValuationAssumptions = {
    ...withUnemployment(0.3),
    involuntaryShare: 1,
    eligibleShare: 1,
    maximumDurationMonths: 24,
    choices: { ...BASE.choices, contributors: "members_less_beneficiaries" },
  };
  outside(() => valueAssumptions(none), "fewer beneficiaries than members");
  outside(
    () => valueAssumptions({ ...withUnemployment(0.5), terminationRatePerMonth: 0.2 }),
    "a termination rate above 0, up to 100 per cent a month is wanted, got 192.3 %",
  );
  const rounded = { ...BASE.choices, terminationRate: "each_year_as_printed" as const };
  outside(
    () => valueAssumptions({ ...withUnemployment(0.002), choices: rounded }),
    "got 0.0 % in 2020-01",
  );
});

Deno.test("nobody paid is refused alike in assumptions, rules, service and calendar", () => {
  const leaves = "nobody who leaves is paid";
  const serves = "nobody who leaves has enough service";
  outside(() => valueAssumptions({ ...BASE, involuntaryShare: 0 }), leaves);
  outside(() => valueAssumptions({ ...BASE, eligibleShare: 0 }), serves);
  outside(
    () => valueAssumptions(changeAssumptions(BASE, { involuntaryShare: 0 })),
    leaves,
  );
  outside(() => valueAssumptions(changeAssumptions(BASE, { eligibleShare: 0 })), serves);
  const reasonOf = (inputs: typeof INPUTS, rules = PROPOSED) => {
    const { valued, leftOut } = valueSchemes([rules], [inputs]);
    assertEquals(valued, []);
    return leftOut[0]!.reason;
  };
  assertEquals(reasonOf(changeInputs(INPUTS, { involuntaryShare: 0 })), leaves);
  assertEquals(reasonOf(changeInputs(INPUTS, { eligibleShare: 0 })), serves);
  const without = {
    extractShares: [{ rule: { months: 12, withinMonths: 24 }, share: 0 }],
  };
  const experience = {
    ...INPUTS.experience,
    eligibility: { ...INPUTS.experience.eligibility, monthsAtLeast: 6 },
  };
  assertEquals(reasonOf({ ...INPUTS, experience, data: without }), serves);
  const benefit = { ...PROPOSED.benefit, kind: "flat" as const, rate: 0 };
  assertEquals(reasonOf(INPUTS, { ...PROPOSED, benefit }), leaves);
  const terms = { ...BASE.terms, firstBenefitMonth: monthOf(2040, 1) };
  outside(
    () => valueAssumptions({ ...BASE, terms }),
    "nobody is paid in the years projected",
  );
  const back = survivalCurveFromPoints(
    [{ time: 0, survival: 1 }, { time: 0.1, survival: 0 }],
    "step",
  );
  outside(
    () => valueAssumptions({ ...BASE, survival: back }),
    "nobody is paid in the years",
  );
});

Deno.test("functions name all that is wrong with values from outside types", () => {
  const wrong = {
    ...BASE,
    eligibleShare: 75,
    benefitrate: 0.6,
    waitingPeriodDays: "7",
    unemploymentRate: { firstYear: 2019, values: Array(12).fill(5.2) },
    investmentReturn: { firstYear: 2021, values: [0.03] },
    terms: { ...BASE.terms, reserveMultiple: -1 },
    choices: { ...BASE.choices, fundFlows: "year-end" },
    survival: { rule: "linear", points: [{ time: 0, survival: 1 }] },
    initialCapitalIdr: NaN,
  } as unknown as ValuationAssumptions;
  for (
    const compute of [
      () => checkAssumptions(wrong),
      () => valueAssumptions(wrong),
      () => projectMonths(wrong),
      () => sensitivities(BASE, [{ name: "wrong", title: "", change: wrong }]),
      () => affordableBenefitRate(wrong, 0.01),
      () => affordableDuration(wrong, 0.01),
      () => isoCostCurve(wrong, 0.01, [6]),
      () => transitionalCost(wrong, []),
      () => valueSchemes([PROPOSED], [{ ...INPUTS, change: () => wrong }]),
    ]
  ) {
    const { problems }: DataError = assertThrows(compute, DataError);
    const words = problems.map(({ place, received }) => `${place}, ${received}`);
    for (
      const expected of [
        'waitingPeriodDays, "7"',
        "eligibleShare, 75 (did you mean 0.75?)",
        "unemploymentRate.values.3, 5.2 (did you mean 0.052?)",
        "terms.reserveMultiple, -1",
        'choices.fundFlows, "year-end"',
        "initialCapitalIdr, NaN",
        "survival.points, a list",
        "benefitrate, 0.6 (did you mean benefitRate?)",
        "investmentReturn, 2021 to 2021",
      ]
    ) assert(words.includes(expected), `${expected} is not in ${words.join("; ")}`);
  }
});

Deno.test("functions of inputs, rates and terms name what is wrong with them", () => {
  const { years } = valueAssumptions(BASE);
  const wrong = {
    ...INPUTS,
    scenari: INPUTS.scenario,
    scenario: { ...INPUTS.scenario, involuntaryShare: 50 },
  } as unknown as typeof INPUTS;
  const terms = { flows: "mid_year", expenseBasis: "benefit_only" } as const;
  const misspelt = { ...terms, flows: "midyear" } as unknown as typeof terms;
  const other = { ...terms, expenseBasis: "benefits" } as unknown as typeof terms;
  const refused: readonly (readonly [() => unknown, string])[] = [
    [() => deriveAssumptions(wrong, PROPOSED), "got 50 (did you mean 0.5?)"],
    [() => deriveAssumptions(wrong, PROPOSED), "scenari: expected no such key, got a"],
    [() => deriveAssumptions(wrong, PROPOSED), "(did you mean scenario?)"],
    [() => affordableBenefitRate(BASE, 1.35), "got 1.35 (did you mean 0.0135?)"],
    [() => affordableDuration(BASE, -0.1), "a fraction from 0 to 1, got -0.1"],
    [() => affordableCeiling(INPUTS, PROPOSED, NaN), "contributionRate"],
    [() => affordableMaximumBenefit(INPUTS, PROPOSED, 46), "did you mean 0.46?"],
    [() => rollForward(years, { ...terms, contributionRate: 1.35 }), "0.0135"],
    [() => rollForward(years, { ...misspelt, contributionRate: 0.01 }), '"midyear"'],
    [() => solveContributionRate(years, 2, other), '"benefits"'],
    [() => solveContributionRate(years, -2, terms), "a multiple of 0 or more, got -2"],
    [() => rateKeepingReserve(years, 2, misspelt), '"midyear"'],
    [() => expectedPayments(BASE.survival, 0.5), "whole number of months"],
  ];
  for (const [compute, words] of refused) assertThrows(compute, DataError, words);
});

Deno.test("affordableDuration() stops at the last duration that the model can value", () => {
  const assumptions: ValuationAssumptions = {
    ...withUnemployment(0.18),
    involuntaryShare: 1,
    eligibleShare: 1,
    benefitRate: 0.01,
    choices: { ...BASE.choices, contributors: "members_less_beneficiaries" },
  };
  const { value, isLimit } = affordableDuration(assumptions, 0.9)!;
  assert(isLimit && value < 24);
  valueAssumptions({ ...assumptions, maximumDurationMonths: value });
  const longer = { ...assumptions, maximumDurationMonths: value + 1 };
  outside(() => valueAssumptions(longer), "fewer beneficiaries than members");
  const [last, beyond] = isoCostCurve(assumptions, 0.2, [value, value + 1]);
  assert(last!.benefitRate !== null && beyond!.benefitRate === null);
});

Deno.test("affordableBenefitRate() finds a rate where the highest costs all that is insured", () => {
  const dear = changeAssumptions(
    { ...withUnemployment(0.3), maximumDurationMonths: 24 },
    { involuntaryShare: 1, eligibleShare: 1 },
  );
  assertThrows(() => valueAssumptions({ ...dear, benefitRate: 1 }), NoSignChangeError);
  const { value, suggestedRate, isLimit } = affordableBenefitRate(dear, 0.1)!;
  assertAlmostEquals(suggestedRate, 0.1, 1e-9);
  assert(value > 0 && value < 1 && !isLimit);
});

Deno.test("survival reaches 0.05 at 60 months, and nobody is out of work after", () => {
  const at = (month: number) => survivalAt(BASE.survival, month);
  assertAlmostEquals(at(60), 0.05, 0.0005);
  assert(at(59) > at(59.5) && at(59.5) > at(60));
  assertEquals([at(60 + 1 / 30), at(61), at(600)], [0, 0, 0]);
  // Up to month 59 it is what the extract shows.
  const { curve } = INPUTS.experience.inactivity!;
  for (const month of [0, 6, 24, 58.5, 59]) {
    assertEquals(at(month), survivalAt(curve, month));
  }
  const cut = survivalToEnd(curve, 36);
  assertEquals(survivalAt(cut, 36), survivalAt(curve, 36));
  assertEquals(survivalAt(cut, 37), 0);
  // A slope that reaches nought before the end stays there.
  assertEquals(survivalAt(survivalToEnd(curve, 120), 119), 0);
});

Deno.test("transitionalCost() rounds to printed digits in the report's design alone", () => {
  const { years } = valueAssumptions(BASE);
  const cost = (assumptions: ValuationAssumptions) =>
    transitionalCost(assumptions, years).costIdr;
  const choices = (transitionalFactors: "as_printed" | "exact") => ({
    ...BASE,
    choices: { ...BASE.choices, transitionalFactors },
  });
  assertEquals(cost(BASE), cost(choices("as_printed")));
  const { assumptions } = deriveAssumptions(INPUTS, { ...PROPOSED, name: "mine" });
  assertEquals(assumptions.choices.transitionalFactors, "exact");
  // 1.0754 for 1.1 %, the unrounded months, share and relative earnings.
  const { survival, eligibleShare, earnings, terminationRatePerMonth } = BASE;
  const unrounded = terminationRatePerMonth / 0.011 *
    (expectedPayments(survival, 6) / 5.5) * (eligibleShare / 0.75) *
    (earnings.claimantRelativity / 0.87);
  assertAlmostEquals(cost(choices("exact")) / cost(BASE), unrounded, 1e-12);
  assert(Math.abs(unrounded - 1) > 0.01);
});

const SETTINGS: Readonly<Record<string, Partial<ValuationAssumptions>>> = {
  "as they are": {},
  "a quarter unemployed": { unemploymentRate: flat(0.25) },
  "hardly anybody unemployed": { unemploymentRate: flat(0.004) },
  "unemployment that jumps every year": {
    unemploymentRate: {
      firstYear: 2019,
      values: Array.from({ length: 12 }, (_, i) => i % 2 === 0 ? 0.03 : 0.3),
    },
  },
  "members who halve every two years": {
    members: {
      firstYear: 2019,
      values: Array.from({ length: 12 }, (_, i) => 15e6 * 0.7 ** i),
    },
    memberGrowthBeforeBaseYear: -0.2,
  },
  "wages that grow by 40 per cent": {
    earnings: {
      ...BASE.earnings,
      membersIdr: {
        firstYear: 2020,
        values: Array.from({ length: 11 }, (_, i) => 4e6 * 1.4 ** i),
      },
      claimantsIdr: {
        firstYear: 2020,
        values: Array.from({ length: 11 }, (_, i) => 3e6 * 1.35 ** i),
      },
    },
    averageEarningsMonths: 12,
  },
  "one month at the whole wage, without a wait": {
    maximumDurationMonths: 1,
    benefitRate: 1,
    waitingPeriodDays: 0,
  },
  "five years after a wait of three months": {
    maximumDurationMonths: 60,
    waitingPeriodDays: 90,
  },
  "all are paid, with a year of wages": {
    involuntaryShare: 1,
    eligibleShare: 1,
    averageEarningsMonths: 12,
  },
  "a fund that melts away, ten years' reserve": {
    investmentReturn: flat(-0.3),
    terms: { ...BASE.terms, reserveMultiple: 10 },
  },
  "a twentieth of earnings for administration, capital for years": {
    administrationRate: RANGES.administrationRate.highest,
    initialCapitalIdr: 2e15,
  },
  "national odds": {
    choices: { ...BASE.choices, coveredUnemploymentRate: "national" },
  },
  "in proportion to unemployment, three years": {
    choices: { ...BASE.choices, coveredUnemploymentRate: 0 },
    terms: { ...BASE.terms, projectionYears: 3 },
  },
  "by terminations alone": {
    choices: { ...BASE.choices, beneficiaryMethod: "flow" },
    maximumDurationMonths: 18,
  },
};

Deno.test("valueAssumptions() equals the equations of Annex I, worked cohort by cohort", async () => {
  const reports = [
    BASE,
    await reportAssumptions("pessimistic"),
    await reportAssumptions("optimistic"),
  ];
  const odd = Object.values(SETTINGS).map((change) => ({ ...BASE, ...change }));
  for (const assumptions of [...reports, ...odd]) {
    const expected = annexI(assumptions);
    const { financing, years } = valueAssumptions(assumptions);
    const { suggestedRate, minimumRate } = financing.benefit_and_administrative;
    assertAlmostEquals(suggestedRate, expected.suggestedRate, 1e-12);
    assertAlmostEquals(minimumRate, expected.minimumRate, 1e-12);
    years.forEach(({ paygCostRate }, i) =>
      assertAlmostEquals(paygCostRate / expected.paygCostRates[i]!, 1, 1e-11)
    );
  }
});

/** A number within a range, or now and then one that is not. */
function around(range: Range, highest = range.highest, lowest = range.lowest) {
  const bounds = { min: lowest, max: Math.min(highest, range.highest) };
  const inside = range.isWhole === true ? fc.integer(bounds) : fc.double({
    ...bounds,
    noNaN: true,
    minExcluded: lowest === range.lowest && range.isLowestOut === true,
    maxExcluded: bounds.max === range.highest && range.isHighestOut === true,
  });
  const beyond = [range.lowest - 1, NaN, "0.5", null];
  if (range.highest < Infinity) beyond.push(range.highest * 2 + 1);
  return fc.oneof(
    { weight: 30, arbitrary: inside },
    { weight: 1, arbitrary: fc.constantFrom(...beyond) },
  ) as fc.Arbitrary<number>;
}

const NUMBERS = [
  "involuntaryShare",
  "eligibleShare",
  "benefitRate",
  "maximumDurationMonths",
  "waitingPeriodDays",
  "administrationRate",
  "memberGrowthBeforeBaseYear",
  "maximumUnemploymentMonths",
  "initialCapitalIdr",
] as const satisfies readonly (keyof typeof RANGES)[];

const anyAssumptions = fc.record({
  numbers: fc.record({
    involuntaryShare: around(RANGES.involuntaryShare),
    eligibleShare: around(RANGES.eligibleShare),
    benefitRate: around(RANGES.benefitRate),
    maximumDurationMonths: around(RANGES.maximumDurationMonths),
    waitingPeriodDays: around(RANGES.waitingPeriodDays),
    administrationRate: around(RANGES.administrationRate),
    memberGrowthBeforeBaseYear: around(RANGES.memberGrowthBeforeBaseYear),
    maximumUnemploymentMonths: around(RANGES.maximumUnemploymentMonths, 90),
    initialCapitalIdr: around(RANGES.initialCapitalIdr, 1e13),
  }),
  terminationRatePerMonth: fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
  unemployment: fc.array(
    fc.oneof(
      { weight: 30, arbitrary: fc.double({ min: 0.001, max: 0.2, noNaN: true }) },
      { weight: 1, arbitrary: fc.double({ min: 0.2, max: 0.99, noNaN: true }) },
    ),
    { minLength: 12, maxLength: 12 },
  ),
  growth: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), {
    minLength: 12,
    maxLength: 12,
  }),
  returns: fc.array(
    around(RANGES.investmentReturn, 0.5, -0.5),
    { minLength: 12, maxLength: 12 },
  ),
  reserveMultiple: fc.double({ min: 0, max: 5, noNaN: true }),
  coveredUnemploymentRate: fc.oneof(
    fc.constantFrom("national" as const, "implied" as const),
    around(RANGES.coveredUnemploymentRate),
  ),
  choices: fc.record({
    beneficiaryMethod: fc.constantFrom("annex_ratio" as const, "flow" as const),
    contributors: fc.constantFrom(
      "members" as const,
      "members_less_beneficiaries" as const,
    ),
    waitingPeriod: fc.constantFrom(
      "shifts_payments" as const,
      "shortens_payments" as const,
      "ignored" as const,
    ),
    fundFlows: fc.constantFrom(
      "year_end" as const,
      "mid_year" as const,
      "year_start" as const,
    ),
    terminationRate: fc.constantFrom("exact" as const, "each_year_as_printed" as const),
  }),
}).map(({ numbers, terminationRatePerMonth, ...drawn }): ValuationAssumptions => ({
  ...BASE,
  ...numbers,
  terminationRatePerMonth,
  unemploymentRate: { firstYear: 2019, values: drawn.unemployment },
  members: {
    firstYear: 2019,
    values: drawn.growth.map((_, i) =>
      drawn.growth.slice(0, i).reduce((level, rate) => level * (1 + rate), 15e6)
    ),
  },
  investmentReturn: { firstYear: 2019, values: drawn.returns },
  terms: { ...BASE.terms, reserveMultiple: drawn.reserveMultiple },
  choices: {
    ...BASE.choices,
    ...drawn.choices,
    coveredUnemploymentRate: drawn.coveredUnemploymentRate,
  },
}));

/** Everything drawn that its range does not allow, by place. */
function placesOutOfRange(a: ValuationAssumptions): string[] {
  const { coveredUnemploymentRate: rate } = a.choices;
  return [
    ...NUMBERS.filter((name) => !isWithin(RANGES[name], a[name])),
    ...a.investmentReturn.values.flatMap((value, i) =>
      isWithin(RANGES.investmentReturn, value) ? [] : [`investmentReturn.values.${i}`]
    ),
    ...(rate === "national" || rate === "implied" ||
        isWithin(RANGES.coveredUnemploymentRate, rate)
      ? []
      : ["choices.coveredUnemploymentRate"]),
  ].sort();
}

/** Every flow by itself, carried to the end of each year by each year's return. */
function bruteForceFund({ assumptions, months, financing }: Valuation): number[] {
  const { terms, choices, investmentReturn, administrationRate } = assumptions;
  const { suggestedRate } = financing.benefit_and_administrative;
  const share = { year_end: 0, mid_year: 0.5, year_start: 1 }[choices.fundFlows];
  const first = terms.firstContributionMonth - months.firstMonth;
  const growth = (year: number) =>
    1 + investmentReturn.values[2021 + year - investmentReturn.firstYear]!;
  return Array.from({ length: terms.projectionYears }, (_, last) => {
    let fund = assumptions.initialCapitalIdr;
    for (let year = 0; year <= last; year++) fund *= growth(year);
    for (let i = first; i < first + 12 * (last + 1); i++) {
      const beneficiaries = months.beneficiaries[i]!;
      const payers = months.members[i]! -
        (choices.contributors === "members" ? 0 : beneficiaries);
      const insured = payers * months.memberEarningsIdr[i]!;
      let flow = suggestedRate * insured - administrationRate * insured -
        beneficiaries * months.meanBenefitIdr[i]!;
      const year = Math.floor((i - first) / 12);
      flow *= growth(year) ** share;
      for (let later = year + 1; later <= last; later++) flow *= growth(later);
      fund += flow;
    }
    return fund;
  });
}

Deno.test("valueAssumptions() refuses with a reason or gives what can be, whatever the assumptions", () => {
  const outcomes = { valued: 0, wrong: 0, outside: 0, dear: 0 };
  fc.assert(
    fc.property(anyAssumptions, (assumptions) => {
      const out = placesOutOfRange(assumptions);
      let valuation: Valuation;
      try {
        valuation = valueAssumptions(assumptions);
      } catch (error) {
        if (error instanceof DataError) {
          outcomes.wrong++;
          assertEquals(error.problems.map(({ place }) => place!).sort(), out);
          return;
        }
        assertEquals(out, []);
        if (error instanceof OutsideModelError) {
          outcomes.outside++;
          assert(/wanted, got|^nobody/.test(error.reason), error.reason);
          return;
        }
        assert(error instanceof NoSignChangeError, String(error));
        outcomes.dear++;
        return;
      }
      outcomes.valued++;
      assertEquals(out, []);
      const { months, years } = valuation;
      const { beneficiaryMethod } = assumptions.choices;
      months.beneficiaries.forEach((count, i) => {
        const unemployed = beneficiaryMethod === "flow"
          ? months.theoreticalUnemployed[i]!
          : months.estimatedUnemployed[i]!;
        assert(count >= 0 && count <= unemployed * (1 + 1e-9));
      });
      for (const { paygCostRate, benefitsIdr, insurableEarningsIdr } of years) {
        assert(paygCostRate >= assumptions.administrationRate * (1 - 1e-12));
        assert(benefitsIdr >= 0 && insurableEarningsIdr > 0 && benefitsIdr < Infinity);
      }
      const fund = fundAtSuggestedRate(valuation);
      const closing = bruteForceFund(valuation);
      const { suggestedRate } = valuation.financing.benefit_and_administrative;
      // Money that went in or out so far, at the highest return.
      const scale = closing.map((_, k) =>
        years.slice(0, k + 1).reduce(
          (sum, year) =>
            (sum + year.insurableEarningsIdr) *
            (1 + Math.max(0, year.investmentReturn)),
          assumptions.initialCapitalIdr,
        )
      );
      closing.forEach((value, k) => {
        assert(Math.abs(value - fund[k]!.closingIdr) <= 1e-11 * scale[k]!);
        assert(value >= -1e-11 * scale[k]!);
      });
      const wanted = assumptions.terms.reserveMultiple * fund.at(-1)!.expensesIdr;
      const over = [...closing.map((value) => value), closing.at(-1)! - wanted];
      assert(over.at(-1)! >= -1e-11 * scale.at(-1)!);
      // No lower rate would do: one of the conditions just holds.
      const isTight = over.some((value, k) =>
        value <= 1e-11 * scale[Math.min(k, closing.length - 1)]!
      );
      assert(suggestedRate === 0 || isTight);
    }),
    { numRuns: 250, endOnFailure: true },
  );
  for (const count of [outcomes.valued, outcomes.wrong, outcomes.outside]) {
    assert(count >= 5, JSON.stringify(outcomes));
  }
});
