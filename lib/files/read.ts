/**
 * What the room `files` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { dataFile } from "./data_file.ts";
export { sha256OfFile } from "./file_checksum.ts";
export { isThere } from "./is_there.ts";
export { namesIn, readNamedFile } from "./named_file.ts";
export { readTable } from "./read_table.ts";
export { readText } from "./read_text.ts";
export { requireFolder } from "./require_folder.ts";
