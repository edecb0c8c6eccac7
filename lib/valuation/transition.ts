import { valueInYear, type YearlyPath, yearOf } from "@jkp/month";
import { survivalAt, type SurvivalCurve } from "@jkp/survival";
import { sumSimple } from "simple-statistics";
import { checkAssumptions } from "./assumptions/check_assumptions.ts";
import { checkNumber } from "./assumptions/value_schemas.ts";
import { RANGES } from "./assumptions/ranges.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { benefitMonth } from "./benefit_months.ts";
import { allowancePattern } from "./reemployment_allowances.ts";
import type { ProjectionYear } from "./cost_by_year.ts";
import type { ValuationTerms } from "./valuation_terms.ts";

/** What paying benefits in the first year would cost. */
export interface TransitionalCost {
  readonly year: number;
  /** Benefits to JHT and JKK members in the year, rupiah. */
  readonly costIdr: number;
  /**
   * Addition to the contribution rate that pays for it over the projection, a fraction.
   */
  readonly additionalContributionRate: number;
}

/**
 * The cost of paying benefits in the year before anyone can qualify.
 *
 * The printed costs are proportional to terminations, relative earnings and insurable
 * earnings of the year, not to the monthly projection; so this is an annual formula:
 * terminations of the year × involuntary × eligible × mean number of payments × benefit.
 * The cost is financed over the projection by the JHT members' own contributions, from
 * the start of the year.
 *
 * @param assumptions What the valuation was computed from.
 * @param years The projection.
 * @returns The cost and the additional rate.
 * @throws {DataError} With everything that is wrong with the assumptions.
 * @throws {RangeError} If the terms name no workers of a transition.
 * @see ILO (2021), section 4.1, Table 4.1, footnote 30.
 *
 * @example The report's 13.8 trillion rupiah and 0.13 per cent, base scenario
 * ```ts
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions, transitionalCost } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { assumptions, years } = valueAssumptions(await reportAssumptions("base"));
 * const cost = transitionalCost(assumptions, years);
 * assertAlmostEquals(cost.costIdr / 1e12, 13.8, 0.05);
 * assertAlmostEquals(cost.additionalContributionRate, 0.0013, 0.00005);
 * ```
 */
export function transitionalCost(
  assumptions: ValuationAssumptions,
  years: readonly ProjectionYear[],
): TransitionalCost {
  checkAssumptions(assumptions);
  const { transition } = assumptions.terms;
  if (transition !== null) return costOfTransition(assumptions, years, transition);
  throw new RangeError(
    "Cannot cost the transition: its workers are wanted in the terms, got none",
  );
}

/** The same, of assumptions that are checked. */
export function costOfTransition(
  assumptions: ValuationAssumptions,
  years: readonly ProjectionYear[],
  { jhtWorkers, jhtAndJkkWorkers }: NonNullable<ValuationTerms["transition"]>,
): TransitionalCost {
  const { terms, choices, earnings, followsUnemployment: follows = true } = assumptions;
  const year = yearOf(terms.firstContributionMonth);
  const round = choices.transitionalFactors === "as_printed"
    ? (value: number, unit: number) => Math.round(value / unit) * unit
    : (value: number) => value;
  const terminations = 12 * valueInYear(assumptions.members, year) *
    round(assumptions.terminationRatePerMonth, 0.001) *
    (follows ? valueInYear(assumptions.unemploymentRate, year) : 1) /
    (follows ? assumptions.referenceUnemploymentRate : 1) *
    relativityIn(assumptions.terminationRelativity, year);
  const claims = terminations * assumptions.involuntaryShare *
    round(assumptions.eligibleShare, 0.01) *
    relativityIn(assumptions.entitledRelativity, year);
  const paymentMonths = round(
    expectedPayments(assumptions.survival, assumptions.maximumDurationMonths),
    0.5,
  );
  const benefitIdr = relativeBenefit(assumptions, year) * assumptions.benefitRate *
    round(earnings.claimantRelativity, 0.01) *
    valueInYear(earnings.membersIdr, year);
  const costOfMembersIdr = claims * paymentMonths * benefitIdr;

  let accumulatedCost = costOfMembersIdr;
  let accumulatedEarnings = 0;
  for (const { investmentReturn, insurableEarningsIdr } of years) {
    accumulatedCost *= 1 + investmentReturn;
    accumulatedEarnings = accumulatedEarnings * (1 + investmentReturn) +
      insurableEarningsIdr;
  }
  return {
    year,
    costIdr: costOfMembersIdr * jhtAndJkkWorkers / jhtWorkers,
    additionalContributionRate: accumulatedCost / accumulatedEarnings,
  };
}

/** A ratio to the base year, which is 1 where nothing moves. */
function relativityIn(path: YearlyPath | undefined, year: number): number {
  return path === undefined ? 1 : valueInYear(path, year);
}

/**
 * Benefits of all months of benefit and allowances, as a multiple of what they were if all
 * months were alike.
 */
function relativeBenefit(assumptions: ValuationAssumptions, year: number): number {
  const { survival, maximumDurationMonths, benefitMonths } = assumptions;
  if (benefitMonths === undefined) return 1;
  let paid = 0;
  for (let month = 0; month < maximumDurationMonths; month++) {
    const { paidShare, relativeBenefit } = benefitMonth(benefitMonths, month)!;
    paid += survivalAt(survival, month) * paidShare * valueInYear(relativeBenefit, year);
  }
  const allowances = sumSimple(
    allowancePattern(assumptions).map((path) => valueInYear(path, year)),
  );
  return (paid + allowances) / expectedPayments(survival, maximumDurationMonths);
}

/**
 * The mean number of monthly payments: one in each month that begins in unemployment.
 *
 * @param survival Probability of still being unemployed, by months.
 * @param maximumMonths Maximum number of payments.
 * @returns The mean, in months.
 * @throws {DataError} If the maximum is no whole number of months from 1 to 72.
 * @see ILO (2021), section 3.2.2: 5.5 of 6 months and 10 of 12.
 *
 * @example The report's averages: 5.5 of at most 6 months, 10 of at most 12
 * ```ts
 * import { expectedPayments } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { survival } = await reportAssumptions("base");
 * assertAlmostEquals(expectedPayments(survival, 6), 5.5, 0.05);
 * assertAlmostEquals(expectedPayments(survival, 12), 10, 0.05);
 * ```
 */
export function expectedPayments(survival: SurvivalCurve, maximumMonths: number): number {
  checkNumber("maximumMonths", maximumMonths, RANGES.maximumDurationMonths);
  let payments = 0;
  for (let month = 0; month < maximumMonths; month++) {
    payments += survivalAt(survival, month);
  }
  return payments;
}
