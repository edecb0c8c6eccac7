import { SEXES } from "@jkp/extract";
import { isRecordedMonth, type Month } from "@jkp/month";
import { didYouMean, type Problem } from "@jkp/problem";
import {
  type CodedColumn,
  codeLookup,
  type ColumnMapping,
  type Constant,
  isConstant,
  isEmptyCell,
  type LastMonthColumn,
  matchedText,
  type MonthColumn,
  parseMonthAs,
  type SourceColumn,
} from "@jkp/mapping";
import { endReasonCode, NO_REASON } from "../spell_columns.ts";
import { MISSING, UNREADABLE } from "./decoded_rows.ts";
import type {
  ConstantReading,
  LabelReading,
  NumberReading,
  SpellReading,
} from "./spell_reading.ts";

/**
 * How the rows of a file are read under a mapping, with a problem for each column that
 * the file lacks; carried columns and the weight are optional under the standard
 * mapping's own names. Where an empty last month means "still active", it is the last of
 * the extract.
 */
export function readingOf(
  mapping: ColumnMapping,
  columns: readonly string[],
  path: string,
  lastMonthOfExtract: Month,
): { reading: SpellReading; problems: Problem[] } {
  const { format } = mapping;
  const { member_id, sex, monthly_wage_idr, weight, ...others } = mapping.columns;
  const months = (source: MonthColumn | Constant<"none">) =>
    isConstant(source)
      ? { constant: MISSING }
      : label(source, `a month as ${source.form}`, (text) => {
        const { twoDigitYearsFrom, timeZone } = format;
        const month = parseMonthAs(
          source.form,
          text,
          twoDigitYearsFrom,
          timeZone,
        );
        return month !== undefined && isRecordedMonth(month) ? month : UNREADABLE;
      });
  const label = (
    source: SourceColumn,
    expected: string,
    parse: (text: string) => number,
  ): LabelReading => ({
    source: source.column,
    expected,
    parse: (text) => isEmptyCell(text, format) ? MISSING : parse(text),
  });
  const codes = <Code extends string>(
    source: CodedColumn<Code> | Constant<Code>,
    codeOf: (standard: Code) => number,
  ) => {
    if (isConstant(source)) return { constant: codeOf(source.constant) };
    const lookup = codeLookup(source.codes);
    const expected = `one of ${Object.values(source.codes).flat().join(", ")}`;
    return label(source, expected, (text) => {
      const standard = lookup.get(matchedText(text));
      return standard === undefined ? UNREADABLE : codeOf(standard);
    });
  };
  const number = (source: SourceColumn, factor: number): NumberReading => ({
    source: source.column,
    marks: format,
    factor,
  });
  const hasColumn = (name: string) => columns.includes(name);
  const carried = Object.entries(mapping.carried).filter(([name, source]) =>
    hasColumn(source) || name !== source
  );
  const weightSource = weight !== undefined && !isConstant(weight) &&
      (hasColumn(weight.column) || weight.column !== "weight")
    ? weight
    : undefined;
  const reading: SpellReading = {
    memberId: member_id.column,
    labels: {
      sex: codes(sex, (standard) => SEXES.indexOf(standard)),
      birth_month: months(others.birth_month),
      start_month: months(others.start_month),
      last_month: {
        ...withActive(
          months(others.last_month),
          others.last_month,
          lastMonthOfExtract,
        ),
        ...(others.last_month.blank === "active" ? { blank: lastMonthOfExtract } : {}),
      },
      end_reason: codes(
        others.end_reason,
        (standard) => standard === "none" ? NO_REASON : endReasonCode(standard),
      ),
      claim_month: months(others.claim_month),
    },
    monthlyWageIdr: number(monthly_wage_idr, monthly_wage_idr.unitIdr),
    weight: weightSource === undefined
      ? { constant: weight !== undefined && isConstant(weight) ? weight.constant : 1 }
      : number(weightSource, 1),
    carried: Object.fromEntries(carried),
  };
  const problems = sourcesOf(reading).filter((source) => !hasColumn(source))
    .map((source): Problem => ({
      file: path,
      place: "header",
      expected: `a column "${source}"${didYouMean(source, columns)}`,
      received: columns.join(", "),
    }));
  return { reading, problems };
}

/** A reading of last months in which some texts mean the last month of the extract. */
function withActive<Reading extends LabelReading | ConstantReading>(
  reading: Reading,
  { active = [] }: LastMonthColumn,
  lastMonthOfExtract: Month,
): Reading {
  if ("constant" in reading || active.length === 0) return reading;
  const texts = new Set(active.map(matchedText));
  return {
    ...reading,
    parse: (text: string) =>
      texts.has(matchedText(text)) ? lastMonthOfExtract : reading.parse(text),
  };
}

/** Names of the columns that a reading needs from the file, each once. */
export function sourcesOf(reading: SpellReading): string[] {
  const { memberId, labels, monthlyWageIdr, weight, carried } = reading;
  const sources = [...Object.values(labels), monthlyWageIdr, weight]
    .flatMap((column) => "source" in column ? [column.source] : []);
  return [...new Set([memberId, ...sources, ...Object.values(carried)])];
}
