import type { ReportResults } from "@jkp/reproduction";
import type { Table } from "@jkp/exhibit";
import { CHOICE_REASONS, type ModelChoices, READING_NAMES } from "@jkp/valuation";

const NAMES = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];

/** The choices of each reading with their reasons, the one in force marked. */
export function choicesTable({ byReading, reading }: ReportResults): Table {
  return {
    id: "choices",
    number: "",
    title: "What the report leaves open, and how each reading decides",
    columns: [
      { key: "name", title: "Choice" },
      ...READING_NAMES.map((name) => ({
        key: name,
        title: name.replaceAll("_", " ") + (name === reading ? " (in force)" : ""),
      })),
      { key: "reason", title: "Why it has to be made" },
    ],
    rows: NAMES.map((name) => ({
      name,
      ...Object.fromEntries(READING_NAMES.map((reading) => [
        reading,
        String(byReading[reading].base.assumptions.choices[name]),
      ])),
      reason: CHOICE_REASONS[name],
    })),
    notes: [],
    source: "",
  };
}

/** The choices of each reading with their reasons, as the text of `choices.md`. */
export function choicesMarkdown({ byReading }: ReportResults): string {
  const choices = READING_NAMES.map((name) => byReading[name].base.assumptions.choices);
  return [
    "# Choices of the model",
    "",
    "What the report leaves open, and how each reading decides.",
    "",
    `| choice | ${READING_NAMES.join(" | ")} | why it has to be made |`,
    `|---|${READING_NAMES.map(() => "---|").join("")}---|`,
    ...NAMES.map((name) =>
      `| ${name} | ${choices.map((choice) => choice[name]).join(" | ")} | ${
        CHOICE_REASONS[name]
      } |`
    ),
    "",
  ].join("\n");
}
