import {
  CHOICE_REASONS,
  type ModelChoices,
  READING_NAMES,
  READINGS,
} from "@jkp/valuation";

/**
 * The choices of each reading with their reasons, as Markdown.
 *
 * @returns The text of `choices.md`.
 */
export function choicesMarkdown(): string {
  const names = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];
  const choices = READING_NAMES.map((reading) => READINGS[reading]);
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
