import { type Month, yearOf } from "./month.ts";

/** A figure for each of a run of calendar years without gaps. */
export interface YearlyPath {
  /** Calendar year of the first value. */
  readonly firstYear: number;
  /** One value a year. */
  readonly values: readonly number[];
}

/** What {@link monthlyValues} does with months before the path's first year. */
export type YearsBefore = "refused" | "carried_back";

/** How a yearly figure becomes a monthly one, as {@link monthlyValues} says. */
export type MonthlyShape = "step" | "midyear_linear" | "midyear_log_linear";

/**
 * The value of a year.
 *
 * @param path The path.
 * @param year Calendar year.
 * @returns The value.
 * @throws {RangeError} If the path does not have the year.
 *
 * @example Unemployment in the base scenario, 2020 and 2021 (ILO 2021, Table 2.2)
 * ```ts
 * import { valueInYear } from "@jkp/month";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const unemploymentRate = { firstYear: 2020, values: [0.092, 0.078] };
 * assertEquals(valueInYear(unemploymentRate, 2021), 0.078);
 * assertThrows(() => valueInYear(unemploymentRate, 2050), RangeError, "2020 to 2021");
 * ```
 */
export function valueInYear(path: YearlyPath, year: number): number {
  refuseOutside(path, year, path.firstYear);
  return path.values[year - path.firstYear]!;
}

/**
 * The part of a path that lies after a year.
 *
 * @param path The path.
 * @param year A calendar year of the path, or the one before its first.
 * @returns The years after it; no value if it is the last.
 * @throws {RangeError} If the year is another one.
 *
 * @example
 * ```ts
 * import { pathAfter } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const growth = { firstYear: 2019, values: [0.01, 0.02, 0.03] };
 * assertEquals(pathAfter(growth, 2019), { firstYear: 2020, values: [0.02, 0.03] });
 * ```
 */
export function pathAfter(path: YearlyPath, year: number): YearlyPath {
  refuseOutside(path, year, path.firstYear - 1);
  return { firstYear: year + 1, values: path.values.slice(year + 1 - path.firstYear) };
}

/** Refuses a year that lies before a first one or after a path's last. */
function refuseOutside(
  { firstYear, values }: {
    readonly firstYear: number;
    readonly values: { readonly length: number };
  },
  year: number,
  earliest: number,
): void {
  const latest = firstYear + values.length - 1;
  if (Number.isInteger(year) && year >= earliest && year <= latest) return;
  throw new RangeError(
    `Cannot read a yearly path: a year from ${earliest} to ${latest} is wanted, ` +
      `got ${year}`,
  );
}

/**
 * Levels from growth rates: a level in a base year, moved by each later year's growth.
 *
 * @param baseLevel Level in the base year.
 * @param growth Growth in each year after the base year, as fractions; its first year is
 * the year after the base year.
 * @returns The levels from the base year on.
 *
 * @example Growth of 50 per cent a year
 * ```ts
 * import { levelsFromGrowth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const levels = levelsFromGrowth(100, { firstYear: 2020, values: [0.5, 0.5] });
 * assertEquals(levels, { firstYear: 2019, values: [100, 150, 225] });
 * ```
 */
export function levelsFromGrowth(baseLevel: number, growth: YearlyPath): YearlyPath {
  const values = [baseLevel];
  for (const rate of growth.values) values.push(values.at(-1)! * (1 + rate));
  return { firstYear: growth.firstYear - 1, values };
}

/**
 * Spreads a yearly path over months.
 *
 * `step` gives every month its year's value. The mid-year shapes put the yearly value at
 * the middle of the year, between June and July. They join the years by straight lines,
 * of the value or of its logarithm. Before the first and after the last mid-year they go
 * on with the slope of the nearest pair of years. Years before the path are refused, or
 * carried back: the first value, or the slope of the first pair of years.
 *
 * @param path Yearly values; positive for `midyear_log_linear`.
 * @param firstMonth First month wanted.
 * @param lastMonth Last month wanted.
 * @param shape How to spread.
 * @param before What months before the path's first year get.
 * @default {before: "refused"}
 * @returns One value a month.
 * @throws {RangeError} If a month lies after the path's last year, or before its first one
 * and that is refused; or if a mid-year shape is asked of a path of fewer than two years.
 *
 * @example December 2020 lies five and a half months after the middle of the year
 * ```ts
 * import { monthlyValues, monthOf } from "@jkp/month";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const path = { firstYear: 2020, values: [1, 2] };
 * const [from, to] = [monthOf(2020, 12), monthOf(2021, 1)];
 * assertEquals([...monthlyValues(path, from, to, "step")], [1, 2]);
 * const [december] = monthlyValues(path, from, to, "midyear_linear");
 * assertAlmostEquals(december!, 1 + 5.5 / 12);
 * ```
 */
export function monthlyValues(
  path: YearlyPath,
  firstMonth: Month,
  lastMonth: Month,
  shape: MonthlyShape,
  before: YearsBefore = "refused",
): Float64Array {
  const months = Math.max(0, lastMonth - firstMonth + 1);
  if (months === 0) return new Float64Array(0);
  refuseOutside(path, yearOf(lastMonth), path.firstYear);
  if (before === "refused") refuseOutside(path, yearOf(firstMonth), path.firstYear);
  const { firstYear, values } = path;
  const spread = monthlySpread(firstYear, values.length, firstMonth, lastMonth, shape);
  return spread(values, new Float64Array(months));
}

/** Writes a value a month, of values by year, into an array of as many months. */
export type MonthlySpread = (
  values: ArrayLike<number>,
  into: Float64Array,
) => Float64Array;

/**
 * Lays out how {@linkcode monthlyValues} spreads paths of the same years over the same
 * months, so that thousands of them need no more than their sums. Months before the first
 * year are carried back.
 *
 * @param firstYear Calendar year of the first value.
 * @param years Values of a path; two or more but for `step`.
 * @param firstMonth First month wanted.
 * @param lastMonth Last month wanted, in the last year at the latest.
 * @param shape How to spread.
 * @returns What spreads a path into an array, and gives that array back.
 * @throws {RangeError} As `monthlyValues`.
 *
 * @example Two paths into one array
 * ```ts
 * import { monthlySpread, monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const spread = monthlySpread(2020, 2, monthOf(2020, 12), monthOf(2021, 1), "step");
 * const months = new Float64Array(2);
 * assertEquals([...spread([1, 2], months)], [1, 2]);
 * assertEquals([...spread([3, 4], months)], [3, 4]);
 * ```
 */
export function monthlySpread(
  firstYear: number,
  years: number,
  firstMonth: Month,
  lastMonth: Month,
  shape: MonthlyShape,
): MonthlySpread {
  const months = Math.max(0, lastMonth - firstMonth + 1);
  refuseOutside({ firstYear, values: { length: years } }, yearOf(lastMonth), firstYear);
  if (shape === "step") {
    const places = Int32Array.from(
      { length: months },
      (_, i) => Math.max(0, yearOf(firstMonth + i) - firstYear),
    );
    return (values, into) => {
      for (let i = 0; i < months; i++) into[i] = values[places[i]!]!;
      return into;
    };
  }
  if (years < 2) {
    throw new RangeError(
      `Cannot join mid-years: at least two years are wanted, got ${years}`,
    );
  }
  const lefts = new Int32Array(months);
  const shares = new Float64Array(months);
  for (let i = 0; i < months; i++) {
    // The middle of month m lies (m + 0.5) months after year 0; mid-year is at +6.
    const sinceFirst = (firstMonth + i + 0.5 - (firstYear * 12 + 6)) / 12;
    const left = Math.min(years - 2, Math.max(0, Math.floor(sinceFirst)));
    lefts[i] = left;
    shares[i] = sinceFirst - left;
  }
  const isLog = shape === "midyear_log_linear";
  const knots = new Float64Array(years);
  return (values, into) => {
    for (let k = 0; k < years; k++) knots[k] = isLog ? Math.log(values[k]!) : values[k]!;
    for (let i = 0; i < months; i++) {
      const left = lefts[i]!;
      const share = shares[i]!;
      const value = knots[left]! * (1 - share) + knots[left + 1]! * share;
      // exp(0) is 1, and spared: of factors most months are 1.
      into[i] = !isLog ? value : value === 0 ? 1 : Math.exp(value);
    }
    return into;
  };
}
