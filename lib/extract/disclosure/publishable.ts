import { formatMonth, type Month } from "@jkp/month";
import { weightedMean } from "@jkp/numeric";
import type { StatisticsExtract } from "../statistics_extract.ts";
import {
  type ProtectedCell,
  suppressTable,
  type TableCell,
  TOTAL,
} from "./suppress_table.ts";

/** How small a published cell may be. */
export interface PublishOptions {
  /**
   * Persons that a shown cell holds at least, if any.
   * @default {10}
   */
  readonly threshold?: number;
}

/** A row of a published table: its key, its persons, and their mean wage. */
interface PersonsRow {
  readonly key: readonly string[];
  readonly count: number;
  readonly meanWageIdr: number;
}

/**
 * Tables of a statistics extract for publication, small cells suppressed.
 *
 * Members and claims of each month by sex, age and reason with all totals, and the
 * inactive, are protected: no small cell is shown or can be found from the totals of its
 * month. Mean wages go with their cells. Shares of service are hidden if the members
 * between two of them, or beyond the outer ones, would be a small cell. What two months or
 * two releases give away together is not protected.
 *
 * @param extract The statistics.
 * @param options How small a cell may be.
 * @returns File name to content: four CSVs and a `README.md` that says what was hidden.
 *
 * @example The totals of December 2019 are shown, claims of a few men aged 60 to 64 are not
 * ```ts
 * import { publishableFiles } from "@jkp/extract";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const files = publishableFiles(await readShippedExtract());
 * assertStringIncludes(files.get("active.csv")!, "2019-12,total,total,15833952,4512672,\n");
 * assertStringIncludes(files.get("withdrawals.csv")!, "2016-01,M,60-64,layoff,,,yes\n");
 * ```
 */
export function publishableFiles(
  extract: StatisticsExtract,
  { threshold = 10 }: PublishOptions = {},
): Map<string, string> {
  const active = monthlyRows(
    extract.active.map((row) => ({
      ...row,
      key: [row.sex, row.ageGroup],
      count: row.members,
    })),
    threshold,
  );
  const withdrawals = monthlyRows(
    extract.withdrawals.map((row) => ({
      ...row,
      key: [row.sex, row.ageGroup, row.reason],
      count: row.claims,
    })),
    threshold,
  );
  const service = serviceRows(extract, active, threshold);
  const inactive = suppressPersons(
    extract.inactive.map((row) => ({
      key: [String(row.monthsSinceLastContribution)],
      count: row.members,
    })),
    threshold,
  );
  const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
    [header, ...rows.map((row) => row.join(",")), ""].join("\n");
  return new Map([
    [
      "active.csv",
      csv("month,sex,age_group,members,mean_wage_idr,suppressed", active.map(toCells)),
    ],
    [
      "withdrawals.csv",
      csv(
        "month,sex,age_group,reason,claims,mean_wage_idr,suppressed",
        withdrawals.map(toCells),
      ),
    ],
    ["service.csv", csv("month,sex,age_group,months_at_least,share,suppressed", service)],
    [
      "inactive.csv",
      csv(
        "months_since_last_contribution,members,suppressed",
        inactive.map(({ key, count, isSuppressed }) => [
          ...key,
          isSuppressed ? "" : Math.round(count),
          isSuppressed ? "yes" : "",
        ]),
      ),
    ],
    ["README.md", readme(extract, threshold, [active, withdrawals, inactive].flat())],
  ]);
}

/** A protected cell of a month. */
interface MonthlyCell extends ProtectedCell {
  readonly month: Month;
  readonly meanWageIdr: number;
}

function monthlyRows(
  rows: readonly (PersonsRow & { readonly month: Month })[],
  threshold: number,
): MonthlyCell[] {
  const months = [...new Set(rows.map(({ month }) => month))];
  return months.flatMap((month) => {
    const own = rows.filter((row) => row.month === month);
    return suppressPersons(own, threshold).map((cell) => ({
      key: cell.key,
      count: cell.count,
      isSuppressed: cell.isSuppressed,
      month,
      meanWageIdr: meanWage(own, cell.key),
    }));
  });
}

/** Parts of a person that are counted apart: a row of a sample may stand for a few. */
const PARTS = 1e6;

/** Suppresses small cells of persons, which may be fractions. */
function suppressPersons(
  cells: readonly TableCell[],
  threshold: number,
): ProtectedCell[] {
  const parts = cells.map(({ key, count }) => ({
    key,
    count: Math.round(count * PARTS),
  }));
  return suppressTable(parts, threshold * PARTS).map((cell) => ({
    ...cell,
    count: cell.count / PARTS,
  }));
}

/** Mean wage of all rows that a key, with its totals, is about. */
function meanWage(rows: readonly PersonsRow[], key: readonly string[]): number {
  const own = rows.filter((row) =>
    row.key.every((value, d) => key[d] === TOTAL || key[d] === value)
  );
  if (own.every(({ count }) => count === 0)) return 0;
  return Math.round(weightedMean(
    own.map(({ meanWageIdr }) => meanWageIdr),
    own.map(({ count }) => count),
  ));
}

function toCells(cell: MonthlyCell): (string | number)[] {
  const { month, key, count, meanWageIdr, isSuppressed } = cell;
  return [
    formatMonth(month),
    ...key,
    ...(isSuppressed ? ["", "", "yes"] : [Math.round(count), meanWageIdr, ""]),
  ];
}

function serviceRows(
  extract: StatisticsExtract,
  active: readonly MonthlyCell[],
  threshold: number,
): (string | number)[][] {
  const members = new Map(
    active.map((cell) => [`${cell.month} ${cell.key.join(" ")}`, cell]),
  );
  const isSmall = (persons: number) => persons > 0.5 && persons < threshold;
  const groups = Map.groupBy(
    extract.service,
    ({ month, sex, ageGroup }) => `${month} ${sex} ${ageGroup}`,
  );
  return [...groups].flatMap(([key, points]) => {
    const { count, isSuppressed } = members.get(key)!;
    const shares = [1, ...points.map(({ share }) => share).toSorted((a, b) => b - a), 0];
    const isHidden = isSuppressed ||
      shares.some((share, i) => i > 0 && isSmall(count * (shares[i - 1]! - share)));
    return points.map(({ month, sex, ageGroup, monthsAtLeast, share }) => [
      formatMonth(month),
      sex,
      ageGroup,
      monthsAtLeast,
      ...(isHidden ? ["", "yes"] : [share, ""]),
    ]);
  });
}

function readme(
  { manifest }: StatisticsExtract,
  threshold: number,
  cells: readonly ProtectedCell[],
): string {
  const small = cells.filter(({ count }) => count > 0 && count < threshold).length;
  const hidden = cells.filter(({ isSuppressed }) => isSuppressed).length;
  const number = (value: number) => value.toLocaleString("en");
  return `# ${manifest.name}, for publication

${manifest.synthetic ? "**Synthetic data: no figure comes from records.**\n\n" : ""}\
Provider: ${manifest.provider}. Months ${formatMonth(manifest.firstMonth)} to
${formatMonth(manifest.lastMonth)}.

Cells of 1 to ${threshold - 1} persons are suppressed, and others so that no total of the
same table gives them away: ${number(hidden)} of ${number(cells.length)} cells of members,
claims and inactive, of which ${number(small)} are small themselves. A suppressed cell is
empty, with \`yes\` in the last column. Each month is protected by itself; comparing months,
or other releases of the same records, is not.
`;
}
