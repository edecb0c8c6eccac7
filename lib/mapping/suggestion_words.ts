import type { Words } from "@jkp/language";
import type { ColumnChoice } from "./choose_by_name.ts";
import { type ContractColumn, headerWords } from "./column_names.ts";
import { type SampleColumn, shareOf } from "./sample_column.ts";
import type { Certainty, ColumnSuggestion, MappingQuestion } from "./suggestion.ts";

/** Shares of readable values that make a suggestion sure, and likely. */
const SURE_SHARE = 0.95;
const LIKELY_SHARE = 0.5;

/** Most values that a question shows. */
const SHOWN_VALUES = 5;

/** Columns of a table on the way. */
type DraftColumns = { readonly [Column in ContractColumn]?: object };

/** What speaks for a choice, in words that follow the name of the column. */
export function describeChoice(
  choice: ColumnChoice,
  columns: DraftColumns,
  { found: words }: Words["mapping"],
): ColumnSuggestion {
  const { column, source, match } = choice;
  const name = match === undefined
    ? words.valuesAlone(column)
    : words[match.likeness](column);
  const reading = describeReading(choice, columns, words);
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
  words: Words["mapping"]["found"],
): string | undefined {
  if (fit === undefined) return words.holdsNothing;
  switch (column) {
    case "monthly_wage_idr":
    case "amount_idr":
    case "months_paid":
    case "weight":
      return words.areNumbers(fit);
    case "sex":
    case "end_reason":
    case "outcome":
      return words.hasCodes(source.values.length);
    default: {
      const draft = columns[column];
      return draft !== undefined && "form" in draft
        ? words.readAs(fit, String(draft.form))
        : undefined;
    }
  }
}

/** Questions about the file as a whole: names that stand twice in the header. */
export function fileQuestions(
  samples: readonly SampleColumn[],
  { question: words }: Words["mapping"],
): MappingQuestion[] {
  const names = samples.map(({ name }) => name);
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) < i));
  return [...repeated].map((name) => ({
    kind: "same_name",
    text: words.sameName(name),
  }));
}

/**
 * Questions about columns of the contract that were not found, or that hold nothing
 * readable.
 */
export function missingQuestions(
  missing: readonly ContractColumn[],
  unreadable: readonly ColumnChoice[],
  { question: words }: Words["mapping"],
): MappingQuestion[] {
  return missing.map((column): MappingQuestion => {
    const named = unreadable.find((choice) => choice.column === column)?.source;
    if (named !== undefined) {
      return {
        kind: "unreadable",
        column,
        text: words.notReadable(named.name, column),
        values: named.values.slice(0, SHOWN_VALUES),
      };
    }
    const text = column === "claim_month"
      ? words.noClaimMonth(column)
      : words.noColumn(column);
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
  { question: words }: Words["mapping"],
): MappingQuestion[] {
  return choices.flatMap(({ column, source }): MappingQuestion[] => {
    const others = contenders.filter((other) => other.column === column);
    const names = others.map((other) => `"${other.source.name}"`).join(", ");
    return [
      ...(others.length === 0 ? [] : [{
        kind: "several" as const,
        column,
        text: words.several(source.name, column, names),
      }]),
      ...(column === "member_id" && isNationalNumber(source)
        ? [{
          kind: "personal_number" as const,
          column,
          text: words.personalNumber(source.name),
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
