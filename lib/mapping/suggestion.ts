import type { Language } from "@jkp/language";
import type { Month } from "@jkp/month";
import {
  type ColumnMapping,
  type DraftMapping,
  STANDARD_COLUMNS,
  type StandardColumn,
} from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import type { CountedValue } from "./sample_column.ts";

/** How sure a suggestion is: by name and values, by one of them, or hardly. */
export type Certainty = "sure" | "likely" | "guess";

/** A column of the file that was taken for a column of the contract. */
export interface ColumnSuggestion {
  readonly column: ContractColumn;
  /** Its name in the file. */
  readonly source: string;
  readonly certainty: Certainty;
  /** What speaks for it, in words that follow `source`. */
  readonly why: string;
}

/** What a question is about. */
export type QuestionKind =
  /** No column of the file was found for a column of the contract. */
  | "missing"
  /** Several columns of the file could be meant. */
  | "several"
  /** Files that are not written, or not of the columns, as most. */
  | "files_differ"
  /** Two columns of the file have the same name. */
  | "same_name"
  /** Some or all values of a column cannot be read. */
  | "unreadable"
  /** Dates that can be read with the day or the month first. */
  | "date_order"
  /** Numbers whose mark may part thousands or decimals. */
  | "number_marks"
  /** Numbers that stand for the sexes. */
  | "numeric_codes"
  /** Codes that the dictionary does not hold. */
  | "unknown_codes"
  /** Months or amounts that are not as they should be if the suggestion is right. */
  | "odd_values"
  /** Years without their century. */
  | "two_digit_years"
  /** Texts of the last month that mean that there is none. */
  | "open_end"
  /** Moments whose day depends on a time zone. */
  | "time_zone"
  /** Cells that go over several lines. */
  | "line_breaks"
  /** Cells of the last month that hold nothing. */
  | "blank_end"
  /** Numbers that name a person. */
  | "personal_number";

/** What only the person who knows the file can say. */
export interface MappingQuestion {
  readonly kind: QuestionKind;
  /** Column of the contract; none for a question about the file. */
  readonly column?: ContractColumn;
  readonly text: string;
  /** Values it is about, with how often they stand in the sample. */
  readonly values?: readonly CountedValue[];
}

/** A mapping drawn from a sample, with its reasons and open questions. */
export interface MappingSuggestion {
  /** What could be found; whole if every column of the contract was. */
  readonly mapping: DraftMapping;
  /** The columns that were found, in the order of the contract. */
  readonly found: readonly ColumnSuggestion[];
  readonly questions: readonly MappingQuestion[];
  /** Language of what is found and asked. */
  readonly language: Language;
  /** Earliest and latest last month in the sample; `null` if none could be read. */
  readonly lastMonths: readonly [earliest: Month, latest: Month] | null;
  /** Columns of the file that the mapping does not use. */
  readonly unused: readonly string[];
}

/** Columns without which a mapping is none. */
const REQUIRED_COLUMNS = STANDARD_COLUMNS.filter((column) => column !== "weight");

/**
 * The columns of the contract that a draft has no source for.
 *
 * @param mapping The draft.
 * @returns Their names; a draft without any is a whole mapping.
 *
 * @example
 * ```ts
 * import { missingColumns, STANDARD_MAPPING } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const { sex: _, ...columns } = STANDARD_MAPPING.columns;
 * assertEquals(missingColumns({ ...STANDARD_MAPPING, columns }), ["sex"]);
 * ```
 */
export function missingColumns(mapping: DraftMapping): StandardColumn[] {
  return REQUIRED_COLUMNS.filter((column) => mapping.columns[column] === undefined);
}

/** Whether a draft has a source for every column of the contract except the weight. */
export function isWholeMapping(mapping: DraftMapping): mapping is ColumnMapping {
  return missingColumns(mapping).length === 0;
}
