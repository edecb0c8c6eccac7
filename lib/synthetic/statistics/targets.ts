import { type Published, publishedValue } from "@jkp/published";
import {
  AGE_GROUPS,
  SERVICE_MONTHS,
  type Sex,
  SEXES,
  TERMINATION_REASONS,
  type TerminationReason,
} from "@jkp/extract";

/** A value for each sex. */
export type BySexCode<T> = Readonly<Record<Sex, T>>;

/** A value for each reason of termination. */
export type ByReason<T> = Readonly<Record<TerminationReason, T>>;

/** One value an age group, in the order of `AGE_GROUPS`. */
export type ByAge = readonly number[];

/**
 * The published figures that the synthetic extract is made to agree with: persons, rupiah
 * a month, and fractions. Claims are those for layoffs and resignations.
 */
export interface SynthesisTargets {
  /** Members, monthly average of 2019. ILO (2021), Table 1.3. */
  readonly members2019: BySexCode<ByAge>;
  /** Members, monthly average of 2018–19. Section 3.2.3. */
  readonly membersMean201819: number;
  /** Earnings of insured workers in 2019 by age, and in all. Table 1.4. */
  readonly insuredWage: BySexCode<ByAge>;
  readonly insuredWageTotal: BySexCode<number>;
  /** Earnings of claimants in 2019 by age, and in all. Table 1.4. */
  readonly claimWage: BySexCode<ByReason<ByAge>>;
  readonly claimWageTotal: BySexCode<ByReason<number>>;
  /** Earnings of all claimants, brought back from 2020 to 2019. Table 3.2. */
  readonly allClaimsWage: BySexCode<number>;
  /** Insured workers' earnings at the claimants' ages, back in 2019. Table 3.5. */
  readonly insuredWageAtClaimAges: BySexCode<number>;
  /** Claims a month, average of 2016–19. Section 1.2.3. */
  readonly claimsMean: BySexCode<number>;
  /** Claims a month, average of 2018–19. Section 3.2.3. */
  readonly claimsMean201819: number;
  /** Share of the claims made at ages 20 to 29. Section 1.2.3. */
  readonly young: ByReason<number>;
  /** Claims over members: lowest and highest month. Section 1.2.3. */
  readonly rateRange: readonly [lowest: number, highest: number];
  /** Share of members with at least so many months of service. Section 1.2.3. */
  readonly service: BySexCode<Readonly<Record<number, number>>>;
  /** Share of claimants with at least 12 months of service. Section 3.2.2. */
  readonly claimants12Months: number;
  /** Shares still inactive after so many months. Section 1.2.3. */
  readonly stillInactive: readonly (readonly [months: number, share: number])[];
}

/** How the report's tables name the sexes. */
export const SEX_WORDS: BySexCode<string> = { M: "male", F: "female" };

/** How the report's tables name the reasons. */
export const REASON_WORDS: ByReason<string> = {
  layoff: "layoffs",
  resignation: "resignations",
};

/**
 * Gathers the targets from the printed numbers; per cent become fractions.
 * @throws {RangeError} If one of them is not there.
 */
export function synthesisTargets(published: Published): SynthesisTargets {
  const value = (item: string, cell: string) => publishedValue(published, item, cell);
  const fact = (cell: string) => value("text_1_2_3", cell);
  const wage = (age: string, sex: Sex, category: string) =>
    value("table_1_4", `${age}/${SEX_WORDS[sex]}/${category}`);
  const growthIn2020 = nominalWageGrowth2020(published);
  const claimsWage = (table: string, sex: Sex) =>
    value(table, `total_earnings/${SEX_WORDS[sex]}/layoffs_and_resignations`) /
    (1 + growthIn2020);
  return {
    members2019: bySex((sex) =>
      AGE_GROUPS.map((age) => value("table_1_3", `${age}/${SEX_WORDS[sex]}`))
    ),
    membersMean201819: value("text_3_2_3", "contributors_2018_19"),
    insuredWage: bySex((sex) =>
      AGE_GROUPS.map((age) => wage(age, sex, "insured_workers"))
    ),
    insuredWageTotal: bySex((sex) => wage("total", sex, "insured_workers")),
    claimWage: bySex((sex) =>
      byReason((reason) => AGE_GROUPS.map((age) => wage(age, sex, REASON_WORDS[reason])))
    ),
    claimWageTotal: bySex((sex) =>
      byReason((reason) => wage("total", sex, REASON_WORDS[reason]))
    ),
    allClaimsWage: bySex((sex) => claimsWage("table_3_2", sex)),
    insuredWageAtClaimAges: bySex((sex) => claimsWage("table_3_5", sex)),
    claimsMean: bySex((sex) =>
      fact(`layoffs_per_month_${SEX_WORDS[sex]}`) +
      fact(`resignations_per_month_${SEX_WORDS[sex]}`)
    ),
    claimsMean201819: value("text_3_2_3", "terminations_2018_19"),
    young: byReason((reason) => fact(`jht_${REASON_WORDS[reason]}_20_30`) / 100),
    rateRange: [fact("withdrawal_rate_min") / 100, fact("withdrawal_rate_max") / 100],
    service: bySex((sex) =>
      Object.fromEntries(SERVICE_MONTHS.map((months) => [
        months,
        fact(`service_${months}_${SEX_WORDS[sex]}`) / 100,
      ]))
    ),
    claimants12Months: value("text_3_2_2", "withdrawers_12m_share") / 100,
    stillInactive: [6, 9, 12, 24].map((months) =>
      [months, fact(`survival_${months}`) / 100] as const
    ),
  };
}

/**
 * Growth of nominal wages in 2020 in the base scenario, as a fraction: productivity and
 * inflation.
 *
 * The report's earnings of 2020 are those of 2019 raised by it: Table 3.2 is the totals
 * of Table 1.4 times 1.02 times 1.02.
 */
export function nominalWageGrowth2020(published: Published): number {
  const [productivity, inflation] = ["productivity_growth", "inflation_rate"].map((key) =>
    publishedValue(published, "table_2_2", `base/2020/${key}`) / 100
  );
  return (1 + productivity!) * (1 + inflation!) - 1;
}

/** Makes a value for each sex. */
export function bySex<T>(make: (sex: Sex) => T): BySexCode<T> {
  return Object.fromEntries(SEXES.map((sex) => [sex, make(sex)])) as Record<Sex, T>;
}

/** Makes a value for each reason of termination. */
export function byReason<T>(make: (reason: TerminationReason) => T): ByReason<T> {
  return Object.fromEntries(
    TERMINATION_REASONS.map((reason) => [reason, make(reason)]),
  ) as Record<TerminationReason, T>;
}
