import { type Language, type Words, wordsOf } from "@jkp/language";
import type { Column, Table } from "./table.ts";

/** A heading over neighbouring columns, or a column of no group. */
export interface HeaderGroup {
  /** The shared heading; `undefined` over a column of no group. */
  readonly title: string | undefined;
  readonly columns: readonly Column[];
}

/** Gathers neighbouring columns of the same group; a column of no group stands alone. */
export function headerGroups(columns: readonly Column[]): readonly HeaderGroup[] {
  const groups: { title: string | undefined; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last !== undefined && column.group !== undefined && last.title === column.group) {
      last.columns.push(column);
    } else {
      groups.push({ title: column.group, columns: [column] });
    }
  }
  return groups;
}

/** Whether a column holds numbers and is aligned to the right; words alone are not. */
export function isNumericColumn(table: Table, column: Column): boolean {
  const cells = table.rows.map((row) => row[column.key] ?? null)
    .filter((cell) => cell !== null);
  return cells.length === 0 || cells.some((cell) => typeof cell !== "string");
}

/** What a table or figure says around its content. */
export function wordsAround(
  { language = "en" }: { readonly language?: Language },
): Words["exhibit"] {
  return wordsOf(language).exhibit;
}

/** Words the lines under a table or figure: its notes, then its source. */
export function footLines(
  item: {
    readonly notes: readonly string[];
    readonly source: string;
    readonly language?: Language;
  },
): readonly { readonly label: string; readonly text: string }[] {
  const { note, source } = wordsAround(item);
  const notes = item.notes.map((text) => ({ label: note, text }));
  return item.source === "" ? notes : [...notes, { label: source, text: item.source }];
}

/** The heading of a table or figure: its number, if it has one, and its title. */
export function itemHeading(
  item: {
    readonly number: string;
    readonly title: string;
    readonly language?: Language;
  },
  label = wordsAround(item).table,
): string {
  return item.number === "" ? item.title : `${label} ${item.number}. ${item.title}`;
}
