import { parseToml } from "@jkp/files";
import type {
  CodedColumn,
  ColumnMapping,
  Constant,
  SourceCodes,
} from "./column_mapping.ts";
import { MappingFile } from "./mapping_schema.ts";

/**
 * Reads the text of a mapping file.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The mapping.
 * @throws {DataError} With every problem, by key path: a column of the contract that is
 * missing, an unknown key, date form or code, a column of the file named twice.
 *
 * @example A date form that is not known
 * ```ts
 * import { parseMapping } from "@jkp/mapping";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const toml = "[columns.birth_month]\ncolumn = 'lahir'\nform = 'YY'";
 * assertThrows(
 *   () => parseMapping("mapping.toml", toml),
 *   DataError,
 *   'mapping.toml: columns.birth_month.form: expected one of "YYYY-MM"',
 * );
 * ```
 */
export function parseMapping(file: string, toml: string): ColumnMapping {
  const { format, columns, carried } = parseToml(file, toml, MappingFile);
  const { last_month: last, claim_month: claim } = columns;
  const { monthly_wage_idr: wage, weight } = columns;
  return {
    format: {
      delimiter: format.delimiter,
      decimalMark: format.decimal_mark,
      thousandsSeparator: format.thousands_separator,
      encoding: format.encoding,
      ...(format.sheet === undefined ? {} : { sheet: format.sheet }),
      ...(format.header_row === undefined ? {} : { headerRow: format.header_row }),
      ...(format.two_digit_years_from === undefined
        ? {}
        : { twoDigitYearsFrom: format.two_digit_years_from }),
      emptyMarks: format.empty_marks,
    },
    columns: {
      member_id: columns.member_id,
      sex: codedColumn(columns.sex),
      birth_month: columns.birth_month,
      start_month: columns.start_month,
      last_month: {
        column: last.column,
        form: last.form,
        ...(last.blank === undefined ? {} : { blank: last.blank }),
      },
      end_reason: codedColumn(columns.end_reason),
      claim_month: claim.constant === undefined
        ? { column: claim.column!, form: claim.form! }
        : { constant: claim.constant },
      monthly_wage_idr: { column: wage.column, unitIdr: wage.unit_idr },
      ...(weight === undefined ? {} : {
        weight: weight.constant === undefined
          ? { column: weight.column! }
          : { constant: weight.constant },
      }),
    },
    carried,
  };
}

/** What the schema lets through for codes: a column with codes, or a constant. */
interface CodedPart<Code extends string> {
  readonly column?: string | undefined;
  readonly codes?:
    | { readonly [Standard in Code]?: readonly string[] | undefined }
    | undefined;
  readonly constant?: Code | undefined;
}

function codedColumn<Code extends string>(
  part: CodedPart<Code>,
): CodedColumn<Code> | Constant<Code> {
  if (part.constant !== undefined) return { constant: part.constant };
  return { column: part.column!, codes: part.codes as SourceCodes<Code> };
}
