/**
 * What stands in files of members that nobody has described yet? How their columns seem to be
 * read, and drafts of what an extract lacks.
 *
 * It stands apart from what reads an extract, so that proposing a mapping loads neither checks
 * nor counts.
 *
 * @module
 */

export { suggestForFile } from "./folder/suggest_for_file.ts";
export { draftRegister } from "./survey/draft_register.ts";
export { surveyFolder } from "./survey/survey_folder.ts";
