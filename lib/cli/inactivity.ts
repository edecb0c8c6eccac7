import { writeFilesTogether } from "@jkp/files/write";
import { type Month, parseMonth } from "@jkp/month";
import {
  figureToCsv,
  figureToSvg,
  tableToCsv,
  tableToMarkdown,
  tableToText,
} from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { inactivityFigure, type InactivityReport, inactivityTables } from "@jkp/study";
import { studyInactivity } from "@jkp/study/read";
import { parseGroupNames, parseOptions, parseTimes } from "./options.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";

const USAGE = `\
Usage: deno task inactivity DIR [options]

How long members of a member-level extract stay without contribution, and what ends it:
survival, competing ends (Aalen–Johansen), fitted distributions, log-rank test.

  --by LIST      of sex, age_group, end_reason and carried columns
  --at LIST      months to report                         (default 3,6,9,12,24,36)
  --from MONTH   first month in which ends are seen       (default: the extract's first)
  --to MONTH     last month of observation                (default: the extract's last)
  --first-only   only the first inactivity of each member
  --out DIR      folder to write to                       (default outputs/inactivity)
  --json         print the study as JSON
  --help         this text`;

/**
 * The `inactivity` command.
 *
 * @param args Its arguments.
 * @param print Where its output goes.
 * @throws {UsageError} If an option is unknown or unusable.
 * @throws {DataError} If the extract cannot be read, or has errors.
 * @throws {RangeError} If nothing was under observation, or a column is not there.
 */
export async function inactivityCommand(
  args: readonly string[],
  print: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    allowPositionals: true,
    options: {
      by: { type: "string", default: "" },
      at: { type: "string", default: "3,6,9,12,24,36" },
      from: { type: "string" },
      to: { type: "string" },
      "first-only": { type: "boolean", default: false },
      out: { type: "string", default: "outputs/inactivity" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }, USAGE);
  if (values.help) return print(USAGE);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    const received = positionals.join(" ") || "nothing";
    throw new UsageError(`one folder is wanted, got ${received}\n\n${USAGE}`);
  }
  const at = parseTimes(values.at);
  const progress = showProgress(1);
  progress.step(`reading ${folder}`);
  const options = {
    by: parseGroupNames(values.by),
    at,
    observedFrom: monthOption("--from", values.from),
    observedTo: monthOption("--to", values.to),
    isFirstOnly: values["first-only"],
  };
  const report = await studyInactivity(folder, options, {
    rowsSeen: (rows) => progress.update(`${rows.toLocaleString("en")} rows read`),
  }).finally(progress.end);
  const files = await filesOf(report);
  await writeFilesTogether(values.out, files);
  print(
    values.json ? JSON.stringify(report.study, arraysAsLists, 2) : [
      ...inactivityTables(report).map((table) => tableToText(table)),
      `${files.size} files written to ${values.out}/.`,
    ].join("\n"),
  );
}

function arraysAsLists(_: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

function monthOption(name: string, text: string | undefined): Month | undefined {
  if (text === undefined) return undefined;
  const month = parseMonth(text);
  if (month === undefined) throw new UsageError(`${name} wants YYYY-MM, got ${text}`);
  return month;
}

async function filesOf(report: InactivityReport): Promise<Map<string, string>> {
  const figure = inactivityFigure(report);
  return new Map([
    ...inactivityTables(report).flatMap((table): [string, string][] => [
      [`${table.id}.csv`, tableToCsv(table)],
      [`${table.id}.md`, tableToMarkdown(table)],
    ]),
    [`${figure.id}.csv`, figureToCsv(figure)],
    [`${figure.id}.svg`, await figureToSvg(figure)],
  ]);
}

if (import.meta.main) {
  await runCommand((args) => inactivityCommand(args, console.log));
}
