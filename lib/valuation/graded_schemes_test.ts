import normalQuantile from "@stdlib/normal-quantile";
import { type LeaverAges, shareOfAges } from "@jkp/experience";
import { monthOf, valueInYear } from "@jkp/month";
import { claimTable, evaluateClaims, prepareRules } from "@jkp/entitlement";
import type { DurationBand } from "../scheme/rules/benefit_sections.ts";
import { type Rules, rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { survivalAt } from "@jkp/survival";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { durationEnds } from "./assumptions/duration_ends.ts";
import { reportInputs } from "./assumptions/report_assumptions.ts";
import type { RulesData } from "./assumptions/rules_data.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { valueSchemes } from "./value_schemes.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { meanWageIn, wageYears } from "./assumptions/wage_years.ts";

/** A round number to test with, not the average wage of Japan. */
const AVERAGE_WAGE = 300_000;
const averageOf = (perMonth: number) => ({ perMonth, year: 2019, source: "a test" });
const BASE: ValuationInputs = {
  ...await reportInputs("base"),
  data: { averageWages: { JPY: averageOf(AVERAGE_WAGE) } },
};
const { earnings, leaverAges } = BASE.experience;
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const PROPOSED = await rulesOf("proposed_2021");
const JAPAN = await rulesOf("japan");
if (JAPAN.benefit.kind !== "graded") throw new Error("a graded benefit is wanted");
const GRADED = JAPAN.benefit;
const VALUED = valueSchemes([JAPAN], [BASE]).valued;

function valuedWith(rules: Rules, data: RulesData = {}) {
  return valueSchemes([rules], [{ ...BASE, data: { ...BASE.data, ...data } }]).valued;
}

function monthsOf(rules: Rules) {
  const { assumptions } = deriveAssumptions(BASE, rules);
  return { ...assumptions, months: assumptions.benefitMonths! };
}

Deno.test("valueSchemes() values Japan at both ends of its durations", () => {
  assertEquals(VALUED.map(({ durationMonths }) => durationMonths), [3, 11]);
  assert(VALUED[0]!.suggestedRate < VALUED[1]!.suggestedRate);
});

Deno.test("valueSchemes() counts who resigns as paid only where the months are not 0", () => {
  const { involuntaryShare } = BASE.scenario;
  const { male, female } = shareOfAges(leaverAges, 0, 64);
  const { maleShareOfLeavers } = earnings;
  const withBand = maleShareOfLeavers * male + (1 - maleShareOfLeavers) * female;
  assertAlmostEquals(VALUED[0]!.coveredShare, involuntaryShare * withBand, 1e-12);
  assertAlmostEquals(VALUED[1]!.coveredShare, withBand, 1e-12);
  // From the fourth month to the eighth those who resigned are paid too. Their three
  // months stand in place of the seven days, in which some of the others find work.
  const survival = BASE.experience.inactivity!.curve;
  const { benefitMonths } = VALUED[1]!.valuation.assumptions;
  benefitMonths!.forEach(({ paidShare }, month) => {
    const more = survivalAt(survival, month) / survivalAt(survival, month + 7 / 30);
    const resigned = month >= 3 && month < 8 ? more * (1 - involuntaryShare) : 0;
    assertAlmostEquals(paidShare, involuntaryShare + resigned, 1e-12);
  });
});

Deno.test("durationEnds() leaves out a shortest duration of no month for anybody", () => {
  const { contingency } = JAPAN;
  const involuntary = { ...contingency.reasons.involuntary!, covered: false };
  const reasons = { ...contingency.reasons, involuntary };
  const rules = { ...JAPAN, contingency: { ...contingency, reasons } };
  assertEquals(durationEnds(JAPAN), ["shortest", "longest"]);
  assertEquals(durationEnds(rules), ["longest"]);
  assertEquals(valuedWith(rules).map(({ durationMonths }) => durationMonths), [5]);
});

Deno.test("valueSchemes() pays nobody at an age without wage bands, and says so", () => {
  assert(VALUED[0]!.basis.some((text) => /without wage bands: 0\.06 %/.test(text)));
  const old: LeaverAges = {
    groups: [
      { ageFrom: 60, ageTo: 64, claims: { male: 3, female: 3 } },
      { ageFrom: 65, ageTo: 69, claims: { male: 1, female: 1 } },
    ],
    basis: "a test",
  };
  const experience = { ...BASE.experience, leaverAges: old };
  const { valued } = valueSchemes([JAPAN], [{ ...BASE, experience }]);
  assertAlmostEquals(valued[1]!.coveredShare, 0.75, 1e-12);
});

Deno.test("valueSchemes() costs one wage band with one rate what a flat rate costs", () => {
  const bands = [{ wageFrom: 0, wageTo: 1e12, rateFrom: 0.5, rateTo: 0.5 }];
  const benefit = { ...GRADED, ages: [{ ageFrom: 0, ageTo: null, bands }] };
  const [graded] = valuedWith({ ...PROPOSED, benefit });
  const [flat] = valuedWith(PROPOSED);
  assertAlmostEquals(graded!.suggestedRate, flat!.suggestedRate, 1e-12);
  assertAlmostEquals(graded!.beneficiaries / flat!.beneficiaries, 1, 1e-12);
});

Deno.test("valueSchemes() costs the same whatever unit the money abroad is counted in", () => {
  const inHundreds = {
    ...JAPAN,
    benefit: {
      ...GRADED,
      ages: GRADED.ages.map((group) => ({
        ...group,
        bands: group.bands.map((band) => ({
          ...band,
          wageFrom: 100 * band.wageFrom,
          wageTo: 100 * band.wageTo,
        })),
      })),
    },
  };
  const averageWages = { JPY: averageOf(100 * AVERAGE_WAGE) };
  valuedWith(inHundreds, { averageWages }).forEach(({ suggestedRate }, i) =>
    assertAlmostEquals(suggestedRate / VALUED[i]!.suggestedRate, 1, 1e-12)
  );
});

Deno.test("valueSchemes() keeps Japan's benefits to wages as bands follow wages", () => {
  const ratesOf = (rules: Rules) => monthsOf(rules).months[0]!.relativeBenefit;
  const { values } = ratesOf(JAPAN);
  // But for what wages grew since the months that are averaged, which differs by year.
  for (const value of values) assertAlmostEquals(value / values[0]!, 1, 5e-3);
  const still = ratesOf({ ...JAPAN, benefit: { ...GRADED, index: null } }).values;
  assert(still.at(-1)! < 0.9 * still[0]!);
});

Deno.test("valueSchemes() has the mean of single claims that the calculator pays", () => {
  const year = 2025;
  const { benefitRate, earnings: insured, months } = monthsOf(JAPAN);
  // Of the six months before the middle of the year, the last ones first.
  const [before, level] = [year - 1, year].map((each) =>
    valueInYear(insured.claimantsIdr, each)
  );
  const past = Array.from({ length: 6 }, (_, k) => (before! / level!) ** ((k + 1) / 12));
  const average = past.reduce((sum, each) => sum + each / 6, 0);
  const mean = benefitRate * level! * average *
    valueInYear(months[0]!.relativeBenefit, year);
  const { firstYear } = insured.membersIdr;
  const wages = wageYears(BASE, firstYear);
  const yen = AVERAGE_WAGE / meanWageIn(wages, year, "members");
  const { claimants } = wages.years[year - firstYear]!;

  // In the valuation parts of a yen are not dropped.
  const rules = prepareRules({ ...JAPAN, benefit: { ...GRADED, wholeUnits: false } });
  const steps = 1_000;
  const table = claimTable(steps, rules.width);
  let [sum, persons] = [0, 0];
  for (const { ageFrom, claims } of leaverAges.groups) {
    for (const sex of ["male", "female"] as const) {
      const { meanIdrPerMonth, logStandardDeviation: sigma } = claimants[sex];
      for (let i = 0; i < steps; i++) {
        const z = normalQuantile((i + 0.5) / steps, 0, 1);
        const wage = yen * meanIdrPerMonth * Math.exp(sigma * z - sigma ** 2 / 2);
        const start = i * rules.width;
        table.wages.fill(wage * past.at(-1)!, start, start + rules.width);
        past.forEach((each, k) => table.wages[start + k] = wage * each);
      }
      table.age.fill(ageFrom);
      const { firstBenefit, decidedBy } = evaluateClaims(rules, table);
      sum += claims[sex] * firstBenefit.reduce((a, b) => a + b, 0);
      persons += claims[sex] * decidedBy.filter((rule) => rule === 0).length;
    }
  }
  assertAlmostEquals(mean * yen / (sum / persons), 1, 1e-4);
});

/** The proposal with durations by age. */
function byAge(...bands: readonly Partial<DurationBand>[]): Rules {
  const band = { ageFrom: 0, ageTo: null, contributionMonthsFrom: 0 };
  const { from, source, note, withinMonths } = PROPOSED.duration;
  return {
    ...PROPOSED,
    duration: {
      ...{ from, source, note, withinMonths },
      kind: "bands",
      bands: bands.map((own) => ({
        ...band,
        contributionMonthsTo: null,
        months: 6,
        ...own,
      })),
    },
  };
}

Deno.test("valueSchemes() values durations by age alone once, at the mix of ages", () => {
  const rules = byAge({ ageTo: 34, months: 3 }, { ageFrom: 35, months: 6 });
  assertEquals(durationEnds(rules), ["longest"]);
  const { months } = monthsOf(rules);
  const { male, female } = shareOfAges(leaverAges, 35, Infinity);
  const { maleShareOfLeavers: men } = earnings;
  const older = men * male + (1 - men) * female;
  months.forEach(({ paidShare }, month) =>
    assertAlmostEquals(paidShare, month < 3 ? 1 : older, 1e-12)
  );
});

Deno.test("valueSchemes() costs durations that are alike at all ages what one costs", () => {
  const [alike] = valuedWith(byAge({ ageTo: 41 }, { ageFrom: 42 }));
  const [one] = valuedWith(PROPOSED);
  assertAlmostEquals(alike!.suggestedRate, one!.suggestedRate, 1e-12);
});

Deno.test("valueSchemes() values both ends where contributions decide within an age", () => {
  const rules = byAge(
    { ageTo: 34, contributionMonthsTo: 59, months: 3 },
    { ageTo: 34, contributionMonthsFrom: 60, months: 4 },
    { ageFrom: 35, contributionMonthsTo: 59, months: 5 },
    { ageFrom: 35, contributionMonthsFrom: 60, months: 9 },
  );
  const ends = valuedWith(rules);
  assertEquals(ends.map(({ durationMonths }) => durationMonths), [5, 9]);
});
