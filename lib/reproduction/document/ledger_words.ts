import type { DataWords } from "../ledger/data_words.ts";
import { countsAsReproduced, type Kind, KINDS } from "../ledger/kinds.ts";
import type { LedgerRow, Status } from "../ledger/ledger.ts";
import { countsInWords, headline } from "../ledger/summary.ts";
import { escapeHtml, formatNumber, type Mark, MARKS } from "@jkp/exhibit";
import { NOT_AVAILABLE } from "@jkp/language";

/** The statuses, as a reader calls them. */
export const STATUS_WORDS: { readonly [Name in Status]: string } = {
  matches: "matches",
  differs: "differs",
  not_reproducible: "not reproducible",
};

/** Where a reproduced number comes from, in a word or two. */
export const KIND_WORDS = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { words }]) => [kind, words]),
) as { readonly [Name in Kind]: string };

/** The mark of a row. */
export function markOfRow({ status, kind }: LedgerRow): Mark {
  if (status === "not_reproducible") return MARKS.none;
  if (status === "differs") return MARKS.differs;
  return countsAsReproduced(kind) ? MARKS.reproduced : MARKS.not_counted;
}

/** A published number, with thousands separators as the other tables have them. */
export function publishedText({ unit, published }: LedgerRow): string {
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(published);
  if (decimals === null || unit === "text") return published;
  return formatNumber(Number(published), decimals[1]?.length ?? 0, isGrouped(unit));
}

/** Our number, with one digit more than is printed. */
export function reproducedText(row: LedgerRow): string {
  const { reproduced, unit } = row;
  if (reproduced === null) return NOT_AVAILABLE;
  if (typeof reproduced === "string") return reproduced;
  return formatNumber(reproduced, digitsOf(row), isGrouped(unit));
}

/** The difference with its sign; nothing where there is none to compute. */
export function differenceText(row: LedgerRow): string {
  const { difference } = row;
  if (difference === null) return "";
  const text = formatNumber(difference, digitsOf(row));
  return difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Half a unit of the last printed digit, as it is. */
export function toleranceText({ tolerance }: LedgerRow): string {
  return tolerance === 0 ? "" : String(Number(tolerance.toPrecision(6)));
}

/** The place of a row in the page. */
export function rowId({ item, cell }: LedgerRow): string {
  return `ledger-${item}-${cell.replace(/[^\w.-]+/g, "-")}`;
}

/** How many numbers came out, by what they show. */
export function countsText(
  rows: readonly LedgerRow[],
  { equal }: Pick<DataWords, "equal">,
): string {
  const { all } = headline(rows);
  const parts = countsInWords(all, {
    reproduced: equal,
    differs: "different",
    calibrated: "fitted",
    chosen: "chosen",
    arithmetic: "arithmetic",
    input: "shown back",
    none: "not reproducible",
  });
  const numbers = all.numbers === 1 ? "number" : "numbers";
  const again = all.repeated === 0 ? "" : ` (in ${rows.length} places)`;
  return escapeHtml(
    `${all.numbers} printed ${numbers}${again}: ${parts}`,
  );
}

function isGrouped(unit: string): boolean {
  return unit !== "year";
}

/** Decimals to show of our number: one more than the published one has. */
export function digitsOf({ tolerance, unit }: LedgerRow): number {
  if (!isGrouped(unit) || tolerance === 0) return 0;
  return Math.max(0, Math.ceil(-Math.log10(tolerance * 2) - 1e-9) + 1);
}
