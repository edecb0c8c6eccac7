import {
  EXTRACT_ID_FILE,
  MANIFEST_FILE,
  parseSpellManifest,
  type SpellManifest,
} from "@jkp/extract";
import { readText, requireFolder } from "@jkp/files/read";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { isAbsolute, join, normalize } from "node:path";
import { readingOf, sourcesOf } from "../decode/reading_of.ts";
import type { SpellReading } from "../decode/spell_reading.ts";
import { type ColumnMapping, type MappingFormat } from "@jkp/mapping";
import { formatOf } from "../source/format_of.ts";
import { isSpellFile, openSpellFile } from "../source/open_spell_file.ts";
import { type SpellFile, unreadableKind } from "../source/spell_file.ts";
import { MAPPING_FILE, readMapping } from "./read_mapping.ts";

/** The file of the folder that holds what its provider says the sums are. */
export const CONTROL_TOTALS_FILE = "control_totals.csv";

/** Files of a folder that hold no spells, whatever their ending. */
const FILES_BESIDE: readonly string[] = [CONTROL_TOTALS_FILE, EXTRACT_ID_FILE];

/** A member-level extract, open for reading. */
export interface SpellFolder {
  readonly path: string;
  readonly manifest: SpellManifest;
  readonly mapping: ColumnMapping;
  /** Its files, each with how its rows are read. */
  readonly files: readonly {
    readonly file: SpellFile;
    readonly reading: SpellReading;
  }[];
}

/**
 * Opens a member-level extract: manifest, mapping, and the header of each file.
 *
 * @param path Folder with `extract.toml`, the files of spells, and `mapping.toml` where
 * the columns have other names.
 * @returns The extract.
 * @throws {DataError} With every problem of manifest, mapping and headers.
 *
 * @example An extract with Indonesian columns
 * ```ts
 * import { BROKEN_SPELLS_FOLDER, openSpellFolder } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { mapping } = await openSpellFolder(BROKEN_SPELLS_FOLDER);
 * assertEquals(mapping.columns.sex, {
 *   column: "Jenis Kelamin",
 *   codes: { M: ["L"], F: ["P"] },
 * });
 * ```
 */
export async function openSpellFolder(path: string): Promise<SpellFolder> {
  const problems: Problem[] = [];
  const gather = async <Part>(part: () => Promise<Part>): Promise<Part | undefined> => {
    try {
      return await part();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  await requireFolder(path);
  const manifestFile = join(path, MANIFEST_FILE);
  const manifest = await gather(async () =>
    parseSpellManifest(manifestFile, await readText(manifestFile))
  );
  const mapping = await gather(() => readMapping(path));
  throwIfAny(problems);
  throwIfAny(problemsOfNames(manifestFile, manifest!));
  const names = manifest!.files ?? await spellFilesOf(path);
  problems.push(...await linksAmong(path, names));
  throwIfAny(problems);
  const files = [];
  const opened = openedTogether(
    names,
    (name) => openSpellFile(join(path, name), mapping!.format),
  );
  for await (const opening of opened) {
    const file = await gather(opening);
    if (file === undefined) continue;
    const { reading, problems: missing } = readingOf(
      mapping!,
      file.columns,
      file.path,
      manifest!.lastMonth,
    );
    if (missing.length > 0) {
      problems.push(...await formatProblems(file, mapping!.format), ...missing);
    }
    problems.push(...unreadableColumns(file, sourcesOf(reading)));
    files.push({ file, reading });
  }
  throwIfAny(problems);
  return { path, manifest: manifest!, mapping: mapping!, files };
}

/** Files that are opened at the same time: of thousands each waits for the disk. */
const OPENED_TOGETHER = 32;

/** Opens files, some at a time; gives what came of each in their order. */
async function* openedTogether(
  names: readonly string[],
  open: (name: string) => Promise<SpellFile>,
): AsyncGenerator<() => Promise<SpellFile>> {
  for (let from = 0; from < names.length; from += OPENED_TOGETHER) {
    const some = names.slice(from, from + OPENED_TOGETHER);
    for (const result of await Promise.allSettled(some.map(open))) {
      yield () =>
        result.status === "fulfilled"
          ? Promise.resolve(result.value)
          : Promise.reject(result.reason);
    }
  }
}

/** Where the header seems to stand, and how it is parted, if not as the mapping says. */
async function formatProblems(
  { path: file, seemingHeaderRow }: SpellFile,
  said: MappingFormat,
): Promise<Problem[]> {
  const seen = await formatOf(file);
  const { headerRow = seemingHeaderRow ?? said.headerRow ?? 1, delimiter } = seen ?? said;
  const place = MAPPING_FILE;
  return [
    ...(headerRow === (said.headerRow ?? 1) ? [] : [{
      file,
      place,
      expected: `header_row = ${headerRow}, where the header seems to stand`,
      received: String(said.headerRow ?? 1),
    }]),
    ...(delimiter === said.delimiter ? [] : [{
      file,
      place,
      expected: `delimiter = ${JSON.stringify(delimiter)}, which seems to part the cells`,
      received: JSON.stringify(said.delimiter),
    }]),
  ];
}

/** Columns that are wanted of a file, and hold what no cell can be. */
function unreadableColumns(file: SpellFile, wanted: readonly string[]): Problem[] {
  return wanted.flatMap((column): Problem[] => {
    const received = unreadableKind(file, column);
    if (received === undefined) return [];
    const expected = "text, numbers or dates";
    return [{ file: file.path, place: `column ${column}`, expected, received }];
  });
}

/** Names of files that lead out of the folder, or would be read twice. */
function problemsOfNames(
  file: string,
  { files = [], sha256 }: SpellManifest,
): Problem[] {
  const named = [
    ...files.map((name) => ({ place: "files", name })),
    ...Object.keys(sha256).map((name) => ({ place: "sha256", name })),
  ];
  const outside = named
    .filter(({ name }) => isAbsolute(name) || name.split(/[/\\]/).includes(".."))
    .map(({ place, name }) => ({
      file,
      place,
      expected: "files of the extract's own folder",
      received: name,
    }));
  const plain = files.map((name) => normalize(name));
  const twice = files
    .filter((_, at) => plain.indexOf(plain[at]!) !== at)
    .map((received) => ({ file, place: "files", expected: "each file once", received }));
  return [...outside, ...twice];
}

/** Names that are links: they may lead out of the folder. */
async function linksAmong(path: string, names: readonly string[]): Promise<Problem[]> {
  const infos = await Promise.all(names.map(async (name) => {
    const file = join(path, name);
    const info = await Deno.lstat(file).catch(() => undefined); // opening it says so
    return { file, isLink: info?.isSymlink ?? false };
  }));
  return infos.filter(({ isLink }) => isLink).map(({ file }) => ({
    file,
    expected: "a file of the extract's own folder",
    received: "a link",
  }));
}

/**
 * Names of the files in a folder that can hold spells, in order. Files that programs leave
 * beside an open one are passed over: `~$s.xlsx`, `._s.csv`. What is no file, as a link, is
 * among them: it is better refused than passed over.
 */
async function spellFilesOf(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    const isSpells = isSpellFile(name) && !FILES_BESIDE.includes(name);
    if (isSpells && !isDirectory && !/^(~\$|\.)/.test(name)) names.push(name);
  }
  throwIfAny(
    names.length > 0 ? [] : [{
      file: path,
      expected: "at least one file of spells: .csv, .csv.gz, .parquet or .xlsx",
      received: "none",
    }],
  );
  return names.sort();
}
