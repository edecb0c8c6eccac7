import { filesOf, tableToText } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import { UsageError } from "@jkp/problem";
import {
  claimDelayTables,
  inactivityFigure,
  inactivitySummary,
  inactivityTables,
} from "@jkp/study";
import { studyInactivity } from "@jkp/study/read";
import { join } from "node:path";
import { command } from "./command.ts";
import { printedLateTable } from "./experience_late.ts";
import { fromMonth, parseGroupNames, parseTimes, toMonth } from "./options.ts";
import {
  publicationFiles,
  PUBLISH,
  refuseJson,
  THRESHOLD,
  writeApart,
} from "./publishing.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";
import { paragraph } from "./screen.ts";

/** Its picture, among what is written. */
const FIGURE = "inactivity.svg";

/** The `inactivity` command. */
export const inactivityCommand = command({
  name: "inactivity",
  summary:
    `How long members of a member-level extract stay without contribution, and what ends
      it: survival, competing ends (Aalen–Johansen), fitted distributions, log-rank
      test.`,
  operand: { word: "DIR" },
  options: {
    by: {
      value: "LIST",
      about: "of sex, age_group, end_reason and carried columns",
      default: "",
      read: parseGroupNames,
    },
    at: {
      value: "LIST",
      about: "months to report",
      default: "3,6,9,12,24,36",
      read: parseTimes,
    },
    from: fromMonth("first month in which ends are seen"),
    to: toMonth("last month of observation"),
    firstOnly: { about: "only the first inactivity of each member" },
    claimDelays: {
      about: `also claims by month of the last contribution and delay: what is still to be
          claimed, with standard errors; not with --publish`,
    },
    out: { value: "DIR", about: "folder to write to", default: "outputs/inactivity" },
    json: { about: "print the study as JSON" },
    publish: PUBLISH,
    threshold: THRESHOLD,
  },
  wanted: (got) => `one folder is wanted, got ${got}`,
}, async ({ operand: folder, values, width }, print, letGo) => {
  refuseJson(values.publish, values.json);
  if (values.publish && values.claimDelays) {
    throw new UsageError(
      "--publish does not go with --claim-delays: few records may be behind a month's claims",
    );
  }
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  const options = {
    by: values.by,
    at: values.at,
    observedFrom: values.from,
    observedTo: values.to,
    isFirstOnly: values.firstOnly,
    hasClaimDelays: values.claimDelays,
    publishedFrom: values.publish ? values.threshold : undefined,
  };
  const report = await studyInactivity(folder, options, {
    rowsSeen: progress.rowsSeen,
    scratchPlanned: progress.scratchPlanned,
  }).finally(progress.end);
  letGo("ffi");
  const { claimDelays = [] } = report;
  const delays = claimDelayTables(claimDelays, report.manifest);
  const tables = [...inactivityTables(report), ...delays];
  const summary = inactivitySummary(report);
  const figures = [inactivityFigure(report)];
  const files = await (values.publish
    ? publicationFiles(`Inactivity in ${report.manifest.name}`, tables, figures)
    : filesOf(tables, figures));
  letGo("env", "sys");
  const written = await writeApart(values.out, files, values.publish);
  letGo("write");
  print(
    values.json
      ? JSON.stringify(
        {
          ...report.study,
          elapsedStock: report.stock,
          ...(values.claimDelays && {
            claimDelays: claimDelays.filter(({ claims }) =>
              claims > 0
            )
              .map((row) => ({ ...row, month: formatMonth(row.month) })),
          }),
        },
        arraysAsLists,
        2,
      )
      : [
        paragraph(`${summary.sentence} Open ${join(values.out, FIGURE)}.`, width),
        "",
        ...[summary.table, ...delays.map(printedLateTable)]
          .map((table) => tableToText(table, { width })),
        paragraph(
          `${written} files in ${values.out}/: endings, their errors, fits, both measures.`,
          width,
        ),
      ].join("\n"),
  );
});

function arraysAsLists(_: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

if (import.meta.main) {
  await runCommand(inactivityCommand);
}
