import type { DataWords } from "../ledger/data_words.ts";
import { KIND_LEGEND } from "../ledger/kinds.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import { escapeHtml, htmlSection, markHtml, SIGN_LEGEND } from "@jkp/exhibit";
import { NUMBER_HEADINGS } from "./card_headings.ts";
import type { ReportPart } from "./content.ts";
import {
  differenceText,
  KIND_WORDS,
  markOfRow,
  publishedText,
  reproducedText,
  rowId,
  STATUS_WORDS,
  toleranceText,
} from "./ledger_words.ts";
import { headlineFirst } from "../ledger/summary.ts";
import { partName } from "./part_names.ts";

/**
 * Every published number beside ours, the rates of Table 3.7 first, with filters. The filters need scripts and show
 * themselves only with them; the table is whole without.
 */
export function ledgerSection(
  parts: readonly ReportPart[],
  words: Pick<DataWords, "ours">,
): string {
  const partOf = new Map(parts.flatMap((part) => part.rows.map((row) => [row, part])));
  const all = headlineFirst([...partOf.keys()]);
  const rows = all.map((row) => ledgerRow(partOf.get(row)!, row));
  const headings = [
    ["Item", ""],
    ["Number", ""],
    ["Unit", ""],
    [NUMBER_HEADINGS.published, "number"],
    [words.ours, "number"],
    [NUMBER_HEADINGS.difference, "number"],
    [NUMBER_HEADINGS.tolerance, "number"],
    ["Status", ""],
    ["Kind", ""],
    ["Note", ""],
  ].map(([title, style]) => `<th scope="col"${classOf(style!)}>${title}</th>`);
  const title = "Ledger: every published number beside ours";
  return htmlSection({ id: "ledger", title, style: "ledger" }, [
    `<p class="legend">${SIGN_LEGEND}. Tolerance: half a unit of the last digit printed. ` +
    `${KIND_LEGEND}</p>`,
    filterForm(parts, all),
    '<div class="jkp-table stacked numbers">',
    '<div class="scroll" role="group" aria-label="Ledger" tabindex="0">',
    '<table id="ledger-table">',
    "<caption>Every published number beside ours</caption>",
    `<thead><tr>${headings.join("")}</tr></thead>`,
    `<tbody>`,
    ...rows,
    "</tbody>",
    "</table>",
    "</div>",
    "</div>",
  ]);
}

function ledgerRow(part: ReportPart, row: LedgerRow): string {
  const mark = markOfRow(row);
  return `<tr id="${escapeHtml(rowId(row))}" data-item="${escapeHtml(row.item)}" ` +
    `data-status="${row.status}" data-kind="${row.kind}">` +
    `<td><a href="#${escapeHtml(row.item)}">${escapeHtml(partName(part))}</a></td>` +
    `<th scope="row">${escapeHtml(row.title)}</th>` +
    `<td class="unit">${escapeHtml(row.unit)}</td>` +
    numberCell(publishedText(row)) +
    numberCell(reproducedText(row), String(row.reproduced ?? "")) +
    numberCell(differenceText(row)) +
    numberCell(toleranceText(row)) +
    `<td class="status">${markHtml(mark)} ${STATUS_WORDS[row.status]}</td>` +
    `<td class="kind">${KIND_WORDS[row.kind]}</td>` +
    `<td class="note">${escapeHtml(row.note)}</td></tr>`;
}

/** A number to the right; a longer text in words, as "text" units have it, to the left. */
function numberCell(text: string, title = ""): string {
  const style = text.length > 16 ? "words" : "number";
  const hint = title === "" || title === text ? "" : ` title="${escapeHtml(title)}"`;
  return `<td class="${style}"${hint}>${escapeHtml(text)}</td>`;
}

function filterForm(
  parts: readonly ReportPart[],
  rows: readonly LedgerRow[],
): string {
  const items = parts.filter((part) => part.rows.length > 0)
    .map((part) => [part.item, partName(part)] as const);
  const present = <Name extends string>(
    words: Readonly<Record<Name, string>>,
    of: (row: LedgerRow) => Name,
  ) =>
    (Object.entries(words) as [Name, string][])
      .filter(([name]) => rows.some((row) => of(row) === name));
  return [
    '<form id="ledger-filter" class="filter" role="search" aria-label="Filter the ledger" hidden>',
    select("item", "Item", items),
    select("status", "Status", present(STATUS_WORDS, ({ status }) => status)),
    select("kind", "Kind", present(KIND_WORDS, ({ kind }) => kind)),
    '<div><label for="filter-text">Text</label>' +
    '<input id="filter-text" name="text" type="search" autocomplete="off"></div>',
    '<button type="reset">Show all</button>',
    `<p id="ledger-count" role="status">${rows.length} of ${rows.length} numbers</p>`,
    "</form>",
  ].join("\n");
}

function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
): string {
  const choices = [["", "all"] as const, ...options].map(([value, words]) =>
    `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`
  );
  return `<div><label for="filter-${name}">${label}</label>` +
    `<select id="filter-${name}" name="${name}">${choices.join("")}</select></div>`;
}

function classOf(name: string): string {
  return name === "" ? "" : ` class="${name}"`;
}
