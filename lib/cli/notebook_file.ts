import { type Problem } from "@jkp/problem";
import { basename } from "node:path";
import * as v from "valibot";

const text = v.union([
  v.string(),
  v.pipe(v.array(v.string()), v.transform((lines) => lines.join(""))),
]);

const OUTPUT = v.looseObject({
  output_type: v.string(),
  data: v.optional(v.record(v.string(), v.unknown())),
  ename: v.optional(v.string()),
  evalue: v.optional(v.string()),
  name: v.optional(v.string()),
  text: v.optional(text),
});

const NOTEBOOK = v.object({
  cells: v.array(v.object({
    cell_type: v.picklist(["code", "markdown", "raw"]),
    id: v.string(),
    source: text,
    metadata: v.looseObject({ tags: v.optional(v.array(v.string()), []) }),
    outputs: v.optional(v.array(OUTPUT), []),
    execution_count: v.optional(v.nullable(v.number()), null),
  })),
  metadata: v.looseObject({}),
  nbformat: v.literal(4),
});

/** A notebook as its file has it. */
export type Notebook = v.InferOutput<typeof NOTEBOOK>;

/** A cell of a notebook. */
export type NotebookCell = Notebook["cells"][number];

/** A cell with this tag shows something that `reproduce` does not write. */
export const OWN_TAG = "own";

/** Reads a notebook of format 4. */
export async function readNotebook(path: string): Promise<Notebook> {
  return v.parse(NOTEBOOK, JSON.parse(await Deno.readTextFile(path)));
}

/** A call that shows something below the cell. */
const SHOW_CALL = /^\s*await (show|answer)\(/gm;

/**
 * A problem for each error of an executed notebook, each code cell that was not run, and
 * each cell with fewer outputs than it shows.
 */
export function failures(path: string, notebook: Notebook): Problem[] {
  return notebook.cells.flatMap((cell, i) => {
    if (cell.cell_type !== "code") return [];
    const errors = cell.outputs.filter((shown) => shown.output_type === "error");
    if (errors.length > 0) {
      return errors.map(({ ename, evalue }) =>
        problem(path, cellName(cell, i), "no error", `${ename}: ${evalue}`)
      );
    }
    if (cell.execution_count === null) {
      return [problem(path, cellName(cell, i), "the cell to be run")];
    }
    const wanted = cell.source.match(SHOW_CALL)?.length ?? 0;
    const shown = cell.outputs.filter(({ output_type }) =>
      output_type === "display_data"
    );
    return shown.length < wanted
      ? [problem(path, cellName(cell, i), `${wanted} shown below it`, `${shown.length}`)]
      : [];
  });
}

/** Names a cell in messages: its number from 1, and its first line. */
export function cellName(cell: NotebookCell, index: number): string {
  return `cell ${index + 1} (${cell.source.split("\n")[0]!.slice(0, 40)})`;
}

function problem(
  path: string,
  place: string,
  expected: string,
  received?: string,
): Problem {
  const file = basename(path);
  return received === undefined
    ? { file, place, expected }
    : { file, place, expected, received };
}
