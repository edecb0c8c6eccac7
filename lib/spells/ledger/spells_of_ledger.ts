import type { PaidCell } from "../count/paid_wages.ts";
import type { Tally } from "../check/tally.ts";
import { letFramesGo } from "../source/let_frames_go.ts";
import { LedgerFindings } from "./ledger_findings.ts";
import type { LedgerFolder } from "./ledger_folder.ts";
import { PaidCells } from "./paid_cells.ts";
import { spellsOfPart } from "./part_spells.ts";
import { type PartOptions, partTables } from "./part_tables.ts";
import type { Scratch } from "./scratch.ts";

/** Spells made of a ledger, as files on scratch disk. */
export interface MadeSpells {
  /** Files of spells with the columns of the contract; none where there are no spells. */
  readonly files: readonly string[];
  /** Names of the carried columns. */
  readonly carried: readonly string[];
  /** Rows of the main table: payments, or spells. */
  readonly rows: number;
  readonly blankRows: number;
  /** Those that could not be used, rows of members nobody knows among them. */
  readonly unusableRows: number;
  /** Sum of their wages, in rupiah. */
  readonly wageTotalIdr: number;
  /** Of a ledger, members with payments for a month, and their wages. */
  readonly paidCells: readonly PaidCell[];
}

/**
 * Makes spells of a ledger of payments, or of spells whose members and claims stand in
 * tables of their own. Rows are parted by their member on scratch disk; then the payments of
 * each part are netted and run together into spells, and these are joined with who the
 * members are and what they claimed. What is wrong goes to the tally.
 *
 * @throws {DataError} If there is no room on disk.
 */
export async function spellsOfLedger(
  ledger: LedgerFolder,
  scratch: Scratch,
  tally: Tally,
  options: PartOptions,
): Promise<MadeSpells> {
  const tables = await partTables(ledger, scratch, tally, options);
  const { size, labels, wageTotalIdr } = tables;
  const findings = new LedgerFindings(ledger, tally);
  const paid = new PaidCells(options.findsLargestWages, options.paidRead);
  const files: string[] = [];
  let strangeRows = 0;
  for (let part = 0; part < tables.parts; part++) {
    const rows = {
      main: tables.main(part)?.collectSync(),
      members: tables.members(part)?.collectSync(),
      claims: tables.claims(part)?.collectSync(),
    };
    const made = spellsOfPart(rows, ledger.manifest, labels, {
      findings,
      paid,
      paymentDelays: options.paymentDelays,
    });
    strangeRows += made.strangeRows;
    if (made.spells !== undefined) {
      files.push(scratch.write(`spells-${part}.parquet`, made.spells));
    }
    await letFramesGo();
  }
  await findings.finish();
  return {
    files,
    carried: [...labels.keys()],
    rows: size.rows,
    blankRows: size.blankRows,
    unusableRows: size.unusableRows + strangeRows,
    wageTotalIdr,
    paidCells: paid.cells,
  };
}
