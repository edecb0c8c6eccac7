import type { SpellManifest } from "@jkp/extract";
import type { ColumnMapping } from "@jkp/mapping";
import type { Said } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import { readingOf, sourcesOf } from "../decode/reading_of.ts";
import type { SpellReading } from "../decode/spell_reading.ts";
import type { SpellFile } from "../source/spell_file.ts";
import { openFiles } from "./open_files.ts";
import { paymentColumns } from "./payment_columns.ts";

/** A member-level extract of spells, open for reading. */
export interface SpellFolder {
  readonly path: string;
  readonly manifest: SpellManifest;
  readonly mapping: ColumnMapping;
  /** Its files, each with how its rows are read. */
  readonly files: readonly {
    readonly file: SpellFile;
    readonly reading: SpellReading;
  }[];
  /** Whether the project made them, of a ledger: nobody cut them off. */
  readonly isMade?: boolean;
}

/** Opens the files of spells; what is wrong with headers is added to the problems. */
export async function openSpells(
  path: string,
  manifest: SpellManifest,
  mapping: ColumnMapping,
  names: readonly string[],
  problems: Said<Problem>[],
): Promise<SpellFolder> {
  const seemPayments: Said<Problem>[] = [];
  const files = await openFiles(path, names, mapping.format, (file) => {
    const read = readingOf(mapping, file.columns, file.path, manifest.lastMonth);
    if (read.problems.length > 0) seemPayments.push(...paymentColumns(file));
    return { ...read, sources: sourcesOf(read.reading) };
  }, problems);
  problems.unshift(...seemPayments);
  return { path, manifest, mapping, files };
}
