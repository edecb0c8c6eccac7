import { stringify } from "@std/csv";
import type { Figure } from "./figure.ts";
import { csvField } from "./format.ts";

/**
 * Writes the values of a figure as CSV (RFC 4180), one row a point: series, x, y.
 *
 * @param figure The figure.
 * @returns The text of the file, numbers as in {@link csvField}, with CRLF line ends.
 *
 * @example
 * ```ts
 * import { figureToCsv } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const csv = figureToCsv({
 *   id: "figure_1",
 *   number: "1",
 *   title: "Cost rate",
 *   xTitle: "Year",
 *   yTitle: "Cost rate",
 *   yUnit: "%",
 *   decimals: 2,
 *   isStacked: false,
 *   series: [{ name: "Benefits", x: [2021, 2022], y: [0, 1.15], mark: "line" }],
 *   notes: [],
 *   source: "own calculations",
 * });
 * assertEquals(csv, "series,x,y\r\nBenefits,2021,0\r\nBenefits,2022,1.15\r\n");
 * ```
 */
export function figureToCsv(figure: Figure): string {
  const points = figure.series.flatMap(({ name, x, y }) =>
    x.map((place, index) => [name, csvField(place), csvField(y[index])])
  );
  return stringify([["series", "x", "y"], ...points], { headers: false });
}
