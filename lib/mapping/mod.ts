/**
 * Whose columns are these? Columns, codes, dates and marks of anybody's file to ours.
 *
 * @module
 */

export {
  type CodedColumn,
  codeLookup,
  type ColumnMapping,
  type Constant,
  isConstant,
  isEmptyCell,
  type LastMonthColumn,
  type MappingFormat,
  matchedText,
  type MonthColumn,
  type SourceColumn,
} from "./column_mapping.ts";
export { differingFiles, type FileSample } from "./differing_files.ts";
export { describeQuestion, formatSuggestion } from "./format_suggestion.ts";
export { formatRegister } from "./format_register.ts";
export {
  parseJkpMapping,
  parseJoinedMapping,
  parseLedgerMapping,
  parseMapping,
} from "./mapping_file.ts";
export {
  hasTwoDigitYears,
  MONTH_FORMS,
  MONTH_NUMBERS,
  type MonthForm,
  type MonthPattern,
  parseMonthAs,
} from "./month_forms.ts";
export {
  CURRENCY_PATTERN,
  NO_SEN_PATTERN,
  type NumberMarks,
  numberPattern,
  SIGNED_CURRENCY_PATTERN,
} from "./number_format.ts";
export { QuotedBreaks } from "./quoted_breaks.ts";
export { type MappingSample, sniffFormat } from "./sniff_format.ts";
export {
  STANDARD_FORMAT,
  STANDARD_LEDGER_MAPPING,
  STANDARD_MAPPING,
  STANDARD_TABLES,
} from "./standard_mapping.ts";
export { mayBeSpells, recognizeTable } from "./recognize_table.ts";
export type { CountedValue, SeenValues } from "./sample_column.ts";
export { suggestTable, type TableSuggestion } from "./suggest_table.ts";
export { suggestMapping } from "./suggest_mapping.ts";
export {
  type ClaimColumns,
  type ClaimReason,
  type JkpColumns,
  type JoinedMapping,
  type JoinedSpellColumns,
  type LedgerMapping,
  type MemberColumns,
  PARTIAL_CLAIM,
  type PaymentColumns,
  type TableMapping,
} from "./table_mapping.ts";
export {
  type MappingQuestion,
  type MappingSuggestion,
  missingColumns,
} from "./suggestion.ts";
export type { TableKind } from "./table_names.ts";
export {
  type RegisterSuggestion,
  takenOf,
  type Undecided,
  undecidedOf,
} from "./table_questions.ts";
