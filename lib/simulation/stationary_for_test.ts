import { monthOf, valueInYear } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import { reportAssumptions } from "@jkp/valuation/read";
import type { ValuationAssumptions } from "@jkp/valuation";
import { assert } from "@std/assert";
import { stationaryAssumptions } from "./stationary_law_for_test.ts";

/** The base scenario standing still. */
export const STILL: ValuationAssumptions = stationaryAssumptions(
  await reportAssumptions("base"),
);

/** The same, with claimants who earn what members do. */
export const SAME_WAGES: ValuationAssumptions = {
  ...STILL,
  earnings: {
    ...STILL.earnings,
    claimantsIdr: {
      ...STILL.earnings.claimantsIdr,
      values: STILL.earnings.claimantsIdr.values.map(() =>
        valueInYear(STILL.earnings.membersIdr, STILL.earnings.baseYear.year)
      ),
    },
  },
};

/** The proposed design, which the closed form is of; it has no limit to further claims. */
export const PROPOSED: Rules = rulesAt(
  await readScheme("proposed_2021"),
  monthOf(2022, 1),
);

/** The proposed design with unbroken service before the end of employment, or nothing. */
export function withUnbrokenService(months: number): Rules {
  return {
    ...PROPOSED,
    name: `${months} months of unbroken service`,
    qualifying: {
      ...PROPOSED.qualifying,
      contributionMonths: months,
      windowMonths: Math.max(1, months),
      consecutiveMonths: null,
    },
    repeatClaims: { ...PROPOSED.repeatClaims, contributions: "whole_window" },
  };
}

/** Refuses an estimate that is vague, or further than three standard errors from a value. */
export function assertWithinThreeErrors(
  estimate: { readonly value: number; readonly standardError: number },
  expected: number,
) {
  assert(estimate.standardError > 0 && estimate.standardError < 0.02 * expected);
  const errors = (estimate.value - expected) / estimate.standardError;
  assert(
    Math.abs(errors) <= 3,
    `${estimate.value} is ${errors.toFixed(1)} standard errors from ${expected}`,
  );
}
