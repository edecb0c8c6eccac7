import type { MonthlyShape } from "@jkp/month";
import type { CeilingIndex, Rules } from "@jkp/scheme";

/** The design that the report values, and that its readings are of. */
export const REPORT_DESIGN = "proposed_2021";

/** The valuation that the report makes of it. */
export const REPORT_VALUATION = "report_2021";

/**
 * Every decision that the report's text leaves open, by name.
 *
 * The report describes its model in words (Annex I). Where the words allow more than one
 * model, the decision is a field here; {@link CHOICE_REASONS} says what each is about.
 */
export interface ModelChoices {
  /** How beneficiaries follow from terminations. */
  readonly beneficiaryMethod: "annex_ratio" | "flow";
  /**
   * Unemployment rate of the covered labour force when the national rate is at its
   * reference level; shapes how unemployed per contributor grow with the national rate.
   * `national`: the same rate; `implied`: unemployed who could claim, over these and
   * members together, in the reference years; `implied_of_scenario`: involuntarily
   * unemployed over these and members together, at the involuntary share of the scenario.
   */
  readonly coveredUnemploymentRate:
    | number
    | "national"
    | "implied"
    | "implied_of_scenario";
  /** Growth of members a year before the base year; `observed`: into the base year. */
  readonly memberGrowthBeforeBaseYear: number | "observed";
  /** How the yearly unemployment rate becomes monthly. */
  readonly unemploymentShape: MonthlyShape;
  /** How yearly members and earnings become monthly. */
  readonly levelShape: MonthlyShape;
  /** What the monthly termination rate is taken to be. */
  readonly terminationRate: "exact" | "reference_as_printed" | "each_year_as_printed";
  /** Whether all members contribute, or only members without benefit. */
  readonly contributors: "members" | "members_less_beneficiaries";
  /**
   * Earnings that a benefit is a share of: those before the claim, as laws say, or those
   * before each payment. `before_payment_in_report`: before each payment in the design
   * that the report values, before the claim in every other.
   */
  readonly referenceEarnings:
    | "before_claim"
    | "before_payment"
    | "before_payment_in_report";
  /**
   * What limits follow that follow GDP growth. `wages_in_report`: wages in the design that
   * the report values, real GDP of the year before in every other.
   */
  readonly ceilingIndex: CeilingIndex | "wages_in_report";
  /** What the waiting period does to the months of benefit. */
  readonly waitingPeriod: "shifts_payments" | "shortens_payments" | "ignored";
  /** Which unemployed are paid in the first month of benefits. */
  readonly firstPayments: "all_still_entitled" | "new_claims_only";
  /** Which administrative expenses are in force. */
  readonly administration: "stated" | "implied";
  /** Productivity growth as printed, or balanced with GDP and employment. */
  readonly productivity: "as_printed" | "balanced";
  /** When in a year the fund's income and expenses fall. */
  readonly fundFlows: "year_end" | "mid_year" | "year_start";
  /**
   * Whether the transitional cost multiplies rounded figures, as its result suggests.
   * `as_printed_in_report`: in the design that the report values, not in any other.
   */
  readonly transitionalFactors: "as_printed_in_report" | "as_printed" | "exact";
}

/** Choices as they are for one design: each says one thing. */
export interface ChoicesInForce extends ModelChoices {
  readonly referenceEarnings: "before_claim" | "before_payment";
  readonly ceilingIndex: CeilingIndex;
  readonly transitionalFactors: "as_printed" | "exact";
}

/** What the report's readings decide of its own design alone, and what laws say of it. */
const IN_REPORT = {
  referenceEarnings: "before_payment",
  ceilingIndex: "wages",
  transitionalFactors: "as_printed",
} as const;
const BY_LAW = {
  referenceEarnings: "before_claim",
  ceilingIndex: "real_gdp_lagged",
  transitionalFactors: "exact",
} as const;

/** Choices for a design: what holds in the report alone holds for the report's design. */
export function choicesFor(
  choices: ModelChoices,
  { name }: Pick<Rules, "name">,
): ChoicesInForce {
  return decided(choices, name === REPORT_DESIGN ? IN_REPORT : BY_LAW);
}

/**
 * Choices for designs that are set side by side, the report's own among them: all alike, by
 * what laws say. Choices that do not hold in the report alone stay.
 *
 * @param choices A reading, or choices of one's own.
 * @returns Choices that are the same for every design.
 * @see ILO (2021), Table 3.1: average earnings over the 6 months prior to claim.
 */
export function choicesByLaw(choices: ModelChoices): ChoicesInForce {
  return decided(choices, BY_LAW);
}

function decided(
  choices: ModelChoices,
  where: typeof IN_REPORT | typeof BY_LAW,
): ChoicesInForce {
  const { referenceEarnings, ceilingIndex, transitionalFactors } = choices;
  return {
    ...choices,
    referenceEarnings: referenceEarnings === "before_payment_in_report"
      ? where.referenceEarnings
      : referenceEarnings,
    ceilingIndex: ceilingIndex === "wages_in_report" ? where.ceilingIndex : ceilingIndex,
    transitionalFactors: transitionalFactors === "as_printed_in_report"
      ? where.transitionalFactors
      : transitionalFactors,
  };
}

/** What each choice is about and why it has to be made. */
export const CHOICE_REASONS: { readonly [Name in keyof ModelChoices]: string } = {
  beneficiaryMethod:
    "Annex I applies the ratio of theoretical beneficiaries to theoretical unemployed " +
    "to an estimated number of unemployed, and does not say how that is estimated. The " +
    "flow alone gives no low in 2026, where section 3.3 has one.",
  coveredUnemploymentRate:
    "The estimated unemployed per contributor at a higher national rate. National " +
    "is the odds u / (1 - u), no scalar fitted; 8.85 % is fitted to the 4.89 of the " +
    "pessimistic scenario; implied is section 3.2.3's rate \"implicitly observed among " +
    'JHT members" in 2018-19, no scalar fitted. No reading takes implied of scenario, ' +
    "with the scenario's own involuntary share: it was made to fit the optimistic " +
    "scenario, and contradicts the text.",
  memberGrowthBeforeBaseYear:
    "Members before 2019 are not printed by year. Averages of 2016-19 and 2018-19 " +
    "suggest about 4 %; 4.2 % is fitted to the 1.35 of the base scenario; observed is " +
    "2019 over 2018, which the averages of 2018-19 and 2019 give.",
  unemploymentShape: "Tables 2.2, 2.4 and 2.5 give one rate a year.",
  levelShape: "Growth rates are yearly; levels are taken to stand at mid-year.",
  terminationRate:
    "Section 3.2.3 prints 1.1 %; its own figures give 161,300 / 14,999,100 = 1.0754 %. " +
    "Table 3.4 states the rate of each year to one decimal; taken as they stand, " +
    "no scalar has to be fitted to the base scenario, but with observed growth only.",
  contributors:
    "Members of JHT are counted in the months they contribute, so beneficiaries are not " +
    "among them; but the projection of members is not said to fall when they rise.",
  referenceEarnings:
    "Table 3.1 has the earnings before the claim. With those before each payment the " +
    "benefits of Table 3.4 and the rates of Table 3.7 come out; with those before the " +
    "claim they are lower.",
  ceilingIndex:
    "Table 3.1 says GDP growth, not whether real or nominal. With wages the share of " +
    "earnings under the ceiling stays, as Table 3.4's one figure a scenario suggests. " +
    "Past practice was real growth of the year before.",
  waitingPeriod:
    "Seven days (Table 3.1). If they shortened the benefit, three months would cost " +
    "less than the 0.86 printed in section 3.4.",
  firstPayments:
    "Benefits start in January 2022 (section 3.2.1). Whether those who lost their jobs " +
    "late in 2021 are then in payment is not said.",
  administration:
    "Table 3.4 states 0.40 % for the pessimistic scenario; the difference of its rates " +
    "in Table 3.7 is 0.50.",
  productivity:
    "Table 2.4 does not balance in 2022 and 2023: its productivity is base's.",
  fundFlows:
    "Not stated. Only flows at the end of the year fit suggested less minimum rate in " +
    "the pessimistic scenario.",
  transitionalFactors:
    "The costs of Table 4.1 follow from 1.1 %, 5.5 months and relative earnings in " +
    "whole per cents. No other design has printed figures to round to.",
};

/** Names of the readings of Annex I that the project carries. */
export const READING_NAMES = ["closest", "national_odds", "implied_rate"] as const;

/** A reading of Annex I. */
export type ReadingName = typeof READING_NAMES[number];

const NATIONAL_ODDS: ModelChoices = {
  beneficiaryMethod: "annex_ratio",
  coveredUnemploymentRate: "national",
  memberGrowthBeforeBaseYear: 0.04,
  unemploymentShape: "step",
  levelShape: "midyear_log_linear",
  terminationRate: "exact",
  contributors: "members",
  referenceEarnings: "before_payment_in_report",
  ceilingIndex: "wages_in_report",
  waitingPeriod: "shifts_payments",
  firstPayments: "all_still_entitled",
  administration: "implied",
  productivity: "as_printed",
  fundFlows: "year_end",
  transitionalFactors: "as_printed_in_report",
};

/**
 * The readings of Annex I, each a full set of choices.
 *
 * - `closest`: two scalars fitted, to the 1.35 and the 4.89 of Table 3.7;
 * - `national_odds`: no scalar fitted to a scenario;
 * - `implied_rate`: no scalar fitted at all; the covered rate and the growth of members
 *   come from the extract. Its two switches, observed growth and yearly rounding, were
 *   picked together for the base rate, which either alone misses.
 */
export const READINGS: { readonly [Name in ReadingName]: ModelChoices } = {
  closest: {
    ...NATIONAL_ODDS,
    coveredUnemploymentRate: 0.0885,
    memberGrowthBeforeBaseYear: 0.042,
  },
  national_odds: NATIONAL_ODDS,
  implied_rate: {
    ...NATIONAL_ODDS,
    coveredUnemploymentRate: "implied",
    memberGrowthBeforeBaseYear: "observed",
    terminationRate: "each_year_as_printed",
  },
};
