/**
 * What the room `extract` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { readManifest } from "./read_manifest.ts";
export { readStatisticsExtract } from "./read_statistics_extract.ts";
export {
  extractFolder,
  readShippedExtract,
  SHIPPED_EXTRACT_FOLDER,
} from "./shipped_extract.ts";
