/**
 * Showing a table or figure: as text, Markdown, CSV, HTML and SVG; all of them as one
 * document or one workbook.
 *
 * Pure functions from plain values to strings; nothing here writes files.
 *
 * @module
 */

export * from "./display.ts";
export { type FigureWritten, filesOf, type FilesOptions } from "./files_of.ts";
export * from "./figure_to_csv.ts";
export * from "./figure_to_plotly.ts";
export * from "./figure_to_svg.ts";
export * from "./figure_to_table.ts";
export * from "./finding_chain/finding_chain.ts";
export * from "./format.ts";
export * from "./html_report/html_report.ts";
export * from "./table_to_csv.ts";
export * from "./table_to_html.ts";
export * from "./table_to_markdown.ts";
export * from "./table_to_text.ts";
export * from "./workbook/report_workbook.ts";
export * from "./workbook/table_to_sheet.ts";
export * from "./workbook/workbook.ts";
