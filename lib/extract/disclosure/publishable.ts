import { labelOfExtract } from "../data_label.ts";
import { formatMonth, type Month } from "@jkp/month";
import type { StatisticsExtract } from "../statistics_extract.ts";
import type { LargestContributions, LargestWages } from "./largest_wages.ts";
import { roundedMean } from "./rounded_mean.ts";
import {
  dominanceRule,
  frequencyRule,
  type ProtectedCell,
  suppressTable,
  type TableCell,
} from "./suppress_table.ts";

/** What may be published of single records. */
export interface PublishOptions {
  /**
   * Records that a shown cell holds at least, if any.
   * @default {10}
   */
  readonly threshold?: number;
  /**
   * A mean wage is shown only if no contributor can find another's wage to within so many
   * per cent.
   * @default {10}
   */
  readonly percent?: number;
  /** The largest contributions to wages; without them no mean wage is shown. */
  readonly largest?: LargestContributions | undefined;
}

/** A row of a published table: its key, its persons, and their mean wage. */
interface PersonsRow {
  readonly month: Month;
  readonly key: readonly string[];
  readonly persons: number;
  readonly records?: number;
  readonly meanWageIdr: number;
}

/** A protected cell of a month. */
interface MonthlyCell extends ProtectedCell {
  readonly month: Month;
  readonly meanWageIdr: number;
  /** Whether the mean wage alone is suppressed. */
  readonly isWageSuppressed: boolean;
}

/**
 * Tables of a statistics extract for publication: what few records are behind is
 * suppressed.
 *
 * Members and claims of each month by sex, age and reason with all totals, and the
 * inactive, are protected by the minimum frequency rule: no cell of few records is shown or
 * can be narrowed down from the totals of its month. It is rows of the register that count,
 * not the persons they stand for. Mean wages are shown where the p% rule allows it, as sums
 * with totals of their own, and rounded. Shares of service are hidden if the records between
 * two of them, or beyond the outer ones, are few.
 *
 * Not protected are zeros, and what two months or two releases give away together.
 *
 * @param extract The statistics; where rows do not say how many records are behind them,
 * each person is one.
 * @param options How few records, and what is known of their wages.
 * @returns File name to content: four CSVs and a `README.md` that says what was hidden.
 *
 * @example The total of December 2019 is shown, claims of a few men aged 60 to 64 are not;
 * nor are wages, of which it is not known who earned most
 * ```ts
 * import { publishableFiles } from "@jkp/extract";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const files = publishableFiles(await readShippedExtract());
 * assertStringIncludes(files.get("active.csv")!, "2019-12,total,total,15833952,,wage\n");
 * assertStringIncludes(files.get("withdrawals.csv")!, "2016-01,M,60-64,layoff,,,yes\n");
 * ```
 */
export function publishableFiles(
  extract: StatisticsExtract,
  { threshold = 10, percent = 10, largest }: PublishOptions = {},
): Map<string, string> {
  const limits = { threshold, percent };
  const active = monthlyCells(
    extract.active.map((row) => ({
      ...row,
      key: [row.sex, row.ageGroup],
      persons: row.members,
    })),
    limits,
    largest?.active,
  );
  const withdrawals = monthlyCells(
    extract.withdrawals.map((row) => ({
      ...row,
      key: [row.sex, row.ageGroup, row.reason],
      persons: row.claims,
    })),
    limits,
    largest?.withdrawals,
  );
  const service = serviceRows(extract, active, threshold);
  const inactive = suppressTable(
    extract.inactive.map(({ monthsSinceLastContribution, members, records }) =>
      personsCell([String(monthsSinceLastContribution)], members, records)
    ),
    frequencyRule(threshold),
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
        inactive.map(({ key, value, isSuppressed }) => [
          ...key,
          isSuppressed ? "" : Math.round(value),
          isSuppressed ? "yes" : "",
        ]),
      ),
    ],
    [
      "README.md",
      readme(extract, limits, largest !== undefined, [active, withdrawals], inactive),
    ],
  ]);
}

/** A cell of persons, each a record if nothing else is said. */
function personsCell(
  key: readonly string[],
  persons: number,
  records: number = persons,
): TableCell {
  return { key, value: persons, records, largest: 0, second: 0 };
}

function monthlyCells(
  rows: readonly PersonsRow[],
  { threshold, percent }: Limits,
  largest: readonly LargestWages[] | undefined,
): MonthlyCell[] {
  const located = rows.map((row, i) => ({ row, largest: largest?.[i] }));
  return [...Map.groupBy(located, ({ row }) => row.month)].flatMap(([month, own]) => {
    const counts = suppressTable(
      own.map(({ row }) => personsCell(row.key, row.persons, row.records)),
      frequencyRule(threshold),
    );
    const isCountHidden = new Set(
      counts.filter(({ isSuppressed }) => isSuppressed).map(({ key }) => key.join()),
    );
    const wages = suppressTable(
      own.map(({ row, largest = { largest: 0, second: 0 } }) => ({
        ...personsCell(row.key, row.persons, row.records),
        value: row.persons * row.meanWageIdr,
        ...largest,
      })),
      dominanceRule(threshold, percent),
      (key) => isCountHidden.has(key.join()),
    );
    return counts.map((cell, i): MonthlyCell => ({
      ...cell,
      month,
      isWageSuppressed: wages[i]!.isSuppressed ||
        (largest === undefined && cell.value > 0),
      meanWageIdr: cell.value === 0
        ? 0
        : roundedMean(wages[i]!.value / cell.value, cell.records),
    }));
  });
}

function toCells(cell: MonthlyCell): (string | number)[] {
  const { month, key, value, meanWageIdr, isSuppressed, isWageSuppressed } = cell;
  return [
    formatMonth(month),
    ...key,
    ...(isSuppressed
      ? ["", "", "yes"]
      : [Math.round(value), ...(isWageSuppressed ? ["", "wage"] : [meanWageIdr, ""])]),
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
  const isSmall = (records: number) => records > 0.5 && records < threshold;
  const groups = Map.groupBy(
    extract.service,
    ({ month, sex, ageGroup }) => `${month} ${sex} ${ageGroup}`,
  );
  return [...groups].flatMap(([key, points]) => {
    const cell = members.get(key)!;
    const reached = points.map(({ share, records }) => records ?? share * cell.value);
    const steps = [cell.records, ...reached.toSorted((a, b) => b - a), 0];
    const isHidden = cell.isSuppressed ||
      steps.some((records, i) => i > 0 && isSmall(steps[i - 1]! - records));
    return points.map(({ month, sex, ageGroup, monthsAtLeast, share }) => [
      formatMonth(month),
      sex,
      ageGroup,
      monthsAtLeast,
      ...(isHidden ? ["", "yes"] : [share, ""]),
    ]);
  });
}

interface Limits {
  readonly threshold: number;
  readonly percent: number;
}

function readme(
  { manifest }: StatisticsExtract,
  { threshold, percent }: Limits,
  hasWages: boolean,
  monthly: readonly (readonly MonthlyCell[])[],
  inactive: readonly ProtectedCell[],
): string {
  const cells = [...monthly.flat(), ...inactive];
  const small = cells.filter(frequencyRule(threshold).isSensitive).length;
  const hidden = cells.filter(({ isSuppressed }) => isSuppressed).length;
  const withoutWage =
    monthly.flat().filter((cell) => !cell.isSuppressed && cell.isWageSuppressed).length;
  const number = (value: number) => value.toLocaleString("en");
  return `# ${labelOfExtract(manifest).extractName}, for publication

${manifest.synthetic ? "**Synthetic data: no figure comes from records.**\n\n" : ""}\
Provider: ${manifest.provider}. Months ${formatMonth(manifest.firstMonth)} to
${formatMonth(manifest.lastMonth)}.

**Counts.** Cells of 1 to ${threshold - 1} records are suppressed, and others so that no
total of the same table gives them away: ${number(hidden)} of ${
    number(cells.length)
  } cells
of members, claims and inactive, of which ${number(small)} are small themselves. A record
is a row of the register, however many persons it stands for. A suppressed cell is empty,
with \`yes\` in the last column. The totals of a month leave for each small cell at least
${threshold} records more than it has.

**Mean wages.** ${
    hasWages
      ? `A mean is shown if its largest contributor cannot be found to within ${percent} %
by the second (p% rule); sums of wages are protected as a table of their own. Of
${
        number(withoutWage)
      } more cells only the mean is empty, with \`wage\` in the last column.
Means have three significant digits, two where fewer than 100 records are behind them.`
      : `None are shown: whose wages make up a mean is not known of these statistics.`
  }

**Shares of service** are empty if the members between two of them, or beyond the outer
ones, are 1 to ${threshold - 1} records.

**Not protected.** Zeros are shown: that a cell is empty, and so that all of a group are in
another cell, can be read. Each month and each table is protected by itself; what comparing
months or other releases of the same records gives away is not. Nor is a cell protected
from a reader who knows some of its records.
`;
}
