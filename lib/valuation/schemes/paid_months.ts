import type { Duration, Rules, Treatment } from "@jkp/scheme";

/** Which of a scheme's durations is valued, where its rules give a range. */
export type DurationEnd = "shortest" | "longest";

/** Leavers who are paid alike. */
export interface PaidGroup {
  /** Fraction of all leavers. */
  readonly share: number;
  /** Whole months they wait beyond the general waiting period. */
  readonly waitingMonths: number;
  /** Fraction of the reference wage in each month of benefit. */
  readonly rates: readonly number[];
}

/**
 * The groups of leavers that rules pay: those laid off, and those who resign where
 * resignations are covered, perhaps for less and for a shorter time.
 */
export function paidGroups(
  rules: Rules,
  involuntaryShare: number,
  end: DurationEnd,
): PaidGroup[] {
  const { involuntary, voluntary_resignation: voluntary } = rules.contingency.reasons;
  const group = (treatment: Treatment | null, share: number): PaidGroup[] =>
    treatment?.covered !== true || share === 0
      ? []
      : [{ share, ...paidMonths(rules, treatment, end) }];
  return [
    ...group(involuntary, involuntaryShare),
    ...group(voluntary, 1 - involuntaryShare),
  ];
}

function paidMonths(
  rules: Rules,
  treatment: Treatment,
  end: DurationEnd,
): Omit<PaidGroup, "share"> {
  const general = durationMonths(rules.duration, end);
  const own = end === "shortest" ? treatment.shortestMonths : treatment.longestMonths;
  const months = own ?? general;
  return {
    waitingMonths: Math.round(treatment.waitingMonths ?? 0),
    rates: Array.from(
      { length: months },
      (_, month) => treatment.rate ?? generalRate(rules, month),
    ),
  };
}

/** The shortest or the longest duration of rules, in months. */
export function durationMonths(duration: Duration, end: DurationEnd): number {
  switch (duration.kind) {
    case "fixed":
      return duration.months;
    case "bands": {
      const months = duration.bands.map((band) => band.months);
      return end === "shortest" ? Math.min(...months) : Math.max(...months);
    }
    default:
      return end === "shortest" ? duration.shortestMonths : duration.longestMonths;
  }
}

/**
 * The durations of rules to value: both ends of a range.
 *
 * @param rules The rules.
 * @returns The ends, the longest alone if they are the same.
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
export function durationEnds({ duration }: Pick<Rules, "duration">): DurationEnd[] {
  const shortest = durationMonths(duration, "shortest");
  return shortest === durationMonths(duration, "longest")
    ? ["longest"]
    : ["shortest", "longest"];
}

function generalRate({ name, benefit }: Rules, month: number): number {
  switch (benefit.kind) {
    case "flat":
      return benefit.rate;
    case "tapered": {
      const rate = benefit.rates[month];
      if (rate !== undefined) return rate;
      throw new RangeError(
        `Cannot value ${name}: a benefit rate for each month is wanted, got ` +
          `${benefit.rates.length} and ${month + 1} months`,
      );
    }
    case "graded":
      throw new RangeError(
        `Cannot value ${name}: a flat or tapered benefit is wanted, got one graded by ` +
          "age and wage",
      );
  }
}
