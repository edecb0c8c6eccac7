import { sumSimple } from "simple-statistics";
import { durationRange } from "./duration_range.ts";
import type { Rules } from "./rules/scheme.ts";

/**
 * Severance pay in months of pay: for less than 1, 2, 3 … years of service, and the last
 * for all longer service.
 *
 * @see Law 13/2003 concerning Manpower, article 156, as in force in 2020.
 */
const SEVERANCE_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Contribution to old-age savings (JHT) as fractions of the wage. */
export interface JhtContribution {
  readonly employer: number;
  readonly employee: number;
}

/** The rules that decide how much unemployment insurance pays. */
type InsuringRules = Pick<Rules, "benefit" | "duration" | "qualifying">;

/** What a dismissed worker can draw, in months of the earnings before. */
export interface TerminationPackage {
  readonly severance: number;
  /** Lump sum of the savings account. */
  readonly jht: number;
  /** Unemployment insurance, paid for the longest duration. */
  readonly unemploymentInsurance: number;
  readonly total: number;
}

/**
 * Severance pay by years of service.
 *
 * @param years Years of service, not necessarily whole.
 * @returns Months of pay.
 * @throws {RangeError} If the years are no number of 0 or more.
 * @see Law 13/2003 concerning Manpower, article 156.
 *
 * @example Half a year, one year, almost five, and thirty
 * ```ts
 * import { severanceMonths } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([0.5, 1, 4.9, 30].map(severanceMonths), [1, 2, 5, 9]);
 * ```
 */
export function severanceMonths(years: number): number {
  if (!(years >= 0)) {
    throw new RangeError(
      `Cannot find severance pay: years of service from 0 are wanted, got ${years}`,
    );
  }
  return SEVERANCE_MONTHS[Math.floor(Math.min(years, SEVERANCE_MONTHS.length - 1))]!;
}

/**
 * Savings in a JHT account, in months of earnings.
 *
 * The account is taken to earn what the member's earnings grow by, so that it is the
 * contributions of all months at today's earnings.
 *
 * @param years Years of service with contributions.
 * @param contribution Rates as fractions of the wage.
 * @returns Months of earnings.
 * @see ILO (2021), section 4.3 and the note of figure 4.1.
 *
 * @example The JHT rates, 3.7 and 2 per cent, over ten years
 * ```ts
 * import { jhtSavingsMonths } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const months = jhtSavingsMonths(10, { employer: 0.037, employee: 0.02 });
 * assertAlmostEquals(months, 0.057 * 120);
 * ```
 */
export function jhtSavingsMonths(years: number, contribution: JhtContribution): number {
  return 12 * years * (contribution.employer + contribution.employee);
}

/**
 * The most that a scheme pays for one spell of unemployment, in months of earnings.
 *
 * @param rules Its benefit, longest duration and contributions needed.
 * @param years Years of service with contributions, without a break.
 * @returns Months of earnings below the ceiling; 0 before the contributions needed.
 * @throws {RangeError} If the benefit follows wage bands: it is no share of all wages then.
 * @see ILO (2021), footnote 31.
 *
 * @example The proposal: half of six months after a year of contributions
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt, unemploymentInsuranceMonths } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * assertEquals(unemploymentInsuranceMonths(rules, 0.5), 0);
 * assertEquals(unemploymentInsuranceMonths(rules, 1), 3);
 * ```
 */
export function unemploymentInsuranceMonths(rules: InsuringRules, years: number): number {
  const { benefit, qualifying } = rules;
  if (12 * years < qualifying.contributionMonths) return 0;
  const { longest } = durationRange(rules);
  switch (benefit.kind) {
    case "flat":
      return benefit.rate * longest;
    case "tapered":
      return sumSimple(benefit.rates.slice(0, longest));
    case "graded":
      throw new RangeError(
        "Cannot find unemployment insurance in months of earnings: a flat or a tapered " +
          "benefit is wanted, got one by wage bands",
      );
  }
}

/**
 * What a worker dismissed after some years can draw, in months of the earnings before.
 *
 * @param rules Those of the unemployment insurance.
 * @param contribution The contribution to JHT.
 * @param years Years of service, without a break.
 * @returns Severance pay, JHT savings, unemployment insurance and their sum.
 * @throws {RangeError} If the years are no number of 0 or more.
 * @see ILO (2021), section 4.3 and figure 4.1.
 *
 * @example After five years, in months of earnings
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt, terminationPackage } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const contribution = { employer: 0.037, employee: 0.02 };
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const drawn = terminationPackage(rules, contribution, 5);
 * assertAlmostEquals(drawn.total, 6 + 0.057 * 60 + 3); // severance, JHT, insurance
 * ```
 */
export function terminationPackage(
  rules: InsuringRules,
  contribution: JhtContribution,
  years: number,
): TerminationPackage {
  const severance = severanceMonths(years);
  const jht = jhtSavingsMonths(years, contribution);
  const unemploymentInsurance = unemploymentInsuranceMonths(rules, years);
  return {
    severance,
    jht,
    unemploymentInsurance,
    total: severance + jht + unemploymentInsurance,
  };
}
