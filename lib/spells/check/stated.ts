import type { Words } from "@jkp/language";
import { isThere } from "@jkp/files/read";
import { DataError } from "@jkp/problem";
import { join } from "node:path";
import type { Register } from "../folder/open_register.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { checkChecksums } from "./checksums.ts";
import {
  checkControlTotals,
  CONTROL_TOTALS_FILE,
  type ControlTotal,
  readControlTotals,
} from "./control_totals.ts";
import { PersonCounts } from "./person_counts.ts";
import type { Tally } from "./tally.ts";

/** The rules for what a provider states: rows left out do not make them hold. */
export const STATED_RULES = ["checksums", "control_totals"] as const;

/**
 * What the provider states of an extract: checksums of its files, and totals of its rows.
 * Every command that reads the rows compares both.
 */
export class Stated {
  readonly #folder: Register;
  readonly #tally: Tally;
  readonly #totals: readonly ControlTotal[] | undefined;
  readonly #persons: PersonCounts;

  private constructor(
    folder: Register,
    tally: Tally,
    totals: readonly ControlTotal[] | undefined,
  ) {
    this.#folder = folder;
    this.#tally = tally;
    this.#totals = totals;
    const { firstMonth, lastMonth } = folder.manifest;
    this.#persons = new PersonCounts(firstMonth, lastMonth);
    if (totals === undefined) {
      tally.explain(
        "control_totals",
        tally.words.check.reason.noControlTotals(CONTROL_TOTALS_FILE),
      );
    }
  }

  /** Compares checksums, and reads control totals; findings go to the tally. */
  static async read(folder: Register, tally: Tally): Promise<Stated> {
    const unstated = await checkChecksums(folder, tally);
    const stated = new Stated(folder, tally, await controlTotalsOf(folder, tally));
    if (unstated.length > 0) {
      tally.explain("checksums", howToState(unstated, tally.words));
    }
    return stated;
  }

  /** Takes some members in, rows with errors as well: totals are of the whole. */
  add(spells: SpellColumns): void {
    if (this.#totals !== undefined) this.#persons.add(spells);
  }

  /**
   * Compares control totals with all that was taken in; of a ledger, the rows and the total
   * of wages are those of its payments.
   */
  finish(rows: number, wageTotalIdr?: number): void {
    if (this.#totals === undefined) return;
    this.#persons.rows = rows;
    if (wageTotalIdr !== undefined) this.#persons.wageTotalIdr = wageTotalIdr;
    const file = join(this.#folder.path, CONTROL_TOTALS_FILE);
    checkControlTotals(file, this.#totals, this.#persons, this.#tally);
  }
}

/** How to state the checksums of files, as a line to complete. */
function howToState(
  names: readonly string[],
  { check: { reason }, firstOf }: Words,
): string {
  return reason.noChecksums(firstOf(names, 1), names[0]!);
}

/** The folder's control totals; `undefined` where it has none. */
async function controlTotalsOf(
  folder: Register,
  tally: Tally,
): Promise<ControlTotal[] | undefined> {
  const file = join(folder.path, CONTROL_TOTALS_FILE);
  if (!await isThere(file)) return undefined;
  try {
    return await readControlTotals(file);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    tally.findAll("control_totals", error);
    return [];
  }
}
