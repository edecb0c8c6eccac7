import type { CostPaths } from "@jkp/uncertainty";
import type { ExplorerData } from "./explorer_data.ts";
import { findValuation } from "./find_valuation.ts";
import { isOfValues } from "./value_view.ts";
import type { View } from "./view.ts";
import { type ColumnRange, type NoRange, rangesInSlices } from "./view_range.ts";

/** What a page sends to the worker: once what it shows, then each view in turn. */
export type RangeMessage =
  | { readonly data: ExplorerData }
  | {
    /** Comes back with the answers. */
    readonly id: number;
    readonly view: View;
    /** @default {RANGE_PATHS} */
    readonly paths?: number;
  };

/** What the worker sends back: the range of one column, or why it has none. */
export interface RangeAnswer {
  /** Of the view. */
  readonly id: number;
  /** The column's place in the view, from 0. */
  readonly column: number;
  readonly range: ColumnRange | NoRange;
}

/**
 * Answers a page's messages with the ranges of a view's columns, each as soon as it is
 * known. A newer message ends the work on an older one, of which nothing more is answered.
 *
 * @param post Sends an answer.
 * @param rest Lets messages in that came meanwhile.
 * @returns What takes a message; it ends with the work on it.
 */
export function rangeAnswerer(
  post: (answer: RangeAnswer) => void,
  rest: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): (message: RangeMessage) => Promise<void> {
  let data: ExplorerData | undefined;
  let newest: RangeMessage | undefined;
  let drawn = new Map<string, CostPaths>();
  return async (message) => {
    newest = message;
    if ("data" in message) {
      data = message.data;
      drawn = new Map();
      return;
    }
    const { id, view: { valuation: name, columns, trialRate }, paths } = message;
    if (data === undefined) {
      throw new RangeError("Cannot draw a range: what the page shows is wanted first");
    }
    const valuation = findValuation(data, name);
    for (const [column, each] of columns.entries()) {
      const question = {
        valuation,
        columns: [each],
        trialRate,
        drawn,
        ...(paths === undefined ? {} : { paths }),
      };
      try {
        for (const range of rangesInSlices(question)) {
          if (range !== null) post({ id, column, range });
          await rest();
          if (newest !== message) return;
        }
      } catch (error) {
        // A view that cannot be shown has no range either; the page says what is wrong.
        if (!isOfValues(error)) throw error;
        post({ id, column, range: { reason: error.message } });
      }
    }
  };
}
