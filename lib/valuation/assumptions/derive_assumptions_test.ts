import { monthOf, valueInYear } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { deriveAssumptions } from "./derive_assumptions.ts";
import type { ModelChoices } from "../choices.ts";
import { reportInputs } from "./report_assumptions.ts";
import { valueAssumptions } from "../valuation.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";
import type { ValuationInputs } from "./valuation_inputs.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const BASE = await reportInputs("base");
const PROPOSED = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
const ASSUMPTIONS = deriveAssumptions(BASE, PROPOSED).assumptions;

function costOf(assumptions: ValuationAssumptions): number {
  return valueAssumptions(assumptions).financing.benefit_and_administrative.suggestedRate;
}

function costOfLaw(inputs: ValuationInputs, rules: Rules): number {
  return costOf(deriveAssumptions(inputs, rules).assumptions);
}

Deno.test("deriveAssumptions() costs the same when the law changes or the assumption does", () => {
  const { benefit, duration, waitingPeriod, financing } = PROPOSED;
  const pairs: [Partial<ValuationAssumptions>, Partial<Rules>][] = [
    [{ benefitRate: 0.6 }, { benefit: { ...benefit, kind: "flat", rate: 0.6 } }],
    [
      { maximumDurationMonths: 9 },
      { duration: { ...duration, kind: "fixed", months: 9 } },
    ],
    [{ waitingPeriodDays: 30 }, { waitingPeriod: { ...waitingPeriod, days: 30 } }],
    [
      { initialCapitalIdr: 6e12 },
      { financing: { ...financing, initialCapital: 6e12 } },
    ],
  ];
  for (const [assumption, law] of pairs) {
    const changed = costOf({ ...ASSUMPTIONS, ...assumption });
    assert(Math.abs(changed - costOf(ASSUMPTIONS)) > 1e-4);
    assertAlmostEquals(changed, costOfLaw(BASE, { ...PROPOSED, ...law }), 1e-12);
  }
});

Deno.test("deriveAssumptions() costs the same when the scenario's involuntary share changes or the assumption does", () => {
  const involuntaryShare = 0.6;
  const scenario = { ...BASE.scenario, involuntaryShare };
  assertAlmostEquals(
    costOf({ ...ASSUMPTIONS, involuntaryShare }),
    costOfLaw({ ...BASE, scenario }, PROPOSED),
    1e-12,
  );
});

Deno.test("deriveAssumptions() moves no member and no termination when the law changes", async () => {
  const japan = rulesAt(await readScheme("japan"), monthOf(2022, 1));
  const average = { perMonth: 300_000, year: 2019, source: "a test" };
  const data = { averageWages: { JPY: average } };
  const { assumptions } = deriveAssumptions({ ...BASE, data }, japan);
  assertEquals(assumptions.schemeName, "japan");
  for (
    const key of [
      "members",
      "memberGrowthBeforeBaseYear",
      "terminationRatePerMonth",
      "unemploymentRate",
      "survival",
      "referenceEligibleShare",
      "administrationRate",
      "investmentReturn",
      "terms",
    ] as const
  ) assertEquals(assumptions[key], ASSUMPTIONS[key]);
  // Of the choices, those on the law alone are another's.
  const ofLaw = {
    referenceEarnings: "before_claim",
    ceilingIndex: "real_gdp_lagged",
    transitionalFactors: "exact",
  } as const;
  assertEquals(assumptions.choices, { ...ASSUMPTIONS.choices, ...ofLaw });
});

Deno.test("deriveAssumptions() says that a fund which has run is not known, unless the terms state it", async () => {
  const scheme = await readScheme("jkp_2021");
  const said = (year: number, openingFundIdr: number | null) => {
    const firstContributionMonth = monthOf(year, 1);
    const firstBenefitMonth = firstContributionMonth;
    const terms = { ...BASE.terms, firstContributionMonth, firstBenefitMonth };
    const inputs = { ...BASE, terms: { ...terms, projectionYears: 5, openingFundIdr } };
    const { basis } = deriveAssumptions(inputs, rulesAt(scheme, monthOf(2024, 1)));
    return basis.filter((text) => text.startsWith("Fund: ")).length;
  };
  assertEquals([said(2021, null), said(2024, null), said(2024, 7e12)], [0, 1, 0]);
});

Deno.test("deriveAssumptions() reads the report's own design as the report does, others as laws say", async () => {
  const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
  const earningsOf = (rules: Rules, choices: Partial<ModelChoices> = {}) => {
    const { basis, assumptions } = deriveAssumptions(
      { ...BASE, choices: { ...BASE.choices, ...choices } },
      rules,
    );
    assertEquals(basis.filter((text) => text.startsWith("Reference earnings")).length, 1);
    return [assumptions.choices.referenceEarnings, basis[0]];
  };
  const ofClaim = "Reference earnings: of the month before the claim";
  assertEquals(earningsOf(jkp), ["before_claim", ofClaim]);
  assertEquals(earningsOf(PROPOSED), [
    "before_payment",
    "Reference earnings: of the 6 months before each payment, as the report's reading has it",
  ]);
  // What is chosen for all holds for all.
  const [ofJkp] = earningsOf(jkp, { referenceEarnings: "before_payment" });
  const [ofProposal] = earningsOf(PROPOSED, { referenceEarnings: "before_claim" });
  assertEquals([ofJkp, ofProposal], ["before_payment", "before_claim"]);
});

Deno.test("deriveAssumptions() begins earnings the year before the first contributions", () => {
  const later = (year: number) => {
    const terms = {
      ...BASE.terms,
      firstContributionMonth: monthOf(year, 1),
      firstBenefitMonth: monthOf(year + 1, 1),
      projectionYears: 5,
    };
    const realReturn = { firstYear: 2019, values: Array(12).fill(0.02) };
    const scenario = { ...BASE.scenario, realReturn };
    return deriveAssumptions({ ...BASE, scenario, terms }, PROPOSED).assumptions.earnings;
  };
  const { membersIdr, baseYear } = later(2023);
  assertEquals([membersIdr.firstYear, baseYear.year], [2022, 2022]);
  // Wages and their ceiling are those that the valuation from 2021 has in the year.
  const { earnings } = ASSUMPTIONS;
  assertAlmostEquals(
    valueInYear(membersIdr, 2022) / valueInYear(earnings.membersIdr, 2022),
    1,
    1e-12,
  );
  assert(baseYear.ceilingIdrPerMonth > earnings.baseYear.ceilingIdrPerMonth);
  // Nothing is known of wages before the experience's own year.
  assertEquals(later(2019).baseYear.year, 2019);
});

Deno.test("deriveAssumptions() makes a change after the rules are in", () => {
  const change = (before: ValuationAssumptions) => ({
    ...before,
    benefitRate: before.benefitRate + 0.1,
  });
  const { assumptions } = deriveAssumptions({ ...BASE, change }, PROPOSED);
  assertAlmostEquals(assumptions.benefitRate, 0.6);
});

Deno.test("deriveAssumptions() takes the scheme's own rate to try the fund at, or the terms'", async () => {
  const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
  const { assumptions, ownRate } = deriveAssumptions(BASE, jkp);
  assertAlmostEquals(ownRate!, 0.0046, 1e-12);
  assertEquals(assumptions.trialContributionRate, ownRate);
  assertEquals(ASSUMPTIONS.trialContributionRate, BASE.terms.trialContributionRate);
});

Deno.test("deriveAssumptions() throws when nobody who leaves is paid", () => {
  const { contingency } = PROPOSED;
  const { involuntary } = contingency.reasons;
  const reasons = {
    ...contingency.reasons,
    involuntary: { ...involuntary!, shortestMonths: 0, longestMonths: 0 },
  };
  assertThrows(
    () =>
      deriveAssumptions(BASE, { ...PROPOSED, contingency: { ...contingency, reasons } }),
    RangeError,
    "Cannot value proposed_2021 under base: nobody who leaves is paid",
  );
});
