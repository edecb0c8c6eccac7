import type { CostPaths } from "../cost_paths.ts";
import { type Estimate, valuesOf } from "../estimates.ts";
import {
  type Distribution,
  distributionOf,
  meanBeyond,
  quantileOf,
} from "./distribution.ts";
import { fundPaths, type PathRates, pathRates } from "./path_rates.ts";

/** Probabilities of the fans: the median, and pairs around it. */
export const FAN_PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Quantiles of a quantity year by year, as `fanFigure` draws them. */
export interface Fan {
  readonly years: readonly number[];
  /** By probability: a value a year. */
  readonly quantiles: Readonly<Record<number, readonly number[]>>;
}

/** What the next year's expenses may come to, rupiah. */
export interface ValueAtRisk {
  /** The first year in which benefits are paid. */
  readonly year: number;
  readonly mean: Estimate;
  readonly levels: readonly {
    readonly probability: number;
    readonly valueAtRiskIdr: Estimate;
    readonly tailValueAtRiskIdr: Estimate;
  }[];
}

/** Distributions of contribution rates over paths, fractions of insurable earnings. */
export type RateDistributions = { readonly [Name in keyof PathRates]: Distribution };

/**
 * Distributions of the suggested, the minimum and the break-even rate over paths.
 *
 * @param costs Costs by path.
 * @returns Rates as fractions of insurable earnings.
 *
 * @example Recessions only raise costs: on average more than 1.35 per cent
 * ```ts
 * import { pathDrawer, rateDistributions, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
 * assert(rateDistributions(costs).suggested.mean.value > 0.0135);
 * ```
 */
export function rateDistributions(costs: CostPaths): RateDistributions {
  const { suggested, minimum, breakEven } = pathRates(costs);
  return {
    suggested: distributionOf(suggested),
    minimum: distributionOf(minimum),
    breakEven: distributionOf(breakEven),
  };
}

/**
 * The level rate with which the fund is overdrawn at any time with a chosen probability: the
 * quantile of the minimum rates, since a rate keeps a path's fund just if it is no less.
 *
 * @param minimum Minimum rates over paths.
 * @param ruinProbability The probability, a fraction.
 * @returns The rate, a fraction of insurable earnings.
 *
 * @example A rate that is overdrawn in a tenth of the paths is above the 1.08 as assumed
 * ```ts
 * import { pathDrawer, rateDistributions, rateForRuin, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
 * const { minimum } = rateDistributions(costs);
 * assert(rateForRuin(minimum, 0.1).value > 0.0108);
 * ```
 */
export function rateForRuin(minimum: Distribution, ruinProbability: number): Estimate {
  return quantileOf(minimum, 1 - ruinProbability);
}

/**
 * Quantiles of the PAYG cost rate, benefits and administration over earnings, by year.
 *
 * @example Nine in ten paths of 2030 lie about its median
 * ```ts
 * import { pathDrawer, paygFan, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
 * const { years, quantiles } = paygFan(costs);
 * const [low, middle, high] = [0.05, 0.5, 0.95].map((at) => quantiles[at]!.at(-1)!);
 * assertEquals([years.at(-1), low! < middle!, middle! < high!], [2030, true, true]);
 * ```
 */
export function paygFan(costs: CostPaths): Fan {
  const { benefitsIdr, administrationIdr, insurableEarningsIdr } = costs;
  return fanOf(
    costs,
    valuesOf(
      benefitsIdr.length,
      (i) => (benefitsIdr[i]! + administrationIdr[i]!) / insurableEarningsIdr[i]!,
    ),
  );
}

/**
 * Quantiles of the fund at the end of each year under a rate that is paid, in rupiah.
 *
 * @param costs Costs by path.
 * @param contributionRate The rate, a fraction.
 *
 * @example At one per cent the median fund is overdrawn at the end
 * ```ts
 * import { fundFan, pathDrawer, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
 * assert(fundFan(costs, 0.01).quantiles[0.5]!.at(-1)! < 0);
 * ```
 */
export function fundFan(costs: CostPaths, contributionRate: number): Fan {
  return fanOf(costs, fundPaths(costs, contributionRate));
}

/**
 * Value at risk and tail value at risk of the expenses of the first year with benefits.
 *
 * @param costs Costs by path.
 * @param probabilities Levels, for example 0.95 and 0.99.
 *
 * @example Benefits begin in 2022; beyond a quantile lies more than the quantile
 * ```ts
 * import { pathDrawer, simulateCosts, valueAtRisk } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
 * const { year, levels: [level] } = valueAtRisk(costs, [0.9]);
 * assertEquals(year, 2022);
 * assert(level!.tailValueAtRiskIdr.value > level!.valueAtRiskIdr.value);
 * ```
 */
export function valueAtRisk(
  costs: CostPaths,
  probabilities: readonly number[] = [0.95, 0.99],
): ValueAtRisk {
  const { paths, years, firstYear, benefitsIdr, administrationIdr } = costs;
  const place = Array.from({ length: years }, (_, year) => year)
    .find((year) => benefitsIdr[year]! > 0)!;
  const expenses = distributionOf(
    valuesOf(paths, (path) => {
      const i = path * years + place;
      return benefitsIdr[i]! + administrationIdr[i]!;
    }),
  );
  return {
    year: firstYear + place,
    mean: expenses.mean,
    levels: probabilities.map((probability) => ({
      probability,
      valueAtRiskIdr: quantileOf(expenses, probability),
      tailValueAtRiskIdr: meanBeyond(expenses, probability),
    })),
  };
}

function fanOf({ paths, years, firstYear }: CostPaths, values: Float64Array): Fan {
  const ofYears = Array.from({ length: years }, (_, year) =>
    distributionOf(
      valuesOf(paths, (path) => values[path * years + year]!),
    ));
  return {
    years: ofYears.map((_, i) => firstYear + i),
    quantiles: Object.fromEntries(
      FAN_PROBABILITIES.map((probability) => [
        probability,
        ofYears.map((year) => quantileOf(year, probability).value),
      ]),
    ),
  };
}
