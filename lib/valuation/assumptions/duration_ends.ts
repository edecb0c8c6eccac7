import type { DurationRange, Rules } from "@jkp/scheme";
import { agesAlike, durationMonths } from "./paid_months.ts";

/** Which of a scheme's durations is valued, where its rules give a range. */
export type DurationEnd = keyof DurationRange;

/**
 * The durations of rules to value: both ends of a range, and of bands by contributions.
 *
 * @param rules The rules.
 * @returns The ends; the longest alone if they are the same at every age, or if the
 * shortest is no month for anybody.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { durationEnds } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
 * assertEquals(durationEnds(jkp), ["longest"]);
 * ```
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
