import { monthOf } from "@jkp/month";
import type { CalculationOptions } from "./prepare.ts";
import { type Entitlement, entitlement } from "./entitlement.ts";
import type { Member } from "./history.ts";
import { readScheme } from "@jkp/scheme/read";
import {
  type Rules,
  rulesAt,
  type TerminationCause,
  type WorkerGroup,
} from "@jkp/scheme";
import { reemploymentAllowance } from "./reemployment.ts";
import { assertAlmostEquals, assertEquals } from "@std/assert";

// What ILO (2020), Exploring policy options, says of schemes in Asia.

const MONTH = monthOf(2020, 6);
const rulesOf = async (name: string) => rulesAt(await readScheme(name), MONTH);
const JAPAN = await rulesOf("japan");
const MALAYSIA = await rulesOf("malaysia");
const KOREA = await rulesOf("korea");
const THAILAND = await rulesOf("thailand");
const VIET_NAM = await rulesOf("viet_nam");
const BASE = await rulesOf("options_2020_base");

/** Two years of contributions on one wage, then the end of employment. */
function after(
  rules: Rules,
  wage: number,
  more: CalculationOptions & {
    reason?: TerminationCause;
    member?: Member;
    months?: number;
    severancePay?: number;
  } = {},
): Entitlement {
  const {
    reason = "involuntary",
    member = { age: 40 },
    months = 24,
    severancePay = 0,
    ...options
  } = more;
  const contributions = [{ firstMonth: MONTH - months + 1, lastMonth: MONTH, wage }];
  const termination = { month: MONTH, reason, severancePay };
  return entitlement(rules, { contributions, member }, termination, options);
}

/** Table 2 as printed: ages, daily wages, rates in per cent and benefits at both ends. */
const TABLE_2 = [
  [[18, 29], 2_500, 5_009, 80, 80, 2_000, 4_007],
  [[18, 29], 5_010, 12_330, 80, 50, 4_008, 6_165],
  [[18, 29], 12_331, 13_630, 50, 50, 6_165, 6_815],
  [[18, 29], 13_631, 99_999, 0, 0, 6_815, 6_815],
  [[30, 44], 2_500, 5_009, 80, 80, 2_000, 4_007],
  [[30, 44], 5_010, 12_330, 80, 50, 4_008, 6_165],
  [[30, 44], 12_331, 15_140, 50, 50, 6_165, 7_570],
  [[30, 44], 15_141, 99_999, 0, 0, 7_570, 7_570],
  [[45, 59], 2_500, 5_009, 80, 80, 2_000, 4_007],
  [[45, 59], 5_010, 12_330, 80, 50, 4_008, 6_165],
  [[45, 59], 12_331, 16_670, 50, 50, 6_165, 8_335],
  [[45, 59], 16_671, 99_999, 0, 0, 8_335, 8_335],
  [[60, 64], 2_500, 5_009, 80, 80, 2_000, 4_007],
  [[60, 64], 5_010, 11_090, 80, 45, 4_008, 4_990],
  [[60, 64], 11_091, 15_890, 45, 45, 4_990, 7_150],
  [[60, 64], 15_891, 99_999, 0, 0, 7_150, 7_150],
] as const;

Deno.test("ILO (2020), Table 2: benefits and rates of Japan at both ends of each bracket", () => {
  for (const [ages, low, high, rateLow, rateHigh, least, most] of TABLE_2) {
    for (const age of ages) {
      const daily = (wage: number) =>
        after(JAPAN, 30 * wage, { member: { age } }).benefits[0]! / 30;
      assertEquals([daily(low), daily(high)], [least, most], `${age}: ${low}`);
      if (rateLow === 0) continue;
      const rates = [least / low, most / high].map((rate) => Math.round(100 * rate));
      assertEquals(rates, [rateLow, rateHigh]);
    }
  }
});

Deno.test("ILO (2020), Table 2: benefits within a bracket stay between those at its ends", () => {
  for (const [ages, low, high, , , least, most] of TABLE_2) {
    for (let share = 0; share <= 1; share += 1 / 16) {
      const wage = Math.floor(low + share * (high - low));
      const member = { age: ages[1] };
      const daily = after(JAPAN, 30 * wage, { member }).benefits[0]! / 30;
      assertEquals(daily >= least && daily <= most, true, `${wage}: ${daily}`);
    }
  }
});

Deno.test("ILO (2020), Tables 3 and 4: the poorest get 80 per cent of 2,500 yen", () => {
  assertEquals(after(JAPAN, 30 * 1_000).benefits[0], 30 * 2_000);
});

Deno.test("ILO (2020), Tables 7, 9 and 10: leaving in Japan costs months and a wait", () => {
  const leave = { reason: "voluntary_resignation", openDuration: "longest" } as const;
  const left = after(JAPAN, 300_000, leave);
  assertEquals([left.benefits.length, left.waiting.months], [5, 3]);
  assertEquals(left.firstBenefitMonth, MONTH + 1 + 3);
  assertEquals(after(JAPAN, 300_000, { ...leave, months: 11 }).isEligible, false);
  assertEquals(after(JAPAN, 300_000, { months: 6 }).isEligible, true);
  assertEquals(after(JAPAN, 300_000).leftOpen, [
    "duration: 3 to 11 months by age and years of contributions",
  ]);
});

Deno.test("ILO (2020), section 4.2 and Table 4: Malaysia tapers from 80 to 30 per cent", () => {
  const { benefits } = after(MALAYSIA, 2_000, { openDuration: "longest" });
  const expected = [1_600, 1_000, 800, 800, 600, 600];
  benefits.forEach((benefit, i) => assertAlmostEquals(benefit, expected[i]!));
  assertAlmostEquals(after(MALAYSIA, 9_000).benefits[0]!, 0.8 * 3_950);
  assertEquals(after(MALAYSIA, 2_000, { reason: "fixed_term_expiry" }).isEligible, false);
});

Deno.test("ILO (2020), Table 4: Korea pays 60 per cent within its limits", () => {
  assertEquals(after(KOREA, 2_000_000).benefits[0], 1_200_000);
  assertEquals(after(KOREA, 9_000_000).benefits[0], 30 * 66_000);
  const quantities = { minimum_wage: 1_700_000 };
  assertEquals(after(KOREA, 2_000_000, { quantities }).benefits[0], 1_360_000);
});

Deno.test("ILO (2020), Table 12: severance over 100 million won delays three months", () => {
  const [at, over] = [100_000_000, 100_000_001].map((severancePay) =>
    after(KOREA, 2_000_000, { severancePay }).firstBenefitMonth
  );
  assertEquals([at, over], [MONTH + 1, MONTH + 4]);
});

Deno.test("ILO (2020), section 7.2: leaving in Thailand costs 20 points and three months", () => {
  const dismissed = after(THAILAND, 10_000).benefits;
  const left = after(THAILAND, 10_000, { reason: "voluntary_resignation" }).benefits;
  assertEquals(dismissed, Array(6).fill(5_000));
  assertEquals(left, Array(3).fill(3_000));
  assertEquals(after(THAILAND, 10_000, { reason: "fixed_term_expiry" }).benefits, left);
});

Deno.test("ILO (2020), Tables 3 and 4: Thailand takes the best three of 15 months", () => {
  const run = (back: number, months: number, wage: number) => ({
    firstMonth: MONTH - back,
    lastMonth: MONTH - back + months - 1,
    wage,
  });
  const contributions = [
    run(17, 3, 15_000), // before the window
    run(14, 2, 12_000),
    run(12, 10, 6_000),
    run(2, 3, 9_000),
  ];
  const { referenceWage } = entitlement(THAILAND, { contributions }, {
    month: MONTH,
    reason: "involuntary",
  });
  assertEquals(referenceWage, (12_000 + 12_000 + 9_000) / 3);
  assertEquals(after(THAILAND, 500).benefits[0], 0.5 * 1_650);
  assertEquals(after(THAILAND, 50_000).benefits[0], 0.5 * 15_000);
});

Deno.test("ILO (2020), Table 4 and section 7.2: Viet Nam treats who leaves as who is laid off", () => {
  const left = after(VIET_NAM, 8_000_000, { reason: "voluntary_resignation" });
  assertEquals(left.benefits, after(VIET_NAM, 8_000_000).benefits);
  const quantities = { regional_minimum_wage: 4_000_000 };
  assertEquals(after(VIET_NAM, 1_000_000, { quantities }).benefits[0], 2_400_000);
  assertEquals(after(VIET_NAM, 90_000_000, { quantities }).benefits[0], 20_000_000);
});

Deno.test("ILO (2020), Table 9: seasonal workers in Viet Nam have 36 months for 12", () => {
  const contributions = [{ firstMonth: MONTH - 35, lastMonth: MONTH - 25, wage: 1 }, {
    firstMonth: MONTH,
    lastMonth: MONTH,
    wage: 1,
  }];
  const eligible = (isSeasonal: boolean) =>
    entitlement(VIET_NAM, { contributions, member: { isSeasonal } }, {
      month: MONTH,
      reason: "involuntary",
    }).isEligible;
  assertEquals([eligible(false), eligible(true)], [false, true]);
});

Deno.test("ILO (2020), Table 6: re-employment allowances", () => {
  const twelve = { benefits: Array(12).fill(100) };
  const paid = (rules: Rules, months: number) =>
    Math.round(reemploymentAllowance(rules, twelve, months));
  // Two thirds remain after 4 of 12 months, one third after 8.
  assertEquals([0, 4, 5, 8, 9].map((months) => paid(JAPAN, months)), [
    840,
    560,
    420,
    240,
    0,
  ]);
  assertEquals([paid(MALAYSIA, 0), paid(MALAYSIA, 4)], [300, 200]);
  assertEquals([paid(KOREA, 4), paid(THAILAND, 4), paid(VIET_NAM, 4)], [400, 0, 0]);
});

Deno.test("ILO (2020), section 5: one month of benefit for each two of work, from 6 to 12", async () => {
  const rules = await rulesOf("options_2020_duration_by_record");
  const months = [12, 13, 18, 24, 40].map((each) =>
    after(rules, 4_000_000, { months: each }).benefits.length
  );
  assertEquals(months, [6, 6, 9, 12, 12]);
});

Deno.test("ILO (2020), section 6.2: JP's highest pension binds below half of its ceiling", async () => {
  const rules = await rulesOf("options_2020_maximum_benefit");
  assertEquals(after(rules, 20_000_000).benefits[0], 4_207_200);
  assertEquals(after(rules, 8_000_000).benefits[0], 4_000_000);
});

Deno.test("ILO (2020), appendix: who is covered differs by alternative", async () => {
  const eligible = async (name: string, group: WorkerGroup) =>
    after(await rulesOf(name), 4_000_000, { member: { group } }).isEligible;
  const alternatives = [
    ["civil_servant", "options_2020_public_sector"],
    ["construction_worker", "options_2020_construction"],
  ] as const;
  for (const [group, name] of alternatives) {
    assertEquals([
      await eligible("options_2020_base", group),
      await eligible(name, group),
    ], [
      false,
      true,
    ]);
  }
});

Deno.test("ILO (2020), section 7.1: records and windows from 3 to 12 and 12 to 24 months", async () => {
  const names = ["short_record", "short_record_long_window", "short_window"];
  const conditions = await Promise.all(names.map(async (name) => {
    const { qualifying } = await rulesOf(`options_2020_${name}`);
    return [qualifying.contributionMonths, qualifying.windowMonths];
  }));
  assertEquals(conditions, [[3, 12], [3, 24], [12, 12]]);
});

Deno.test("ILO (2020), appendix: the base scenario pays at least 350,700 rupiah", () => {
  assertEquals(after(BASE, 500_000).benefits, [350_700, 350_700, 350_700]);
  assertEquals(after(BASE, 20_000_000).benefits[0], 0.5 * 8_939_700);
});
