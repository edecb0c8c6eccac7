import { saidError } from "@jkp/language";
import type { TextFormat } from "./csv_blocks.ts";
import { openCsvFile } from "./csv_file.ts";
import { openParquetFile, type ParquetFormat } from "./parquet_file.ts";
import type { SpellFile } from "./spell_file.ts";
import { openXlsxFile, type SheetFormat } from "./xlsx_file.ts";

/** How a file is written, as far as its name does not tell. */
export type FileFormat = TextFormat & SheetFormat & ParquetFormat;

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
 * Opens a `.csv`, `.txt`, `.csv.gz`, `.txt.gz`, `.parquet` or `.xlsx` file of spells and
 * reads the names of its columns.
 *
 * @param path The file; `.gz` is unpacked, all members of it.
 * @param format How it is written, as far as its name and first bytes do not tell.
 * @returns The file, to be read in batches as often as wanted.
 * @throws {DataError} If there is no such file, it cannot be read as what its name says,
 * or two of its columns have the same name.
 *
 * @example Four spells of three members, in eight columns
 * ```ts
 * import { openSpellFile } from "@jkp/spells/read";
 * import { exampleFolder } from "../example_folder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const path = `${await exampleFolder()}/spells.csv`;
 * const file = await openSpellFile(path, { delimiter: ",", encoding: "utf-8" });
 * assertEquals(file.columns.length, 8);
 * for await (const { frame } of file.rows(["member_id"])) assertEquals(frame.height, 4);
 * ```
 */
export async function openSpellFile(
  path: string,
  format: FileFormat,
): Promise<SpellFile> {
  const opener = OPENERS.find(([ending]) => path.toLowerCase().endsWith(ending));
  if (opener === undefined) {
    const endings = OPENERS.map(([ending]) => ending).join(", ");
    throw saidError([({ extract }) => ({
      file: path,
      expected: extract.source.ending(endings),
    })]);
  }
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined || !info.isFile) {
    throw saidError([({ files, extract }) => ({
      file: path,
      expected: files.aFile,
      received: info === undefined
        ? files.nothingThere
        : info.isDirectory
        ? files.aFolder
        : extract.source.device,
    })]);
  }
  const file = await opener[1](path, format);
  const twice = file.columns.filter((name, at) =>
    name !== "" && file.columns.indexOf(name) !== at
  );
  if (twice.length > 0) {
    const row = /\.parquet$/i.test(path) ? undefined : format.headerRow ?? 1;
    throw saidError(twice.map((name) => ({ files, extract: { source } }) => ({
      file: path,
      place: files.place.header,
      expected: source.columnOnce,
      received: row === undefined ? source.twice(name) : source.twiceInRow(name, row),
    })));
  }
  return file;
}
