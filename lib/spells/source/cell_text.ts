import type { DataFrame, Series } from "nodejs-polars";
import { polars } from "./polars.ts";

/**
 * Reads single cells of a frame as text, whatever the column's type: polars gives single
 * cells of some types only.
 *
 * @param frame The frame.
 * @returns The text of a cell by row, from 0, and column; empty where nothing stands.
 *
 * @example A date, as a message shows it
 * ```ts
 * import { cellText } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 * import polars from "nodejs-polars";
 *
 * const born = polars.Series("born", [new Date("1990-05-17")], polars.Date);
 * assertEquals(cellText(polars.DataFrame([born]))(0, "born"), "1990-05-17");
 * ```
 */
export function cellText(frame: DataFrame): (row: number, column: string) => string {
  const columns = new Map<string, Series>();
  return (row, name) => {
    const known = columns.get(name);
    const column = known ?? readable(frame.getColumn(name));
    if (known === undefined) columns.set(name, column);
    return String(column.get(row) ?? "");
  };
}

/** Text and fractions as they are, all else as text: whole numbers keep all digits. */
function readable(column: Series): Series {
  return column.isString() || column.isFloat() ? column : column.cast(polars.Utf8);
}
