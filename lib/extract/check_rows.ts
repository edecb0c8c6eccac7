import type { TableRead } from "@jkp/files";
import { formatMonth, type Month, monthRange } from "@jkp/month";
import type { Problem } from "@jkp/problem";
import type { ExtractManifest } from "./extract_manifest.ts";
import { AGE_GROUPS, type AgeGroup, type Sex, SEXES } from "./vocabulary.ts";
import {
  type InactiveRow,
  isServiceSeen,
  type ServiceRow,
} from "./statistics_extract.ts";

/** The rows of a file, each with its line. */
type FileRows<Row> = Pick<TableRead<Row>, "file" | "rows">;

/** What the rows of the monthly files share. */
interface MonthlyRow {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
}

/**
 * Finds months outside the window, and missing combinations of month, sex, age group and
 * what else the file splits by (reasons; one empty text if nothing). Rows are wanted of all
 * combinations unless it is said of which.
 */
export function checkGrid<Row extends MonthlyRow, Split>(
  read: FileRows<Row>,
  window: Pick<ExtractManifest, "firstMonth" | "lastMonth">,
  splits: readonly Split[],
  splitOf: (row: Row) => Split,
  isWanted: (month: Month, split: Split) => boolean = () => true,
): Problem[] {
  const { file, rows } = read;
  const { firstMonth, lastMonth } = window;
  const outside = rows
    .filter(({ row }) => row.month < firstMonth || row.month > lastMonth)
    .map(({ line, row }): Problem => ({
      file,
      place: `row ${line}, column month`,
      expected: `a month from ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`,
      received: formatMonth(row.month),
    }));
  const nameOf = (key: MonthlyRow, split: Split) =>
    [formatMonth(key.month), key.sex, key.ageGroup, split].join(" ").trimEnd();
  const present = new Set(rows.map(({ row }) => nameOf(row, splitOf(row))));
  const missing = monthRange(firstMonth, lastMonth).flatMap((month) =>
    SEXES.flatMap((sex) =>
      AGE_GROUPS.flatMap((ageGroup) =>
        splits.filter((split) => isWanted(month, split))
          .map((split) => nameOf({ month, sex, ageGroup }, split))
      )
    )
  ).filter((name) => !present.has(name));
  return [
    ...outside,
    ...missing.map((name) => ({
      file,
      expected: `a row for ${name}`,
      received: "none",
    })),
  ];
}

/** Finds rows with persons but no wage, or a wage but no persons. */
export function checkWages<Row extends { readonly meanWageIdr: number }>(
  { file, rows }: FileRows<Row>,
  countOf: (row: Row) => number,
): Problem[] {
  return rows
    .filter(({ row }) => (row.meanWageIdr > 0) !== (countOf(row) > 0))
    .map(({ line, row }) => ({
      file,
      place: `row ${line}, column mean_wage_idr`,
      expected: countOf(row) > 0 ? "a positive wage" : "0, as nobody is counted",
      received: String(row.meanWageIdr),
    }));
}

/** Finds rows with persons but no record of them, or records but no persons. */
export function checkRecords<Row extends { readonly records?: number }>(
  { file, rows }: FileRows<Row>,
  countOf: (row: Row) => number,
): Problem[] {
  return rows
    .filter(({ row }) =>
      row.records !== undefined && (row.records > 0) !== (countOf(row) > 0)
    )
    .map(({ line, row }) => ({
      file,
      place: `row ${line}, column records`,
      expected: countOf(row) > 0 ? "at least one record" : "0, as nobody is counted",
      received: String(row.records),
    }));
}

/**
 * Finds shares of `service.csv` that rise with the months of service, and shares of service
 * before the months whose contributions are known.
 */
export function checkService(
  { file, rows }: FileRows<ServiceRow>,
  manifest: Pick<ExtractManifest, "historyFrom"> = {},
): Problem[] {
  const sorted = [...rows].sort((a, b) => a.row.monthsAtLeast - b.row.monthsAtLeast);
  const shareByCell = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { line, row } of sorted) {
    const cell = `${row.month} ${row.sex} ${row.ageGroup}`;
    const shorter = shareByCell.get(cell) ?? 1;
    if (row.share > shorter) {
      problems.push({
        file,
        place: `row ${line}, column share`,
        expected: `at most ${shorter}, the share with shorter service`,
        received: String(row.share),
      });
    }
    shareByCell.set(cell, row.share);
    if (isServiceSeen(manifest, row.month, row.monthsAtLeast)) continue;
    problems.push({
      file,
      place: `row ${line}, column months_at_least`,
      expected: "service from the month of history_from on",
      received: `${row.monthsAtLeast} months before ${formatMonth(row.month)}`,
    });
  }
  return problems;
}

/** Finds gaps in `inactive.csv`: months must run from 0. */
export function checkInactive({ file, rows }: FileRows<InactiveRow>): Problem[] {
  if (rows.length === 0) {
    return [{
      file,
      expected: "a row for 0 months without contribution",
      received: "none",
    }];
  }
  const gap = rows.find(({ row }, index) => row.monthsSinceLastContribution !== index);
  return gap === undefined ? [] : [{
    file,
    place: `row ${gap.line}, column months_since_last_contribution`,
    expected: "months that run from 0 in order without gap",
    received: String(gap.row.monthsSinceLastContribution),
  }];
}
