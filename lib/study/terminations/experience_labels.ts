import { capitalized } from "@jkp/exhibit";
import type { StudyCurve, TerminationExperience } from "@jkp/experience";
import type { Sex } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { syntheticLabel } from "../data_labels.ts";

/** Calendar months as they stand in a table or under a figure. */
export const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The sexes in words. */
export const SEX_NAMES: Readonly<Record<Sex, string>> = { M: "Men", F: "Women" };

/** The curves of each reason, or all if they are not split by reason. */
export function byReason(
  { curves }: TerminationExperience,
): [StudyCurve["reason"], StudyCurve[]][] {
  const reasons = [...new Set(curves.map(({ reason }) => reason))];
  return reasons.map((reason) => [
    reason,
    curves.filter((curve) => curve.reason === reason),
  ]);
}

/** What a table or figure of rates shows, of which months. */
export function titleOf(
  study: TerminationExperience,
  reason: StudyCurve["reason"],
): string {
  const what = reason === undefined
    ? "Layoffs and resignations"
    : `${capitalized(reason)}s`;
  return `${what}: monthly rates, ${windowOf(study)}${labelOf(study)}`;
}

/** First and last month of a study. */
export function windowOf({ firstMonth, lastMonth }: TerminationExperience): string {
  return `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`;
}

/** Says in a title when data are synthetic. */
export function labelOf({ isSynthetic }: TerminationExperience): string {
  return syntheticLabel(isSynthetic);
}
