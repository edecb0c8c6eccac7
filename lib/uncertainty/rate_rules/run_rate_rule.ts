import { checkNumber, checkOptions } from "@jkp/problem";
import type { CostPaths } from "../cost_paths.ts";
import { pathRates } from "../costs/path_rates.ts";
import { checkAlike, checkCosts } from "./check_costs.ts";
import { checkRateRule } from "./check_rate_rule.ts";
import { outlookOf } from "./forecast.ts";
import { closingFund } from "./level_rate.ts";
import type { RateRule, StandardRate } from "./rate_rule.ts";
import type { RatesUnderRule } from "./rates_under_rule.ts";
import { type RuleMeasures, ruleMeasures } from "./rule_measures.ts";
import { type RuleSight, wantedRate } from "./wanted_rate.ts";

/** What came of a rule on many paths. */
export interface RateRuleOutcome extends RatesUnderRule {
  readonly rule: RateRule;
  readonly persistence: number;
  readonly measures: RuleMeasures;
}

const DOING = "run a rule that sets a rate";

/**
 * Sets a contribution rate by a rule, on each path year by year. At the start of a year the
 * rule sees the fund, and earnings, expenses and unemployment of the years before, of that
 * path; for the years to come it has one forecast, made from what is expected and from how far
 * the path's last cost rate was from it. It never sees what comes on its own path.
 *
 * @param rule The rule.
 * @param costs Costs on many paths.
 * @param expected The same scheme's costs as expected: one path, the point valuation.
 * @param options `persistence`: part of a departure from the expected cost rate that the
 * forecast takes to be left a year later, from 0 to below 1.
 * @returns Rates, fund and measures.
 * @throws {RangeError} If costs and expected costs are not of the same years, a figure is no
 * number, earnings are not above 0, or the persistence is out of range.
 * @see ILO (2021), section 4.4.
 *
 * @example Two hand-made years, no fund: Canada's rule pays 1 per cent for a cost of 1
 * ```ts
 * import { type CostPaths, runRateRule } from "@jkp/uncertainty";
 * import { readRateRule } from "@jkp/uncertainty/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const costs: CostPaths = {
 *   schemeName: "by hand",
 *   scenarioName: "base",
 *   firstYear: 2026,
 *   years: 2,
 *   paths: 1,
 *   insurableEarningsIdr: Float64Array.of(1e12, 1e12),
 *   benefitsIdr: Float64Array.of(9e9, 9e9),
 *   administrationIdr: Float64Array.of(1e9, 1e9),
 *   investmentReturn: Float64Array.of(0.05, 0.05),
 *   unemploymentRate: Float64Array.of(0.05, 0.05),
 *   openingIdr: 0,
 *   flows: "mid_year",
 *   reserveMultiple: 0,
 *   trialContributionRate: 0.01,
 * };
 * const canada = await readRateRule("canada");
 * const { contributionRate } = runRateRule(canada, costs, costs, { persistence: 0.5 });
 * assertAlmostEquals(contributionRate[1]!, 0.01, 1e-12);
 * ```
 */
export function runRateRule(
  rule: RateRule,
  costs: CostPaths,
  expected: CostPaths,
  options: { readonly persistence: number },
): RateRuleOutcome {
  checkOptions(DOING, options, ["persistence"]);
  const { persistence } = options;
  checkNumber(
    DOING,
    "a persistence from 0 to below 1",
    persistence,
    (each) => each >= 0 && each < 1,
  );
  checkRateRule(DOING, rule);
  checkCosts(DOING, "costs", costs);
  checkCosts(DOING, "expected costs", expected);
  checkAlike(DOING, costs, expected);
  const sight: RuleSight = {
    ...outlookOf(expected, persistence),
    flows: costs.flows,
    standards: standardRates(expected),
  };
  const rates = setRates(rule, costs, sight);
  const asExpected = setRates(rule, expected, sight);
  return {
    rule,
    persistence,
    ...rates,
    measures: ruleMeasures(rates, costs, { rates: asExpected, costs: expected }),
  };
}

/** The rates that rules may begin with: what is paid, and what would be suggested. */
function standardRates(expected: CostPaths): Record<StandardRate, number> {
  return {
    trial: expected.trialContributionRate,
    suggested: pathRates(expected).suggested[0]!,
  };
}

/** Rates and fund under a rule, path by path. */
function setRates(rule: RateRule, costs: CostPaths, sight: RuleSight): RatesUnderRule {
  const { firstYear, years, paths } = costs;
  const contributionRate = new Float64Array(paths * years);
  const fundIdr = new Float64Array(paths * years);
  const before = sight.standards[rule.rateBefore];
  const known = {
    count: 0,
    fundIdr: costs.openingIdr,
    rate: before,
    insurableEarningsIdr: new Float64Array(years),
    benefitsIdr: new Float64Array(years),
    expensesIdr: new Float64Array(years),
  };
  for (let path = 0; path < paths; path++) {
    // Filled only as years pass, so that no rule can look ahead, nor at other paths.
    known.count = 0;
    known.fundIdr = costs.openingIdr;
    known.rate = before;
    known.insurableEarningsIdr.fill(NaN);
    known.benefitsIdr.fill(NaN);
    known.expensesIdr.fill(NaN);
    for (let year = 0; year < years; year++) {
      const at = path * years + year;
      const rate = isReview(rule, year)
        ? withinLimits(rule, wantedRate(rule, known, sight), known)
        : known.rate;
      const earningsIdr = costs.insurableEarningsIdr[at]!;
      const expensesIdr = costs.benefitsIdr[at]! + costs.administrationIdr[at]!;
      const flowIdr = rate * earningsIdr - expensesIdr;
      const yearly = costs.investmentReturn[at]!;
      const closingIdr = closingFund(known.fundIdr, flowIdr, yearly, costs.flows);
      contributionRate[at] = rate;
      fundIdr[at] = closingIdr;
      known.count = year + 1;
      known.fundIdr = closingIdr;
      known.rate = rate;
      known.insurableEarningsIdr[year] = earningsIdr;
      known.benefitsIdr[year] = costs.benefitsIdr[at]!;
      known.expensesIdr[year] = expensesIdr;
    }
  }
  return { firstYear, years, paths, contributionRate, fundIdr };
}

function isReview({ reviewYears }: RateRule, year: number): boolean {
  return reviewYears === null ? year === 0 : year % reviewYears === 0;
}

/** Limits of change against the last year's rate, then the least and most of a rate. */
function withinLimits(
  { largestChange, firstYearLimit, lowest, highest }: RateRule,
  wanted: number,
  known: { readonly count: number; readonly rate: number },
): number {
  const isFirst = known.count === 0;
  const isFreeUp = largestChange === null || isFirst && firstYearLimit === "none";
  const isFreeDown = largestChange === null || isFirst && firstYearLimit !== "both";
  const most = isFreeUp ? Infinity : known.rate + largestChange;
  const least = isFreeDown ? -Infinity : known.rate - largestChange;
  return Math.min(highest, Math.max(lowest, Math.min(most, Math.max(least, wanted))));
}
