import type { Month } from "@jkp/month";
import type { InactivityModel } from "./inactivity_model.ts";
import { CarriedRounding, splitWhole } from "./rounding.ts";

/** Fractions of claims that come 1, 2 and 3 months after the last contribution. */
export const CLAIM_LAGS = [0.7, 0.2, 0.1] as const;

/** How an inactivity ends. */
export interface InactivityEnd {
  readonly month: Month;
  readonly kind: "return" | "retirement" | "death";
}

/** A number that is low-discrepancy on [0, 1): each next one falls into the widest gap. */
export class EvenSequence {
  #value: number;
  readonly #step: number;

  /**
   * @param start First value, from 0 to 1.
   * @param step An irrational fraction.
   */
  constructor(start: number, step: number = (Math.sqrt(5) - 1) / 2) {
    this.#value = start % 1;
    this.#step = step;
  }

  /** The next number. */
  next(): number {
    this.#value = (this.#value + this.#step) % 1;
    return this.#value;
  }
}

/**
 * What goes on from cohort to cohort: the roundings that make the sums over all cohorts
 * come out, whatever falls on one of them.
 *
 * @example
 * ```ts
 * import { SimulationStreams } from "./simulation_streams.ts";
 * import { inactivityModel } from "./inactivity_model.ts";
 * import { readShippedExtract } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const streams = new SimulationStreams(extract.manifest, inactivityModel(extract));
 * const lags = streams.claimLags(extract.manifest.firstMonth, 0, 10);
 * assertEquals(lags, [7, 2, 1]);
 * ```
 */
export class SimulationStreams {
  readonly #model: InactivityModel;
  readonly #lastMonth: Month;
  readonly #roundings = new Map<string, CarriedRounding[]>();

  /**
   * @param window The window of the register.
   * @param model How inactivity ends.
   */
  constructor(window: { readonly lastMonth: Month }, model: InactivityModel) {
    this.#lastMonth = window.lastMonth;
    this.#model = model;
  }

  /**
   * Splits claims of a month by the time since the last contribution.
   *
   * @param month Month of the claims.
   * @param reason Index of their reason.
   * @param claims How many.
   * @returns Claims 1, 2 and 3 months after the last contribution.
   */
  claimLags(month: Month, reason: number, claims: number): number[] {
    const roundings = this.#stream(`lags ${month} ${reason}`, CLAIM_LAGS.length - 1);
    return splitWhole(claims, CLAIM_LAGS, roundings);
  }

  /**
   * A whole number near a fraction of a total, exact over cohorts.
   *
   * @param name What is rounded: the same name, the same stream.
   * @param value What is wanted.
   * @param most What it may be at most.
   */
  whole(name: string, value: number, most: number): number {
    return this.#stream(name, 1)[0]!.next(value, most);
  }

  /**
   * When and how inactivities end.
   *
   * @param count How many, all of which end by the last month.
   * @param last Last month of contribution.
   * @param birthMonth Month of birth.
   * @returns One end each, in order of months.
   */
  ends(count: number, last: Month, birthMonth: Month): InactivityEnd[] {
    if (count === 0) return [];
    const { survival } = this.#model;
    const ends: InactivityEnd[] = [];
    const still = survival(this.#lastMonth - 1 - last);
    let rest = count;
    for (let month = last + 2; month <= this.#lastMonth && rest > 0; month++) {
      const before = survival(month - 2 - last) - still;
      const after = survival(month - 1 - last) - still;
      const hazard = before > 0 ? Math.min(1, 1 - after / before) : 1;
      const isLast = month === this.#lastMonth;
      const ending = isLast ? rest : this.whole(
        `ends ${last} ${month}`,
        rest * hazard,
        rest,
      );
      rest -= ending;
      const { retirement, death } = this.#model.claimShares(month - birthMonth);
      const kinds = splitWhole(
        ending,
        [retirement, death, 1 - retirement - death],
        this.#stream(`kinds ${month - birthMonth}`, 2),
      );
      (["retirement", "death", "return"] as const).forEach((kind, i) => {
        for (let j = 0; j < kinds[i]!; j++) ends.push({ month, kind });
      });
    }
    return ends;
  }

  #stream(key: string, count: number): CarriedRounding[] {
    const known = this.#roundings.get(key);
    if (known !== undefined) return known;
    const made = Array.from({ length: count }, () => new CarriedRounding());
    this.#roundings.set(key, made);
    return made;
  }
}
