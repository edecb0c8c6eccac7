import { filesOf, formatNumber, type Table, tableToText } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import { type Monitoring, monitoringFigures, monitoringTables } from "@jkp/study";
import { FOLDERS, writeOutputs } from "./outputs.ts";
import { inLines } from "./screen.ts";

/** What of a study is printed, and where its files go. */
export interface MonitoringPrinted {
  readonly out: string;
  readonly full: boolean;
  readonly json: boolean;
  readonly h: number;
  readonly width: number;
  /** Said before the verdicts: what was set beside what. */
  readonly heading: string;
  /** Tables beside those of the series. */
  readonly further?: readonly Table[];
}

/** Columns of verdicts that a line of text has no room for. */
const FILES_ONLY = new Set(["months"]);

/** Writes tables and figures of a study, and gives what is printed: the verdicts first. */
export async function writeMonitoring(
  study: Monitoring,
  { out, full, json, h, width, heading, further = [] }: MonitoringPrinted,
): Promise<string> {
  const tables = monitoringTables(study);
  const files = await filesOf(
    [...tables, ...further],
    monitoringFigures(study, h),
    FOLDERS,
  );
  const written = writeOutputs(out, files);
  if (json) return JSON.stringify(study, monthsAsText, 2);
  const [verdicts, ...ofSeries] = tables;
  const common = new Set(verdicts!.notes);
  return [
    inLines(`${heading} ${answerInWords(study)}`, width) + "\n",
    tableToText({
      ...verdicts!,
      columns: verdicts!.columns.filter(({ key }) => full || !FILES_ONLY.has(key)),
      notes: full ? verdicts!.notes : [verdicts!.notes[0]!, ...study.notes],
    }, { width }),
    ...further.map((table) => tableToText(table, { width })),
    ...(full ? ofSeries : []).map((table) =>
      tableToText({ ...table, notes: table.notes.filter((note) => !common.has(note)) }, {
        width,
      })
    ),
    inLines(
      `${written} files in ${out}/` +
        (full ? "." : ": each series by month, with its control chart; or --full."),
      width,
    ),
  ].join("\n");
}

/** How many series are within limits, and which are not. */
function answerInWords({ series }: Monitoring): string {
  const ofState = (state: string) =>
    series.filter(({ verdict }) => verdict.state === state);
  const within = ofState("within limits");
  const parts = [
    ...(within.length === 0 ? [] : [
      within.length === series.length
        ? `${series.length === 1 ? "The series is" : "All series are"} within limits`
        : `within limits: ${namesOf(within)}`,
    ]),
    ...[...ofState("above"), ...ofState("below")]
      .map(({ title, verdict }) => `${title}: ${verdict.words}`),
    ...(ofState("too few data").length === 0
      ? []
      : [`too few data for limits, actual over expected alone: ${ratiosOf(series)}`]),
  ];
  const words = parts.join("; ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, ".");
}

function namesOf(series: Monitoring["series"]): string {
  return series.map(({ title }) => title).join(", ");
}

/** Actual over expected of the series that are too short. */
function ratiosOf(series: Monitoring["series"]): string {
  return series.filter(({ verdict }) => verdict.state === "too few data")
    .map(({ title, actual, expectedByNow }) =>
      `${title} ${formatNumber(actual / expectedByNow, 3)}`
    )
    .join(", ");
}

const MONTHS = new Set(["from", "to", "since"]);

/** Months as text; of shifts, places of points stay numbers. */
function monthsAsText(this: unknown, key: string, value: unknown): unknown {
  const isShift = typeof this === "object" && this !== null && "alarm" in this;
  return MONTHS.has(key) && typeof value === "number" && !isShift
    ? formatMonth(value)
    : value;
}
