import type { Month } from "@jkp/month";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { Reproduced } from "../reproduced.ts";

/**
 * What our part of a cell rests on.
 *
 * - `rule`: a value of a design file, shown back;
 * - `computed`: computed from the rules of a design file;
 * - `words`: values of a design file, in our words;
 * - `arithmetic`: computed from other printed numbers of the paper, no rule;
 * - `quoted`: nothing of ours.
 */
export type Basis = "rule" | "computed" | "words" | "arithmetic" | "quoted";

/** Our part of a printed cell, or why there is none. */
export type DocumentCell =
  | (Reproduced & { readonly basis: Exclude<Basis, "quoted"> })
  | { readonly basis: "quoted"; readonly reason: string };

/** Our part of a table, by cell. */
export type DocumentCells = Readonly<Record<string, DocumentCell>>;

/** A printed cell of a paper beside ours: a row of `documents_comparison.csv`. */
export interface DocumentRow extends LedgerRow {
  readonly basis: Basis;
}

/** A table, box or appendix of a paper, as `documents.toml` describes it. */
export interface DocumentTable {
  /** Key of its printed cells, and name of their file: `jkp2023_table_3`. */
  readonly item: string;
  /** As the paper numbers it: `Table 3`. */
  readonly number: string;
  readonly title: string;
  /** Heading of the first column. */
  readonly stub: string;
  /** Titles of rows and columns, if their key does not read well as words. */
  readonly titles: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** The paper: `ILO (2023)`. */
  readonly paper: string;
  /** Month of the rules that its cells are compared with, where a cell names none. */
  readonly month: Month;
}
