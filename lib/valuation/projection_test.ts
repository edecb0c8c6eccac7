import { monthOf } from "@jkp/month";
import { survivalAt, survivalCurveFromPoints } from "@jkp/survival";
import { claimFlows } from "./claim_flows.ts";
import { gatherYears } from "./cost_by_year.ts";
import { projectMonths, projectPeriods } from "./projection.ts";
import { waitingShift } from "./waiting_shift.ts";
import { reportAssumptions } from "./assumptions/report_assumptions.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const BASE = await reportAssumptions("base");

/** Nothing moves: constant members and unemployment, everybody leaves after a month. */
const STEADY: ValuationAssumptions = {
  ...BASE,
  members: { firstYear: 2019, values: Array(12).fill(1000) },
  memberGrowthBeforeBaseYear: 0,
  terminationRatePerMonth: 0.01,
  referenceUnemploymentRate: 0.05,
  unemploymentRate: { firstYear: 2019, values: Array(12).fill(0.05) },
  survival: survivalCurveFromPoints(
    [{ time: 0, survival: 1 }, { time: 1, survival: 0 }],
    "step",
  ),
  involuntaryShare: 0.5,
  eligibleShare: 0.8,
  earnings: {
    ...BASE.earnings,
    membersIdr: { firstYear: 2020, values: Array(11).fill(4e6) },
    claimantsIdr: { firstYear: 2020, values: Array(11).fill(3e6) },
  },
};

function at(
  values: Float64Array,
  firstMonth: number,
  year: number,
  month: number,
): number {
  return values[monthOf(year, month) - firstMonth]!;
}

Deno.test("projectMonths() pays those who left in the month when spells last a month", () => {
  const months = projectMonths(STEADY);
  const { firstMonth } = months;
  assertAlmostEquals(at(months.terminations, firstMonth, 2025, 3), 10);
  assertAlmostEquals(at(months.theoreticalUnemployed, firstMonth, 2025, 3), 10);
  assertAlmostEquals(at(months.beneficiaries, firstMonth, 2025, 3), 10 * 0.5 * 0.8);
  assertAlmostEquals(at(months.meanBenefitIdr, firstMonth, 2025, 3), 1.5e6);
});

Deno.test("projectMonths() pays a share of what was earned before the claim, or before each payment", () => {
  // Everybody is out of work for three months; one half is paid of the last month's wage.
  const rising = {
    ...STEADY,
    survival: survivalCurveFromPoints(
      [{ time: 0, survival: 1 }, { time: 3, survival: 0 }],
      "step",
    ),
    averageEarningsMonths: 1,
    maximumDurationMonths: 3,
    waitingPeriodDays: 0,
    benefitMonths: [],
    earnings: {
      ...STEADY.earnings,
      claimantsIdr: {
        firstYear: 2020,
        values: Array.from({ length: 11 }, (_, i) => 3e6 * 1.1 ** i),
      },
    },
  };
  const { benefitMonths: _alike, ...alike } = rising;
  // The middle of month 2025-03 lies 4 years and 8.5 months after the middle of 2020.
  const wage = (monthsBefore: number) => 3e6 * 1.1 ** (4 + (8.5 - monthsBefore) / 12);
  const meanOf = (referenceEarnings: "before_claim" | "before_payment") => {
    const choices = { ...STEADY.choices, referenceEarnings };
    const months = projectMonths({ ...alike, choices });
    return at(months.meanBenefitIdr, months.firstMonth, 2025, 3);
  };
  assertAlmostEquals(meanOf("before_payment") / (0.5 * wage(1)), 1, 1e-12);
  assertAlmostEquals(
    meanOf("before_claim") / (0.5 * (wage(1) + wage(2) + wage(3)) / 3),
    1,
    1e-12,
  );
});

Deno.test("projectMonths() pays nobody before the first benefit month", () => {
  const months = projectMonths(STEADY);
  const first = monthOf(2022, 1) - months.firstMonth;
  assert(months.beneficiaries.subarray(0, first).every((count) => count === 0));
  assert(months.beneficiaries[first]! > 0);
});

Deno.test("projectMonths() makes estimated equal theoretical unemployed on average in 2018–19", () => {
  const months = projectMonths(BASE);
  const from = monthOf(2018, 1) - months.firstMonth;
  const sum = (values: Float64Array) =>
    values.subarray(from, from + 24).reduce((a, b) => a + b, 0);
  assertAlmostEquals(
    sum(months.estimatedUnemployed) / sum(months.theoreticalUnemployed),
    1,
    1e-12,
  );
});

Deno.test("projectMonths() gives the flow and the ratio the same result in a steady state", () => {
  const months = projectMonths(STEADY);
  const flow = projectMonths({
    ...STEADY,
    choices: { ...STEADY.choices, beneficiaryMethod: "flow" },
  });
  assertAlmostEquals(months.beneficiaries.at(-1)!, flow.beneficiaries.at(-1)!, 1e-9);
});

Deno.test("projectMonths() is proportional to the involuntary and the eligible share", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const whole = projectMonths({ ...BASE, involuntaryShare: 1, eligibleShare: 1 });
  fc.assert(
    fc.property(share, share, (involuntaryShare, eligibleShare) => {
      const part = projectMonths({ ...BASE, involuntaryShare, eligibleShare });
      assertAlmostEquals(
        part.beneficiaries.at(-1)! / whole.beneficiaries.at(-1)!,
        involuntaryShare * eligibleShare,
        1e-12,
      );
    }),
    { numRuns: 20 },
  );
});

Deno.test("projectMonths() pays more beneficiaries the longer the benefit lasts", () => {
  let before = 0;
  for (const maximumDurationMonths of [1, 3, 6, 9, 12, 60]) {
    const { beneficiaries } = projectMonths({ ...BASE, maximumDurationMonths });
    assert(beneficiaries.at(-1)! > before);
    before = beneficiaries.at(-1)!;
  }
});

Deno.test("projectMonths() rises with unemployment more than in proportion under odds", () => {
  const doubled = projectMonths({
    ...STEADY,
    unemploymentRate: { firstYear: 2019, values: Array(12).fill(0.1) },
  });
  const single = projectMonths(STEADY);
  assert(doubled.estimatedUnemployed.at(-1)! > 2 * single.estimatedUnemployed.at(-1)!);
});

Deno.test("projectMonths() takes the scenario's share into the covered rate when so chosen", () => {
  const unemployed = (scenarioInvoluntaryShare: number) =>
    projectMonths({
      ...STEADY,
      scenarioInvoluntaryShare,
      choices: { ...STEADY.choices, coveredUnemploymentRate: "implied_of_scenario" },
    }).estimatedUnemployed.at(-1)!;
  // One in a hundred members is unemployed: v = 0.25 % / 1.0025 in place of 0.5 % / 1.005.
  assertAlmostEquals(unemployed(0.5), 10, 1e-9);
  assertAlmostEquals(unemployed(0.25), 10 * 1.005 / 1.0025, 1e-9);
});

Deno.test("gatherYears() turns a steady month into steady ratios", () => {
  const years = gatherYears(STEADY, projectMonths(STEADY));
  assertEquals(years.map(({ year }) => year), [
    2021,
    2022,
    2023,
    2024,
    2025,
    2026,
    2027,
    2028,
    2029,
    2030,
  ]);
  const last = years.at(-1)!;
  assertAlmostEquals(last.members, 1000, 1e-9);
  assertAlmostEquals(last.insurableEarningsIdr, 1000 * 4e6 * 12, 1);
  assertAlmostEquals(last.demographicRatio, 0.004, 1e-12);
  assertAlmostEquals(last.averageBenefitRatio!, 1.5 / 4, 1e-12);
  assertAlmostEquals(last.paygBenefitCostRate, 0.004 * 1.5 / 4, 1e-12);
  assertEquals(years[0]!.averageBenefitRatio, null);
});

Deno.test("gatherYears() leaves beneficiaries out of the contributors when so chosen", () => {
  const choices = {
    ...STEADY.choices,
    contributors: "members_less_beneficiaries",
  } as const;
  const years = gatherYears({ ...STEADY, choices }, projectMonths(STEADY));
  assertAlmostEquals(years.at(-1)!.members, 996, 1e-9);
});

Deno.test("projectPeriods() refuses no rules, and rules out of order, naming their months", () => {
  const calls = [
    [[], "got none"],
    [[monthOf(2026, 1), -Infinity], "got 2026-01, the start"],
    [[monthOf(2026, 1), monthOf(2026, 1)], "got 2026-01, 2026-01"],
  ] as const;
  for (const [months, message] of calls) {
    const periods = months.map((from) => ({ from, assumptions: STEADY }));
    assertThrows(() => projectPeriods(periods), RangeError, message);
  }
});

Deno.test("projectPeriods() pays running claims at new rates from the change on, or at the old to their end", () => {
  // Ten jobs end a month, four of them are paid (0.5 × 0.8), each for three months on
  // 3 million: 45, 45 and 25 per cent, from March 2025 on 60, 50 and 40.
  const withRates = (rates: readonly number[]): ValuationAssumptions => ({
    ...STEADY,
    survival: survivalCurveFromPoints(
      [{ time: 0, survival: 1 }, { time: 3, survival: 0 }],
      "step",
    ),
    choices: {
      ...STEADY.choices,
      beneficiaryMethod: "flow",
      referenceEarnings: "before_claim",
    },
    averageEarningsMonths: 1,
    maximumDurationMonths: 3,
    waitingPeriodDays: 0,
    benefitRate: rates[0]!,
    benefitMonths: rates.map((rate) => ({
      paidShare: 1,
      relativeBenefit: {
        firstYear: 2020,
        values: Array<number>(11).fill(rate / rates[0]!),
      },
    })),
  });
  const [before, after] = [withRates([0.45, 0.45, 0.25]), withRates([0.6, 0.5, 0.4])];
  const from = monthOf(2025, 3);
  const paid = (
    running: readonly { from: number; assumptions: ValuationAssumptions }[],
  ) => {
    const months = projectPeriods([
      { from: -Infinity, assumptions: before, running },
      { from, assumptions: after },
    ]);
    return [-1, 0, 1, 2].map((k) => {
      const i = from + k - months.firstMonth;
      assertAlmostEquals(months.beneficiaries[i]!, 12);
      return Math.round(months.beneficiaries[i]! * months.meanBenefitIdr[i]!);
    });
  };
  // February: 4 × 3 million × (0.45 + 0.45 + 0.25) = 13.8 million. March: the first month
  // of March's claims at 60 per cent, the second of February's at 45, the third of
  // January's at 25: 4 × 3 million × 1.3 = 15.6 million. April: 0.6 + 0.5 + 0.25.
  assertEquals(paid([]), [13_800_000, 15_600_000, 16_200_000, 18_000_000]);
  // All are paid at the new rate of their month from March on: 0.6 + 0.5 + 0.4.
  const running = [{ from, assumptions: after }];
  assertEquals(paid(running), [13_800_000, 18_000_000, 18_000_000, 18_000_000]);
});

Deno.test("projectMonths() takes a wait of some months from the last months of benefit", () => {
  const of = (waitingPeriodDays: number, maximumDurationMonths: number) =>
    projectMonths({
      ...BASE,
      waitingPeriodDays,
      maximumDurationMonths,
      choices: { ...BASE.choices, waitingPeriod: "shortens_payments" },
    }).theoreticalBeneficiaries.at(-1)!;
  // Six months less two are the first four of those that begin two months late.
  assertAlmostEquals(of(60, 6) / of(60, 8), sumOfSurvival(4) / sumOfSurvival(6), 1e-2);
  assert(of(45, 6) < of(30, 6) && of(45, 6) > of(60, 6));
  assertThrows(() => of(60, 2), RangeError, "nobody is paid");
});

/** Payments of so many months that begin after two. */
function sumOfSurvival(months: number): number {
  return Array.from(
    { length: months },
    (_, month) => survivalAt(BASE.survival, 2 + month),
  )
    .reduce((a, b) => a + b);
}

Deno.test("claimFlows() exhausts what survival leaves when nothing moves", () => {
  const steady = {
    ...STEADY,
    survival: survivalCurveFromPoints(
      [{ time: 0, survival: 1 }, { time: 20, survival: 0 }],
      "linear",
    ),
  };
  const months = projectMonths(steady);
  const flows = claimFlows(steady, months);
  if (typeof flows === "string") throw new Error(flows);
  const { firstPayments, exhaustions, lagMonths } = flows;
  const shift = waitingShift(steady);
  const last = steady.maximumDurationMonths - 1;
  assertEquals(lagMonths, last);
  const i = monthOf(2028, 1) - months.firstMonth;
  assertAlmostEquals(
    exhaustions[i]! / firstPayments[i - last]!,
    (20 - shift - last) / (20 - shift),
    1e-12,
  );
  // Mean months paid: one for each month that somebody is still there.
  const duration = Array.from({ length: last + 1 }, (_, d) => 20 - shift - d)
    .reduce((sum, each) => sum + each) / (20 - shift);
  assertAlmostEquals(months.beneficiaries[i]! / firstPayments[i]!, duration, 1e-12);
  // When the scheme begins, all in payment are paid for the first time.
  const start = steady.terms.firstBenefitMonth - months.firstMonth;
  assertAlmostEquals(firstPayments[start]!, months.beneficiaries[start]!, 1e-9);
  // A fund before the first contribution changes nothing where benefits begin later.
  const funded = { ...steady, terms: { ...steady.terms, openingFundIdr: 1e12 } };
  assert(funded.terms.firstBenefitMonth > funded.terms.firstContributionMonth);
  assertEquals(claimFlows(funded, months), flows);
});
