import { parseToml } from "@jkp/files";
import { saidError } from "@jkp/language";
import type * as v from "valibot";
import type {
  CodedColumn,
  ColumnMapping,
  Constant,
  MappingFormat,
  MonthColumn,
  SourceCodes,
  WageColumn,
} from "./column_mapping.ts";
import {
  JkpMappingFile,
  JoinedMappingFile,
  LedgerMappingFile,
  MappingFile,
} from "./mapping_schema.ts";
import type {
  JkpColumns,
  JoinedMapping,
  LedgerMapping,
  TableMapping,
  TableMappings,
} from "./table_mapping.ts";

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
  return {
    format: formatFrom(format),
    columns: {
      member_id: columns.member_id,
      ...ofMember(columns),
      ...ofSpell(columns),
      ...ofClaim(columns),
    },
    carried,
  };
}

/**
 * Reads the text of the mapping file of spells beside which further tables stand: what
 * tables of members and claims say may lack among the columns.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The mapping, with those of the further tables that it names.
 * @throws {DataError} With every problem, by key path.
 *
 * @example Sex and birth stand in a table of members
 * ```ts
 * import { parseJoinedMapping } from "@jkp/mapping";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const toml = "[members.columns.birth_month]\ncolumn = 'lahir'\nform = 'YY'";
 * assertThrows(
 *   () => parseJoinedMapping("mapping.toml", toml),
 *   DataError,
 *   'mapping.toml: members.columns.birth_month.form: expected one of "YYYY-MM"',
 * );
 * ```
 */
export function parseJoinedMapping(file: string, toml: string): JoinedMapping {
  const { format, columns, carried, ...tables } = parseToml(
    file,
    toml,
    JoinedMappingFile,
  );
  const { sex, birth_month, end_reason, claim_month } = columns;
  const main = formatFrom(format);
  return {
    format: main,
    columns: {
      member_id: columns.member_id,
      ...(sex === undefined ? {} : { sex: codedColumn(sex) }),
      ...(birth_month === undefined ? {} : { birth_month }),
      ...ofSpell(columns),
      ...(end_reason === undefined ? {} : { end_reason: codedColumn(end_reason) }),
      ...(claim_month === undefined ? {} : { claim_month: claimMonth(claim_month) }),
    },
    carried,
    tables: tablesFrom(main, tables),
  };
}

/**
 * Reads the text of the mapping file of a ledger of payments.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns The mapping, with those of the further tables that it names.
 * @throws {DataError} With every problem, by key path.
 *
 * @example A wage whose unit is not said
 * ```ts
 * import { parseLedgerMapping } from "@jkp/mapping";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const toml = "[columns.monthly_wage_idr]\ncolumn = 'Upah'";
 * assertThrows(
 *   () => parseLedgerMapping("mapping.toml", toml),
 *   DataError,
 *   "columns.monthly_wage_idr.unit_idr: expected one of 1, 1000, 1000000, got nothing",
 * );
 * ```
 */
export function parseLedgerMapping(file: string, toml: string): LedgerMapping {
  const { format, columns, carried, ...tables } = parseToml(
    file,
    toml,
    LedgerMappingFile,
  );
  const { employer_id, contribution_to_month, paid_on, sex, birth_month } = columns;
  const main = formatFrom(format);
  return {
    format: main,
    columns: {
      member_id: columns.member_id,
      ...(employer_id === undefined ? {} : { employer_id }),
      contribution_month: columns.contribution_month,
      ...(contribution_to_month === undefined ? {} : { contribution_to_month }),
      ...(paid_on === undefined ? {} : { paid_on }),
      monthly_wage_idr: wageColumn(columns.monthly_wage_idr),
      ...(sex === undefined ? {} : { sex: codedColumn(sex) }),
      ...(birth_month === undefined ? {} : { birth_month }),
    },
    carried,
    tables: tablesFrom(main, tables),
  };
}

/**
 * Reads of the text of a mapping file what is said of a register of JKP claims, whatever
 * else stands in the folder.
 *
 * @param file Name of the file, for messages.
 * @param toml Its text.
 * @returns How the register is read.
 * @throws {DataError} With every problem of `[format]` and `[jkp]`, by key path.
 *
 * @example Neither payments nor claims
 * ```ts
 * import { parseJkpMapping } from "@jkp/mapping";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => parseJkpMapping("mapping.toml", "[jkp.columns.amount_idr]\ncolumn = 'Nominal'"),
 *   DataError,
 *   "mapping.toml: jkp.columns.amount_idr.unit_idr: expected one of 1, 1000, 1000000",
 * );
 * ```
 */
export function parseJkpMapping(file: string, toml: string): TableMapping<JkpColumns> {
  const { format, jkp } = parseToml(file, toml, JkpMappingFile);
  if (jkp === undefined) {
    throw saidError([({ extract, files }) => ({
      file,
      place: "jkp",
      expected: extract.mapping.jkpSection,
      received: files.nothing,
    })]);
  }
  return tablesFrom(formatFrom(format), { jkp }).jkp!;
}

type SpellParts = v.InferOutput<typeof MappingFile>["columns"];
type TableParts = Pick<
  v.InferOutput<typeof MappingFile>,
  "members" | "claims" | "jkp"
>;
type FormatPart = v.InferOutput<typeof MappingFile>["format"];

/** The mappings of further tables; their formats are the main one but for what they say. */
function tablesFrom(
  main: MappingFormat,
  { members, claims, jkp }: TableParts,
): TableMappings {
  const table = <Columns>(
    part: { format?: Said<FormatPart> | undefined; carried?: Record<string, string> },
    columns: Columns,
  ) => ({
    format: { ...main, ...formatFrom(part.format ?? {}) },
    columns,
    carried: part.carried ?? {},
  });
  return {
    ...(members === undefined ? {} : {
      members: table(members, {
        member_id: members.columns.member_id,
        ...ofMember(members.columns),
      }),
    }),
    ...(claims === undefined ? {} : {
      claims: table(claims, {
        member_id: claims.columns.member_id,
        claim_month: claims.columns.claim_month,
        end_reason: codedColumn(claims.columns.end_reason),
      }),
    }),
    ...(jkp === undefined ? {} : { jkp: table(jkp, jkpColumns(jkp.columns)) }),
  };
}

function jkpColumns(
  { amount_idr, outcome, ...others }: NonNullable<TableParts["jkp"]>["columns"],
): JkpColumns {
  const given = Object.entries(others).filter(([, column]) => column !== undefined);
  return {
    ...Object.fromEntries(given) as Pick<JkpColumns, "member_id">,
    amount_idr: wageColumn(amount_idr),
    outcome: codedColumn(outcome),
  };
}

/** A part of a file, or some of its keys. */
type Said<Part> = { readonly [Key in keyof Part]?: Part[Key] | undefined };

/** What is said of how a file is written. */
function formatFrom(said: FormatPart): MappingFormat;
function formatFrom(said: Said<FormatPart>): Partial<MappingFormat>;
function formatFrom(said: Said<FormatPart>): Partial<MappingFormat> {
  const all = {
    delimiter: said.delimiter,
    decimalMark: said.decimal_mark,
    thousandsSeparator: said.thousands_separator,
    encoding: said.encoding,
    sheet: said.sheet,
    headerRow: said.header_row,
    twoDigitYearsFrom: said.two_digit_years_from,
    timeZone: said.time_zone,
    quotedLineBreaks: said.quoted_line_breaks,
    emptyMarks: said.empty_marks,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function ofMember({ sex, birth_month }: Pick<SpellParts, "sex" | "birth_month">) {
  return { sex: codedColumn(sex), birth_month };
}

function ofSpell(
  { start_month, last_month: last, monthly_wage_idr: wage, weight }: Pick<
    SpellParts,
    "start_month" | "last_month" | "monthly_wage_idr" | "weight"
  >,
) {
  return {
    start_month,
    last_month: {
      column: last.column,
      form: last.form,
      ...(last.blank === undefined ? {} : { blank: last.blank }),
      ...(last.active === undefined ? {} : { active: last.active }),
    },
    monthly_wage_idr: wageColumn(wage),
    ...(weight === undefined ? {} : {
      weight: weight.constant === undefined
        ? { column: weight.column! }
        : { constant: weight.constant },
    }),
  };
}

function ofClaim(
  { end_reason, claim_month }: Pick<SpellParts, "end_reason" | "claim_month">,
) {
  return { end_reason: codedColumn(end_reason), claim_month: claimMonth(claim_month) };
}

function claimMonth(
  claim: SpellParts["claim_month"],
): MonthColumn | Constant<"none"> {
  return claim.constant === undefined
    ? { column: claim.column!, form: claim.form! }
    : { constant: claim.constant };
}

function wageColumn(wage: SpellParts["monthly_wage_idr"]): WageColumn {
  return { column: wage.column, unitIdr: wage.unit_idr };
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
