import { monthRange } from "@jkp/month";
import type { monitorSeries } from "@jkp/experience";
import { mainRole, type ValuationBasis } from "@jkp/valuation";
import { sumSimple } from "simple-statistics";
import { contributionRateOf } from "../actual_expected/capped_wage.ts";
import { type Expected, expectedOf } from "../actual_expected/expected.ts";
import type { Span } from "../actual_expected/facts.ts";

/** How series are monitored: coverage of limits, reference value, decision interval. */
export type LimitOptions = NonNullable<Parameters<typeof monitorSeries>[1]>;

/** What a valuation expects of some months, all of them together. */
export interface ExpectedSums extends Expected {
  readonly wagesIdr: number;
  readonly contributionsIdr: number;
  /** Beneficiaries of each month, added up. */
  readonly recipients: number;
}

/** What is expected of some months together, month by month; each is found once. */
export function sumsOf(
  assumed: Parameters<typeof expectedOf>[0],
): (span: Span) => ExpectedSums {
  const at = expectedOf(assumed);
  return ({ from, to }) => {
    const whole = at(from, to);
    const months = to - from + 1;
    const wages = monthRange(from, to).map((month) => {
      const { members, monthlyWageIdr } = at(month, month);
      return { month, idr: members * monthlyWageIdr };
    });
    return {
      ...whole,
      wagesIdr: sumSimple(wages.map(({ idr }) => idr)),
      contributionsIdr: sumSimple(
        wages.map(({ month, idr }) =>
          idr * contributionRateOf(assumed.rulesInTime, month)
        ),
      ),
      recipients: whole.beneficiaries * months,
    };
  };
}

/** Benefits expected of the wages that contributed: the expected cost rate times them. */
export function benefitsGiven(
  wagesIdr: number | undefined,
  expected: ExpectedSums,
): number | undefined {
  return wagesIdr === undefined
    ? undefined
    : wagesIdr * expected.benefitsIdr / expected.wagesIdr;
}

/** Where expected and actual are from. */
export function sourceOf(
  { file, schemes, inWords }: ValuationBasis,
  actual: string,
): string {
  return `JKP Lab: expected by ${file.name}, ${schemes[0]!.name}, ${inWords}; ${actual}.`;
}

/** What is expected, in words. */
export function basisOf(basis: ValuationBasis): string[] {
  return [
    `Expected: ${basis.file.name}, design ${basis.schemes[0]!.name}, ${
      mainRole(basis)
    } ` +
    "scenario, on the unemployment that it assumes.",
  ];
}
