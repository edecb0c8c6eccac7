import { AGE_GROUPS, SEXES, TERMINATION_REASONS } from "@jkp/extract";
import { apportion } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import { IS_YOUNG } from "./ages.ts";
import { leastInformativeWeights, type Moment } from "./least_informative.ts";
import {
  type ByAge,
  type ByReason,
  byReason,
  bySex,
  type BySexCode,
  type SynthesisTargets,
} from "./targets.ts";
import { MONTHS } from "./window.ts";

/** How fast the inclination to leave falls with age in the prior, a year of age. */
const LEAVING_DECLINE = 0.03;

/** The four groups of claims, in the order of the weights. */
const GROUPS = SEXES.flatMap((sex) =>
  TERMINATION_REASONS.map((reason) => ({ sex, reason }))
);

const AGES = AGE_GROUPS.length;

/**
 * Claims of the 48 months by sex, reason and age group.
 *
 * The split by reason turns the totals of Table 1.4 into the claimants of Table 3.2. Ages
 * begin as members' ages with a declining inclination to leave; of all ages that meet the
 * conditions, the nearest to these in relative entropy are taken. The conditions are the
 * printed shares of ages 20 to 29, the totals of layoffs and resignations in Table 1.4,
 * and, with the earnings of the insured, the claimants of Table 3.5.
 */
export function synthesizeClaimAges(
  targets: SynthesisTargets,
): BySexCode<ByReason<ByAge>> {
  const totals = claimTotals(targets);
  const groupTotals = GROUPS.map(({ sex, reason }) => totals[sex][reason]);
  const conditions = wageConditions(targets);
  const weights = leastInformativeWeights(prior(targets, groupTotals), [
    ...groupTotals.map((total, g) => ({
      coefficients: GROUPS.flatMap((_, h) => AGE_GROUPS.map(() => g === h ? 1 : 0)),
      target: total,
    })),
    ...youngConditions(targets, totals),
    ...conditions,
  ]);
  const whole = groupTotals.flatMap((total, g) =>
    apportion(total, weights.slice(g * AGES, (g + 1) * AGES))
  );
  const nearest = nearestWhole(whole, conditions, groupTotals);
  return bySex((sex) =>
    byReason((reason) => {
      const g = GROUPS.findIndex((group) => group.sex === sex && group.reason === reason);
      return nearest.slice(g * AGES, (g + 1) * AGES);
    })
  );
}

/** Layoffs and resignations over the window, from the mean earnings of both together. */
function claimTotals(targets: SynthesisTargets): BySexCode<ByReason<number>> {
  return bySex((sex) => {
    const { layoff, resignation } = targets.claimWageTotal[sex];
    const layoffShare = (resignation - targets.allClaimsWage[sex]) /
      (resignation - layoff);
    const claims = MONTHS.length * targets.claimsMean[sex];
    const layoffs = Math.round(layoffShare * claims);
    return { layoff: layoffs, resignation: claims - layoffs };
  });
}

function prior(targets: SynthesisTargets, groupTotals: readonly number[]): number[] {
  return GROUPS.flatMap(({ sex }, g) => {
    const weights = targets.members2019[sex].map((members, a) =>
      members * Math.exp(-LEAVING_DECLINE * 5 * a)
    );
    return weights.map((weight) => (weight * groupTotals[g]!) / sumSimple(weights));
  });
}

function youngConditions(
  targets: SynthesisTargets,
  totals: BySexCode<ByReason<number>>,
): Moment[] {
  return TERMINATION_REASONS.map((reason) => ({
    coefficients: GROUPS.flatMap((group) =>
      IS_YOUNG.map((isYoung) => group.reason === reason ? isYoung : 0)
    ),
    target: targets.young[reason] * sumSimple(SEXES.map((sex) => totals[sex][reason])),
  }));
}

/**
 * Conditions on mean earnings, as departures from the printed mean with target 0: own
 * earnings in each group, and insured workers' earnings in each sex.
 */
function wageConditions(targets: SynthesisTargets): Moment[] {
  const own = GROUPS.map(({ sex, reason }) => ({
    coefficients: GROUPS.flatMap((group) =>
      targets.claimWage[sex][reason].map((wage) =>
        group.sex === sex && group.reason === reason
          ? wage / targets.claimWageTotal[sex][reason] - 1
          : 0
      )
    ),
    target: 0,
  }));
  const insured = SEXES.map((sex) => ({
    coefficients: GROUPS.flatMap((group) =>
      targets.insuredWage[sex].map((wage) =>
        group.sex === sex ? wage / targets.insuredWageAtClaimAges[sex] - 1 : 0
      )
    ),
    target: 0,
  }));
  return [...own, ...insured];
}

/**
 * Moves single claims between ages of a group while that brings the conditions nearer:
 * whole claims cannot meet them exactly, only to a small part of a rupiah.
 */
function nearestWhole(
  start: readonly number[],
  conditions: readonly Moment[],
  groupTotals: readonly number[],
): number[] {
  const claims = [...start];
  const scales = conditions.map(({ coefficients }) =>
    sumSimple(groupTotals.filter((_, g) => coefficients[g * AGES] !== 0))
  );
  const departures = conditions.map(({ coefficients }) =>
    sumSimple(claims.map((count, i) => count * coefficients[i]!))
  );
  const distanceAfter = (from: number, to: number) =>
    sumSimple(
      conditions.map(({ coefficients }, c) =>
        ((departures[c]! + coefficients[to]! - coefficients[from]!) / scales[c]!) ** 2
      ),
    );
  let distance = distanceAfter(0, 0);
  for (;;) {
    // A move must bring more than the noise of the arithmetic, so that the search ends.
    let best = { from: 0, to: 0, distance: distance * (1 - 1e-9) };
    for (let from = 0; from < claims.length; from++) {
      const group = Math.floor(from / AGES) * AGES;
      for (let to = group; to < group + AGES; to++) {
        const candidate = distanceAfter(from, to);
        if (claims[from]! > 1 && candidate < best.distance) {
          best = { from, to, distance: candidate };
        }
      }
    }
    if (best.from === best.to) return claims;
    claims[best.from]!--;
    claims[best.to]!++;
    conditions.forEach(({ coefficients }, c) =>
      departures[c]! += coefficients[best.to]! - coefficients[best.from]!
    );
    distance = best.distance;
  }
}
