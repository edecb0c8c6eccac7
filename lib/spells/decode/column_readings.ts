import { type EndReason, type Sex, SEXES } from "@jkp/extract";
import {
  type CodedColumn,
  codeLookup,
  type Constant,
  isConstant,
  isEmptyCell,
  type LastMonthColumn,
  type MappingFormat,
  matchedText,
  type MonthColumn,
  parseMonthAs,
  type SourceColumn,
} from "@jkp/mapping";
import { isRecordedMonth, type Month } from "@jkp/month";
import { endReasonCode, NO_REASON } from "../spell_columns.ts";
import type { Wanted } from "../source/wanted.ts";
import { MISSING, UNREADABLE } from "./decoded_rows.ts";
import type { ConstantReading, LabelReading, NumberReading } from "./spell_reading.ts";

/** How columns of a file that is written in one way are read. */
export interface ColumnReadings {
  /** A column of months; `MISSING` in every row where there is none. */
  months(source: MonthColumn): LabelReading;
  months(source: MonthColumn | Constant<"none">): LabelReading | ConstantReading;
  /** A column of last months; what says "still active" is the last of the extract. */
  lastMonths(source: LastMonthColumn, lastMonthOfExtract: Month): LabelReading;
  /** A column of codes, or one for all rows; `codeOf` numbers the standard ones. */
  codes<Code extends string>(
    source: CodedColumn<Code> | Constant<Code>,
    codeOf: (standard: Code) => number,
  ): LabelReading | ConstantReading;
  /** A column of numbers, to be multiplied with a factor. */
  number(source: SourceColumn, factor: number): NumberReading;
}

/**
 * Where weights stand: 1 for all where nothing is said of them, or where there is no column of
 * the contract's own name.
 */
export function weightSource(
  weight: SourceColumn | Constant<number> | undefined,
  has: (column: string) => boolean,
): SourceColumn | Constant<number> {
  const isLacking = weight === undefined ||
    (!isConstant(weight) && weight.column === "weight" && !has("weight"));
  return isLacking ? { constant: 1 } : weight;
}

/** How columns are read of a file that is written so. */
export function columnReadings(format: MappingFormat): ColumnReadings {
  const label = (
    source: SourceColumn,
    expected: Wanted,
    parse: (text: string) => number,
  ): LabelReading => ({
    source: source.column,
    expected,
    parse: (text) => isEmptyCell(text, format) ? MISSING : parse(text),
  });
  function months(source: MonthColumn): LabelReading;
  function months(
    source: MonthColumn | Constant<"none">,
  ): LabelReading | ConstantReading;
  function months(source: MonthColumn | Constant<"none">) {
    if (isConstant(source)) return { constant: MISSING };
    return label(source, ["month", source.form], (text) => {
      const { twoDigitYearsFrom, timeZone } = format;
      const month = parseMonthAs(source.form, text, twoDigitYearsFrom, timeZone);
      return month !== undefined && isRecordedMonth(month) ? month : UNREADABLE;
    });
  }
  return {
    months,
    lastMonths: (source, lastMonthOfExtract) => {
      const reading = months(source);
      const active = new Set(source.active?.map(matchedText));
      return {
        ...reading,
        ...(source.blank === "active" ? { blank: lastMonthOfExtract } : {}),
        parse: (text) =>
          active.has(matchedText(text)) ? lastMonthOfExtract : reading.parse(text),
      };
    },
    codes(source, codeOf) {
      if (isConstant(source)) return { constant: codeOf(source.constant) };
      const lookup = codeLookup(source.codes);
      const codes = Object.values(source.codes).flat() as string[];
      return label(source, ["oneOf", codes], (text) => {
        const standard = lookup.get(matchedText(text));
        return standard === undefined ? UNREADABLE : codeOf(standard);
      });
    },
    number: ({ column }, factor) => ({ source: column, marks: format, factor }),
  };
}

/** Code of a sex: its index. */
export function sexCode(sex: Sex): number {
  return SEXES.indexOf(sex);
}

/** Code of an end reason, or of none. */
export function reasonCode(reason: EndReason | "none"): number {
  return reason === "none" ? NO_REASON : endReasonCode(reason);
}
