import type { SpellManifest } from "@jkp/extract";
import type { SpellFile } from "../source/spell_file.ts";
import type { Table } from "./read_table.ts";

/**
 * A register whose spells have to be made first: a ledger of payments, or spells beside
 * which members or claims stand in tables of their own.
 */
export interface LedgerFolder {
  readonly path: string;
  readonly manifest: SpellManifest;
  /** Payments; of the form "spells", spells. */
  readonly main: Table;
  /** Members, one row each; without it the main table says who they are. */
  readonly members?: Table;
  readonly claims?: Table;
  /** All files of these tables. */
  readonly files: readonly { readonly file: SpellFile }[];
  /** Size on disk of the main table's files. */
  readonly bytes: number;
}
