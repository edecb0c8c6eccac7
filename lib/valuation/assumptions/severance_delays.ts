import { delayBySeverance } from "@jkp/entitlement";
import { percent } from "@jkp/exhibit";
import { type Rules, severanceMonths, type SeverancePractice } from "@jkp/scheme";

/** Part of the laid off, and the months by which severance pay delays their benefit. */
export interface SeveranceDelay {
  readonly share: number;
  readonly months: number;
}

/** Nobody's benefit is delayed. */
export const NO_DELAY: SeveranceDelay = { share: 1, months: 0 };

/** Years of service from which the law's severance pay does not grow any more. */
const LONGEST_SERVICE_YEARS = 8;

/** Whether severance pay delays benefits, and what delays them is known. */
export function isDelayValued(
  { severance, currency }: Pick<Rules, "severance" | "currency">,
  practice: SeverancePractice | undefined,
): practice is SeverancePractice {
  return severance?.effect === "delay" && severance.above === null &&
    practice?.currency === currency;
}

/**
 * The laid off by the months that severance pay delays their benefit. Who is paid has the
 * practice's share of what the law gives for the years of service; these are those of
 * leavers at a steady termination rate who have the months that the rules want.
 */
export function severanceDelays(
  rules: Pick<Rules, "severance" | "currency" | "qualifying">,
  practice: SeverancePractice | undefined,
  terminationRatePerMonth: number,
): SeveranceDelay[] {
  if (!isDelayValued(rules, practice)) return [NO_DELAY];
  const { receivedShare, paidShareOfDue } = practice;
  const stayedFor = (years: number) =>
    (1 - terminationRatePerMonth) **
      Math.max(0, 12 * years - rules.qualifying.contributionMonths);
  const shares = new Map([[0, 1 - receivedShare]]);
  for (let years = 0; years <= LONGEST_SERVICE_YEARS; years++) {
    const longer = years === LONGEST_SERVICE_YEARS ? 0 : stayedFor(years + 1);
    const months = delayBySeverance(rules, paidShareOfDue * severanceMonths(years), 1);
    const share = receivedShare * (stayedFor(years) - longer);
    shares.set(months, (shares.get(months) ?? 0) + share);
  }
  return [...shares].map(([months, share]) => ({ months, share }))
    .filter(({ share }) => share > 0);
}

/** How delays by severance pay were taken, in words. */
export function severanceBasis(
  rules: Pick<Rules, "severance" | "currency">,
  practice: SeverancePractice | undefined,
): string[] {
  if (!isDelayValued(rules, practice)) return [];
  const { receivedShare, paidShareOfDue, source } = practice;
  return [
    `Severance pay: ${percent(receivedShare, 0)} of the laid off are paid ` +
    `${percent(paidShareOfDue, 0)} of what Law 13/2003 gives (${source}); service at a ` +
    "steady termination rate, a month of pay is one of reference wages",
  ];
}
