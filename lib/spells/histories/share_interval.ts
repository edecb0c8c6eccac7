import normalQuantile from "@stdlib/normal-quantile";
import { sumSimple } from "simple-statistics";

/** Persons of one month, and the fraction of them who meet something. */
export interface MonthShare {
  /** Effective number: (Σw)² / Σw² of weights w. */
  readonly persons: number;
  readonly share: number;
}

/** Months below which no dispersion is estimated: less than a year. */
export const FEWEST_MONTHS = 12;

/**
 * Variance of the number who meet something as a multiple of the binomial's: Pearson's
 * chi-square of months around the overall share by degree of freedom, and 1 at least. It
 * is the dispersion of R's `glm(share ~ 1, quasibinomial, weights = persons)`.
 *
 * @returns The dispersion; 1 if all or none meet it, NaN with fewer than
 * {@link FEWEST_MONTHS}.
 * @see McCullagh and Nelder (1989), Generalized linear models, section 4.5.
 */
export function shareDispersion(months: readonly MonthShare[], share: number): number {
  if (months.length < FEWEST_MONTHS) return NaN;
  if (share === 0 || share === 1) return 1;
  const chiSquare = sumSimple(
    months.map((month) =>
      month.persons * (month.share - share) ** 2 / (share * (1 - share))
    ),
  );
  return Math.max(1, chiSquare / (months.length - 1));
}

/**
 * Wilson's interval of a share, which has a width if nobody or everybody meets it, too.
 *
 * @param share The share found.
 * @param persons Of how many, effectively.
 * @param level Coverage.
 * @see Wilson (1927), Probable inference, J. Am. Stat. Assoc. 22; Brown, Cai and DasGupta
 * (2001), Interval estimation for a binomial proportion, Stat. Sci. 16. R's
 * `prop.test(correct = FALSE)`.
 */
export function wilsonInterval(
  share: number,
  persons: number,
  level = 0.95,
): { readonly lower: number; readonly upper: number } {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const middle = share + z ** 2 / (2 * persons);
  const half = z * Math.sqrt(share * (1 - share) / persons + (z / (2 * persons)) ** 2);
  const scale = 1 + z ** 2 / persons;
  return {
    // Where nobody or everybody meets it, rounding must not miss the end.
    lower: share === 0 && persons > 0 ? 0 : (middle - half) / scale,
    upper: share === 1 && persons > 0 ? 1 : (middle + half) / scale,
  };
}
