import {
  bad,
  bytesOf,
  csvOf,
  type Label,
  lineOf,
  OPEN,
  SAME,
  SAME_OR_REFUSED,
  type Table,
} from "./mutant.ts";
import type { Random } from "./random.ts";

/** How the command that reads a table takes it. */
export interface TableForm {
  /** Name of the file, for the labels. */
  readonly file: string;
  /** Column that says whose the row is, or another of text. */
  readonly key: string;
  /** A column that the command cannot do without. */
  readonly required: string;
  /** Whether rows are read one by one: a fault of one is told with its row. */
  readonly isByRow: boolean;
  /** Whether lines may end in CR alone, and columns without name follow. */
  readonly isLenient: boolean;
  /** Whether rows may stand in any order. */
  readonly isAnyOrder: boolean;
  /** Whether a file without rows is refused. */
  readonly needsRows: boolean;
}

/** A change of a text; rows and their labels by lines of the file. */
export type TextMutator = (
  table: Table,
  random: Random,
  form: TableForm,
) => { readonly bytes: Uint8Array; readonly label: Label };

const text = (written: string, label: Label) => ({ bytes: bytesOf(written), label });

/** Changes some line, not the header; `change` gets the line and its number. */
function withLine(
  table: Table,
  random: Random,
  change: (cells: readonly string[], row: number) => [written: string, label: Label],
) {
  const lines = csvOf(table).split("\n").slice(0, -1);
  const at = random.below(table.rows.length);
  const [written, label] = change(table.rows[at]!, at + 2);
  return text(`${lines.with(at + 1, written).join("\n")}\n`, label);
}

/** Puts a line between others. */
function withAnother(
  table: Table,
  random: Random,
  line: string,
  label: (row: number) => Label,
) {
  const lines = csvOf(table).split("\n").slice(0, -1);
  const at = 1 + random.below(lines.length);
  return text(`${lines.toSpliced(at, 0, line).join("\n")}\n`, label(at + 1));
}

const withHeader = (table: Table, header: readonly string[], label: Label) =>
  text(csvOf({ ...table, header }), label);

function inUtf16(written: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * written.length + 2);
  const view = new DataView(bytes.buffer);
  [...`\ufeff${written}`].forEach((_, at, all) =>
    view.setUint16(2 * at, all[at]!.charCodeAt(0), !isBig)
  );
  return hasMark ? bytes : bytes.subarray(2);
}

/** Text as spreadsheets wrote it before Unicode: a letter with an accent is one byte. */
function inWindows1252(written: string): Uint8Array {
  return Uint8Array.from(written, (letter) => letter.charCodeAt(0));
}

/** What may become of the text of any table, by name. */
export const TEXT_MUTATORS: Readonly<Record<string, TextMutator>> = {
  "row truncated": (table, random, { file }) =>
    withLine(table, random, (cells, row) => {
      const kept = 1 + random.below(cells.length - 1);
      return [lineOf(cells.slice(0, kept)), bad({ file, row })];
    }),
  "extra cell": (table, random, { file }) =>
    withLine(table, random, (cells, row) => {
      const at = random.below(cells.length + 1);
      const more = random.pick(["", "x", "0"]);
      return [lineOf(cells.toSpliced(at, 0, more)), bad({ file, row })];
    }),
  "cell lost": (table, random, { file }) =>
    withLine(table, random, (cells, row) => {
      const at = random.below(cells.length);
      return [lineOf(cells.toSpliced(at, 1)), bad({ file, row })];
    }),
  "cell slipped to the next line": (table, random, { file }) => {
    const lines = csvOf(table).split("\n").slice(0, -1);
    const at = random.below(table.rows.length - 1);
    const [shorter, longer] = [table.rows[at]!.slice(0, -1), [
      ...table.rows[at + 1]!,
      "",
    ]];
    const changed = lines.with(at + 1, lineOf(shorter)).with(at + 2, lineOf(longer));
    return text(`${changed.join("\n")}\n`, bad({ file, row: at + 2 }));
  },
  "header lost": (table, _, { file }) =>
    text(csvOf(table).split("\n").slice(1).join("\n"), bad({ file })),
  "header name lost": (table, _, { file, required }) =>
    withHeader(table, table.header.filter((name) => name !== required), bad({ file })),
  "header name twice": (table, random, { file, required }) => {
    const name = random.pick([required, ` ${required}`, `${required} `]);
    const rows = table.rows.map((cells) => [...cells, random.pick(cells)]);
    return withHeader({ ...table, rows }, [...table.header, name], bad({ file }));
  },
  "header name but for case": (table, random, { required }) => {
    const isBefore = random.happens(0.5);
    const add = (cells: readonly string[], cell: string) =>
      isBefore ? [cell, ...cells] : [...cells, cell];
    const rows = table.rows.map((cells) => add(cells, cells.at(-1)!));
    return withHeader(
      { ...table, rows },
      add(table.header, required.toUpperCase()),
      OPEN,
    );
  },
  "header with blanks": (table, random) =>
    withHeader(
      table,
      table.header.map((name) => random.pick([` ${name}`, `${name} `, name])),
      SAME,
    ),
  "header name misspelt": (table, random, { file, required }) => {
    const wrong = random.pick([
      required.slice(1),
      required.replaceAll("_", " "),
      required.toUpperCase(),
      `${required}\u200b`,
    ]);
    return withHeader(
      table,
      table.header.map((name) => name === required ? wrong : name),
      wrong === required ? SAME : bad({ file }),
    );
  },
  "empty line": (table, random) => withAnother(table, random, "", () => SAME),
  "line of blanks": (table, random) =>
    withAnother(table, random, random.pick([" ", "   ", "\t"]), () => SAME_OR_REFUSED),
  "line of delimiters": (table, random) =>
    withAnother(table, random, ",".repeat(table.header.length - 1), () => OPEN),
  "footer": (table, random, { file }) =>
    text(
      `${csvOf(table)}${
        random.pick(["Total", "Jumlah baris: 40", "(40 rows affected)"])
      }\n`,
      bad({ file, row: table.rows.length + 2 }),
    ),
  "header again": (table, random, { file }) =>
    withAnother(table, random, lineOf(table.header), (row) => bad({ file, row })),
  "title above": (table, random, { file }) =>
    text(
      `${random.pick(["DATA KEPESERTAAN", "Periode: 2016-2019,,"])}\n${csvOf(table)}`,
      {
        ...bad({ file }),
      },
    ),
  "lines end in CR LF": (table) => text(csvOf(table).replaceAll("\n", "\r\n"), SAME),
  "lines end in CR": (table, _, { isLenient }) =>
    text(csvOf(table).replaceAll("\n", "\r"), isLenient ? SAME : SAME_OR_REFUSED),
  "lines end in LF or CR LF": (table, random) =>
    text(
      csvOf(table).replace(/\n/g, () => random.happens(0.5) ? "\r\n" : "\n"),
      SAME,
    ),
  "one line ends in CR": (table, random, { file, isByRow }) => {
    const lines = csvOf(table).split("\n").slice(0, -1);
    const at = 1 + random.below(lines.length - 2);
    const joined = `${lines[at]}\r${lines[at + 1]}`;
    const written = lines.toSpliced(at, 2, joined).join("\n");
    return text(`${written}\n`, bad(isByRow ? { file, row: at + 1 } : { file }));
  },
  "no line end at the end": (table) => text(csvOf(table).slice(0, -1), SAME),
  "byte order mark": (table) => text(`\ufeff${csvOf(table)}`, SAME),
  "byte order mark twice": (table) =>
    text(`\ufeff\ufeff${csvOf(table)}`, SAME_OR_REFUSED),
  "byte order mark in the middle": (table, random, { file, key }) =>
    withLine(table, random, (cells, row) => {
      const at = table.header.indexOf(key);
      return [
        lineOf(cells.with(at, `\ufeff${cells[at]}`)),
        bad({ file, row, column: key }),
      ];
    }),
  "UTF-16 with mark": (table, random) => ({
    bytes: inUtf16(csvOf(table), random.happens(0.5), true),
    label: SAME,
  }),
  "UTF-16 without mark": (table, random) => ({
    bytes: inUtf16(csvOf(table), random.happens(0.5), false),
    label: SAME_OR_REFUSED,
  }),
  "UTF-16 cut in a letter": (table, random) => ({
    bytes: inUtf16(csvOf(table), random.happens(0.5), true).slice(0, -1),
    label: SAME_OR_REFUSED,
  }),
  "Windows-1252": (table, random, { file, key, isByRow }) => {
    const row = random.below(table.rows.length);
    const at = table.header.indexOf(key);
    const rows = table.rows.map((cells, i) =>
      i === row ? cells.with(at, `${cells[at]}\u00e9`) : cells
    );
    const place = isByRow ? { file, row: row + 2 } : { file };
    return { bytes: inWindows1252(csvOf({ ...table, rows })), label: bad(place) };
  },
  "mark that does not close": (table, random, { file, isByRow }) =>
    withLine(table, random, (cells, row) => {
      const at = random.below(cells.length);
      const line = cells.with(at, `"${cells[at]}`).join(",");
      return [line, bad(isByRow ? { file, row } : { file })];
    }),
  "mark in a cell": (table, random, { file, isByRow }) =>
    withLine(table, random, (cells, row) => {
      const at = table.header.indexOf(random.pick(table.header));
      const line = cells.with(at, `x"${cells[at]}`).join(",");
      return [line, bad(isByRow ? { file, row } : { file })];
    }),
  "marks around cells": (table, random) => {
    const marked = (cells: readonly string[]) =>
      cells.map((cell) => random.happens(0.5) ? `"${cell}"` : cell).join(",");
    const lines = [table.header, ...table.rows].map(marked);
    return text(`${lines.join("\n")}\n`, SAME);
  },
  "line break in marks": (table, random, { key }) =>
    withLine(table, random, (cells) => {
      const at = table.header.indexOf(key);
      return [lineOf(cells.with(at, `${cells[at]!.slice(0, 2)}\n${cells[at]}`)), OPEN];
    }),
  "cells parted by semicolons": (table, _, { file }) =>
    text(csvOf(table).replaceAll(",", ";"), bad({ file })),
  "delimiter at each end": (table, _, { isLenient }) =>
    text(
      csvOf(table).replaceAll("\n", ",\n"),
      isLenient ? SAME : SAME_OR_REFUSED,
    ),
  "rows in another order": (table, random, { isAnyOrder }) =>
    text(
      csvOf({ ...table, rows: random.shuffled(table.rows) }),
      isAnyOrder ? SAME : OPEN,
    ),
  "empty file": (_, __, { file }) => text("", bad({ file })),
  "header alone": ({ header }, _, { file, needsRows }) =>
    text(csvOf({ header, rows: [] }), needsRows ? bad({ file }) : OPEN),
  "file cut": (table, random) => {
    const bytes = bytesOf(csvOf(table));
    return { bytes: bytes.slice(0, random.below(bytes.length)), label: OPEN };
  },
  "bytes changed": (table, random) => {
    let bytes = bytesOf(csvOf(table));
    for (let times = 1 + random.below(3); times > 0; times--) {
      const at = random.below(bytes.length);
      bytes = Uint8Array.from([
        ...bytes.subarray(0, at),
        ...bytesOf(random.pick(SPLINTERS)),
        ...random.happens(0.2) ? [random.below(256)] : [],
        ...bytes.subarray(at + random.below(6)),
      ]);
    }
    return { bytes, label: OPEN };
  },
};

/** What is put into a text at some place. */
const SPLINTERS = [
  ...['"', ",", "\n", ";", "\r", "\0", "\r\n", '"\n"', ",,", "-", "0", "9", "."],
  ...["2019-13", "e", " ", "\t", "\u00a0", "\u200b", "\u061c", "M", "layoff", "", ""],
];
