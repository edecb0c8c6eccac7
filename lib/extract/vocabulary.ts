/** Sexes in the order of the files. */
export const SEXES = ["M", "F"] as const;

/** Sex as recorded: `M` male, `F` female. */
export type Sex = typeof SEXES[number];

/** The sexes as keys of values by sex, in the report's order. */
export const SEX_KEYS = ["male", "female"] as const;

/** A sex as a key. */
export type SexKey = typeof SEX_KEYS[number];

/** One value for each sex. */
export type BySex<Value> = { readonly [Each in SexKey]: Value };

/** The sexes as the rows of an extract have them, by their keys. */
export const SEX_BY_KEY: BySex<Sex> = { male: "M", female: "F" };

/**
 * Makes one value for each sex.
 *
 * @param make Makes the value of a sex.
 * @returns Both, men's first.
 *
 * @example
 * ```ts
 * import { bySex } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const persons = { male: 60, female: 40 };
 * assertEquals(bySex((sex) => persons[sex] / 100), { male: 0.6, female: 0.4 });
 * ```
 */
export function bySex<Value>(make: (sex: SexKey) => Value): BySex<Value> {
  return { male: make("male"), female: make("female") };
}

/** Reasons of termination in the order of the files. */
export const TERMINATION_REASONS = ["layoff", "resignation"] as const;

/** Reason of the JHT claim that ended a membership, as far as the statistics split it. */
export type TerminationReason = typeof TERMINATION_REASONS[number];

/**
 * Reasons of the JHT claim that closed a membership, in the order of their codes.
 *
 * @see Government Regulation 46/2015 on JHT, article 26, for who may claim.
 */
export const END_REASONS = [
  "layoff",
  "resignation",
  "retirement",
  "disability",
  "death",
  "left_country",
  "other",
] as const;

/** Reason of the claim that closed a membership. */
export type EndReason = typeof END_REASONS[number];

/** How a claim of JKP ends. */
export const JKP_ENDS = ["exhausted", "work", "other"] as const;

/** How a claim of JKP ended. */
export type JkpEnd = typeof JKP_ENDS[number];

/** What became of a claim of JKP, in the order of the codes; `running` while it is paid. */
export const JKP_OUTCOMES = [...JKP_ENDS, "running"] as const;

/**
 * What became of a claim of JKP: its months were `exhausted`, the claimant found `work`,
 * it ended for an `other` reason, or it is `running`.
 *
 * @see Government Regulation 37/2021 on JKP, articles 21 and 40, as changed by 6/2025.
 */
export type JkpOutcome = typeof JKP_OUTCOMES[number];

/** Quinquennial age groups of the report's tables, as written in the files. */
export const AGE_GROUPS = [
  "15-19",
  "20-24",
  "25-29",
  "30-34",
  "35-39",
  "40-44",
  "45-49",
  "50-54",
  "55-59",
  "60-64",
  "65-69",
] as const;

/** A quinquennial age group. */
export type AgeGroup = typeof AGE_GROUPS[number];
