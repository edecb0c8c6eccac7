import type { Published } from "@jkp/published";
import type { Figure, Table } from "@jkp/exhibit";
import type { LedgerRow } from "./ledger/ledger.ts";
import type { ReproducedCells } from "./reproduced.ts";
import type { ReportResults } from "./results.ts";

/** A table, figure or section of the report, and how its numbers are made again. */
export interface ReportItem {
  /** Key in the ledger and file name: `table_3_7`, `figure_3_2`, `text_3_4`. */
  readonly item: string;
  /** As a reader asks for it: `3.7`, `F3.2`, `section 3.4`. */
  readonly number: string;
  readonly title: string;
  /**
   * Whether its numbers come from the extract, so that they may differ with another
   * extract.
   * @default {true}
   */
  readonly isOfExtract?: boolean;
  /**
   * Our numbers for what the item prints; for a figure, for what the text states of it.
   */
  cells?(results: ReportResults, published: Published): ReproducedCells;
  /** Why some printed numbers of the item have no number of ours. */
  readonly reasonForNone?: string;
  /** The item as a table, with its part of the ledger. */
  table?(results: ReportResults, rows: readonly LedgerRow[]): Table;
  /** The item as a figure. */
  figure?(results: ReportResults, published: Published): Figure;
}
