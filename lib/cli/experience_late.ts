import type { Table } from "@jkp/exhibit";
import {
  type DelayCurve,
  type LateReports,
  lateReports,
  parseDelayCurve,
  parseVintages,
  reportsUnderDelay,
  type Vintage,
  vintageDelayCurve,
} from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import { readStatisticsExtract } from "@jkp/extract/read";
import { readText } from "@jkp/files/read";
import { formatMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import { lateReportTables, vintageTables } from "@jkp/study";

/** Makes what reads months from a lowest number on. */
function wholeMonths(option: string, lowest: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,3}$/.test(text) && Number(text) >= lowest) return Number(text);
    throw new UsageError(
      `${option} wants whole months from ${lowest} to 999, got ${text}`,
    );
  };
}

/** Options of `experience` that ask what is still to be reported. */
export const LATE_OPTIONS = {
  earlier: {
    value: "DIR",
    about: `an extract of the same register drawn earlier: which claims came late,
          development factors, and months that are incomplete`,
  },
  delay: {
    value: "FILE",
    about: `instead of --earlier, a CSV of a stated delay curve: months_since_event and
          reported, a fraction; tail in the last row if that is below 1`,
  },
  vintages: {
    value: "FILE",
    about: `a CSV of published counts, month, value, published_on and note: how much was
          known how long after, and what the latest counts may come to`,
  },
  completeAfter: {
    value: "MONTHS",
    about: "with --vintages: age from which a count is taken as all",
    read: wholeMonths("--complete-after", 1),
  },
  ageWithoutDate: {
    value: "MONTHS",
    about: "with --vintages: age that is assumed for counts without a date",
    defaultWords: "they are passed over",
    read: wholeMonths("--age-without-date", 0),
  },
} as const;

/** Values of these options. */
export interface LateChoices {
  readonly earlier: string | undefined;
  readonly delay: string | undefined;
  readonly vintages: string | undefined;
  readonly completeAfter: number | undefined;
  readonly ageWithoutDate: number | undefined;
}

/** What is still to be reported, as far as it was asked for. */
export interface StillToReport {
  readonly late?: LateReports;
  readonly published?: {
    readonly file: string;
    readonly vintages: readonly Vintage[];
    readonly curve: DelayCurve;
  };
}

/** @throws {UsageError} With every pair of options that cannot go together. */
export function refuseLateChoices(choices: LateChoices, publish: boolean): void {
  const { earlier, delay, vintages, completeAfter } = choices;
  const problems: string[] = [];
  if (earlier !== undefined && delay !== undefined) {
    problems.push("--earlier finds the delay, --delay states it: take one of them");
  }
  if ((vintages === undefined) !== (completeAfter === undefined)) {
    problems.push(
      "--vintages and --complete-after go together: no count tells when all is reported",
    );
  }
  if (choices.ageWithoutDate !== undefined && vintages === undefined) {
    problems.push("--age-without-date is of --vintages, which is not given");
  }
  const asked = [earlier, delay, vintages].some((each) => each !== undefined);
  if (publish && asked) {
    problems.push(
      "--publish does not go with --earlier, --delay or --vintages: what came late is a " +
        "difference, and few records may be behind it",
    );
  }
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
}

/** Reads what the options name, and finds what is still to be reported. */
export async function stillToReport(
  { earlier, delay, vintages, completeAfter, ageWithoutDate }: LateChoices,
  extract: StatisticsExtract,
): Promise<StillToReport> {
  const late = earlier !== undefined
    ? lateReports(await readStatisticsExtract(earlier), extract)
    : delay !== undefined
    ? reportsUnderDelay(extract, parseDelayCurve(delay, await readText(delay)))
    : undefined;
  if (vintages === undefined || completeAfter === undefined) {
    return { ...late && { late } };
  }
  const read = parseVintages(vintages, await readText(vintages));
  const curve = vintageDelayCurve(read, {
    completeAfter,
    ...(ageWithoutDate !== undefined && { ageWithoutDate }),
  });
  return { ...late && { late }, published: { file: vintages, vintages: read, curve } };
}

/** The tables of what is still to be reported. */
export function stillToReportTables({ late, published }: StillToReport): Table[] {
  return [
    ...(late === undefined ? [] : lateReportTables(late)),
    ...(published === undefined ? [] : vintageTables(
      published.vintages,
      published.curve,
      `Published counts: ${published.file}.`,
    )),
  ];
}

/** Columns that a line of text has no room for. */
const FILES_ONLY = new Set(["age", "still_to_report"]);

/** Share of a month's claims that came late above which a printed table shows it. */
const SHOWN_LATE = 0.01;

/** A table as it is printed: from the first month on of which claims came late or will. */
export function printedLateTable(table: Table): Table {
  if (!table.columns.some(({ key }) => key === "reading")) return table;
  const isOpen = ({ reading, late, latest }: Table["rows"][number]) =>
    reading === "incomplete" || Math.abs(Number(late)) > SHOWN_LATE * Number(latest);
  const first = table.rows.findIndex(isOpen);
  return {
    ...table,
    columns: table.columns.filter(({ key }) => !FILES_ONLY.has(key)),
    rows: table.rows.slice(first < 0 ? -1 : first),
  };
}

/** What is still to be reported, months in words, as JSON is to have it. */
export function inWords({ late, published }: StillToReport): object {
  const withMonth = <Row extends { readonly month: number }>(row: Row) => ({
    ...row,
    month: formatMonth(row.month),
  });
  return {
    ...(late && {
      lateReports: {
        ...late,
        firstMonth: formatMonth(late.firstMonth),
        lastMonth: formatMonth(late.lastMonth),
        groups: late.groups.map((group) => ({
          ...group,
          months: group.months.map(withMonth),
        })),
      },
    }),
    ...(published && {
      published: { ...published, vintages: published.vintages.map(withMonth) },
    }),
  };
}
