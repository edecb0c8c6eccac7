import { STANDARD_FORMAT } from "@jkp/mapping";
import { DataError } from "@jkp/problem";
import type { TextFormat } from "./csv_blocks.ts";
import { openCsvFile } from "./csv_file.ts";
import { formatOf } from "./format_of.ts";
import { openParquetFile } from "./parquet_file.ts";
import type { SpellFile } from "./spell_file.ts";
import { openXlsxFile, type SheetFormat } from "./xlsx_file.ts";

/** How a file is written, as far as its name does not tell. */
export type FileFormat = TextFormat & SheetFormat;

/** Openers by the ending of the name. */
const OPENERS: readonly [
  ending: string,
  open: (path: string, format: FileFormat) => Promise<SpellFile>,
][] = [
  [".csv", openCsvFile],
  [".txt", openCsvFile],
  [".csv.gz", openCsvFile],
  [".txt.gz", openCsvFile],
  [".parquet", openParquetFile],
  [".xlsx", openXlsxFile],
];

/** Whether {@link openSpellFile} knows the ending of a file's name. */
export function isSpellFile(name: string): boolean {
  return OPENERS.some(([ending]) => name.toLowerCase().endsWith(ending));
}

/**
 * Opens a `.csv`, `.txt`, `.csv.gz`, `.txt.gz`, `.parquet` or `.xlsx` file, one spell a
 * row, and reads the names of its columns.
 *
 * @param path The file.
 * @param format How it is written; if not given, a text file is parted as it seems to be.
 * @returns The file, to be read as often as wanted.
 * @throws {DataError} If there is no such file, or a link or folder in its place, it
 * cannot be read as what its name says, or two of its columns have the same name.
 *
 * @example Cells parted by semicolons
 * ```ts
 * import { openSpellFile } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "months;found\n7;1\n12;0\n");
 * const { columns } = await openSpellFile(path);
 * assertEquals(columns, ["months", "found"]);
 * ```
 */
export async function openSpellFile(
  path: string,
  format?: FileFormat,
): Promise<SpellFile> {
  const opener = OPENERS.find(([ending]) => path.toLowerCase().endsWith(ending));
  if (opener === undefined) {
    const endings = OPENERS.map(([ending]) => ending).join(", ");
    throw new DataError([{ file: path, expected: `a name ending in ${endings}` }]);
  }
  const info = await Deno.lstat(path).catch(() => undefined);
  if (info === undefined || !info.isFile) {
    const received = info === undefined ? "nothing there" : kindOf(info);
    throw new DataError([{ file: path, expected: "a file", received }]);
  }
  const file = await opener[1](path, format ?? await partingOf(path));
  const twice = file.columns.filter((name, at) =>
    name !== "" && file.columns.indexOf(name) !== at
  );
  if (twice.length > 0) {
    throw new DataError(twice.map((name) => ({
      file: path,
      place: "header",
      expected: "each column once",
      received: `${name} twice`,
    })));
  }
  return file;
}

/** How a text file seems to be parted; its header is taken to be the first row. */
async function partingOf(path: string): Promise<TextFormat> {
  const { delimiter, encoding } = await formatOf(path) ?? STANDARD_FORMAT;
  return { delimiter, encoding };
}

/** What stands there instead of a file: what it leads to may be anything. */
function kindOf(info: Deno.FileInfo): string {
  if (info.isSymlink) return "a link to another file";
  return info.isDirectory ? "a folder" : "a device or pipe";
}
