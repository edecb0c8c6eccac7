/**
 * What the room `files` writes to disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { lockAsOwner, lockOfDead } from "./owner_lock.ts";
export { StagedFiles } from "./staged_files.ts";
export { sweepStaging } from "./sweep_staging.ts";
export { noteUnfinished, removeUnfinished, watchUnfinished } from "./unfinished.ts";
export { writeFilesTogether, writeFileWhole } from "./write_files.ts";
