import { monotoneCubic } from "@jkp/numeric";
import type { InactiveRow } from "@jkp/extract";
import type { SynthesisTargets } from "./targets.ts";

/**
 * Shares still inactive after 36, 48 and 60 months. The report prints none; these are
 * read from its mean of 20 and median of 16 months, which suit the time elapsed among
 * those inactive at one date, not completed spells.
 */
const DERIVED: readonly (readonly [months: number, share: number])[] = [
  [36, 0.30],
  [48, 0.15],
  [60, 0.05],
];

/**
 * Former contributors by completed months since their last contribution, 0 to 59.
 *
 * A monotone curve through the printed shares still inactive, times the monthly number of
 * leavers: the report's terminations of 2018–19.
 */
export function synthesizeInactiveStock(targets: SynthesisTargets): InactiveRow[] {
  const points = [[0, 1], ...targets.stillInactive, ...DERIVED];
  const share = monotoneCubic(points.map(([x]) => x!), points.map(([, y]) => y!));
  return Array.from({ length: 60 }, (_, months) => ({
    monthsSinceLastContribution: months,
    members: Math.round(targets.claimsMean201819 * share(months)),
  }));
}
