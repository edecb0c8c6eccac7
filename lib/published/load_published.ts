import { join } from "node:path";
import { csvFilesIn, readPublishedFiles } from "./read_published_files.ts";
import type { Published } from "./published_row.ts";

const DEFAULT_FOLDER = join(import.meta.dirname!, "../../data/published");

/**
 * Loads the printed numbers of the 2021 report.
 *
 * @param folder Folder with `facts.csv` and `tables/*.csv`.
 * @default {folder: "data/published of the project"}
 * @returns The rows and an index of them.
 * @throws {DataError} If a file is missing or malformed, a key is empty or stands twice,
 * or a rounding is no positive number.
 *
 * @example The suggested contribution rate
 * ```ts
 * import { loadPublished } from "@jkp/published/read";
 * import { publishedValue } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const published = await loadPublished();
 * const cell = "benefit_and_administrative/suggested_contribution_rate/base";
 * assertEquals(publishedValue(published, "table_3_7", cell), 1.35);
 * ```
 */
export async function loadPublished(folder = DEFAULT_FOLDER): Promise<Published> {
  const tables = await csvFilesIn(join(folder, "tables"));
  return await readPublishedFiles([...tables, join(folder, "facts.csv")]);
}
