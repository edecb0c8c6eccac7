import type { Scenario } from "@jkp/economy";
import type { Experience, StudyOptions } from "@jkp/experience";
import type { Rules, ValuationTerms } from "@jkp/scheme";
import type { SurvivalCurve } from "@jkp/survival";
import type { ModelChoices } from "../choices.ts";
import type { MemberPopulation } from "../population/member_population.ts";
import type { RulesData } from "./rules_data.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";

/** All that a valuation is made from, but the law. */
export interface ValuationInputs {
  /** What an extract showed. */
  readonly experience: Experience;
  /** The economy, and the assumptions that go with it. */
  readonly scenario: Scenario;
  /** Calendar, reserve and transition. */
  readonly terms: ValuationTerms;
  /** The reading of the report's open points. */
  readonly choices: ModelChoices;
  /**
   * What rules of other kinds than the report's need.
   * @default {} nothing more
   */
  readonly data?: RulesData;
  /**
   * How long members stay out of work, in months.
   * @default the elapsed stock of the experience
   */
  readonly inactivityCurve?: SurvivalCurve;
  /**
   * Members by sex and age of a population, in place of employment growth.
   * @default members grow with employment, and stay of the same sex and age
   */
  readonly population?: MemberPopulation;
  /**
   * A change made to the assumptions, after the rules are in them.
   * @default none
   */
  readonly change?: (assumptions: ValuationAssumptions) => ValuationAssumptions;
}

/**
 * What to study of an extract for a scenario and a scheme: the years that the scenario's
 * reference unemployment belongs to, and the rules' qualifying condition.
 *
 * @param scenario The scenario.
 * @param rules The rules with the service condition to count.
 * @returns Options for `studyExperience`.
 *
 * @example The report's 5.2 per cent unemployment is of 2018–19
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { studyOptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const options = studyOptions(await readScenario("base"), rules);
 * assertEquals(options.referenceYears, [2018, 2019]);
 * assertEquals(options.qualifyingMonths, 12);
 * ```
 */
export function studyOptions(
  scenario: Scenario,
  { qualifying }: Pick<Rules, "qualifying">,
): StudyOptions {
  const { firstYear, lastYear } = scenario.reference;
  return {
    referenceYears: [firstYear, lastYear],
    baseYear: lastYear,
    qualifyingMonths: qualifying.contributionMonths,
  };
}
