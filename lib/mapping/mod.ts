/**
 * Whose columns are these? Columns, codes, dates and marks of anybody's file to ours.
 *
 * @module
 */

export {
  END_REASON_WORDINGS,
  endReasonOf,
  NUMERIC_SEX_CODES,
  OPEN_END_MARKS,
  SEX_CODE_PAIRS,
  sexCodesOf,
} from "./codes.ts";
export {
  CARRIED_COLUMNS,
  type CodedColumn,
  codeLookup,
  type ColumnMapping,
  type Constant,
  DECIMAL_MARKS,
  DELIMITERS,
  type DraftMapping,
  ENCODINGS,
  END_REASON_CODES,
  type EndReasonCode,
  isConstant,
  isEmptyCell,
  type MappedColumns,
  type MappingFormat,
  matchedText,
  MONTH_COLUMNS,
  type MonthColumn,
  type MonthColumnName,
  type SourceCodes,
  type SourceColumn,
  STANDARD_COLUMNS,
  type StandardColumn,
  THOUSANDS_SEPARATORS,
  WAGE_UNITS_IDR,
  type WageColumn,
} from "./column_mapping.ts";
export {
  COLUMN_NAMES,
  type ContractColumn,
  headerWords,
  matchName,
  type NameLikeness,
  type NameMatch,
} from "./column_names.ts";
export { formatMapping, type MappingPart } from "./format_mapping.ts";
export { describeQuestion, formatSuggestion } from "./format_suggestion.ts";
export { parseMapping } from "./mapping_file.ts";
export {
  MONTH_FORM_NAMES,
  MONTH_FORMS,
  MONTH_NUMBERS,
  type MonthForm,
  type MonthPattern,
  parseMonthAs,
  SERIAL_DAY_ZERO,
} from "./month_forms.ts";
export {
  CURRENCY_PATTERN,
  type NumberMarks,
  numberPattern,
  parseNumberAs,
} from "./number_format.ts";
export {
  type MappingSample,
  type SniffedFormat,
  sniffFormat,
  splitSample,
} from "./sniff_format.ts";
export { STANDARD_FORMAT, STANDARD_MAPPING } from "./standard_mapping.ts";
export { suggestMapping } from "./suggest_mapping.ts";
export {
  type Certainty,
  type ColumnSuggestion,
  isWholeMapping,
  type MappingQuestion,
  type MappingSuggestion,
  missingColumns,
  type QuestionKind,
} from "./suggestion.ts";
