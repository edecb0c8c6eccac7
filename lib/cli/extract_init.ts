import { countInWords } from "@jkp/exhibit";
import { DATA_FILES, formatManifest, MANIFEST_FILE } from "@jkp/extract";
import { isThere, readText, sha256OfFile } from "@jkp/files/read";
import { writeFilesTogether, writeFileWhole } from "@jkp/files/write";
import type { TableSuggestion } from "@jkp/mapping";
import { formatMonth, parseMonth } from "@jkp/month";
import { DataError, type Problem, UsageError } from "@jkp/problem";
import { draftRegister, surveyFolder } from "@jkp/spells/read";
import type { FolderSurvey, RegisterDraft, SurveyedTable } from "@jkp/spells";
import { basename, join, resolve } from "node:path";
import { command } from "./command.ts";
import { showProgress } from "./progress.ts";
import { inLines } from "./screen.ts";

/** Files and things to look through that are named one by one; and files that are not read. */
const MOST_NAMED = 3, MOST_LEFT_NAMED = 12;

/** The `extract init` command; it writes over no file. */
export const extractInitCommand = command({
  name: "extract init",
  summary:
    `Looks at all files of a folder, and in the folders in it, says which table each is
      (spells, payments, members, JHT claims, claims of JKP), and drafts extract.toml and
      mapping.toml there. Every file is read once through: months, codes and rows are those
      of all. What cannot be told is asked in mapping.toml, and extract check names it until
      it is answered.`,
  operand: { word: "DIR", about: "folder of .csv, .csv.gz, .parquet or .xlsx files" },
  wanted: (got) => `one folder is wanted, got ${got}`,
}, async ({ operand: folder, width }, print, letGo) => {
  await refuseDrafted(folder);
  const survey = await look(folder);
  const name = basename(resolve(folder));
  const draft = draftRegister(survey, name);
  letGo("ffi", "env", "sys");
  if (draft === null && DATA_FILES.every((file) => survey.statistics.includes(file))) {
    const manifest = await draftStatistics(folder, name);
    writeFileWhole(join(folder, MANIFEST_FILE), manifest);
    letGo("write");
    for (const line of statisticsSummary(folder)) print(inLines(line, width, 2));
    return;
  }
  if (draft === null) throw new DataError(problemsWithout(folder, survey));
  writeFilesTogether(folder, draft.files, { last: MANIFEST_FILE });
  letGo("write");
  for (const line of summary(folder, draft)) print(inLines(line, width, 2));
});

/** Drafts the manifest of statistics: months and checksums are those of the files. */
async function draftStatistics(folder: string, name: string): Promise<string> {
  const active = await readText(join(folder, DATA_FILES[0]));
  const months = [
    ...new Set([...active.matchAll(/^(\d{4}-(?:0[1-9]|1[0-2])),/gm)]
      .map(([, text]) => parseMonth(text!)!)),
  ].sort((a, b) => a - b);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) {
    throw new DataError([{
      file: join(folder, DATA_FILES[0]),
      place: "column month",
      expected: "months as YYYY-MM in the first column",
      received: "none",
    }]);
  }
  const checksums = await Promise.all(
    DATA_FILES.map(async (file) =>
      [file, await sha256OfFile(join(folder, file)) ?? ""] as const
    ),
  );
  const manifest = formatManifest({
    name,
    provider: "not stated",
    extractMonth: last + 1,
    firstMonth: first,
    lastMonth: last,
    form: "statistics",
    synthetic: false,
    method: "not stated",
    sha256: Object.fromEntries(checksums),
  });
  return `# A draft of extract init: look each line through.\n${manifest}`;
}

function statisticsSummary(folder: string): string[] {
  return [
    `Statistics, already counted: ${DATA_FILES.join(", ")}.`,
    `Drafted: ${join(folder, MANIFEST_FILE)}. Look through its months and who provided ` +
    "the figures, and write true for synthetic if they were made up.",
    `Next: deno task valuation init ${folder}`,
  ];
}

/** Files that a draft would be written over. */
async function refuseDrafted(folder: string): Promise<void> {
  const names = ["mapping.toml", MANIFEST_FILE].map((name) => join(folder, name));
  const there = await Promise.all(names.map(isThere));
  const kept = names.filter((_, at) => there[at]);
  if (kept.length > 0) {
    throw new UsageError(
      `${kept.join(" and ")} ${kept.length === 1 ? "is" : "are"} there and not written ` +
        "over: move them away to draft them anew",
    );
  }
}

async function look(folder: string): Promise<FolderSurvey> {
  const progress = showProgress(1);
  progress.step(`looking at ${folder}`);
  return await surveyFolder(folder, progress.rowsSeen).finally(progress.end);
}

/** Why there is nothing to draft. */
function problemsWithout(folder: string, survey: FolderSurvey): Problem[] {
  const { tables, statistics, left } = survey;
  const seen = [
    ...tables.map(({ suggestion, files }) => `${filesOf(files)}: ${suggestion.kind}`),
    ...(statistics.length === 0
      ? []
      : [`${filesOf(statistics)}: statistics, which need only an extract.toml`]),
    ...left.map(({ name, why }) => `${name}: ${why}`),
  ];
  return [{
    file: folder,
    expected:
      "a table of spells (member, first and last month) or of payments (member, " +
      "month, wage) or of claims of JKP (months of benefit): .csv, .csv.gz, .parquet or .xlsx",
    received: seen.join("; ") || "no such file",
  }];
}

function summary(folder: string, draft: RegisterDraft): string[] {
  const { main, further, window, undecided, taken, left } = draft;
  const months = window === null ? "months unknown" : window.months.map(formatMonth)
    .join(" to ");
  const has = (kind: string) =>
    further.some(({ suggestion }) => suggestion.kind === kind);
  const isJkp = main.suggestion.kind === "jkp";
  const hasClaims = has("claims") || main.suggestion.columns.end_reason !== undefined;
  return [
    `${tableLine(main)}; ${months}.`,
    ...further.map((table) => `${tableLine(table)}.`),
    ...(hasClaims || isJkp ? [] : [
      "No table of claims: nobody is known to have been laid off, or to have claimed.",
    ]),
    ...window?.remarks.map((remark) => `${remark}.`) ?? [],
    ...(left.length === 0 ? [] : [
      `Left aside: ${
        shortList(left.map(({ name, why }) => `${name}: ${why}`), MOST_LEFT_NAMED)
          .join("; ")
      }.`,
    ]),
    ...(taken.length === 0 ? [] : [
      "Taken so, unless you change it in mapping.toml:",
      ...shortList(taken).map((text) => `  ${text}`),
    ]),
    `Drafted: ${join(folder, MANIFEST_FILE)} and mapping.toml. ` +
    ofWages(main.suggestion.kind),
    undecided.length === 0
      ? `Nothing ${
        left.length === 0 ? "" : "else "
      }has to be decided before it can be read.`
      : "To be decided in mapping.toml:",
    ...undecided.map(({ key, text }) => `  ${key}: ${text}`),
    `Next: deno task extract check ${folder}` +
    (isJkp ? `, then deno task experience --jkp ${folder}` : ""),
  ];
}

/** What is to be known of wages, by what the main table is. */
function ofWages(kind: TableSuggestion["kind"]): string {
  if (kind === "jkp") {
    return "Claims of JKP alone give no statistics of members: experience --jkp reads them.";
  }
  return kind === "payments"
    ? "Mean wages of members are those of the payments for each month."
    : "A spell has its last wage in all its months, which is too much for early ones, " +
      "until you write wage_growth_per_year.";
}

const TITLES: Readonly<Record<TableSuggestion["kind"], string>> = {
  spells: "Spells",
  payments: "Payments (form ledger)",
  members: "Members",
  claims: "JHT claims",
  jkp: "Claims of JKP",
};

/** What a table is, in a line. */
function tableLine({ suggestion, files, rows }: SurveyedTable): string {
  const { kind, columns, carried, format } = suggestion;
  const { sex, birth_month: birth, end_reason: reason, outcome } = columns;
  const wage = columns.monthly_wage_idr ?? columns.amount_idr;
  const employer = columns.employer_id === undefined ? "" : ", employer";
  const groups = Object.keys(carried);
  const parts = [
    ...(format.sheet === undefined ? [] : [`sheet ${format.sheet}`]),
    ...(kind === "payments" ? [`one a member${employer} and month`] : []),
    ...(sex === undefined ? [] : [`sex ${codesInWords(sex.codes)}`]),
    ...(birth?.form === undefined ? [] : [`born as ${birth.form}`]),
    ...(reason === undefined ? [] : [`reasons ${codesInWords(reason.codes)}`]),
    ...(outcome === undefined ? [] : [`outcomes ${codesInWords(outcome.codes)}`]),
    ...(wage === undefined ? [] : [
      wage.unitIdr === 1
        ? "amounts in rupiah"
        : `amounts in units of ${wage.unitIdr?.toLocaleString("en")} rupiah`,
    ]),
    ...(groups.length === 0 ? [] : [`to group by ${groups.join(", ")}`]),
  ];
  return `${TITLES[kind]}: ${filesOf(files)}, ${countInWords(rows, "row")}: ${
    parts.join("; ")
  }`;
}

/** Codes with what they stand for. */
function codesInWords(
  codes: NonNullable<TableSuggestion["columns"]["sex"]>["codes"],
): string {
  const known = Object.entries(codes ?? {}).map(([code, own]) =>
    `${own!.slice(0, MOST_NAMED).join(", ")}${
      own!.length > MOST_NAMED ? ", …" : ""
    } = ${code}`
  );
  return known.join("; ") || "unknown";
}

function filesOf(files: readonly string[]): string {
  if (files.length <= MOST_NAMED) return files.join(", ");
  return `${files[0]} … ${files.at(-1)}, ${files.length} files`;
}

/** The first of some texts, and how many more there are. */
function shortList(all: readonly string[], most = MOST_NAMED): string[] {
  const more = all.length - most;
  return [
    ...all.slice(0, most),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
