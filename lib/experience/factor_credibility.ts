import {
  type FullCredibility,
  fullCredibilityClaims,
  limitedFluctuationFactor,
} from "./credibility.ts";

/** A factor of a cost, and how much was seen of it. */
export interface ObservedFactor {
  readonly name: string;
  /** Events that it was counted from; `null` where it is a definition, not chance. */
  readonly events: number | null;
  /**
   * Variance of the events over that of Poisson: layoffs come in waves.
   * @default {1}
   */
  readonly dispersion?: number;
}

/** How far a factor can be believed. */
export interface FactorCredibility {
  readonly name: string;
  readonly events: number | null;
  /** Events from which on it is fully credible. */
  readonly fullAt: number | null;
  /** Z, from 0 to 1; `null` where credibility is not the question. */
  readonly credibility: number | null;
}

/**
 * Limited-fluctuation credibility of each factor of a cost by itself: Z = min(1, √(n / n₀)),
 * n₀ = dispersion · (z / tolerance)². A factor that is a definition, such as what counts as a
 * layoff, has none: more events do not tell what will be counted.
 *
 * @param factors The factors.
 * @param standard What fully credible means.
 * @returns Their credibility, in order.
 * @throws {RangeError} If events are negative, or a dispersion is not above 0.
 * @see Longley-Cook (1962), An introduction to credibility theory, PCAS 49.
 */
export function credibilityByFactor(
  factors: readonly ObservedFactor[],
  standard: FullCredibility = {},
): FactorCredibility[] {
  return factors.map(({ name, events, dispersion = 1 }) => {
    if (!(dispersion > 0)) {
      throw new RangeError(
        `Cannot find the credibility of ${name}: a dispersion above 0 is wanted, got ` +
          dispersion,
      );
    }
    return {
      name,
      events,
      fullAt: events === null ? null : dispersion * fullCredibilityClaims(standard),
      credibility: events === null
        ? null
        : limitedFluctuationFactor(events / dispersion, standard),
    };
  });
}
