import type { Kind } from "../reproduced.ts";
import type { LedgerRow, Status } from "../ledger/ledger.ts";
import { escapeHtml, formatNumber, type Mark, MARKS, NOT_AVAILABLE } from "@jkp/exhibit";

/** The statuses, as a reader calls them. */
export const STATUS_WORDS: { readonly [Name in Status]: string } = {
  matches: "matches",
  differs: "differs",
  not_reproducible: "not reproducible",
};

/** Where a reproduced number comes from, in a word or two. */
export const KIND_WORDS: { readonly [Name in Kind]: string } = {
  model: "model",
  experience: "extract",
  open: "open statistics",
  calibrated: "fitted",
  input: "shown back",
  none: "none",
};

/** What the kinds are. */
export const KIND_LEGEND =
  "Model: computed by the valuation or from a scheme's rules. Extract: computed from " +
  "recorded data. Open statistics: computed from them. Fitted: the synthetic data or a " +
  "scalar of the model was fitted to the number. Shown back: an assumption of the " +
  "report. What is fitted or shown back does not count as reproduced.";

/** The mark of a row. */
export function markOfRow({ status, kind }: LedgerRow): Mark {
  if (status === "not_reproducible") return MARKS.none;
  if (status === "differs") return MARKS.differs;
  return kind === "input" || kind === "calibrated" ? MARKS.not_counted : MARKS.reproduced;
}

/** A cell's key in words: "base › 2020 › inflation rate". */
export function cellWords(cell: string): string {
  return cell.replaceAll("_", " ").split("/").join(" › ");
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

/** How many numbers came out; those from open statistics are counted apart. */
export function countsText(rows: readonly LedgerRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const words = countWords(row);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const parts = COUNT_ORDER.filter((words) => counts.has(words))
    .map((words) => `${counts.get(words)} ${words}`);
  const numbers = rows.length === 1 ? "number" : "numbers";
  return escapeHtml(`${rows.length} printed ${numbers}: ${parts.join(", ")}`);
}

const COUNT_ORDER = [
  "reproduced",
  "equal from open statistics",
  "shown back or fitted",
  "different",
  "not reproducible",
];

function countWords(row: LedgerRow): string {
  const { name, words } = markOfRow(row);
  if (name === "differs") return "different";
  if (name !== "reproduced") return words;
  return row.kind === "open" ? "equal from open statistics" : "reproduced";
}

function isGrouped(unit: string): boolean {
  return unit !== "year";
}

/** Decimals to show of our number: one more than the published one has. */
export function digitsOf({ tolerance, unit }: LedgerRow): number {
  if (!isGrouped(unit) || tolerance === 0) return 0;
  return Math.max(0, Math.ceil(-Math.log10(tolerance * 2) - 1e-9) + 1);
}
