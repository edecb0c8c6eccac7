import { dataWords } from "../ledger/data_words.ts";
import {
  type CellValue,
  dataSentence,
  figureToTable,
  provenanceSheet,
  sheetName,
  type Table,
  tableToSheet,
  type WorkbookSheet,
  workbookWithContents,
} from "@jkp/exhibit";
import { KIND_LEGEND } from "../ledger/kinds.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { ReportContent } from "./content.ts";
import { digitsOf, KIND_WORDS, markOfRow, STATUS_WORDS } from "./ledger_words.ts";
import { headlineFirst } from "../ledger/summary.ts";
import { isOfExtract, partHeading, partName } from "./part_names.ts";

/**
 * Writes everything as one Excel workbook: the sheets of formulas, a sheet for each table and
 * for the values of each figure, the ledger, the choices, and what it was made from.
 *
 * @param content What to write.
 * @returns The file, the same bytes for the same content.
 *
 * @example The sheets that every workbook has
 * ```ts
 * import { reportWorkbook } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 * import readXlsxFile from "read-excel-file/node";
 * import { Buffer } from "node:buffer";
 *
 * const choices = { id: "", number: "", title: "", columns: [], rows: [], notes: [] };
 * const bytes = await reportWorkbook({
 *   extract: { name: "jht_2019", isSynthetic: true },
 *   reading: "closest",
 *   parts: [],
 *   overview: [],
 *   chains: [],
 *   annexes: [],
 *   projections: [],
 *   choices: { ...choices, source: "" },
 *   provenance: [],
 * });
 * const sheets = await readXlsxFile(Buffer.from(bytes));
 * assertEquals(sheets.map(({ sheet }) => sheet), [
 *   "Contents",
 *   "Comparison",
 *   "Choices",
 *   "Provenance",
 * ]);
 * ```
 */
export async function reportWorkbook(content: ReportContent): Promise<Uint8Array> {
  const { extract } = content;
  const data = dataSentence({
    extractName: extract.name,
    isSynthetic: extract.isSynthetic,
  });
  const warning = extract.isSynthetic ? { warning: data } : {};
  const sheets = [
    ...content.formulas ?? [],
    ...itemSheets(content, warning),
    ...furtherSheets(content, warning),
    tableToSheet(comparisonTable(content), {
      name: "Comparison",
      hasFilter: true,
      ...warning,
    }),
    tableToSheet(content.choices, { name: "Choices" }),
    provenanceSheet(content.provenance),
  ];
  return await workbookWithContents({
    title:
      "Actuarial analysis of a proposed unemployment insurance scheme in Indonesia: " +
      dataWords(extract).whole,
    subject: `ILO (2021), reading of Annex I: ${content.reading}`,
    data,
    lead: `Reading of Annex I: ${content.reading}. Published numbers: ILO (2021).`,
  }, sheets);
}

type Warning = { readonly warning?: string };

/** A sheet for each table and figure of the report, in its order. */
function itemSheets({ parts }: ReportContent, warning: Warning): WorkbookSheet[] {
  return parts.flatMap((part) => {
    const { table, figure } = part;
    const options = { name: partName(part), ...(isOfExtract(part) ? warning : {}) };
    return [
      ...(table === undefined ? [] : [tableToSheet(table, options)]),
      ...(figure === undefined ? [] : [tableToSheet(figureToTable(figure.figure), {
        ...options,
        label: "Figure",
      })]),
    ];
  });
}

/** Tables of our own: what came out, the projections, and what was tried. */
function furtherSheets(content: ReportContent, warning: Warning): WorkbookSheet[] {
  return [...content.overview, ...content.projections, ...content.annexes]
    .map((table) => tableToSheet(table, { name: sheetName(table.id), ...warning }));
}

/** The ledger as a table of numbers, the rates of Table 3.7 first. */
function comparisonTable({ parts, extract }: ReportContent): Table {
  const partOf = new Map(parts.flatMap((part) => part.rows.map((row) => [row, part])));
  return {
    id: "comparison",
    number: "",
    title: "Every published number beside ours",
    columns: [
      { key: "item", title: "Item" },
      { key: "heading", title: "Title" },
      { key: "number", title: "Number" },
      { key: "unit", title: "Unit" },
      { key: "published", title: "Published" },
      { key: "reproduced", title: dataWords(extract).ours },
      { key: "difference", title: "Difference" },
      { key: "tolerance", title: "Tolerance", decimals: 4 },
      { key: "sign", title: "Mark" },
      { key: "status", title: "Status" },
      { key: "kind", title: "Kind" },
      { key: "note", title: "Note" },
    ],
    rows: headlineFirst([...partOf.keys()]).map((row) => {
      const part = partOf.get(row)!;
      return {
        item: partName(part),
        heading: partHeading(part),
        number: row.title,
        unit: row.unit,
        published: publishedCell(row),
        reproduced: numberCell(row, row.reproduced),
        difference: row.difference === null ? "" : numberCell(row, row.difference),
        tolerance: row.tolerance === 0 ? "" : row.tolerance,
        sign: markOfRow(row).sign,
        status: STATUS_WORDS[row.status],
        kind: KIND_WORDS[row.kind],
        note: row.note,
      };
    }),
    notes: [`Tolerance: half a unit of the last digit printed. ${KIND_LEGEND}`],
    source: "",
  };
}

function publishedCell({ published, unit }: LedgerRow): CellValue {
  const number = /^-?\d+(?:\.(\d+))?$/.exec(published);
  if (number === null || unit === "text") return published;
  const decimals = number[1]?.length ?? 0;
  return { value: Number(published), decimals, isGrouped: unit !== "year" };
}

function numberCell(row: LedgerRow, value: LedgerRow["reproduced"]): CellValue {
  if (typeof value !== "number") return value;
  return { value, decimals: digitsOf(row), isGrouped: row.unit !== "year" };
}
