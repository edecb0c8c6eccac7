import { countInWords } from "@jkp/exhibit";
import { dispersionOfMonths, FEWEST_MONTHS } from "../claim_dispersion.ts";
import type { GivenSeries } from "./monitor_series.ts";

/** Last months that are judged, and say nothing of how much months differ by chance. */
const NEWEST = 3;

/**
 * A series whose dispersion is that of its own months, but for the last three: around their
 * own level, so that an expectation that is too high or low as a whole is not taken for
 * chance.
 *
 * @param series The series, each point a single month.
 * @returns The same with its dispersion; NaN, and the reason, where months are fewer than
 * twelve and three, points are of several months, or months have one side only.
 *
 * @example Fourteen months are one too few
 * ```ts
 * import { withOwnDispersion } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [...Array(14).keys()].map((month) => ({
 *   from: 24300 + month,
 *   to: 24300 + month,
 *   actual: 100,
 *   expected: 110,
 * }));
 * const claims = { name: "claims", title: "Claims", unit: "claims", points };
 * assertEquals(
 *   withOwnDispersion(claims).dispersionFrom,
 *   "14 months; limits want 15 months",
 * );
 * ```
 */
export function withOwnDispersion(
  series: Omit<GivenSeries, "dispersion" | "dispersionFrom">,
): GivenSeries {
  const { points } = series;
  const isByMonth = points.every(({ from, to }) => from === to);
  const isEnough = points.length >= FEWEST_MONTHS + NEWEST;
  if (!isByMonth || !isEnough) {
    const what = isByMonth ? "month" : "period";
    return {
      ...series,
      dispersion: NaN,
      dispersionFrom: `${countInWords(points.length, what)}; limits want ` +
        `${FEWEST_MONTHS + NEWEST} months`,
    };
  }
  const before = points.slice(0, -NEWEST);
  const dispersion = dispersionOfMonths(
    before.filter(({ reported = 1 }) => reported > 0)
      .map(({ from, actual, expected, reported = 1 }) => ({
        month: from,
        actual,
        expected: expected * reported,
      })),
  );
  return {
    ...series,
    dispersion,
    dispersionFrom: Number.isNaN(dispersion)
      ? `the first ${before.length} months have fewer than ${FEWEST_MONTHS} that are ` +
        "recorded, or one of which nothing is expected"
      : `the first ${before.length} months around their own level`,
  };
}
