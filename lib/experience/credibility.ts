import { checkNumber, checkNumbers, rowsOf, valueInWords } from "@jkp/problem";
import { weightedMean } from "@jkp/numeric";
import normalQuantile from "@stdlib/normal-quantile";
import { sumSimple } from "simple-statistics";
import { TooFewDataError } from "./too_few_data.ts";

/** What "fully credible" means: how close, how surely. */
export interface FullCredibility {
  /**
   * Probability that the observed rate is within the tolerance of the true one.
   * @default {0.9}
   */
  readonly level?: number;
  /**
   * The tolerance, as a fraction of the true rate.
   * @default {0.05}
   */
  readonly tolerance?: number;
}

/**
 * Number of claims that makes a rate fully credible, claims being Poisson: (z /
 * tolerance)². Dispersed claims are to be divided by their dispersion first.
 *
 * @see Longley-Cook (1962), An introduction to credibility theory, PCAS 49; Klugman,
 * Panjer and Willmot (2012), Loss models, section 17.3, for claims of any variance.
 */
export function fullCredibilityClaims(standard: FullCredibility = {}): number {
  const { level = 0.9, tolerance = 0.05 } = standard;
  if (!(level > 0 && level < 1) || !(tolerance > 0)) {
    throw new RangeError(
      "Cannot set a standard of credibility: a level between 0 and 1 and a positive " +
        `tolerance are wanted, got ${level} and ${tolerance}`,
    );
  }
  return (normalQuantile((1 + level) / 2, 0, 1) / tolerance) ** 2;
}

/** Limited-fluctuation credibility of a rate, 0 to 1, by the square-root rule. */
export function limitedFluctuationFactor(
  claims: number,
  standard: FullCredibility = {},
): number {
  const isCount = (value: number) => value >= 0;
  checkNumber("find credibility", "a number of claims, 0 or more,", claims, isCount);
  return Math.min(1, Math.sqrt(claims / fullCredibilityClaims(standard)));
}

/** A rate observed in one cell over one period. */
export interface Observation {
  /** The rate. */
  readonly value: number;
  /** Its exposure, 0 or more. */
  readonly weight: number;
}

/** Rates observed in several cells, a row for each cell and period. */
export interface ObservationColumns {
  /** Which cell: a name or number. */
  readonly group: ArrayLike<number | string>;
  readonly value: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/** One cell in the Bühlmann–Straub model. */
export interface CredibleCell {
  /** Exposure over all periods. */
  readonly weight: number;
  /** Rate over all periods; NaN without exposure. */
  readonly mean: number;
  /** Weight of the cell's own rate, from 0 to 1. */
  readonly credibility: number;
  /** Credibility · own rate + (1 − credibility) · collective rate. */
  readonly credibleMean: number;
}

/** Bühlmann–Straub credibility of cells against the whole. */
export interface BuhlmannStraub {
  readonly cells: readonly CredibleCell[];
  /** What no credibility leads to: the mean of cells weighted with their credibility. */
  readonly collectiveMean: number;
  /** s²: variance within a cell of a rate of exposure 1. */
  readonly withinVariance: number;
  /** a: variance of the cells' true rates, 0 where its estimate is negative. */
  readonly betweenVariance: number;
  /** Whether the estimate of the between variance was negative. */
  readonly isBetweenVarianceTruncated: boolean;
}

/**
 * Bühlmann–Straub credibility with the unbiased estimators of its structure parameters.
 *
 * Where the cells differ no more than chance makes them, the between variance is 0, no
 * cell has credibility and each gets the mean of the whole, weighted with exposure.
 *
 * Values may be of any size, amounts as well as rates: that a column of weights was given
 * as `value`, the numbers do not tell.
 *
 * @param observations The observations of each cell, by period, as a list for each cell or
 * as columns; those without weight are left out.
 * @returns Credibility and credible rate of each cell, in order; of columns, in the order in
 * which groups first appear.
 * @throws {TooFewDataError} If fewer than two cells have exposure, or no cell has two
 * periods.
 * @throws {RangeError} If a weight is negative.
 * @see Bühlmann and Gisler (2005), A course in credibility theory, sections 4.2 and 4.8.
 *
 * @example Two cells that hardly vary: 2·10⁻⁴ between them, 2.5·10⁻⁴ within
 * ```ts
 * import { buhlmannStraub } from "@jkp/experience";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const low = [{ value: 0.010, weight: 500 }, { value: 0.011, weight: 500 }];
 * const high = [{ value: 0.030, weight: 500 }, { value: 0.031, weight: 500 }];
 * const { cells } = buhlmannStraub([low, high]);
 * const between = 2 * 0.01 ** 2 - 2 * 2.5e-4 / 2000;
 * const credibility = 1000 * between / (1000 * between + 2.5e-4);
 * assertAlmostEquals(cells[0]!.credibility, credibility, 1e-9); // 0.99875
 * ```
 */
export function buhlmannStraub(
  observations: readonly (readonly Observation[])[] | ObservationColumns,
): BuhlmannStraub {
  const cells = cellsOf(observations);
  for (const { value, weight } of cells.flat()) {
    if (weight >= 0 && (weight === 0 || Number.isFinite(value))) continue;
    throw new RangeError(
      "Cannot find credibility: weights of 0 or more, and values where they have weight, " +
        `are wanted, got ${value} with ${weight}`,
    );
  }
  const seen = cells.map((cell) => cell.filter(({ weight }) => weight > 0));
  const weights = seen.map((cell) => sumSimple(cell.map(({ weight }) => weight)));
  const means = seen.map((cell) =>
    weightedMean(cell.map(({ value }) => value), cell.map(({ weight }) => weight))
  );
  const exposed = weights.flatMap((weight, i) => weight > 0 ? [i] : []);
  const freedom = sumSimple(exposed.map((i) => seen[i]!.length - 1));
  if (exposed.length < 2 || freedom < 1) {
    throw new TooFewDataError(
      "Cannot find credibility: two cells with exposure and two periods of a cell are " +
        `wanted, got ${exposed.length} cells and ${freedom + exposed.length} periods`,
    );
  }
  const withinVariance = sumSimple(
    exposed.map((i) =>
      sumSimple(seen[i]!.map(({ value, weight }) => weight * (value - means[i]!) ** 2))
    ),
  ) / freedom;

  const total = sumSimple(weights);
  const meanOf = (weights: readonly number[]) =>
    weightedMean(exposed.map((i) => means[i]!), exposed.map((i) => weights[i]!));
  const overall = meanOf(weights);
  const spread = sumSimple(
    exposed.map((i) => weights[i]! * (means[i]! - overall) ** 2),
  );
  const estimate = (spread - (exposed.length - 1) * withinVariance) /
    (total - sumSimple(weights.map((weight) => weight ** 2)) / total);
  const betweenVariance = Math.max(0, estimate);

  const credibilities = weights.map((weight) =>
    betweenVariance === 0 || weight === 0
      ? 0
      : weight / (weight + withinVariance / betweenVariance)
  );
  const collectiveMean = betweenVariance === 0 ? overall : meanOf(credibilities);
  return {
    cells: credibilities.map((credibility, i) => ({
      weight: weights[i]!,
      mean: means[i]!,
      credibility,
      credibleMean: credibility === 0
        ? collectiveMean
        : credibility * means[i]! + (1 - credibility) * collectiveMean,
    })),
    collectiveMean,
    withinVariance,
    betweenVariance,
    isBetweenVarianceTruncated: estimate < 0,
  };
}

/** Observations by cell; one list for all says nothing of what differs between them. */
function cellsOf(
  observations: readonly (readonly Observation[])[] | ObservationColumns,
): readonly (readonly Observation[])[] {
  const doing = "find credibility";
  const isOfLists = Array.isArray(observations);
  const unfit = isOfLists ? observations.find((each) => !Array.isArray(each)) : undefined;
  if (unfit !== undefined) {
    throw new RangeError(
      `Cannot ${doing}: a list for each group, [[{ value, weight }, …], …], is wanted, ` +
        `got ${valueInWords(unfit)}`,
    );
  }
  const cells = isOfLists ? observations as readonly (readonly Observation[])[] : [
    ...Map.groupBy(
      rowsOf<Observation & { readonly group: number | string }>(
        doing,
        "a list for each group, or columns as { group, value, weight },",
        observations as ObservationColumns,
        ["group", "value", "weight"],
      ),
      ({ group }) => group,
    ).values(),
  ];
  for (const name of ["value", "weight"] as const) {
    checkNumbers(doing, name, cells.flatMap((cell) => cell.map((each) => each[name])));
  }
  return cells;
}
