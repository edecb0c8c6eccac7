/**
 * What the room `study` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { readDurations } from "./durations/read_durations.ts";
export { studyInactivity, studyService } from "./study_folder.ts";
