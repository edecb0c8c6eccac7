import { type Language, problemsIn, saidIfAny, type Words, wordsOf } from "@jkp/language";
import {
  type CountedValue,
  isEmptyCell,
  type MappingFormat,
  type MappingSample,
  mayBeSpells,
  type MonthForm,
  parseMonthAs,
  recognizeTable,
  type SeenValues,
  STANDARD_FORMAT,
  suggestTable,
  type TableKind,
  type TableSuggestion,
} from "@jkp/mapping";
import { requireFolder } from "@jkp/files/read";
import type { Month } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { basename, join } from "node:path";
import { withPathKeys } from "../folder/path_keys.ts";
import { filesBelow, linksAmong } from "../folder/table_files.ts";
import { ANY_ZONE, sampleOf } from "../folder/suggest_for_file.ts";
import { formatOf } from "../source/format_of.ts";
import { letFramesGo } from "../source/let_frames_go.ts";
import { openSpellFile } from "../source/open_spell_file.ts";
import { isHeaderAgain } from "../decode/closing_rows.ts";
import { trimmed } from "../decode/encoded_frame.ts";
import type { SpellFile } from "../source/spell_file.ts";
import { shownSheets } from "../source/xlsx_parts.ts";

/** A table of a folder: files that are written alike, and how they seem to be read. */
export interface SurveyedTable {
  readonly suggestion: TableSuggestion;
  /** Names of its files, from the folder on. */
  readonly files: readonly string[];
  readonly rows: number;
  /** Rows by month, in order, of each column of months that was counted. */
  readonly months: ReadonlyMap<string, ReadonlyMap<Month, number>>;
}

/** A file, or sheet, that is in none of the tables. */
export interface LeftAside {
  readonly name: string;
  readonly why: string;
}

/** What stands in a folder. */
export interface FolderSurvey {
  readonly tables: readonly SurveyedTable[];
  /** Files of the statistics form. */
  readonly statistics: readonly string[];
  readonly left: readonly LeftAside[];
  /** Language of what is asked and said of its files. */
  readonly language: Language;
}

/** Rows of a sample of one file, and the fewest of each where there are many. */
const SAMPLE_ROWS = 8_000;
const FEWEST_ROWS = 100;

type LeftWords = Words["draft"]["left"];

/** A file, or a sheet of a workbook, with some of its rows. */
interface Source {
  readonly name: string;
  readonly format: MappingFormat;
  readonly file: SpellFile;
  readonly sample: MappingSample;
  readonly kind: TableKind | "statistics" | undefined;
}

/** Columns whose values are counted over all rows. */
const COUNTED = new Set([
  "sex",
  "end_reason",
  "outcome",
  "birth_month",
  "start_month",
  "last_month",
  "claim_month",
  "contribution_month",
  "contribution_to_month",
  "benefit_month",
  "first_benefit_month",
]);

/** Columns counted of claims of JKP alone: of payments, too many, those of the sample are. */
const COUNTED_OF_JKP = new Set(["paid_on", "outcome_month"]);

/**
 * Looks at all files of a folder: which table each is, and how it is read. Each file is read
 * once through, for its rows, months and codes.
 *
 * @param folder The folder; folders in it are looked into.
 * @param rowsSeen Called with the number of rows read so far.
 * @param language The language of what is asked and said of its files.
 * @returns Its tables.
 * @throws {DataError} If there is a link among the files, or one cannot be read to its end;
 * files that cannot be opened, such as empty ones, are left aside.
 *
 * @example Spells with Indonesian columns
 * ```ts
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { surveyFolder } from "@jkp/spells/survey";
 * import { assertEquals } from "@std/assert";
 *
 * const { tables } = await surveyFolder(SHIPPED_SPELLS_FOLDER);
 * assertEquals(tables.map(({ suggestion }) => suggestion.kind), ["spells"]);
 * ```
 */
export async function surveyFolder(
  folder: string,
  rowsSeen: (rows: number) => void = () => {},
  language: Language = "en",
): Promise<FolderSurvey> {
  const allWords = wordsOf(language);
  const { left: words } = allWords.draft;
  await requireFolder(folder);
  const names = await filesBelow(folder);
  saidIfAny(await linksAmong(folder, names));
  const all: Source[] = [];
  const left: LeftAside[] = [];
  const rowsEach = Math.max(FEWEST_ROWS, Math.floor(SAMPLE_ROWS / names.length));
  for (const name of names) {
    try {
      all.push(...await sourcesOf(folder, name, rowsEach));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      left.push({ name, why: whyUnreadable(error, allWords) });
    }
    await letFramesGo();
  }
  const sources = withSpells(all);
  const statistics = sources.filter(({ kind }) => kind === "statistics");
  left.push(
    ...sources.filter(({ kind }) => kind === undefined)
      .map((source) => ({
        name: nameOf(source, words),
        why: whyUnknown(source, words),
      })),
  );
  const byKind = Map.groupBy(
    sources,
    ({ kind }) => kind === "statistics" ? undefined : kind,
  );
  const counted: CountedTable[] = [];
  let rows = 0;
  for (const [kind, all] of byKind) {
    if (kind === undefined) continue;
    const { group, others } = alike(kind, all, words);
    left.push(...others);
    const table = await countTable(kind, group, (more) => rowsSeen(rows + more));
    rows += table.rows;
    counted.push(table);
  }
  const forms = counted.flatMap((table) => certainForms(suggest(table, language)));
  const tables = counted.map((table): SurveyedTable => {
    const suggestion = suggest(table, language, forms);
    const { files, rows } = table;
    return { suggestion, files, rows, months: monthsOf(suggestion, table.counts) };
  });
  return { tables, statistics: statistics.map(({ name }) => name), left, language };
}

/** A file opened, or each sheet of a workbook. */
async function sourcesOf(
  folder: string,
  name: string,
  rows: number,
): Promise<Source[]> {
  const path = join(folder, name);
  if (!/\.xlsx$/i.test(name)) return [await sourceOf(path, name, rows)];
  const sheets = await shownSheets(path);
  const sources: Source[] = [];
  for (const sheet of sheets) {
    try {
      sources.push(
        await sourceOf(path, name, rows, sheets.length > 1 ? sheet : undefined),
      );
    } catch (error) {
      if (!(error instanceof DataError) || sheets.length === 1) throw error;
    } // an empty sheet, of several
  }
  return sources;
}

async function sourceOf(
  path: string,
  name: string,
  rows: number,
  sheet?: string,
): Promise<Source> {
  const known: MappingFormat = {
    ...await formatOf(path) ?? STANDARD_FORMAT,
    ...(sheet === undefined ? {} : { sheet }),
  };
  const open = async (format: MappingFormat) =>
    withPathKeys(await openSpellFile(path, { ...format, ...ANY_ZONE }), name);
  const first = await open(known);
  const { seemingHeaderRow: headerRow = 1 } = first;
  const format = headerRow > 1 ? { ...known, headerRow } : known;
  const file = headerRow > 1 ? await open(format) : first;
  const sample = await sampleOf(file, rows);
  const called = sheet === undefined ? basename(name) : `${basename(name)} ${sheet}`;
  return { name, format, file, sample, kind: recognizeTable(sample, format, called) };
}

/**
 * The same with other tables as spells that may be such, where there are neither spells nor
 * payments: what they lack is asked.
 */
function withSpells(sources: readonly Source[]): readonly Source[] {
  const isMain = ({ kind }: Source) => kind === "spells" || kind === "payments";
  if (sources.some(isMain)) return sources;
  return sources.map((source) => {
    const { kind, sample, format } = source;
    const isOther = kind === undefined || kind === "claims" || kind === "members";
    return isOther && mayBeSpells(sample, format)
      ? { ...source, kind: "spells" }
      : source;
  });
}

function whyUnreadable(error: DataError, allWords: Words): string {
  const { left: words } = allWords.draft;
  const { expected, received } = problemsIn(error, allWords)[0]!;
  return received === undefined
    ? words.unreadable(expected)
    : words.unreadableGot(expected, received);
}

/** What a file lacks to be one of the tables: members, or all that stands beside them. */
function whyUnknown({ sample, format }: Source, words: LeftWords): string {
  const columns = sample.columns.slice(0, 6);
  const isMore = sample.columns.length > columns.length;
  const known = suggestTable("payments", sample, format).columns;
  if (known.member_id === undefined) return words.unknown(columns, isMore);
  return known.monthly_wage_idr === undefined
    ? words.membersAlone(known.member_id.column, columns, isMore)
    : words.noMonth(
      known.member_id.column,
      known.monthly_wage_idr.column,
      columns,
      isMore,
    );
}

/** Files of a kind that are written as the first, and why the others are not read. */
function alike(kind: TableKind, all: readonly Source[], words: LeftWords) {
  const first = all.find(({ sample }) => sample.rows.length > 0) ?? all[0]!;
  const { columns, carried } = suggestTable(kind, first.sample, first.format);
  const used = [
    ...Object.values(columns).map(({ column }) => column),
    ...Object.values(carried),
  ];
  const group: Source[] = [];
  const others: LeftAside[] = [];
  for (const source of all) {
    const why = difference(source, first, used, words);
    if (why === undefined) group.push(source);
    else others.push({ name: nameOf(source, words), why });
  }
  return { group, others };
}

function nameOf({ name, format: { sheet } }: Source, words: LeftWords): string {
  return sheet === undefined ? name : words.sheet(name, sheet);
}

/** What tells a file from the first of its table, so that one mapping cannot read both. */
function difference(
  { sample, format }: Source,
  first: Source,
  used: readonly string[],
  words: LeftWords,
): string | undefined {
  const lacking = used.filter((column) => !sample.columns.includes(column));
  if (lacking.length > 0) {
    const list = lacking.map((name) => `"${name}"`).join(", ");
    return words.lacks(nameOf(first, words), list);
  }
  for (const key of ["delimiter", "encoding", "sheet", "headerRow"] as const) {
    if (format[key] === first.format[key]) continue;
    const [is, was] = [format, first.format].map((each) => each[key] ?? words.none);
    const name = nameOf(first, words);
    return words.otherThan(
      name,
      words.keys[key],
      JSON.stringify(is),
      JSON.stringify(was),
    );
  }
  return undefined;
}

/** A table whose rows were counted. */
interface CountedTable {
  readonly kind: TableKind;
  readonly files: readonly string[];
  readonly rows: number;
  readonly format: MappingFormat;
  readonly sample: MappingSample;
  /** How often each text stands in the columns that were counted. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads all files of a table once. */
async function countTable(
  kind: TableKind,
  group: readonly Source[],
  rowsSeen: (rows: number) => void,
): Promise<CountedTable> {
  const format = markedFormat(group);
  const sample = joinedSample(group);
  const draft = suggestTable(kind, sample, format);
  const counted = Object.entries(draft.columns)
    .filter(([column]) =>
      COUNTED.has(column) || (kind === "jkp" && COUNTED_OF_JKP.has(column))
    ).map(([, { column }]) => column);
  const counts = new Map(counted.map((column) => [column, new Map<string, number>()]));
  let rows = 0;
  for (const { file } of group) {
    const wanted = counted.length > 0 ? counted : file.columns.slice(0, 1);
    for await (const { frame, emptyRows } of file.rows(wanted)) {
      rows += frame.height - (emptyRows?.length ?? 0);
      rowsSeen(rows);
      for (const [column, own] of counts) {
        const texts = frame.select(trimmed(frame, column)).getColumn(column);
        for (const [text, count] of texts.valueCounts().rows() as [string, number][]) {
          if (text && !isHeaderAgain(text, column)) {
            own.set(text, (own.get(text) ?? 0) + count);
          }
        }
      }
      await letFramesGo();
    }
  }
  const paidOn = kind === "payments" ? draft.columns.paid_on?.column : undefined;
  if (paidOn !== undefined) counts.set(paidOn, countsInSample(sample, paidOn));
  const files = [...new Set(group.map(({ name }) => name))];
  return { kind, files, rows, format, sample, counts };
}

/** How often each text stands in a column of the sample: of days of payment, when drawn. */
function countsInSample({ columns, rows }: MappingSample, column: string) {
  const at = columns.indexOf(column);
  const texts = Map.groupBy(rows, (row) => (row[at] ?? "").trim());
  return new Map(
    [...texts].flatMap(([text, of]) => text === "" ? [] : [[text, of.length] as const]),
  );
}

/** How a table seems to be read, by what stands in all its rows. */
function suggest(
  { kind, sample, format, counts }: CountedTable,
  language: Language,
  forms: readonly MonthForm[] = [],
): TableSuggestion {
  const seen: SeenValues = new Map(
    [...counts].map(([column, own]) => [
      column,
      [...own].map(([value, count]) => ({ value, count })).sort(inOrder),
    ]),
  );
  return suggestTable(kind, sample, format, { seen, forms, language });
}

/** The most frequent first; polars counts in no order. */
function inOrder(a: CountedValue, b: CountedValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

/** Forms of months that a table leaves no doubt of: those of an office are alike. */
function certainForms({ columns, questions }: TableSuggestion): MonthForm[] {
  return Object.entries(columns).flatMap(([column, { form }]) => {
    const isOpen = questions.some((question) =>
      question.column === column && question.kind === "date_order"
    );
    return form === undefined || isOpen ? [] : [form];
  });
}

/** The format of the first file, with number marks of one in which they tell. */
function markedFormat(group: readonly Source[]): MappingFormat {
  const telling = group.find(({ format }) => format.thousandsSeparator !== "") ??
    group.find(({ format }) => format.decimalMark !== ".") ?? group[0]!;
  const { decimalMark, thousandsSeparator } = telling.format;
  return { ...group[0]!.format, decimalMark, thousandsSeparator };
}

/** Files whose rows a sample is drawn from at most. */
const SAMPLED_FILES = 8;

/** Rows of some files of a table, in the columns of the first. */
function joinedSample(group: readonly Source[]): MappingSample {
  const { columns } = group[0]!.sample;
  const step = Math.max(1, Math.floor(group.length / SAMPLED_FILES));
  const some = group.filter((_, at) => at % step === 0);
  return {
    columns,
    rows: some.flatMap(({ sample }) => {
      const places = columns.map((column) => sample.columns.indexOf(column));
      return sample.rows.map((row) => places.map((at) => row[at] ?? ""));
    }),
  };
}

function monthsOf(
  { columns, format }: TableSuggestion,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, ReadonlyMap<Month, number>> {
  const all = Object.entries(columns).flatMap(([column, draft]) => {
    const { column: source, form, active = [] } = draft;
    const texts = counts.get(source);
    if (texts === undefined || form === undefined) return [];
    const months = new Map<Month, number>();
    for (const [text, count] of texts) {
      if (isEmptyCell(text, format) || active.includes(text)) continue; // none yet
      const { twoDigitYearsFrom, timeZone } = format;
      const month = parseMonthAs(form, text, twoDigitYearsFrom, timeZone);
      if (month !== undefined) months.set(month, (months.get(month) ?? 0) + count);
    }
    return [[column, new Map([...months].sort(([a], [b]) => a - b))] as const];
  });
  return new Map(all);
}
