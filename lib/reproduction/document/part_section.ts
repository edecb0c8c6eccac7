import type { LedgerRow } from "../ledger/ledger.ts";
import {
  escapeHtml,
  htmlFigure,
  htmlSection,
  markHtml,
  SYNTHETIC_BADGE,
  tableToHtml,
} from "@jkp/exhibit";
import { dataWords } from "../ledger/data_words.ts";
import { NUMBER_HEADINGS } from "./card_headings.ts";
import { chainAddress } from "./chain_section.ts";
import type { ReportPart } from "./content.ts";
import {
  countsText,
  differenceText,
  markOfRow,
  publishedText,
  reproducedText,
} from "./ledger_words.ts";
import { isOfExtract, partHeading, partName } from "./part_names.ts";

/** What the parts of a report have in common. */
export interface PartSetting {
  readonly isSynthetic: boolean;
  /** Whether the page has what is behind Table 3.7. */
  readonly hasChains: boolean;
}

/**
 * A table, figure or section of the report: the thing itself, how many of its numbers
 * came out, and those that did not with the reason.
 */
export function partSection(part: ReportPart, setting: PartSetting): string {
  const { item, table, figure, rows } = part;
  const name = partName(part);
  // A figure draws its own title.
  const style = figure === undefined ? "part" : "part drawn";
  return htmlSection({ id: item, title: partHeading(part), style, level: 3 }, [
    statusLine(part, setting),
    ...(figure === undefined ? [] : [htmlFigure(name, figure.figure, figure.drawing)]),
    ...(table === undefined ? [] : [partTable(part, table, setting)]),
    ...(table === undefined
      ? rowsTable(`Numbers of ${name} beside ours`, rows, setting)
      : differences(name, rows, setting)),
  ]);
}

function statusLine(part: ReportPart, setting: PartSetting): string {
  const { item, rows } = part;
  const badge = setting.isSynthetic && isOfExtract(part) ? `${SYNTHETIC_BADGE} ` : "";
  const counts = rows.length === 0
    ? "No number is printed of it"
    : countsText(rows, dataWords(setting));
  const link = rows.length === 0
    ? ""
    : ` <a href="#ledger" data-item="${item}">in the ledger</a>`;
  return `<p class="counts">${badge}${counts}.${link}</p>`;
}

function partTable(
  { item, rows }: ReportPart,
  table: NonNullable<ReportPart["table"]>,
  { hasChains }: PartSetting,
): string {
  if (item !== "table_3_7" || !hasChains) return tableToHtml(table).trim();
  const scenarios = 3;
  const link = (rowIndex: number, columnIndex: number) => {
    const row = rows[rowIndex * scenarios + columnIndex - 1];
    return columnIndex === 0 || row === undefined ? undefined : `#${chainAddress(row)}`;
  };
  return '<p class="hint">Each number leads to what is behind it.</p>\n' +
    tableToHtml(table, { link }).trim();
}

/** The numbers of a table that differ or that have none of ours, with the reason. */
function differences(
  name: string,
  rows: readonly LedgerRow[],
  setting: PartSetting,
): readonly string[] {
  const { equal } = dataWords(setting);
  const open = rows.filter(({ status }) => status !== "matches");
  if (open.length === 0) return [];
  return [
    `<details class="differences"><summary>Why ${open.length} ` +
    `${open.length === 1 ? "number is" : "numbers are"} not ${equal}</summary>`,
    ...rowsTable(`Numbers of ${name} that are not ${equal}`, open, setting),
    "</details>",
  ];
}

function rowsTable(
  caption: string,
  rows: readonly LedgerRow[],
  setting: PartSetting,
): readonly string[] {
  if (rows.length === 0) return [];
  const body = rows.map((row) => {
    const published = publishedText(row);
    const style = published.length > 16 ? "words" : "number";
    return `<tr><th scope="row">${escapeHtml(row.title)}</th>` +
      `<td>${escapeHtml(row.unit)}</td>` +
      `<td class="${style}">${escapeHtml(published)}</td>` +
      `<td class="${style}">${escapeHtml(reproducedText(row))} ` +
      `${markHtml(markOfRow(row))}</td>` +
      `<td class="number">${escapeHtml(differenceText(row))}</td>` +
      `<td class="note">${escapeHtml(row.note)}</td></tr>`;
  });
  const title = escapeHtml(caption);
  return [
    '<div class="jkp-table rows stacked numbers">',
    `<div class="scroll" role="group" aria-label="${title}" tabindex="0">`,
    "<table>",
    `<caption>${title}</caption>`,
    '<thead><tr><th scope="col">Number</th><th scope="col">Unit</th>' +
    `<th scope="col" class="number">${NUMBER_HEADINGS.published}</th>` +
    `<th scope="col" class="number">${dataWords(setting).ours}</th>` +
    `<th scope="col" class="number">${NUMBER_HEADINGS.difference}</th>` +
    '<th scope="col">Note</th></tr></thead>',
    "<tbody>",
    ...body,
    "</tbody>",
    "</table>",
    "</div>",
    "</div>",
  ];
}
