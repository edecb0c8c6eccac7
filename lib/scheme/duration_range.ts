import { isOfAge } from "./age_range.ts";
import type { Rules } from "./rules/scheme.ts";

/** How long benefits last at least and at most, in months. */
export interface DurationRange {
  readonly shortest: number;
  readonly longest: number;
}

/**
 * The durations that the general rule gives, whatever the contributions.
 *
 * @param rules The rules.
 * @param age Age in whole years; all ages if not given.
 * @returns Both ends, equal where there is one duration; 0 where no band names the age.
 *
 * @example Viet Nam pays three to twelve months
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { durationRange, rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("viet_nam"), monthOf(2020, 3));
 * assertEquals(durationRange(rules), { shortest: 3, longest: 12 });
 * ```
 */
export function durationRange(
  { duration }: Pick<Rules, "duration">,
  age?: number,
): DurationRange {
  switch (duration.kind) {
    case "fixed":
      return { shortest: duration.months, longest: duration.months };
    case "bands": {
      const months = duration.bands
        .filter((band) => age === undefined || isOfAge(band, age))
        .map((band) => band.months);
      return months.length === 0
        ? { shortest: 0, longest: 0 }
        : { shortest: Math.min(...months), longest: Math.max(...months) };
    }
    default:
      return { shortest: duration.shortestMonths, longest: duration.longestMonths };
  }
}
