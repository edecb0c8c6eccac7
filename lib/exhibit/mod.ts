/**
 * How is it shown? Tables and figures as plain values, words and numbers, and every way to
 * show them: text, Markdown, CSV, HTML, SVG, Plotly, XLSX.
 *
 * Pure functions from plain values to strings; nothing here writes files.
 *
 * @module
 */

export { cellsToCsv } from "./cells_to_csv.ts";
export {
  type Displayable,
  displayFigure,
  displayPage,
  displayTable,
  isDisplayable,
  type MediaBundle,
  mediaBundle,
} from "./display.ts";
export { contentPolicy } from "./document/content_policy.ts";
export {
  dataSentence,
  type DisplayedFormula,
  type Document,
  type DocumentPart,
  type DocumentSection,
  type ProvenanceGroup,
} from "./document/document.ts";
export { documentFiles } from "./document/document_files.ts";
export { documentToHtml } from "./document/document_to_html.ts";
export {
  type ContentsEntry,
  htmlFigure,
  htmlPage,
  htmlProvenance,
  htmlSection,
  htmlSummary,
  SYNTHETIC_BADGE,
} from "./document/html_page.ts";
export { PAGE_COLOURS } from "./document/page_colours.ts";
export {
  provenanceSheet,
  sheetName,
  workbookWithContents,
} from "./document/workbook_pages.ts";
export type { Band, Figure, Series } from "./figure.ts";
export { seriesColour, textColour } from "./drawing/house_style.ts";
export { drawForPage, type PageDrawing } from "./draw_for_page.ts";
export { figureToSvg, prepareDrawing } from "./figure_to_svg.ts";
export { figureToTable } from "./figure_to_table.ts";
export { type DrawnFigure, filesOf } from "./files_of.ts";
export { escapeHtml, formatNumber } from "./format.ts";
export { formula, fraction, indexed, raised, withLimits } from "./formula.ts";
export {
  dataInWords,
  type DataLabel,
  inventedCaution,
  sourceLine,
} from "./source_line.ts";
export type { CellValue, Column, Table } from "./table.ts";
export {
  type Mark,
  MARK_LEGEND,
  markHtml,
  MARKS,
  SIGN_LEGEND,
} from "./table_compared.ts";
export { tableToCsv } from "./table_to_csv.ts";
export { tableToHtml } from "./table_to_html.ts";
export { tableToText } from "./table_to_text.ts";
export { unitThatShows } from "./unit_that_shows.ts";
export {
  capitalized,
  countInWords,
  firstInWords,
  keyInWords,
  percent,
  rateInWords,
  roundedPercent,
  sectionInWords,
  serviceRuleInWords,
} from "./words.ts";
export { tableToSheet } from "./workbook/table_to_sheet.ts";
export {
  columnLetters,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from "./workbook/worksheet.ts";
