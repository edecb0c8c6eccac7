import { printable } from "@jkp/problem";
import type { Column, Table } from "./table.ts";
import { formatCell } from "./format.ts";
import { footLines, isNumericColumn, itemHeading } from "./table_shape.ts";

/**
 * Writes a table in GitHub's Markdown. It has no headings over several columns, so the
 * name of a group stands before each of its columns' titles.
 */
export function tableToMarkdown(table: Table): string {
  const { columns } = table;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    line(columns.map((column) => escapeMarkdown(heading(column)))),
    line(columns.map((column) => isNumericColumn(table, column) ? "---:" : ":---")),
    ...table.rows.map((row) =>
      line(
        columns.map((column) =>
          escapeMarkdown(formatCell(row[column.key], column, table.language))
        ),
      )
    ),
  ];
  const title = escapeMarkdown(itemHeading(table));
  const foot = footLines(table).map(({ label, text }) =>
    `*${label}:* ${escapeMarkdown(text)}`
  );
  return [`**${title}**`, lines.join("\n"), ...foot].join("\n\n") + "\n";
}

/** Group, title and unit of a column in one line. */
function heading({ group, title, unit }: Column): string {
  const name = group === undefined ? title : `${group}: ${title}`;
  return unit === undefined ? name : `${name} (${unit})`;
}

/** Keeps marks that Markdown or its HTML would read as code from being read so. */
function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_|<[\]]/g, "\\$&").replaceAll("&", "&amp;")
    .replace(/\s+/g, " ");
}
