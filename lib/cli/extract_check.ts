import { readManifest, readStatisticsExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { StagedFiles } from "@jkp/files/write";
import {
  cellsToCsv,
  filesOf,
  roundedPercent,
  type Table,
  tableToText,
} from "@jkp/exhibit";
import { COMPLETE_FROM } from "@jkp/experience";
import { type Language, type Words, wordsOf } from "@jkp/language";
import { DataError } from "@jkp/problem";
import type { Month } from "@jkp/month";
import { paymentCompletenessTables, qualityTable } from "@jkp/study";
import { checkSpells } from "@jkp/spells/read";
import { type Finding, PaymentDelays, type QualityReport } from "@jkp/spells";
import { join } from "node:path";
import { command } from "./command.ts";
import { LANG_OF_FILES, toMonth } from "./options.ts";
import { finishWithManifest, OWNER_ONLY } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { inLines, paragraph } from "./screen.ts";
import { SHOWN_OF_A_RULE, wordFinding } from "./word_finding.ts";

/** All findings; they quote members' rows. */
const FINDINGS = "findings.csv";

/** Columns of `findings.csv`. */
const COLUMNS = [
  "rule",
  "severity",
  "file",
  "row",
  "key",
  "column",
  "value",
  "expected",
  "meaning",
] as const satisfies readonly (keyof Finding)[];

/**
 * The `extract check` command; if the extract has errors, its findings are written before
 * it throws.
 */
export const extractCheckCommand = command({
  name: "extract check",
  summary:
    `Checks a member-level extract: every cell, every row, every member, its control
      totals, and what the whole looks like: members and claims by month, and values that
      stand for many. Prints a verdict by rule, and the first findings; all of them go into a
      file. That file names members: keep it inside.`,
  operand: { word: "DIR" },
  options: {
    previous: {
      value: "DIR",
      about: "statistics extract of an earlier date, to see what has moved",
    },
    to: toMonth(
      `last month of which the whole is judged, as if the extract had been drawn then; rows
          are checked all`,
    ),
    out: {
      value: "DIR",
      about: "folder of findings.csv and summary.csv",
      default: "outputs/quality",
    },
    json: { about: "print the verdict as JSON" },
    lang: LANG_OF_FILES,
  },
  notes: ["Exits with 1 if there are errors."],
  wanted: (got, words) => words.wanted(words.oneFolder, got),
  bilingual: "arguments and data",
}, async ({ operand: folder, values, width }, print, letGo) => {
  const { lang: language } = values;
  const words = wordsOf(language).check.verdict;
  const previous = values.previous === undefined
    ? undefined
    : await readStatisticsExtract(values.previous);
  using staged = new StagedFiles(values.out);
  const paymentDelays = new PaymentDelays();
  const { report, first } = await check(folder, staged, {
    previous,
    lastMonth: values.to,
    paymentDelays,
    language,
  });
  letGo("ffi", "env", "sys");
  const table = qualityTable(report, folder, language);
  const complete = await completenessOf(folder, paymentDelays, language);
  for (const [path, text] of await filesOf([table, ...complete])) {
    staged.write(path, text);
  }
  finishWithManifest(staged);
  letGo("write");
  if (values.json) print(JSON.stringify(report, null, 2));
  else {
    const found = { report, table, first, out: values.out };
    for (const line of verdict(found, width, wordsOf(language))) print(line);
    for (const each of complete) {
      print(`\n${printedCompleteness(each, width, wordsOf(language))}`);
    }
  }
  if (!report.isUsable) {
    const received = words.see(report.errors, join(values.out, FINDINGS));
    throw new DataError(
      [{ file: folder, expected: words.noErrors, received }],
      wordsOf(language).problem,
    );
  }
});

/** Checks, and writes every finding as it comes. */
async function check(
  folder: string,
  staged: StagedFiles,
  { previous, ...options }: {
    readonly previous: StatisticsExtract | undefined;
    readonly lastMonth: Month | undefined;
    readonly paymentDelays: PaymentDelays;
    readonly language: Language;
  },
): Promise<{ report: QualityReport; first: Finding[] }> {
  const first: Finding[] = [];
  const found = new Map<Finding["rule"], number>();
  const file = staged.stream(FINDINGS, OWNER_ONLY);
  file.write(cellsToCsv([COLUMNS]));
  const progress = showProgress(1);
  progress.step(`checking ${folder}`);
  const report = await checkSpells(folder, (finding) => {
    const earlier = found.get(finding.rule) ?? 0;
    if (earlier < SHOWN_OF_A_RULE) first.push(finding);
    found.set(finding.rule, earlier + 1);
    file.write(formatFinding(finding));
  }, {
    ...options,
    ...(previous === undefined ? {} : { previous }),
    rowsSeen: progress.rowsSeen,
    scratchPlanned: progress.scratchPlanned,
  }).finally(progress.end);
  return { report, first };
}

/** How complete the months of a ledger are, if any of its payments has a date. */
async function completenessOf(
  folder: string,
  delays: PaymentDelays,
  language: Language,
): Promise<Table[]> {
  if (delays.rows().length === 0) return [];
  const manifest = await readManifest(folder);
  return manifest.form === "statistics"
    ? []
    : paymentCompletenessTables(delays, manifest, language);
}

/** Months before the first incomplete one that are printed with it. */
const COMPLETE_PRINTED = 2;

/** The months from shortly before the first incomplete one on, if there is one. */
function printedCompleteness(
  table: Table,
  width: number,
  { check, completeness }: Words,
): string {
  const first = table.rows.findIndex(({ reading }) =>
    reading === completeness.incomplete
  );
  if (first < 0) {
    const recorded = roundedPercent(COMPLETE_FROM, 1);
    return paragraph(check.verdict.allPaymentsRecorded(recorded), width);
  }
  return tableToText({
    ...table,
    columns: table.columns.filter(({ key }) => !key.startsWith("wages_")),
    rows: table.rows.slice(Math.max(0, first - COMPLETE_PRINTED)),
  }, { width });
}

function formatFinding(finding: Finding): string {
  return cellsToCsv([COLUMNS.map((column) => String(finding[column] ?? ""))]);
}

function verdict(
  { report, table, first, out }: {
    readonly report: QualityReport;
    readonly table: Table;
    readonly first: readonly Finding[];
    readonly out: string;
  },
  width: number,
  { check, exhibit }: Words,
): string[] {
  const words = check.verdict;
  const found = report.errors + report.warnings;
  const shown = first.length === found
    ? words.allFindings
    : words.firstFindings(SHOWN_OF_A_RULE, found);
  const states = report.outcomes.map(({ state }) => state);
  const broken = table.rows.filter((_, at) =>
    states[at] === "failed" || states[at] === "warned"
  );
  const kept = states.filter((state) => state === "passed").length;
  return [
    `${words.total(report.errors, report.warnings)} ${words.kept(kept, states.length)}`,
    ...report.remarks.map((remark) => inLines(remark, width)),
    "",
    ...(found === 0 ? [] : [
      shown,
      ...new Set(first.map((each) => inLines(wordFinding(each, check), width, 2))),
      "",
    ]),
    ...(broken.length === 0
      ? [
        ...table.notes.map((note) => paragraph(`${exhibit.note}: ${note}`, width)),
        paragraph(`${exhibit.source}: ${table.source}`, width),
        "",
      ]
      : [tableToText({ ...table, title: words.notKeptTitle, rows: broken }, { width })]),
    paragraph(
      words.files(join(out, "summary.md"), join(out, FINDINGS)),
      width,
    ),
    ...(found === 0 ? [] : [words.namesMembers(FINDINGS)]),
  ];
}
