import { capitalized, keyInWords, sectionInWords, type Table } from "@jkp/exhibit";
import {
  CHOICE_REASONS,
  type ModelChoices,
  READING_NAMES,
  readingChoices,
  type ReadingName,
} from "@jkp/valuation";

/**
 * What the report leaves open, and how each reading of it decides.
 *
 * @param inForce The reading in force, which is marked.
 * @param data Whose data: only whether they are synthetic counts.
 * @returns A row a choice, with the reason why it has to be made.
 *
 * @example
 * ```ts
 * import { choicesTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const { columns, rows } = choicesTable("closest", { isSynthetic: true });
 * assertEquals(columns[1]!.title, "closest (in force)");
 * const method = rows.find(({ name }) => name === "Beneficiary method");
 * assertEquals(method!.closest, "annex ratio");
 * ```
 */
export function choicesTable(
  inForce: ReadingName,
  data: { readonly isSynthetic: boolean },
): Table {
  const names = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];
  return {
    id: "choices",
    number: "",
    title: "What the report leaves open, and how each reading decides",
    columns: [
      { key: "name", title: "Choice" },
      ...READING_NAMES.map((name) => ({
        key: name,
        title: keyInWords(name) + (name === inForce ? " (in force)" : ""),
      })),
      { key: "reason", title: "Why it has to be made" },
    ],
    rows: names.map((name) => ({
      name: capitalized(sectionInWords(name)),
      ...Object.fromEntries(
        READING_NAMES.map((reading) => [
          reading,
          keyInWords(String(readingChoices(reading, data)[name])),
        ]),
      ),
      reason: CHOICE_REASONS[name],
    })),
    notes: [],
    source: "",
  };
}
