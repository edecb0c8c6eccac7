import type { Month } from "@jkp/month";
import { chainLadder, developmentPattern } from "./chain_ladder.ts";
import { type EdgeMonth, incompleteEdge } from "./incomplete_edge.ts";
import { mackErrorsOrNote } from "./mack.ts";
import { latestDiagonal, runOffTriangle } from "./triangle.ts";

/** Claims of a month of event that were made after a delay. */
export interface DelayedClaims {
  /** Month of the event. */
  readonly month: Month;
  /** Months from then to the claim. */
  readonly delay: number;
  readonly claims: number;
}

/** A month's claims so far, and what they may come to. */
export interface DelayedMonth extends EdgeMonth {
  /** Development factor from this age to the next; NaN if there is none. */
  readonly developmentFactor: number;
  /** Standard error of the ultimate; NaN if not known. */
  readonly standardError: number;
}

/** Claims by month of event, with what is still to come. */
export interface ClaimDelays {
  readonly months: readonly DelayedMonth[];
  /** Standard error of all ultimates together; NaN if not known. */
  readonly totalStandardError: number;
  /** The conventions, in words. */
  readonly basis: readonly string[];
  /** What could not be found, and why. */
  readonly notes: readonly string[];
}

/**
 * What is still to be claimed of the events of each month, from claims by delay: chain
 * ladder and Mack's standard errors.
 *
 * @param rows Claims of each month of event and each delay that was seen, those without
 * claims too; in any order.
 * @returns Ultimates and errors by month. Delays before which nobody ever claims are passed
 * over; of months no older than they nothing is known.
 * @throws {DataError} With every row that is wrong: a delay missing or twice, claims below 0.
 * @throws {RangeError} If there are no claims.
 *
 * @example Half of the claims come a month later
 * ```ts
 * import { claimDelays } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = [[10, 10, 0, 0], [20, 20, 0], [30, 30], [40]];
 * const rows = counts.flatMap((claims, month) =>
 *   claims.map((claims, delay) => ({ month, delay, claims }))
 * );
 * const { months, totalStandardError } = claimDelays(rows);
 * assertEquals(months.map(({ ultimate }) => ultimate), [20, 40, 60, 80]);
 * assertEquals(totalStandardError, 0); // all months alike
 * ```
 */
export function claimDelays(rows: readonly DelayedClaims[]): ClaimDelays {
  const first = Math.min(
    ...rows.filter(({ claims }) => claims > 0).map(({ delay }) => delay),
  );
  if (!Number.isFinite(first)) {
    throw new RangeError("Cannot find the delay of claims: claims are wanted, got none");
  }
  const seen = rows.filter(({ delay }) => delay >= first);
  const triangle = runOffTriangle(
    seen.map(({ month, delay, claims }) => ({
      origin: month,
      age: delay,
      value: claims,
    })),
    { values: "incremental", unit: "month", file: "claims by delay" },
  );
  const ladder = chainLadder(triangle);
  const edge = incompleteEdge(
    latestDiagonal(triangle).map(({ origin, age, value }) => ({
      month: origin,
      age,
      latest: value,
    })),
    developmentPattern(ladder),
  );
  const factors = new Map(ladder.factors.map((each) => [each.fromAge, each.factor]));
  const { errors, notes } = mackErrorsOrNote(triangle, ladder);
  return {
    months: edge.map((month, i) => ({
      ...month,
      developmentFactor: factors.get(month.age) ?? NaN,
      standardError: errors?.origins[i]?.standardError ?? NaN,
    })),
    totalStandardError: errors?.total ?? NaN,
    basis: [ladder.basis, ...(errors === null ? [] : [errors.basis])],
    notes: [
      ...(first === 0 ? [] : [
        `No claim is made within ${first} ${
          first === 1 ? "month" : "months"
        }: of months ` +
        "as young nothing is known.",
      ]),
      ...notes,
    ],
  };
}
