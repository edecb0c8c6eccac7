import { join } from "node:path";
import type { Published } from "./published_row.ts";
import { csvFilesIn, readPublishedFiles } from "./read_published_files.ts";

const DEFAULT_FOLDER = join(import.meta.dirname!, "../../data/published/documents");

/**
 * Loads what the ILO's papers of 2020 and 2023 print in their tables, boxes and appendices.
 *
 * @param folder Folder with one CSV file a table.
 * @default {folder: "data/published/documents of the project"}
 * @returns The rows and an index of them, in the form of {@link loadPublished}.
 * @throws {DataError} If a file is missing or malformed, a key is empty or stands twice,
 * or a rounding is no positive number.
 *
 * @example The waiting period of Viet Nam
 * ```ts
 * import { loadPublishedDocuments } from "@jkp/published/read";
 * import { publishedValue } from "@jkp/published";
 * import { assertEquals } from "@std/assert";
 *
 * const documents = await loadPublishedDocuments();
 * assertEquals(publishedValue(documents, "options2020_table_11", "viet_nam/days"), 15);
 * ```
 */
export async function loadPublishedDocuments(
  folder = DEFAULT_FOLDER,
): Promise<Published> {
  return await readPublishedFiles(await csvFilesIn(folder));
}
