import { type Language, wordsOf } from "@jkp/language";
import { STANDARD_COLUMNS } from "./column_mapping.ts";
import { formatMapping, type MappingPart } from "./format_mapping.ts";
import type { CountedValue } from "./sample_column.ts";
import type { MappingQuestion, MappingSuggestion } from "./suggestion.ts";

/**
 * Writes a suggestion as the text of a mapping file to look through and complete.
 *
 * @param suggestion The suggestion.
 * @returns TOML; what speaks for each column and what is open stand in comments.
 *
 * @example
 * ```ts
 * import { formatSuggestion, suggestMapping } from "@jkp/mapping";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const suggestion = suggestMapping({ columns: ["JK"], rows: [["L"], ["P"], ["X"]] });
 * const toml = formatSuggestion(suggestion);
 * assertStringIncludes(toml, '# What do these codes of "JK" mean? "X" (1)');
 * ```
 */
export function formatSuggestion(suggestion: MappingSuggestion): string {
  const { mapping, found, questions, language, unused } = suggestion;
  const { file: words, found: foundWords } = wordsOf(language).mapping;
  const remarks = new Map<MappingPart, string[]>();
  const remark = (part: MappingPart, text: string) =>
    remarks.set(part, [...(remarks.get(part) ?? []), text]);
  for (const { column, source, certainty, why } of found) {
    remark(
      partOf(column),
      foundWords.remark(foundWords.certainties[certainty], source, why),
    );
  }
  for (const question of questions) {
    remark(partOf(question.column), describeQuestion(question, language));
  }
  if (unused.length > 0) {
    remark("carried", words.unused(unused.map((name) => `"${name}"`).join(", ")));
  }
  return formatMapping(mapping, Object.fromEntries(remarks), language);
}

/** Different values from which on a column is free text, that may name persons. */
const FREE_TEXT_VALUES = 60;

/** How often a value stands in the sample at least to be shown, unless it is short. */
const LEAST_COUNT = 5;

/** Characters of a code, which names nobody however rare it is; and of a value at most. */
const CODE_CHARACTERS = 3;
const MOST_CHARACTERS = 40;

/** Digits that a date has; more in a row may be the number of a person. */
const DATE_DIGITS = 8;

/**
 * Words a question as a line. A mapping goes from hand to hand, so it shows no value that
 * may name a person: none that is rare and longer than a code, none with many digits in a
 * row, and none of a column of free text.
 *
 * @param question The question.
 * @param language The language of what stands beside its text; that of the text.
 * @returns Its text, then the values it is about with how often they stand in the sample,
 * and how many are not shown.
 *
 * @example
 * ```ts
 * import { describeQuestion } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const values = [{ value: "07", count: 12 }];
 * const line = describeQuestion({ kind: "unknown_codes", text: "What is it?", values });
 * assertEquals(line, 'What is it? "07" (12)');
 * ```
 */
export function describeQuestion(
  { text, values = [] }: MappingQuestion,
  language: Language = "en",
): string {
  const isFreeText = values.length > FREE_TEXT_VALUES;
  const shown = values.filter((each) => !isFreeText && namesNobody(each));
  const list = shown.map(({ value, count }) => `${JSON.stringify(value)} (${count})`);
  const hidden = values.length - shown.length;
  if (hidden > 0) {
    list.push(wordsOf(language).mapping.question.hidden(hidden));
  }
  return list.length === 0 ? text : `${text} ${list.join(", ")}`;
}

/** Whether a value is usual enough, or short enough, to be shown. */
export function namesNobody({ value, count }: CountedValue): boolean {
  return value.length <= MOST_CHARACTERS &&
    !new RegExp(`[0-9]{${DATE_DIGITS + 1}}`).test(value) &&
    (count >= LEAST_COUNT || value.length <= CODE_CHARACTERS);
}

/** The part of a mapping file that a column of the contract stands in. */
function partOf(column: MappingQuestion["column"]): MappingPart {
  if (column === undefined) return "file";
  return STANDARD_COLUMNS.find((each) => each === column) ?? "carried";
}
