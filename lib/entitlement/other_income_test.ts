import { monthOf } from "@jkp/month";
import { benefitBesideEarnings } from "./other_earnings.ts";
import { entitlement } from "./entitlement.ts";
import { type OtherBenefit, rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const MONTH = monthOf(2022, 12);
const rulesOf = async (name: string) => rulesAt(await readScheme(name), MONTH);
const JKP = await rulesOf("jkp_2021");
const BASE = await rulesOf("options_2020_base");
const JAPAN = await rulesOf("japan");

/**
 * Two years on four million rupiah, then a layoff; the member draws some other benefits.
 */
function claimOf(rules: typeof JKP, ...otherBenefits: OtherBenefit[]) {
  const contributions = [{ firstMonth: MONTH - 23, lastMonth: MONTH, wage: 4_000_000 }];
  return entitlement(rules, { contributions, member: { age: 50, otherBenefits } }, {
    month: MONTH,
    reason: "involuntary",
  });
}

Deno.test("GR 37/2021, article 20(1): JKP refuses the totally disabled and pensioners", () => {
  const decided = (scheme: string, paidFor: OtherBenefit["paidFor"]) =>
    claimOf(JKP, { scheme, paidFor }).decidedBy.rule === "other_benefits";
  assertEquals(decided("JKK", "permanent_total_disability"), true);
  assertEquals(decided("JP", "permanent_total_disability"), true);
  assertEquals(decided("JP", "old_age"), true);
  assertEquals(decided("JHT", "old_age"), true);
  assertEquals(decided("a private plan", "old_age"), true);
  assertEquals(decided("JKK", "other"), false);
  assertEquals(decided("a private plan", "permanent_total_disability"), false);
});

Deno.test("entitlement() says which benefit excludes, and sees no further claim", () => {
  const temporary = { scheme: "JKK", paidFor: "other" } as const;
  const refused = claimOf(JKP, temporary, { scheme: "JP", paidFor: "old_age" });
  assertEquals(
    refused.decidedBy.wanted,
    "no JKK benefit for permanent total disability and " +
      "no JP benefit for permanent total disability and no benefit for old age",
  );
  assertEquals(refused.decidedBy.got, "JP benefit for old age");
  assertEquals([refused.isEligible, refused.benefits, refused.nextClaimMonth], [
    false,
    [],
    null,
  ]);
});

Deno.test("ILO (2020), section 13: no benefit for JP and JKK recipients", () => {
  const rule = (scheme: string) =>
    claimOf(BASE, { scheme, paidFor: "other" }).decidedBy.rule;
  assertEquals([rule("JP"), rule("JKK")], ["other_benefits", "other_benefits"]);
  assertEquals(claimOf(BASE, { scheme: "JHT", paidFor: "other" }).isEligible, true);
});

Deno.test("entitlement() asks nothing of other benefits where no rule names them", () => {
  const pension = { scheme: "JP", paidFor: "old_age" } as const;
  const { isEligible, checks } = claimOf(JAPAN, pension);
  assertEquals(isEligible, true);
  assertEquals(checks.some(({ rule }) => rule === "other_benefits"), false);
});

Deno.test("ILO (2020), section 13: earnings up to 50 per cent of the benefit change nothing", () => {
  const { benefits: [benefit] } = claimOf(BASE);
  assertEquals(benefit, 2_000_000);
  const beside = (earnings: number) => benefitBesideEarnings(BASE, benefit!, earnings);
  const whole = { benefit: 2_000_000, leftOpen: [] };
  assertEquals([beside(0), beside(600_000), beside(1_000_000)], [whole, whole, whole]);
});

Deno.test("benefitBesideEarnings() takes off what exceeds, or pays nothing, and says so", () => {
  const earned = [1_000_001, 1_400_000, 2_999_999, 3_000_000, 5_000_000];
  const reduced = earned.map((each) => benefitBesideEarnings(BASE, 2_000_000, each));
  assertEquals(reduced.map(({ benefit }) => benefit), [1_999_999, 1_600_000, 1, 0, 0]);
  assertEquals(reduced[0]!.leftOpen, [
    "other earnings: what is paid above the allowed ones is not stated; " +
    "the benefit is reduced by what exceeds them",
  ]);
  const aboveAllowed = "suspended";
  const suspended = benefitBesideEarnings(BASE, 2_000_000, 1_000_001, { aboveAllowed });
  assertEquals(suspended, {
    benefit: 0,
    leftOpen: [
      "other earnings: what is paid above the allowed ones is not stated; nothing is paid",
    ],
  });
});

Deno.test("review, section 2.9: JKP does not limit earnings from work", () => {
  assertEquals(benefitBesideEarnings(JKP, 1_800_000, 9_000_000), {
    benefit: 1_800_000,
    leftOpen: ["other earnings: no limit is stated"],
  });
  assertEquals(benefitBesideEarnings(JKP, 1_800_000, 0).leftOpen, []);
});

Deno.test("benefitBesideEarnings() never lets the income of who earns more fall when reduced", () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(fc.property(amount, amount, amount, (benefit, earnings, more) => {
    const income = (earned: number) =>
      earned + benefitBesideEarnings(BASE, benefit, earned).benefit;
    const { benefit: paid } = benefitBesideEarnings(BASE, benefit, earnings);
    assertEquals(paid >= 0 && paid <= benefit, true);
    assertEquals(income(earnings + more) >= income(earnings), true);
  }));
});

Deno.test("benefitBesideEarnings() refuses amounts that cannot be", () => {
  assertThrows(
    () => benefitBesideEarnings(BASE, 2_000_000, -1),
    RangeError,
    "amounts of 0 or more are wanted, got 2000000 and -1",
  );
  assertThrows(() => benefitBesideEarnings(BASE, NaN, 1), RangeError, "got NaN and 1");
});
