import { STANDARD_MAPPING } from "@jkp/mapping";
import { basename } from "node:path";
import type { PaidCell } from "../count/paid_wages.ts";
import type { Register } from "../folder/open_register.ts";
import { openSpells } from "../folder/spell_folder.ts";
import type { LedgerFolder } from "../ledger/ledger_folder.ts";
import type { PaidRead } from "../ledger/paid_cells.ts";
import type { PaymentDelays } from "../ledger/payment_delays.ts";
import { Scratch } from "../ledger/scratch.ts";
import { spellsOfLedger } from "../ledger/spells_of_ledger.ts";
import { withoutCopies } from "./copied_files.ts";
import type { RuleName } from "./finding.ts";
import { type ReadOptions, readSpellFiles } from "./read_spell_files.ts";
import type { Tally } from "./tally.ts";

/**
 * Told before a ledger is sorted on disk: where, how much room it may take, and which folders
 * of processes that were killed are gone now.
 */
export type ScratchPlanned = (
  folder: string,
  bytes: number,
  leftovers: readonly string[],
) => void;

/**
 * How to follow the reading of a register, and up to where to read it: of a ledger, payments
 * and claims after the last month are not there yet.
 */
export interface ReadRegisterOptions extends ReadOptions {
  /** Told before a ledger is sorted on disk. */
  readonly scratchPlanned?: ScratchPlanned | undefined;
  /** Counts when contributions were paid, of a ledger that has dates. */
  readonly paymentDelays?: PaymentDelays | undefined;
  /** Whether the two largest wages of each cell of payments are looked for. */
  readonly findsLargestWages?: boolean | undefined;
  /** Gets what members paid for, of a ledger. */
  readonly paidRead?: PaidRead | undefined;
}

/** How much a register holds. */
export interface RegisterSize {
  /** Rows of its files: spells or payments, those that could not be used included. */
  readonly rows: number;
  /** Rows in which nothing stands. */
  readonly blankRows: number;
  /** Spells found in them, those with errors included. */
  readonly spells: number;
  /** Payments that became no part of a spell, for they could not be used. */
  readonly unusablePayments: number;
  readonly members: number;
  /** Sum of the wages of all payments, in rupiah; of a ledger alone. */
  readonly wageTotalIdr?: number;
  /** Members with payments for a month, and their wages; of a ledger alone. */
  readonly paidCells?: readonly PaidCell[];
}

/** Room on disk that a ledger takes while it is sorted, over its own size. */
const SCRATCH_OVER_SIZE = 2;

/** Reads and checks all rows of a register, of whatever form. */
export async function readRegister(
  whole: Register,
  tally: Tally,
  options: ReadRegisterOptions = {},
): Promise<RegisterSize> {
  const register = await withoutCopies(whole, tally);
  tally.leaveOut(rulesNotFor(register));
  if ("main" in register) return await readLedger(register, tally, options);
  const { rows, blankRows, members } = await readSpellFiles(register, tally, options);
  return { rows, blankRows, spells: rows - blankRows, unusablePayments: 0, members };
}

/** Rules that are not for a register of such a form and tables. */
function rulesNotFor(register: Register): RuleName[] {
  const isMade = "main" in register; // nobody wrote the spells
  const [hasMembers, hasClaims] = isMade
    ? [register.members !== undefined, register.claims !== undefined]
    : [false, false];
  return [
    ...(isMade ? ["form_fits"] as const : []),
    ...(register.manifest.form === "ledger" ? [] : OF_PAYMENTS),
    ...(hasClaims ? [] : ["claims_close"] as const),
    ...(hasMembers ? [] : ["members_known", "members_once"] as const),
    ...(hasMembers || hasClaims ? [] : ["members_paying"] as const),
  ];
}

const OF_PAYMENTS: readonly RuleName[] = [
  "payment_months",
  "net_not_negative",
  "payments_once",
  "payments_repeated",
];

/** Makes spells of a ledger on scratch disk, and reads these. */
async function readLedger(
  ledger: LedgerFolder,
  tally: Tally,
  options: ReadRegisterOptions,
): Promise<RegisterSize> {
  const { rowsSeen, scratchPlanned, lastMonth, paymentDelays, part } = options;
  const { path, manifest: whole } = ledger;
  // Payments after the last month are not there; spells that are joined are, and are cut.
  const manifest = whole.form === "ledger"
    ? { ...whole, lastMonth: Math.min(lastMonth ?? Infinity, whole.lastMonth) }
    : whole;
  using scratch = new Scratch();
  scratchPlanned?.(
    scratch.folder,
    SCRATCH_OVER_SIZE * ledger.bytes,
    scratch.leftovers,
  );
  const made = await spellsOfLedger(ledger, scratch, tally, {
    lastMonth: manifest.lastMonth,
    lastClaimMonth: lastMonth ?? manifest.extractMonth,
    rowsSeen,
    paymentDelays,
    findsLargestWages: options.findsLargestWages,
    paidRead: options.paidRead,
    part,
  });
  const { rows, blankRows, unusableRows: unusablePayments, ...wages } = made;
  const { wageTotalIdr, paidCells } = wages;
  const size = { rows, blankRows, unusablePayments, wageTotalIdr, paidCells };
  if (made.files.length === 0) return { ...size, spells: 0, members: 0 };
  const carried = Object.fromEntries(made.carried.map((name) => [name, name]));
  const mapping = { ...STANDARD_MAPPING, carried };
  const names = made.files.map((file) => basename(file));
  const spells = await openSpells(scratch.folder, manifest, mapping, names, []);
  const { rows: found, members } = await tally.renaming(
    ({ row: _, ...finding }) => ({ ...finding, file: path }),
    () =>
      readSpellFiles({ ...spells, isMade: true }, tally, {
        ...partReadOf(options.partRead),
        lastMonth,
        carried: options.carried,
      }),
  );
  return { ...size, spells: found, members };
}

/** Options that pass parts on, if anybody wants them. */
function partReadOf(partRead: ReadOptions["partRead"]): ReadOptions {
  return partRead === undefined ? {} : { partRead };
}
