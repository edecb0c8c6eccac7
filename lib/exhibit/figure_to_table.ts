import type { Figure } from "./figure.ts";
import type { Table } from "./table.ts";
import { categoryName, horizontalPlaces } from "./drawing/horizontal_places.ts";
import { withBandEnds } from "./drawing/bands.ts";
import { measureOf } from "./drawing/right_axis.ts";

/**
 * Sets the values of a figure out as a table: a row for each x, a column for each series
 * and for each end of its bands.
 *
 * @param figure The figure.
 * @returns The table; `null` where a series has no value. Where it has two,
 * as at a step, the second.
 *
 * @example
 * ```ts
 * import { figureToTable } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const table = figureToTable({
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
 * assertEquals(table.rows, [{ x: "2021", y1: 0 }, { x: "2022", y1: 1.15 }]);
 * ```
 */
export function figureToTable(figure: Figure): Table {
  const places = horizontalPlaces(figure);
  const all = withBandEnds(figure);
  return {
    id: figure.id,
    number: figure.number,
    title: figure.title,
    columns: [
      { key: "x", title: figure.xTitle },
      ...all.map((series, index) => ({
        key: `y${index + 1}`,
        title: series.name,
        ...measureOf(figure, series),
      })),
    ],
    rows: places.map((place) =>
      Object.fromEntries([
        ["x", categoryName(place)],
        ...all.map(({ x, y }, index) => {
          const value = y[x.lastIndexOf(place)];
          return [`y${index + 1}`, Number.isFinite(value) ? value : null];
        }),
      ])
    ),
    notes: figure.caution === undefined
      ? figure.notes
      : [figure.caution, ...figure.notes],
    source: figure.source,
  };
}
