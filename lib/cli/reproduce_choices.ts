import {
  CHOICE_REASONS,
  type ModelChoices,
  READING_NAMES,
  readingChoices,
} from "@jkp/valuation";

/**
 * The choices of each reading with their reasons, as Markdown.
 *
 * @param data Whose data: only whether they are synthetic counts.
 * @returns The text of `choices.md`.
 */
export function choicesMarkdown(data: { readonly isSynthetic: boolean }): string {
  const names = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];
  const choices = READING_NAMES.map((reading) => readingChoices(reading, data));
  return [
    "# Choices of the model",
    "",
    "What the report leaves open, and how each reading decides.",
    "",
    `| choice | ${READING_NAMES.join(" | ")} | why it has to be made |`,
    `|---|${READING_NAMES.map(() => "---|").join("")}---|`,
    ...names.map((name) =>
      `| ${name} | ${choices.map((choice) => choice[name]).join(" | ")} | ${
        CHOICE_REASONS[name]
      } |`
    ),
    "",
  ].join("\n");
}
