import { SEXES } from "@jkp/extract";
import * as v from "valibot";
import {
  DECIMAL_MARKS,
  DELIMITERS,
  ENCODINGS,
  END_REASON_CODES,
  matchedText,
  STANDARD_COLUMNS,
  THOUSANDS_SEPARATORS,
  WAGE_UNITS_IDR,
} from "./column_mapping.ts";
import { hasTwoDigitYears, MONTH_FORM_NAMES } from "./month_forms.ts";

const words = v.pipe(v.string("a text"), v.nonEmpty("a text"));
const texts = v.array(v.string("a text"), "a list of texts");
const sourceName = v.pipe(v.string("a column's name"), v.nonEmpty("a column's name"));
const form = oneOf(MONTH_FORM_NAMES);
const positive = v.pipe(
  v.number("a positive number"),
  v.gtValue(0, "a positive number"),
  v.finite("a positive number"),
);

function oneOf<const Options extends readonly (string | number)[]>(options: Options) {
  const list = options.map((option) => JSON.stringify(option)).join(", ");
  return v.picklist(options, `one of ${list}`);
}

function wholeNumber(lowest: number, highest: number, expected: string) {
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(lowest, expected),
    v.maxValue(highest, expected),
  );
}

/** What a file writes for each of the standard codes, no text for two of them. */
function sourceCodes<const Codes extends readonly string[]>(codes: Codes) {
  const lists = v.entriesFromList(codes, v.optional(texts));
  const known = codes.join(", ");
  return v.pipe(
    v.looseObject(lists, `a table of ${known}`),
    v.rawCheck(({ dataset, addIssue }) => {
      const written = Object.keys(isTable(dataset.value) ? dataset.value : {});
      for (const code of written.filter((each) => !codes.includes(each))) {
        addIssue({
          message: `a standard code: one of ${known}`,
          received: code,
          path: issuePath([code]),
        });
      }
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      for (const { path, name } of repeated(textsOf(dataset.value), matchedText)) {
        addIssue({
          message: "each code once, in small or capital letters",
          received: JSON.stringify(name),
          path: issuePath(path),
        });
      }
    }),
  );
}

/** A table that gives either a column or a constant, and only what goes with it. */
function columnOrConstant<Entries extends v.ObjectEntries>(entries: Entries) {
  const others = Object.keys(entries).filter((key) => key !== "constant");
  return v.pipe(
    v.strictObject(entries, "a table"),
    v.rawCheck(({ dataset, addIssue }) => {
      const keys = Object.keys(isTable(dataset.value) ? dataset.value : {});
      const hasConstant = keys.includes("constant");
      const isFitting = others.every((key) => keys.includes(key) !== hasConstant);
      if (isFitting) return;
      addIssue({
        message: `either ${others.join(" and ")}, or constant`,
        received: keys.join(", ") || "nothing",
      });
    }),
  );
}

/** Rows that may stand above the names of the columns, and the years that 00 can mean. */
const HEADER_ROW = "a row from 1 to 100";
const FIRST_YEAR = "a year from 1900 to 2000";

const monthColumn = v.strictObject({ column: sourceName, form }, "a table");

/** What a mapping file must look like. */
export const MappingFile = v.pipe(
  v.strictObject({
    format: v.pipe(
      v.strictObject({
        delimiter: oneOf(DELIMITERS),
        decimal_mark: oneOf(DECIMAL_MARKS),
        thousands_separator: oneOf(THOUSANDS_SEPARATORS),
        encoding: oneOf(ENCODINGS),
        sheet: v.optional(words),
        header_row: v.optional(wholeNumber(1, 100, HEADER_ROW)),
        two_digit_years_from: v.optional(wholeNumber(1900, 2000, FIRST_YEAR)),
        empty_marks: texts,
      }, "a table"),
      v.check(
        (format) => format.decimal_mark !== format.thousands_separator,
        "thousands_separator other than decimal_mark",
      ),
    ),
    columns: v.strictObject({
      member_id: v.strictObject({ column: sourceName }, "a table"),
      sex: columnOrConstant({
        column: v.optional(sourceName),
        codes: v.optional(sourceCodes(SEXES)),
        constant: v.optional(oneOf(SEXES)),
      }),
      birth_month: monthColumn,
      start_month: monthColumn,
      last_month: v.strictObject({
        column: sourceName,
        form,
        blank: v.optional(oneOf(["active"])),
      }, "a table"),
      end_reason: columnOrConstant({
        column: v.optional(sourceName),
        codes: v.optional(sourceCodes(END_REASON_CODES)),
        constant: v.optional(oneOf(END_REASON_CODES)),
      }),
      claim_month: columnOrConstant({
        column: v.optional(sourceName),
        form: v.optional(form),
        constant: v.optional(oneOf(["none"])),
      }),
      monthly_wage_idr: v.strictObject({
        column: sourceName,
        unit_idr: oneOf(WAGE_UNITS_IDR),
      }, "a table"),
      weight: v.optional(columnOrConstant({
        column: v.optional(sourceName),
        constant: v.optional(positive),
      })),
    }, "a table"),
    carried: v.optional(v.record(v.string(), sourceName, "a table"), {}),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    for (const { path, name } of repeated(sourceColumnsOf(dataset.value), trimmed)) {
      addIssue({
        message: "each column of the file once",
        received: JSON.stringify(name),
        path: issuePath(path),
      });
    }
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const format = tableAt(dataset.value, "format");
    const columns = tableAt(dataset.value, "columns");
    const forms = Object.keys(columns).map((key) => tableAt(columns, key).form);
    const short = forms.find((each) =>
      typeof each === "string" && hasTwoDigitYears(each)
    );
    if (short === undefined || format.two_digit_years_from !== undefined) return;
    addIssue({
      message: `${FIRST_YEAR}, from which two digits count, for ${short}`,
      received: "nothing",
      path: issuePath(["format", "two_digit_years_from"]),
    });
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const carried = tableAt(dataset.value, "carried");
    for (const name of STANDARD_COLUMNS.filter((each) => Object.hasOwn(carried, each))) {
      addIssue({
        message: `no column of the contract here; it goes under columns.${name}`,
        received: JSON.stringify(carried[name]),
        path: issuePath(["carried", name]),
      });
    }
  }),
);

/** A checked mapping file. */
export type MappingFile = v.InferOutput<typeof MappingFile>;

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

function sourceColumnsOf(mapping: unknown): PlacedText[] {
  const columns = tableAt(mapping, "columns");
  const carried = tableAt(mapping, "carried");
  return [
    ...Object.keys(columns).map((key) => ({
      path: ["columns", key, "column"],
      name: tableAt(columns, key).column,
    })),
    ...Object.entries(carried).map(([key, name]) => ({ path: ["carried", key], name })),
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
function issuePath(keys: readonly string[]): [v.IssuePathItem, ...v.IssuePathItem[]] {
  const items = keys.map((key): v.IssuePathItem => ({
    type: "object",
    origin: "value",
    input: {},
    key,
    value: undefined,
  }));
  return items as [v.IssuePathItem, ...v.IssuePathItem[]];
}
