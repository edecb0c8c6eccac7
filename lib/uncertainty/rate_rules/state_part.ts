import { roundedPercent } from "@jkp/exhibit";
import { checkArgument, checkNumber, checkOptions } from "@jkp/problem";
import type { CostPaths } from "../cost_paths.ts";
import { checkCosts } from "./check_costs.ts";
import {
  type Estimate,
  meanEstimate,
  quantileEstimate,
  sortedValues,
} from "../estimates.ts";
import type { RatesUnderRule } from "./rates_under_rule.ts";
import { type Bearer, sharing, type splitRate } from "./split_rate.ts";

/** What the State pays in one year, rupiah, over all paths. */
export interface StatePartOfYear {
  readonly year: number;
  /** Its part of contributions, mean. */
  readonly contributionsIdr: Estimate;
  /** What it lends a fund that is below 0, beyond what it has lent before, mean. */
  readonly advancesIdr: Estimate;
  /** Both together. */
  readonly totalIdr: Estimate;
  /** Quantiles of both together. */
  readonly quantile5Idr: Estimate;
  readonly medianIdr: Estimate;
  readonly quantile95Idr: Estimate;
  /** What both together pass with the exceedance probability and no more. */
  readonly maximumIdr: Estimate;
}

/** How {@linkcode statePart} counts. */
export interface StatePartOptions {
  /** Chance, above 0 and below 1, that the State pays more than the maximum. */
  readonly exceedanceProbability: number;
  /**
   * Who bears what a rate is above or below the law's.
   * @default {"all"}
   */
  readonly bearer?: Bearer;
}

const DOING = "find the State's part";

/**
 * The State's part in rupiah by year, under rates on many paths: its part of contributions,
 * and what it lends the fund when that is below 0. A loan grows with the fund's return and is
 * paid back out of the fund; only what is lent anew counts in a year.
 *
 * @param rates Rates and fund, as `runRateRule` gives them.
 * @param costs The costs that they were set on.
 * @param rules The scheme's financing and recomposition.
 * @param options Chance of more than the maximum, and who bears changes of the rate.
 * @returns A row a year.
 * @throws {RangeError} If rates and costs are of other sizes, the law does not say who pays,
 * or the State pays a part of benefits, which is no part of the rate.
 *
 * @example The rate of JKP as it is: 22 of 36 rupiah of contributions are the State's
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { type CostPaths, runRateRule, statePart } from "@jkp/uncertainty";
 * import { readRateRule } from "@jkp/uncertainty/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const costs: CostPaths = {
 *   schemeName: "by hand",
 *   scenarioName: "base",
 *   firstYear: 2026,
 *   years: 1,
 *   paths: 1,
 *   insurableEarningsIdr: Float64Array.of(1e12),
 *   benefitsIdr: Float64Array.of(1e9),
 *   administrationIdr: Float64Array.of(0),
 *   investmentReturn: Float64Array.of(0.05),
 *   unemploymentRate: Float64Array.of(0.05),
 *   openingIdr: 0,
 *   flows: "mid_year",
 *   reserveMultiple: 0,
 *   trialContributionRate: 0.0036,
 * };
 * const rates = runRateRule(await readRateRule("as_it_is"), costs, costs, {
 *   persistence: 0.5,
 * });
 * const rules = rulesAt(await readScheme("jkp_2025"), monthOf(2026, 1));
 * const [first] = statePart(rates, costs, rules, { exceedanceProbability: 0.01 });
 * assertAlmostEquals(first!.contributionsIdr.value, 2.2e9, 1);
 * ```
 */
export function statePart(
  rates: RatesUnderRule,
  costs: CostPaths,
  rules: Parameters<typeof splitRate>[1],
  options: StatePartOptions,
): StatePartOfYear[] {
  checkOptions(DOING, options, ["exceedanceProbability", "bearer"]);
  const { exceedanceProbability, bearer = "all" } = options;
  const isChance = (each: number) => each > 0 && each < 1;
  checkNumber(
    DOING,
    "an exceedance probability above 0 and below 1",
    exceedanceProbability,
    isChance,
  );
  checkArgument(DOING, "rates, as runRateRule gives them", rates, [
    "contributionRate",
    "fundIdr",
  ]);
  checkCosts(DOING, "costs", costs);
  const { years, paths, contributionRate, fundIdr, firstYear } = rates;
  if (costs.years !== years || costs.paths !== paths) {
    throw new RangeError(
      `Cannot ${DOING}: costs on ${paths} paths of ${years} years are wanted, got ` +
        `${costs.paths} of ${costs.years}`,
    );
  }
  const split = sharing(rules, bearer);
  if (rules.financing.governmentOfBenefits > 0) {
    throw new RangeError(
      `Cannot ${DOING}: a State that pays a part of the rate alone is wanted, got one ` +
        `that pays ${
          roundedPercent(rules.financing.governmentOfBenefits, 4)
        } per cent of benefits`,
    );
  }
  return Array.from({ length: years }, (_, year) => {
    const contributions = new Float64Array(paths);
    const advances = new Float64Array(paths);
    for (let path = 0; path < paths; path++) {
      const at = path * years + year;
      contributions[path] = split(contributionRate[at]!).government *
        costs.insurableEarningsIdr[at]!;
      const before = year === 0 ? costs.openingIdr : fundIdr[at - 1]!;
      const owed = Math.max(0, -before) * (1 + costs.investmentReturn[at]!);
      advances[path] = Math.max(0, -fundIdr[at]! - owed);
    }
    const total = contributions.map((value, path) => value + advances[path]!);
    const sorted = sortedValues(total);
    return {
      year: firstYear + year,
      contributionsIdr: meanEstimate(contributions),
      advancesIdr: meanEstimate(advances),
      totalIdr: meanEstimate(total),
      quantile5Idr: quantileEstimate(sorted, 0.05),
      medianIdr: quantileEstimate(sorted, 0.5),
      quantile95Idr: quantileEstimate(sorted, 0.95),
      maximumIdr: quantileEstimate(sorted, 1 - exceedanceProbability),
    };
  });
}
