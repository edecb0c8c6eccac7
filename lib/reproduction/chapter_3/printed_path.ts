import type { ProjectionYear } from "@jkp/valuation";
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
