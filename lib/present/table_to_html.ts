import type { Column, Table } from "@jkp/report";
import { escapeHtml, formatCell } from "./format.ts";
import { footLines, headerGroups, isNumericColumn, itemHeading } from "./table_shape.ts";

/**
 * The style of every table {@link tableToHtml} makes: put it once in a page's `<style>`.
 *
 * Colours are taken from the page, so that the tables also suit a dark one.
 */
export const TABLE_STYLE = `\
table.jkp-table {
  border-collapse: collapse;
  margin: 1.5em 0;
  font: 14px/1.4 Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: lining-nums tabular-nums;
  color: inherit;
}
table.jkp-table caption {
  padding: 0 0 0.6em;
  text-align: left;
  font-weight: bold;
  color: inherit;
}
table.jkp-table th, table.jkp-table td {
  padding: 0.25em 0.7em;
  border: 0;
  background: none;
  text-align: left;
  vertical-align: top;
}
table.jkp-table thead th { vertical-align: bottom; font-weight: bold; }
table.jkp-table thead th.group { text-align: center; border-bottom: 1px solid; }
table.jkp-table thead .unit { display: block; font-weight: normal; opacity: 0.75; }
table.jkp-table thead { border-top: 2px solid; border-bottom: 1px solid; }
table.jkp-table tbody { border-bottom: 2px solid; }
table.jkp-table tbody th { font-weight: normal; }
table.jkp-table tbody tr:hover { background: rgba(128, 128, 128, 0.12); }
table.jkp-table th.number, table.jkp-table td.number {
  text-align: right;
  white-space: nowrap;
}
table.jkp-table thead th.number { white-space: normal; }
table.jkp-table tfoot td { padding-bottom: 0; font-size: 12px; opacity: 0.75; }
`;

/**
 * Writes a table as an HTML `<table>`: caption, grouped headings with units, row and
 * column scopes for screen readers, notes and source in the foot.
 *
 * The first column heads the rows. The look comes from {@link TABLE_STYLE}.
 *
 * @param table The table.
 * @returns The element, ending in a line break; all text is escaped.
 *
 * @example
 * ```ts
 * import { tableToHtml } from "@jkp/present";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const html = tableToHtml({
 *   id: "table_1",
 *   number: "1",
 *   title: "Cost rate",
 *   columns: [
 *     { key: "year", title: "Year", isGrouped: false },
 *     { key: "rate", title: "Rate", unit: "%", decimals: 2 },
 *   ],
 *   rows: [{ year: 2022, rate: 1.4 }],
 *   notes: [],
 *   source: "own calculations",
 * });
 * assertStringIncludes(html, '<td class="number">1.40</td>');
 * ```
 */
export function tableToHtml(table: Table): string {
  const { columns } = table;
  const numberClass = new Map(
    columns.map((column) => [
      column,
      isNumericColumn(table, column) ? ' class="number"' : "",
    ]),
  );
  const head = headRows(columns, (column) => numberClass.get(column) ?? "");
  const body = table.rows.map((row) => {
    const cells = columns.map((column, index) => {
      const text = escapeHtml(formatCell(row[column.key], column));
      return index === 0
        ? `<th scope="row"${numberClass.get(column)}>${text}</th>`
        : `<td${numberClass.get(column)}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const foot = footLines(table).map(({ label, text }) =>
    `<tr><td colspan="${columns.length}"><em>${label}:</em> ${escapeHtml(text)}</td></tr>`
  );
  const section = (name: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [`<${name}>`, ...rows, `</${name}>`];
  return [
    '<table class="jkp-table">',
    `<caption>${escapeHtml(itemHeading(table))}</caption>`,
    ...section("thead", head),
    ...section("tbody", body),
    ...section("tfoot", foot),
    "</table>\n",
  ].join("\n");
}

/** One row of headings, or two where columns are grouped. */
function headRows(
  columns: readonly Column[],
  numberClass: (column: Column) => string,
): readonly string[] {
  const groups = headerGroups(columns);
  const isTwoRows = groups.some(({ title }) => title !== undefined);
  const heading = (column: Column, rowspan: string) => {
    const unit = column.unit === undefined
      ? ""
      : ` <span class="unit">${escapeHtml(column.unit)}</span>`;
    const title = escapeHtml(column.title);
    return `<th scope="col"${rowspan}${numberClass(column)}>${title}${unit}</th>`;
  };
  if (!isTwoRows) {
    return [`<tr>${columns.map((column) => heading(column, "")).join("")}</tr>`];
  }
  const upper = groups.map(({ title, columns }) =>
    title === undefined
      ? columns.map((column) => heading(column, ' rowspan="2"')).join("")
      : `<th scope="colgroup" class="group" colspan="${columns.length}">` +
        `${escapeHtml(title)}</th>`
  );
  const lower = groups.flatMap(({ title, columns }) =>
    title === undefined ? [] : columns.map((column) => heading(column, ""))
  );
  return [`<tr>${upper.join("")}</tr>`, `<tr>${lower.join("")}</tr>`];
}
