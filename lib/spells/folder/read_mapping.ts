import { isThere, readText } from "@jkp/files/read";
import { type ColumnMapping, parseMapping, STANDARD_MAPPING } from "@jkp/mapping";
import { join } from "node:path";
import { MAPPING_FILE } from "./table_files.ts";

/** The folder's mapping, or the contract's own names where there is none. */
export async function readMapping(path: string): Promise<ColumnMapping> {
  const file = join(path, MAPPING_FILE);
  return await isThere(file)
    ? parseMapping(file, await readText(file))
    : STANDARD_MAPPING;
}
