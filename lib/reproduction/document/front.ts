import { REPORT_SCENARIOS } from "@jkp/economy";
import { htmlSection, SYNTHETIC_BADGE, type Table, tableToHtml } from "@jkp/exhibit";
import { chainAddress } from "./chain_section.ts";
import type { ReportContent } from "./content.ts";

/** The place of the report's main table before all chapters. */
export const FRONT = { id: "answer", title: "The answer: Table 3.7" };

const TABLE = "table_3_7";

/** The rows as the report words them, with the numbers of its notes. */
const ROWS: Readonly<Record<string, string>> = {
  suggested_contribution_rate: "Suggested contribution rate (in %) ¹",
  minimum_contribution_rate:
    "Minimum contribution rate to ensure the scheme's sustainability (in %) ²",
  projected_year_of_reserve_exhaustion_at_1_pct:
    "Projected year of reserve exhaustion with a 1% contribution rate ³",
};

const GROUPS: Readonly<Record<string, string>> = {
  benefit_only: "Benefit expenditure only",
  benefit_and_administrative: "Benefit and administrative expenditure",
};

/**
 * Table 3.7 in the shape in which the report prints it, each number ours with the printed
 * one beneath. Nothing if it is not among the items.
 */
export function frontSection({ parts, chains, extract }: ReportContent): string[] {
  const part = parts.find(({ item }) => item === TABLE);
  if (part?.table === undefined) return [];
  const { table, rows: ledger } = part;
  const keys = table.rows.map((_, index) =>
    ledger[index * REPORT_SCENARIOS.length]!.cell.split("/") as [
      basis: string,
      measure: string,
    ]
  );
  const shaped: Table = {
    ...table,
    columns: table.columns.map((column, index) =>
      index === 0 ? { ...column, title: "" } : column
    ),
    rows: table.rows.map((row, index) => ({ ...row, stub: ROWS[keys[index]![1]]! })),
    notes: [`n.a. = not applicable. ${table.notes.at(-1)}`, ...NOTES],
  };
  const rowGroups = new Map(
    keys.flatMap(([basis], index) =>
      basis === keys[index - 1]?.[0] ? [] : [[index, GROUPS[basis]!] as const]
    ),
  );
  const link = (rowIndex: number, columnIndex: number) => {
    const row = ledger[rowIndex * REPORT_SCENARIOS.length + columnIndex - 1];
    return chains.length === 0 || columnIndex === 0 || row === undefined
      ? undefined
      : `#${chainAddress(row)}`;
  };
  return [htmlSection(FRONT, [
    ...(extract.isSynthetic ? [`<p class="counts">${SYNTHETIC_BADGE}</p>`] : []),
    `<p class="hint">${
      chains.length === 0 ? "" : "Each number leads to what is behind it. "
    }<a href="#${TABLE}">Table 3.7 in chapter 3</a> has what differs, and why.</p>`,
    tableToHtml(shaped, { link, rowGroups }).trim(),
  ])];
}

const NOTES = [
  "¹ The rate with which the scheme ends the projection with the reserve wanted, two times " +
  "its yearly expenses. ² The rate that is just sufficient, with no reserve at the end. " +
  "³ The first year in which a rate of 1 per cent leaves the fund overdrawn.",
];
