import type { SpellColumns } from "../spell_columns.ts";
import type { Tally } from "./tally.ts";

/** Share of rows of one month from which they may be payments. */
const ONE_MONTH_SHARE = 0.9;

/** Share of a member's rows that begin no later than the month after the one before. */
const TOUCHING_SHARE = 0.5;

/** Rows after another of their member from which that tells without a reversal. */
const FEWEST_AFTER = 20;

/**
 * Looks for a ledger of payments that is said to be spells: rows of one month each, that
 * follow each other or stand for one month repeatedly, and wages below 0.
 */
export class LedgerSigns {
  #rows = 0;
  #ofOneMonth = 0;
  /** Rows after another of their member, those that touch it, those of the same month. */
  #after = 0;
  #touching = 0;
  #repeated = 0;
  #negative = 0;

  /** Takes in members with all their spells, sorted by member and start. */
  add({ member, startMonth, lastMonth, monthlyWageIdr }: SpellColumns): void {
    this.#rows += member.length;
    for (let row = 0; row < member.length; row++) {
      const start = startMonth[row]!;
      if (start === lastMonth[row]!) this.#ofOneMonth++;
      if (monthlyWageIdr[row]! < 0) this.#negative++;
      if (row === 0 || member[row] !== member[row - 1]) continue;
      this.#after++;
      if (start <= lastMonth[row - 1]! + 1) this.#touching++;
      if (start === startMonth[row - 1]!) this.#repeated++;
    }
  }

  /** Finds a register that seems to be a ledger. */
  judge(file: string, tally: Tally): void {
    tally.checked("form_fits", this.#rows);
    const isOfMonths = this.#ofOneMonth >= ONE_MONTH_SHARE * this.#rows;
    const isOfPayments = this.#after >= FEWEST_AFTER
      ? this.#touching >= TOUCHING_SHARE * this.#after
      : this.#negative > 0 && this.#repeated > 0;
    if (this.#rows === 0 || !isOfMonths || !isOfPayments) return;
    const { expected, meaning, value } = tally.words.check;
    tally.find("form_fits", {
      file,
      value: value.seemsLedger(this.#ofOneMonth, this.#rows),
      expected: expected.spellsForm,
      meaning: meaning.ledger(this.#touching, this.#repeated, this.#negative),
    });
  }
}
