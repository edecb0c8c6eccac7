import { REPORT_SCENARIOS } from "@jkp/economy";
import { monthOf, valueInYear } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
import type { RulesData } from "./assumptions/rules_data.ts";
import { valueAssumptions } from "./valuation.ts";
import { type SchemeValuation, valueSchemes } from "./value_schemes.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const serviceShares = [
  { rule: { months: 12, withinMonths: 24 }, share: 0.8 },
  { rule: { months: 12, withinMonths: 24, consecutiveMonths: 6 }, share: 0.6 },
];
const SCENARIOS = await Promise.all(
  REPORT_SCENARIOS.map(async (name): Promise<ValuationInputs> => ({
    ...await reportInputs(name),
    data: { serviceShares },
  })),
);
const BASE = SCENARIOS[REPORT_SCENARIOS.indexOf("base")]!;
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const PROPOSED = await rulesOf("proposed_2021");
const JKP = await rulesOf("jkp_2021");

const { earnings, eligibility } = BASE.experience;

function rateOf(rules: Rules, data: RulesData = {}): number {
  const inputs = { ...BASE, data: { ...BASE.data, ...data } };
  return valueSchemes([rules], [inputs]).valued.at(-1)!.suggestedRate;
}

Deno.test("valueSchemes() costs the proposal what the report's assumptions do", async () => {
  const { valued } = valueSchemes([PROPOSED], SCENARIOS);
  for (const [i, name] of REPORT_SCENARIOS.entries()) {
    const { financing, years } = valueAssumptions(await reportAssumptions(name));
    const { suggestedRate } = financing.benefit_and_administrative;
    assertEquals(valued[i]!.suggestedRate, suggestedRate);
    assertEquals(valued[i]!.beneficiaries, years.at(-1)!.beneficiaries);
  }
});

Deno.test("valueSchemes() costs the same when a flat rate is written as tapered", () => {
  const rates = Array<number>(6).fill(0.5);
  const tapered = { ...PROPOSED.benefit, kind: "tapered" as const, rates };
  assertAlmostEquals(rateOf({ ...PROPOSED, benefit: tapered }), rateOf(PROPOSED), 1e-14);
});

Deno.test("valueSchemes() adds months of benefit when benefits are linear in them", () => {
  const paying = (rates: number[]) => {
    const benefit = { ...JKP.benefit, kind: "tapered" as const, rates };
    return valueSchemes([{ ...JKP, benefit }], [BASE]).valued[0]!.benefitsIdr;
  };
  const both = paying([0.45, 0.45, 0.45, 0.25, 0.25, 0.25]);
  const parts = paying([0.45, 0.45, 0.45, 1e-9, 1e-9, 1e-9]) +
    paying([1e-9, 1e-9, 1e-9, 0.25, 0.25, 0.25]);
  assertAlmostEquals(both / parts, 1, 1e-7);
});

Deno.test("valueSchemes() moves the eligible share when a rule asks for months in a row", () => {
  const [one] = valueSchemes([JKP], [BASE]).valued;
  assertAlmostEquals(
    1 - one!.excludedByService,
    eligibility.share * 0.6 / 0.8,
    1e-12,
  );
});

Deno.test("valueSchemes() says so when no leavers were counted with a rule", () => {
  const { valued } = valueSchemes([JKP], [{
    ...BASE,
    data: { ...BASE.data, serviceShares: [] },
  }]);
  assert(valued[0]!.notValued.some((text) => text.startsWith("Qualifying: no leavers")));
  assertAlmostEquals(1 - valued[0]!.excludedByService, eligibility.share);
});

Deno.test("valueSchemes() values both ends when the duration is a range", async () => {
  const { valued } = valueSchemes([await rulesOf("korea")], [BASE]);
  assertEquals(valued.map(({ durationMonths }) => durationMonths), [4, 9]);
  assert(valued[0]!.suggestedRate < valued[1]!.suggestedRate);
});

Deno.test("valueSchemes() leaves wage bands out when no average wage is known", async () => {
  const japan = await rulesOf("japan");
  const { valued, leftOut } = valueSchemes([japan, JKP], [BASE]);
  assertEquals(valued.map(({ rules }) => rules.name), ["jkp_2021"]);
  assertEquals(leftOut.map(({ rules }) => rules.name), ["japan"]);
  assert(leftOut[0]!.reason.includes("no average wage in JPY"));
  assertThrows(
    () => deriveAssumptions(BASE, japan),
    RangeError,
    "Cannot value japan under base: the benefit follows wage bands in JPY, and no average",
  );
});

Deno.test("valueSchemes() values limits abroad when average wages are known", async () => {
  const thailand = await rulesOf("thailand");
  const free = valueSchemes([thailand], [BASE]).valued[0]!;
  assert(free.notValued.some((text) => text.includes("THB")));
  const averageWages = { THB: { perMonth: 15_000, year: 2019, source: "a test" } };
  const data = { ...BASE.data, averageWages };
  const limited = valueSchemes([thailand], [{ ...BASE, data }]).valued[0]!;
  assert(!limited.notValued.some((text) => text.includes("THB")));
  assert(limited.replacementRate < free.replacementRate);
});

Deno.test("valueSchemes() keeps a ceiling's multiple of the average wage", async () => {
  const averageWages = { THB: { perMonth: 10_000, year: 2019, source: "a survey" } };
  const data = { ...BASE.data, averageWages };
  const { assumptions, basis } = deriveAssumptions(
    { ...BASE, data },
    await rulesOf("thailand"),
  );
  const { members, maleShareOfMembers: men } = earnings;
  const mean = men * members.male + (1 - men) * members.female;
  const { ceilingIdrPerMonth } = assumptions.earnings.baseYear;
  // 15,000 baht, never moved, against the mean wages of 2019.
  assertEquals(earnings.year, 2019);
  assertAlmostEquals(ceilingIdrPerMonth / mean, 1.5, 1e-9);
  assert(basis.some((text) => text.includes("10,000 THB a month in 2019 (a survey)")));
});

Deno.test("valueSchemes() moves a minimum wage from its year when limits follow it", async () => {
  const rules = await rulesOf("options_2020_minimum_half_wage");
  const rateWith = (perMonth: number, year: number) =>
    rateOf(rules, {
      amounts: [{
        name: "provincial_minimum_wage",
        currency: "IDR",
        perMonth,
        year,
        source: "a test",
      }],
    });
  // Wages of the base scenario grow by 2 per cent over prices' 2 per cent in 2020.
  assertAlmostEquals(
    rateWith(5_000_000, 2019),
    rateWith(5_000_000 * 1.02 * 1.02, 2020),
    1e-12,
  );
  assert(rateWith(5_000_000, 2019) > rateWith(1_000, 2019));
});

Deno.test("valueSchemes() values a multiple of a minimum wage of the scheme's currency only", async () => {
  const vietNam = await rulesOf("viet_nam");
  const amount = {
    name: "regional_minimum_wage",
    perMonth: 4e6,
    year: 2020,
    source: "a",
  };
  const averageWages = { VND: { perMonth: 6e6, year: 2019, source: "a test" } };
  const notValued = (currency: string) =>
    valueSchemes([vietNam], [{
      ...BASE,
      data: { ...BASE.data, averageWages, amounts: [{ ...amount, currency }] },
    }]).valued[0]!.notValued.filter((text) => text.includes("regional minimum wage"));
  assertEquals(notValued("KRW").length, 3);
  assertEquals(notValued("VND"), []);
});

Deno.test("valueSchemes() pays more when a minimum benefit binds, less under a maximum", () => {
  const none = { multiple: null, of: null, index: "none" as const };
  const limit = (amountPerMonth: number) => ({
    from: monthOf(2021, 1),
    source: "a test",
    note: null,
    limit: { ...none, amountPerMonth },
  });
  const free = rateOf(PROPOSED);
  assert(rateOf({ ...PROPOSED, minimumBenefit: limit(1_500_000) }) > free);
  assert(rateOf({ ...PROPOSED, maximumBenefit: limit(1_500_000) }) < free);
  // Limits so far out that hardly a wage meets them.
  assertAlmostEquals(
    rateOf({
      ...PROPOSED,
      minimumBenefit: limit(1),
      maximumBenefit: limit(1e12),
    }),
    free,
    1e-9,
  );
});

Deno.test("valueSchemes() pays everybody the same when the limits meet", () => {
  const limit = {
    from: monthOf(2021, 1),
    source: "a test",
    note: null,
    limit: { amountPerMonth: 1e6, multiple: null, of: null, index: "none" as const },
  };
  const rules = { ...PROPOSED, minimumBenefit: limit, maximumBenefit: limit };
  const { months } = valueSchemes([rules], [BASE]).valued[0]!.valuation;
  const paid = months.meanBenefitIdr.subarray(monthOf(2022, 1) - months.firstMonth);
  for (const benefit of paid) assertAlmostEquals(benefit / 1e6, 1, 5e-3);
});

Deno.test("valueSchemes() multiplies cost by leavers when resignations are covered alike", async () => {
  const [base, voluntary] = await Promise.all(
    ["options_2020_base", "options_2020_voluntary"].map(rulesOf),
  );
  const { valued } = valueSchemes([base!, voluntary!], [BASE]);
  assertAlmostEquals(
    valued[1]!.benefitsIdr / valued[0]!.benefitsIdr,
    1 / BASE.scenario.involuntaryShare,
    1e-9,
  );
});

Deno.test("valueSchemes() adds labour market policy to administration where contributions pay for it", async () => {
  const [base, policy, japan] = await Promise.all(
    ["options_2020_base", "options_2020_labour_market_policy", "japan"].map(rulesOf),
  );
  // The rate is Japan's: no source has one for Indonesia.
  const { labourMarketPolicy } = policy!.financing;
  assertEquals(labourMarketPolicy, japan!.financing.employerPolicyHighest);
  const [without, withIt] = valueSchemes([base!, policy!], [BASE]).valued;
  withIt!.valuation.years.forEach(({ paygCostRate, benefitsIdr }, i) => {
    const year = without!.valuation.years[i]!;
    assertAlmostEquals(paygCostRate - year.paygCostRate, labourMarketPolicy, 1e-12);
    assertEquals(benefitsIdr, year.benefitsIdr);
  });
  const minimum = ({ valuation }: SchemeValuation) =>
    valuation.financing.benefit_and_administrative.minimumRate;
  assertAlmostEquals(minimum(withIt!) - minimum(without!), labourMarketPolicy, 1e-9);
  assert(withIt!.basis.some((text) => /^Labour market policy: 0\.30 %/.test(text)));
});

Deno.test("valueSchemes() insures less when the ceiling follows GDP and not wages", async () => {
  const [wages, gdp] = await Promise.all(
    ["options_2020_base", "options_2020_ceiling_gdp"].map(rulesOf),
  );
  const [base, option] = valueSchemes([wages!, gdp!], [BASE]).valued;
  const insured = option!.valuation.years.map(({ insurableEarningsIdr }, i) =>
    insurableEarningsIdr / base!.valuation.years[i]!.insurableEarningsIdr
  );
  // Less every year, for real GDP grows by less than wages do.
  insured.forEach((share, i) => assert(share < (insured[i - 1] ?? 1)));
  assert(insured.at(-1)! > 0.7 && insured.at(-1)! < 0.95, `${insured.at(-1)}`);
  assert(Math.abs(option!.suggestedRate - base!.suggestedRate) > 0.00005);
});

Deno.test("valueSchemes() pays who resigns less and shorter when the rules say so", async () => {
  const { assumptions } = deriveAssumptions(BASE, await rulesOf("thailand"));
  const months = assumptions.benefitMonths!;
  assertEquals(months.map(({ paidShare }) => paidShare), [1, 1, 1, 0.5, 0.5, 0.5]);
  const relative = months.map(({ relativeBenefit }) =>
    valueInYear(relativeBenefit, 2025)
  );
  assertAlmostEquals(relative[0]!, (0.5 + 0.3) / 2 / 0.5, 1e-9);
  assertAlmostEquals(relative[5]!, 1, 1e-9);
});

Deno.test("valueSchemes() leaves the general waiting period to who has no wait of their own", () => {
  const { contingency, waitingPeriod } = PROPOSED;
  const involuntary = { ...contingency.reasons.involuntary!, waitingMonths: 2 };
  const reasons = { ...contingency.reasons, involuntary };
  const rateWith = (days: number) =>
    rateOf({
      ...PROPOSED,
      contingency: { ...contingency, reasons },
      waitingPeriod: { ...waitingPeriod, days },
    });
  assertAlmostEquals(rateWith(60) / rateWith(0), 1, 1e-12);
  assert(rateWith(0) < rateOf(PROPOSED));
});

Deno.test("valueSchemes() keeps a ceiling without index as it is when wages grow", () => {
  const { assumptions } = deriveAssumptions(BASE, JKP);
  const proposed = deriveAssumptions(BASE, PROPOSED).assumptions;
  const growth = ({ membersIdr }: typeof assumptions.earnings) =>
    valueInYear(membersIdr, 2030) / valueInYear(membersIdr, 2021);
  assert(growth(assumptions.earnings) < growth(proposed.earnings));
  assert(valueInYear(assumptions.earnings.membersIdr, 2030) < 5_000_000);
});

Deno.test("valueSchemes() says so when a scheme begins after the first benefits", () => {
  const late = { ...PROPOSED, month: monthOf(2025, 1) };
  const { basis, suggestedRate } = valueSchemes([late], [BASE]).valued[0]!;
  assert(basis.includes("Rules of 2025-01: taken from the first month on"));
  assertEquals(suggestedRate, rateOf(PROPOSED));
});

Deno.test("valueSchemes() replaces the benefit rate of a last wage without a ceiling", () => {
  const none = { amountPerMonth: null, multiple: null, of: null, index: null };
  const { replacementRate } = valueSchemes([{
    ...PROPOSED,
    insurableEarnings: { ...PROPOSED.insurableEarnings, ceiling: none },
    referenceWage: {
      ...PROPOSED.referenceWage,
      kind: "last",
      months: 1,
      windowMonths: 1,
    },
  }], [BASE]).valued[0]!;
  assertAlmostEquals(replacementRate, 0.5, 1e-9);
});

Deno.test("valueSchemes() counts every leaver once, whatever changes the assumptions", () => {
  const change = (each: ValuationAssumptions) => ({ ...each, eligibleShare: 0.6 });
  const [{ coveredShare, excludedByService, entitledShare }] = valueSchemes([JKP], [{
    ...BASE,
    change,
  }]).valued as [SchemeValuation];
  const leftOut = 1 - coveredShare + coveredShare * excludedByService;
  assertAlmostEquals(entitledShare + leftOut, 1, 1e-12);
});

Deno.test("valueSchemes() asks for less when there is initial capital", () => {
  const without = { ...JKP.financing, initialCapital: null };
  assert(rateOf(JKP) < rateOf({ ...JKP, financing: without }));
});
