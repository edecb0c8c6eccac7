import type { ValuationTerms } from "../valuation_terms.ts";
import * as v from "valibot";
import type { ModelChoices } from "../choices.ts";
import { ABOVE_ZERO, type Range, RANGES } from "./ranges.ts";
import { oneOf, type SchemasOf, within } from "./value_schemas.ts";

/** What the terms of a valuation can be. */
export const TERMS = v.strictObject(
  {
    firstContributionMonth: within(RANGES.month),
    firstBenefitMonth: within(RANGES.month),
    projectionYears: within(RANGES.projectionYears),
    reserveMultiple: within(RANGES.reserveMultiple),
    trialContributionRate: within(RANGES.contributionRate),
    trialIsOverLaw: v.optional(v.literal(true, "yes, or nothing")),
    openingFundIdr: v.nullable(within(RANGES.initialCapitalIdr)),
    transition: v.nullable(v.strictObject({
      jhtWorkers: within(ABOVE_ZERO),
      jhtAndJkkWorkers: within(ABOVE_ZERO),
    }, "workers covered at the start")),
  } satisfies SchemasOf<ValuationTerms>,
  "the terms of a valuation",
);

const MONTHLY_SHAPES = {
  step: true,
  midyear_linear: true,
  midyear_log_linear: true,
} as const;

/** The words of each choice: one too few or too many does not compile. */
const WORDS: {
  readonly [Name in keyof ModelChoices]: Readonly<
    Record<Extract<ModelChoices[Name], string>, true>
  >;
} = {
  beneficiaryMethod: { annex_ratio: true, flow: true },
  coveredUnemploymentRate: { national: true, implied: true, implied_of_scenario: true },
  memberGrowthBeforeBaseYear: { observed: true },
  unemploymentShape: MONTHLY_SHAPES,
  levelShape: MONTHLY_SHAPES,
  terminationRate: {
    exact: true,
    reference_as_printed: true,
    each_year_as_printed: true,
  },
  contributors: { members: true, members_less_beneficiaries: true },
  referenceEarnings: {
    before_claim: true,
    before_payment: true,
    before_payment_in_report: true,
  },
  ceilingIndex: {
    wages: true,
    wages_in_report: true,
    real_gdp: true,
    real_gdp_lagged: true,
    nominal_gdp: true,
  },
  waitingPeriod: { shifts_payments: true, shortens_payments: true, ignored: true },
  firstPayments: { all_still_entitled: true, new_claims_only: true },
  administration: { stated: true, implied: true },
  productivity: { as_printed: true, balanced: true },
  fundFlows: { year_end: true, mid_year: true, year_start: true },
  transitionalFactors: { as_printed_in_report: true, as_printed: true, exact: true },
};

/** Choices that may be a number too. */
const NUMBERS: Partial<Record<keyof ModelChoices, Range>> = {
  coveredUnemploymentRate: RANGES.coveredUnemploymentRate,
  memberGrowthBeforeBaseYear: RANGES.memberGrowthBeforeBaseYear,
};

/** The words that a choice in force can have. */
export function wordsInForce(name: keyof ModelChoices): string[] {
  return Object.keys(WORDS[name]).filter((word) => !word.endsWith("_in_report"));
}

/** Choices of a reading; or in force, where no word speaks of the report alone. */
export function choicesSchema(areInForce: boolean) {
  return v.strictObject(
    Object.fromEntries(
      (Object.keys(WORDS) as (keyof ModelChoices)[]).map((name) => [
        name,
        oneOf(areInForce ? wordsInForce(name) : Object.keys(WORDS[name]), NUMBERS[name]),
      ]),
    ),
    "the choices of a reading",
  );
}
