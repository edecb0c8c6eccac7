/**
 * Column mappings: how a file with its own columns, codes and forms becomes the
 * member-level extract, as a file to edit and as a suggestion from a sample.
 *
 * @module
 */

export * from "./codes.ts";
export * from "./column_mapping.ts";
export * from "./column_names.ts";
export * from "./format_mapping.ts";
export * from "./format_suggestion.ts";
export * from "./mapping_file.ts";
export * from "./month_forms.ts";
export * from "./number_format.ts";
export * from "./sniff_format.ts";
export * from "./standard_mapping.ts";
export * from "./suggest_mapping.ts";
export * from "./suggestion.ts";
