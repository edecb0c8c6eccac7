/**
 * Relative inclination to leave by months of the spell, for men and women: highest in the
 * first months, low after two years. Found by trial so that the shares of continuous
 * service come out as section 1.2.3 prints them: 93, 86, 76 and 60 per cent of members
 * with 3, 6, 12 and 24 months.
 */
const INCLINATION:
  readonly (readonly (readonly [from: number, inclination: number])[])[] = [
    [[0, 8.5], [3, 6.0], [6, 3.5], [12, 2.6], [25, 1.65]],
    [[0, 7.6], [3, 5.6], [6, 3.7], [12, 3.6], [25, 2.15]],
  ];

/** Fractions of members with at least so many months, at the start of the window. */
const SERVICE_AT_START: readonly (readonly [months: number, share: number])[] = [
  [1, 1],
  [4, 0.93],
  [7, 0.865],
  [13, 0.76],
  [25, 0.60],
  [60, 0.33],
  [120, 0.12],
  [276, 0.002],
];

/** Fractions of those who left before the window with at least so many months. */
const SERVICE_AT_EXIT: readonly (readonly [months: number, share: number])[] = [
  [1, 1],
  [3, 0.85],
  [6, 0.70],
  [12, 0.50],
  [24, 0.30],
  [60, 0.10],
  [120, 0.02],
  [200, 0.001],
];

/**
 * Relative inclination to leave.
 *
 * @param sex Index in `SEXES`.
 * @param months Months of the spell so far, from 1.
 * @returns A weight, per cent a month in the steady state.
 *
 * @example
 * ```ts
 * import { inclinationToLeave } from "./tenure.ts";
 * import { assert } from "@std/assert";
 *
 * assert(inclinationToLeave(0, 6) > inclinationToLeave(0, 60));
 * ```
 */
export function inclinationToLeave(sex: number, months: number): number {
  return INCLINATION[sex]!.findLast(([from]) => months > from)![1];
}

/**
 * Fraction of members with at least so many months of service as the window begins.
 *
 * @param months Months, from 1.
 * @returns A fraction.
 *
 * @example
 * ```ts
 * import { serviceAtStart } from "./tenure.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(serviceAtStart(13), 0.76);
 * ```
 */
export function serviceAtStart(months: number): number {
  return interpolated(SERVICE_AT_START, months);
}

/**
 * Months of service of one who left before the window.
 *
 * @param rank Place among those who left, from 0 (longest service) to 1.
 * @returns Whole months, from 1.
 *
 * @example
 * ```ts
 * import { serviceAtExit } from "./tenure.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(serviceAtExit(0.5), 12);
 * ```
 */
export function serviceAtExit(rank: number): number {
  let months = 1;
  while (months < 200 && interpolated(SERVICE_AT_EXIT, months + 1) >= rank) months++;
  return months;
}

/** Log-linear between the points, 0 after the last. */
function interpolated(
  points: readonly (readonly [months: number, share: number])[],
  months: number,
): number {
  if (months <= points[0]![0]) return points[0]![1];
  const next = points.findIndex(([at]) => at >= months);
  if (next === -1) return 0;
  const [[from, left], [to, right]] = [points[next - 1]!, points[next]!];
  return left * (right / left) ** ((months - from) / (to - from));
}
