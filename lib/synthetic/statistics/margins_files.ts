import type { MarginRow } from "./margins.ts";

/**
 * The margins report as files: `margins.csv` and `margins.md`.
 *
 * @param rows The report.
 * @returns File name to content.
 *
 * @example
 * ```ts
 * import { marginsFiles } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...marginsFiles([]).keys()], ["margins.csv", "margins.md"]);
 * ```
 */
export function marginsFiles(rows: readonly MarginRow[]): Map<string, string> {
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
    "# Margins of the synthetic extract",
    "",
    "The printed numbers of ILO (2021) that the extract was made to agree with, and what",
    "it gives. The tolerance is half a unit of the last printed digit.",
    "",
    `${marginsSummary(rows)}.`,
    "",
    `| ${header.join(" | ")} |`,
    `|${header.map(() => "---").join("|")}|`,
    ...cells.map((line) => `| ${line.join(" | ")} |`),
  ].join("\n");
  return new Map([["margins.csv", csv + "\n"], ["margins.md", markdown + "\n"]]);
}

/**
 * Counts the margins by status, in words.
 *
 * @param rows The report.
 * @returns A line without full stop.
 *
 * @example
 * ```ts
 * import { marginsSummary } from "@jkp/synthetic";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(marginsSummary([]), "0 margins: 0 exact, 0 within rounding, 0 differ");
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
