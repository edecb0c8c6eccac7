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
): WageSuggestion {
  const medianWage = medianOf(source, format);
  const unit = UNITS.find(({ lowest, highest }) =>
    medianWage !== undefined && medianWage >= lowest && medianWage <= highest
  );
  return {
    source: { column: source.name, unitIdr: unit?.unitIdr ?? 1 },
    median: medianWage,
    questions: [
      ...(unit === undefined ? [unitQuestion(column, source, medianWage)] : []),
      ...readingQuestions(column, source, format),
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
): MappingQuestion {
  const text = medianWage === undefined
    ? `"${source.name}" holds no number in the sample: which unit does it have?`
    : `The median of "${source.name}" is ${medianWage}: which unit does it have?`;
  return { kind: "odd_values", column, text };
}

function readingQuestions(
  column: ColumnChoice["column"],
  source: SampleColumn,
  format: MappingFormat,
): MappingQuestion[] {
  const questions: MappingQuestion[] = [];
  const { rival } = guessNumberMarks(source.values.map(({ value }) => value));
  if (rival !== undefined) {
    questions.push({
      kind: "number_marks",
      column,
      text: `Does the mark in "${source.name}" part thousands or decimals?`,
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
      text: `Some values of "${source.name}" are no numbers as the format has them`,
      values: unread.slice(0, SHOWN_VALUES),
    });
  }
  return questions;
}
