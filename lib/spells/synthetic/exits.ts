import { TERMINATION_REASONS } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { endReasonCode, NO_REASON } from "../spell_columns.ts";
import type { CohortTargets } from "./cohort_targets.ts";
import { CLAIMANTS_RETURNING, type InactivityModel } from "./inactivity_model.ts";
import {
  CLAIM_LAGS,
  type EvenSequence,
  type SimulationStreams,
} from "./simulation_streams.ts";

/**
 * How much longer the service of claimants is than that of others who leave, as a part of
 * the ranks. Found by trial: two in three of them have had 12 months without a gap.
 */
const CLAIMS_LATER = 0.3;

const REASON_CODES = TERMINATION_REASONS.map(endReasonCode);

/** Why one leaves. */
export interface Exit {
  /** Code of the reason of the claim; none if no claim follows. */
  readonly reason: number;
  /** Months from the last contribution to the claim; 0 without one. */
  readonly lag: number;
  /** Whether the inactivity that begins ends before the data do. */
  readonly returns: boolean;
}

/** Why the members of a cohort leave, month by month. */
export class CohortExits {
  readonly #targets: CohortTargets;
  readonly #window: { readonly firstMonth: Month; readonly lastMonth: Month };
  readonly #model: InactivityModel;
  readonly #streams: SimulationStreams;
  /** Claims by lag, for each reason and month of the window that was asked for. */
  readonly #lags = new Map<number, readonly number[]>();

  /**
   * @param targets What the cohort counts to.
   * @param window First and last month.
   * @param model How inactivity ends.
   * @param streams Roundings that go on from cohort to cohort.
   */
  constructor(
    targets: CohortTargets,
    window: { readonly firstMonth: Month; readonly lastMonth: Month },
    model: InactivityModel,
    streams: SimulationStreams,
  ) {
    this.#targets = targets;
    this.#window = window;
    this.#model = model;
    this.#streams = streams;
  }

  /**
   * Everyone whose last month a month is.
   *
   * @param month The month; asked for once.
   * @returns An exit each: claims, then those still inactive at the end, then those who
   * were and are no more.
   */
  after(month: Month): Exit[] {
    const { inactive, ended } = this.#targets;
    const exits: Exit[] = [];
    const add = (count: number, exit: Exit) => {
      for (let i = 0; i < count; i++) exits.push(exit);
    };
    const elapsed = this.#window.lastMonth - 1 - month;
    const returned = CLAIMANTS_RETURNING * (1 - this.#model.survival(elapsed));
    REASON_CODES.forEach((reason, r) => {
      CLAIM_LAGS.forEach((_, at) => {
        const lag = at + 1;
        const count = this.#claimsByLag(r, month + lag)[at] ?? 0;
        const name = `claimants return ${month} ${r}`;
        const coming = this.#streams.whole(name, count * returned, count);
        add(coming, { reason, lag, returns: true });
        add(count - coming, { reason, lag, returns: false });
      });
    });
    add(inactive[elapsed] ?? 0, { reason: NO_REASON, lag: 0, returns: false });
    add(ended[elapsed] ?? 0, { reason: NO_REASON, lag: 0, returns: true });
    return exits;
  }

  /** Claims of a month by lag; each month is split once. */
  #claimsByLag(reason: number, month: Month): readonly number[] {
    const t = month - this.#window.firstMonth;
    const claims = this.#targets.claims[reason]![t] ?? 0;
    if (claims === 0) return [];
    const key = t * REASON_CODES.length + reason;
    const lags = this.#lags.get(key) ?? this.#streams.claimLags(month, reason, claims);
    this.#lags.set(key, lags);
    return lags;
  }
}

/**
 * Exits in the order of service, longest first: claims come after longer service.
 *
 * @param exits The exits.
 * @param even Evenly spread numbers.
 * @returns The exits in another order.
 *
 * @example
 * ```ts
 * import { longestFirst } from "./exits.ts";
 * import { EvenSequence } from "./simulation_streams.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const stop = { reason: 0, lag: 0, returns: false };
 * assertEquals(longestFirst([stop, stop], new EvenSequence(0)).length, 2);
 * ```
 */
export function longestFirst(exits: readonly Exit[], even: EvenSequence): Exit[] {
  const places = exits.map((exit) => even.next() - (exit.lag > 0 ? CLAIMS_LATER : 0));
  return [...exits.keys()].sort((a, b) => places[a]! - places[b]!).map((i) => exits[i]!);
}

/**
 * The numbers from 0 in an order that mixes near and far evenly.
 *
 * @param count How many.
 * @returns Each number once.
 *
 * @example
 * ```ts
 * import { strided } from "./exits.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...strided(5)], [0, 3, 1, 4, 2]);
 * ```
 */
export function strided(count: number): Uint32Array {
  const order = new Uint32Array(count);
  let stride = Math.max(1, Math.round(count * ((Math.sqrt(5) - 1) / 2)));
  while (greatestCommonDivisor(stride, count) > 1) stride++;
  for (let i = 0, at = 0; i < count; i++) {
    order[i] = at;
    at = (at + stride) % count;
  }
  return order;
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
