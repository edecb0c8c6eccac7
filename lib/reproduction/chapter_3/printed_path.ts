import type { ProjectionYear } from "@jkp/valuation";
import { meanSimple } from "simple-statistics";

/** Why a point of a printed path may not come out. */
export const WHY_DIFFERENT =
  "no reading of Annex I gives the printed paths and the printed rates at once";

/**
 * The mean of a yearly figure.
 *
 * @param years The years.
 * @param figure The figure.
 * @returns The plain mean over the years.
 */
export function meanOf(
  years: readonly ProjectionYear[],
  figure: (year: ProjectionYear) => number,
): number {
  return meanSimple(years.map(figure));
}
