import { findRoot, weightedMean } from "@jkp/numeric";
import { AGE_GROUPS, SERVICE_MONTHS, type Sex, SEXES } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { type ByAge, bySex, type BySexCode, type SynthesisTargets } from "./targets.ts";

/** Months of service that qualify for the benefit. */
const QUALIFYING_MONTHS = 12;

/** Shares by sex, in the order of `SERVICE_MONTHS`, and age group. */
export type ServiceShares = BySexCode<readonly ByAge[]>;

/**
 * Shares of members with at least 3, 6, 12 and 24 months of service, by sex and age.
 *
 * The logarithm of the odds rises evenly with age, by one slope for all. Its levels give
 * the printed averages over members; its slope gives the printed share of 12 months over
 * claimants, who are younger than members.
 */
export function synthesizeServiceShares(
  members: BySexCode<ByAge>,
  claims: BySexCode<ByAge>,
  targets: SynthesisTargets,
): ServiceShares {
  const sharesAt = (slope: number, sex: Sex, months: number) => {
    const at = (level: number) =>
      AGE_GROUPS.map((_, a) => 1 / (1 + Math.exp(-level - slope * a)));
    const wanted = targets.service[sex][months]!;
    const { root } = findRoot(
      (level) => weightedMean(at(level), members[sex]) - wanted,
      { lower: -30, upper: 30, purpose: "for the level of service" },
    );
    return at(root);
  };
  const allClaims = SEXES.flatMap((sex) => [...claims[sex]]);
  const { root: slope } = findRoot(
    (slope) =>
      weightedMean(
        SEXES.flatMap((sex) => sharesAt(slope, sex, QUALIFYING_MONTHS)),
        allClaims,
      ) - targets.claimants12Months,
    { lower: 0, upper: 2, purpose: "for the growth of service with age" },
  );
  return bySex((sex) => SERVICE_MONTHS.map((months) => sharesAt(slope, sex, months)));
}

/** Adds up months, which leaves one figure an age group. */
export function overMonths(months: readonly ByAge[]): number[] {
  return AGE_GROUPS.map((_, a) => sumSimple(months.map((ages) => ages[a]!)));
}
