import type { PublishedRow } from "@jkp/published";
import { type ModelChoices, READINGS } from "@jkp/valuation";
import type { Reproduced } from "../reproduced.ts";
import type { Kind } from "./kinds.ts";

/** What the kind of a number depends on beside how it was made. */
export interface KindSetting {
  /** The choices in force: a reading that fits no scalar has no number fitted to one. */
  readonly choices: ModelChoices;
  /** A synthetic extract was made from printed numbers, so some only come back from it. */
  readonly isSynthetic: boolean;
}

/** A kind, and why if a rule gives it. */
export interface KindWithReason {
  readonly kind: Kind;
  readonly reason?: string;
}

/** Numbers whose kind is another than how they were made says. */
interface KindRule {
  readonly kind: Kind;
  /** Which numbers, by item and cell; a repeated number is that which it repeats. */
  readonly numbers: RegExp;
  /** Under which choices or data; always if left out. */
  when?(setting: KindSetting): boolean;
  /** Why, as the row's note says it. */
  readonly reason: string;
}

const isClosest =
  (choice: "coveredUnemploymentRate" | "memberGrowthBeforeBaseYear") =>
  ({ choices }: KindSetting) => choices[choice] === READINGS.closest[choice];

const isSynthetic = (setting: KindSetting) => setting.isSynthetic;

/**
 * The rules, the first that fits gives the kind. What no rule names keeps the kind by
 * which it was made.
 */
export const KIND_RULES: readonly KindRule[] = [
  // Table 3.7: what was fitted or picked, and what follows from it.
  {
    kind: "calibrated",
    numbers: /^table_3_7 benefit_and_administrative\/suggested_contribution_rate\/base$/,
    when: isClosest("memberGrowthBeforeBaseYear"),
    reason: "growth of members before 2019 was fitted to it",
  },
  {
    kind: "chosen",
    numbers: /^table_3_7 benefit_and_administrative\/suggested_contribution_rate\/base$/,
    when: ({ choices }) =>
      choices.memberGrowthBeforeBaseYear === "observed" &&
      choices.terminationRate === "each_year_as_printed",
    reason:
      "two switches, observed growth and yearly rounding, hit it together and miss " +
      "it apart",
  },
  {
    kind: "chosen",
    numbers:
      /^table_3_7 benefit_and_administrative\/(suggested|minimum)_contribution_rate\/base$/,
    when: ({ choices }) => choices.referenceEarnings !== "before_claim",
    reason:
      "earnings before the payment, not before the claim as the text has them, were " +
      "kept for it",
  },
  {
    kind: "calibrated",
    numbers:
      /^table_3_7 benefit_and_administrative\/suggested_contribution_rate\/pessimistic$/,
    when: isClosest("coveredUnemploymentRate"),
    reason: "the covered unemployment rate was fitted to it",
  },
  {
    kind: "calibrated",
    numbers:
      /^table_3_7 benefit_and_administrative\/minimum_contribution_rate\/pessimistic$/,
    when: ({ choices }) => choices.administration === "implied",
    reason: "administration of 0.50 % is this rate less the one without administration",
  },
  {
    kind: "arithmetic",
    numbers: /^table_3_7 benefit_only\/suggested_contribution_rate\//,
    reason: "the rate with administration less what administration adds, whatever the " +
      "reading",
  },
  {
    kind: "arithmetic",
    numbers: /^table_3_7 benefit_only\/minimum_contribution_rate\/(base|optimistic)$/,
    reason: "the rate with administration less the printed administration",
  },
  // Other numbers of the valuation.
  {
    kind: "arithmetic",
    numbers: /^text_3_4 sens_benefit_/,
    reason: "linear in the base scenario's rates with and without administration",
  },
  {
    kind: "arithmetic",
    numbers: /^text_es es_delta_/,
    reason: "the rate after the change less the base scenario's",
  },
  {
    kind: "chosen",
    numbers: /^text_3_4 sens_duration_3$/,
    when: ({ choices }) => choices.waitingPeriod === "shifts_payments",
    reason: "that the waiting period takes no paid days away was picked for it",
  },
  {
    kind: "chosen",
    numbers: /^table_4_1 /,
    when: ({ choices }) => choices.transitionalFactors !== "exact",
    reason:
      "the formula of one year, with its rounded factors, was found from these costs",
  },
  {
    kind: "chosen",
    numbers: /^text_3_(3|5_3) avg_compensation_/,
    reason: "what is averaged over what was picked so that 42, 48 and 37 come out",
  },
  {
    kind: "chosen",
    numbers: /^text_3_2_2 mean_benefit_duration_/,
    reason: "survival is read as of elapsed inactivity, so that 5.5 and 10 come out",
  },
  {
    kind: "arithmetic",
    numbers: /^figure_3_1 demographic_ratio_2021$/,
    reason: "nobody is paid before January 2022, as section 3.2.1 prints",
  },
  {
    kind: "arithmetic",
    numbers: /^figure_3_2 paygo_total_2021$/,
    reason: "administration alone, since nobody is paid before January 2022",
  },
  {
    kind: "arithmetic",
    numbers: /^figure_3_2 paygo_total_/,
    reason: "benefits and administration, both stated beside it",
  },
  {
    kind: "arithmetic",
    numbers: /^table_3_4 termination_rate\//,
    when: isSynthetic,
    reason: "terminations over contributors as printed, times unemployment as printed " +
      "over 5.2 %",
  },
  // Rules of schemes, applied to printed numbers.
  {
    kind: "arithmetic",
    numbers: /^table_4_2 0\/proposed_design_option$/,
    reason: "nobody qualifies before the printed 12 months of contribution",
  },
  {
    kind: "arithmetic",
    numbers: /^table_4_2 1\/proposed_design_option$/,
    reason: "the printed six months at the printed 50 %",
  },
  {
    kind: "arithmetic",
    numbers: /^figure_4_1 ex\d_jht$/,
    reason: "the printed 5.7 % of twelve months' pay, by years of service",
  },
  {
    kind: "arithmetic",
    numbers: /^figure_4_1 ex\d_total$/,
    reason: "the sum of the three numbers before it",
  },
  {
    kind: "arithmetic",
    numbers: /^text_fn_30 transitional_factor$/,
    reason: "the quotient of the two numbers before it",
  },
  // Population and labour force.
  {
    kind: "arithmetic",
    numbers: /^(figure_1_2 pop_growth_pa|text_2_1 pop(1569)?_growth_pa)/,
    reason: "what the printed growth over the years comes to in a year",
  },
  {
    kind: "arithmetic",
    numbers:
      /^table_2_3 (labour_force_participation_rate|unemployment_rate)\/|^table_2_3 .*\/2020$/,
    reason: "from printed rates and, for levels, the printed population of 2020",
  },
  {
    kind: "arithmetic",
    numbers: /^figure_1_18 formal_share$|^figure_1_8 unemp_youth_ratio$/,
    reason: "from the shares or rates that are stated beside it",
  },
  // Earnings.
  {
    kind: "arithmetic",
    numbers: /^table_1_5 /,
    when: isSynthetic,
    reason: "the quotient of two earnings of Table 1.4",
  },
  {
    kind: "input",
    numbers:
      /^table_3_[256] with_proposed_ceiling_as_pct_of_total_earnings\/\w+\/\w+_as_pct_of_/,
    reason: "no number, by the table's layout",
  },
  {
    kind: "arithmetic",
    numbers: /^table_3_[256] .*_as_pct_of_/,
    when: isSynthetic,
    reason: "the quotient of two earnings of this table",
  },
];

/**
 * The kind of a number: by the first rule that names it, else by how it was made. What is
 * shown back stays so.
 */
export function kindOf(
  { item, cell, repeats }: PublishedRow,
  { kind, value }: Reproduced,
  setting: KindSetting,
): KindWithReason {
  if (kind === "input" && value !== null) return { kind };
  const key = repeats === "" ? `${item} ${cell}` : repeats;
  const rule = KIND_RULES.find(({ numbers, when }) =>
    numbers.test(key) && (when === undefined || when(setting))
  );
  return rule ?? { kind };
}
