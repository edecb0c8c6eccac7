import { countInWords } from "@jkp/exhibit";
import type { SpellColumns } from "../spell_columns.ts";
import type { Tally } from "./tally.ts";

/** Share of rows of one month from which they may be payments. */
const ONE_MONTH_SHARE = 0.9;

/** Share of a member's rows that begin no later than the month after the one before. */
const TOUCHING_SHARE = 0.5;

/** Rows after another of their member from which that tells without a reversal. */
const FEWEST_AFTER = 20;

/** What rows are counted by that may be payments. */
export interface Signs {
  rows: number;
  ofOneMonth: number;
  /** Rows after another of their member, those that touch it, those of the same month. */
  after: number;
  touching: number;
  repeated: number;
  negative: number;
}

/** No rows. */
export function noSigns(): Signs {
  return { rows: 0, ofOneMonth: 0, after: 0, touching: 0, repeated: 0, negative: 0 };
}

/** Takes in members with all their spells, sorted by member and start. */
export function addSigns(
  signs: Signs,
  { member, startMonth, lastMonth, monthlyWageIdr }: SpellColumns,
): void {
  signs.rows += member.length;
  for (let row = 0; row < member.length; row++) {
    const start = startMonth[row]!;
    if (start === lastMonth[row]!) signs.ofOneMonth++;
    if (monthlyWageIdr[row]! < 0) signs.negative++;
    if (row === 0 || member[row] !== member[row - 1]) continue;
    signs.after++;
    if (start <= lastMonth[row - 1]! + 1) signs.touching++;
    if (start === startMonth[row - 1]!) signs.repeated++;
  }
}

/**
 * Finds a ledger of payments that is said to be spells: rows of one month each, that follow
 * each other or stand for one month repeatedly, and wages below 0.
 */
export function judgeSigns(signs: Signs, file: string, tally: Tally): void {
  const { rows, ofOneMonth, after, touching, repeated, negative } = signs;
  tally.checked("form_fits", rows);
  const isOfMonths = ofOneMonth >= ONE_MONTH_SHARE * rows;
  const isOfPayments = after >= FEWEST_AFTER
    ? touching >= TOUCHING_SHARE * after
    : negative > 0 && repeated > 0;
  if (rows === 0 || !isOfMonths || !isOfPayments) return;
  const count = (rows: number) => rows.toLocaleString("en");
  tally.find("form_fits", {
    file,
    value: `a ledger, as it seems: ${count(ofOneMonth)} of ` +
      `${countInWords(rows, "row")} are of one month`,
    expected: 'spells, as form = "spells" of extract.toml says',
    meaning: `${count(touching)} rows follow on another of their member, ` +
      `${count(repeated)} of them in the same month; ${count(negative)} ` +
      'have wages below 0. For one row a payment or month, write form = "ledger" into ' +
      "extract.toml, and give contribution_month in mapping.toml the column of the month.",
  });
}
