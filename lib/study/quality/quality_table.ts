import { describeQuestion, type MappingSuggestion } from "@jkp/mapping";
import type { Finding, QualityReport, RuleOutcome } from "@jkp/spells";
import type { Table } from "@jkp/exhibit";
import { type Language, type Words, wordsOf } from "@jkp/language";

/**
 * The verdict on a member-level extract, a row a rule.
 *
 * @param report What the check found.
 * @param folder What was checked, for the source line.
 * @param language The language of the table; that of the check.
 * @returns The table; its notes say what was not checked, and why.
 *
 * @example The shipped file of mistakes: two of its 23 rows lack a cell that they need
 * ```ts
 * import { BROKEN_SPELLS_FOLDER, checkSpells } from "@jkp/spells/read";
 * import { qualityTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await checkSpells(BROKEN_SPELLS_FOLDER, () => {});
 * const present = qualityTable(report, "broken_example").rows
 *   .find(({ rule }) => rule === "values_present")!;
 * assertEquals([present.state, present.found, present.checked], ["failed", 2, 23]);
 * ```
 */
export function qualityTable(
  report: QualityReport,
  folder: string,
  language: Language = "en",
): Table {
  const words = wordsOf(language).check.verdict;
  return {
    id: "summary",
    number: "",
    title: words.title,
    columns: [
      { key: "rule", title: words.rule },
      { key: "title", title: words.holds },
      { key: "state", title: words.state },
      { key: "found", title: words.found },
      { key: "checked", title: words.checked },
      { key: "notChecked", title: words.notChecked },
    ],
    rows: report.outcomes.map((outcome) => ({
      rule: outcome.rule,
      title: outcome.title,
      state: words.states[outcome.state],
      found: outcome.found,
      checked: outcome.checked,
      notChecked: outcome.notChecked,
    })),
    notes: notesOf(report.outcomes, words),
    source: words.source(folder, report.rows, report.members),
    language,
  };
}

/**
 * What was not checked, and why, and what is said of rules that were: rules that share a
 * reason in one note.
 */
function notesOf(
  outcomes: readonly RuleOutcome[],
  words: Words["check"]["verdict"],
): string[] {
  const unchecked = outcomes
    .filter(({ state, notChecked, reason }) =>
      state === "not checked" || notChecked > 0 || reason !== undefined
    )
    .map(({ rule, state, notChecked, reason = "" }) => ({
      rule,
      why: [
        state === "not checked"
          ? words.states[state]
          : notChecked > 0
          ? words.someNotChecked(notChecked)
          : "",
        reason,
      ].filter((part) => part !== "").join(", "),
    }));
  return [...Map.groupBy(unchecked, ({ why }) => why)]
    .map(([why, of]) => `${of.map(({ rule }) => rule).join(", ")}: ${why}.`);
}

/**
 * Findings of a check, a row each.
 *
 * @param findings The findings.
 * @param folder What was checked, for the source line.
 * @returns The table: where, what stands there, what was expected.
 *
 * @example
 * ```ts
 * import { findingsTable } from "@jkp/study";
 * import { BROKEN_SPELLS_FOLDER, checkSpells } from "@jkp/spells/read";
 * import type { Finding } from "@jkp/spells";
 * import { assertEquals } from "@std/assert";
 *
 * const findings: Finding[] = [];
 * await checkSpells(BROKEN_SPELLS_FOLDER, (finding) => findings.push(finding));
 * assertEquals(findingsTable(findings, "example").rows.length, findings.length);
 * ```
 */
export function findingsTable(findings: readonly Finding[], folder: string): Table {
  return {
    id: "findings",
    number: "",
    title: "Findings",
    columns: [
      { key: "severity", title: "Severity" },
      { key: "file", title: "File" },
      { key: "row", title: "Row" },
      { key: "column", title: "Column" },
      { key: "value", title: "Stands there" },
      { key: "expected", title: "Expected" },
      { key: "rule", title: "Rule" },
    ],
    rows: findings.map(({ severity, file, row, column, value, expected, rule }) => ({
      severity,
      file: file.split("/").at(-1)!,
      row: row ?? "",
      column: column ?? "",
      value: value === "" ? "nothing" : value ?? "",
      expected,
      rule,
    })),
    notes: [],
    source: folder,
  };
}

/**
 * What was found out about the columns of a file, a row a column of the extract.
 *
 * @param suggestion The suggestion for a mapping.
 * @param file The file, for the source line.
 * @returns The table; its notes are the open questions.
 *
 * @example
 * ```ts
 * import { suggestionTable } from "@jkp/study";
 * import { BROKEN_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { suggestForFile } from "@jkp/spells/survey";
 * import { assertEquals } from "@std/assert";
 *
 * const suggestion = await suggestForFile(`${BROKEN_SPELLS_FOLDER}/peserta.csv`);
 * assertEquals(suggestionTable(suggestion, "peserta.csv").rows.length, 9);
 * ```
 */
export function suggestionTable(suggestion: MappingSuggestion, file: string): Table {
  return {
    id: "suggestion",
    number: "",
    title: "Columns found",
    columns: [
      { key: "column", title: "Column of the extract" },
      { key: "source", title: "Column of the file" },
      { key: "certainty", title: "How sure" },
      { key: "why", title: "Why" },
    ],
    rows: suggestion.found.map(({ column, source, certainty, why }) => ({
      column,
      source,
      certainty,
      why: `"${source}" ${why}`,
    })),
    notes: suggestion.questions.map((question) => describeQuestion(question)),
    source: file,
  };
}
