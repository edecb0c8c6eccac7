import type { WageBand } from "./rules/benefit_sections.ts";

/**
 * How a benefit follows from the wage, up to where the next piece begins:
 * constant + linear · wage + quadratic · wage².
 */
export interface CurvePiece {
  /** Lowest wage of the piece; its unit is that of the curve. */
  readonly wageFrom: number;
  readonly constant: number;
  readonly linear: number;
  readonly quadratic: number;
}

/** Pieces in the order of wages, the first from 0. Within a piece benefits never fall. */
export type BenefitCurve = readonly CurvePiece[];

/**
 * A benefit that is one share of every wage.
 *
 * @param rate The share, a fraction.
 * @returns A single piece.
 *
 * @example The proposed 50 per cent of three million rupiah
 * ```ts
 * import { benefitAt, flatCurve } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(benefitAt(flatCurve(0.5), 3_000_000), 1_500_000);
 * ```
 */
export function flatCurve(rate: number): BenefitCurve {
  return [{ wageFrom: 0, constant: 0, linear: rate, quadratic: 0 }];
}

/**
 * A benefit by wage bands: the rate on a straight line between the ends of each, the
 * benefit between those at its ends.
 *
 * @param bands The bands of one age, from the lowest wage.
 * @returns The curve: below the first band the benefit of its start, above the last that
 * of its end.
 * @see ILO (2020), section 4.3 and Table 2.
 *
 * @example Japan, up to 29: 80 per cent of 5 010 yen, 50 per cent of 12 330
 * ```ts
 * import { benefitAt, gradedCurve } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const curve = gradedCurve([
 *   { wageFrom: 5_010, wageTo: 12_330, rateFrom: 0.8, rateTo: 0.5 },
 * ]);
 * const benefits = [1_000, 5_010, 8_670, 12_330, 20_000].map((wage) =>
 *   benefitAt(curve, wage)
 * );
 * const expected = [4_008, 4_008, 0.65 * 8_670, 6_165, 6_165];
 * benefits.forEach((benefit, i) => assertAlmostEquals(benefit, expected[i]!, 1e-9));
 * ```
 */
export function gradedCurve(bands: readonly WageBand[]): BenefitCurve {
  const { wageFrom, rateFrom } = bands[0]!;
  const pieces = [level(0, wageFrom * rateFrom), ...bands.flatMap(piecesOf)];
  return pieces.filter((piece, i) => piece.wageFrom !== pieces[i + 1]?.wageFrom);
}

/**
 * The benefit of one wage.
 *
 * @param curve The curve.
 * @param wage The wage, 0 or more, in the unit of the curve.
 * @returns The benefit, in the same unit.
 *
 * @example JKP from the fourth month: 25 per cent of four million rupiah
 * ```ts
 * import { benefitAt, flatCurve } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(benefitAt(flatCurve(0.25), 4_000_000), 1_000_000);
 * ```
 */
export function benefitAt(curve: BenefitCurve, wage: number): number {
  let k = curve.length - 1;
  while (k > 0 && wage < curve[k]!.wageFrom) k--;
  const { constant, linear, quadratic } = curve[k]!;
  return constant + wage * (linear + wage * quadratic);
}

function level(wageFrom: number, benefit: number): CurvePiece {
  return { wageFrom, constant: benefit, linear: 0, quadratic: 0 };
}

/** A band: the rising part, then the benefit of its end from where that is reached. */
function piecesOf({ wageFrom, wageTo, rateFrom, rateTo }: WageBand): CurvePiece[] {
  const [lowest, highest] = [rateFrom * wageFrom, rateTo * wageTo];
  if (highest <= lowest) return [level(wageFrom, lowest)];
  const slope = (rateTo - rateFrom) / (wageTo - wageFrom);
  const intercept = rateFrom - slope * wageFrom;
  // Where the rate falls, two wages have the benefit of the end; their sum is known.
  const other = slope < 0 ? -intercept / slope - wageTo : wageTo;
  return [
    { wageFrom, constant: 0, linear: intercept, quadratic: slope },
    level(Math.min(wageTo, other), highest),
  ];
}
