import { printable } from "@jkp/problem";
import type { Cell, Feature, Sheet } from "write-excel-file/universal";
import { escapeHtml } from "../format.ts";
import type { WorkbookSheet } from "./table_to_sheet.ts";

/** What a workbook says of itself. */
export interface WorkbookProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** Says so when data are synthetic. */
  readonly description: string;
}

/** The time of all files of a workbook: the first that a zip can hold, not a clock's. */
const ZIP_TIME = new Date(1980, 0, 1);

const TYPES = "application/vnd.openxmlformats-";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/";

/**
 * Writes sheets as an Excel workbook (Office Open XML): the same bytes for the same sheets.
 *
 * @throws {Error} If a sheet's name is empty, too long or has a sign Excel forbids.
 */
export async function workbook(
  sheets: readonly WorkbookSheet[],
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  const [{ default: writeExcelFile }, { unzipSync, zipSync }] = await Promise.all([
    import("write-excel-file/universal"),
    import("fflate"),
  ]);
  const written = writeExcelFile(
    sheets.map(({ name, rows, widths, frozenRows }): Sheet<Blob> => ({
      sheet: name,
      data: rows.map((row) => row.map(printableCell)),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: frozenRows,
      orientation: "landscape",
    })),
    {
      fontFamily: "Arial",
      fontSize: 10,
      features: [linksAndFilters(sheets), documentProperties(properties)],
    },
  );
  const bytes = new Uint8Array(await (await written.toBlob()).arrayBuffer());
  // A zip holds the time of each file: it is packed again without the clock's.
  return zipSync(unzipSync(bytes), { mtime: ZIP_TIME, level: 9 });
}

/** A cell whose text XML can hold. */
function printableCell(cell: Cell): Cell {
  if (typeof cell === "string") return printable(cell);
  if (typeof cell !== "object" || cell === null || !("value" in cell)) return cell;
  const { value } = cell;
  return typeof value === "string" ? { ...cell, value: printable(value) } as Cell : cell;
}

/** Links to other sheets and filters, which the library has no options for. */
function linksAndFilters(sheets: readonly WorkbookSheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const { filter, links = {} } = sheets[sheetIndex]!;
            const hyperlinks = Object.entries(links).map(([cell, sheet]) =>
              `<hyperlink ref="${cell}" location="${escapeHtml(`'${sheet}'!A1`)}"/>`
            );
            // The order of these elements is the format's.
            return xml
              .replace(
                "</sheetData>",
                "</sheetData>" +
                  (filter === undefined ? "" : `<autoFilter ref="${filter}"/>`),
              )
              .replace(
                "<pageMargins",
                (hyperlinks.length === 0
                  ? ""
                  : `<hyperlinks>${hyperlinks.join("")}</hyperlinks>`) + "<pageMargins",
              );
          },
        },
      },
    },
  };
}

/** Title, author and description of the file. */
function documentProperties(properties: WorkbookProperties): Feature<Blob> {
  const { title, subject, creator, description } = properties;
  const core = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<cp:coreProperties xmlns:cp="${RELATIONSHIPS}package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeHtml(title)}</dc:title>` +
    `<dc:subject>${escapeHtml(subject)}</dc:subject>` +
    `<dc:creator>${escapeHtml(creator)}</dc:creator>` +
    `<dc:description>${escapeHtml(description)}</dc:description>` +
    "</cp:coreProperties>";
  return {
    files: {
      write: { files: () => ({ "docProps/core.xml": core }) },
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            '<Override PartName="/docProps/core.xml" ' +
            `ContentType="${TYPES}package.core-properties+xml"/>`,
        },
        "_rels/.rels": {
          insert: () =>
            '<Relationship Id="rIdCore" Target="docProps/core.xml" Type="' +
            `${RELATIONSHIPS}package/2006/relationships/metadata/core-properties"/>`,
        },
      },
    },
  };
}
