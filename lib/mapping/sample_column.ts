import type { Language } from "@jkp/language";
import { type Month, monthOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { endReasonOf, isFarDate, sexCodesOf } from "./codes.ts";
import {
  codeLookup,
  isEmptyCell,
  type MappingFormat,
  matchedText,
} from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import { MONTH_FORM_NAMES, type MonthForm, parseMonthAs } from "./month_forms.ts";
import { parseNumberAs } from "./number_format.ts";
import type { MappingSample } from "./sniff_format.ts";

/** A value of a column and how often it stands there. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** A column of a sample. */
export interface SampleColumn {
  readonly name: string;
  /** Its cells row by row, trimmed; `undefined` where they hold nothing. */
  readonly cells: readonly (string | undefined)[];
  /** Its different values, the most frequent first. */
  readonly values: readonly CountedValue[];
  /** Dates so far ahead that they stand for none; they are not among the values. */
  readonly farDates: readonly CountedValue[];
  /** How many cells hold something. */
  readonly filled: number;
}

/** Months out of this range are no dates of a membership, though written as such. */
const FIRST_MONTH = monthOf(1900, 1);
const LAST_MONTH = monthOf(2100, 12);

/** Values of some columns of all rows, by the column's name, where a sample does not do. */
export type SeenValues = ReadonlyMap<string, readonly CountedValue[]>;

/** What is known of a file beside its sample. */
export interface KnownOfFile {
  /**
   * Language of what is found and asked.
   * @default {"en"}
   */
  readonly language?: Language;
  /** Values that were counted over all rows. */
  readonly seen?: SeenValues;
  /** Forms of months of other files of the same folder, which decide where two fit. */
  readonly forms?: readonly MonthForm[];
}

/**
 * The columns of a sample in order, without those that have no name; names may repeat.
 * Values that were counted over all rows stand in place of the sample's.
 */
export function sampleColumns(
  sample: MappingSample,
  format: Pick<MappingFormat, "emptyMarks">,
  seen: SeenValues = new Map(),
): SampleColumn[] {
  return sample.columns.flatMap((header, index): SampleColumn[] => {
    if (header.trim() === "") return [];
    const far = new Map<string, number>();
    const cells = sample.rows.map((row) => {
      const cell = (row[index] ?? "").trim();
      if (isFarDate(cell)) far.set(cell, (far.get(cell) ?? 0) + 1);
      return isEmptyCell(cell, format) || far.has(cell) ? undefined : cell;
    });
    const farDates = [...far].map(([value, count]) => ({ value, count }));
    const counts = new Map<string, number>();
    for (const cell of cells) {
      if (cell !== undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    const isFilled = ({ value }: CountedValue) =>
      !isEmptyCell(value, format) && !isFarDate(value);
    const all = seen.get(header)?.filter(isFilled) ??
      [...counts].map(([value, count]) => ({ value, count }));
    const values = all.toSorted((a, b) => b.count - a.count);
    return [{ name: header, cells, values, farDates, filled: cellsIn(values) }];
  });
}

/** How many cells hold the values. */
function cellsIn(values: readonly CountedValue[]): number {
  return sumSimple(values.map(({ count }) => count));
}

/**
 * Share of a column's filled cells whose value has a property; 0 if no cell is filled.
 */
export function shareOf(column: SampleColumn, has: (value: string) => boolean): number {
  if (column.filled === 0) return 0;
  return cellsIn(column.values.filter(({ value }) => has(value))) / column.filled;
}

/** How well a form of months fits a column. */
export interface MonthFit {
  readonly form: MonthForm;
  /** Share of the filled cells that read as months from 1900 to 2100. */
  readonly share: number;
  /** Other forms that fit as well. */
  readonly rivals: readonly MonthForm[];
}

/** The form of months that reads the most cells of a column, the first if several do. */
export function monthFitOf(column: SampleColumn): MonthFit | undefined {
  const fits = MONTH_FORM_NAMES.map((form) => ({
    form,
    share: shareOf(column, (value) => plausibleMonth(form, value) !== undefined),
  }));
  const share = Math.max(...fits.map((fit) => fit.share));
  if (share === 0) return undefined;
  const [best, ...rivals] = fits.filter((fit) => fit.share === share);
  return { form: best!.form, share, rivals: rivals.map(({ form }) => form) };
}

/** A text read as a month of a membership: from 1900 to 2100. */
export function plausibleMonth(form: MonthForm, text: string): Month | undefined {
  const month = parseMonthAs(form, text);
  const isPlausible = month !== undefined && month >= FIRST_MONTH && month <= LAST_MONTH;
  return isPlausible ? month : undefined;
}

/** More different values than this are no list of codes. */
const MOST_CODES = 60;

/**
 * Share of a column's filled cells that can be read as a column of the contract. Unknown
 * codes count as readable if there are few of them.
 */
export function valueFit(
  sample: SampleColumn,
  column: ContractColumn,
  format: MappingFormat,
): number | undefined {
  if (sample.filled === 0) return undefined;
  const isCodeList = sample.values.length <= MOST_CODES ? 0.5 : 0;
  switch (column) {
    case "birth_month":
    case "start_month":
    case "last_month":
    case "claim_month":
    case "contribution_month":
    case "contribution_to_month":
    case "paid_on":
    case "benefit_month":
    case "first_benefit_month":
    case "outcome_month":
      return monthFitOf(sample)?.share ?? 0;
    case "monthly_wage_idr":
    case "amount_idr":
    case "months_paid":
    case "weight":
      return shareOf(sample, (value) => parseNumberAs(format, value) !== undefined);
    case "sex":
      return Math.max(isCodeList, knownSexShare(sample, true));
    case "end_reason":
      return Math.max(isCodeList, knownReasonShare(sample));
    case "outcome":
      return isCodeList;
    default:
      return 1;
  }
}

/** Share of a column's cells whose code for the sex is known. */
export function knownSexShare(column: SampleColumn, isNamedSex: boolean): number {
  const values = column.values.map(({ value }) => value);
  const lookup = codeLookup(sexCodesOf(values, isNamedSex));
  return shareOf(column, (value) => lookup.has(matchedText(value)));
}

/** Share of a column's cells whose reason of a claim is known. */
export function knownReasonShare(column: SampleColumn): number {
  return shareOf(column, (value) => endReasonOf(value) !== undefined);
}
