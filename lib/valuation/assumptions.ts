import { balanceProductivity, type Scenario } from "@jkp/economy";
import type { Experience, StudyOptions } from "@jkp/experience";
import {
  levelsFromGrowth,
  pathAfter,
  valueInYear,
  type YearlyPath,
  yearOf,
} from "@jkp/month";
import type { Design } from "@jkp/scheme";
import type { SurvivalCurve } from "@jkp/survival";
import type { BenefitMonth } from "./benefit_months.ts";
import type { ModelChoices } from "./choices.ts";
import { type InsurableEarnings, insurableEarnings } from "./earnings.ts";

/** Everything a valuation computes from, as plain values. */
export interface ValuationAssumptions {
  readonly scenarioName: string;
  readonly design: Design;
  readonly choices: ModelChoices;
  /** Average members a month, by year, from the base year. */
  readonly members: YearlyPath;
  /** Growth of members a year before the base year. */
  readonly memberGrowthBeforeBaseYear: number;
  /** Terminations per member and month when unemployment is at its reference rate. */
  readonly terminationRatePerMonth: number;
  /** The national unemployment rate of the years the termination rate was observed. */
  readonly referenceUnemploymentRate: number;
  /** Fraction of the reference years' terminations taken as involuntary. */
  readonly referenceInvoluntaryShare: number;
  /** Years over which the termination rate was observed, first and last. */
  readonly referenceYears: readonly [number, number];
  /** National unemployment rate, by year. */
  readonly unemploymentRate: YearlyPath;
  /** Probability of still being unemployed, by months since termination. */
  readonly survival: SurvivalCurve;
  /** Months after which nobody counts as unemployed any more. */
  readonly maximumUnemploymentMonths: number;
  /** Fraction of terminations that are involuntary. */
  readonly involuntaryShare: number;
  /** Fraction of those terminated who meet the qualifying conditions. */
  readonly eligibleShare: number;
  /** The same in the reference years, whatever the design: it shapes unemployment only. */
  readonly referenceEligibleShare: number;
  /** Mean insurable earnings of members and claimants. */
  readonly earnings: InsurableEarnings;
  /** Administrative expenses as a fraction of insurable earnings. */
  readonly administrationRate: number;
  /** Nominal return of the fund, by year. */
  readonly investmentReturn: YearlyPath;
  /**
   * What differs from month to month of benefit; the last one holds for all after it.
   * @default every month alike
   */
  readonly benefitMonths?: readonly BenefitMonth[];
}

/**
 * Joins experience, scenario, design and choices into the assumptions of a valuation.
 *
 * To change one assumption, copy: `{ ...assumptions, involuntaryShare: 0.6 }`.
 *
 * @param experience What the extract showed.
 * @param scenario The economy, and the assumptions that go with it.
 * @param design The scheme.
 * @param choices Which reading of the report's open points is in force.
 * @returns The assumptions.
 * @throws {RangeError} If the scenario lacks a year of the projection.
 * @see ILO (2021), section 3.2.
 *
 * @example The base scenario on the shipped extract
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract";
 * import { readDesign } from "@jkp/scheme";
 * import { deriveAssumptions, READINGS } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const assumptions = deriveAssumptions(
 *   studyExperience(await readShippedExtract()),
 *   await readScenario("base"),
 *   await readDesign("proposed_2021"),
 *   READINGS.closest,
 * );
 * assertEquals(assumptions.involuntaryShare, 0.5);
 * ```
 */
export function deriveAssumptions(
  experience: Experience,
  scenario: Scenario,
  design: Design,
  choices: ModelChoices,
): ValuationAssumptions {
  checkYears(scenario, design, experience.members.year);
  const economy = choices.productivity === "balanced"
    ? balanceProductivity(scenario)
    : scenario;
  const { ratePerMonth } = experience.termination;
  return {
    scenarioName: scenario.name,
    design,
    choices,
    members: levelsFromGrowth(
      experience.members.average,
      pathAfter(economy.employmentGrowth, experience.members.year),
    ),
    memberGrowthBeforeBaseYear: choices.memberGrowthBeforeBaseYear === "observed"
      ? experience.members.growth
      : choices.memberGrowthBeforeBaseYear,
    terminationRatePerMonth: choices.terminationRate === "reference_as_printed"
      ? Math.round(ratePerMonth * 1000) / 1000
      : ratePerMonth,
    referenceUnemploymentRate: economy.reference.unemploymentRate,
    referenceInvoluntaryShare: economy.reference.involuntaryShare,
    referenceYears: experience.referenceYears,
    unemploymentRate: economy.unemploymentRate,
    survival: experience.inactivity.curve,
    maximumUnemploymentMonths: economy.maximumUnemploymentMonths,
    involuntaryShare: economy.involuntaryShare,
    eligibleShare: experience.eligibility.share,
    referenceEligibleShare: experience.eligibility.share,
    earnings: insurableEarnings(
      experience.earnings,
      economy,
      design.insurableEarnings,
      choices.ceilingIndex,
    ),
    administrationRate: economy.administrationRate[choices.administration],
    investmentReturn: nominalReturn(economy),
  };
}

/**
 * What to study of an extract for a scenario and a design: the years that the scenario's
 * reference unemployment belongs to, and the design's qualifying condition.
 *
 * @param scenario The scenario.
 * @param design The scheme.
 * @returns Options for `studyExperience`.
 *
 * @example
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { readDesign } from "@jkp/scheme";
 * import { studyOptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const scenario = await readScenario("base");
 * const options = studyOptions(scenario, await readDesign("proposed_2021"));
 * assertEquals(options.referenceYears, [2018, 2019]);
 * ```
 */
export function studyOptions(scenario: Scenario, design: Design): StudyOptions {
  const { firstYear, lastYear } = scenario.reference;
  return {
    referenceYears: [firstYear, lastYear],
    baseYear: lastYear,
    qualifyingMonths: design.qualifying.contributionMonths,
  };
}

/** Refuses a scenario that does not reach from the base year to the projection's end. */
function checkYears(scenario: Scenario, design: Design, baseYear: number): void {
  const { firstYear, values } = scenario.unemploymentRate;
  const lastYear = firstYear + values.length - 1;
  const lastMonth = design.firstContributionMonth + 12 * design.projectionYears - 1;
  if (firstYear > baseYear + 1 || lastYear < yearOf(lastMonth)) {
    throw new RangeError(
      `Cannot value ${design.name} under ${scenario.name}: the years from ` +
        `${baseYear + 1} to ${yearOf(lastMonth)} are wanted, got ${firstYear} to ` +
        `${lastYear}`,
    );
  }
}

/** (1 + real return)(1 + inflation) − 1 in each year. */
function nominalReturn({ realReturn, inflation }: Scenario): YearlyPath {
  const { firstYear, values } = realReturn;
  return {
    firstYear,
    values: values.map((real, i) =>
      (1 + real) * (1 + valueInYear(inflation, firstYear + i)) - 1
    ),
  };
}
