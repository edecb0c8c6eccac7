import { type Language, type Words, wordsOf } from "@jkp/language";
import { stringify } from "smol-toml";
import {
  type DraftMapping,
  isConstant,
  type MappingFormat,
  STANDARD_COLUMNS,
  type StandardColumn,
} from "./column_mapping.ts";
import { MONTH_FORM_NAMES } from "./month_forms.ts";

/** A part of a mapping file that can have comments of its own. */
export type MappingPart = StandardColumn | "file" | "carried";

/** What a mapping file is for. */
export function headingLines({ file }: Words["mapping"]): readonly string[] {
  return [...file.heading, ...linesOf(MONTH_FORM_NAMES, 80)];
}

/**
 * Writes a mapping as TOML with comments; a column that a draft lacks is a comment to
 * fill in. A whole mapping reads back as the same.
 */
export function formatMapping(
  mapping: DraftMapping,
  remarks: Readonly<Partial<Record<MappingPart, readonly string[]>>> = {},
  language: Language = "en",
): string {
  const { mapping: words } = wordsOf(language);
  const commented = (part: MappingPart, meaning: readonly string[], text: string[]) =>
    [...[...meaning, ...(remarks[part] ?? [])].map(comment), ...text].join("\n");
  const isWritten = (name: StandardColumn) =>
    name !== "weight" || mapping.columns.weight !== undefined;
  const parts = [
    commented("file", headingLines(words), []),
    formatFormat(mapping.format, words),
    ...STANDARD_COLUMNS.filter(isWritten).map((name) =>
      commented(name, [words.file.columns[name]], [formatColumn(name, mapping.columns)])
    ),
    commented("carried", [words.file.carried], [
      "[carried]",
      ...assignments(mapping.carried),
    ]),
  ];
  return parts.join("\n\n") + "\n";
}

function formatFormat(format: MappingFormat, { file }: Words["mapping"]): string {
  const { empty_marks, ...others } = formatKeys(format);
  return [
    comment(file.format),
    "[format]",
    ...assignments(others),
    comment(file.emptyMarks),
    ...assignments({ empty_marks }),
  ].join("\n");
}

/** The keys of `[format]`. */
export function formatKeys(format: MappingFormat): Record<string, unknown> {
  const { sheet, headerRow, twoDigitYearsFrom, timeZone, quotedLineBreaks } = format;
  return {
    delimiter: format.delimiter,
    decimal_mark: format.decimalMark,
    thousands_separator: format.thousandsSeparator,
    encoding: format.encoding,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { header_row: headerRow }),
    ...(twoDigitYearsFrom === undefined
      ? {}
      : { two_digit_years_from: twoDigitYearsFrom }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(quotedLineBreaks === undefined ? {} : { quoted_line_breaks: quotedLineBreaks }),
    empty_marks: format.emptyMarks,
  };
}

function formatColumn(name: StandardColumn, columns: DraftMapping["columns"]): string {
  const source = columns[name];
  const header = `[columns.${name}]`;
  if (source === undefined) return `# ${header}\n# column = "…"`;
  if (isConstant<unknown>(source)) return lines(header, { constant: source.constant });
  const text = lines(header, {
    column: source.column,
    ...("form" in source ? { form: source.form } : {}),
    ...("blank" in source ? { blank: source.blank } : {}),
    ...("active" in source ? { active: source.active } : {}),
    ...("unitIdr" in source ? { unit_idr: source.unitIdr } : {}),
  });
  return "codes" in source
    ? `${text}\n${lines(`[columns.${name}.codes]`, source.codes)}`
    : text;
}

/** A table of TOML. */
export function lines(header: string, values: Readonly<Record<string, unknown>>): string {
  return [header, ...assignments(values)].join("\n");
}

/** `key = value` in the order given, one a line. */
export function assignments(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).map(([key, value]) => stringify({ [key]: value }).trim());
}

/** A text as comment lines; line breaks and control characters become spaces. */
export function comment(text: string): string {
  return `# ${text.replace(/\p{Cc}+/gu, " ")}`.trimEnd();
}

/** Names joined into lines of at most a given width. */
function linesOf(names: readonly string[], width: number): string[] {
  return names.reduce<string[]>((all, name) => {
    const last = all.at(-1);
    const longer = last === undefined ? name : `${last}, ${name}`;
    return last !== undefined && longer.length <= width
      ? [...all.slice(0, -1), longer]
      : [...all, name];
  }, []);
}
