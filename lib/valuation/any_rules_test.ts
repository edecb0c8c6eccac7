import { monthOf, yearOf } from "@jkp/month";
import { type Limit, type Rules, rulesAt, type RulesInTime } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { affordableCeiling, affordableMaximumBenefit } from "./affordable.ts";
import { reportInputs } from "./assumptions/report_assumptions.ts";
import { rulesInRupiah } from "./assumptions/rules_in_rupiah.ts";
import { type SchemeValuation, TOO_DEAR, valueSchemes } from "./value_schemes.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const BASE: ValuationInputs = {
  ...await reportInputs("base"),
  data: {
    serviceShares: [
      { rule: { months: 12, withinMonths: 24 }, share: 0.8 },
      { rule: { months: 12, withinMonths: 24, consecutiveMonths: 6 }, share: 0.6 },
    ],
  },
};
const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));

const limit: fc.Arbitrary<Limit> = fc.record({
  amountPerMonth: fc.option(fc.integer({ min: 100_000, max: 20_000_000 })),
  multiple: fc.constant(null),
  of: fc.constant(null),
  index: fc.constantFrom("none", "wages", "prices", "gdp", "minimum_wage", null),
});
const amount = (amountPerMonth: number): Limit => ({
  amountPerMonth,
  multiple: null,
  of: null,
  index: "none",
});
const rate = fc.double({ min: 0.01, max: 1, noNaN: true });
const months = fc.integer({ min: 1, max: 60 });
const flat = (rate: number): Rules["benefit"] => ({
  from: JKP.benefit.from,
  source: "a test",
  note: null,
  kind: "flat",
  rate,
});
const fixed = (months: number): Rules["duration"] => ({
  from: JKP.duration.from,
  source: "a test",
  note: null,
  withinMonths: null,
  kind: "fixed",
  months,
});

/** Rules of any kind that a file may hold. */
const anyRules: fc.Arbitrary<Rules> = fc.record({
  rates: fc.array(rate, { minLength: 1, maxLength: 12 }),
  benefit: fc.option(rate.map(flat)),
  floor: limit,
  ceiling: limit,
  lowest: limit,
  highest: limit,
  days: fc.integer({ min: 0, max: 180 }),
  resigns: fc.option(fc.record({
    covered: fc.boolean(),
    contributionMonths: fc.constant(null),
    windowMonths: fc.constant(null),
    waitingMonths: fc.option(fc.integer({ min: 0, max: 12 })),
    rate: fc.option(rate),
    shortestMonths: fc.constant(null),
    longestMonths: fc.constant(null),
  })),
  consecutiveMonths: fc.option(fc.constantFrom(1, 6)),
  average: fc.integer({ min: 1, max: 24 }),
  allowance: fc.option(rate),
}).map((drawn) => ({
  ...JKP,
  benefit: drawn.benefit ?? { ...flat(1), kind: "tapered", rates: drawn.rates },
  duration: fixed(drawn.rates.length),
  insurableEarnings: {
    ...JKP.insurableEarnings,
    floor: drawn.floor,
    ceiling: drawn.ceiling,
  },
  referenceWage: {
    ...JKP.referenceWage,
    kind: "average",
    months: drawn.average,
    windowMonths: drawn.average,
  },
  minimumBenefit: { ...JKP.minimumBenefit!, limit: drawn.lowest },
  maximumBenefit: { ...JKP.minimumBenefit!, limit: drawn.highest },
  waitingPeriod: { ...JKP.waitingPeriod, days: drawn.days },
  reemploymentAllowance: drawn.allowance === null ? null : {
    ...JKP.reemploymentAllowance!,
    steps: [{ remainingFrom: 0, rate: drawn.allowance }],
  },
  qualifying: { ...JKP.qualifying, consecutiveMonths: drawn.consecutiveMonths },
  contingency: {
    ...JKP.contingency,
    reasons: { ...JKP.contingency.reasons, voluntary_resignation: drawn.resigns },
  },
  financing: { ...JKP.financing, initialCapital: null },
}));

/** The valuation; nothing of rules that cost more than all that is insured. */
function only(rules: RulesInTime): SchemeValuation {
  const { valued: [valuation], leftOut: [leftOut] } = valueSchemes([rules], [BASE]);
  fc.pre(leftOut?.reason !== TOO_DEAR);
  return valuation!;
}

/** Whether a benefit is at most the wage: no lowest amount lifts it above. */
const isOfWages = ({ minimumBenefit, insurableEarnings: { floor } }: Rules) =>
  minimumBenefit?.limit.amountPerMonth === null && floor.amountPerMonth === null;

Deno.test("valueSchemes() gives finite shares and rates whatever the rules", () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const { suggestedRate, replacementRate, valuation, ...shares } = only(rules);
      for (
        const share of [
          shares.coveredShare,
          shares.excludedByService,
          shares.excludedByRow,
          shares.entitledShare,
          ...(isOfWages(rules) ? [suggestedRate, replacementRate] : []),
        ]
      ) assert(share >= 0 && share <= 1 + 1e-9, `${share}`);
      assert(suggestedRate > 0 && suggestedRate < Infinity);
      assert(shares.excludedByRow <= shares.excludedByService + 1e-12);
      assertAlmostEquals(
        shares.entitledShare + (1 - shares.coveredShare) +
          shares.coveredShare * shares.excludedByService,
        1,
        1e-12,
      );
      for (const { benefitsIdr, beneficiaries } of valuation.years) {
        assert(benefitsIdr >= 0 && benefitsIdr < Infinity);
        assert(beneficiaries >= 0 && beneficiaries < Infinity);
      }
    }),
    { numRuns: 200 },
  );
});

Deno.test("valueSchemes() never costs less when a benefit is longer or higher", () => {
  const drawn = fc.tuple(anyRules, months, months, rate, rate);
  fc.assert(
    fc.property(drawn, ([rules, oneLength, otherLength, oneRate, otherRate]) => {
      const cost = (length: number, rate: number) =>
        only({ ...rules, benefit: flat(rate), duration: fixed(length) }).benefitsIdr;
      const [short, long] = [oneLength, otherLength].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const [low, high] = [oneRate, otherRate].sort((a, b) => a - b) as [number, number];
      const least = cost(short, low) * (1 - 1e-9);
      assert(cost(long, low) >= least);
      assert(cost(short, high) >= least);
    }),
    { numRuns: 100 },
  );
});

Deno.test("valueSchemes() changes nothing before a reform, whatever the rules", () => {
  const from = fc.integer({ min: monthOf(2023, 1), max: monthOf(2030, 12) });
  fc.assert(
    fc.property(anyRules, anyRules, from, (now, later, month) => {
      const before = only(now).valuation.years;
      const reformed = only([now, { ...later, month }]).valuation.years;
      before.filter(({ year }) => year < yearOf(month)).forEach((year, i) => {
        assertAlmostEquals(reformed[i]!.benefitsIdr / year.benefitsIdr || 1, 1, 1e-9);
        assertAlmostEquals(
          reformed[i]!.insurableEarningsIdr / year.insurableEarningsIdr,
          1,
          1e-9,
        );
      });
    }),
    { numRuns: 100 },
  );
});

Deno.test("rulesInRupiah() changes nothing of what rules in rupiah cost", () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const { suggestedRate } = only(rulesInRupiah(rules, BASE));
      assertAlmostEquals(suggestedRate / only(rules).suggestedRate, 1, 1e-9);
    }),
    { numRuns: 20 },
  );
});

Deno.test("affordableMaximumBenefit() and affordableCeiling() keep to any rate", () => {
  fc.assert(
    fc.property(anyRules, fc.double({ min: 0, max: 0.1, noNaN: true }), (rules, rate) => {
      for (const affordable of [affordableMaximumBenefit, affordableCeiling]) {
        const found = affordable(BASE, rules, rate);
        if (found === null) continue;
        assert(found.suggestedRate <= rate + 1e-9);
        assert(found.value > 0 && found.value < Infinity);
      }
    }),
    { numRuns: 10 },
  );
});

Deno.test("affordableCeiling() stays below a rate where a ceiling cut to 100 rupiah jumps", () => {
  const rules = {
    ...JKP,
    benefit: flat(0.01),
    duration: fixed(5),
    minimumBenefit: { ...JKP.minimumBenefit!, limit: amount(3_672_905) },
    insurableEarnings: {
      ...JKP.insurableEarnings,
      ceiling: { ...amount(12_972_132), index: "gdp" as const },
    },
  };
  for (const rate of [0.01, 0.03, 0.06, 0.09]) {
    const found = affordableCeiling(BASE, rules, rate);
    assert(found === null || found.suggestedRate <= rate + 1e-9);
  }
});

Deno.test("valueSchemes() lists a scheme that costs more than all wages, and values others", () => {
  const dear = { ...JKP.minimumBenefit!, limit: amount(2_000_000_000) };
  const { valued, leftOut } = valueSchemes([{ ...JKP, minimumBenefit: dear }, JKP], [
    BASE,
  ]);
  assertEquals([valued.length, leftOut.map(({ reason }) => reason)], [1, [TOO_DEAR]]);
});

Deno.test("affordableMaximumBenefit() throws when nobody is paid", () => {
  const reasons = { ...JKP.contingency.reasons, involuntary: null };
  const rules = { ...JKP, contingency: { ...JKP.contingency, reasons } };
  for (const affordable of [affordableMaximumBenefit, affordableCeiling]) {
    assertThrows(
      () => affordable(BASE, rules, 0.01),
      RangeError,
      "Cannot value jkp_2021 under base: neither layoff nor resignation is covered",
    );
  }
});
