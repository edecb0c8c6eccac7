import { strFromU8, unzipSync, zipSync } from "fflate";
import polars from "nodejs-polars";
import { crc32, gzipSync } from "node:zlib";
import { bytesOf, type Content, NotRead, type Table } from "./mutant.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const OOXML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A table as a workbook of one sheet; the cells of some columns as numbers. */
export function xlsxOf({ header, rows }: Table, numbers: readonly string[]): Uint8Array {
  const cellXml = (cell: string, column: string, isHeader: boolean) => {
    if (cell === "") return "";
    const isNumber = !isHeader && numbers.includes(column) && /^\d+(\.\d+)?$/.test(cell);
    if (isNumber) return `<v>${cell}</v>`;
    const escaped = cell.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<is><t xml:space="preserve">${escaped}</t></is>`;
  };
  const rowXml = (cells: readonly string[], row: number) =>
    `<row r="${row + 1}">${
      cells.map((cell, at) => {
        const inner = cellXml(cell, header[at] ?? "", row === 0);
        const type = inner.startsWith("<is>") ? ' t="inlineStr"' : "";
        return inner === "" ? "" : `<c r="${letterOf(at)}${row + 1}"${type}>${inner}</c>`;
      }).join("")
    }</row>`;
  const data = [header, ...rows].map(rowXml).join("");
  const files = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.' +
      'relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/${SHEET}" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship ` +
      `Id="rId1" Type="${OOXML}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OOXML}"><sheets>` +
      '<sheet name="spells" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OOXML}/worksheet" ` +
      'Target="worksheets/sheet1.xml"/></Relationships>',
    [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
  };
  const packed = Object.entries(files).map(([name, xml]) => [name, bytesOf(xml)]);
  return zipSync(Object.fromEntries(packed), { mtime: "1980-01-01" });
}

/**
 * The cells of a workbook of {@link xlsxOf}.
 * @throws {NotRead} If it is damaged.
 */
export function xlsxCells(bytes: Content): Table {
  if (!(bytes instanceof Uint8Array)) throw new NotRead("a link");
  let xml: string;
  try {
    xml = strFromU8(unzipSync(bytes)[SHEET]!);
  } catch {
    throw new NotRead("no workbook");
  }
  const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells]) => {
    const row: string[] = [];
    for (const [, at, inner] of cells!.matchAll(/<c r="([A-Z]+)[^>]*>(.*?)<\/c>/gs)) {
      const text = inner!.replace(/<[^>]*>/g, "");
      row[numberOf(at!)] = text.replace(
        /&#(\d+);/g,
        (_, code) => String.fromCharCode(code),
      );
    }
    return Array.from(row, (cell) => cell ?? "");
  });
  const [header = [], ...others] = rows;
  const width = header.length;
  return {
    header,
    rows: others.map((
      row,
    ) => [...row, ...Array(Math.max(0, width - row.length)).fill("")]),
  };
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

function numberOf(letter: string): number {
  return letter.charCodeAt(0) - 65;
}

/** A table as Parquet; some columns as numbers, with nothing where a cell is none. */
export function parquetOf(
  { header, rows }: Table,
  numbers: readonly string[],
): Uint8Array {
  const frame = polars.DataFrame(Object.fromEntries(header.map((name, at) => {
    const cells = rows.map((row) => row[at]!);
    const isNumber = numbers.includes(name);
    return [
      name,
      isNumber
        ? polars.Series(name, cells.map(floatOf), polars.Float64)
        : polars.Series(name, cells, polars.Utf8),
    ];
  })));
  return new Uint8Array(frame.writeParquet({ compression: "snappy" }));
}

/** A cell as a column of floats holds it. */
function floatOf(cell: string): number | null {
  return cell === "" ? null : Number(cell);
}

/** Packed text, in several members as some programs write it. */
export function gzipOf(bytes: Uint8Array, cuts: readonly number[] = []): Uint8Array {
  const ends = [...cuts, bytes.length].sort((a, b) => a - b);
  const parts = ends.map((end, at) => gzipSync(bytes.subarray(ends[at - 1] ?? 0, end)));
  return new Uint8Array(Buffer.concat(parts));
}

/** Packed text whose checksum, at the end, is of another text. */
export function gzipWithWrongSum(bytes: Uint8Array): Uint8Array {
  const packed = gzipOf(bytes);
  const view = new DataView(packed.buffer, packed.byteOffset);
  view.setUint32(packed.length - 8, crc32(bytes) ^ 1, true);
  return packed;
}
