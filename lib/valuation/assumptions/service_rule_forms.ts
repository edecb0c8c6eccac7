import type { ServiceRule } from "@jkp/spells";

/** Months before the claim in which a statistics extract counts service. */
const EXTRACT_WINDOW = 24;

/** Months of service as a statistics extract counts them. */
export function countedRule(months: number): ServiceRule {
  return { months, withinMonths: EXTRACT_WINDOW };
}

/** A rule of service without its months in a row. */
export function withoutRow({ months, withinMonths }: ServiceRule): ServiceRule {
  return { months, withinMonths };
}
