import { DAYS_PER_MONTH } from "@jkp/month";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";

/** Months by which the general waiting period shifts every payment. */
export function waitingShift(
  { waitingPeriodDays, choices }: Pick<
    ValuationAssumptions,
    "waitingPeriodDays" | "choices"
  >,
): number {
  return choices.waitingPeriod === "ignored" ? 0 : waitingPeriodDays / DAYS_PER_MONTH;
}
