import { monthOf } from "@jkp/month";
import { readScheme, type Rules, rulesAt } from "@jkp/scheme";
import { reportInputs, valueSchemes } from "@jkp/valuation";
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

Deno.test("valueSchemes() says so when a scheme's own contribution rate changes", () => {
  const financing = { ...JKP.financing, employer: 0.0098 };
  const reform = { ...JKP, month: monthOf(2023, 7), financing };
  const said = (rules: readonly Rules[]) =>
    valueSchemes([rules], [BASE]).valued[0]!.notValued.some((text) =>
      text.startsWith("Contribution rates that change")
    );
  assertEquals([said([JKP]), said([JKP, reform])], [false, true]);
});
