import type {
  Figure,
  PageDrawing,
  ProvenanceGroup,
  Table,
  WorkbookSheet,
} from "@jkp/exhibit";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { FindingChain } from "../finding_chain/finding_chain.ts";

/** A table, figure or section of the report, made. */
export interface ReportPart {
  /** Key in the ledger: `table_3_7`, `text_3_4`. */
  readonly item: string;
  /** As a reader asks for it: `3.7`, `F3.2`, `section 3.4`. */
  readonly number: string;
  readonly title: string;
  readonly table?: Table;
  readonly figure?: { readonly figure: Figure; readonly drawing: PageDrawing };
  /** Its part of the ledger. */
  readonly rows: readonly LedgerRow[];
}

/** Everything that the one-document report shows. */
export interface ReportContent {
  /** The extract computed from. */
  readonly extract: { readonly name: string; readonly isSynthetic: boolean };
  /** The reading of Annex I in force. */
  readonly reading: string;
  /**
   * What it says, in a few sentences; plain text.
   * @default none
   */
  readonly inShort?: readonly string[];
  /** In the report's order. */
  readonly parts: readonly ReportPart[];
  /** Tables of our own before the first chapter: what came out. */
  readonly overview: readonly Table[];
  /** What is behind Table 3.7; empty if it is not among the parts. */
  readonly chains: readonly FindingChain[];
  /** Tables of our own after the last chapter: what was tried. */
  readonly annexes: readonly Table[];
  /** The projection of each scenario, for the workbook; the page has it in the chains. */
  readonly projections: readonly Table[];
  readonly choices: Table;
  readonly provenance: readonly ProvenanceGroup[];
  /**
   * Sheets of formulas, for the workbook.
   * @default none
   */
  readonly formulas?: readonly WorkbookSheet[];
}
