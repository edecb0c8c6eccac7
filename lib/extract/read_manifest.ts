import { parseToml } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { join } from "node:path";
import * as v from "valibot";
import type { SpellManifest, StatisticsManifest } from "./extract_manifest.ts";
import { MANIFEST_FILE, parseManifest, parseSpellManifest } from "./manifest.ts";
import { extractFolder } from "./shipped_extract.ts";

const FORMS = ["statistics", "spells", "ledger", "jkp"] as const;
const FORM = '"statistics", "spells", "ledger" or "jkp"';

/**
 * Reads what an extract of any form says of itself, not what is in it.
 *
 * @param nameOrPath A folder of `data/extracts`, or a path.
 * @returns Its manifest.
 * @throws {DataError} If there is none, or with everything that is wrong with it.
 *
 * @example The extract that comes with the project
 * ```ts
 * import { readManifest } from "@jkp/extract/read";
 * import { formatMonth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const { form, firstMonth, lastMonth } = await readManifest("jht_2019");
 * assertEquals(
 *   [form, formatMonth(firstMonth), formatMonth(lastMonth)],
 *   ["statistics", "2016-01", "2019-12"],
 * );
 * ```
 */
export async function readManifest(
  nameOrPath: string,
): Promise<StatisticsManifest | SpellManifest> {
  const path = join(await extractFolder(nameOrPath), MANIFEST_FILE);
  const toml = await readText(path);
  const form = v.looseObject({ form: v.picklist(FORMS, FORM) });
  return parseToml(path, toml, form).form === "statistics"
    ? parseManifest(path, toml)
    : parseSpellManifest(path, toml);
}
