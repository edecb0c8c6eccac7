import { STANDARD_COLUMNS } from "./column_mapping.ts";
import { formatMapping, type MappingPart } from "./format_mapping.ts";
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
  const { mapping, found, questions, unused } = suggestion;
  const remarks = new Map<MappingPart, string[]>();
  const remark = (part: MappingPart, text: string) =>
    remarks.set(part, [...(remarks.get(part) ?? []), text]);
  for (const { column, source, certainty, why } of found) {
    remark(partOf(column), `${certainty}: "${source}" ${why}.`);
  }
  for (const question of questions) {
    remark(partOf(question.column), describeQuestion(question));
  }
  if (unused.length > 0) {
    remark("carried", `Not used: ${unused.map((name) => `"${name}"`).join(", ")}`);
  }
  return formatMapping(mapping, Object.fromEntries(remarks));
}

/**
 * Words a question as a line.
 *
 * @param question The question.
 * @returns Its text, then the values it is about with how often they stand in the sample.
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
export function describeQuestion({ text, values = [] }: MappingQuestion): string {
  const list = values.map(({ value, count }) => `${JSON.stringify(value)} (${count})`);
  return list.length === 0 ? text : `${text} ${list.join(", ")}`;
}

/** The part of a mapping file that a column of the contract stands in. */
function partOf(column: MappingQuestion["column"]): MappingPart {
  if (column === undefined) return "file";
  return STANDARD_COLUMNS.find((each) => each === column) ?? "carried";
}
