import type { Figure } from "../figure.ts";
import { figureToTable } from "../figure_to_table.ts";
import type { Table } from "../table.ts";
import { tableToSheet } from "../workbook/table_to_sheet.ts";
import type { WorkbookSheet } from "../workbook/worksheet.ts";
import {
  checkDocument,
  dataSentence,
  type Document,
  isOfSyntheticData,
  itemsOf,
} from "./document.ts";
import {
  fittingName,
  MOST_OF_NAME,
  provenanceSheet,
  sheetName,
  workbookWithContents,
} from "./workbook_pages.ts";

/**
 * Writes a document as an Excel workbook: a sheet for each table and for the values of each
 * figure, and what it was made from; before them the sheets of formulas it has. The same
 * bytes for the same document.
 *
 * @throws {RangeError} If ids are no names or stand twice.
 */
export async function documentToWorkbook(document: Document): Promise<Uint8Array> {
  checkDocument(document);
  const { title, lead, data, provenance, sheets = [] } = document;
  const { tables, figures } = itemsOf(document);
  const heldBy = titlesInContents(document);
  const sentence = dataSentence(data);
  const names = new Set([
    "contents",
    "provenance",
    ...sheets.map(({ name }) => name.toLowerCase()),
  ]);
  const sheet = (item: Table | Figure, table: Table, label: string): WorkbookSheet => {
    const made = tableToSheet(table, {
      name: unusedName(sheetName(item.id), names),
      label,
      ...(isOfSyntheticData([item]) ? { warning: sentence } : {}),
    });
    return { ...made, title: heldBy.get(item) ?? made.title };
  };
  return await workbookWithContents({
    title,
    subject: lead[0] ?? "",
    data: sentence,
    lead: lead.join(" "),
  }, [
    ...sheets,
    ...tables.map((table) => sheet(table, table, "Table")),
    ...figures.map((figure) => sheet(figure, figureToTable(figure), "Figure")),
    provenanceSheet(provenance),
  ]);
}

/** What the contents say of items whose titles would stand there twice. */
function titlesInContents(
  { answer, sections }: Document,
): ReadonlyMap<Table | Figure, string> {
  const parts = sections.flatMap((section) => [section, ...section.subsections ?? []]);
  const all = [
    ...answer.map((item) => ({ item, heading: "", of: "" })),
    ...parts.flatMap(({ title, tables = [], figures = [] }) => [
      ...tables.map((item) => ({ item, heading: title, of: "" })),
      ...figures.map((item) => ({ item, heading: title, of: ", as drawn" })),
    ]),
  ];
  const byTitle = Map.groupBy(all, ({ item }) => item.number + item.title);
  return new Map(
    [...byTitle.values()].filter(({ length }) => length > 1).flatMap((alike) =>
      alike.map(({ item, heading, of }) =>
        [
          item,
          `${heading === "" || item.title.startsWith(heading) ? "" : `${heading}: `}` +
          item.title + of,
        ] as const
      )
    ),
  );
}

/** A name as it is or with a number, for Excel takes each once, small or capital. */
function unusedName(name: string, used: Set<string>): string {
  for (let count = 1;; count++) {
    const mark = count === 1 ? "" : ` ${count}`;
    const tried = fittingName(name, MOST_OF_NAME - mark.length) + mark;
    if (used.has(tried.toLowerCase())) continue;
    used.add(tried.toLowerCase());
    return tried;
  }
}
