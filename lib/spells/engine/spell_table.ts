import { MANIFEST_FILE, parseSpellManifest, type SpellManifest } from "@jkp/extract";
import { readText } from "@jkp/files/read";
import type { ColumnMapping } from "@jkp/mapping";
import { readTogether } from "@jkp/problem";
import { join } from "node:path";
import { readMapping } from "../folder/read_mapping.ts";

/** A table of spells in an engine, and how it is read. */
export interface SpellTable {
  /** Its name, in the schema of the address or with another before it. */
  readonly table: string;
  readonly manifest: SpellManifest;
  readonly mapping: ColumnMapping;
}

/**
 * Reads what a folder says of a table: `extract.toml`, and `mapping.toml` where its columns
 * are not those of the contract.
 *
 * @throws {DataError} With every problem of both.
 */
export async function readSpellTable(folder: string, table: string): Promise<SpellTable> {
  const file = join(folder, MANIFEST_FILE);
  const [manifest, mapping] = await readTogether([
    readText(file).then((text) => parseSpellManifest(file, text)),
    readMapping(folder),
  ]);
  return { table, manifest, mapping };
}
