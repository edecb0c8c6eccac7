import type { Rules } from "@jkp/scheme";
import { agesAlike, type DurationEnd, durationMonths } from "./durations_by_age.ts";

/**
 * The durations of rules to value: both ends of a range, or of bands by contributions.
 * Only the longest if the ends are the same at every age, or if the shortest is no month
 * for anybody.
 */
export function durationEnds(rules: Rules): DurationEnd[] {
  const { involuntary, voluntary_resignation: voluntary } = rules.contingency.reasons;
  const monthsAt = (end: DurationEnd) =>
    [involuntary, voluntary].flatMap((treatment) =>
      treatment?.covered !== true
        ? []
        : agesAlike(rules).map(([age]) => durationMonths(rules, treatment, age, end))
    );
  const [shortest, longest] = [monthsAt("shortest"), monthsAt("longest")];
  const isOne = shortest.every((months, i) => months === longest[i]);
  const isNone = shortest.every((months) => months === 0);
  return isOne || isNone ? ["longest"] : ["shortest", "longest"];
}
