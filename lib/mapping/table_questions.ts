import { wordsOf } from "@jkp/language";
import type { ContractColumn } from "./column_names.ts";
import { describeQuestion } from "./format_suggestion.ts";
import { UNDECIDED_CODES } from "./mapping_parts.ts";
import type { DraftColumn, TableSuggestion } from "./suggest_table.ts";
import type { MappingQuestion } from "./suggestion.ts";

/** What stands in a mapping file for a value that nobody but its reader knows. */
export const UNDECIDED_VALUE = "?";

/** What has to be decided before an extract can be read. */
export interface Undecided {
  /** Where it stands in the mapping file. */
  readonly key: string;
  readonly text: string;
}

/** The tables of a register, as they seem to be read. */
export interface RegisterSuggestion {
  /** Of spells, or of payments; of claims of JKP where there is neither. */
  readonly main: TableSuggestion;
  /** Of members, claims and claims of JKP. */
  readonly further: readonly TableSuggestion[];
}

/** Columns of the main table that a further one may hold in its place. */
const HELD_BY: Readonly<Partial<Record<ContractColumn, string>>> = {
  sex: "members",
  birth_month: "members",
  end_reason: "claims",
  claim_month: "claims",
};

/** The part of a mapping file that a table stands in: none for the main one. */
export function prefixOf({ kind }: TableSuggestion): string {
  return kind === "spells" || kind === "payments" ? "" : `${kind}.`;
}

/** The section of a mapping file that says how a table is written. */
export function formatSectionOf(table: TableSuggestion, main: TableSuggestion): string {
  return table === main ? "format" : `${prefixOf(table)}format`;
}

/**
 * What has to be decided of a register before it can be read, in the order of its file.
 *
 * @param register Its tables.
 * @returns Each with its key; `extract check` refuses the file by this key.
 *
 * @example Nobody knows what a code means but who wrote it
 * ```ts
 * import { STANDARD_FORMAT, suggestTable, undecidedOf } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const main = suggestTable("payments", {
 *   columns: ["KPJ", "BLTH", "Upah", "JK", "Tgl Lahir"],
 *   rows: [["17", "2019-01", "4000000", "X", "1990-01-31"]],
 * }, STANDARD_FORMAT);
 * const [first] = undecidedOf({ main, further: [] });
 * assertEquals(first!.key, "columns.sex.codes.undecided");
 * assertEquals(first!.text, 'What do these codes of "JK" mean? "X" (1)');
 * ```
 */
export function undecidedOf(register: RegisterSuggestion): Undecided[] {
  const { main, further } = register;
  return [main, ...further].flatMap((table) => [
    ...missingIn(table, register),
    ...table.questions.flatMap((question) => undecidedBy(question, table, main)),
  ]);
}

/**
 * What was taken in a way that may be wrong, and stops nothing.
 *
 * @param register Its tables.
 * @returns Each as a line.
 *
 * @example
 * ```ts
 * import { STANDARD_FORMAT, suggestTable, takenOf } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const main = suggestTable("payments", {
 *   columns: ["KPJ", "BLTH", "Upah", "JK"],
 *   rows: [["17", "2019-01", "4000000", "1"], ["18", "2019-01", "4000000", "2"]],
 * }, STANDARD_FORMAT);
 * const [sexes] = takenOf({ main, further: [] });
 * assertEquals(sexes!.slice(0, 40), "Does 1 mean male and 2 female in \"JK\"? I");
 * ```
 */
export function takenOf({ main, further }: RegisterSuggestion): readonly string[] {
  return [main, ...further].flatMap((table) =>
    table.questions
      .filter((question) =>
        question.kind !== "missing" && undecidedBy(question, table, main).length === 0
      )
      .map((question) => describeQuestion(question, table.language))
  );
}

/** Columns that no table holds. */
export function missingIn(
  table: TableSuggestion,
  { main, further }: RegisterSuggestion,
): Undecided[] {
  const missing = table.questions.filter((question) =>
    question.column !== undefined && table.columns[question.column] === undefined &&
    (question.kind === "missing" || question.kind === "unreadable")
  ).map(({ column, ...question }) => ({
    column: column!,
    text: describeQuestion(question, table.language),
  }));
  const { noColumn } = wordsOf(table.language).mapping.question;
  if (table.kind === "payments") {
    for (const column of ["sex", "birth_month"] as const) {
      if (table.columns[column] !== undefined) continue;
      missing.push({ column, text: noColumn(column) });
    }
  }
  const isHeld = (column: ContractColumn) =>
    table === main && further.some(({ kind }) => kind === HELD_BY[column]);
  return missing.filter(({ column }) => !isHeld(column)).map(({ column, text }) => ({
    key: `${prefixOf(table)}columns.${column}`,
    text,
  }));
}

/** The key of what a question leaves open, if nothing can be read before it is answered. */
function undecidedBy(
  question: MappingQuestion,
  table: TableSuggestion,
  main: TableSuggestion,
): Undecided[] {
  const { column, kind } = question;
  const key = column === undefined ? undefined : openKey(kind, table.columns[column]);
  if (key === undefined) return [];
  const place = key === "decimal_mark"
    ? formatSectionOf(table, main)
    : `${prefixOf(table)}columns.${column}`;
  return [{ key: `${place}.${key}`, text: describeQuestion(question, table.language) }];
}

/** The key of a column that stays open because of a question. */
function openKey(
  kind: MappingQuestion["kind"],
  draft: DraftColumn | undefined,
): string | undefined {
  if (draft === undefined) return undefined;
  switch (kind) {
    case "date_order":
      return "form";
    case "number_marks":
      return "decimal_mark";
    case "odd_values":
      return draft.unitIdr === undefined ? undefined : "unit_idr";
    case "unknown_codes":
      return `codes.${UNDECIDED_CODES}`;
    default:
      return undefined;
  }
}
