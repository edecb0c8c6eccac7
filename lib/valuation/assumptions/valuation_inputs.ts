import type { Scenario } from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import type { YearlyPath } from "@jkp/month";
import type { ValuationTerms } from "../valuation_terms.ts";
import type { SurvivalCurve } from "@jkp/survival";
import type { ModelChoices } from "../choices.ts";
import type { MemberPopulation } from "../population/member_population.ts";
import type { RulesData } from "./rules_data.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";

/** What is stated of members and terminations, in place of what experience shows. */
export interface StatedInputs {
  /** Average members a month, by year, from the base year to the projection's end. */
  readonly members?: YearlyPath;
  /**
   * Whether terminations are in proportion to national unemployment.
   * @default {true}
   */
  readonly followsUnemployment?: boolean;
  /** All that is stated, in words. */
  readonly basis: readonly string[];
}

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
   * What is stated in place of what experience and scenario show.
   * @default nothing
   */
  readonly stated?: StatedInputs;
  /**
   * A change made to the assumptions, after the rules are in them.
   * @default none
   */
  readonly change?: (assumptions: ValuationAssumptions) => ValuationAssumptions;
}
