import { capitalized, type Figure, type Series } from "@jkp/exhibit";
import {
  checkArgument,
  checkNumbers,
  checkOptions,
  columnsByName,
  valueInWords,
} from "@jkp/problem";

/** How {@link ratesFigure} draws. */
export interface RatesFigureOptions {
  /** @default {"Rates"} */
  readonly title?: string;
  /** What the rates are of. @default {"a month"} */
  readonly per?: string;
  /** @default {2} */
  readonly decimals?: number;
  /** @default {"own calculations"} */
  readonly source?: string;
}

/**
 * Rates in the house style: by age, by year, by anything.
 *
 * @param columns Columns of one length by name: the first is where the rates stand, each
 * other a line of rates, as fractions.
 * @param options Title, what the rates are of, decimals, source.
 * @returns The figure, rates in per cent. A column whose name begins with `crude` is drawn
 * as dots.
 * @throws {RangeError} If columns differ in length, a rate is no number, or an option is
 * unknown.
 *
 * @example Crude rates and graduated ones
 * ```ts
 * import { graduateRates } from "@jkp/experience";
 * import { ratesFigure } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const [claims, exposure] = [[10, 30, 20, 40], [1000, 1000, 1000, 1000]];
 * const { series } = ratesFigure({
 *   age: [20, 25, 30, 35],
 *   crude: claims.map((count, i) => count / exposure[i]!),
 *   graduated: graduateRates({ claims, exposure }, { lambda: 100 }).rates,
 * });
 * assertEquals(series.map(({ name, mark }) => [name, mark]), [
 *   ["crude", "dots"],
 *   ["graduated", "line"],
 * ]);
 * assertEquals(series[1]!.y[0]!.toFixed(2), "1.41"); // per cent
 * ```
 */
export function ratesFigure(
  columns: Readonly<Record<string, ArrayLike<number | string>>>,
  options: RatesFigureOptions = {},
): Figure {
  const doing = "draw rates";
  checkArgument(doing, "columns as { age, rate }", columns);
  checkOptions(doing, options, ["title", "per", "decimals", "source"]);
  const { title = "Rates", per = "a month", decimals = 2, source = "own calculations" } =
    options;
  const [places, ...lines] = Object.entries(columnsByName(columns, Object.keys(columns)));
  if (places === undefined || lines.length === 0) {
    throw new RangeError(
      "Cannot draw rates: a column of places and one or more of rates are wanted, got " +
        valueInWords(columns),
    );
  }
  const [placeName, x] = places;
  return {
    id: "rates",
    number: "",
    title,
    xTitle: capitalized(placeName.replaceAll("_", " ")),
    yTitle: "Rate",
    yUnit: `% ${per}`,
    decimals,
    isStacked: false,
    series: lines.map(([name, rates]): Series => {
      checkNumbers(doing, name, rates);
      if (rates.length !== x.length) {
        throw new RangeError(
          `Cannot draw rates: ${x.length} rates are wanted as ${name}, got ${rates.length}`,
        );
      }
      return {
        name,
        x: Array.from(x),
        y: Array.from(rates as ArrayLike<number>, (rate) => 100 * rate),
        mark: name.startsWith("crude") ? "dots" : "line",
      };
    }),
    notes: [],
    source,
  };
}
