import {
  type Language,
  problemsOf,
  type Said,
  saidError,
  saidIfAny,
  type Words,
  wordsOf,
} from "@jkp/language";
import {
  differingFiles,
  type FileSample,
  type MappingFormat,
  type MappingQuestion,
  type MappingSample,
  type MappingSuggestion,
  STANDARD_FORMAT,
  suggestMapping,
} from "@jkp/mapping";
import { DataError, type Problem } from "@jkp/problem";
import { join } from "node:path";
import { formatOf } from "../source/format_of.ts";
import { openSpellFile } from "../source/open_spell_file.ts";
import { type SpellFile, unreadableKind } from "../source/spell_file.ts";
import { withPathKeys } from "./path_keys.ts";
import { filesBelow } from "./table_files.ts";
import { isHeaderAgain } from "../decode/closing_rows.ts";
import { trimmed } from "../decode/encoded_frame.ts";

/** Rows that a sample holds at most, spread evenly over the first rows of the file. */
const SAMPLE_ROWS = 2_000;

/** Of a folder: files that are looked at at most, and rows of each at least. */
const MOST_FILES = 200;
const LEAST_ROWS = 50;

/** Most files that a question names. */
const SHOWN_FILES = 5;

/** Moments of any zone are shown, for the mapping is to say which is meant. */
export const ANY_ZONE = { timeZone: "UTC" };

/** A file that was looked at. */
interface SeenFile extends FileSample {
  /** How it is written, where it is text or its header is not in the first row. */
  readonly format: MappingFormat | undefined;
}

/**
 * Proposes how the columns of a file are to be read, or those of the files in a folder and
 * below.
 *
 * @param path A file of spells, in any format that an extract can have, or a folder of
 * such. Of many files some are looked at, spread evenly.
 * @param language The language of what is found and asked.
 * @returns The mapping, what speaks for it, and what is open. Files that have other columns
 * than most, or are written otherwise, are named.
 * @throws {DataError} If a file cannot be read, or a folder holds none.
 *
 * @example A file with Indonesian columns
 * ```ts
 * import { BROKEN_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { suggestForFile } from "@jkp/spells/survey";
 * import { assertEquals } from "@std/assert";
 *
 * const { found, questions } = await suggestForFile(`${BROKEN_SPELLS_FOLDER}/peserta.csv`);
 * const { column, source, certainty } = found[2]!;
 * assertEquals([column, source, certainty], ["birth_month", "Tgl Lahir", "sure"]);
 * assertEquals(questions[0]!.text, 'What do these codes of "Jenis Kelamin" mean?');
 * ```
 */
export async function suggestForFile(
  path: string,
  language: Language = "en",
): Promise<MappingSuggestion> {
  const words = wordsOf(language);
  const isFolder = await Deno.stat(path).then((info) => info.isDirectory, () => false);
  if (!isFolder) {
    const { sample, format } = await look(path, path, SAMPLE_ROWS);
    return suggestMapping(sample, format, { language });
  }
  const names = await filesBelow(path);
  if (names.length === 0) {
    throw saidError([({ extract, files: { none } }) => ({
      file: path,
      expected: extract.folder.fileOfSpells,
      received: none,
    })]);
  }
  const step = Math.max(1, names.length / MOST_FILES);
  const some = names.filter((_, at) =>
    Math.floor(at / step) !== Math.floor((at - 1) / step)
  );
  const rows = Math.max(LEAST_ROWS, Math.floor(SAMPLE_ROWS / some.length));
  const files = await lookAll(path, some, rows);
  const { alike, questions: unlike } = mostAlike(files, words);
  const format = commonFormat(alike);
  const [{ sample: { columns } }] = alike as [SeenFile, ...SeenFile[]];
  const sample = { columns, rows: alike.flatMap((file) => rowsIn(columns, file.sample)) };
  const suggestion = suggestMapping(sample, format, { language });
  return {
    ...suggestion,
    questions: [
      ...(some.length < names.length
        ? [filesQuestion(words.mapping.files.lookedAt(some.length, names.length))]
        : []),
      ...unlike,
      ...otherFormats(alike, suggestion.mapping.format, words),
      ...suggestion.questions,
      ...differingFiles(alike, suggestion.mapping, language),
    ],
  };
}

/** Files one after another; what is wrong with any is said together. */
async function lookAll(
  folder: string,
  names: readonly string[],
  rows: number,
): Promise<SeenFile[]> {
  const files: SeenFile[] = [];
  const problems: Said<Problem>[] = [];
  for (const name of names) {
    try {
      files.push(await look(join(folder, name), name, rows));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...problemsOf(error));
    }
  }
  saidIfAny(problems);
  return files;
}

async function look(path: string, name: string, rows: number): Promise<SeenFile> {
  const format = await formatOf(path);
  const open = async (more: Partial<MappingFormat>) =>
    withPathKeys(
      await openSpellFile(path, {
        ...(format ?? STANDARD_FORMAT),
        ...more,
        ...ANY_ZONE,
      }),
      path === name ? "" : name,
    );
  const file = await open({});
  if (format !== undefined) return { name, format, sample: await sampleOf(file, rows) };
  const { seemingHeaderRow: headerRow = 1 } = file;
  if (headerRow === 1) return { name, format, sample: await sampleOf(file, rows) };
  const sample = await sampleOf(await open({ headerRow }), rows);
  return { name, format: { ...markedFormat(sample), headerRow }, sample };
}

/** The standard format with the marks that the numbers of a sample have. */
function markedFormat(sample: MappingSample): MappingFormat {
  const { decimalMark, thousandsSeparator } = suggestMapping(sample).mapping.format;
  return { ...STANDARD_FORMAT, decimalMark, thousandsSeparator };
}

/** The header of a file and some of its first rows, at most twice as many as asked for. */
export async function sampleOf(
  file: SpellFile,
  rowsWanted: number = SAMPLE_ROWS,
): Promise<MappingSample> {
  const columns = file.columns.filter((name) =>
    name !== "" && unreadableKind(file, name) === undefined
  );
  for await (const { frame } of file.rows(columns)) {
    const step = Math.max(1, Math.floor(frame.height / rowsWanted));
    const rows = frame
      .select(...columns.map((name) => trimmed(frame, name)))
      .gatherEvery(step)
      .rows() as (string | null)[][];
    return {
      columns,
      rows: rows.map((row) => row.map((cell) => cell ?? ""))
        .filter((row) => !row.every((cell, at) => isHeaderAgain(cell, columns[at]!))),
    };
  }
  return { columns, rows: [] };
}

/** The rows of a sample in the order of some columns. */
function rowsIn(
  columns: readonly string[],
  sample: MappingSample,
): readonly (readonly string[])[] {
  const at = columns.map((name) => sample.columns.indexOf(name));
  return sample.rows.map((row) => at.map((index) => row[index] ?? ""));
}

/** The files with those columns that most have, and questions about the others. */
function mostAlike(
  files: readonly SeenFile[],
  allWords: Words,
): { readonly alike: readonly SeenFile[]; readonly questions: MappingQuestion[] } {
  const { files: words } = allWords.mapping;
  const key = ({ sample }: SeenFile) => [...sample.columns].sort().join("\n");
  const groups = [...Map.groupBy(files, key).values()];
  const alike = groups.reduce((most, each) => each.length > most.length ? each : most);
  const wanted = alike[0]!.sample.columns;
  const quoted = (names: readonly string[]) =>
    names.map((name) => JSON.stringify(name)).join(", ");
  const questions = groups.filter((each) => each !== alike).map((others) => {
    const { columns } = others[0]!.sample;
    const lacking = wanted.filter((name) => !columns.includes(name));
    const besides = columns.filter((name) => !wanted.includes(name));
    const what = [
      ...(lacking.length > 0 ? [words.lack(quoted(lacking))] : []),
      ...(besides.length > 0 ? [words.haveBesides(quoted(besides))] : []),
    ].join(words.and);
    const of = others.length === 1 ? words.ofOne : words.ofSome(others.length);
    return filesQuestion(words.unlike(shownFiles(others, allWords), of, what));
  });
  return { alike, questions };
}

/** How most of some files are written, as far as it must be said; marks where any has them. */
function commonFormat(files: readonly SeenFile[]): MappingFormat | undefined {
  const formats = files.flatMap(({ format }) => format ?? []);
  const groups = [...Map.groupBy(formats, formKey).values()];
  if (groups.length === 0) return undefined;
  const [usual] = groups.reduce((most, each) => each.length > most.length ? each : most);
  const marked =
    formats.find(({ decimalMark, thousandsSeparator }) =>
      decimalMark !== STANDARD_FORMAT.decimalMark ||
      thousandsSeparator !== STANDARD_FORMAT.thousandsSeparator
    ) ?? usual!;
  const hasBreaks = formats.some(({ quotedLineBreaks }) => quotedLineBreaks);
  return {
    ...usual!,
    decimalMark: marked.decimalMark,
    thousandsSeparator: marked.thousandsSeparator,
    ...(hasBreaks ? { quotedLineBreaks: true } : {}),
  };
}

/** What of a format one key says for all files. */
function formKey({ delimiter, encoding, headerRow = 1 }: MappingFormat): string {
  return `delimiter ${JSON.stringify(delimiter)}, encoding ${encoding}, ` +
    `header_row ${headerRow}`;
}

/** Questions about text files that are written otherwise than most. */
function otherFormats(
  files: readonly SeenFile[],
  common: MappingFormat,
  words: Words,
): MappingQuestion[] {
  const others = files.filter(({ format }) =>
    format !== undefined && formKey(format) !== formKey(common)
  );
  return [...Map.groupBy(others, ({ format }) => formKey(format!))].map(([key, group]) =>
    filesQuestion(words.mapping.files.otherFormat(shownFiles(group, words), key))
  );
}

function filesQuestion(text: string): MappingQuestion {
  return { kind: "files_differ", text };
}

/** The first names of files, and how many more there are. */
function shownFiles(files: readonly FileSample[], { firstOf }: Words): string {
  return firstOf(files.map(({ name }) => JSON.stringify(name)), SHOWN_FILES);
}
