import type { Expr } from "nodejs-polars";
import type { CarriedLabels } from "../decode/carried_labels.ts";
import { polars } from "../source/polars.ts";
import { carriedName } from "./compact_rows.ts";

/**
 * Labels of a carried column in their order, so that a code no longer says which row came
 * first.
 */
export class RankedLabels {
  /** Labels in order. */
  readonly labels: readonly string[];
  readonly #ranks: readonly number[];

  constructor(carried: CarriedLabels) {
    const { labels } = carried;
    this.labels = labels.toSorted();
    const ranks = new Map(this.labels.map((label, rank) => [label, rank]));
    this.#ranks = labels.map((label) => ranks.get(label)!);
  }

  /** The column of a name with ranks in place of the codes in which labels came. */
  ranksOf(name: string): Expr {
    const column = polars.col(carriedName(name));
    return this.#ranks.length === 0 ? column : column.replaceStrict(
      [...this.#ranks.keys()],
      [...this.#ranks],
      undefined,
      polars.UInt16,
    ).alias(carriedName(name));
  }
}
