import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import {
  exhaustionYear,
  type ExpenseBasis,
  fundTerms,
  type FundYear,
  rollForward,
  solveContributionRate,
} from "./fund.ts";
import { type MonthlyProjection, projectPeriods, type RulePeriod } from "./projection.ts";
import { type TrialRate, trialRatesByYear, trialRatesOf } from "./trial_rates.ts";
import { costOfTransition, type TransitionalCost } from "./transition.ts";
import { gatherYears, type ProjectionYear } from "./cost_by_year.ts";

/** What a valuation finds for one set of expenses to meet. */
export interface FinancingResult {
  /**
   * Contribution rate that ends with the reserve of the terms, a fraction of insurable
   * earnings.
   */
  readonly suggestedRate: number;
  /** Contribution rate that ends with nothing, a fraction of insurable earnings. */
  readonly minimumRate: number;
  /** Year the fund runs out at the trial rate; `null` for never. */
  readonly exhaustionYear: number | null;
  /** What the solver left over, as a fraction of the last year's insurable earnings. */
  readonly residual: number;
}

/** A valuation of one scheme under one scenario. */
export interface Valuation {
  readonly assumptions: ValuationAssumptions;
  /** Rules and the months from which they hold; the first are those of the assumptions. */
  readonly periods: readonly RulePeriod[];
  readonly months: MonthlyProjection;
  readonly years: readonly ProjectionYear[];
  readonly financing: { readonly [Basis in ExpenseBasis]: FinancingResult };
  /** Rates at which the fund is tried after the first, each from its month on, if any. */
  readonly laterTrialRates?: readonly TrialRate[];
  /** `null` where the terms name no workers of a transition. */
  readonly transition: TransitionalCost | null;
}

/**
 * Runs a valuation: projects the scheme, solves its contribution rates, finds when its fund
 * runs out, and costs the transition.
 *
 * @param assumptions What to compute from.
 * @returns The valuation, each stage a plain value.
 * @throws {DataError} With everything that is wrong with the assumptions: a key that is
 * missing or unknown, a value out of its range or in another unit.
 * @throws {OutsideModelError} If the equations do not hold for them: the whole covered
 * labour force out of work, more beneficiaries than unemployed, nobody paid.
 * @throws {NoSignChangeError} If no contribution rate from 0 to 1 meets the reserve.
 * @see ILO (2021), sections 3.3 and 3.5.3, Table 3.7.
 *
 * @example The report's base scenario: 1.35 per cent suggested, 1.08 at least
 * ```ts
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { financing } = valueAssumptions(await reportAssumptions("base"));
 * const { suggestedRate, minimumRate } = financing.benefit_and_administrative;
 * assertAlmostEquals(suggestedRate, 0.0135, 0.00005);
 * assertAlmostEquals(minimumRate, 0.0108, 0.00005);
 * ```
 */
export function valueAssumptions(assumptions: ValuationAssumptions): Valuation {
  return valuePeriods([{ from: -Infinity, assumptions }]);
}

/**
 * Values a scheme whose rules change, with one level contribution rate for all its years;
 * economy, members and the terms of the valuation are those of the first period.
 *
 * @throws {RangeError} If there is no period, or they are not in order.
 * @throws {NoSignChangeError} If no contribution rate from 0 to 1 meets the reserve.
 */
export function valuePeriods(periods: readonly RulePeriod[]): Valuation {
  const months = projectPeriods(periods);
  const { assumptions } = periods[0]!;
  const years = gatherYears(assumptions, months);
  const trialRates = trialRatesOf(periods);
  const contributionRate = trialRatesByYear(trialRates, years, months, assumptions);
  const finance = (expenseBasis: ExpenseBasis): FinancingResult => {
    const terms = fundTerms(assumptions, expenseBasis);
    const { terms: { reserveMultiple } } = assumptions;
    const suggested = solveContributionRate(years, reserveMultiple, terms);
    const minimum = solveContributionRate(years, 0, terms);
    return {
      suggestedRate: suggested.root,
      minimumRate: minimum.root,
      exhaustionYear: exhaustionYear(rollForward(years, { ...terms, contributionRate })),
      residual: Math.max(Math.abs(suggested.residual), Math.abs(minimum.residual)),
    };
  };
  return {
    assumptions,
    periods,
    months,
    years,
    financing: {
      benefit_only: finance("benefit_only"),
      benefit_and_administrative: finance("benefit_and_administrative"),
    },
    transition: assumptions.terms.transition === null
      ? null
      : costOfTransition(assumptions, years, assumptions.terms.transition),
    ...(trialRates.length === 1 ? {} : { laterTrialRates: trialRates.slice(1) }),
  };
}

/**
 * The fund under the rate that meets all expenses and ends with the reserve of the terms.
 *
 * @param valuation The valuation.
 * @returns One row a year.
 * @see ILO (2021), section 3.2.6.
 *
 * @example Two years' expenses at the end
 * ```ts
 * import { fundAtSuggestedRate, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const fund = fundAtSuggestedRate(valueAssumptions(await reportAssumptions("base")));
 * assertAlmostEquals(fund.at(-1)!.reserveRatio!, 2, 1e-9);
 * ```
 */
export function fundAtSuggestedRate(valuation: Valuation): FundYear[] {
  const { years, financing, assumptions } = valuation;
  const contributionRate = financing.benefit_and_administrative.suggestedRate;
  return rollForward(years, { ...fundTerms(assumptions), contributionRate });
}

/**
 * The fund under the rates that it is tried at: of a scheme that runs, those that are paid.
 *
 * @param valuation The valuation.
 * @returns One row a year.
 *
 * @example The report's base scenario at one per cent: overdrawn in 2024
 * ```ts
 * import { exhaustionYear, fundAtTrialRates, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const fund = fundAtTrialRates(valueAssumptions(await reportAssumptions("base")));
 * assertEquals(exhaustionYear(fund), 2024);
 * ```
 */
export function fundAtTrialRates(valuation: Valuation): FundYear[] {
  const { years, months, assumptions, laterTrialRates = [] } = valuation;
  const rates = [
    { from: -Infinity, rate: assumptions.trialContributionRate },
    ...laterTrialRates,
  ];
  const contributionRate = trialRatesByYear(rates, years, months, assumptions);
  return rollForward(years, { ...fundTerms(assumptions), contributionRate });
}
