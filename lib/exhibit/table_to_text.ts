import stringWidth from "string-width";
import { printable } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import type { Table } from "./table.ts";
import { formatCell } from "./format.ts";
import { footLines, headerGroups, isNumericColumn, itemHeading } from "./table_shape.ts";

/** How {@link tableToText} lays a table out. */
export interface TextOptions {
  /**
   * Characters of a terminal's line. Headings and words are wrapped to fit; numbers never
   * are, so a table with many numbers may be wider.
   * @default {100}
   */
  readonly width?: number;
  /**
   * What the number in the title counts.
   * @default {"Table"}
   */
  readonly label?: string;
}

/** Spaces between columns. */
const GAP = "   ";

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
  const { width = 100, label = "Table" } = options;
  const columns = table.columns.map((column) => ({
    title: printable(column.title),
    unit: printable(column.unit ?? ""),
    isRight: isNumericColumn(table, column),
    cells: table.rows.map((row) => printable(formatCell(row[column.key], column))),
  }));
  const widths = fitWidths(
    columns.map(({ title, unit, cells }) => [title, unit, ...cells]),
    width,
  );
  const groups = headerGroups(table.columns)
    .map(({ title, columns }) => ({ title: title && printable(title), columns }));
  widenForGroups(widths, groups);

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
  const lines = [
    ...wrap(itemHeading(table, label), width),
    "",
    ...groupLine(widths, groups),
    ...row(columns.map(({ title }) => title), true),
    ...(hasUnits ? row(columns.map(({ unit }) => unit)) : []),
    rule,
    ...table.rows.flatMap((_, index) => row(columns.map(({ cells }) => cells[index]!))),
    rule,
    ...footLines(table).flatMap(({ label, text }) => wrap(`${label}: ${text}`, width)),
  ];
  return lines.map((line) => line.trimEnd()).join("\n") + "\n";
}

/** Width of a row of columns with the gaps between them. */
function total(widths: readonly number[]): number {
  return sumSimple(widths) +
    GAP.length * Math.max(0, widths.length - 1);
}

/** Natural widths, the widest narrowed first, never below a column's longest word. */
function fitWidths(texts: readonly (readonly string[])[], room: number): number[] {
  const widest = (words: readonly string[]) =>
    words.reduce((most, word) => Math.max(most, stringWidth(word)), 0);
  const least = texts.map((column) => widest(column.flatMap((text) => text.split(" "))));
  const widths = texts.map(widest);
  while (total(widths) > room) {
    const spare = widths.map((width, index) => width > least[index]! ? width : 0);
    const index = spare.indexOf(Math.max(...spare));
    if (!(spare[index]! > 0)) break;
    widths[index]!--;
  }
  return widths;
}

type Groups = ReturnType<typeof headerGroups>;

/** Widens the last column of a group whose name needs more room than its columns have. */
function widenForGroups(widths: number[], groups: Groups): void {
  let start = 0;
  for (const { title = "", columns } of groups) {
    const end = start + columns.length;
    const missing = stringWidth(title) - total(widths.slice(start, end));
    if (missing > 0) widths[end - 1]! += missing;
    start = end;
  }
}

/** The names of the groups, each drawn out by a rule over its columns. */
function groupLine(widths: readonly number[], groups: Groups): readonly string[] {
  if (groups.every(({ title }) => title === undefined)) return [];
  let start = 0;
  const spans = groups.map(({ title, columns }) => {
    const span = total(widths.slice(start, start += columns.length));
    if (title === undefined) return " ".repeat(span);
    const name = span - stringWidth(title) > 1 ? `${title} ` : title;
    return name + "─".repeat(Math.max(0, span - stringWidth(name)));
  });
  return [spans.join(GAP)];
}

/** Lays cells side by side, on several lines where a text is wrapped. */
function layRow(
  cells: readonly {
    readonly text: string;
    readonly width: number;
    readonly isRight: boolean;
  }[],
  isAtBottom: boolean,
): readonly string[] {
  const blocks = cells.map(({ text, width }) => wrap(text, width));
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
