/**
 * What the room `files` writes to disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { WholeFile } from "./whole_file.ts";
export { writeFilesTogether, writeFileWhole } from "./write_files.ts";
