import type { Figure } from "@jkp/report";
import { stringify } from "@std/csv";

/**
 * Writes the data of a figure as CSV: one row a point.
 *
 * @param figure The figure.
 * @returns CSV text with the columns `series`, `x` and `y`, in full precision.
 *
 * @example
 * ```ts
 * import { figureToCsv } from "@jkp/present";
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
 *   series: [{ name: "Benefits", x: [2022], y: [1.15], mark: "line" }],
 *   notes: [],
 *   source: "own calculations",
 * });
 * assertEquals(csv, "series,x,y\r\nBenefits,2022,1.15\r\n");
 * ```
 */
export function figureToCsv(figure: Figure): string {
  const rows = figure.series.flatMap(({ name, x, y }) =>
    x.map((value, i) => [name, value, Number(y[i]!.toPrecision(12))])
  );
  return stringify([["series", "x", "y"], ...rows], { headers: false });
}
