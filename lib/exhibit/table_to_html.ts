import type { Language } from "@jkp/language";
import type { Column, Table } from "./table.ts";
import { escapeHtml, formatCell } from "./format.ts";
import {
  comparedCell,
  type ComparedColumn,
  comparisonText,
  markHtml,
  notesWithoutLegend,
  type ShownColumn,
  shownColumns,
  SIGN_LEGEND,
} from "./table_compared.ts";
import {
  footLines,
  headerGroups,
  isNumericColumn,
  itemHeading,
  wordsAround,
} from "./table_shape.ts";

export { TABLE_STYLE } from "./table_style.ts";

/** How {@link tableToHtml} writes a table. */
export interface HtmlTableOptions {
  /**
   * What the number in the title counts.
   * @default {"Table" in the language of the table}
   */
  readonly label?: string;
  /**
   * Where a cell leads: the address of a place in the page, or nothing.
   * @default {no cell leads anywhere}
   */
  readonly link?: (rowIndex: number, columnIndex: number) => string | undefined;
  /**
   * Headings over rows, by the index of the first row that they head.
   * @default none
   */
  readonly rowGroups?: ReadonlyMap<number, string>;
}

/** A column with all that is needed to write its cells. */
type HtmlColumn = ShownColumn & {
  /** Its place in the table, bands or not. */
  readonly index: number;
  readonly style: "number" | "long" | "unbroken" | "";
};

/** Columns from which a table is set smaller. */
const MANY_COLUMNS = 9;
/** Columns from which a table stands in bands. */
const TOO_MANY_COLUMNS = 12;
/** Columns of a band, the names of its rows apart. */
const BAND_COLUMNS = 9;
/** Characters from which a text is long: its column stays wide on a narrow screen. */
const LONG_TEXT = 60;
/** Characters of a text beside which numbers of the same column stand to the left. */
const WORDS = 24;

/**
 * Writes a table as HTML: a caption, headings with units, numbers to the right with
 * thousands separators, row and column scopes for screen readers, notes and source below.
 * A wide table scrolls in its own box; of twelve columns or more it stands in bands, one
 * beneath the other, each with the names of the rows.
 *
 * Where the table sets the report beside us, a cell holds our number with a mark and the
 * published one beneath, and tells their difference when pointed at.
 *
 * The first column heads the rows. The look comes from {@link TABLE_STYLE}.
 *
 * @param table The table.
 * @param options What the table is called, and where its cells lead.
 * @returns A `<div>`, ending in a line break; all text is escaped.
 *
 * @example A row of the report's Table 3.7
 * ```ts
 * import { tableToHtml } from "@jkp/exhibit";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const html = tableToHtml({
 *   id: "table_3_7",
 *   number: "3.7",
 *   title: "Suggested contribution rates",
 *   columns: [
 *     { key: "scenario", title: "Scenario" },
 *     { key: "rate", title: "Rate", unit: "%", decimals: 2 },
 *   ],
 *   rows: [{ scenario: "Base", rate: 1.35 }],
 *   notes: [],
 *   source: "ILO (2021)",
 * });
 * assertStringIncludes(
 *   html,
 *   '<tr><th scope="row">Base</th><td class="number">1.35</td></tr>',
 * );
 * ```
 */
export function tableToHtml(table: Table, options: HtmlTableOptions = {}): string {
  const { label, link = () => undefined, rowGroups = new Map() } = options;
  const columns = shownColumns(table).map((shown, index): HtmlColumn => {
    const column = shown.isCompared ? shown.compared.ours : shown.column;
    return { ...shown, index, style: styleOf(withoutBlanks(table), column) };
  });
  const isStacked = isWordy(columns);
  const isDense = columns.length >= MANY_COLUMNS;
  const bands = bandsOf(columns);
  return [
    `<div class="jkp-table${isStacked ? " stacked" : ""}${isDense ? " dense" : ""}">`,
    ...bands.flatMap((band, index) =>
      bandLines(table, band, {
        heading: bandHeading(table, itemHeading(table, label), band, index),
        link,
        rowGroups,
        isStacked,
      })
    ),
    ...legendLines(columns),
    ...footLines({ ...table, notes: notesWithoutLegend(table.notes) })
      .map(({ label, text }) => footLine(`${label}:`, text)),
    "</div>\n",
  ].join("\n");
}

/** A table of some columns in a box of its own. */
function bandLines(
  table: Table,
  columns: readonly HtmlColumn[],
  { heading, link, rowGroups, isStacked }: {
    readonly heading: string;
    readonly link: NonNullable<HtmlTableOptions["link"]>;
    readonly rowGroups: NonNullable<HtmlTableOptions["rowGroups"]>;
    readonly isStacked: boolean;
  },
): readonly string[] {
  const body = table.rows.map((row, rowIndex) => {
    const cells = columns.map((column) =>
      bodyCell(row, column, {
        address: link(rowIndex, column.index),
        language: table.language ?? "en",
        isLabelled: isStacked,
      })
    );
    const group = rowGroups.get(rowIndex);
    const heading = group === undefined
      ? ""
      : `<tr class="heading"><th scope="rowgroup" colspan="${columns.length}">` +
        `${escapeHtml(group)}</th></tr>`;
    return `${heading}<tr>${cells.join("")}</tr>`;
  });
  const section = (name: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [`<${name}>`, ...rows, `</${name}>`];
  const name = escapeHtml(heading);
  return [
    `<div class="scroll" role="group" aria-label="${name}" tabindex="0">`,
    "<table>",
    `<caption><span>${name}</span></caption>`,
    ...section("thead", headRows(columns)),
    ...section("tbody", body),
    "</table>",
    "</div>",
  ];
}

/**
 * The columns in one band or, where they are too many beside each other, in several, each
 * with the names of the rows. Columns of a group stay together.
 */
function bandsOf(columns: readonly HtmlColumn[]): readonly (readonly HtmlColumn[])[] {
  if (columns.length < TOO_MANY_COLUMNS) return [columns];
  const ofNumbers = columns.findIndex(({ style }) => style === "number");
  const names = columns.slice(0, Math.min(2, Math.max(1, ofNumbers)));
  const others = columns.slice(names.length);
  const wanted = Math.ceil(others.length / Math.ceil(others.length / BAND_COLUMNS));
  const bands: HtmlColumn[][] = [[]];
  let left = others.length;
  for (const group of groupsOf(others)) {
    const band = bands.at(-1)!;
    const isFull = band.length + group.length > BAND_COLUMNS ||
      band.length >= wanted && left > 2;
    if (band.length > 0 && isFull) bands.push([...group]);
    else band.push(...group);
    left -= group.length;
  }
  return bands.map((band) => [...names, ...band]);
}

/** What heads the error of the figure before it. */
const ERROR = "±";

/**
 * Neighbours of one group, and a figure with its error; another column of no group, or one
 * that compares, stands alone.
 */
function groupsOf(columns: readonly HtmlColumn[]): readonly (readonly HtmlColumn[])[] {
  const groups: HtmlColumn[][] = [];
  for (const column of columns) {
    const name = groupName(column);
    const last = groups.at(-1);
    const isSame = name !== undefined && last !== undefined &&
      groupName(last[0]!) === name;
    if (last !== undefined && (isSame || isError(column))) {
      last.push(column);
    } else groups.push([column]);
  }
  return groups;
}

function isError(shown: HtmlColumn): boolean {
  return !shown.isCompared && shown.column.title === ERROR;
}

function groupName(shown: HtmlColumn): string | undefined {
  return shown.isCompared ? undefined : shown.column.group;
}

function bandHeading(
  table: Table,
  heading: string,
  columns: readonly HtmlColumn[],
  index: number,
): string {
  if (index === 0) return heading;
  const { continued, furtherColumns } = wordsAround(table);
  const groups = [...new Set(columns.flatMap((column) => groupName(column) ?? []))];
  return continued(heading, groups.join(", ") || furtherColumns);
}

/** Whether most of a table is text, so that on a narrow screen its cells stand in a column. */
function isWordy(columns: readonly HtmlColumn[]): boolean {
  const isText = ({ style }: HtmlColumn) => style === "long" || style === "";
  return columns.some(({ style }) => style === "long") &&
    columns.filter(isText).length * 2 > columns.length;
}

/** Cells where the report prints nothing say nothing about what a column holds. */
function withoutBlanks(table: Table): Table {
  const rows = table.rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ""))
  );
  return { ...table, rows };
}

/** An age group or a month, which is not broken after its hyphen. */
const UNBROKEN = /^\d+[-–]\d+$/;

/** Numbers stand to the right, unless the column has words among them. */
function styleOf(table: Table, column: Column): HtmlColumn["style"] {
  const cells = table.rows.map((row) => row[column.key]);
  const lengths = cells.map((cell) => typeof cell === "string" ? cell.length : 0);
  const longest = Math.max(0, ...lengths);
  if (longest >= LONG_TEXT) return "long";
  if (longest >= WORDS) return "";
  if (isNumericColumn(table, column)) return "number";
  const isUnbroken = cells.some((cell) =>
    typeof cell === "string" && UNBROKEN.test(cell)
  );
  return isUnbroken ? "unbroken" : "";
}

function bodyCell(
  row: Table["rows"][number],
  shown: HtmlColumn,
  { address, isLabelled, language }: {
    readonly address: string | undefined;
    readonly language: Language;
    readonly isLabelled: boolean;
  },
): string {
  const linked = (html: string) =>
    address === undefined ? html : `<a href="${escapeHtml(address)}">${html}</a>`;
  if (shown.isCompared) {
    const classes = attribute("class", `${shown.style} compared`.trim());
    const cell = comparedCell(row, shown.compared);
    if (cell === undefined) return `<td${classes}></td>`;
    const { report, ours } = shown.compared;
    const title = attribute("title", comparisonText(cell, shown.compared));
    const unseen = (text: string) => `<span class="unseen">${escapeHtml(text)} </span>`;
    const reproduced = formatCell(cell.reproduced, ours);
    return `<td${classes}${title}>${unseen(ours.title)}` +
      `${linked(escapeHtml(reproduced))} ${markHtml(cell.mark)}` +
      `<span class="published">${unseen(report.title)}` +
      `${escapeHtml(formatCell(cell.published, report))}</span></td>`;
  }
  const { column, style } = shown;
  const text = linked(escapeHtml(formatCell(row[column.key], column, language)));
  const classes = attribute("class", style);
  return shown.index === 0
    ? `<th scope="row"${classes}>${text}</th>`
    : `<td${classes}${isLabelled ? attribute("data-label", labelOf(column)) : ""}>` +
      `${text}</td>`;
}

/** What stands before a cell where there is no room for headings. */
function labelOf({ title, unit }: Column): string {
  return unit === undefined ? title : `${title}, ${unit}`;
}

/** One row of headings, or two where columns are grouped. */
function headRows(columns: readonly HtmlColumn[]): readonly string[] {
  const classes = new Map<Column, string>();
  const headings = columns.map((shown): Column => {
    const column = shown.isCompared ? comparedHeading(shown.compared) : shown.column;
    classes.set(column, attribute("class", shown.style));
    return column;
  });
  const groups = headerGroups(headings);
  const heading = (column: Column, rowspan = "") => {
    const unit = column.unit === undefined
      ? ""
      : ` <span class="unit">${escapeHtml(column.unit)}</span>`;
    const title = escapeHtml(column.title);
    if (title + unit === "") return `<td${rowspan}></td>`;
    return `<th scope="col"${rowspan}${classes.get(column)}>${title}${unit}</th>`;
  };
  if (groups.every(({ title }) => title === undefined)) {
    return [`<tr>${headings.map((column) => heading(column)).join("")}</tr>`];
  }
  const upper = groups.map(({ title, columns }) =>
    title === undefined
      ? columns.map((column) => heading(column, ' rowspan="2"')).join("")
      : `<th scope="colgroup" class="group" colspan="${columns.length}">` +
        `${escapeHtml(title)}</th>`
  );
  const lower = groups.flatMap(({ title, columns }) =>
    title === undefined ? [] : columns.map((column) => heading(column))
  );
  return [`<tr>${upper.join("")}</tr>`, `<tr>${lower.join("")}</tr>`];
}

function comparedHeading({ title, unit, report }: ComparedColumn): Column {
  return { key: report.key, title, ...(unit === undefined ? {} : { unit }) };
}

/** How to read a cell that compares. */
function legendLines(columns: readonly HtmlColumn[]): readonly string[] {
  const first = columns.find((shown) => shown.isCompared);
  if (first === undefined) return [];
  const { ours, report } = first.compared;
  const names = `${ours.title} above, ${lowerFirst(report.title)} beneath.`;
  return [footLine("Each cell:", `${names} ${SIGN_LEGEND}.`)];
}

function footLine(label: string, text: string): string {
  return `<p class="foot"><em>${label}</em> ${escapeHtml(text)}</p>`;
}

function attribute(name: string, value: string): string {
  return value === "" ? "" : ` ${name}="${escapeHtml(value)}"`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
