import { recomposedRates } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";

/** Membership in large and medium enterprises, which Table 1 (2023) prints as one. */
export function largeAndMedium({ coverage }: Rules): string | null {
  const { large, medium } = coverage.enterprises;
  return large === medium ? large : `large ${large}, medium ${medium}`;
}

/** Whether workers or employers pay for a scheme. */
export function isContributory({ financing }: Rules): boolean {
  return financing.employee + financing.employer > 0;
}

/** Contributions for a further claim: as for the first, if nothing else is said. */
export function recordForNextClaim({ repeatClaims, qualifying }: Rules) {
  return {
    contributionMonths: repeatClaims.contributionMonths ?? qualifying.contributionMonths,
    windowMonths: repeatClaims.windowMonths ?? qualifying.windowMonths,
  };
}

/** Rates of JKK and JKm before and after, by risk. */
export function recomposed({ recomposition }: Rules) {
  if (recomposition === null) return null;
  return Object.fromEntries(
    recomposedRates(recomposition).map((rates) => [rates.risk, rates]),
  );
}
