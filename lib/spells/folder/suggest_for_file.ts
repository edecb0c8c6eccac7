import {
  type MappingSample,
  type MappingSuggestion,
  STANDARD_FORMAT,
  suggestMapping,
} from "@jkp/mapping";
import { formatOf } from "../source/format_of.ts";
import { openSpellFile } from "../source/open_spell_file.ts";
import { type SpellFile, unreadableKind } from "../source/spell_file.ts";
import { trimmed } from "../decode/encoded_frame.ts";

/** Rows that a sample holds at most, spread evenly over the first rows of the file. */
const SAMPLE_ROWS = 2_000;

/**
 * Proposes how the columns of a file are to be read.
 *
 * @param path A file of spells, in any format that an extract can have.
 * @returns The mapping, what speaks for it, and what is open.
 * @throws {DataError} If the file cannot be read.
 *
 * @example A file with Indonesian columns
 * ```ts
 * import { BROKEN_SPELLS_FOLDER, suggestForFile } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { found, questions } = await suggestForFile(`${BROKEN_SPELLS_FOLDER}/peserta.csv`);
 * const { column, source, certainty } = found[2]!;
 * assertEquals([column, source, certainty], ["birth_month", "Tgl Lahir", "sure"]);
 * assertEquals(questions[0]!.text, 'What do these codes of "Jenis Kelamin" mean?');
 * ```
 */
export async function suggestForFile(path: string): Promise<MappingSuggestion> {
  const format = await formatOf(path);
  const file = await openSpellFile(path, format ?? STANDARD_FORMAT);
  if (format !== undefined) return suggestMapping(await sampleOf(file), format);
  const { seemingHeaderRow: headerRow = 1 } = file;
  if (headerRow === 1) return suggestMapping(await sampleOf(file));
  const below = await openSpellFile(path, { ...STANDARD_FORMAT, headerRow });
  const { mapping, ...suggestion } = suggestMapping(await sampleOf(below));
  const told = { ...mapping, format: { ...mapping.format, headerRow } };
  return { ...suggestion, mapping: told };
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
      rows: rows.map((row) => row.map((cell) => cell ?? "")),
    };
  }
  return { columns, rows: [] };
}
