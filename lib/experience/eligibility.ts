import type { StatisticsExtract } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { weightedMean } from "@jkp/numeric";

/** How many leavers had the service that a rule asks for. */
export interface Eligibility {
  /** Months of service wanted within the last 24. */
  readonly monthsAtLeast: number;
  /** Fraction of terminations with that service. */
  readonly share: number;
  /** The same among all active members, for comparison. */
  readonly shareOfMembers: number;
  /** The conventions, in words. */
  readonly basis: string;
  /**
   * Whether the share is stated by somebody, not counted.
   * @default {false}
   */
  readonly isStated?: boolean;
}

/**
 * The fraction of terminations that meet a service condition.
 *
 * The extract gives service by month, sex and age of active members; each termination is
 * given the service of members of its month, sex and age; where there are none, or the
 * extract does not reach back so far, it is left out. Leavers are younger than members, so
 * that their fraction is below the members'.
 *
 * @param extract The extract.
 * @param monthsAtLeast Months of service wanted; one of the points the extract has.
 * @returns The fraction with its basis.
 * @throws {RangeError} If the extract has no such point.
 * @see ILO (2021), sections 1.2.3 and 3.2.2: about 75 per cent at 12 months.
 *
 * @example Twelve months in 24: 75 per cent of leavers, 76 per cent of members
 * ```ts
 * import { eligibility } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { share, shareOfMembers } = eligibility(await readShippedExtract(), 12);
 * assertAlmostEquals(share, 0.75, 0.005);
 * assertAlmostEquals(shareOfMembers, 0.76, 0.005);
 * ```
 */
export function eligibility(
  extract: StatisticsExtract,
  monthsAtLeast: number,
): Eligibility {
  const service = new Map(
    extract.service
      .filter((row) => row.monthsAtLeast === monthsAtLeast)
      .map((row) => [`${row.month}|${row.sex}|${row.ageGroup}`, row.share]),
  );
  if (service.size === 0) {
    const points = [...new Set(extract.service.map((row) => row.monthsAtLeast))];
    throw new RangeError(
      `Cannot find eligibility: service of at least ${points.join(", ")} months is in ` +
        `the extract, got ${monthsAtLeast}`,
    );
  }
  const { firstMonth, lastMonth, historyFrom = -Infinity } = extract.manifest;
  const seenFrom = Math.max(firstMonth, historyFrom + monthsAtLeast);
  const members = new Map(
    extract.active.map((row) => [`${row.month}|${row.sex}|${row.ageGroup}`, row.members]),
  );
  // Nothing is known of service where there are no members of a month, sex and age, or where
  // the extract does not reach back far enough.
  const weighted = (
    rows: readonly { month: number; sex: string; ageGroup: string; weight: number }[],
  ) => {
    const known = rows.map(({ month, sex, ageGroup, weight }) => {
      const cell = `${month}|${sex}|${ageGroup}`;
      const isKnown = members.get(cell) && service.has(cell);
      return { share: service.get(cell) ?? 0, weight: isKnown ? weight : 0 };
    });
    const weights = known.map(({ weight }) => weight);
    if (weights.every((weight) => weight === 0)) return 0; // nobody is known to have any
    return weightedMean(known.map(({ share }) => share), weights);
  };
  return {
    monthsAtLeast,
    share: weighted(extract.withdrawals.map((row) => ({ ...row, weight: row.claims }))),
    shareOfMembers: weighted(
      extract.active.map((row) => ({ ...row, weight: row.members })),
    ),
    basis: `service of at least ${monthsAtLeast} months in 24 of active members of the ` +
      "same month, sex and age, weighted with terminations; " +
      `${formatMonth(seenFrom)} to ${formatMonth(lastMonth)}`,
  };
}
