import { type Band, type Figure, roundedPercent } from "@jkp/exhibit";
import { checkArgument, checkNumbers, checkOptions, valueInWords } from "@jkp/problem";

/** Quantile paths: a value a year for each probability. */
export interface QuantilePaths {
  readonly years: ArrayLike<number>;
  /** Paths by probability: the median, 0.5, and pairs around it such as 0.05 and 0.95. */
  readonly quantiles: Readonly<Record<number, ArrayLike<number>>>;
}

/** How {@link fanFigure} draws. */
export interface FanFigureOptions {
  /** @default {"Quantiles by year"} */
  readonly title?: string;
  /** What is on the vertical axis. @default the title */
  readonly of?: string;
  /** Unit of the values, for example "% of insurable earnings". @default none */
  readonly unit?: string;
  /** @default {2} */
  readonly decimals?: number;
  /** @default {"own calculations"} */
  readonly source?: string;
}

/** How far probabilities may be from adding up to one. */
const SAME = 1e-9;

/**
 * A fan in the house style: the median as a line, and a ribbon around it for each pair of
 * quantiles.
 *
 * @param paths Years, and the quantiles of each year by their probabilities.
 * @param options Title, what is drawn, unit, decimals, source.
 * @returns The figure; values as they are given.
 * @throws {RangeError} If the median or the other half of a pair is missing, paths differ in
 * length or cross, a value is no number, or an option is unknown.
 *
 * @example Nine in ten draws of a cost rate lie within the ribbon
 * ```ts
 * import { fanFigure } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const { series: [median] } = fanFigure({
 *   years: [2022, 2023],
 *   quantiles: { 0.05: [1.1, 0.9], 0.5: [1.4, 1.2], 0.95: [1.9, 1.8] },
 * }, { title: "PAYG cost rate", unit: "% of insurable earnings" });
 * assertEquals(median!.y, [1.4, 1.2]);
 * assertEquals(median!.bands!.map(({ name, upper }) => [name, upper]), [
 *   ["middle 90 %", [1.9, 1.8]],
 * ]);
 * ```
 */
export function fanFigure(
  paths: QuantilePaths,
  options: FanFigureOptions = {},
): Figure {
  const doing = "draw a fan";
  checkArgument(doing, "paths as { years, quantiles }", paths, ["years", "quantiles"]);
  checkArgument(doing, "paths by probability as quantiles", paths.quantiles);
  checkOptions(doing, options, ["title", "of", "unit", "decimals", "source"]);
  const {
    title = "Quantiles by year",
    of = title,
    unit = "",
    decimals = 2,
    source = "own calculations",
  } = options;
  checkNumbers(doing, "years", paths.years);
  const years = Array.from(paths.years);
  const levels = Object.entries(paths.quantiles)
    .map(([key, values]) => levelOf(doing, key, values, years.length))
    .sort((a, b) => a.probability - b.probability);
  const at = (probability: number) =>
    levels.find((level) => Math.abs(level.probability - probability) < SAME);
  const median = at(0.5);
  if (median === undefined) {
    throw new RangeError(
      `Cannot ${doing}: a path at 0.5, the median, is wanted, got ` +
        (levels.map(({ key }) => key).join(", ") || "no path"),
    );
  }
  refuseCrossing(doing, levels, years);
  const bands = levels.filter(({ probability }) => probability < 0.5 - SAME)
    .map(({ key, probability, values }): Band => {
      const upper = at(1 - probability);
      if (upper === undefined) throw lonely(doing, key, 1 - probability);
      const share = roundedPercent(1 - 2 * probability, 4);
      return { name: `middle ${share} %`, lower: values, upper: upper.values };
    });
  for (const { key, probability } of levels) {
    if (at(1 - probability) === undefined) throw lonely(doing, key, 1 - probability);
  }
  return {
    id: "fan",
    number: "",
    title,
    xTitle: "Year",
    yTitle: of,
    yUnit: unit,
    decimals,
    isStacked: false,
    series: [{ name: "Median", x: years, y: median.values, mark: "line", bands }],
    notes: ["Line: the median."],
    source,
  };
}

/** One path of quantiles. */
interface Level {
  readonly key: string;
  readonly probability: number;
  readonly values: readonly number[];
}

function levelOf(doing: string, key: string, values: unknown, count: number): Level {
  const probability = Number(key);
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(
      `Cannot ${doing}: probabilities between 0 and 1 are wanted as names of quantiles, ` +
        `got ${valueInWords(key)}`,
    );
  }
  checkNumbers(doing, `quantiles ${key}`, values);
  const path = Array.from(values as ArrayLike<number>);
  if (path.length !== count) {
    throw new RangeError(
      `Cannot ${doing}: ${count} values, one a year, are wanted at ${key}, got ` +
        `${path.length}`,
    );
  }
  return { key, probability, values: path };
}

function lonely(doing: string, key: string, other: number): RangeError {
  return new RangeError(
    `Cannot ${doing}: pairs around the median are wanted, got ${key} without ` +
      `${Number(other.toFixed(9))}`,
  );
}

/** @throws {RangeError} If a quantile lies above one of a higher probability. */
function refuseCrossing(
  doing: string,
  levels: readonly Level[],
  years: readonly number[],
): void {
  levels.slice(1).forEach((level, i) => {
    const below = levels[i]!;
    const crossed = level.values.findIndex((value, year) => value < below.values[year]!);
    if (crossed < 0) return;
    throw new RangeError(
      `Cannot ${doing}: quantiles that do not cross are wanted, got ` +
        `${below.values[crossed]} at ${below.key} above ${level.values[crossed]} at ` +
        `${level.key} in ${years[crossed]}`,
    );
  });
}
