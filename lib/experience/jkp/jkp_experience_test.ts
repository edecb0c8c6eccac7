import { JKP_OUTCOMES, type JkpOutcome } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { type JkpClaims, type JkpRegister, NO_MONTH } from "@jkp/spells";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { benefitSurvival } from "./benefit_survival.ts";
import { jkpExperience } from "./jkp_experience.ts";

const JANUARY = monthOf(2024, 1);

/** A register of one row a claim: month of claim, months paid, outcome. */
function registerOf(
  rows: readonly (readonly [made: number, months: number, outcome: JkpOutcome])[],
): JkpRegister {
  const column = (of: (row: typeof rows[number]) => number) => rows.map(of);
  const claims: JkpClaims = {
    member: Uint32Array.from(rows.keys()),
    claimMonth: Int16Array.from(column(([made]) => made)),
    monthsPaid: Uint16Array.from(column(([, months]) => months)),
    firstBenefitMonth: Int16Array.from(column(([made]) => made)),
    lastBenefitMonth: Int16Array.from(column(([made, months]) => made + months - 1)),
    amountIdr: Float64Array.from(column(([, months]) => 2_000_000 * months)),
    outcome: Uint8Array.from(column(([, , outcome]) => JKP_OUTCOMES.indexOf(outcome))),
    outcomeMonth: new Int16Array(rows.length).fill(NO_MONTH),
  };
  return {
    manifest: {
      name: "made",
      provider: "made",
      extractMonth: JANUARY + 11,
      firstMonth: JANUARY,
      lastMonth: JANUARY + 11,
      form: "spells",
      synthetic: true,
      method: "made",
      wageGrowthPerYear: 0,
      sha256: {},
    },
    rows: rows.length,
    members: rows.length,
    claims,
    hasClaimMonths: true,
    hasPaymentDates: false,
    warnings: [],
  };
}

Deno.test("benefitSurvival() does not count who is being paid as having stayed", () => {
  // By hand: after one month paid 1 of 3 is seen to end (the running one with one month is
  // not yet seen), after two 1 of 1 (that with two is not), so survival is 2/3 and 0.
  const { steps, meanMonths } = benefitSurvival(
    [1, 1, 2, 2],
    ["work", "running", "exhausted", "running"],
  );
  const seen = steps.map(({ months, atRisk, survival, toWork }) => [
    months,
    atRisk,
    survival,
    toWork,
  ]);
  assertEquals(seen.map(([months, atRisk]) => [months, atRisk]), [[1, 3], [2, 1]]);
  assertAlmostEquals(seen[0]![2]!, 2 / 3);
  assertEquals(seen[1]![2], 0);
  assertAlmostEquals(seen[1]![3]!, 1 / 3);
  assertAlmostEquals(meanMonths!, 1 + 2 / 3);
});

Deno.test("benefitSurvival() finds the hazards of claims that are cut off by the register's end", () => {
  // A third of those in benefit leave each month, cut off at 6 months; each cohort of 3^6
  // claims is seen for one month more, up to none of its decisions.
  const monthsPaid: number[] = [];
  const outcomes: JkpOutcome[] = [];
  for (let observed = 1; observed <= 7; observed++) {
    let left = 3 ** 6;
    for (let month = 1; month <= 6 && left > 0; month++) {
      const isSeen = month < observed;
      const leaving = !isSeen || month === 6 ? left : left / 3;
      for (let i = 0; i < leaving; i++) {
        monthsPaid.push(month);
        outcomes.push(!isSeen ? "running" : month === 6 ? "exhausted" : "work");
      }
      left -= leaving;
    }
  }
  const { steps, meanMonths } = benefitSurvival(monthsPaid, outcomes);
  for (const { months, survival } of steps.slice(0, 5)) {
    assertAlmostEquals(survival, (2 / 3) ** months, 1e-12);
  }
  const mean = [0, 1, 2, 3, 4, 5].reduce((sum, month) => sum + (2 / 3) ** month, 0);
  assertAlmostEquals(meanMonths!, mean, 1e-12);
});

Deno.test("benefitSurvival() sees nothing where all claims are in their first month", () => {
  assertEquals(benefitSurvival([0], ["running"]).unseen, 1);
  const { steps, meanMonths } = benefitSurvival([1, 1], ["running", "running"]);
  assertEquals([steps, meanMonths], [[], null]);
});

Deno.test("benefitSurvival() counts claims that ended before a payment", () => {
  const { steps } = benefitSurvival([0, 1, 1, 1], ["other", "work", "work", "exhausted"]);
  assertEquals(steps.map(({ months, survival }) => [months, survival]), [
    [0, 0.75],
    [1, 0],
  ]);
});

Deno.test("jkpExperience() counts recipients of a row a claim in each of its months", () => {
  const study = jkpExperience(
    registerOf([[JANUARY, 2, "work"], [JANUARY + 1, 3, "running"]]),
  );
  assertEquals(study.byMonth.slice(0, 5).map(({ recipients }) => recipients), [
    1,
    2,
    1,
    1,
    0,
  ]);
  assertEquals(study.byMonth[0]!.amountIdr, undefined);
  assertEquals(study.meanBenefitIdr, 2_000_000);
  assertEquals(study.byMonthsPaid.map(({ months, ended }) => [months, ended]), [
    [1, 0],
    [2, 1],
    [3, 0],
  ]);
});

Deno.test("jkpExperience() leaves payments of earlier claims out of months paid", () => {
  const rows = registerOf([[JANUARY - 2, 2, "work"], [JANUARY, 1, "work"]]);
  const benefits = {
    claim: Uint32Array.of(0, 0, 1),
    month: Int16Array.of(JANUARY, JANUARY + 1, JANUARY),
    paidOn: new Int16Array(3),
    amountIdr: Float64Array.of(1e6, 1e6, 2e6),
  };
  const study = jkpExperience({ ...rows, benefits });
  assertEquals([study.claims, study.claimsInWindow], [2, 1]);
  assertEquals(study.byMonth[0]!.recipients, 2);
  assertEquals(study.byNumber, [{ number: 1, payments: 1, meanBenefitIdr: 2e6 }]);
  assertEquals(study.meanMonthsEnded, 1);
});
