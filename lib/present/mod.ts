/**
 * Showing a table or figure: as text, Markdown, CSV, HTML and SVG.
 *
 * Pure functions from plain values to strings; nothing here writes files.
 *
 * @module
 */

export * from "./display.ts";
export * from "./figure_to_csv.ts";
export * from "./figure_to_plotly.ts";
export * from "./figure_to_svg.ts";
export * from "./figure_to_table.ts";
export * from "./format.ts";
export * from "./table_to_csv.ts";
export * from "./table_to_html.ts";
export * from "./table_to_markdown.ts";
export * from "./table_to_text.ts";
