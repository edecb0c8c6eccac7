import {
  type CostPaths,
  distributionOf,
  type Fan,
  FAN_PROBABILITIES,
  fundFan,
  joinCosts,
  pathDrawer,
  pathRates,
  paygFan,
  quantileOf,
  simulateCosts,
} from "@jkp/uncertainty";
import { costKernel } from "@jkp/valuation";
import type { ExplorerValuation } from "./explorer_data.ts";
import { runColumn } from "./value_view.ts";
import { columnKey, type ViewColumn } from "./view.ts";

/** How sure a column is, over paths of the economy. */
export interface ColumnRange {
  /** How many paths were drawn, and from what: the same of all columns. */
  readonly paths: number;
  readonly seed: number;
  /** Fractions of insurable earnings. */
  readonly suggestedRate: RateQuantiles;
  /** As the suggested rate; below 0 where the opening fund pays for everything. */
  readonly breakEvenRate: RateQuantiles;
  /** Of benefits and administration over insurable earnings, by year. */
  readonly paygCostRate: Fan;
  /** Of the fund at the end of each year at the trial rate, rupiah. */
  readonly fundIdr: Fan;
  /** The rate at which the fund is tried in all years, a fraction. */
  readonly trialRate: number;
}

/** Quantiles of a rate by probability, as `FAN_PROBABILITIES` has them. */
export type RateQuantiles = Readonly<Record<number, number>>;

/** A column whose range cannot be had: on a path the equations do not hold. */
export interface NoRange {
  readonly reason: string;
}

/** Columns whose ranges are asked for. */
export interface RangeQuestion {
  readonly valuation: ExplorerValuation;
  readonly columns: readonly ViewColumn[];
  /** Contribution rate at which the funds are tried; `null` for that of the law or file. */
  readonly trialRate: number | null;
  /** @default {RANGE_PATHS} */
  readonly paths?: number;
  /** @default {1} that of the command `uncertainty` */
  readonly seed?: number;
  /**
   * Costs that were drawn before, by column: what is drawn is put there.
   * @default {new Map()} none
   */
  readonly drawn?: Map<string, CostPaths>;
}

/** Paths that a range is drawn from. */
export const RANGE_PATHS = 500;

/** Paths between two rests. */
const SLICE = 50;

/** Columns whose costs are kept for the next question. */
const MOST_DRAWN = 16;

/**
 * How sure columns are, from common draws: every column meets the same economies, and the
 * same as `deno task uncertainty` draws first from the seed.
 *
 * @param question Columns of a valuation, and the trial rate.
 * @returns The range of each column, in their order, or why it has none.
 * @throws {RangeError} If the valuation has no such design or scenario, a change cannot be
 * made, or there are fewer than two paths.
 *
 * @example JKP as filed: nine in ten paths cost from 0.08 to 0.38 per cent in 2030
 * ```ts
 * import { filedView } from "@jkp/explorer";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { rangeOf } from "./view_range.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const data = await readExplorerData(["jkp_2026"]);
 * const { columns } = filedView(data, "jkp_2026");
 * const [range] = rangeOf({ valuation: data.valuations[0]!, columns, trialRate: null });
 * if ("reason" in range!) throw new Error(range.reason);
 * const { years, quantiles } = range!.paygCostRate;
 * const in2030 = (at: number) => (100 * quantiles[at]![years.indexOf(2030)]!).toFixed(2);
 * assertEquals([in2030(0.05), in2030(0.95)], ["0.08", "0.38"]);
 * ```
 */
export function rangeOf(question: RangeQuestion): readonly (ColumnRange | NoRange)[] {
  return [...rangesInSlices(question)].filter((range) => range !== null);
}

/**
 * As {@link rangeOf}, column by column: `null` is a rest, in which whoever asked can do
 * something else, or ask for something else.
 */
export function* rangesInSlices(
  { valuation, columns, trialRate, paths = RANGE_PATHS, seed = 1, drawn = new Map() }:
    RangeQuestion,
): Generator<ColumnRange | NoRange | null, void> {
  for (const column of columns) {
    const { file, process } = valuation;
    const key = JSON.stringify([file.name, columnKey(column), paths, seed]);
    let costs = drawn.get(key);
    try {
      if (costs === undefined) {
        const { rulesInTime, inputs } = runColumn(valuation, column, null);
        yield null;
        const kernel = costKernel(rulesInTime[0]!, inputs[0]!);
        const pathOf = pathDrawer(process, kernel.asAssumed, seed);
        const parts: CostPaths[] = [];
        for (let from = 0; from < paths; from += SLICE) {
          yield null;
          const to = Math.min(from + SLICE, paths);
          parts.push(simulateCosts(kernel, pathOf, { from, to }));
        }
        costs = joinCosts(parts);
      }
    } catch (error) {
      if (!isOutsideModel(error)) throw error;
      yield { reason: error.reason };
      continue;
    }
    // The newest last, and the oldest out.
    drawn.delete(key);
    drawn.set(key, costs);
    if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value!);
    yield rangeOfCosts(costs, {
      seed,
      trialRate: trialRate ?? costs.trialContributionRate,
    });
  }
}

function rangeOfCosts(
  costs: CostPaths,
  { seed, trialRate }: Pick<ColumnRange, "seed" | "trialRate">,
): ColumnRange {
  const { suggested, breakEven } = pathRates(costs);
  return {
    paths: costs.paths,
    seed,
    suggestedRate: quantilesOf(suggested),
    breakEvenRate: quantilesOf(breakEven),
    paygCostRate: paygFan(costs),
    fundIdr: fundFan(costs, trialRate),
    trialRate,
  };
}

function quantilesOf(rates: ArrayLike<number>): RateQuantiles {
  const distribution = distributionOf(rates);
  return Object.fromEntries(
    FAN_PROBABILITIES.map((at) => [at, quantileOf(distribution, at).value]),
  );
}

function isOutsideModel(error: unknown): error is Error & NoRange {
  return error instanceof Error && error.name === "OutsideModelError";
}
