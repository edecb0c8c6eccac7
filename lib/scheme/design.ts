import { dataFile, parseToml, readText } from "@jkp/files";
import type { Month } from "@jkp/month";
import { type Problem, throwIfAny } from "@jkp/problem";
import { DesignFile } from "./design_file.ts";

/** What a scheme's law says, as far as the valuation needs it. */
export interface Design {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Who is covered, in words. */
  readonly coverage: string;
  /** Which ends of employment are covered, in words. */
  readonly contingency: string;
  /** Contributions needed, within the window before the claim. */
  readonly qualifying: {
    readonly contributionMonths: number;
    readonly windowMonths: number;
  };
  readonly insurableEarnings: {
    /** What counts as earnings, in words. */
    readonly definition: string;
    readonly ceilingIdrPerMonth: number;
    /** Year whose ceiling is given; later years follow the ceiling's index. */
    readonly ceilingYear: number;
  };
  /** Months before the claim over which average monthly earnings (AME) are taken. */
  readonly averageEarningsMonths: number;
  /** Benefit as a fraction of AME. */
  readonly benefitRate: number;
  readonly maximumDurationMonths: number;
  readonly waitingPeriodDays: number;
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
 * Reads a design: one of the project's by name, or a TOML file by path.
 *
 * @param nameOrPath `proposed_2021`, or a path ending in `.toml`.
 * @returns The design, with fractions for the file's per cents.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example The design that the report values
 * ```ts
 * import { readDesign } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const design = await readDesign("proposed_2021");
 * assertEquals(design.benefitRate, 0.5);
 * assertEquals(design.maximumDurationMonths, 6);
 * ```
 */
export async function readDesign(nameOrPath: string): Promise<Design> {
  const path = dataFile("designs", nameOrPath);
  return parseDesign(path, await readText(path));
}

/**
 * Turns the text of a design file into a design.
 *
 * @param file Name of the file, for messages.
 * @param text TOML text.
 * @returns The design.
 * @throws {DataError} With everything that is wrong: unknown keys, values out of range,
 * rules that cannot hold together.
 *
 * @example An empty file
 * ```ts
 * import { parseDesign } from "@jkp/scheme";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => parseDesign("empty.toml", ""), DataError, "benefit");
 * ```
 */
export function parseDesign(file: string, text: string): Design {
  const content = parseToml(file, text, DesignFile);
  const { qualifying, insurable_earnings, benefit, financing, transition } = content;
  const problems: Problem[] = [];
  if (qualifying.contribution_months > qualifying.window_months) {
    problems.push({
      file,
      place: "qualifying.contribution_months",
      expected: `at most the window of ${qualifying.window_months} months`,
      received: String(qualifying.contribution_months),
    });
  }
  if (financing.first_benefit_month < financing.first_contribution_month) {
    problems.push({
      file,
      place: "financing.first_benefit_month",
      expected: "a month not before the first contribution month",
    });
  }
  throwIfAny(problems);
  return {
    name: content.name,
    title: content.title,
    source: content.source,
    coverage: content.coverage.text,
    contingency: content.contingency.text,
    qualifying: {
      contributionMonths: qualifying.contribution_months,
      windowMonths: qualifying.window_months,
    },
    insurableEarnings: {
      definition: insurable_earnings.text,
      ceilingIdrPerMonth: insurable_earnings.ceiling_idr_per_month,
      ceilingYear: insurable_earnings.ceiling_year,
    },
    averageEarningsMonths: content.reference_wage.average_months,
    benefitRate: benefit.rate_pct / 100,
    maximumDurationMonths: benefit.maximum_duration_months,
    waitingPeriodDays: benefit.waiting_period_days,
    firstContributionMonth: financing.first_contribution_month,
    firstBenefitMonth: financing.first_benefit_month,
    projectionYears: financing.projection_years,
    reserveMultiple: financing.reserve_multiple,
    trialContributionRate: financing.trial_contribution_rate_pct / 100,
    transition: {
      jhtWorkers: transition.jht_workers,
      jhtAndJkkWorkers: transition.jht_and_jkk_workers,
    },
  };
}
