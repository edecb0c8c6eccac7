import {
  benefitAt,
  type BenefitCurve,
  type CurvePiece,
  type EarningsDistribution,
  partialMoment,
} from "@jkp/scheme";
import { sumSimple } from "simple-statistics";

/** What wages, and then benefits, are kept between; 0 and `Infinity` for no limit. */
export interface LimitsOfYear {
  readonly lowestWage: number;
  readonly highestWage: number;
  readonly lowestBenefit: number;
  readonly highestBenefit: number;
}

/**
 * Mean benefit over lognormal wages, exactly: a benefit is a quadratic of the wage piece
 * by piece, and so its mean a sum of partial moments.
 */
export function meanBenefit(
  curve: BenefitCurve,
  wages: EarningsDistribution,
  limits: LimitsOfYear,
): number {
  const { lowestWage, highestWage, highestBenefit } = limits;
  const lowestBenefit = Math.min(limits.lowestBenefit, highestBenefit);
  const kept = (wage: number) =>
    Math.min(highestBenefit, Math.max(lowestBenefit, benefitAt(curve, wage)));
  if (highestWage <= lowestWage) return kept(lowestWage);
  const share = (from: number, to: number) =>
    from < to ? partialMoment(wages, 0, from, to) : 0;
  let mean = kept(lowestWage) * share(0, lowestWage);
  if (highestWage < Infinity) mean += kept(highestWage) * share(highestWage, Infinity);
  curve.forEach((piece, i) => {
    const from = Math.max(lowestWage, piece.wageFrom);
    const to = Math.min(highestWage, curve[i + 1]?.wageFrom ?? Infinity);
    if (from >= to) return;
    const within = (wage: number) => Math.min(to, Math.max(from, wage));
    const start = within(wageOf(piece, lowestBenefit));
    const end = within(wageOf(piece, highestBenefit));
    mean += lowestBenefit * share(from, start) + paidBetween(piece, wages, start, end);
    if (end < to) mean += highestBenefit * share(end, to);
  });
  return mean;
}

/** The lowest wage with at least a benefit, were the piece to hold for all wages. */
function wageOf({ constant, linear, quadratic }: CurvePiece, benefit: number): number {
  const more = benefit - constant;
  if (more <= 0) return 0;
  if (more === Infinity) return Infinity;
  const discriminant = linear ** 2 + 4 * quadratic * more;
  return discriminant < 0 ? Infinity : 2 * more / (linear + Math.sqrt(discriminant));
}

/** What a piece pays over a range of wages, per head of all wages. */
function paidBetween(
  { constant, linear, quadratic }: CurvePiece,
  wages: EarningsDistribution,
  from: number,
  to: number,
): number {
  if (from >= to) return 0;
  return sumSimple(
    [constant, linear, quadratic].map((coefficient, order) =>
      coefficient === 0
        ? 0
        : coefficient * partialMoment(wages, order as 0 | 1 | 2, from, to)
    ),
  );
}
