import { fileURLToPath } from "node:url";
import { readStatisticsExtract } from "./read_statistics_extract.ts";
import type { StatisticsExtract } from "./statistics_extract.ts";

/** Folder of the extract that comes with the project. */
export const SHIPPED_EXTRACT_FOLDER: string = fileURLToPath(
  new URL("../../data/extracts/jht_2019", import.meta.url),
);

/**
 * Reads the extract that comes with the project: synthetic, made to agree with what the
 * report prints of JHT from 2016 to 2019.
 *
 * @returns The extract.
 * @throws {DataError} If its files were changed.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assert } from "@std/assert";
 *
 * assert((await readShippedExtract()).manifest.synthetic);
 * ```
 */
export function readShippedExtract(): Promise<StatisticsExtract> {
  return readStatisticsExtract(SHIPPED_EXTRACT_FOLDER);
}
