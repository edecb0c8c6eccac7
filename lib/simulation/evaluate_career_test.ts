import { monthOf } from "@jkp/month";
import { type AgeBands, type Rules, rulesAt, TERMINATION_CAUSES } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import type { EarlierClaim } from "../entitlement/history.ts";
import { entitlement, reemploymentAllowance } from "@jkp/entitlement";
import { type CareerBatch, STILL_EMPLOYED } from "./career_batch.ts";
import { simulateCareers } from "./careers.ts";
import { reportAssumptions } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { ageIn } from "./age_law.ts";
import { CareerEvaluator, placeOf } from "./evaluate_career.ts";
import { schemeModel } from "./scheme_model.ts";

// Many jobs a career, so that every rule on further claims is met.
const BASE = await reportAssumptions("base");
const BUSY = {
  ...BASE,
  terminationRatePerMonth: 0.06,
  involuntaryShare: 0.9,
  maximumUnemploymentMonths: 12,
};
const OPTIONS = {
  careers: 150,
  years: 10,
  seed: 3,
  burnInYears: 5,
  tenureShape: [2, 1],
  wageVarianceBetweenJobs: 0.3,
  wageGrowthPerYear: 0,
  ages: [
    { ageFrom: 15, ageTo: 54, share: 0.8 },
    { ageFrom: 55, ageTo: 69, share: 0.2 },
  ],
};
const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
const THAILAND = rulesAt(await readScheme("thailand"), monthOf(2020, 3));
const KEPT: Rules = {
  ...JKP,
  name: "unused months kept, best wages, tapered",
  qualifying: { ...JKP.qualifying, contributionMonths: 6, consecutiveMonths: null },
  repeatClaims: {
    ...JKP.repeatClaims,
    maximumClaims: null,
    monthsBetween: 6,
    contributions: "since_last_claim",
    entitlement: "maintained",
    maintainedMonths: 18,
  },
  referenceWage: { ...JKP.referenceWage, kind: "best", months: 3, windowMonths: 12 },
  waitingPeriod: { ...JKP.waitingPeriod, days: 14 },
};
const AGED: Rules = {
  ...JKP,
  name: "duration and benefit by age, and an age at registration",
  coverage: { ...JKP.coverage, ageAtRegistrationBelow: 50 },
  repeatClaims: { ...JKP.repeatClaims, maximumClaims: null, monthsBetween: null },
  benefit: {
    ...JKP.benefit,
    kind: "graded",
    daysPerMonth: 1,
    wholeUnits: false,
    index: null,
    ages: [byAge(15, 34, 0.4), byAge(35, 64, 0.6)],
  },
  duration: {
    ...JKP.duration,
    kind: "bands",
    bands: [[0, 39, 3], [40, null, 9]].map(([ageFrom, ageTo, months]) => ({
      ageFrom: ageFrom!,
      ageTo: ageTo!,
      contributionMonthsFrom: 0,
      contributionMonthsTo: null,
      months: months!,
    })),
  },
};
const OPTIONS_2020 = rulesAt(
  await readScheme("options_2020_reemployment"),
  monthOf(2020, 3),
);

/** One rate for every wage. */
function byAge(ageFrom: number, ageTo: number, rate: number): AgeBands {
  const band = { wageFrom: 1, wageTo: 1e12, rateFrom: rate, rateTo: rate };
  return { ageFrom, ageTo, bands: [band] };
}

/** What one career is paid, claim by claim, with the calculator of single claims. */
function paidOneByOne(batch: CareerBatch, career: number, rules: Rules) {
  const contributions = [];
  const claims: EarlierClaim[] = [];
  let [benefits, months, eligible] = [0, 0, 0];
  const ageAt = (month: number) =>
    ageIn(batch.ageLimits, batch.birthMonth[career]!, month);
  const ageAtRegistration = ageAt(batch.jobFirstMonth[batch.jobsFrom[career]!]!);
  for (let job = batch.jobsFrom[career]!; job < batch.jobsFrom[career + 1]!; job++) {
    const month = batch.jobLastMonth[job]!;
    const firstMonth = batch.jobFirstMonth[job]!;
    const wage = batch.wageIdr[job]! * batch.wageIndex[month - batch.wageIndexFrom]!;
    contributions.push({ firstMonth, lastMonth: month, wage });
    if (batch.reason[job] === STILL_EMPLOYED) continue;
    const reason = TERMINATION_CAUSES[batch.reason[job]!]!;
    const treatment = rules.contingency.reasons[reason];
    if (reason !== "involuntary" && !treatment?.covered) continue;
    const result = entitlement(
      rules,
      { contributions, claims, member: { age: ageAt(month), ageAtRegistration } },
      { month, reason },
    );
    if (!result.isEligible) continue;
    if (month >= batch.firstMonth) eligible++;
    const waiting = treatment?.waitingMonths ?? rules.waitingPeriod.days / 30;
    const first = month + 1 + Math.floor(waiting);
    let paid = 0;
    while (paid < result.benefits.length && batch.monthsOut[job]! > waiting + paid) {
      if (first + paid >= batch.firstMonth && first + paid <= batch.lastMonth) {
        benefits += result.benefits[paid]!;
        months++;
      }
      paid++;
    }
    if (paid === 0) continue;
    const back = first + paid;
    if (back >= batch.firstMonth && back <= batch.lastMonth) {
      benefits += reemploymentAllowance(rules, result, paid);
    }
    const renewed = result.isRenewal ? claims.pop() : undefined;
    claims.push({
      ...renewed ?? { month: month + 1, lastEmploymentMonth: month },
      monthsPaid: paid + (renewed?.monthsPaid ?? 0),
      lastBenefitMonth: first + paid - 1,
    });
  }
  return { benefits, months, eligible, claims: claims.length };
}

for (const rules of [JKP, THAILAND, KEPT, OPTIONS_2020, AGED]) {
  Deno.test(`CareerEvaluator pays what single claims are paid under ${rules.name}`, () => {
    const [batch] = [...simulateCareers(BUSY, OPTIONS)] as [CareerBatch];
    const model = schemeModel(rules, {}, [2000, 2040], () => 1);
    const evaluator = new CareerEvaluator([model], Infinity);
    let further = 0;
    for (let career = 0; career < batch.count; career++) {
      evaluator.evaluate(batch, career);
      const { quantities } = evaluator;
      const expected = paidOneByOne(batch, career, rules);
      assertAlmostEquals(quantities[placeOf(0, "benefits")]!, expected.benefits, 1e-3);
      assertEquals(quantities[placeOf(0, "benefitMonths")], expected.months);
      assertEquals(quantities[placeOf(0, "all")], expected.eligible);
      if (expected.claims > 1) further++;
    }
    assert(further > 20);
  });
}

Deno.test("CareerEvaluator counts months and earnings under the ceiling", () => {
  const [batch] = [...simulateCareers(BUSY, { ...OPTIONS, careers: 50 })] as [
    CareerBatch,
  ];
  const model = schemeModel(JKP, {}, [2000, 2040], () => 1);
  const evaluator = new CareerEvaluator([model], Infinity);
  for (let career = 0; career < batch.count; career++) {
    let [months, earnings] = [0, 0];
    for (let job = batch.jobsFrom[career]!; job < batch.jobsFrom[career + 1]!; job++) {
      for (let month = batch.firstMonth; month <= batch.lastMonth; month++) {
        if (month < batch.jobFirstMonth[job]! || month > batch.jobLastMonth[job]!) {
          continue;
        }
        months++;
        earnings += Math.min(5_000_000, batch.wageIdr[job]!);
      }
    }
    evaluator.evaluate(batch, career);
    assertEquals(evaluator.quantities[0], months);
    const { quantities } = evaluator;
    assertAlmostEquals(quantities[placeOf(0, "insurableEarnings")]!, earnings, 1);
  }
});
