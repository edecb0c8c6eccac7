import { type Words, wordsOf } from "@jkp/language";
import { JKP_OUTCOMES, SEXES } from "@jkp/extract";
import {
  END_REASON_CODES,
  type MappingFormat,
  matchedText,
  STANDARD_COLUMNS,
  WAGE_UNITS_IDR,
} from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import {
  assignments,
  comment,
  formatKeys,
  headingLines,
  lines,
} from "./format_mapping.ts";
import { describeQuestion, namesNobody } from "./format_suggestion.ts";
import {
  type DraftColumn,
  TABLE_COLUMNS,
  type TableSuggestion,
} from "./suggest_table.ts";
import { UNDECIDED_CODES } from "./mapping_parts.ts";
import { CLAIM_REASONS } from "./table_mapping.ts";
import type { TableKind } from "./table_names.ts";
import {
  formatSectionOf,
  missingIn,
  prefixOf,
  type RegisterSuggestion,
  UNDECIDED_VALUE,
  undecidedOf,
} from "./table_questions.ts";

/** What a column means, in a table of a kind. */
function meaningOf(
  kind: TableKind,
  column: ContractColumn,
  { file }: Words["mapping"],
): string {
  if (column === "monthly_wage_idr" && kind === "payments") return file.wageOfMonth;
  if (column === "end_reason" && kind === "claims") return file.reasonOfClaim;
  if (column === "claim_month" && (kind === "claims" || kind === "jkp")) {
    return file.monthOfClaim;
  }
  return column in file.columns ? file.columns[column as keyof typeof file.columns] : "";
}

/** The standard codes that a column's own can stand for. */
function codesOf(kind: TableKind, column: ContractColumn): readonly string[] {
  if (column === "sex") return SEXES;
  if (column === "outcome") return JKP_OUTCOMES;
  return kind === "claims" ? CLAIM_REASONS : END_REASON_CODES;
}

/**
 * Writes how the tables of a register are read as the text of a mapping file, to look
 * through and complete.
 *
 * @param register The tables.
 * @returns TOML; what speaks for each column and what has to be decided stand in comments.
 *
 * @example
 * ```ts
 * import { formatRegister, STANDARD_FORMAT, suggestTable } from "@jkp/mapping";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const main = suggestTable("payments", {
 *   columns: ["KPJ", "BLTH", "Upah"],
 *   rows: [["17", "01-2019", "150"]],
 * }, STANDARD_FORMAT);
 * const toml = formatRegister({ main, further: [] });
 * assertStringIncludes(toml, 'column = "Upah"\nunit_idr = "?"');
 * ```
 */
export function formatRegister(register: RegisterSuggestion): string {
  const { main, further } = register;
  const { mapping: words } = wordsOf(main.language);
  const open = new Set(undecidedOf(register).map(({ key }) => key));
  const parts = [
    [...words.file.about(UNDECIDED_VALUE), "", ...headingLines(words)].map(comment).join(
      "\n",
    ),
    ...tableParts(main, register, open),
    ...further.flatMap((table) => tableParts(table, register, open)),
  ];
  return parts.join("\n\n") + "\n";
}

function tableParts(
  table: TableSuggestion,
  register: RegisterSuggestion,
  open: ReadonlySet<string>,
): string[] {
  const { kind, columns, carried, unused } = table;
  const { mapping: words } = wordsOf(table.language);
  const prefix = prefixOf(table);
  const missing = missingIn(table, register);
  const order: readonly ContractColumn[] = kind === "spells"
    ? STANDARD_COLUMNS
    : TABLE_COLUMNS[kind];
  const columnParts = order.flatMap((column): string[] => {
    const draft = columns[column];
    const key = `${prefix}columns.${column}`;
    const meaning = meaningOf(kind, column, words);
    if (draft !== undefined) {
      const remarks = remarksOn(table, column);
      const text = columnText(table, column, draft, open, words.file);
      return [[...[meaning, ...remarks].map(comment), ...text].join("\n")];
    }
    const asked = missing.find((each) => each.key === key);
    if (asked === undefined) return [];
    const remarks = [meaning, words.file.toBeFilledIn(asked.text)];
    return [
      [...remarks.map(comment), `# [${key}]`, '# column = "…"'].join("\n"),
    ];
  });
  const carriedPart = kind === "jkp" ? [] : [[
    comment(words.file.carried),
    ...(unused.length === 0 ? [] : [
      comment(words.file.unused(unused.map((name) => `"${name}"`).join(", "))),
    ]),
    `[${prefix}carried]`,
    ...assignments(carried),
  ].join("\n")];
  return [
    comment(`--- ${words.file.tables[kind]} ---`),
    ...formatPart(table, register.main, open),
    ...columnParts,
    ...carriedPart,
  ];
}

/** How a table is written: all of the main one, of another what differs. */
function formatPart(
  table: TableSuggestion,
  main: TableSuggestion,
  open: ReadonlySet<string>,
): string[] {
  const { file: words } = wordsOf(table.language).mapping;
  const section = formatSectionOf(table, main);
  const all = formatKeys(table.format);
  const remarks = table.questions
    .filter(({ column, kind }) => column === undefined || kind === "number_marks")
    .map((question) => describeQuestion(question, table.language));
  const written = open.has(`${section}.decimal_mark`)
    ? { ...all, decimal_mark: UNDECIDED_VALUE }
    : all;
  if (table === main) {
    return [[
      ...[words.format, ...remarks].map(comment),
      `[${section}]`,
      ...assignments(written),
    ].join("\n")];
  }
  const usual = formatKeys({ headerRow: 1, ...main.format } as MappingFormat);
  const differing = Object.entries({ header_row: 1, ...written }).filter(([key, value]) =>
    JSON.stringify(value) !== JSON.stringify(usual[key])
  );
  if (differing.length === 0 && remarks.length === 0) return [];
  return [[
    ...[words.otherFormat, ...remarks].map(comment),
    `[${section}]`,
    ...assignments(Object.fromEntries(differing)),
  ].join("\n")];
}

function remarksOn(
  { found, questions, language }: TableSuggestion,
  column: ContractColumn,
): string[] {
  const { remark, certainties } = wordsOf(language).mapping.found;
  return [
    ...found.filter((each) => each.column === column)
      .map(({ certainty, source, why }) => remark(certainties[certainty], source, why)),
    ...questions.filter((each) => each.column === column)
      .map((question) => describeQuestion(question, language)),
  ];
}

function columnText(
  table: TableSuggestion,
  column: ContractColumn,
  draft: DraftColumn,
  open: ReadonlySet<string>,
  words: Words["mapping"]["file"],
): string[] {
  const key = `${prefixOf(table)}columns.${column}`;
  const or = (name: string, value: unknown) =>
    open.has(`${key}.${name}`) ? UNDECIDED_VALUE : value;
  const { form, blank, active, unitIdr, codes } = draft;
  const text = lines(`[${key}]`, {
    column: draft.column,
    ...(form === undefined ? {} : { form: or("form", form) }),
    ...(blank === undefined ? {} : { blank }),
    ...(active === undefined ? {} : { active }),
    ...(unitIdr === undefined ? {} : { unit_idr: or("unit_idr", unitIdr) }),
  });
  return [
    ...(open.has(`${key}.unit_idr`)
      ? [comment(words.unitIsOneOf(WAGE_UNITS_IDR.join(", ")))]
      : []),
    text,
    ...(codes === undefined ? [] : codesText(table, column, { key, codes }, open, words)),
  ];
}

/** The codes of a column, and those that nobody can know the meaning of. */
function codesText(
  { kind, questions }: TableSuggestion,
  column: ContractColumn,
  { key, codes }: {
    readonly key: string;
    readonly codes: NonNullable<DraftColumn["codes"]>;
  },
  open: ReadonlySet<string>,
  words: Words["mapping"]["file"],
): string[] {
  const known = lines(`[${key}.codes]`, codes);
  if (!open.has(`${key}.codes.${UNDECIDED_CODES}`)) return [known];
  const unknown = questions.filter((each) =>
    each.column === column && each.kind === "unknown_codes"
  ).flatMap(({ values = [] }) => values).filter(namesNobody);
  const alike = new Map(unknown.map(({ value }) => [matchedText(value), value]));
  return [
    known,
    comment(words.writeCodes(codesOf(kind, column).join(", "))),
    ...assignments({ [UNDECIDED_CODES]: [...alike.values()] }),
  ];
}
