import { parseToml } from "@jkp/files";
import type { Month } from "@jkp/month";
import { ValuationTermsFile } from "./valuation_terms_file.ts";

/** The terms on which schemes are valued: no law has them. */
export interface ValuationTerms {
  readonly firstContributionMonth: Month;
  readonly firstBenefitMonth: Month;
  readonly projectionYears: number;
  /** Reserve wanted at the end, in years of the last year's total expenses. */
  readonly reserveMultiple: number;
  /** Contribution rate, a fraction, at which it is asked when the fund runs out. */
  readonly trialContributionRate: number;
  /** Workers covered at the start, for the cost of benefits in the first year. */
  readonly transition: {
    readonly jhtWorkers: number;
    readonly jhtAndJkkWorkers: number;
  };
}

/**
 * The last month of a projection.
 *
 * @param terms The terms of a valuation.
 * @returns The month.
 *
 * @example The report's ten years end with 2030
 * ```ts
 * import { formatMonth } from "@jkp/month";
 * import { lastProjectedMonth } from "@jkp/scheme";
 * import { readValuationTerms } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMonth(lastProjectedMonth(await readValuationTerms())), "2030-12");
 * ```
 */
export function lastProjectedMonth(
  { firstContributionMonth, projectionYears }: Pick<
    ValuationTerms,
    "firstContributionMonth" | "projectionYears"
  >,
): Month {
  return firstContributionMonth + 12 * projectionYears - 1;
}

/**
 * Turns TOML text into valuation terms; `file` is its name in messages.
 *
 * @throws {DataError} With everything that is wrong: unknown keys, missing sources,
 * values out of range, benefits before contributions.
 */
export function parseValuationTerms(file: string, text: string): ValuationTerms {
  const { calendar, reserve, trial, transition } = parseToml(
    file,
    text,
    ValuationTermsFile,
    ({ calendar: { first_benefit_month: paid, first_contribution_month: first } }) =>
      paid < first
        ? [{
          place: "calendar.first_benefit_month",
          expected: "a month not before the first contribution month",
        }]
        : [],
  );
  return {
    firstContributionMonth: calendar.first_contribution_month,
    firstBenefitMonth: calendar.first_benefit_month,
    projectionYears: calendar.projection_years,
    reserveMultiple: reserve.multiple,
    trialContributionRate: trial.contribution_rate_pct / 100,
    transition: {
      jhtWorkers: transition.jht_workers,
      jhtAndJkkWorkers: transition.jht_and_jkk_workers,
    },
  };
}
