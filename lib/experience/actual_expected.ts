import type { StatisticsExtract } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import type { ExpectedRate } from "./expected_rates.ts";
import { poissonInterval } from "./poisson_interval.ts";
import type {
  TerminationGroup,
  TerminationOptions,
  TerminationSplit,
} from "./termination.ts";

/** Where and how {@link actualToExpected} looks. */
export interface ActualExpectedOptions extends TerminationOptions {
  /**
   * Coverage of the intervals.
   * @default {0.95}
   */
  readonly level?: number;
}

/** Actual against expected claims, with an exact Poisson interval. */
export interface ActualExpected {
  /** Claims made. */
  readonly actual: number;
  /** Claims expected: exposure times expected rate. */
  readonly expected: number;
  /** Actual to expected; NaN where both are 0. */
  readonly ratio: number;
  /** Ends of the exact (Garwood) interval of the ratio. */
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
 * Claims made over claims expected, with the exact (Garwood) interval; NaN where nothing
 * was expected and nothing happened.
 */
export function ratioOfActual(
  actual: number,
  expected: number,
  level = 0.95,
): ActualExpected {
  const { lower, upper } = poissonInterval(actual, level);
  return {
    actual,
    expected,
    ratio: actual / expected,
    lower: lower / expected,
    upper: upper / expected,
  };
}

/**
 * Actual to expected terminations: claims against a table of expected monthly rates.
 *
 * @param extract The extract.
 * @param rates Expected rates. All give the same columns of month, sex, age group and
 * reason; a column that they do not give does not matter. Rates without reason are of
 * layoffs and resignations together.
 * @param options Study window, split and coverage.
 * @returns Actual, expected and their ratio by group and in total.
 * @throws {RangeError} If rates name different characteristics, a cell twice, or a rate
 * is no number of 0 or more; if a cell with members has no rate, naming the cells; or if
 * a split by reason is asked of rates without reason.
 *
 * @example The report's 1.1 per cent a month expects the claims of 2016–19
 * ```ts
 * import { actualToExpected } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const { total } = actualToExpected(extract, [{ ratePerMonth: 0.011 }]);
 * assertEquals(total.actual, 7_593_600);
 * assertAlmostEquals(total.ratio, 1.0025, 0.0001);
 * ```
 */
export function actualToExpected(
  extract: StatisticsExtract,
  rates: readonly ExpectedRate[],
  options: ActualExpectedOptions = {},
): ActualExpectedStudy {
  const {
    firstMonth = extract.manifest.firstMonth,
    lastMonth = extract.manifest.lastMonth,
    by = [],
    level = 0.95,
  } = options;
  const keys = SPLITS.filter((split) => rates[0]?.[split] !== undefined);
  const rateByCell = indexRates(rates, keys);
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

  const groups = new Map<string, Sides>();
  const groupOf = (cell: TerminationGroup): Sides => {
    const name = cellName(cell, by);
    const group = Object.fromEntries(by.map((split) => [split, cell[split]]));
    const sides = groups.get(name) ?? { group, actual: 0, expected: 0 };
    groups.set(name, sides);
    return sides;
  };
  const missing = new Set<string>();
  for (const row of extract.active.filter(isInWindow)) {
    if (row.members === 0) continue;
    const cells: readonly TerminationGroup[] = reasons.length === 0
      ? [row]
      : reasons.map((reason) => ({ ...row, reason }));
    for (const cell of cells) {
      const rate = rateByCell.get(cellName(cell, keys));
      if (rate === undefined) missing.add(cellName(cell, keys));
      else groupOf(cell).expected += row.members * rate;
    }
  }
  throwIfMissing(missing);
  if (groups.size === 0) {
    throw new RangeError(
      "Cannot compare with expected rates: members exposed between " +
        `${formatMonth(firstMonth)} and ${formatMonth(lastMonth)} are wanted, got none`,
    );
  }
  for (const row of extract.withdrawals.filter(isInWindow)) {
    if (row.claims > 0) groupOf(row).actual += row.claims;
  }
  const all = [...groups.values()];
  const sum = (side: "actual" | "expected") => sumSimple(all.map((group) => group[side]));
  return {
    groups: all.map(({ group, actual, expected }) => ({
      ...group,
      ...ratioOfActual(actual, expected, level),
    })),
    total: ratioOfActual(sum("actual"), sum("expected"), level),
    basis: "claims in the month of the claim against members of each month times the " +
      `expected rate; ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}; exact ` +
      `Poisson (Garwood) interval, level ${level}`,
  };
}

/** Claims of a group as they are summed up. */
interface Sides {
  readonly group: TerminationGroup;
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
    if (index.has(name) || !(rate.ratePerMonth >= 0 && rate.ratePerMonth < Infinity)) {
      throw new RangeError(
        "Cannot read expected rates: one rate of 0 or more for each cell is wanted, " +
          `got ${index.has(name) ? "a second" : rate.ratePerMonth} for ${name || "all"}`,
      );
    }
    index.set(name, rate.ratePerMonth);
  }
  return index;
}

function throwIfMissing(missing: ReadonlySet<string>): void {
  if (missing.size === 0) return;
  const names = [...missing].slice(0, MOST_NAMED).map((name) => name || "all members");
  const rest = missing.size - names.length;
  throw new RangeError(
    "Cannot compare with expected rates: a rate for every cell with members is wanted, " +
      `got none for ${names.join("; ")}${rest > 0 ? ` and ${rest} more` : ""}`,
  );
}
