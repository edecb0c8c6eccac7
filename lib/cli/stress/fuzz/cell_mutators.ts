import { bad, cellOf, type Label, OPEN, SAME, type Table, withCell } from "./mutant.ts";
import type { Random } from "./random.ts";

/** What a cell becomes; nothing if the change does not fit the cell. */
export type CellChange = (cell: string, random: Random) => string | undefined;

/** A change of cells of some kind, by what it makes of them. */
export interface CellMutator {
  /** Columns whose cells may be changed so. */
  readonly columns: readonly string[];
  readonly change: CellChange;
  /** Column that is to be named, if another than that of the cell. */
  readonly blamed?: string;
  readonly makes: "bad" | "warned" | "same" | "open";
}

/** One of some texts in place of the cell. */
export function oneOf(...texts: readonly string[]): CellChange {
  return (_, random) => random.pick(texts);
}

/** Signs that are not seen. */
const UNSEEN = [
  ...["\u0000", "\u0001", "\u0007", "\u001b", "\u007f", "\u0085", "\u00ad", "\u061c"],
  ...["\u180e", "\u200b", "\u200d", "\u200e", "\u2028", "\u202e", "\u2060", "\u2066"],
  ...["\ufeff", "\u{e0001}"],
];

/** A sign that is not seen, inside the cell or at its end. */
export const withUnseen: CellChange = (cell, random) => {
  const at = 1 + random.below(cell.length);
  return cell === ""
    ? undefined
    : `${cell.slice(0, at)}${random.pick(UNSEEN)}${cell.slice(at)}`;
};

/** Blanks around the cell. */
export const withBlanks: CellChange = (cell, random) =>
  cell === ""
    ? " "
    : `${random.pick(["", " ", "  "])}${cell}${random.pick([" ", "   "])}`;

/** Texts that are no number, whoever reads. */
export const NO_NUMBERS = [
  ...[
    "inf",
    "Infinity",
    "-Infinity",
    "NaN",
    "nan",
    "1e999",
    "0x10",
    "1_000",
    "1,000,000",
  ],
  ...["4.200.000", "4 200 000", "4\u00a0200\u00a0000", "4'200'000", "4,5", "--1", "1-"],
  ...["abc", "#N/A!", "#REF!", "=1+1", "1.2.3", "\u0664\u0662", "\uff11\uff12", "1e"],
  ...["4200000 IDR", "Rp", ".", "-", "+", "(100)", "12%"],
];

/** Texts that are no calendar month as `YYYY-MM`. */
export const NO_MONTHS = [
  ...["2019-13", "2019-00", "2019-02-31", "2019-1", "2019/05", "201905", "May 2019"],
  ...["05-2019", "19-05", "0000-00", "20190-05", "2019-05-", "2019-0\uff15", "43830"],
  ...["2019-05 ?", "2019\u201305", "31/02/2019", "1e3", "tidak ada", "2019 -05"],
];

/** Changes one cell as a mutator does; nothing if none of the table's cells fits. */
export function changeCell(
  table: Table,
  random: Random,
  { columns, change, makes, blamed }: CellMutator,
  place: (row: number, column: string) => { file: string; row: number; column: string },
): { table: Table; label: Label } | undefined {
  const known = columns.filter((column) => table.header.includes(column));
  if (known.length === 0) return undefined;
  for (let tries = 0; tries < 8; tries++) {
    const column = random.pick(known);
    const row = random.below(table.rows.length);
    const before = cellOf(table, row, column);
    const after = change(before, random);
    if (after === undefined || after === before) continue;
    const at = place(row, blamed ?? column);
    const label: Label = makes === "bad"
      ? bad(at)
      : makes === "warned"
      ? { is: "warned", at }
      : makes === "same"
      ? SAME
      : OPEN;
    return { table: withCell(table, row, column, after), label };
  }
  return undefined;
}
