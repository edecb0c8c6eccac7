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
export const HEADING = [
  "Column mapping: how this file becomes the member-level extract, one row a membership",
  "spell. Codes and empty marks match trimmed, in small or capital letters. Where a file",
  'has no such column, sex, end_reason, claim_month ("none") and weight may be given as',
  '`constant = …` instead of `column = "…"`. Forms of months:',
  ...linesOf(MONTH_FORM_NAMES, 80),
];

/** What each column of spells holds. */
export const MEANINGS: Readonly<Record<StandardColumn, string>> = {
  member_id: "Pseudonymous number of the member.",
  sex: "What stands for male and female.",
  birth_month: "Month of birth.",
  start_month: "First contribution month of the spell.",
  last_month:
    'Last contribution month seen; blank = "active": an empty cell means none yet, and ' +
    "active = [ … ]: these texts do.",
  end_reason: "Reason of the JHT claim that closed the spell; none: no claim closed it.",
  claim_month: "Month of that claim.",
  monthly_wage_idr:
    "Last reported wage a month, before any ceiling; unit_idr: rupiah a unit.",
  weight: "How many members a row stands for; 1 if not given.",
};

/**
 * Writes a mapping as TOML with comments; a column that a draft lacks is a comment to
 * fill in. A whole mapping reads back as the same.
 */
export function formatMapping(
  mapping: DraftMapping,
  remarks: Readonly<Partial<Record<MappingPart, readonly string[]>>> = {},
): string {
  const commented = (part: MappingPart, meaning: readonly string[], text: string[]) =>
    [...[...meaning, ...(remarks[part] ?? [])].map(comment), ...text].join("\n");
  const isWritten = (name: StandardColumn) =>
    name !== "weight" || mapping.columns.weight !== undefined;
  const parts = [
    commented("file", HEADING, []),
    formatFormat(mapping.format),
    ...STANDARD_COLUMNS.filter(isWritten).map((name) =>
      commented(name, [MEANINGS[name]], [formatColumn(name, mapping.columns)])
    ),
    commented("carried", [
      "Columns to group by: name in the extract = name in the file.",
    ], ["[carried]", ...assignments(mapping.carried)]),
  ];
  return parts.join("\n\n") + "\n";
}

function formatFormat(format: MappingFormat): string {
  const { empty_marks, ...others } = formatKeys(format);
  return [
    comment(formatWords()),
    "[format]",
    ...assignments(others),
    comment("Cells that hold nothing, besides the empty cell."),
    ...assignments({ empty_marks }),
  ].join("\n");
}

/** What stands above `[format]`. */
export function formatWords(): string {
  return "How the file is written. Delimiter and encoding are those of text files.";
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
