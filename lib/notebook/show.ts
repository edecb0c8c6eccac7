import {
  type Displayable,
  displayFigure,
  displayTable,
  type Figure,
  mediaBundle,
  type Table,
} from "@jkp/exhibit";

/** Milliseconds that the kernel gets to send what is shown before the cell goes on. */
const SENDING_TIME = 20;

/**
 * Shows something below a notebook's cell.
 *
 * A value that merely ends a cell is shown too, but the kernel may send it after it has
 * reported the cell as done, and then it is lost (seen with Deno 2.9.6: one in ten small
 * tables). What is shown here gets the time to be sent.
 *
 * @param shown A table, a figure, a text, or whatever knows how to show itself.
 * @throws {Error} Outside a notebook.
 *
 * @example In a cell: `await show(…)`
 * ```ts
 * import { show } from "@jkp/notebook";
 * import { assertRejects } from "@std/assert";
 *
 * const shown = () => show("Base scenario: 1.35 per cent of insurable earnings");
 * await assertRejects(shown); // this example is no notebook
 * ```
 */
export async function show(shown: Displayable | Table | Figure | string): Promise<void> {
  const bundle = typeof shown === "string"
    ? { "text/plain": shown }
    : await mediaBundle(displayable(shown));
  await Deno.jupyter.display(bundle, { raw: true });
  await new Promise((resolve) => setTimeout(resolve, SENDING_TIME));
}

function displayable(shown: Displayable | Table | Figure): Displayable {
  if ("columns" in shown) return displayTable(shown);
  return "series" in shown ? displayFigure(shown) : shown;
}
