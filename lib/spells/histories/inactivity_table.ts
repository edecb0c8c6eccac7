import { fromUnits } from "../count/weight_units.ts";

/** What can end an inactivity; the code of a cause is one more than its index. */
export const INACTIVITY_CAUSES = ["return", "retirement", "death", "other"] as const;

/** What ended an inactivity. */
export type InactivityCause = typeof INACTIVITY_CAUSES[number];

/** Stands for the cause of an inactivity that had not ended when it was last seen. */
export const STILL_INACTIVE = 0;

/** Codes of causes, that for none included. */
const CODES = 1 + INACTIVITY_CAUSES.length;

/**
 * Inactivities of like spells, one row for all that are alike, for the estimators of
 * `@jkp/survival`. Rows are sorted by entry, duration and cause.
 */
export interface InactivityObservations {
  /** Completed months. */
  readonly durations: Uint16Array;
  /** 1 where the end was seen, whatever its cause. */
  readonly eventObserved: Uint8Array;
  /** One more than the index in `INACTIVITY_CAUSES`, or `STILL_INACTIVE`. */
  readonly cause: Uint8Array;
  /** Completed months when observation began. */
  readonly entry: Uint16Array;
  /** How many inactivities a row stands for. */
  readonly weights: Float64Array;
}

/** How many inactivities there were, and what became of them. */
export interface InactivityFlow {
  /** Inactivities that came under observation. */
  readonly entered: number;
  /** How many ended, by cause. */
  readonly ended: Readonly<Record<InactivityCause, number>>;
  /** How many went on when observation ended. */
  readonly stillInactive: number;
}

/** Counts of inactivities by entry, duration and cause. */
export class InactivityTable {
  /** For each entry, counts by months since the entry and cause. */
  readonly #counts: (Float64Array | undefined)[] = [];

  /**
   * Counts an inactivity: completed months when observation began (`entry`) and when it
   * ended or was last seen, code of what ended it, and weight in millionths.
   */
  add(entry: number, duration: number, cause: number, units: number): void {
    const at = (duration - entry) * CODES + cause;
    let counts = this.#counts[entry];
    if (counts === undefined || at >= counts.length) {
      const longer = new Float64Array(2 * at + CODES);
      longer.set(counts ?? []);
      counts = this.#counts[entry] = longer;
    }
    counts[at]! += units;
  }

  /**
   * The inactivities as weighted observations. An inactivity last seen when observation
   * of it began was never at risk and is left out.
   */
  observations(): InactivityObservations {
    const rows = [...this.#rows()].filter(({ entry, duration }) => duration > entry);
    return {
      durations: Uint16Array.from(rows, ({ duration }) => duration),
      eventObserved: Uint8Array.from(rows, ({ cause }) => Math.min(1, cause)),
      cause: Uint8Array.from(rows, ({ cause }) => cause),
      entry: Uint16Array.from(rows, ({ entry }) => entry),
      weights: Float64Array.from(rows, ({ units }) => fromUnits(units)),
    };
  }

  /** How many inactivities entered and ended. */
  flow(): InactivityFlow {
    const unitsOf = new Float64Array(CODES);
    for (const { cause, units } of this.#rows()) unitsOf[cause]! += units;
    const [stillInactive, returned, retirement, death, other] = Array.from(
      unitsOf,
      fromUnits,
    ) as [number, number, number, number, number];
    return {
      entered: fromUnits(unitsOf.reduce((sum, units) => sum + units)),
      ended: { return: returned, retirement, death, other },
      stillInactive,
    };
  }

  *#rows() {
    for (const [entry, counts] of this.#counts.entries()) {
      if (counts === undefined) continue;
      for (const [at, units] of counts.entries()) {
        if (units === 0) continue;
        const duration = entry + Math.floor(at / CODES);
        yield { entry, duration, cause: at % CODES, units };
      }
    }
  }
}
