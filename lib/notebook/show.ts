import {
  type Displayable,
  displayFigure,
  displayTable,
  isDisplayable,
  type MediaBundle,
  mediaBundle,
} from "@jkp/exhibit";
import { frameRows } from "./frame_rows.ts";
import { cannotShow, exhibitsOf } from "./exhibit_of.ts";

/** Milliseconds that the kernel gets to send what is shown before the cell goes on. */
const SENDING_TIME = 60;

/**
 * Shows something below a notebook's cell, whatever it is.
 *
 * A value that merely ends a cell is shown too, but the kernel may send it after it has
 * reported the cell as done, and then it is lost (seen with Deno 2.9.6: one in ten small
 * tables). What is shown here gets the time to be sent.
 *
 * @param shown A number, a text, a list of numbers or records, a record, a polars or
 * Danfo.js frame, a valuation (its rates and its projection), a survival curve, a table
 * of which only `rows` and `columns` with `key` must be given, a figure of which only
 * `series` with `y` must be, or whatever knows how to show itself.
 * @throws {RangeError} If there is nothing to show of it: an empty list, a promise.
 * @throws {Error} Outside a notebook.
 *
 * @example In a cell: `await show(…)`
 * ```ts
 * import { show } from "@jkp/notebook";
 * import { assertRejects } from "@std/assert";
 *
 * const shown = () => show("Base scenario: 1.35 per cent of insurable earnings");
 * await assertRejects(shown); // this example is no notebook
 * const empty = "Cannot show this: a number, a text, a list, a record, a frame,";
 * await assertRejects(() => show([]), RangeError, empty);
 * ```
 */
export async function show(shown: unknown): Promise<void> {
  for (const bundle of await shownForms(shown)) {
    await Deno.jupyter.display(bundle, { raw: true });
  }
  await new Promise((resolve) => setTimeout(resolve, SENDING_TIME));
}

/**
 * What {@link show} sends: the forms of each table, figure or text, by media type.
 *
 * @param shown Anything.
 * @throws {RangeError} If there is nothing to show of it.
 */
export async function shownForms(shown: unknown): Promise<MediaBundle[]> {
  const text = textOf(shown);
  if (text !== undefined) return [{ "text/plain": text }];
  const isFrame = typeof shown === "object" && shown !== null &&
    frameRows(shown) !== undefined;
  if (isDisplayable(shown) && !isFrame) return [await mediaBundle(shown)];
  const displayed = exhibitsOf(shown).map((exhibit): Displayable =>
    "series" in exhibit ? displayFigure(exhibit) : displayTable(exhibit)
  );
  return await Promise.all(displayed.map(mediaBundle));
}

/** A single value as text; a number in full, as it would be typed. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "boolean":
    case "bigint":
      return String(value);
    case "undefined":
    case "function":
    case "symbol":
      throw cannotShow(value);
  }
  if (value === null) throw cannotShow(value);
  return value instanceof Date ? value.toISOString() : undefined;
}
