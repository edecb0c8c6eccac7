import { firstInWords } from "@jkp/exhibit";
import { checkArgument, checkOptions, checkWordList, valueInWords } from "@jkp/problem";
import { refuseMonthsOutside, type StatisticsExtract } from "@jkp/extract";
import { checkMonth, formatMonth, type Month } from "@jkp/month";
import {
  type ClaimSides,
  dispersedInterval,
  dispersionInWords,
  dispersionOfClaims,
  type MonthOfClaims,
  sumByMonth,
  sumOfClaims,
} from "./claim_dispersion.ts";
import type { ExpectedRate } from "./expected_rates.ts";
import type {
  TerminationGroup,
  TerminationOptions,
  TerminationSplit,
} from "./termination.ts";

/** Where and how {@link actualToExpected} looks. */
export interface ActualExpectedOptions extends TerminationOptions {
  /**
   * `observed`: the variance of claims is a multiple of their mean, at least 1, found
   * from months and years of each group; `poisson`: it is their mean.
   * @default {"observed"}
   */
  readonly dispersion?: "observed" | "poisson";
  /**
   * Coverage of the intervals.
   * @default {0.95}
   */
  readonly level?: number;
}

/** Actual against expected claims, with an interval. */
export interface ActualExpected {
  /** Claims made. */
  readonly actual: number;
  /** Claims expected: exposure times expected rate. */
  readonly expected: number;
  /** Actual to expected; NaN where both are 0. */
  readonly ratio: number;
  /** Variance of claims as a multiple of their mean, at least 1; NaN if not known. */
  readonly dispersion: number;
  /** Ends of the ratio's interval with this dispersion; NaN if it is not known. */
  readonly lower: number;
  readonly upper: number;
}

/** Actual against expected claims in one group of members. */
export interface ActualExpectedGroup extends TerminationGroup, ActualExpected {}

/** Actual against expected claims, with the conventions they were found under. */
export interface ActualExpectedStudy {
  readonly groups: readonly ActualExpectedGroup[];
  readonly total: ActualExpected;
  /** The conventions, in words. */
  readonly basis: string;
}

/** The splits in the order in which cells are named. */
const SPLITS = ["month", "sex", "ageGroup", "reason"] as const;

/** Cells without a rate that are named; the rest are counted. */
const MOST_NAMED = 12;

/**
 * Claims made over claims expected, with its interval; NaN where nothing was expected and
 * nothing happened.
 */
export function ratioOfActual(
  { actual, expected }: ClaimSides,
  dispersion: number,
  level?: number,
): ActualExpected {
  const { lower, upper } = dispersedInterval(actual, dispersion, level);
  return {
    actual,
    expected,
    ratio: actual / expected,
    dispersion,
    lower: lower / expected,
    upper: upper / expected,
  };
}

/**
 * Actual to expected terminations: claims against a table of expected monthly rates.
 *
 * Intervals are those of quasi-Poisson claims: the dispersion of each group is found from
 * its months or its calendar years, whichever show more, as all members leave more often
 * in some than in others. A group of one month takes that of all months of its sex, age
 * and reason. A group without claims has the upper limit of Poisson claims; of fewer than
 * 12 months there is no interval.
 *
 * @param extract The extract.
 * @param rates Expected rates. All give the same columns of month, sex, age group and
 * reason; a column that they do not give does not matter. Rates without reason are of
 * layoffs and resignations together.
 * @param options Study window, split, dispersion and coverage.
 * @returns Actual, expected and their ratio by group and in total, with its interval.
 * @throws {RangeError} If rates name different characteristics, a cell twice, or a rate
 * is no number of 0 or more; if a cell with members has no rate, naming the cells; or if
 * a split by reason is asked of rates without reason.
 *
 * @see McCullagh and Nelder (1989), Generalized linear models, section 6.2.3, for the
 * dispersion; {@link poissonInterval} for the interval.
 *
 * @example The report's 1.1 per cent a month expects the claims of 2016–19, give or take
 * what the years differ by
 * ```ts
 * import { actualToExpected } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const { total } = actualToExpected(extract, [{ ratePerMonth: 0.011 }]);
 * assertEquals(total.actual, 7_593_600);
 * assertAlmostEquals(total.ratio, 1.0025, 0.0001);
 * assertAlmostEquals(total.lower, 0.87, 0.005);
 * assertAlmostEquals(total.upper, 1.14, 0.005);
 * ```
 */
export function actualToExpected(
  extract: StatisticsExtract,
  rates: readonly ExpectedRate[],
  options: ActualExpectedOptions = {},
): ActualExpectedStudy {
  const doing = "compare with expected rates";
  checkArgument(doing, "an extract, as readStatisticsExtract reads it,", extract, [
    "manifest",
    "active",
  ]);
  checkOptions(doing, options, ["firstMonth", "lastMonth", "by", "dispersion", "level"]);
  const {
    firstMonth = extract.manifest.firstMonth,
    lastMonth = extract.manifest.lastMonth,
    by = [],
    dispersion = "observed",
    level,
  } = options;
  checkWordList(doing, "by", by, SPLITS);
  checkMonth(doing, "firstMonth", firstMonth);
  checkMonth(doing, "lastMonth", lastMonth);
  refuseMonthsOutside("Cannot compare with expected rates", extract.manifest, {
    firstMonth,
    lastMonth,
  });
  if (!Array.isArray(rates)) {
    throw new RangeError(
      `Cannot ${doing}: a list of rates as [{ ratePerMonth: 0.011 }] is wanted, got ` +
        valueInWords(rates),
    );
  }
  const keys = SPLITS.filter((split) => rates[0]?.[split] !== undefined);
  const rateByCell = indexRates(rates, keys);
  const splits = SPLITS.filter((split) => split !== "month" && by.includes(split));
  if (by.includes("reason") && !keys.includes("reason")) {
    throw new RangeError(
      "Cannot compare with expected rates by reason: rates by reason are wanted, got " +
        "rates of all reasons together",
    );
  }
  const isInWindow = ({ month }: { readonly month: Month }) =>
    month >= firstMonth && month <= lastMonth;
  const reasons = keys.includes("reason")
    ? [...new Set(extract.withdrawals.map(({ reason }) => reason))]
    : [];

  const cells = new Map<string, Cell>();
  const cellOf = (row: TerminationGroup & { readonly month: Month }): Cell => {
    const name = cellName(row, [...splits, "month"]);
    const group = Object.fromEntries(by.map((split) => [split, row[split]]));
    const cell = cells.get(name) ?? {
      group,
      month: row.month,
      series: cellName(row, splits),
      actual: 0,
      expected: 0,
    };
    cells.set(name, cell);
    return cell;
  };
  const missing = new Set<string>();
  for (const row of extract.active.filter(isInWindow)) {
    if (row.members === 0) continue;
    const exposed: readonly (TerminationGroup & { readonly month: Month })[] =
      reasons.length === 0 ? [row] : reasons.map((reason) => ({ ...row, reason }));
    for (const members of exposed) {
      const rate = rateByCell.get(cellName(members, keys));
      if (rate === undefined) missing.add(cellName(members, keys));
      else cellOf(members).expected += row.members * rate;
    }
  }
  throwIfMissing(missing);
  if (cells.size === 0) {
    throw new RangeError(
      "Cannot compare with expected rates: members exposed between " +
        `${formatMonth(firstMonth)} and ${formatMonth(lastMonth)} are wanted, got none`,
    );
  }
  for (const row of extract.withdrawals.filter(isInWindow)) {
    if (row.claims > 0) cellOf(row).actual += row.claims;
  }
  const dispersionOf = (months: readonly MonthOfClaims[]) =>
    dispersion === "poisson" ? 1 : dispersionOfClaims(months);
  const all = [...cells.values()];
  const dispersionBySeries = new Map(
    [...Map.groupBy(all, ({ series }) => series)]
      .map(([series, months]) => [series, dispersionOf(months)]),
  );
  const groups = Map.groupBy(
    all,
    ({ series, month }) => by.includes("month") ? `${series} ${month}` : series,
  );
  const months = sumByMonth(all);
  return {
    groups: [...groups.values()].map((cells) => ({
      ...cells[0]!.group,
      ...ratioOfActual(
        sumOfClaims(cells),
        dispersionBySeries.get(cells[0]!.series)!,
        level,
      ),
    })),
    total: ratioOfActual(sumOfClaims(months), dispersionOf(months), level),
    basis: "claims in the month of the claim against members of each month times the " +
      `expected rate; ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}; ` +
      (dispersion === "poisson"
        ? `exact Poisson (Garwood) interval, level ${level ?? 0.95}`
        : dispersionInWords(level)),
  };
}

/** Claims of one group in one month as they are summed up. */
interface Cell {
  readonly group: TerminationGroup;
  readonly month: Month;
  /** Name of the group without its month. */
  readonly series: string;
  actual: number;
  expected: number;
}

function cellName(cell: TerminationGroup, splits: readonly TerminationSplit[]): string {
  return splits
    .map((split) => split === "month" ? formatMonth(cell.month!) : cell[split])
    .join(" ");
}

function indexRates(
  rates: readonly ExpectedRate[],
  keys: readonly TerminationSplit[],
): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const rate of rates) {
    const named = SPLITS.filter((split) => rate[split] !== undefined);
    if (named.join() !== keys.join()) {
      throw new RangeError(
        `Cannot read expected rates: rates by ${keys.join(", ") || "nothing"} are ` +
          `wanted, as the first, got one by ${named.join(", ") || "nothing"}`,
      );
    }
    const name = cellName(rate, keys);
    const { ratePerMonth } = rate;
    const isFraction = Number.isFinite(ratePerMonth) && ratePerMonth >= 0 &&
      ratePerMonth <= 1;
    if (index.has(name) || !isFraction) {
      const got = index.has(name) ? "a second" : valueInWords(ratePerMonth);
      throw new RangeError(
        "Cannot read expected rates: one ratePerMonth from 0 to 1 for each cell is " +
          `wanted, got ${got} for ${name || "all"}`,
      );
    }
    index.set(name, rate.ratePerMonth);
  }
  return index;
}

function throwIfMissing(missing: ReadonlySet<string>): void {
  if (missing.size === 0) return;
  const names = [...missing].map((name) => name || "all members");
  throw new RangeError(
    "Cannot compare with expected rates: a rate for every cell with members is wanted, " +
      `got none for ${firstInWords(names, MOST_NAMED, "; ")}`,
  );
}
