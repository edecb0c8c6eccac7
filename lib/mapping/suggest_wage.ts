import type { Words } from "@jkp/language";
import { median } from "simple-statistics";
import type { ColumnChoice } from "./choose_by_name.ts";
import type { MappingFormat, WageColumn } from "./column_mapping.ts";
import { guessNumberMarks } from "./guess_number_marks.ts";
import { parseNumberAs } from "./number_format.ts";
import type { SampleColumn } from "./sample_column.ts";
import type { MappingQuestion } from "./suggestion.ts";

/** The column of wages with what is open about it. */
export interface WageSuggestion {
  readonly source: WageColumn;
  /** In units of the column; none if it holds no number. */
  readonly median: number | undefined;
  readonly questions: readonly MappingQuestion[];
}

/**
 * Bounds of the median of monthly wages, by unit: from half a million to a hundred
 * million rupiah.
 */
const UNITS: readonly {
  readonly unitIdr: WageColumn["unitIdr"];
  readonly lowest: number;
  readonly highest: number;
}[] = [
  { unitIdr: 1, lowest: 500_000, highest: 100_000_000 },
  { unitIdr: 1_000, lowest: 500, highest: 100_000 },
  { unitIdr: 1_000_000, lowest: 0.5, highest: 100 },
];

/** Most values that a question shows. */
const SHOWN_VALUES = 5;

/** The unit of a column of wages, from its median, and what is left open. */
export function suggestWage(
  { column, source }: ColumnChoice,
  format: MappingFormat,
  words: Words["mapping"]["question"],
): WageSuggestion {
  const medianWage = medianOf(source, format);
  const unit = UNITS.find(({ lowest, highest }) =>
    medianWage !== undefined && medianWage >= lowest && medianWage <= highest
  );
  return {
    source: { column: source.name, unitIdr: unit?.unitIdr ?? 1 },
    median: medianWage,
    questions: [
      ...(unit === undefined ? [unitQuestion(column, source, medianWage, words)] : []),
      ...readingQuestions(column, source, format, words),
    ],
  };
}

function medianOf(source: SampleColumn, format: MappingFormat): number | undefined {
  const amounts = source.cells
    .map((cell) => cell === undefined ? undefined : parseNumberAs(format, cell))
    .filter((amount) => amount !== undefined);
  return amounts.length === 0 ? undefined : median(amounts);
}

function unitQuestion(
  column: ColumnChoice["column"],
  source: SampleColumn,
  medianWage: number | undefined,
  words: Words["mapping"]["question"],
): MappingQuestion {
  const text = medianWage === undefined
    ? words.unitOfNothing(source.name)
    : words.unit(source.name, medianWage);
  return { kind: "odd_values", column, text };
}

function readingQuestions(
  column: ColumnChoice["column"],
  source: SampleColumn,
  format: MappingFormat,
  words: Words["mapping"]["question"],
): MappingQuestion[] {
  const questions: MappingQuestion[] = [];
  const { rival } = guessNumberMarks(source.values.map(({ value }) => value));
  if (rival !== undefined) {
    questions.push({
      kind: "number_marks",
      column,
      text: words.numberMarks(source.name),
      values: source.values.slice(0, SHOWN_VALUES),
    });
  }
  const unread = source.values.filter(({ value }) =>
    parseNumberAs(format, value) === undefined
  );
  if (unread.length > 0) {
    questions.push({
      kind: "unreadable",
      column,
      text: words.noNumbers(source.name),
      values: unread.slice(0, SHOWN_VALUES),
    });
  }
  return questions;
}
