import type { Table } from "../table.ts";
import { capitalized, keyInWords } from "../words.ts";
import { tableToSheet } from "../workbook/table_to_sheet.ts";
import type { SheetRow, WorkbookSheet } from "../workbook/worksheet.ts";
import { workbook } from "../workbook/workbook.ts";
import type { ProvenanceGroup } from "./document.ts";

/** What a workbook says before its sheets. */
export interface WorkbookHead {
  readonly title: string;
  /** For the file's properties. */
  readonly subject: string;
  /** Whose data; says so when they are synthetic. */
  readonly data: string;
  /** What it is, in a line. */
  readonly lead: string;
}

/**
 * Writes sheets as an Excel workbook whose first sheet lists the others, with links.
 *
 * @param head What the workbook says before its sheets.
 * @param sheets The sheets in their order.
 * @returns The file, the same bytes for the same content.
 * @throws {Error} If a sheet's name is empty, too long or has a sign Excel forbids.
 *
 * @example The first sheet leads to the second
 * ```ts
 * import { tableToSheet, workbookWithContents } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 * import readXlsxFile from "read-excel-file/node";
 * import { Buffer } from "node:buffer";
 *
 * const table = { id: "rates", number: "", title: "Rates", columns: [], rows: [] };
 * const sheet = tableToSheet({ ...table, notes: [], source: "" }, { name: "Rates" });
 * const head = { title: "JKP", subject: "Rates", data: "Extract own.", lead: "" };
 * const sheets = await readXlsxFile(
 *   Buffer.from(await workbookWithContents(head, [sheet])),
 * );
 * assertEquals(sheets.map(({ sheet }) => sheet), ["Contents", "Rates"]);
 * ```
 */
export async function workbookWithContents(
  head: WorkbookHead,
  sheets: readonly WorkbookSheet[],
): Promise<Uint8Array> {
  const { title, subject, data } = head;
  const properties = { title, subject, creator: "JKP Lab", description: data };
  return await workbook([contentsSheet(head, sheets), ...sheets], properties);
}

function contentsSheet(
  { title, data, lead }: WorkbookHead,
  sheets: readonly WorkbookSheet[],
): WorkbookSheet {
  const head: SheetRow[] = [
    [{ value: title, look: "title" }],
    [{ value: data, look: "warning" }],
    [{ value: lead }],
    [],
    [{ value: "Sheet", look: "heading" }, { value: "Holds", look: "heading" }],
  ];
  return {
    name: "Contents",
    title: "Contents",
    rows: [
      ...head,
      ...sheets.map(({ name, title }): SheetRow => [
        { value: name, look: "link" },
        { value: title },
      ]),
    ],
    widths: [26, 100],
    frozenRows: head.length,
    links: Object.fromEntries(
      sheets.map(({ name }, index) => [`A${head.length + index + 1}`, name]),
    ),
  };
}

/** Letters of the name of a sheet that Excel takes. */
export const MOST_OF_NAME = 31;

/**
 * The name of the sheet of a table or figure of our own: its id in words, of so many as Excel
 * takes. What tells sheets apart stands first and last, so that words go from the middle.
 *
 * @param id The table's or figure's.
 * @returns At most 31 characters.
 *
 * @example
 * ```ts
 * import { sheetName } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sheetName("cost_rates"), "Cost rates");
 * const long = "projection_proposed_2021_pessimistic";
 * assertEquals(sheetName(long), "Projection proposed pessimistic");
 * ```
 */
export function sheetName(id: string): string {
  return fittingName(capitalized(keyInWords(id)));
}

/** A name without the words in its middle that it has no room for. */
export function fittingName(name: string, most = MOST_OF_NAME): string {
  const words = name.split(" ");
  while (words.length > 2 && words.join(" ").length > most) words.splice(-2, 1);
  const fitting = words.join(" ");
  return fitting.length <= most ? fitting : `${fitting.slice(0, most - 1)}…`;
}

/**
 * The last sheet of a workbook: what it was made from.
 *
 * @param groups Names and values.
 * @returns A sheet with a row for each.
 *
 * @example
 * ```ts
 * import { provenanceSheet } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const sheet = provenanceSheet([{ title: "Program", rows: [["Deno", "2.9.6"]] }]);
 * assertEquals(sheet.rows[4]!.length, 3);
 * ```
 */
export function provenanceSheet(groups: readonly ProvenanceGroup[]): WorkbookSheet {
  const table: Table = {
    id: "provenance",
    number: "",
    title: "What this workbook was made from",
    columns: [
      { key: "group", title: "Of" },
      { key: "name", title: "Name" },
      { key: "value", title: "Value" },
    ],
    rows: groups.flatMap(({ title, rows }) =>
      rows.map(([name, value]) => ({ group: title, name, value }))
    ),
    notes: [],
    source: "",
  };
  return tableToSheet(table, { name: "Provenance" });
}
