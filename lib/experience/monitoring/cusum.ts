import { checkNumber, checkNumbers, checkOptions } from "@jkp/problem";

/** How a {@link cusum} is set up; all in standard deviations. */
export interface CusumOptions {
  /**
   * Reference value: half the shift that is to be found soonest.
   * @default {0.5}
   */
  readonly k?: number;
  /**
   * Decision interval: a sum above it is an alarm.
   * @default {5}
   */
  readonly h?: number;
  /**
   * Deviations beyond this count as this, so that one month alone raises no alarm: that is
   * what control limits are for.
   * @default {4}
   */
  readonly winsorizedAt?: number;
}

/** A shift that the sums found. */
export interface Shift {
  readonly side: "above" | "below";
  /** Place of the first deviation of the run that raised the alarm. */
  readonly since: number;
  /** Place of the alarm. */
  readonly alarm: number;
  /** Place of the last deviation before the sum fell by h again; `null` while it lasts. */
  readonly until: number | null;
}

/** Both cumulative sums, and what they found. */
export interface Cusum {
  /** Sum of what is above the reference value, after each deviation. */
  readonly above: readonly number[];
  /** Sum of what is below it, as a positive number. */
  readonly below: readonly number[];
  /** In order of their alarms. */
  readonly shifts: readonly Shift[];
}

/** Values where none are stated: a shift of one standard deviation is found soonest. */
export const CUSUM_DEFAULTS = { k: 0.5, h: 5, winsorizedAt: 4 } as const;

/**
 * Two-sided tabular cumulative sums of standardized deviations: small shifts that last, which
 * no single month shows.
 *
 * A sum above h is an alarm; the shift began with the month in which the sum left 0. It has
 * ended when the sum has fallen by h from its highest value: then the month of this was the
 * last, and the sum begins at 0 again.
 *
 * @param deviations Standardized deviations in order of time; what is no number is passed
 * over, and the sums stay as they are.
 * @param options Reference value, decision interval, and where deviations are cut.
 * @returns Both sums after each deviation, and the shifts.
 * @throws {RangeError} If k is below 0, h or `winsorizedAt` not above it.
 * @see Page (1954), Continuous inspection schemes, Biometrika 41; Montgomery (2013),
 * Introduction to statistical quality control, 7th edition, section 9.1; Hawkins (1993),
 * Robustification of cumulative sum charts by winsorization, J. Quality Technology 25.
 *
 * @example Six months, each one and a half standard deviations too high
 * ```ts
 * import { cusum } from "./cusum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { above, shifts } = cusum([-0.2, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]);
 * assertEquals(above, [0, 1, 2, 3, 4, 5, 6]);
 * assertEquals(shifts, [{ side: "above", since: 1, alarm: 6, until: null }]);
 * ```
 */
export function cusum(deviations: readonly number[], options: CusumOptions = {}): Cusum {
  const { k, h, winsorizedAt } = checkedOptions("add up deviations", options);
  checkNumbers("add up deviations", "deviations", deviations);
  const cut = deviations.map((deviation) =>
    Math.max(-winsorizedAt, Math.min(winsorizedAt, deviation))
  );
  const above = oneSided(cut, "above", k, h);
  const below = oneSided(cut.map((deviation) => -deviation), "below", k, h);
  return {
    above: above.sums,
    below: below.sums,
    shifts: [...above.shifts, ...below.shifts].sort((a, b) => a.alarm - b.alarm),
  };
}

function checkedOptions(doing: string, options: CusumOptions) {
  checkOptions(doing, options, ["k", "h", "winsorizedAt"]);
  const { k, h, winsorizedAt } = { ...CUSUM_DEFAULTS, ...options };
  checkNumber(doing, "k of 0 or more", k, (value) => value >= 0 && value < Infinity);
  checkNumber(doing, "h above 0", h, (value) => value > 0 && value < Infinity);
  checkNumber(doing, "winsorizedAt above k", winsorizedAt, (value) => value > k);
  return { k, h, winsorizedAt };
}

/** The sum of one side: `C = max(0, C + deviation − k)`. */
function oneSided(
  deviations: readonly number[],
  side: Shift["side"],
  k: number,
  h: number,
): { readonly sums: number[]; readonly shifts: Shift[] } {
  const shifts: Shift[] = [];
  let [sum, since, alarm, highest, highestAt] = [0, 0, -1, 0, 0];
  const sums = deviations.map((deviation, i) => {
    if (Number.isNaN(deviation)) return sum;
    if (sum === 0) [since, highest] = [i, 0];
    sum = Math.max(0, sum + deviation - k);
    if (sum > highest) [highest, highestAt] = [sum, i];
    if (sum > h && alarm < 0) alarm = i;
    if (alarm >= 0 && sum <= highest - h) {
      shifts.push({ side, since, alarm, until: highestAt });
      [sum, alarm] = [0, -1];
    }
    return sum;
  });
  if (alarm >= 0) shifts.push({ side, since, alarm, until: null });
  return { sums, shifts };
}

/**
 * Average run length of a two-sided {@link cusum}: months until an alarm, from sums of 0, by
 * Siegmund's approximation for normal deviations.
 *
 * @param shift Shift of the mean in standard deviations; 0: months between false alarms.
 * @param options Reference value and decision interval.
 * @returns Months.
 * @throws {RangeError} If an option is out of range.
 * @see Siegmund (1985), Sequential analysis; Montgomery (2013), section 9.1.4, equations 9.6
 * and 9.7.
 *
 * @example A false alarm in about 470 months; the exact value is 465
 * ```ts
 * import { cusumRunLength } from "./cusum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(Math.round(cusumRunLength(0)), 469);
 * assertEquals(cusumRunLength(1).toFixed(1), "10.3");
 * ```
 */
export function cusumRunLength(shift: number, options: CusumOptions = {}): number {
  const doing = "find the run length of cumulative sums";
  const { k, h } = checkedOptions(doing, options);
  checkNumber(doing, "a shift in standard deviations", shift, Number.isFinite);
  const oneSide = (mean: number) => {
    const [drift, interval] = [mean - k, h + 1.166];
    return drift === 0
      ? interval ** 2
      : (Math.exp(-2 * drift * interval) + 2 * drift * interval - 1) / (2 * drift ** 2);
  };
  return 1 / (1 / oneSide(shift) + 1 / oneSide(-shift));
}
