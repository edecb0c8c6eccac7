import { sumSimple } from "simple-statistics";
import { TooFewDataError } from "./too_few_data.ts";
import { poissonDeviance } from "./poisson_deviance.ts";

/** Claims or exposure by row and column. */
export type TwoWay = readonly (readonly number[])[];

/** Rates that are the product of a row's and a column's effect. */
export interface TwoWayRates {
  readonly rowEffects: readonly number[];
  readonly columnEffects: readonly number[];
  /** Claims expected by row and column. */
  readonly expected: TwoWay;
  /** Deviance of the claims from those expected. */
  readonly deviance: number;
  /** Cells with exposure less the effects estimated. */
  readonly degreesOfFreedom: number;
  /**
   * Variance of claims as a multiple of their mean: Pearson's chi-square by degree of
   * freedom; NaN without freedom.
   */
  readonly dispersion: number;
}

/** Rounds after which the fit is given up; it takes about ten. */
const MOST_ROUNDS = 10_000;

/** Relative change of the effects at which the fit has settled. */
const SETTLED = 1e-13;

/**
 * Fits claims as Poisson with mean exposure · row effect · column effect, by iterative
 * proportional fitting, which is maximum likelihood.
 *
 * Rows and columns without claims get the effect 0 and no degree of freedom.
 *
 * @throws {TooFewDataError} If there are no claims, or claims without exposure.
 * @see McCullagh and Nelder (1989), Generalized linear models, sections 6.2 and 6.4.
 */
export function twoWayRates(claims: TwoWay, exposure: TwoWay): TwoWayRates {
  const cells = claims.flatMap((row, i) =>
    row.map((count, j) => ({ i, j, count, exposed: exposure[i]![j]! }))
  );
  const rowTotals = claims.map(sumSimple);
  const columnTotals = claims[0]!.map((_, j) => sumSimple(claims.map((row) => row[j]!)));
  if (
    !rowTotals.some((total) => total > 0) ||
    cells.some(({ count, exposed }) => count > 0 && !(exposed > 0))
  ) {
    throw new TooFewDataError(
      "Cannot fit rates: claims are wanted, and members wherever there are claims",
    );
  }

  let rowEffects: readonly number[] = rowTotals.map(() => 1);
  let columnEffects: readonly number[] = columnTotals.map(() => 1);
  for (let round = 0, change = Infinity; change > SETTLED; round++) {
    if (round === MOST_ROUNDS) {
      throw new TooFewDataError(
        `Cannot fit rates: rates that settle within ${MOST_ROUNDS} rounds are wanted`,
      );
    }
    rowEffects = rowTotals.map((total, i) =>
      total === 0
        ? 0
        : total / sumSimple(exposure[i]!.map((e, j) => e * columnEffects[j]!))
    );
    const next = columnTotals.map((total, j) =>
      total === 0
        ? 0
        : total / sumSimple(exposure.map((row, i) => row[j]! * rowEffects[i]!))
    );
    change = Math.max(
      ...next.map((each, j) => each === 0 ? 0 : Math.abs(columnEffects[j]! / each - 1)),
    );
    columnEffects = next;
  }

  const expected = exposure.map((row, i) =>
    row.map((e, j) => e * rowEffects[i]! * columnEffects[j]!)
  );
  const fitted = cells.filter(({ i, j }) => expected[i]![j]! > 0);
  const effects = rowTotals.filter((total) => total > 0).length +
    columnTotals.filter((total) => total > 0).length - 1;
  const pearson = sumSimple(fitted.map(({ i, j, count }) => {
    const mean = expected[i]![j]!;
    return (count - mean) ** 2 / mean;
  }));
  const degreesOfFreedom = Math.max(0, fitted.length - effects);
  return {
    rowEffects,
    columnEffects,
    expected,
    deviance: poissonDeviance(claims.flat(), expected.flat()),
    degreesOfFreedom,
    dispersion: degreesOfFreedom === 0 ? NaN : pearson / degreesOfFreedom,
  };
}
