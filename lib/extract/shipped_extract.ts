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
 * @example Layoffs a month, 2016–19: about 29,500 (ILO 2021, section 1.2.3)
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { withdrawals } = await readShippedExtract();
 * const layoffs = withdrawals.filter(({ reason }) => reason === "layoff")
 *   .reduce((sum, { claims }) => sum + claims, 0);
 * assertEquals(Math.round(layoffs / 48), 29_484);
 * ```
 */
export function readShippedExtract(): Promise<StatisticsExtract> {
  return readStatisticsExtract(SHIPPED_EXTRACT_FOLDER);
}
