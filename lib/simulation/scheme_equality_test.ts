import { monthOf } from "@jkp/month";
import { memberAges } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt, type Treatment } from "@jkp/scheme";
import { simulateSchemes } from "./simulate_schemes.ts";
import {
  deriveAssumptions,
  rulesInRupiah,
  type ValuationInputs,
  valueAssumptions,
} from "@jkp/valuation";
import { reportInputs } from "@jkp/valuation/read";
import { assertAlmostEquals } from "@std/assert";
import { assertWithinThreeErrors } from "./stationary_for_test.ts";
import { stationaryAssumptions } from "./stationary_law_for_test.ts";

// Nothing grows, and wages are one lognormal law for both sexes, as careers have them.
const extract = await readShippedExtract();
const alike = (value: number) => ({ male: value, female: value });
const still = (path: { firstYear: number; values: readonly number[] }) => ({
  ...path,
  values: path.values.map(() => 0),
});
const report = await reportInputs("base");
const { scenario } = report;
const members = alike(4_400_000);
const leavers = alike(3_400_000);
const ages = memberAges(extract, 2019);
const averageOf = (perMonth: number) => ({ perMonth, year: 2019, source: "a test" });
const BASE: ValuationInputs = {
  ...report,
  scenario: {
    ...scenario,
    productivityGrowth: still(scenario.productivityGrowth),
    inflation: still(scenario.inflation),
    realGdpGrowth: still(scenario.realGdpGrowth),
    memberEarningsSpread: alike(0.9),
    claimantEarningsSpread: alike(0.9),
  },
  experience: {
    ...report.experience,
    earnings: {
      ...report.experience.earnings,
      members,
      leavers,
      layoffs: leavers,
      resignations: leavers,
      membersOfLeaversAges: members,
    },
    leaverAges: {
      groups: ages.map(({ share, ...group }) => ({ ...group, claims: alike(share) })),
      basis: "as members",
    },
  },
  data: {
    averageWages: {
      JPY: averageOf(300_000),
      KRW: averageOf(3_600_000),
      THB: averageOf(15_000),
    },
    amounts: [{ ...averageOf(2_000_000), name: "minimum_wage", currency: "KRW" }],
  },
};

/** A scheme's rules without those that need a history: all covered leavers are paid. */
async function payingAnybody(name: string): Promise<Rules> {
  const rules = rulesAt(await readScheme(name), monthOf(2022, 2));
  const { coverage, contingency, qualifying, repeatClaims, duration } = rules;
  const { involuntary, voluntary_resignation: voluntary } = contingency.reasons;
  const free = (treatment: Treatment | null) =>
    treatment && { ...treatment, contributionMonths: null, windowMonths: null };
  return {
    ...rules,
    coverage: { ...coverage, ageAtRegistrationBelow: null },
    contingency: {
      ...contingency,
      reasons: {
        ...contingency.reasons,
        involuntary: free(involuntary),
        voluntary_resignation: free(voluntary),
      },
    },
    qualifying: {
      ...qualifying,
      contributionMonths: 0,
      windowMonths: 1,
      consecutiveMonths: null,
    },
    repeatClaims: {
      ...repeatClaims,
      contributions: "whole_window",
      maximumClaims: null,
      monthsBetween: null,
    },
    duration: { ...duration, withinMonths: null },
  };
}

const PROPOSED = await payingAnybody("proposed_2021");
const COVERED: Treatment = PROPOSED.contingency.reasons.involuntary!;

/** The proposal, with resignations treated somehow and a waiting period. */
function resigning(treatment: Partial<Treatment>, days: number): Rules {
  const { contingency, waitingPeriod } = PROPOSED;
  const reasons = {
    ...contingency.reasons,
    voluntary_resignation: { ...COVERED, ...treatment },
  };
  return {
    ...PROPOSED,
    contingency: { ...contingency, reasons },
    waitingPeriod: { ...waitingPeriod, days },
  };
}

/** The proposal, with a lowest and a highest benefit. */
function limited(lowest: number, highest: number): Rules {
  const limit = (amountPerMonth: number) => ({
    from: monthOf(2021, 1),
    source: "a test",
    note: null,
    limit: { amountPerMonth, multiple: null, of: null, index: "none" as const },
  });
  return { ...PROPOSED, minimumBenefit: limit(lowest), maximumBenefit: limit(highest) };
}

const { reemploymentAllowance } = await payingAnybody("options_2020_reemployment");
const SCHEMES: Readonly<Record<string, Rules>> = {
  "no allowance for who finds work": PROPOSED,
  "half of what remains for who finds work": { ...PROPOSED, reemploymentAllowance },
  "a taper under a ceiling": await payingAnybody("jkp_2021"),
  "wage bands by age, resignations later and shorter": await payingAnybody("japan"),
  "limits in money abroad": await payingAnybody("korea"),
  "resignations for less and shorter": await payingAnybody("thailand"),
  "a lowest and a highest benefit": limited(1_200_000, 2_500_000),
  "a wait of their own for who resigns": resigning({ waitingMonths: 3 }, 45),
  "no wait for who resigns": resigning({ waitingMonths: 0 }, 60),
};

Deno.test("simulateSchemes() equals the valuation of the same rules that stands still", () => {
  const rules = Object.values(SCHEMES);
  const law = stationaryAssumptions(deriveAssumptions(BASE, PROPOSED).assumptions);
  const { outcomes } = simulateSchemes(
    { ...law, involuntaryShare: scenario.involuntaryShare },
    rules.map((each) => rulesInRupiah(each, BASE)),
    {
      careers: 200_000,
      years: 4,
      seed: 2021,
      ages,
      wageGrowthPerYear: 0,
      calculation: { openDuration: "longest" },
    },
  );
  const costRates = rules.map((each, i) => {
    const { assumptions } = deriveAssumptions(BASE, each);
    const { years } = valueAssumptions({
      ...stationaryAssumptions(assumptions),
      eligibleShare: 1,
    });
    const late = years.at(-1)!;
    assertWithinThreeErrors(outcomes[i]!.costRate, late.paygBenefitCostRate);
    assertWithinThreeErrors(outcomes[i]!.beneficiariesPerMember, late.demographicRatio);
    return { careers: outcomes[i]!.costRate.value, valuation: late.paygBenefitCostRate };
  });
  // On the same careers the cost of the allowance alone is known better than either rate.
  const [without, allowed] = costRates as [typeof costRates[0], typeof costRates[0]];
  assertAlmostEquals(allowed.valuation / without.valuation - 1, 0.047, 0.0001);
  assertAlmostEquals(allowed.careers / without.careers - 1, 0.047, 0.0015);
});
