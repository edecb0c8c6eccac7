import { apportion, findRoot } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import type { SynthesisTargets } from "./targets.ts";
import { MONTHS } from "./window.ts";

/**
 * Usual course of the year, January to December: few claims in the month of the yearly
 * leave, many in the two months after it, when the holiday allowance has been paid.
 */
const SEASON = [0.1, 0, 0.1, 0, -0.2, -0.5, 1, 0.7, 0.2, 0, -0.1, -0.4] as const;

/** Size of the chance movement around the usual course. */
const NOISE = 0.3;

/**
 * Claims of each month, layoffs and resignations of both sexes together.
 *
 * The rate of claims by members runs between the printed lowest and highest; in between
 * it follows the course of the year and chance. A power of the height between the two,
 * one for each half of the window, gives the averages of 2016–19 and 2018–19.
 */
export function synthesizeClaimMonths(
  membersByMonth: readonly number[],
  targets: SynthesisTargets,
  nextNormal: () => number,
): number[] {
  const course = MONTHS.map((month) => SEASON[month % 12]! + NOISE * nextNormal());
  const [least, most] = [Math.min(...course), Math.max(...course)];
  const heights = course.map((value) => (value - least) / (most - least));
  const [lowest, highest] = targets.rateRange;
  const half = MONTHS.length / 2;
  const lateTotal = half * targets.claimsMean201819;
  const total = MONTHS.length * (targets.claimsMean.M + targets.claimsMean.F);
  const claimsOfHalf = (from: number, halfTotal: number) => {
    const members = membersByMonth.slice(from, from + half);
    const claims = (power: number) =>
      members.map((m, i) =>
        m * (lowest + (highest - lowest) * heights[from + i]! ** power)
      );
    const { root } = findRoot((power) => sumSimple(claims(power)) - halfTotal, {
      lower: 0.01,
      upper: 20,
      purpose: "for the spread of monthly claims",
    });
    return apportion(halfTotal, claims(root));
  };
  return [...claimsOfHalf(0, total - lateTotal), ...claimsOfHalf(half, lateTotal)];
}
