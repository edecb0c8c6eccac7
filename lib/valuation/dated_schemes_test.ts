import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt, rulesBetween } from "@jkp/scheme";
import { reportInputs } from "./assumptions/report_assumptions.ts";
import { trialRatesByYear } from "./trial_rates.ts";
import { valueReform } from "./value_reform.ts";
import { type SchemeValuation, valueSchemes } from "./value_schemes.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

const BASE = await reportInputs("base");
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const PROPOSED = await rulesOf("proposed_2021");
const JKP = await rulesOf("jkp_2021");

Deno.test("valueSchemes() changes no month before a reform when rules change with time", () => {
  const from = monthOf(2026, 7);
  const benefit = { ...PROPOSED.benefit, kind: "flat" as const, rate: 0.6 };
  const ceiling = { ...PROPOSED.insurableEarnings.ceiling, amountPerMonth: 20e6 };
  const insurableEarnings = { ...PROPOSED.insurableEarnings, ceiling, from };
  const reform = { ...PROPOSED, month: from, benefit, insurableEarnings };
  const [now, reformed, atOnce] = [PROPOSED, [PROPOSED, reform], reform].map((rules) =>
    valueSchemes([rules], [BASE]).valued[0]!
  );
  const at = (month: number) => month - now!.valuation.months.firstMonth;
  for (const key of ["memberEarningsIdr", "beneficiaries", "meanBenefitIdr"] as const) {
    const [before, changed] = [now!, reformed!].map(({ valuation }) =>
      valuation.months[key].subarray(0, at(from))
    );
    assertEquals(changed, before);
    // Once the last old claim is paid out, all is as if it had always been so.
    const [later, always] = [reformed!, atOnce!].map(({ valuation }) =>
      valuation.months[key].at(-1)!
    );
    assertAlmostEquals(later! / always!, 1, 1e-12);
  }
  assertEquals(reformed!.changes, [from]);
  assert(now!.suggestedRate < reformed!.suggestedRate);
});

Deno.test("valueSchemes() pays an old claim by the old rules when rules change", () => {
  const from = monthOf(2026, 7);
  const benefit = { ...PROPOSED.benefit, kind: "flat" as const, rate: 1e-9 };
  const reform = { ...PROPOSED, month: from, benefit };
  const { months } = valueSchemes([[PROPOSED, reform]], [BASE]).valued[0]!.valuation;
  const paid = (month: number) => {
    const i = month - months.firstMonth;
    return months.beneficiaries[i]! * months.meanBenefitIdr[i]!;
  };
  // Claims of six months: those of June 2026 are paid up to November.
  assert(paid(monthOf(2026, 11)) > 1e9);
  assert(paid(monthOf(2026, 12)) < 1e6);
});

Deno.test("valueSchemes() pays an old claim on what was insured when a ceiling rises", () => {
  const from = monthOf(2026, 7);
  const { ceiling } = JKP.insurableEarnings;
  const insurableEarnings = {
    ...JKP.insurableEarnings,
    from,
    ceiling: { ...ceiling, amountPerMonth: 20e6 },
  };
  // From then on nobody is paid more than next to nothing: what is paid are old claims.
  const benefit = {
    ...JKP.benefit,
    kind: "tapered" as const,
    rates: Array<number>(6).fill(1e-12),
  };
  const paidBy = (reform: Partial<Rules>) => {
    const rules = [JKP, { ...JKP, month: from, benefit, ...reform }];
    const { months } = valueSchemes([rules], [BASE]).valued[0]!.valuation;
    const at = monthOf(2026, 10) - months.firstMonth;
    return months.beneficiaries[at]! * months.meanBenefitIdr[at]!;
  };
  assertAlmostEquals(paidBy({ insurableEarnings }) / paidBy({}), 1, 1e-9);
});

Deno.test("valueSchemes() pays all claims at new rates from a change on that says so", () => {
  const from = monthOf(2026, 7);
  const benefit = { ...JKP.benefit, kind: "flat" as const, rate: 0.6 };
  const [source, note] = ["a test", null];
  const runningClaims = { from, rates: "new" as const, source, note };
  const reform = { ...JKP, month: from, benefit };
  const [old, kept, raised, always] = [
    JKP,
    [JKP, reform],
    [JKP, { ...reform, runningClaims }],
    { ...JKP, benefit },
  ].map((rules) => valueSchemes([rules], [BASE]).valued[0]!);
  const paid = ({ valuation: { months } }: SchemeValuation, month: number) => {
    const i = month - months.firstMonth;
    return months.beneficiaries[i]! * months.meanBenefitIdr[i]!;
  };
  assertEquals(paid(raised!, from - 1), paid(old!, from - 1));
  for (const month of [from, from + 1, from + 5, from + 6]) {
    assertAlmostEquals(paid(raised!, month) / paid(always!, month), 1, 1e-12);
  }
  assert(paid(kept!, from) < paid(raised!, from));
  // Another change, of which nothing is said, leaves what runs then as it is.
  const later = { ...reform, month: from + 1, runningClaims, benefit: JKP.benefit };
  const twice = valueSchemes([[JKP, { ...reform, runningClaims }, later]], [BASE]);
  assert(paid(twice.valued[0]!, from + 1) > paid(old!, from + 1));
});

Deno.test("valueSchemes() values JKP through its reform, and the cost of each of its sections", async () => {
  const scheme = await readScheme("jkp_2025");
  const rules = rulesBetween(scheme, monthOf(2021, 2), monthOf(2030, 12));
  const [before, after] = rules as [Rules, Rules];
  const valued = [rules, before].map((each) => valueSchemes([each], [BASE]).valued[0]!);
  const [reformed, unreformed] = valued.map(({ valuation }) => valuation.years);
  const year = (of: number) => of - 2021;
  assertEquals(reformed![year(2024)], unreformed![year(2024)]);
  assert(reformed![year(2025)]!.benefitsIdr > 1.5 * unreformed![year(2025)]!.benefitsIdr);
  const { basis, changes, ownRate } = valued[0]!;
  assertEquals([changes, ownRate], [[monthOf(2025, 2)], 0.0036]);
  assertEquals(
    basis.filter((text) => text.startsWith("Open point, ")).length,
    scheme.openPoints.length,
  );
  const { steps, notValued } = valueReform(before, after, BASE);
  assertEquals(steps.map(({ section }) => section), [
    null,
    "qualifying",
    "benefit",
    "financing",
  ]);
  assertEquals(notValued, ["coverage", "claim"]);
  // Six months at 60 per cent in place of three at 45 and three at 25; fewer are still out
  // of work in the last months, which gain more.
  const [, eligible, paid] = steps.map(({ valuation }) => valuation.benefitsIdr);
  assert(paid! / eligible! > 60 / 45);
  assert(paid! / eligible! < 6 * 60 / (3 * 45 + 3 * 25));
});

Deno.test("valueSchemes() tries the fund at a scheme's own rates, each in its months", () => {
  const from = monthOf(2023, 7);
  const financing = { ...JKP.financing, employer: 0.007 };
  const reform = { ...JKP, month: from, financing };
  const [same, changed, always] = [[JKP], [JKP, reform], [reform]].map((rules) =>
    valueSchemes([rules], [BASE]).valued[0]!
  );
  const ranOut = ({ valuation: { financing } }: SchemeValuation) =>
    financing.benefit_and_administrative.exhaustionYear;
  // 0.46 per cent, and 0.92 from July 2023: later than at 0.46, sooner than at 0.92.
  assertEquals([same, changed, always].map((each) => ranOut(each!)), [2024, 2029, null]);
  const { months, years, assumptions, laterTrialRates } = changed!.valuation;
  assertEquals(laterTrialRates, [{ from, rate: 0.0092 }]);
  const rates = [{ from: -Infinity, rate: 0.0046 }, ...laterTrialRates!];
  const byYear = trialRatesByYear(rates, years, months, assumptions);
  assertEquals([byYear[1], byYear[3]], [0.0046, 0.0092]);
  // Half of 2023's months, of slowly rising earnings.
  assertAlmostEquals(byYear[2]!, (0.0046 + 0.0092) / 2, 0.0001);
  assert(byYear[2]! > (0.0046 + 0.0092) / 2);
  const said = ({ basis }: SchemeValuation) =>
    basis.filter((text) => text.startsWith("Contribution rate: ")).length;
  assertEquals([said(same!), said(changed!)], [0, 1]);
});
