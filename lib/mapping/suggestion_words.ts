import { percent } from "@jkp/exhibit";
import type { ColumnChoice } from "./choose_by_name.ts";
import { type ContractColumn, headerWords, type NameLikeness } from "./column_names.ts";
import { type SampleColumn, shareOf } from "./sample_column.ts";
import type { Certainty, ColumnSuggestion, MappingQuestion } from "./suggestion.ts";

/** Shares of readable values that make a suggestion sure, and likely. */
const SURE_SHARE = 0.95;
const LIKELY_SHARE = 0.5;

/** Most values that a question shows. */
const SHOWN_VALUES = 5;

const LIKENESS_WORDS: Readonly<Record<NameLikeness, string>> = {
  exact: "is",
  contained: "contains",
  near: "is nearly",
};

/** Columns of a table on the way. */
type DraftColumns = { readonly [Column in ContractColumn]?: object };

/** What speaks for a choice, in words that follow the name of the column. */
export function describeChoice(
  choice: ColumnChoice,
  columns: DraftColumns,
): ColumnSuggestion {
  const { column, source, match } = choice;
  const name = match === undefined
    ? `does not say so, but its values look like ${column}`
    : `${LIKENESS_WORDS[match.likeness]} a usual name of ${column}`;
  const reading = describeReading(choice, columns);
  return {
    column,
    source: source.name,
    certainty: certaintyOf(choice),
    why: reading === undefined ? name : `${name}; ${reading}`,
  };
}

function certaintyOf({ match, fit = 0 }: ColumnChoice): Certainty {
  if (match === undefined) return "guess";
  if (fit >= SURE_SHARE) return match.likeness === "exact" ? "sure" : "likely";
  return match.likeness === "exact" && fit >= LIKELY_SHARE ? "likely" : "guess";
}

function describeReading(
  { column, source, fit }: ColumnChoice,
  columns: DraftColumns,
): string | undefined {
  if (fit === undefined) return "it holds nothing in the sample";
  const held = `${percent(fit, 0)} of its values`;
  switch (column) {
    case "monthly_wage_idr":
    case "amount_idr":
    case "months_paid":
    case "weight":
      return `${held} are numbers`;
    case "sex":
    case "end_reason":
    case "outcome":
      return `it has ${source.values.length} different codes`;
    default: {
      const draft = columns[column];
      return draft !== undefined && "form" in draft
        ? `${held} read as ${draft.form}`
        : undefined;
    }
  }
}

/** Questions about the file as a whole: names that stand twice in the header. */
export function fileQuestions(samples: readonly SampleColumn[]): MappingQuestion[] {
  const names = samples.map(({ name }) => name);
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) < i));
  return [...repeated].map((name) => ({
    kind: "same_name",
    text: `Several columns are named "${name}": give them different names`,
  }));
}

/**
 * Questions about columns of the contract that were not found, or that hold nothing
 * readable.
 */
export function missingQuestions(
  missing: readonly ContractColumn[],
  unreadable: readonly ColumnChoice[],
): MappingQuestion[] {
  return missing.map((column): MappingQuestion => {
    const named = unreadable.find((choice) => choice.column === column)?.source;
    if (named !== undefined) {
      return {
        kind: "unreadable",
        column,
        text: `"${named.name}" is named as ${column} would be, but none of its values ` +
          "can be read as such",
        values: named.values.slice(0, SHOWN_VALUES),
      };
    }
    const otherwise = column === "claim_month"
      ? '; if the file has none, write constant = "none"'
      : "";
    const text = `No column was found for ${column}${otherwise}`;
    return { kind: "missing", column, text };
  });
}

/**
 * Questions about chosen columns: others of the same name, and numbers that identify a
 * person.
 */
export function choiceQuestions(
  choices: readonly ColumnChoice[],
  contenders: readonly ColumnChoice[],
): MappingQuestion[] {
  return choices.flatMap(({ column, source }): MappingQuestion[] => {
    const others = contenders.filter((other) => other.column === column);
    const names = others.map((other) => `"${other.source.name}"`).join(", ");
    return [
      ...(others.length === 0 ? [] : [{
        kind: "several" as const,
        column,
        text: `"${source.name}" was taken for ${column}; or is it ${names}?`,
      }]),
      ...(column === "member_id" && isNationalNumber(source)
        ? [{
          kind: "personal_number" as const,
          column,
          text: `"${source.name}" seems to hold national identity numbers (NIK): ` +
            "a pseudonymous number should stand in their place",
        }]
        : []),
    ];
  });
}

/** A NIK has 16 digits. */
function isNationalNumber(source: SampleColumn): boolean {
  const isNamedSo = /\b(?:nik|ktp)\b/.test(headerWords(source.name));
  const share = shareOf(source, (value) => /^[0-9]{16}$/.test(value));
  return share >= SURE_SHARE || (isNamedSo && share >= LIKELY_SHARE);
}
