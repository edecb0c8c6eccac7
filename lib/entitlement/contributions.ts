import type { Financing, Recomposition, RiskLevel } from "@jkp/scheme";

/**
 * The contribution rate of all payers together.
 *
 * @param financing Who pays what.
 * @returns A fraction of wages; 0 where the rules have no rates.
 *
 * @example JKP: 0.22 per cent from the State, 0.24 from employers
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { contributionRate } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { financing } = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
 * assertAlmostEquals(contributionRate(financing), 0.0046);
 * ```
 */
export function contributionRate(
  { total, employee, employer, government }: Pick<
    Financing,
    "total" | "employee" | "employer" | "government"
  >,
): number {
  return total ?? employee + employer + government;
}

/** One of a worker's jobs in a month, paid by the day. */
export interface DailyJob {
  readonly employer: string;
  /** Currency a day. */
  readonly dailyWage: number;
  readonly daysWorked: number;
  /** Whether it is the main workplace. */
  readonly isMain: boolean;
}

/** Contributions of a month on one job, in currency. */
export interface JobContribution {
  readonly employer: string;
  /** Days on which contributions are charged. */
  readonly daysCharged: number;
  readonly byEmployer: number;
  readonly byEmployee: number;
  readonly byGovernment: number;
  /** What the employer would pay on the days worked. */
  readonly byEmployerOnDaysWorked: number;
}

/**
 * Contributions of a month for a worker paid by the day, with one or more employers.
 *
 * @param financing Rates as fractions, which employers contribute, and days charged.
 * @param jobs The worker's jobs in the month.
 * @param options `ceiling`: of the earnings charged on each job, in currency a month;
 * none by default.
 * @returns Contributions by job.
 * @throws {RangeError} If a wage or the days are negative, or a main workplace is wanted
 * and not exactly one is named.
 * @see ILO (2023), Unemployment insurance in Indonesia, Box 1.
 *
 * @example One day's work is charged as 25
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { jobContributions } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { financing } = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
 * const job = { employer: "A", dailyWage: 100_000, daysWorked: 1, isMain: true };
 * const [charged] = jobContributions(financing, [job]);
 * assertAlmostEquals(charged!.byEmployer, 0.0024 * 25 * 100_000);
 * assertAlmostEquals(charged!.byEmployerOnDaysWorked, 240);
 * ```
 */
export function jobContributions(
  financing: Pick<
    Financing,
    "employer" | "employee" | "government" | "employers" | "daysCharged"
  >,
  jobs: readonly DailyJob[],
  options: { readonly ceiling?: number } = {},
): JobContribution[] {
  const { ceiling = Infinity } = options;
  const mains = jobs.filter(({ isMain }) => isMain).length;
  if (financing.employers === "main" && jobs.length > 0 && mains !== 1) {
    throw new RangeError(
      `Cannot find contributions: one main workplace is wanted, got ${mains}`,
    );
  }
  return jobs.map(({ employer, dailyWage, daysWorked, isMain }) => {
    if (!(dailyWage >= 0 && daysWorked >= 0)) {
      throw new RangeError(
        `Cannot find contributions of ${employer}: a wage and days of 0 or more are ` +
          `wanted, got ${dailyWage} and ${daysWorked}`,
      );
    }
    const pays = financing.employers === "every" || isMain;
    const daysCharged = pays ? financing.daysCharged ?? daysWorked : 0;
    const charged = Math.min(ceiling, dailyWage * daysCharged);
    return {
      employer,
      daysCharged,
      byEmployer: financing.employer * charged,
      byEmployee: financing.employee * charged,
      byGovernment: financing.government * charged,
      byEmployerOnDaysWorked: financing.employer * dailyWage * daysWorked,
    };
  });
}

/**
 * Rates of employment injury (JKK) and death (JKm) before and after recomposition, as
 * fractions of the wage.
 */
export interface RecomposedRates {
  readonly risk: RiskLevel;
  readonly jkkBefore: number;
  readonly jkkAfter: number;
  readonly jkmBefore: number;
  readonly jkmAfter: number;
  /** What is moved to unemployment insurance. */
  readonly moved: number;
}

/**
 * What is left of the JKK and JKm rates when part of them goes to JKP.
 *
 * @param recomposition Rates before, and the parts moved, as fractions of the wage.
 * @returns Rates by risk level, as fractions of the wage.
 * @see ILO (2023), Unemployment insurance in Indonesia, section 2.8 and Table 3.
 *
 * @example Very low risk: 0.14 points of JKK and 0.10 of JKm go to JKP
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { recomposedRates } from "@jkp/entitlement";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { recomposition } = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
 * const rates = recomposedRates(recomposition!)[0]!;
 * assertAlmostEquals(rates.jkkBefore - rates.jkkAfter, 0.0014);
 * assertAlmostEquals(rates.jkmBefore - rates.jkmAfter, 0.0010);
 * assertAlmostEquals(rates.moved, 0.0024);
 * ```
 */
export function recomposedRates(recomposition: Recomposition): RecomposedRates[] {
  const { jkk, jkm, fromJkk, fromJkm } = recomposition;
  return (["very_low", "low", "moderate", "high", "very_high"] as const).map((risk) => ({
    risk,
    jkkBefore: jkk[risk],
    jkkAfter: jkk[risk] - fromJkk,
    jkmBefore: jkm,
    jkmAfter: jkm - fromJkm,
    moved: fromJkk + fromJkm,
  }));
}
