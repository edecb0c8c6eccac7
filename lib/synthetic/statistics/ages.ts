import { AGE_GROUPS, type AgeGroup } from "@jkp/extract";

/** The ages that the report calls "20 to 30". */
export const YOUNG_AGES: readonly AgeGroup[] = ["20-24", "25-29"];

/** 1 for the young age groups and 0 for the others, in the order of `AGE_GROUPS`. */
export const IS_YOUNG: readonly number[] = AGE_GROUPS.map((ageGroup) =>
  YOUNG_AGES.includes(ageGroup) ? 1 : 0
);
