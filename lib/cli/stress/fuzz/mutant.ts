import type { Random } from "./random.ts";

/** What stands under a name in a folder: bytes, or a link. */
export type Content = Uint8Array | { readonly linkTo: string };

/** A folder of files by name. */
export type Files = Readonly<Record<string, Content>>;

/** Rows of cells under a header, as a person sees them in a file. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where something is wrong, as far as it can be known: row as the command counts. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
}

/** What the one who changed a file knows of the change. */
export type Label =
  /** Harmless: it is accepted, and its counts are those of the honest file. */
  | { readonly is: "same" }
  /** If it is accepted, its counts are those of the honest file. */
  | { readonly is: "same or refused" }
  /** Wrong: it is refused, with a finding at its place. */
  | { readonly is: "bad"; readonly at: Place }
  /** Doubtful: there is a finding at its place, and it may be accepted. */
  | { readonly is: "warned"; readonly at: Place }
  /** Either: if it is accepted, its counts are those of the reference. */
  | { readonly is: "open" };

/** Files with one change. */
export interface Mutant {
  /** Name of the change. */
  readonly kind: string;
  readonly files: Files;
  readonly label: Label;
  /** Cells of the files that the reference cannot unpack: workbooks and Parquet. */
  readonly cells?: Readonly<Record<string, Table>>;
}

/** Numbers by what they count. */
export type Counts = ReadonlyMap<string, number>;

/** A finding or problem of a command. */
export interface Found extends Place {
  readonly isError: boolean;
  readonly words: string;
}

/** What came of the files. */
export interface Outcome {
  /** What was counted; nothing if the files were refused. */
  readonly counts?: Counts;
  readonly found: readonly Found[];
}

/** The reference cannot read a file, or does not count it. */
export class NotRead extends Error {
  override readonly name = "NotRead";
}

/** Input of one command. */
export interface Family {
  readonly name: string;
  /** Draws honest files and a change of them. */
  draw(random: Random): Promise<{ honest: Mutant; mutant: Mutant }>;
  /** What the command's own functions make of a folder. */
  run(folder: string): Promise<Outcome>;
  /**
   * The same counts, found in another and plain way.
   * @throws {NotRead} If it is not sure what the files hold.
   */
  reference(mutant: Mutant): Counts;
  /** Runs the commands themselves; gives what was not as it should be. */
  runCommands?(folder: string, out: string, outcome: Outcome): Promise<readonly string[]>;
}

/** Label of a change that is wrong at a place. */
export function bad(at: Place = {}): Label {
  return { is: "bad", at };
}

export const SAME: Label = { is: "same" };
export const SAME_OR_REFUSED: Label = { is: "same or refused" };
export const OPEN: Label = { is: "open" };

const ENCODER = new TextEncoder();

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

/** A table as CSV, a line a row; cells in quotation marks where they must be. */
export function csvOf({ header, rows }: Table): string {
  return [header, ...rows].map((cells) => `${lineOf(cells)}\n`).join("");
}

/** Cells as a line of CSV. */
export function lineOf(cells: readonly string[]): string {
  return cells.map((cell) =>
    /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  ).join(",");
}

/** A table with another cell. */
export function withCell(table: Table, row: number, column: string, text: string): Table {
  const at = table.header.indexOf(column);
  return {
    ...table,
    rows: table.rows.map((cells, i) => i === row ? cells.with(at, text) : cells),
  };
}

/** What stands in a cell. */
export function cellOf({ header, rows }: Table, row: number, column: string): string {
  return rows[row]![header.indexOf(column)]!;
}
