import { reportAssumptions } from "@jkp/valuation/read";
import { valueAssumptions } from "@jkp/valuation";
import { tenureShapeFromService } from "./tenure_shape_for_test.ts";
import { simulateSchemes } from "./simulate_schemes.ts";
import { monthOf } from "@jkp/month";
import { assert, assertAlmostEquals } from "@std/assert";
import {
  assertWithinThreeErrors,
  PROPOSED,
  SAME_WAGES,
  STILL,
  withUnbrokenService,
} from "./stationary_for_test.ts";
import {
  expectedMonthsPaid,
  stationaryCostRate,
  unbrokenServiceShare,
} from "./stationary_law_for_test.ts";
import { wageLaw } from "./wage_law.ts";

const OPTIONS = { careers: 200_000, years: 10, seed: 2021 };
const ANYBODY = withUnbrokenService(0);
const AFTER_A_YEAR = withUnbrokenService(12);

Deno.test("simulateSchemes() equals the closed form when nobody has to qualify", () => {
  const [outcome] = simulateSchemes(STILL, [ANYBODY], OPTIONS).outcomes;
  const all = { ...STILL, eligibleShare: 1 };
  assertAlmostEquals(outcome!.eligibleShare.value, 1);
  assertWithinThreeErrors(outcome!.costRate, stationaryCostRate(all));
  assertWithinThreeErrors(outcome!.monthsPerEligibleClaim, expectedMonthsPaid(all));
});

Deno.test("simulateSchemes() equals a late year of the valuation that stands still", () => {
  const all = { ...STILL, eligibleShare: 1 };
  const late = valueAssumptions(all).years.at(-1)!;
  const [outcome] = simulateSchemes(all, [ANYBODY], { ...OPTIONS, seed: 7 }).outcomes;
  assertWithinThreeErrors(outcome!.costRate, late.paygBenefitCostRate);
  assertWithinThreeErrors(outcome!.beneficiariesPerMember, late.demographicRatio);
});

Deno.test("simulateSchemes() equals the closed form under a rule of unbroken service", () => {
  for (const tenureShape of [[1], tenureShapeFromService(SAME_WAGES, 12)]) {
    const share = unbrokenServiceShare(
      SAME_WAGES.terminationRatePerMonth,
      12,
      tenureShape,
    );
    const options = { ...OPTIONS, tenureShape };
    const [outcome] = simulateSchemes(SAME_WAGES, [AFTER_A_YEAR], options).outcomes;
    assertWithinThreeErrors(outcome!.eligibleShare, share);
    assertWithinThreeErrors(
      outcome!.costRate,
      stationaryCostRate({ ...SAME_WAGES, eligibleShare: share }),
    );
  }
});

Deno.test("simulateSchemes() equals the sum over wages when those with low wages leave more", () => {
  // Leavers' standing z has density φ(z + d); each has a hazard and a service of their own.
  const { logSpread, leaversLogShift, meanIdrPerMonth } = wageLaw(STILL);
  const ceiling = PROPOSED.insurableEarnings.ceiling.amountPerMonth!;
  const d = leaversLogShift / logSpread;
  let [share, paidShare, all] = [0, 0, 0];
  for (let z = -9; z <= 9; z += 0.001) {
    const density = Math.exp(-((z + d) ** 2) / 2);
    const rate = STILL.terminationRatePerMonth * Math.exp(-d * z - d * d / 2);
    const served = (1 - rate) ** 11;
    const wage = meanIdrPerMonth * Math.exp(logSpread * z - logSpread ** 2 / 2);
    all += density;
    share += density * served;
    paidShare += density * served * Math.min(ceiling, wage);
  }
  const claimants = STILL.earnings.claimantsIdr.values[0]!;
  const [outcome] = simulateSchemes(STILL, [AFTER_A_YEAR], OPTIONS).outcomes;
  assertWithinThreeErrors(outcome!.eligibleShare, share / all);
  assertWithinThreeErrors(
    outcome!.costRate,
    stationaryCostRate({ ...STILL, eligibleShare: paidShare / all / claimants }),
  );
});

Deno.test("simulateSchemes() finds the assumed rates, whatever the shape of tenure", () => {
  const { terminationRatePerMonth, involuntaryShare, earnings } = STILL;
  const simulation = simulateSchemes(STILL, [ANYBODY], {
    ...OPTIONS,
    tenureShape: [3, 2, 1],
    wageVarianceBetweenJobs: 0.3,
  });
  const [{ claims, insurableEarningsIdr }] = simulation.outcomes as [
    typeof simulation.outcomes[number],
  ];
  const months = simulation.memberMonths.value;
  assertAlmostEquals(
    claims.value / months,
    terminationRatePerMonth * involuntaryShare,
    3 * claims.standardError / months,
  );
  const meanIdr = earnings.membersIdr.values[0]!;
  assertAlmostEquals(insurableEarningsIdr.value / months / meanIdr, 1, 0.01);
});

Deno.test("simulateSchemes() follows the valuation when unemployment and wages move", async () => {
  const base = await reportAssumptions("base");
  const choices = { ...base.choices, beneficiaryMethod: "flow" } as const;
  const moving = { ...base, choices, eligibleShare: 1 };
  const { years } = valueAssumptions(moving);
  for (const place of [1, 3, 9]) {
    // Careers begin in 2012 in every run: the same ones, looked at later.
    const { outcomes: [outcome] } = simulateSchemes(moving, [ANYBODY], {
      careers: 200_000,
      years: 1,
      seed: 1,
      firstMonth: monthOf(years[place]!.year, 1),
      burnInYears: 9 + place,
    });
    const { value, standardError } = outcome!.costRate;
    const expected = years[place]!.paygBenefitCostRate;
    // Benefits stay at the wages of the claim, some months behind the valuation's.
    assert(Math.abs(value - expected) <= 3 * standardError + 0.02 * expected);
  }
});

Deno.test("simulateSchemes() gives the same cost when wages grow and the ceiling with them", () => {
  const growing = simulateSchemes(STILL, [ANYBODY], {
    ...OPTIONS,
    wageGrowthPerYear: 0.08,
  });
  const still = simulateSchemes(STILL, [ANYBODY], OPTIONS);
  const { value } = growing.outcomes[0]!.costRate;
  // Reference wages lie up to six months back, and payments up to six months ahead.
  const expected = still.outcomes[0]!.costRate.value;
  assert(value < expected && value > 0.95 * expected);
});
