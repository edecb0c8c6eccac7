import { type CellValue, type Displayable, displayTable, type Table } from "@jkp/exhibit";
import type { DataFrame } from "danfojs-node";

/** A table that shows itself in a notebook, and can be taken apart. */
export interface ShownTable extends Displayable {
  readonly table: Table;
  /**
   * The table as a Danfo.js frame, a column a column: for slicing and sorting.
   *
   * Danfo.js is loaded on the first call.
   */
  toFrame(): Promise<DataFrame>;
}

/** Makes a table show itself in a notebook. */
export function showTable(table: Table): ShownTable {
  return { ...displayTable(table), table, toFrame: () => frameOf(table) };
}

async function frameOf({ columns, rows }: Table): Promise<DataFrame> {
  const { DataFrame } = await danfo();
  const numbers = rows.map((row) => columns.map(({ key }) => plain(row[key] ?? null)));
  return new DataFrame(numbers, { columns: columns.map(({ key }) => key) });
}

/** Danfo.js brings TensorFlow, so only the notebooks' `deno.json` has it: with a name that
 * is not a literal, this room is imported without it too. */
function danfo(): Promise<typeof import("danfojs-node")> {
  const name = "danfojs-node";
  return import(name);
}

/** A number or text as such; a number with a form of its own without it. */
function plain(value: CellValue): number | string | null {
  return typeof value === "object" && value !== null ? value.value : value;
}
