import { roundedPercent } from "@jkp/exhibit";
import type { ActiveRow, SpellManifest } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import type { WagesOfMonth } from "../ledger/own_wages.ts";

/** Difference of a mean wage from which it is told, as a fraction. */
const TOLD = 0.005;

/** Months at the beginning of the window whose wages are compared. */
const MONTHS_COMPARED = 12;

/**
 * What it does to the wages of a ledger's first year that a spell has its last wage alone,
 * in a sentence: the statistics' mean beside that of the payments. `undefined` where they
 * agree, or where there is too little to tell.
 */
export function lastWagesInWords(
  active: readonly ActiveRow[],
  own: ReadonlyMap<number, WagesOfMonth>,
  { firstMonth, lastMonth, wageGrowthPerYear }: SpellManifest,
): string | undefined {
  const end = Math.min(lastMonth, firstMonth + MONTHS_COMPARED - 1);
  const isIn = (month: number) => month >= firstMonth && month <= end;
  const counted = active.filter(({ month }) => isIn(month));
  const paid = [...own].filter(([month]) => isIn(month)).map(([, each]) => each);
  const mean = sumSimple(counted.map((each) => each.members * each.meanWageIdr)) /
    sumSimple(counted.map(({ members }) => members));
  const meanPaid = sumSimple(paid.map(({ wagesIdr }) => wagesIdr)) /
    sumSimple(paid.map(({ memberMonths }) => memberMonths));
  const above = mean / meanPaid - 1;
  if (!Number.isFinite(above) || Math.abs(above) < TOLD) return undefined;
  const inPercent = (share: number) => `${roundedPercent(share, 1)} %`;
  return `Wages: a spell has its last wage in all of its months, taken back at ` +
    `${inPercent(wageGrowthPerYear)} a year. So the mean wage of ${
      formatMonth(firstMonth)
    } to ${formatMonth(end)} is ${inPercent(Math.abs(above))} ` +
    `${above > 0 ? "above" : "below"} that of the payments for these months. A ` +
    `${above > 0 ? "higher" : "lower"} wage_growth_per_year in extract.toml mends it.`;
}
