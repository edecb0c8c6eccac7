import type { CellValue, Column, Table } from "./table.ts";
import { formatCell, formatNumber } from "./format.ts";

/** How a published number compares with ours: its sign, its word and its name in styles. */
export interface Mark {
  readonly sign: string;
  readonly words: string;
  readonly name: "reproduced" | "not_counted" | "differs" | "none";
}

/** Marks told apart by shape, not by colour alone. */
export const MARKS: { readonly [Name in Mark["name"]]: Mark } = {
  reproduced: {
    sign: "✓",
    words: "computed and equal to the printed digit",
    name: "reproduced",
  },
  not_counted: {
    sign: "(✓)",
    words: "equal, but shown back, fitted, chosen or arithmetic",
    name: "not_counted",
  },
  differs: { sign: "≠", words: "differs", name: "differs" },
  none: { sign: "–", words: "not reproducible", name: "none" },
};

/** What the marks mean, in one sentence. */
export const SIGN_LEGEND = Object.values(MARKS)
  .map(({ sign, words }) => `${sign} ${words}`).join("; ");

/** How the marks beside our numbers read in text. */
export const MARK_LEGEND = "= computed and equal to the printed digit; ≠ different; " +
  "(=) equal, but shown back, fitted, chosen or arithmetic";

/** A column of the report: what it prints, what we find, and how they compare. */
export interface ComparedColumn {
  readonly title: string;
  readonly unit: string | undefined;
  readonly report: Column;
  readonly ours: Column;
  readonly mark: Column;
}

/** A number of the report beside ours. */
export interface ComparedCell {
  readonly published: CellValue;
  readonly reproduced: CellValue;
  readonly mark: Mark;
}

/** A column as it stands in the table, or three of them that compare one. */
export type ShownColumn =
  | { readonly isCompared: false; readonly column: Column }
  | { readonly isCompared: true; readonly compared: ComparedColumn };

/**
 * Joins the three neighbours that compare the report with us, whose keys end in
 * `/report`, `/ours` and `/mark` as `comparedTable` makes them.
 */
export function shownColumns({ columns }: Table): readonly ShownColumn[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return columns.flatMap((column): ShownColumn[] => {
    const [, name, part] = /^(.*)\/(report|ours|mark)$/.exec(column.key) ?? [];
    const [report, ours, mark] = ["report", "ours", "mark"].map((part) =>
      byKey.get(`${name}/${part}`)
    );
    if (name === undefined || !report || !ours || !mark) {
      return [{ isCompared: false, column }];
    }
    if (part !== "report") return [];
    const { group, unit } = report;
    return [{
      isCompared: true,
      compared: { title: group ?? report.title, unit, report, ours, mark },
    }];
  });
}

/**
 * The three cells of a compared column in a row; `undefined` where the report prints
 * nothing.
 */
export function comparedCell(
  row: Table["rows"][number],
  { report, ours, mark }: ComparedColumn,
): ComparedCell | undefined {
  const published = row[report.key] ?? null;
  const reproduced = row[ours.key] ?? null;
  if (published === "" && reproduced === "") return undefined;
  return { published, reproduced, mark: markOf(row[mark.key], reproduced) };
}

/** The notes of a table without the legend of marks that plain text has. */
export function notesWithoutLegend(notes: readonly string[]): readonly string[] {
  return notes.filter((note) => note !== MARK_LEGEND);
}

/** Words a comparison: both numbers in full and their difference. */
export function comparisonText(cell: ComparedCell, column: ComparedColumn): string {
  const { published, reproduced, mark } = cell;
  const both = `${column.ours.title} ${formatCell(reproduced, column.ours) || "–"}, ` +
    `${column.report.title} ${formatCell(published, column.report)}`;
  const difference = differenceOf(published, reproduced);
  return `${mark.words}: ${both}${difference === "" ? "" : `, difference ${difference}`}`;
}

/** Reproduced less published, with one decimal more than is printed. */
function differenceOf(published: CellValue, reproduced: CellValue): string {
  if (published === null || reproduced === null) return "";
  if (typeof published !== "object" || typeof reproduced !== "object") return "";
  const decimals = published.isGrouped === false ? 0 : published.decimals + 1;
  return formatNumber(reproduced.value - published.value, decimals);
}

/**
 * The mark for a sign of plain text: `=`, `(=)`, `≠` or nothing. `reproduced` is "" if
 * there is no number of ours.
 */
export function markOf(sign: CellValue | undefined, reproduced: CellValue): Mark {
  if (sign === "=") return MARKS.reproduced;
  if (sign === "(=)") return MARKS.not_counted;
  if (sign === "≠") return MARKS.differs;
  return reproduced === "" ? MARKS.none : MARKS.not_counted;
}

/**
 * Writes a mark with the words that a screen reader says for it.
 *
 * @param mark The mark.
 * @returns A `<span>`.
 *
 * @example
 * ```ts
 * import { markHtml, MARKS } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   markHtml(MARKS.differs),
 *   '<span class="mark differs" role="img" aria-label="differs">≠</span>',
 * );
 * ```
 */
export function markHtml({ sign, words, name }: Mark): string {
  return `<span class="mark ${name}" role="img" aria-label="${words}">${sign}</span>`;
}
