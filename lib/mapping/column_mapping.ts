import { END_REASONS, type EndReason, type Sex } from "@jkp/extract";
import type { MonthForm } from "./month_forms.ts";

/** Characters that may stand between cells. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Marks that may stand before decimals. */
export const DECIMAL_MARKS = [".", ","] as const;

/** Marks that may stand between thousands; the empty text: none. */
export const THOUSANDS_SEPARATORS = ["", ".", ",", " "] as const;

/** Encodings of text files. */
export const ENCODINGS = ["utf-8", "windows-1252"] as const;

/** Rupiah that a unit of a wage column may stand for. */
export const WAGE_UNITS_IDR = [1, 1_000, 1_000_000] as const;

/** What may stand for the end of a spell: a reason, or `none` if no claim closed it. */
export const END_REASON_CODES = [...END_REASONS, "none"] as const;

/** A reason of a claim, or `none` where no claim closed the spell. */
export type EndReasonCode = EndReason | "none";

/** How a file of spells is written. */
export interface MappingFormat {
  /** Character between the cells of a text file. */
  readonly delimiter: typeof DELIMITERS[number];
  readonly decimalMark: typeof DECIMAL_MARKS[number];
  /** Mark between thousands; never the decimal mark. */
  readonly thousandsSeparator: typeof THOUSANDS_SEPARATORS[number];
  /** Encoding of a text file. */
  readonly encoding: typeof ENCODINGS[number];
  /** Worksheet of a workbook; its first if not given. */
  readonly sheet?: string;
  /**
   * Row in which the names of the columns stand: titles may stand above.
   * @default {1}
   */
  readonly headerRow?: number;
  /** Year from which a year of two digits counts: 1930 means 1930 to 2029. */
  readonly twoDigitYearsFrom?: number;
  /** Zone whose clock says on which day a moment was that names its distance from UTC. */
  readonly timeZone?: string;
  /**
   * Whether a line break inside quotation marks is a part of its cell, as a space.
   * @default {false}
   */
  readonly quotedLineBreaks?: boolean;
  /**
   * Cells that hold nothing, besides the empty cell; matched trimmed, in small or capital
   * letters.
   */
  readonly emptyMarks: readonly string[];
}

/** A column of the file. */
export interface SourceColumn {
  /** Its name in the file. */
  readonly column: string;
}

/** A column of months. */
export interface MonthColumn extends SourceColumn {
  readonly form: MonthForm;
}

/** What a file writes for each standard code. */
export type SourceCodes<Code extends string> = {
  readonly [Standard in Code]?: readonly string[];
};

/** A column of last months, which an empty cell may be told for. */
export interface LastMonthColumn extends MonthColumn {
  /** What an empty cell means: still active, to the last month of the extract. */
  readonly blank?: "active";
  /** Texts that mean still active; matched trimmed, in small or capital letters. */
  readonly active?: readonly string[];
}

/** A column of codes. */
export interface CodedColumn<Code extends string> extends SourceColumn {
  /** The file's codes; matched trimmed, in small or capital letters. */
  readonly codes: SourceCodes<Code>;
}

/** A column of wages. */
export interface WageColumn extends SourceColumn {
  /** Rupiah that a unit of the column stands for. */
  readonly unitIdr: typeof WAGE_UNITS_IDR[number];
}

/** One value for every row, where the file has no such column. */
export interface Constant<Value> {
  readonly constant: Value;
}

/** Where each column of the member-level extract comes from. */
export interface MappedColumns {
  readonly member_id: SourceColumn;
  readonly sex: CodedColumn<Sex> | Constant<Sex>;
  readonly birth_month: MonthColumn;
  readonly start_month: MonthColumn;
  readonly last_month: LastMonthColumn;
  readonly end_reason: CodedColumn<EndReasonCode> | Constant<EndReasonCode>;
  /** `none` where the file knows no month of the claim. */
  readonly claim_month: MonthColumn | Constant<"none">;
  readonly monthly_wage_idr: WageColumn;
  /** Every row stands for one member if not given. */
  readonly weight?: SourceColumn | Constant<number>;
}

/** A column of the member-level extract that the project computes with. */
export type StandardColumn = keyof MappedColumns;

/** The columns of the member-level extract, in order. */
export const STANDARD_COLUMNS = [
  "member_id",
  "sex",
  "birth_month",
  "start_month",
  "last_month",
  "end_reason",
  "claim_month",
  "monthly_wage_idr",
  "weight",
] as const satisfies readonly StandardColumn[];

/** The columns that hold months. */
export const MONTH_COLUMNS = [
  "birth_month",
  "start_month",
  "last_month",
  "claim_month",
] as const satisfies readonly StandardColumn[];

/** A column that holds months. */
export type MonthColumnName = typeof MONTH_COLUMNS[number];

/** The columns that the contract names for grouping; a mapping may name others. */
export const CARRIED_COLUMNS = [
  "sector",
  "enterprise_size",
  "contract",
  "province",
] as const;

/** How a file's columns become the member-level extract. */
export interface ColumnMapping {
  readonly format: MappingFormat;
  readonly columns: MappedColumns;
  /** Columns to group by: name in the extract, name in the file. */
  readonly carried: Readonly<Record<string, string>>;
}

/** A mapping on the way: what could not be found is not there yet. */
export interface DraftMapping extends Omit<ColumnMapping, "columns"> {
  readonly columns: Partial<MappedColumns>;
}

/**
 * Whether a value is given for every row instead of a column.
 *
 * @param source A part of a mapping.
 * @returns Whether it is a constant.
 *
 * @example A weight of 1 for all, and a column of weights
 * ```ts
 * import { isConstant } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(isConstant({ constant: 1 }), true);
 * assertEquals(isConstant({ column: "bobot" }), false);
 * ```
 */
export function isConstant<Value>(
  source: SourceColumn | Constant<Value>,
): source is Constant<Value> {
  return "constant" in source;
}

/**
 * A text as codes and empty marks are matched: trimmed, in small letters.
 *
 * @param text A cell, or a code of a mapping.
 * @returns What is compared.
 *
 * @example
 * ```ts
 * import { matchedText } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(matchedText(" PHK "), "phk");
 * ```
 */
export function matchedText(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Whether a cell holds nothing.
 *
 * @param cell The cell.
 * @param format How the file is written.
 * @returns Whether it is blank or an empty mark.
 *
 * @example A zero is a value
 * ```ts
 * import { isEmptyCell, STANDARD_FORMAT } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const cells = ["", "  ", "null", "0"];
 * const areEmpty = cells.map((cell) => isEmptyCell(cell, STANDARD_FORMAT));
 * assertEquals(areEmpty, [true, true, true, false]);
 * ```
 */
export function isEmptyCell(
  cell: string,
  format: Pick<MappingFormat, "emptyMarks">,
): boolean {
  const text = matchedText(cell);
  return text === "" || format.emptyMarks.some((mark) => matchedText(mark) === text);
}

/**
 * The standard code of each code of a file.
 *
 * @param codes What the file writes for each standard code.
 * @returns Standard codes by {@link matchedText} of the file's codes.
 *
 * @example P for perempuan, a woman
 * ```ts
 * import { codeLookup } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const lookup = codeLookup({ M: ["L", "Laki-laki"], F: ["P"] });
 * assertEquals([lookup.get("laki-laki"), lookup.get("p")], ["M", "F"]);
 * ```
 */
export function codeLookup<Code extends string>(
  codes: SourceCodes<Code>,
): ReadonlyMap<string, Code> {
  const entries = Object.entries(codes) as [Code, readonly string[]][];
  return new Map(
    entries.flatMap(([standard, written]) =>
      written.map((code): [string, Code] => [matchedText(code), standard])
    ),
  );
}
