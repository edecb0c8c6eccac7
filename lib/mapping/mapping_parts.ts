import { type IssueWords, issueWords, type Words } from "@jkp/language";
import * as v from "valibot";
import {
  DECIMAL_MARKS,
  DELIMITERS,
  ENCODINGS,
  matchedText,
  THOUSANDS_SEPARATORS,
  WAGE_UNITS_IDR,
} from "./column_mapping.ts";
import { hasTwoDigitYears, MONTH_FORM_NAMES } from "./month_forms.ts";
import { isTimeZone } from "./time_zones.ts";

/** The lowest and the highest number that a key takes. */
type Span = readonly [lowest: number, highest: number];

/** What is said of a key, in the language of who reads it. */
export function said(of: (words: Words["extract"]["mapping"]) => string): IssueWords {
  return issueWords(({ extract }) => of(extract.mapping));
}

const TEXT = said(({ text }) => text);
const COLUMN_NAME = said(({ columnName }) => columnName);
const POSITIVE = said(({ positive }) => positive);
/** What is wanted where a table of keys is. */
export const A_TABLE = said(({ table }) => table);

const words = v.pipe(v.string(TEXT), v.nonEmpty(TEXT));
/** Some texts. */
export const texts = v.array(v.string(TEXT), said((words) => words.texts));
/** A column of the file, by its name. */
export const sourceName = v.pipe(v.string(COLUMN_NAME), v.nonEmpty(COLUMN_NAME));
/** A form of months. */
export const form = oneOf(MONTH_FORM_NAMES);
/** A number above 0. */
export const positive = v.pipe(
  v.number(POSITIVE),
  v.gtValue(0, POSITIVE),
  v.finite(POSITIVE),
);

/** One of some values. */
export function oneOf<const Options extends readonly (string | number)[]>(
  options: Options,
) {
  const list = options.map((option) => JSON.stringify(option)).join(", ");
  return v.picklist(options, said((words) => words.oneOf(list)));
}

function wholeNumber([lowest, highest]: Span, expected: IssueWords) {
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(lowest, expected),
    v.maxValue(highest, expected),
  );
}

/** Key under which a draft lists codes that nobody knows the meaning of. */
export const UNDECIDED_CODES = "undecided";

/** What a file writes for each of the standard codes, no text for two of them. */
export function sourceCodes<const Codes extends readonly string[]>(codes: Codes) {
  const lists = v.entriesFromList(codes, v.optional(texts));
  const known = codes.join(", ");
  return v.pipe(
    v.looseObject(lists, said(({ tableOf }) => tableOf(known))),
    v.rawCheck(({ dataset, addIssue }) => {
      const written = Object.keys(isTable(dataset.value) ? dataset.value : {});
      for (const code of written.filter((each) => !codes.includes(each))) {
        const isOpen = code === UNDECIDED_CODES;
        addIssue({
          message: said(({ undecided, standardCode }) =>
            isOpen ? undecided(known) : standardCode(known)
          ),
          received: isOpen ? JSON.stringify(Object(dataset.value)[code]) : code,
          path: issuePath([code]),
        });
      }
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      for (const { path, name } of repeated(textsOf(dataset.value), matchedText)) {
        addIssue({
          message: said(({ codeOnce }) => codeOnce),
          received: JSON.stringify(name),
          path: issuePath(path),
        });
      }
    }),
  );
}

/** A table that gives either a column or a constant, and only what goes with it. */
export function columnOrConstant<Entries extends v.ObjectEntries>(entries: Entries) {
  const others = Object.keys(entries).filter((key) => key !== "constant");
  return v.pipe(
    v.strictObject(entries, A_TABLE),
    v.rawCheck(({ dataset, addIssue }) => {
      const keys = Object.keys(isTable(dataset.value) ? dataset.value : {});
      const hasConstant = keys.includes("constant");
      const isFitting = others.every((key) => keys.includes(key) !== hasConstant);
      if (isFitting) return;
      addIssue({
        message: said(({ eitherOrConstant }) => eitherOrConstant(others)),
        received: keys.join(", "),
      });
    }),
  );
}

/** Rows that may stand above the names of the columns, and the years that 00 can mean. */
const HEADER_ROWS: Span = [1, 100];
const FIRST_YEARS: Span = [1900, 2000];
const HEADER_ROW = said(({ headerRow }) => headerRow(HEADER_ROWS));
const FIRST_YEAR = said(({ firstYear }) => firstYear(FIRST_YEARS));
const ZONE = said(({ timeZone }) => timeZone);

/** A column of months. */
export const monthColumn = v.strictObject({ column: sourceName, form }, A_TABLE);

/** A column of wages. */
export const wageColumn = v.strictObject({
  column: sourceName,
  unit_idr: oneOf(WAGE_UNITS_IDR),
}, A_TABLE);

/** A column that is taken as it is. */
export const plainColumn = v.strictObject({ column: sourceName }, A_TABLE);

/** Columns to group by: name in the extract, name in the file. */
export const carriedColumns = v.optional(
  v.record(v.string(), sourceName, A_TABLE),
  {},
);

const FORMAT = {
  delimiter: oneOf(DELIMITERS),
  decimal_mark: oneOf(DECIMAL_MARKS),
  thousands_separator: oneOf(THOUSANDS_SEPARATORS),
  encoding: oneOf(ENCODINGS),
  sheet: v.optional(words),
  header_row: v.optional(wholeNumber(HEADER_ROWS, HEADER_ROW)),
  two_digit_years_from: v.optional(wholeNumber(FIRST_YEARS, FIRST_YEAR)),
  time_zone: v.optional(v.pipe(v.string(ZONE), v.check(isTimeZone, ZONE))),
  quoted_line_breaks: v.optional(v.boolean(said(({ trueOrFalse }) => trueOrFalse))),
  empty_marks: texts,
};

const MARKS = said(({ marks }) => marks);

/** How a file is written. */
export const formatSection = v.pipe(
  v.strictObject(FORMAT, A_TABLE),
  v.check((format) => format.decimal_mark !== format.thousands_separator, MARKS),
);

/** What is written otherwise in the files of a further table. */
export const otherFormat = v.partial(v.strictObject(FORMAT, A_TABLE));

/** Where the columns of one table stand in a mapping file, and how they may be named. */
export interface MappingSection {
  /** Keys that lead to it: none for the main table. */
  readonly section: readonly string[];
  /** Columns of the contract, which are not carried. */
  readonly own: readonly string[];
  /** Columns of the contract whose column may be carried as well. */
  readonly mayBeCarried?: readonly string[];
}

/**
 * Refuses a column that is named twice, months without a century, and columns of the
 * contract among those that are carried.
 */
export function checkSection(
  dataset: { readonly value?: unknown },
  addIssue: (issue: { message: IssueWords; received: string; path: IssuePath }) => void,
  { section, own, mayBeCarried = [] }: MappingSection,
): void {
  const at = sectionAt(dataset.value, section);
  const report = (path: readonly string[], message: IssueWords, received: unknown) =>
    addIssue({
      message,
      received: typeof received === "string" ? received : JSON.stringify(received),
      path: issuePath([...section, ...path]),
    });
  const all = sourceColumnsOf(at, mayBeCarried);
  for (const { path, name } of repeated(all, trimmed)) {
    report(path, said(({ columnOnce }) => columnOnce), JSON.stringify(name));
  }
  const format = { ...tableAt(dataset.value, "format"), ...tableAt(at, "format") };
  const columns = tableAt(at, "columns");
  const short = Object.keys(columns).map((key) => tableAt(columns, key).form)
    .find((each) => typeof each === "string" && hasTwoDigitYears(each)) as
      | string
      | undefined;
  if (short !== undefined && format.two_digit_years_from === undefined) {
    const message = said(({ firstYearFor }) => firstYearFor(FIRST_YEARS, short));
    report(["format", "two_digit_years_from"], message, "");
  }
  const carried = tableAt(at, "carried");
  for (const name of own.filter((each) => Object.hasOwn(carried, each))) {
    const place = [...section, "columns", name].join(".");
    const message = said(({ notCarried }) => notCarried(place));
    report(["carried", name], message, JSON.stringify(carried[name]));
  }
}

function sectionAt(value: unknown, section: readonly string[]): unknown {
  return section.reduce<unknown>(tableAt, value);
}

/** A text of the file and where it stands. */
interface PlacedText {
  readonly path: readonly string[];
  readonly name: string;
}

/** The texts that an earlier one equals. */
function repeated(
  all: readonly PlacedText[],
  compared: (text: string) => string,
): PlacedText[] {
  const seen = new Set<string>();
  return all.filter(({ name }) => {
    const key = compared(name);
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}

function textsOf(codes: unknown): PlacedText[] {
  const lists = Object.entries(isTable(codes) ? codes : {});
  return lists.flatMap(([standard, list]) =>
    (Array.isArray(list) ? list : [])
      .map((name: unknown, index) => ({ path: [standard, String(index)], name }))
      .filter(isPlacedText)
  );
}

function sourceColumnsOf(
  mapping: unknown,
  mayBeCarried: readonly string[],
): PlacedText[] {
  const columns = tableAt(mapping, "columns");
  const carried = tableAt(mapping, "carried");
  const shared = new Set(mayBeCarried.map((key) => tableAt(columns, key).column));
  return [
    ...Object.keys(columns).map((key) => ({
      path: ["columns", key, "column"],
      name: tableAt(columns, key).column,
    })),
    ...Object.entries(carried).filter(([, name]) => !shared.has(name))
      .map(([key, name]) => ({ path: ["carried", key], name })),
  ].filter(isPlacedText);
}

function isPlacedText(
  value: { readonly path: string[]; readonly name: unknown },
): value is { readonly path: string[]; readonly name: string } {
  return typeof value.name === "string";
}

function trimmed(text: string): string {
  return text.trim();
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tableAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner = isTable(value) ? value[key] : undefined;
  return isTable(inner) ? inner : {};
}

/** A key path as valibot's issues hold it. */
type IssuePath = [v.IssuePathItem, ...v.IssuePathItem[]];

function issuePath(keys: readonly string[]): IssuePath {
  const items = keys.map((key): v.IssuePathItem => ({
    type: "object",
    origin: "value",
    input: {},
    key,
    value: undefined,
  }));
  return items as IssuePath;
}
