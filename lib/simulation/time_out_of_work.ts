import { DAYS_PER_MONTH } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "@jkp/valuation";

/** Time out of work as a table that draws are read from. */
export interface TimeOutOfWork {
  /** Probability of being out of work longer, by days; 0 at the end. */
  readonly survivalByDay: Float64Array;
  /** Longest, in months. */
  readonly maximumMonths: number;
  /** Mean number of whole months without contribution. */
  readonly meanMonths: number;
  /** Probability of a spell under way being in its month 1 or earlier, 2 or earlier, … */
  readonly monthUnderWay: Float64Array;
}

/**
 * The table of an assumption's survival curve. It is exact at every thirtieth of a month,
 * so that waiting periods in days are; everybody still out at the maximum returns.
 */
export function timeOutOfWork(
  { survival, maximumUnemploymentMonths: maximumMonths }: Pick<
    ValuationAssumptions,
    "survival" | "maximumUnemploymentMonths"
  >,
): TimeOutOfWork {
  const days = maximumMonths * DAYS_PER_MONTH;
  const survivalByDay = Float64Array.from(
    { length: days + 1 },
    (_, day) => day === days ? 0 : survivalAt(survival, day / DAYS_PER_MONTH),
  );
  const monthUnderWay = new Float64Array(maximumMonths);
  let meanMonths = 0;
  for (let month = 0; month < maximumMonths; month++) {
    meanMonths += survivalByDay[month * DAYS_PER_MONTH]!;
    monthUnderWay[month] = meanMonths;
  }
  for (let month = 0; month < maximumMonths; month++) monthUnderWay[month]! /= meanMonths;
  return { survivalByDay, maximumMonths, meanMonths, monthUnderWay };
}

/** The time, in months, that a fraction of the spells exceeds. */
export function monthsExceededBy(time: TimeOutOfWork, fraction: number): number {
  const { survivalByDay } = time;
  // The last day on which the survival is still at least the fraction.
  let [low, high] = [0, survivalByDay.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (survivalByDay[middle]! >= fraction) low = middle;
    else high = middle;
  }
  const left = survivalByDay[low]!;
  const share = left > survivalByDay[high]!
    ? Math.max(0, left - fraction) / (left - survivalByDay[high]!)
    : 0;
  // Never nought: a month without contribution lies between two jobs.
  return Math.max(1e-9, (low + share) / DAYS_PER_MONTH);
}

/** Months already passed, 0 or more, of a spell seen under way. */
export function passedMonths(time: TimeOutOfWork, fraction: number): number {
  const month = time.monthUnderWay.findIndex((cumulative) => fraction <= cumulative);
  return month < 0 ? time.maximumMonths - 1 : month;
}
