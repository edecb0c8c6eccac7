import { type Language, saidError, type Words, wordsOf } from "@jkp/language";
import { DATA_FILES, formatManifest, MANIFEST_FILE } from "@jkp/extract";
import { isThere, readText, sha256OfFile } from "@jkp/files/read";
import { writeFilesTogether, writeFileWhole } from "@jkp/files/write";
import type { TableSuggestion } from "@jkp/mapping";
import { parseMonth } from "@jkp/month";
import { DataError, type Problem, UsageError } from "@jkp/problem";
import { draftRegister, surveyFolder } from "@jkp/spells/survey";
import type { FolderSurvey, RegisterDraft, SurveyedTable } from "@jkp/spells";
import { basename, join, resolve } from "node:path";
import { command } from "./command.ts";
import { LANG_OF_FILES } from "./options.ts";
import { showProgress } from "./progress.ts";
import { inLines } from "./screen.ts";

/** Files and things to look through that are named one by one; and files that are not read. */
const MOST_NAMED = 3, MOST_LEFT_NAMED = 12;

type SummaryWords = Words["draft"]["summary"];

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
  options: { lang: LANG_OF_FILES },
  wanted: (got, words) => words.wanted(words.oneFolder, got),
  bilingual: "arguments and data",
}, async (given, print, letGo) => {
  const { operand: folder, values: { lang }, width, usageWords } = given;
  await refuseDrafted(folder, usageWords);
  const words = wordsOf(lang).draft;
  const survey = await look(folder, lang);
  const name = basename(resolve(folder));
  const draft = draftRegister(survey, name);
  letGo("ffi", "env", "sys");
  if (draft === null && DATA_FILES.every((file) => survey.statistics.includes(file))) {
    const manifest = await draftStatistics(folder, name, words);
    writeFileWhole(join(folder, MANIFEST_FILE), manifest);
    letGo("write");
    for (const line of statisticsSummary(folder, words.summary)) {
      print(inLines(line, width, 2));
    }
    return;
  }
  if (draft === null) {
    throw new DataError(problemsWithout(folder, survey, words), wordsOf(lang).problem);
  }
  writeFilesTogether(folder, draft.files, { last: MANIFEST_FILE });
  letGo("write");
  for (const line of summary(folder, draft, words.summary)) {
    print(inLines(line, width, 2));
  }
});

/** Drafts the manifest of statistics: months and checksums are those of the files. */
async function draftStatistics(
  folder: string,
  name: string,
  { manifest: words }: Words["draft"],
): Promise<string> {
  const active = await readText(join(folder, DATA_FILES[0]));
  const months = [
    ...new Set([...active.matchAll(/^(\d{4}-(?:0[1-9]|1[0-2])),/gm)]
      .map(([, text]) => parseMonth(text!)!)),
  ].sort((a, b) => a - b);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) {
    throw saidError([({ files, extract }) => ({
      file: join(folder, DATA_FILES[0]),
      place: files.place.column("month"),
      expected: extract.folder.monthsFirst,
      received: files.none,
    })]);
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
  return `# ${words.statistics}\n${manifest}`;
}

function statisticsSummary(folder: string, words: SummaryWords): string[] {
  return [
    words.statistics(DATA_FILES.join(", ")),
    words.draftedStatistics(join(folder, MANIFEST_FILE)),
    words.nextStatistics(folder),
  ];
}

/** Files that a draft would be written over. */
async function refuseDrafted(folder: string, { usage }: Words): Promise<void> {
  const names = ["mapping.toml", MANIFEST_FILE].map((name) => join(folder, name));
  const there = await Promise.all(names.map(isThere));
  const kept = names.filter((_, at) => there[at]);
  if (kept.length > 0) {
    throw new UsageError(usage.notOver(kept));
  }
}

async function look(folder: string, language: Language): Promise<FolderSurvey> {
  const progress = showProgress(1);
  progress.step(`looking at ${folder}`);
  return await surveyFolder(folder, progress.rowsSeen, language).finally(progress.end);
}

/** Why there is nothing to draft. */
function problemsWithout(
  folder: string,
  survey: FolderSurvey,
  { summary, nothing }: Words["draft"],
): Problem[] {
  const { tables, statistics, left } = survey;
  const seen = [
    ...tables.map(({ suggestion, files }) =>
      `${filesOf(files, summary)}: ${nothing.kinds[suggestion.kind]}`
    ),
    ...(statistics.length === 0
      ? []
      : [nothing.statistics(filesOf(statistics, summary))]),
    ...leftInWords(left, summary),
  ];
  return [{
    file: folder,
    expected: nothing.expected,
    received: seen.join("; ") || nothing.noFile,
  }];
}

function summary(
  folder: string,
  draft: RegisterDraft,
  words: SummaryWords,
): string[] {
  const { main, further, window, undecided, taken, left } = draft;
  const months = window === null ? words.monthsUnknown : words.months(...window.months);
  const has = (kind: string) =>
    further.some(({ suggestion }) => suggestion.kind === kind);
  const isJkp = main.suggestion.kind === "jkp";
  const hasClaims = has("claims") || main.suggestion.columns.end_reason !== undefined;
  return [
    `${tableLine(main, words)}; ${months}.`,
    ...further.map((table) => `${tableLine(table, words)}.`),
    ...(hasClaims || isJkp ? [] : [words.noClaims]),
    ...window?.remarks.map((remark) => `${remark}.`) ?? [],
    ...(left.length === 0 ? [] : [
      words.leftAside(
        shortList(leftInWords(left, words), words, MOST_LEFT_NAMED)
          .join("; "),
      ),
    ]),
    ...(taken.length === 0 ? [] : [
      words.taken,
      ...shortList(taken, words).map((text) => `  ${text}`),
    ]),
    words.drafted(
      join(folder, MANIFEST_FILE),
      words.wages[
        isJkp ? "jkp" : main.suggestion.kind === "payments" ? "payments" : "others"
      ],
    ),
    undecided.length > 0
      ? words.toDecide
      : left.length === 0
      ? words.nothing
      : words.nothingElse,
    ...undecided.map(({ key, text }) => `  ${key}: ${text}`),
    isJkp ? words.nextJkp(folder) : words.next(folder),
  ];
}

/** What a table is, in a line. */
function tableLine(
  { suggestion, files, rows }: SurveyedTable,
  words: SummaryWords,
): string {
  const { kind, columns, carried, format } = suggestion;
  const { sex, birth_month: birth, end_reason: reason, outcome } = columns;
  const wage = columns.monthly_wage_idr ?? columns.amount_idr;
  const each = columns.employer_id === undefined ? words.oneAMember : words.oneAnEmployer;
  const groups = Object.keys(carried);
  const parts = [
    ...(format.sheet === undefined ? [] : [words.sheet(format.sheet)]),
    ...(kind === "payments" ? [each] : []),
    ...(sex === undefined ? [] : [words.sex(codesInWords(sex.codes, words))]),
    ...(birth?.form === undefined ? [] : [words.born(birth.form)]),
    ...(reason === undefined ? [] : [words.reasons(codesInWords(reason.codes, words))]),
    ...(outcome === undefined
      ? []
      : [words.outcomes(codesInWords(outcome.codes, words))]),
    ...(wage === undefined ? [] : [
      wage.unitIdr === 1 ? words.inRupiah : words.inUnits(wage.unitIdr!),
    ]),
    ...(groups.length === 0 ? [] : [words.groupBy(groups.join(", "))]),
  ];
  const named = filesOf(files, words);
  return words.table(words.kinds[kind], named, rows, parts.join("; "));
}

/** Codes with what they stand for. */
function codesInWords(
  codes: NonNullable<TableSuggestion["columns"]["sex"]>["codes"],
  words: SummaryWords,
): string {
  const known = Object.entries(codes ?? {}).map(([code, own]) =>
    `${own!.slice(0, MOST_NAMED).join(", ")}${
      own!.length > MOST_NAMED ? ", …" : ""
    } = ${code}`
  );
  return known.join("; ") || words.unknown;
}

function filesOf(files: readonly string[], words: SummaryWords): string {
  if (files.length <= MOST_NAMED) return files.join(", ");
  return words.manyFiles(files[0]!, files.at(-1)!, files.length);
}

/** The first of some texts, and how many more there are. */
/** Files that are in no table, those of one reason together. */
function leftInWords(left: FolderSurvey["left"], words: SummaryWords): string[] {
  return [...Map.groupBy(left, ({ why }) => why)].map(([why, alike]) =>
    `${filesOf(alike.map(({ name }) => name), words)}: ${why}`
  );
}

function shortList(
  all: readonly string[],
  words: SummaryWords,
  most = MOST_NAMED,
): string[] {
  const more = all.length - most;
  return [
    ...all.slice(0, most),
    ...(more > 0 ? [words.andMore(more)] : []),
  ];
}
