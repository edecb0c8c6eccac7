import { dataFile, parseToml, readText } from "@jkp/files";
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
 * Reads the terms of a valuation: one of the project's by name, or a TOML file by path.
 *
 * @param nameOrPath A file of `data/valuation`, or a path ending in `.toml`.
 * @returns The terms, with a fraction for the file's per cent.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example The report projects ten years and wants two years' expenses in reserve
 * ```ts
 * import { readValuationTerms } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const { projectionYears, reserveMultiple } = await readValuationTerms();
 * assertEquals([projectionYears, reserveMultiple], [10, 2]);
 * ```
 */
export async function readValuationTerms(
  nameOrPath = "report_2021",
): Promise<ValuationTerms> {
  const path = dataFile("valuation", nameOrPath);
  return parseValuationTerms(path, await readText(path));
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
 * import { lastProjectedMonth, readValuationTerms } from "@jkp/scheme";
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
 * Turns the text of a file of valuation terms into terms.
 *
 * @param file Name of the file, for messages.
 * @param text TOML text.
 * @returns The terms.
 * @throws {DataError} With everything that is wrong: unknown keys, missing sources, values
 * out of range, benefits before contributions.
 *
 * @example An empty file
 * ```ts
 * import { parseValuationTerms } from "@jkp/scheme";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => parseValuationTerms("empty.toml", ""), DataError, "calendar");
 * ```
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
