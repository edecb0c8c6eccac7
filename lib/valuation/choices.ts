import type { MonthlyShape } from "@jkp/month";
import type { CeilingIndex } from "@jkp/scheme";

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
   * members together, in the reference years.
   */
  readonly coveredUnemploymentRate: number | "national" | "implied";
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
  /** What the ceiling of insurable earnings follows. */
  readonly ceilingIndex: CeilingIndex;
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
  /** Whether the transitional cost multiplies rounded figures, as its result suggests. */
  readonly transitionalFactors: "as_printed" | "exact";
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
    'JHT members" in 2018-19, no scalar fitted.',
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
  ceilingIndex:
    "Table 3.1 says GDP growth, not whether real or nominal. With wages the share of " +
    "earnings under the ceiling stays, as Table 3.4's one figure a scenario suggests.",
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
    "whole per cents.",
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
  ceilingIndex: "wages",
  waitingPeriod: "shifts_payments",
  firstPayments: "all_still_entitled",
  administration: "implied",
  productivity: "as_printed",
  fundFlows: "year_end",
  transitionalFactors: "as_printed",
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
