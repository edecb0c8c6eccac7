import type { MarginRow } from "./margins.ts";

/** What `margins.md` says around its table, line by line. */
export interface MarginsWords {
  readonly before: readonly string[];
  readonly after?: readonly string[];
}

const OF_THE_REPORT: MarginsWords = {
  before: [
    "# Margins of the synthetic extract",
    "",
    "The printed numbers of ILO (2021) that the extract was made to agree with, and what",
    "it gives. The tolerance is half a unit of the last printed digit.",
  ],
};

/**
 * The margins report as files: `margins.csv`, with keys, and `margins.md`, in words.
 *
 * @param rows The report.
 * @param words What `margins.md` says around its table.
 * @default {words: "that the numbers are the report's"}
 * @returns File name to content.
 *
 * @example The first margin: men of 15 to 19 years (ILO 2021, Table 1.3)
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { marginsFiles, marginsReport } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = marginsReport(await readShippedExtract(), await loadPublished());
 * assertEquals(marginsFiles(rows).get("margins.csv")!.split("\n").slice(0, 2), [
 *   "margin,cell,unit,published,achieved,difference,tolerance,status,note",
 *   "table_1_3,15-19/male,persons,147817,147817,0,0.5,exact,",
 * ]);
 * ```
 */
export function marginsFiles(
  rows: readonly MarginRow[],
  words: MarginsWords = OF_THE_REPORT,
): Map<string, string> {
  const header = [
    "margin",
    "cell",
    "unit",
    "published",
    "achieved",
    "difference",
    "tolerance",
    "status",
    "note",
  ];
  const cells = rows.map((row) => {
    const { item, cell, unit, published, tolerance, decimals } = row.published;
    const digits = decimals + 4;
    return [
      item,
      cell,
      unit,
      published,
      String(Number(row.achieved.toFixed(digits))),
      String(Number(row.difference.toFixed(digits))),
      String(tolerance),
      row.status,
      row.note,
    ];
  });
  const csv = [header, ...cells].map((line) => line.map(quoted).join(",")).join("\n");
  const markdown = [
    ...words.before,
    "",
    `${marginsSummary(rows)}.`,
    "",
    `| ${header.with(1, "number").join(" | ")} |`,
    `|${header.map(() => "---").join("|")}|`,
    ...cells.map((line, i) =>
      `| ${line.with(1, rows[i]!.published.title).join(" | ")} |`
    ),
    ...words.after ?? [],
  ].join("\n");
  return new Map([["margins.csv", csv + "\n"], ["margins.md", markdown + "\n"]]);
}

/**
 * Counts the margins by status, in words.
 *
 * @param rows The report.
 * @returns A line without full stop.
 *
 * @example The shipped extract: eight of nine differences are printed numbers at odds with others
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { marginsReport, marginsSummary } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = marginsReport(await readShippedExtract(), await loadPublished());
 * assertEquals(
 *   marginsSummary(rows),
 *   "154 margins: 38 exact, 107 within rounding, 9 differ",
 * );
 * ```
 */
export function marginsSummary(rows: readonly MarginRow[]): string {
  const count = (status: MarginRow["status"]) =>
    rows.filter((row) => row.status === status).length;
  return `${rows.length} margins: ${count("exact")} exact, ` +
    `${count("within rounding")} within rounding, ${count("differs")} differ`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
