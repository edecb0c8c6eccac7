import type { ReportScenario } from "@jkp/economy";
import type { ProjectionYear } from "@jkp/valuation";
import type { ReportResults } from "../results.ts";
import { rowWith } from "../stated.ts";
import { meanSimple } from "simple-statistics";

/** Why a point of a printed path may not come out. */
export const WHY_DIFFERENT =
  "no reading of Annex I gives the printed paths and the printed rates at once";

/** The plain mean of a yearly figure. */
export function meanOf(
  years: readonly ProjectionYear[],
  figure: (year: ProjectionYear) => number,
): number {
  return meanSimple(years.map(figure));
}

/** The paying year of a scenario with the highest or lowest of a figure. */
export function yearOf(
  { valuations }: Pick<ReportResults, "valuations">,
  name: ReportScenario,
  best: (...values: number[]) => number,
  figure: (year: ProjectionYear) => number,
): number {
  return rowWith(best, valuations[name].years.slice(1), figure).year;
}
