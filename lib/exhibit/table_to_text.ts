import stringWidth from "string-width";
import { printable } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import type { Column, Table } from "./table.ts";
import { formatCell } from "./format.ts";
import { footLines, headerGroups, isNumericColumn, itemHeading } from "./table_shape.ts";

/** How {@link tableToText} lays a table out. */
export interface TextOptions {
  /**
   * Characters of a terminal's line. Headings and words are wrapped to fit, numbers never
   * are; of a table that is too wide the further columns stand below, each time beside
   * those words that name a row.
   * @default {100}
   */
  readonly width?: number;
  /**
   * What the number in the title counts.
   * @default {"Table" in the language of the table}
   */
  readonly label?: string;
}

/** Spaces between columns. */
const GAP = "   ";

/**
 * A column of words is not made so narrow that a cell takes more than two lines before
 * columns are put below; of long texts this is the least.
 */
const LEAST_OF_WORDS = 24;

/** From this fraction of the width on a group is rather put below than broken. */
const WELL_FILLED = 0.6;

/** Notes are no wider than the table, or than this: longer lines are hard to read. */
const WIDEST_NOTE = 100;

/**
 * Writes a table as text for a terminal: aligned columns under two rules, with the units
 * under the headings and notes and source below.
 *
 * @param table The table.
 * @param options Width of the terminal, and what the table is called.
 * @returns Lines without trailing spaces, ending in a line break.
 *
 * @example Suggested contribution rates of the report
 * ```ts
 * import { tableToText } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const text = tableToText({
 *   id: "table_3_7",
 *   number: "3.7",
 *   title: "Suggested contribution rates",
 *   columns: [
 *     { key: "scenario", title: "Scenario" },
 *     { key: "rate", title: "Rate", unit: "%", decimals: 2 },
 *   ],
 *   rows: [
 *     { scenario: "Pessimistic", rate: 4.89 },
 *     { scenario: "Base", rate: 1.35 },
 *     { scenario: "Optimistic", rate: 0.66 },
 *   ],
 *   notes: [],
 *   source: "ILO (2021)",
 * });
 * assertEquals(
 *   text,
 *   `\
 * Table 3.7. Suggested contribution rates
 *
 * Scenario      Rate
 *                  %
 * ──────────────────
 * Pessimistic   4.89
 * Base          1.35
 * Optimistic    0.66
 * ──────────────────
 * Source: ILO (2021)
 * `,
 * );
 * ```
 */
export function tableToText(table: Table, options: TextOptions = {}): string {
  const { width = 100, label } = options;
  const columns = table.columns.map((column) => textColumn(table, column));
  const blocks = blocksOf(columns, width).map((block) => layBlock(block, width));
  const widest = Math.max(...blocks.flat().map((line) => stringWidth(line.trimEnd())));
  const noteWidth = Math.min(width, Math.max(widest, WIDEST_NOTE));
  const lines = [
    ...wrap(itemHeading(table, label), noteWidth),
    ...blocks.flatMap((block) => ["", ...block]),
    ...footLines(table).flatMap(({ label, text }) =>
      wrap(`${label}: ${text}`, noteWidth)
    ),
  ];
  return lines.map((line) => line.trimEnd()).join("\n") + "\n";
}

/** A column in words, as it is laid out. */
interface TextColumn {
  readonly column: Column;
  readonly title: string;
  readonly unit: string;
  readonly isRight: boolean;
  readonly cells: readonly string[];
  /** Widths: of the longest text, of the longest word, and one that still reads well. */
  readonly natural: number;
  readonly longestWord: number;
  readonly least: number;
}

function textColumn(table: Table, column: Column): TextColumn {
  const title = printable(column.title);
  const unit = printable(column.unit ?? "");
  const cells = table.rows.map((row) =>
    printable(formatCell(row[column.key], column, table.language))
  );
  const isRight = isNumericColumn(table, column);
  const texts = [title, unit, ...cells];
  const longestWord = widest(texts.flatMap((text) => text.split(" ")));
  let least = longestWord;
  const isInTwo = () => texts.every((text) => wrap(text, least).length <= 2);
  while (!isRight && least < LEAST_OF_WORDS && !isInTwo()) least++;
  return {
    column,
    title,
    unit,
    isRight,
    cells,
    natural: widest(texts),
    longestWord,
    least,
  };
}

/**
 * Columns that stand side by side: all, or where these are too wide, as many as there is
 * room for beside the first ones, which name the rows. Neighbours of a group stay together.
 */
function blocksOf(
  columns: readonly TextColumn[],
  width: number,
): (readonly TextColumn[])[] {
  const fits = (some: readonly TextColumn[]) => {
    const widths = some.map(({ least }) => least);
    widenForGroups(widths, headerGroups(some.map(({ column }) => column)), width);
    return total(widths) <= width;
  };
  const firstNumber = columns.findIndex(({ isRight }) => isRight);
  const named = columns.slice(0, Math.max(1, firstNumber));
  const others = columns.slice(named.length);
  if (
    fits(columns) || firstNumber < 0 || !others.some((each) => fits([...named, each]))
  ) {
    return [columns];
  }
  const runs = headerGroups(others.map(({ column }) => column)).map((group) =>
    others.filter(({ column }) => group.columns.includes(column))
  );
  const blocks: TextColumn[][] = [[]];
  for (const run of runs) {
    const last = blocks.at(-1)!;
    const isWellFilled = total([...named, ...last].map(({ least }) =>
      least
    )) > WELL_FILLED * width;
    const isWhole = fits([...named, ...last, ...run]) ||
      isWellFilled && fits([...named, ...run]);
    for (const piece of isWhole ? [run] : run.map((one) => [one])) {
      const block = blocks.at(-1)!;
      const isFirst = block.length === 0;
      if (isFirst || fits([...named, ...block, ...piece])) block.push(...piece);
      else blocks.push([...piece]);
    }
  }
  return blocks.map((block) => [...named, ...block]);
}

/** Headings, units and rows of some columns, under two rules. */
function layBlock(columns: readonly TextColumn[], width: number): string[] {
  const groups = headerGroups(columns.map(({ column }) => column))
    .map(({ title, columns }) => ({ title: title && printable(title), columns }));
  const widthsFor = (room: number) => {
    const widths = fitWidths(columns, room);
    widenForGroups(widths, groups, width);
    return widths;
  };
  // Names of groups may want more than was narrowed: then the words have less.
  const rooms = Array.from({ length: width }, (_, less) => width - less);
  const room = rooms.find((each) => total(widthsFor(each)) <= width);
  const widths = widthsFor(room ?? width);
  const row = (cells: readonly string[], isAtBottom = false) =>
    layRow(
      cells.map((text, index) => ({
        text,
        width: widths[index]!,
        isRight: columns[index]!.isRight,
      })),
      isAtBottom,
    );
  const rule = "─".repeat(total(widths));
  const hasUnits = columns.some(({ unit }) => unit !== "");
  const rows = columns[0]?.cells ?? [];
  return [
    ...groupLines(widths, groups),
    ...row(columns.map(({ title }) => title), true),
    ...(hasUnits ? row(columns.map(({ unit }) => unit)) : []),
    rule,
    ...rows.flatMap((_, index) => row(columns.map(({ cells }) => cells[index]!))),
    rule,
  ];
}

/** Width of a row of columns with the gaps between them. */
function total(widths: readonly number[]): number {
  return sumSimple(widths) +
    GAP.length * Math.max(0, widths.length - 1);
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
}

/**
 * Natural widths, the widest narrowed first: to widths that read well, and if that does not
 * do, to a column's longest word.
 */
function fitWidths(columns: readonly TextColumn[], room: number): number[] {
  const widths = columns.map(({ natural }) => natural);
  const limits = [
    columns.map(({ least }) => least),
    columns.map(({ longestWord }) => longestWord),
  ];
  for (const least of limits) {
    while (total(widths) > room) {
      const spare = widths.map((width, index) => width > least[index]! ? width : 0);
      const index = spare.indexOf(Math.max(...spare));
      if (!(spare[index]! > 0)) break;
      widths[index]!--;
    }
  }
  return widths;
}

type Groups = ReturnType<typeof headerGroups>;

/** Widens the last column of a group whose name needs more room, if there is some. */
function widenForGroups(widths: number[], groups: Groups, room: number): void {
  let start = 0;
  for (const { title = "", columns } of groups) {
    const end = start + columns.length;
    const span = total(widths.slice(start, end));
    const inLine = stringWidth(title) - span;
    const inWords = widest(title.split(" ")) - span;
    const missing = total(widths) + inLine <= room ? inLine : inWords;
    if (missing > 0) widths[end - 1]! += missing;
    start = end;
  }
}

/** The names of the groups, each drawn out by a rule over its columns. */
function groupLines(widths: readonly number[], groups: Groups): readonly string[] {
  if (groups.every(({ title }) => title === undefined)) return [];
  let start = 0;
  const names = groups.map(({ title, columns }) => {
    const width = total(widths.slice(start, start += columns.length));
    if (title === undefined) return { text: "", width, isRight: false };
    const last = wrap(title, width).at(-1)!;
    const rule = width - stringWidth(last) > 1
      ? ` ${"─".repeat(width - stringWidth(last) - 1)}`
      : "";
    return { text: title, rule, width, isRight: false };
  });
  return layRow(names, true);
}

/** Lays cells side by side, on several lines where a text is wrapped. */
function layRow(
  cells: readonly {
    readonly text: string;
    readonly width: number;
    readonly isRight: boolean;
    /** What follows the text in its last line, to the end of the column. */
    readonly rule?: string;
  }[],
  isAtBottom: boolean,
): readonly string[] {
  const blocks = cells.map(({ text, width, rule = "" }) =>
    wrap(text, width).map((line, i, all) => i === all.length - 1 ? line + rule : line)
  );
  const height = Math.max(1, ...blocks.map((block) => block.length));
  return Array.from(
    { length: height },
    (_, line) =>
      cells.map(({ width, isRight }, index) => {
        const block = blocks[index]!;
        const text = block[isAtBottom ? line - height + block.length : line] ?? "";
        const space = " ".repeat(Math.max(0, width - stringWidth(text)));
        return isRight ? space + text : text + space;
      }).join(GAP),
  );
}

/** Breaks a text between words; a word longer than the line stays whole. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}
