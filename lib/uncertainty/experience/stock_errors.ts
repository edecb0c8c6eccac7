import { graduateRates } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import { namedSeed, type RandomStream, randomStream } from "@jkp/numeric";
import { elapsedStock, survivalAt, type SurvivalCurve } from "@jkp/survival";
import { sampleStandardDeviation, sumSimple } from "simple-statistics";
import { drawGamma } from "./gamma_draw.ts";
import { recordsIn } from "./records.ts";

/** Survival after so many months, with its error. */
export interface SurvivalError {
  readonly month: number;
  /** By the stock itself, whose rises are pooled: as it is valued. */
  readonly survival: number;
  /** By the smoothed stock, which few records bias less. */
  readonly smoothed: number;
  readonly standardError: number;
}

/** Errors of the survival that a stock tells. */
export interface StockErrors {
  /** Persons by completed months, smoothed. */
  readonly counts: readonly number[];
  /** Smoothing parameter; more than it the records do not tell. */
  readonly lambda: number;
  /** Variance of a month's count as a multiple of its mean: persons of a record. */
  readonly dispersion: number;
  /** Records of those who were active in the month before, by the smoothed stock. */
  readonly entrantRecords: number;
  readonly points: readonly SurvivalError[];
}

/** Draws from which the errors of single points are found. */
const DRAWS = 200;

/**
 * Errors of survival read from a stock: S(d) = n(d) / n(0).
 *
 * Counts of different months are of different members, Poisson around a smooth curve
 * (Whittaker–Henderson of order 2 on logarithms, smoothing parameter by restricted maximum
 * likelihood). The curve that is valued has no smoothing: where the first months rise by
 * chance they are pooled, so that of few records n(0) comes out too large.
 *
 * @param inactive Counts by completed months, of which {@link elapsedStock} finds a curve.
 * @returns The errors, or `null` if there are too few members to smooth.
 */
export function stockErrors(
  inactive: StatisticsExtract["inactive"],
): StockErrors | null {
  const counts = inactive.map(({ members }) => members);
  const persons = sumSimple(counts);
  const dispersion = persons / recordsIn(inactive);
  const fitted = smoothStock(counts, dispersion);
  if (fitted === null) return null;
  const smoothed = curveOf(fitted.counts);
  const valued = curveOf(counts);
  const errors = { ...fitted, dispersion };
  const seed = namedSeed(1, "stock");
  const draws = Array.from(
    { length: DRAWS },
    (_, i) => drawStockCurve(errors, randomStream(seed, i)),
  );
  return {
    ...errors,
    entrantRecords: fitted.counts[0]! / dispersion,
    points: counts.map((_, month) => ({
      month,
      survival: survivalAt(valued, month),
      smoothed: survivalAt(smoothed, month),
      standardError: sampleStandardDeviation(
        draws.map((curve) => survivalAt(curve, month)),
      ),
    })),
  };
}

/** A survival curve from counts around those of a smoothed stock, smoothed again. */
export function drawStockCurve(
  { counts, lambda, dispersion }: Pick<StockErrors, "counts" | "lambda" | "dispersion">,
  stream: RandomStream,
): SurvivalCurve {
  const drawn = counts.map((count) => dispersion * drawGamma(count / dispersion, stream));
  return smoothedCurve(drawn, { lambda, dispersion });
}

/** The survival curve of a stock smoothed as much as another was. */
export function smoothedCurve(
  counts: readonly number[],
  { lambda, dispersion }: Pick<StockErrors, "lambda" | "dispersion">,
): SurvivalCurve {
  return curveOf(smoothStock(counts, dispersion, lambda)?.counts ?? counts);
}

function smoothStock(
  counts: readonly number[],
  dispersion: number,
  lambda: number | "reml" = "reml",
): { readonly counts: number[]; readonly lambda: number } | null {
  const exposure = sumSimple([...counts]);
  try {
    const { rates, lambda: taken } = graduateRates(
      { claims: counts, exposure: counts.map(() => exposure) },
      { lambda, dispersion },
    );
    return { counts: rates.map((rate) => rate * exposure), lambda: taken };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function curveOf(counts: readonly number[]): SurvivalCurve {
  return elapsedStock(
    counts.map((members, elapsedMonths) => ({ elapsedMonths, members })),
  ).curve;
}
