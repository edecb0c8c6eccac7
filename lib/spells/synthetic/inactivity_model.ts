import { INACTIVE_MONTHS } from "../build/statistics_counts.ts";
import type { StatisticsExtract } from "@jkp/extract";

/** Ages in years from which those who stay away may claim for retirement. */
const RETIREMENT_AGE = 55;

/** Fraction of ends of inactivity that are claims for retirement, from that age. */
const RETIREMENT_SHARE = 0.4;

/** Fraction of ends of inactivity that are deaths, at age 40; it doubles in 10 years. */
const DEATH_SHARE_AT_40 = 0.01;

/** Fraction of those who claimed that contribute again some day. */
export const CLAIMANTS_RETURNING = 0.5;

/** How inactivity goes on and ends in the made register: what a study must find again. */
export interface InactivityModel {
  /**
   * Fraction still inactive in the month `elapsed` months after the first without
   * contribution; 1 at 0.
   */
  survival(elapsed: number): number;
  /**
   * Fractions of ends that are retirement and death; the others are returns.
   *
   * @param ageMonths Age at the end, in months.
   */
  claimShares(ageMonths: number): { retirement: number; death: number };
}

/**
 * The inactivity of an extract as known probabilities.
 *
 * The stock of inactive members falls with the time elapsed as it would if as many left
 * each month and none but those who stay away were still in it.
 *
 * @param extract The extract.
 * @returns Survival in inactivity, and what ends it.
 * @see ILO (2021), section 1.2.3: 81 per cent after six months, 49 after 24.
 *
 * @example
 * ```ts
 * import { inactivityModel } from "./inactivity_model.ts";
 * import { readShippedExtract } from "@jkp/extract";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { survival } = inactivityModel(await readShippedExtract());
 * assertAlmostEquals(survival(6), 0.81, 0.001);
 * ```
 */
export function inactivityModel(extract: StatisticsExtract): InactivityModel {
  const stock = new Float64Array(INACTIVE_MONTHS);
  for (const { monthsSinceLastContribution, members } of extract.inactive) {
    if (monthsSinceLastContribution < INACTIVE_MONTHS) {
      stock[monthsSinceLastContribution] = members;
    }
  }
  return {
    survival: (elapsed) => elapsed < INACTIVE_MONTHS ? stock[elapsed]! / stock[0]! : 0,
    claimShares: (ageMonths) => ({
      retirement: ageMonths >= 12 * RETIREMENT_AGE ? RETIREMENT_SHARE : 0,
      death: Math.min(0.2, DEATH_SHARE_AT_40 * 2 ** ((ageMonths / 12 - 40) / 10)),
    }),
  };
}
