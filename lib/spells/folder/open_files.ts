import { problemsOf, type Said, type Words } from "@jkp/language";
import { DataError, type Problem } from "@jkp/problem";
import type { MappingFormat } from "@jkp/mapping";
import { join } from "node:path";
import { formatOf } from "../source/format_of.ts";
import { openSpellFile } from "../source/open_spell_file.ts";
import { type SpellFile, unreadableKind } from "../source/spell_file.ts";
import { withPathKeys } from "./path_keys.ts";
import { MAPPING_FILE } from "./read_mapping.ts";

/** How a file is read, and what it lacks for it. */
export interface FileReading<Reading> {
  readonly reading: Reading;
  /** Columns that the reading needs. */
  readonly sources: readonly string[];
  readonly problems: readonly Said<Problem>[];
}

/** A file with how its rows are read. */
export interface ReadableFile<Reading> {
  readonly file: SpellFile;
  readonly reading: Reading;
}

/**
 * Opens the files of a table and finds how each is read; what is wrong is added to the
 * problems.
 */
export async function openFiles<Reading>(
  path: string,
  names: readonly string[],
  format: MappingFormat,
  readingOf: (file: SpellFile) => FileReading<Reading>,
  problems: Said<Problem>[],
): Promise<ReadableFile<Reading>[]> {
  const files: ReadableFile<Reading>[] = [];
  const opened = openedTogether(
    names,
    async (name) => withPathKeys(await openSpellFile(join(path, name), format), name),
  );
  for await (const result of opened) {
    if (result.status === "rejected") {
      if (!(result.reason instanceof DataError)) throw result.reason;
      problems.push(...problemsOf(result.reason));
      continue;
    }
    const file = result.value;
    const { reading, sources, problems: missing } = readingOf(file);
    if (missing.length > 0) {
      problems.push(...await formatProblems(file, format), ...missing);
    }
    problems.push(...unreadableColumns(file, sources));
    files.push({ file, reading });
  }
  return files;
}

/** Files that are opened at the same time: of thousands each waits for the disk. */
const OPENED_TOGETHER = 32;

/** Opens files, some at a time; gives what came of each in their order. */
async function* openedTogether(
  names: readonly string[],
  open: (name: string) => Promise<SpellFile>,
): AsyncGenerator<PromiseSettledResult<SpellFile>> {
  for (let from = 0; from < names.length; from += OPENED_TOGETHER) {
    const some = names.slice(from, from + OPENED_TOGETHER);
    yield* await Promise.allSettled(some.map(open));
  }
}

/** Where the header seems to stand, and how it is parted, if not as the mapping says. */
async function formatProblems(
  { path: file, seemingHeaderRow }: SpellFile,
  said: MappingFormat,
): Promise<Said<Problem>[]> {
  const seen = await formatOf(file);
  const { headerRow = seemingHeaderRow ?? said.headerRow ?? 1, delimiter } = seen ?? said;
  const place = MAPPING_FILE;
  return [
    ...(headerRow === (said.headerRow ?? 1) ? [] : [({ extract }: Words) => ({
      file,
      place,
      expected: extract.folder.headerRow(headerRow),
      received: String(said.headerRow ?? 1),
    })]),
    ...(delimiter === said.delimiter ? [] : [({ extract }: Words) => ({
      file,
      place,
      expected: extract.folder.delimiter(JSON.stringify(delimiter)),
      received: JSON.stringify(said.delimiter),
    })]),
  ];
}

/** Columns that are wanted of a file, and hold what no cell can be. */
function unreadableColumns(
  file: SpellFile,
  wanted: readonly string[],
): Said<Problem>[] {
  return wanted.flatMap((column): Said<Problem>[] => {
    const kind = unreadableKind(file, column);
    if (kind === undefined) return [];
    return [({ files, extract: { folder } }) => ({
      file: file.path,
      place: files.place.column(column),
      expected: folder.readableColumn,
      received: folder.unreadableKinds[kind],
    })];
  });
}
