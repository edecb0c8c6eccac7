import { monthOf } from "@jkp/month";
import type { ContributionRun } from "./history.ts";
import { employerLiability } from "./employer_liability.ts";
import { CLAIM_RULES } from "./claim_table.ts";
import { readClaims } from "./claims/read_claims.ts";
import { entitlement } from "./entitlement.ts";
import { evaluateHistories } from "./evaluate_histories.ts";
import { jobContributions, recomposedRates } from "./contributions.ts";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt, rulesFrom } from "@jkp/scheme";
import { assertAlmostEquals, assertEquals } from "@std/assert";

// The examples that the documents work out, with their numbers.
// Review: ILO (2023), Unemployment insurance in Indonesia.

const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3));
const PROPOSED = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 7));

function run(first: [number, number], months: number, wage = 4_000_000): ContributionRun {
  const firstMonth = monthOf(...first);
  return { firstMonth, lastMonth: firstMonth + months - 1, wage };
}

/** Runs of some months with one month between, the last ending in December 2022. */
function broken(...lengths: number[]): ContributionRun[] {
  let last = monthOf(2022, 12);
  return lengths.toReversed().map((months) => {
    const own = { firstMonth: last - months + 1, lastMonth: last, wage: 4_000_000 };
    last -= months + 1;
    return own;
  }).reverse();
}

const DECEMBER = { month: monthOf(2022, 12), reason: "involuntary" } as const;

/** Footnote 19: 12 months of 24, claim in February 2022, three months of benefit, work in
 * May and June, unemployed on 1 July. */
function secondSpell(rules: Rules) {
  const history = {
    contributions: [run([2021, 2], 12), run([2022, 5], 2)],
    claims: [{ month: monthOf(2022, 2), monthsPaid: 3 }],
  };
  return entitlement(rules, history, {
    month: monthOf(2022, 6),
    reason: "involuntary",
  });
}

Deno.test("review, footnote 19: with reset the second spell has no benefit", () => {
  const second = secondSpell(PROPOSED);
  assertEquals(second.isEligible, false);
  assertEquals(second.decidedBy.rule, "contributions");
  assertEquals(second.decidedBy.got, "2 months");
  // Ten months more from July 2022: a claim in May 2023.
  assertEquals(second.nextClaimMonth, monthOf(2023, 5));
});

Deno.test("review, footnote 19: maintained for 12 months the outstanding 3 are paid", () => {
  const second = secondSpell({
    ...PROPOSED,
    repeatClaims: {
      ...PROPOSED.repeatClaims,
      entitlement: "maintained",
      maintainedMonths: 12,
    },
  });
  assertEquals(second.isEligible, true);
  assertEquals(second.isRenewal, true);
  assertEquals(second.firstBenefitMonth, monthOf(2022, 7));
  assertEquals(second.benefits, [2_000_000, 2_000_000, 2_000_000]);
});

Deno.test("review, section 2.4: JKP refuses four contracts of five months", () => {
  const contributions = broken(5, 5, 5, 5);
  const refused = entitlement(JKP, { contributions }, DECEMBER);
  assertEquals(refused.decidedBy.rule, "consecutive_months");
  assertEquals(refused.decidedBy.got, "5 in a row");
  assertEquals(refused.checks.map(({ rule, isMet, got }) => [rule, isMet, got]), [
    ["coverage", true, "nothing against it"],
    ["contingency", true, "involuntary"],
    ["other_benefits", true, "none"],
    ["contributions", true, "20 months"],
    ["consecutive_months", false, "5 in a row"],
  ]);
});

Deno.test("review, section 2.4: JKP accepts 12 months of which the last six are in a row", () => {
  const contributions = broken(3, 3, 6);
  assertEquals(entitlement(JKP, { contributions }, DECEMBER).isEligible, true);
  const { qualifying } = JKP;
  const relaxed = { ...JKP, qualifying: { ...qualifying, consecutiveMonths: null } };
  const four = { contributions: broken(5, 5, 5, 5) };
  assertEquals(entitlement(relaxed, four, DECEMBER).isEligible, true);
});

Deno.test("ILO (2021), section 3.1: six months in a row refuse 18 of 24 and accept 12", () => {
  const eighteen = { contributions: broken(5, 5, 5, 3) };
  const twelve = { contributions: broken(3, 3, 6) };
  const strict = {
    ...PROPOSED,
    qualifying: { ...PROPOSED.qualifying, consecutiveMonths: 6 },
  };
  const eligible = (rules: Rules) =>
    [eighteen, twelve].map((each) => entitlement(rules, each, DECEMBER).isEligible);
  assertEquals(eligible(strict), [false, true]);
  assertEquals(eligible(PROPOSED), [true, true]);
});

/** Box 1: company A 10 days at 100,000 rupiah, company B 5 days at 200,000. */
const JOBS = [
  { employer: "A", dailyWage: 100_000, daysWorked: 10, isMain: true },
  { employer: "B", dailyWage: 200_000, daysWorked: 5, isMain: false },
];

Deno.test("review, Box 1: only the main employer contributes to JKP, for 25 days", () => {
  const [a, b] = jobContributions(JKP.financing, JOBS);
  assertAlmostEquals(a!.byEmployer, 6_000);
  assertAlmostEquals(a!.byEmployerOnDaysWorked, 2_400);
  assertEquals([b!.byEmployer, b!.daysCharged], [0, 0]);
  assertAlmostEquals(b!.byEmployerOnDaysWorked, 2_400);
});

Deno.test("review, Box 1: both employers and the worker contribute to JP, for 25 days each", () => {
  const jp = {
    employer: 0.02,
    employee: 0.01,
    government: 0,
    employers: "every",
    daysCharged: 25,
  } as const;
  const [a, b] = jobContributions(jp, JOBS);
  assertEquals([a!.byEmployer, b!.byEmployer], [50_000, 100_000]);
  assertEquals([a!.byEmployee, b!.byEmployee], [25_000, 50_000]);
});

Deno.test("review, Box 1: a single day is charged as 25", () => {
  const [job] = jobContributions(JKP.financing, [{ ...JOBS[0]!, daysWorked: 1 }]);
  assertAlmostEquals(job!.byEmployer / job!.byEmployerOnDaysWorked, 25);
});

Deno.test("review, Table 3: rates of JKK and JKm after recomposition", () => {
  const printed = [
    ["very_low", 0.24, 0.10, 0.30, 0.20, 0.24],
    ["low", 0.54, 0.40, 0.30, 0.20, 0.24],
    ["moderate", 0.89, 0.75, 0.30, 0.20, 0.24],
    ["high", 1.27, 1.13, 0.30, 0.20, 0.24],
    ["very_high", 1.74, 1.60, 0.30, 0.20, 0.24],
  ];
  const percent = (rate: number) => Number((100 * rate).toFixed(6));
  const rates = recomposedRates(JKP.recomposition!).map((each) => [
    each.risk,
    percent(each.jkkBefore),
    percent(each.jkkAfter),
    percent(each.jkmBefore),
    percent(each.jkmAfter),
    percent(each.moved),
  ]);
  assertEquals(rates, printed);
  assertAlmostEquals(JKP.financing.employer, 0.0024);
});

const contributions = (wage: number) => [run([2022, 1], 12, wage)];
const DUE = entitlement(JKP, { contributions: contributions(4_000_000) }, DECEMBER);
const ENROLLED = { isEnrolled: true, monthlyContribution: 9_600 };

Deno.test("review, section 3.5: up to three months in arrears the fund pays", () => {
  const owed = employerLiability(JKP, { ...ENROLLED, monthsInArrears: 3 }, DUE, DUE);
  assertEquals(owed.byFund, DUE.benefits);
  assertEquals(owed.byEmployer, [0, 0, 0, 0, 0, 0]);
  assertEquals([owed.arrears, owed.reimbursable], [28_800, 0]);
});

Deno.test("review, section 3.5: after more than three months the employer pays and asks back", () => {
  const owed = employerLiability(JKP, { ...ENROLLED, monthsInArrears: 4 }, DUE, DUE);
  assertEquals(owed.byEmployer, DUE.benefits);
  assertEquals(owed.byFund, [0, 0, 0, 0, 0, 0]);
  assertEquals(owed.arrears, 38_400);
  assertAlmostEquals(owed.reimbursable, 2.1 * 4_000_000);
});

Deno.test("review, section 3.5: an employer who reported too little pays the difference", () => {
  const history = { contributions: contributions(3_000_000) };
  const reported = entitlement(JKP, history, DECEMBER);
  const owed = employerLiability(JKP, { ...ENROLLED, monthsInArrears: 0 }, reported, DUE);
  const difference = [450_000, 450_000, 450_000, 250_000, 250_000, 250_000];
  owed.byEmployer.forEach((paid, i) => assertAlmostEquals(paid, difference[i]!, 1e-6));
  assertEquals(owed.byFund, reported.benefits);
});

Deno.test("review, section 3.5: who was not enrolled is paid at once by the employer", () => {
  const compliance = { isEnrolled: false, monthsInArrears: 0, monthlyContribution: 0 };
  const owed = employerLiability(JKP, compliance, { benefits: [] }, DUE);
  assertEquals([owed.byEmployer, owed.isLumpSum], [DUE.benefits, true]);
});

/** JKP and its reform of February 2025: data/claims/members_2025, by hand. */
const REFORMED = await readScheme("jkp_2025");

Deno.test("JKP's reform of 2025: claims before, across and after it are paid as worked by hand", async () => {
  const folder = "data/claims/members_2025";
  const { claims } = await readClaims({
    contributions: `${folder}/contributions.csv`,
    terminations: `${folder}/terminations.csv`,
  });
  const [full, quarter, sixty] = [1_800_000, 1_000_000, 2_400_000]; // of 4 million
  const wanted: Record<string, readonly number[] | string> = {
    // Paid up in January 2025: 45 per cent three times, then 25.
    B01: [full, full, full, quarter, quarter, quarter],
    // Of the ceiling of 5 million from November on: 45 per cent, from February on 60.
    B02: [2_250_000, 2_250_000, 2_250_000, 3_000_000, 3_000_000, 3_000_000],
    // From December on: two months at 45 per cent, and four at 60.
    B03: [full, full, sixty, sixty, sixty, sixty],
    // The job ends in the last month of the old rules, all is paid by the new ones.
    B04: Array(6).fill(sixty),
    B05: Array(6).fill(sixty),
    // Claims in the fifth month after the job's end, which the old rules refuse; that of a
    // job that ended before the reform too, as the file's open point has it.
    B06: "claim_deadline",
    B07: "claim_deadline",
    B08: Array(6).fill(sixty),
    // Twelve months in 24, at most five in a row.
    B09: "consecutive_months",
    B10: Array(6).fill(sixty),
  };
  assertEquals(claims.map(({ title }) => title), Object.keys(wanted));
  const results = evaluateHistories(REFORMED, claims);
  claims.forEach(({ title, history, termination }, i) => {
    const rules = rulesFrom(REFORMED, termination.month);
    const alone = entitlement(rules, history, termination);
    const expected = wanted[title]!;
    const paid = typeof expected === "string" ? [] : expected;
    assertEquals([title, alone.benefits], [title, paid]);
    assertEquals(
      alone.isEligible ? "all" : alone.decidedBy.rule,
      typeof expected === "string" ? expected : "all",
    );
    assertEquals(CLAIM_RULES[results.decidedBy[i]!], alone.isEligible ? "all" : expected);
    assertEquals(results.firstBenefit[i], paid[0] ?? 0);
    assertEquals(results.totalBenefit[i], paid.reduce((sum, each) => sum + each, 0));
  });
  // By the rules of one month, whatever comes later, all is as it was then.
  const asBefore = evaluateHistories(REFORMED, claims, { month: monthOf(2024, 1) });
  assertEquals(asBefore.totalBenefit[1], 2.1 * 5_000_000);
});

Deno.test("JKP's reform of 2025: a claim says which new rates pay it, and what is left open", () => {
  const month = monthOf(2024, 11);
  const contributions = [{ firstMonth: month - 11, lastMonth: month, wage: 4_000_000 }];
  const decide = (claimMonth: number) =>
    entitlement(rulesFrom(REFORMED, month), { contributions }, {
      month,
      claimMonth,
      reason: "involuntary",
    });
  const [paid, late] = [decide(month + 1), decide(month + 5)];
  assertEquals(paid.newRates?.map((each) => each.month), [monthOf(2025, 2)]);
  assertEquals(late.newRates, undefined);
  for (const { leftOpen } of [paid, late]) {
    assertEquals(leftOpen.every((open) => open.startsWith("running claims: ")), true);
    assertEquals(leftOpen.length, 2);
  }
  // Sixty months after the last benefit of May 2025.
  assertEquals(paid.nextClaimMonth, monthOf(2030, 5));
});

Deno.test("JKP's reform of 2025: the fund pays for a closed employer up to six months in arrears", () => {
  const due = { benefits: [2_400_000, 2_400_000] };
  const byFund = (year: number, monthsInArrears: number, isClosed: boolean) => {
    const rules = rulesAt(REFORMED, monthOf(year, 6));
    const compliance = { isEnrolled: true, monthlyContribution: 0 };
    const { byFund } = employerLiability(
      rules,
      { ...compliance, monthsInArrears, isClosed },
      due,
      due,
    );
    return byFund[0]! > 0;
  };
  assertEquals([byFund(2024, 3, true), byFund(2024, 4, true)], [true, false]);
  assertEquals([byFund(2025, 6, true), byFund(2025, 7, true)], [true, false]);
  assertEquals([byFund(2025, 3, false), byFund(2025, 4, false)], [true, false]);
});

Deno.test("JKP's reform of 2025: a medium enterprise's members are members of JP too", () => {
  const month = monthOf(2025, 6);
  const contributions = [{ firstMonth: month - 11, lastMonth: month, wage: 4_000_000 }];
  const decidedBy = (enterprise: "medium" | "small", schemes: readonly string[]) =>
    entitlement(rulesFrom(REFORMED, month), {
      contributions,
      member: { enterprise, schemes },
    }, { month, reason: "involuntary" }).decidedBy;
  const schemes = ["JKK", "JHT", "JKm", "JKN"];
  assertEquals(decidedBy("medium", schemes).wanted, "a member of JP");
  assertEquals(decidedBy("medium", [...schemes, "JP"]).isMet, true);
  assertEquals(decidedBy("small", schemes).isMet, true);
  assertEquals(decidedBy("small", ["JKK", "JHT", "JKM", "JKN"]).isMet, true);
  assertEquals(decidedBy("small", ["JKK", "JHT", "JKN"]).wanted, "a member of JKm");
});
