import { chooseByName, type ColumnChoice, type NameChoices } from "./choose_by_name.ts";
import { chooseByValues } from "./choose_by_values.ts";
import { OPEN_END_MARKS } from "./codes.ts";
import {
  CARRIED_COLUMNS,
  type DraftMapping,
  isEmptyCell,
  type MappingFormat,
  MONTH_COLUMNS,
  STANDARD_COLUMNS,
  type StandardColumn,
} from "./column_mapping.ts";
import { guessNumberMarks } from "./guess_number_marks.ts";
import { hasTwoDigitYears, type MonthForm, USUAL_FIRST_YEAR } from "./month_forms.ts";
import {
  type KnownOfFile,
  plausibleMonth,
  type SampleColumn,
  sampleColumns,
} from "./sample_column.ts";
import type { MappingSample } from "./sniff_format.ts";
import { STANDARD_FORMAT } from "./standard_mapping.ts";
import { suggestReasonCodes, suggestSexCodes } from "./suggest_codes.ts";
import { suggestMonths } from "./suggest_months.ts";
import { suggestWage } from "./suggest_wage.ts";
import {
  choiceQuestions,
  describeChoice,
  fileQuestions,
  missingQuestions,
} from "./suggestion_words.ts";
import {
  type MappingQuestion,
  type MappingSuggestion,
  missingColumns,
} from "./suggestion.ts";

/**
 * A mapping for a file, from its header and some of its rows.
 *
 * Names of columns come first, in Indonesian and English. Values decide between two columns
 * of similar names, give the forms and codes, and stand in for names that say nothing. What
 * cannot be known is asked, never guessed silently.
 *
 * @param sample Header and rows; the more rows, the more codes are seen.
 * @param format How the file is written, as {@link sniffFormat} finds it. Without it the
 * marks of numbers are found from the sample, the rest is as in the contract.
 * @param known What is known beside the sample: values counted over all rows, in place of
 * the sample's, and forms of months of other files.
 * @returns The mapping as far as it could be found, what speaks for it and what is open.
 *
 * @example A small file of BPJS Ketenagakerjaan
 * ```ts
 * import { missingColumns, suggestMapping } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const { mapping, questions } = suggestMapping({
 *   columns: ["KPJ", "JK", "TGL_LAHIR", "BLTH_AWAL", "BLTH_AKHIR", "SEBAB_KLAIM",
 *     "TGL_KLAIM", "UPAH"],
 *   rows: [
 *     ["17001", "L", "25/02/1988", "01-2015", "11-2019", "PHK", "20/12/2019", "4250000"],
 *     ["17002", "P", "03/07/1990", "09-2016", "12-2019", "", "", "5100000"],
 *   ],
 * });
 * assertEquals(mapping.columns.birth_month, { column: "TGL_LAHIR", form: "DD/MM/YYYY" });
 * assertEquals([missingColumns(mapping), questions], [[], []]);
 * ```
 */
export function suggestMapping(
  sample: MappingSample,
  format: MappingFormat = guessedFormat(sample),
  { seen, forms }: KnownOfFile = {},
): MappingSuggestion {
  const marked = withOpenEndMarks(format, sample);
  const all = sampleColumns(sample, marked, seen);
  const samples = all.filter(({ name }) =>
    all.filter((other) => other.name === name).length === 1
  );
  const { choices, contenders, unreadable } = chooseColumns(samples, marked);
  const { columns, questions } = suggestColumns(choices, marked, forms);
  const hasShortYears = MONTH_COLUMNS.some((name) => {
    const source = columns[name];
    return source !== undefined && "form" in source && hasTwoDigitYears(source.form);
  });
  const mapping: DraftMapping = {
    format: hasShortYears ? { ...marked, twoDigitYearsFrom: USUAL_FIRST_YEAR } : marked,
    columns,
    carried: Object.fromEntries(
      choices
        .filter(({ column }) => isCarried(column))
        .map(({ column, source }) => [column, source.name]),
    ),
  };
  const used = new Set(choices.map(({ source }) => source.name));
  return {
    mapping,
    found: choices.map((choice) => describeChoice(choice, columns)),
    questions: [
      ...fileQuestions(all),
      ...(hasShortYears ? [SHORT_YEARS_QUESTION] : []),
      ...missingQuestions(missingColumns(mapping), unreadable),
      ...choiceQuestions(choices, contenders),
      ...questions,
    ],
    lastMonths: lastMonthsOf(sample, mapping),
    unused: [...new Set(all.map(({ name }) => name))].filter((name) => !used.has(name)),
  };
}

/** Asked where years have two digits. */
export const SHORT_YEARS_QUESTION: MappingQuestion = {
  kind: "two_digit_years",
  text: `Years have two digits and were taken for ${USUAL_FIRST_YEAR} to ${
    USUAL_FIRST_YEAR + 99
  }: is it so?`,
};

/** The range of last months in a sample, as a mapping reads them. */
function lastMonthsOf(
  { columns, rows }: MappingSample,
  { columns: { last_month: source }, format }: DraftMapping,
): MappingSuggestion["lastMonths"] {
  if (source === undefined) return null;
  const at = columns.indexOf(source.column);
  const months = rows.map((row) => row[at] ?? "")
    .filter((cell) => !isEmptyCell(cell, format))
    .flatMap((cell) => plausibleMonth(source.form, cell) ?? []);
  if (months.length === 0) return null;
  return [
    months.reduce((least, month) => Math.min(least, month)),
    months.reduce((most, month) => Math.max(most, month)),
  ];
}

/** By name, then by values what no name was found for; in the order of the contract. */
function chooseColumns(
  samples: readonly SampleColumn[],
  format: MappingFormat,
): NameChoices {
  const byName = chooseByName(samples, format);
  const named = byName.choices;
  const left = samples.filter((each) => named.every(({ source }) => source !== each));
  const missing = STANDARD_COLUMNS.filter((each) =>
    each !== "weight" && named.every(({ column }) => column !== each)
  );
  const choices = [...named, ...chooseByValues(left, missing, named, format)];
  return { ...byName, choices: choices.sort((a, b) => orderOf(a) - orderOf(b)) };
}

function suggestColumns(
  choices: readonly ColumnChoice[],
  format: MappingFormat,
  forms?: readonly MonthForm[],
) {
  const chosen = (column: StandardColumn) =>
    choices.find((choice) => choice.column === column);
  const member = chosen("member_id");
  const sex = chosen("sex");
  const reason = chosen("end_reason");
  const wage = chosen("monthly_wage_idr");
  const weight = chosen("weight");
  const months = suggestMonths(choices, MONTH_COLUMNS, forms);
  const sexes = sex && suggestSexCodes(sex);
  const reasons = reason && suggestReasonCodes(reason);
  const wages = wage && suggestWage(wage, format);
  const columns: DraftMapping["columns"] = {
    ...(member && { member_id: { column: member.source.name } }),
    ...(sexes && { sex: sexes.source }),
    ...months.columns,
    ...(reasons && { end_reason: reasons.source }),
    ...(wages && { monthly_wage_idr: wages.source }),
    ...(weight && { weight: { column: weight.source.name } }),
  };
  const questions = [sexes, months, reasons, wages].flatMap((part) =>
    part?.questions ?? []
  );
  return { columns, questions };
}

const ORDER: readonly string[] = [...STANDARD_COLUMNS, ...CARRIED_COLUMNS];

function orderOf({ column }: ColumnChoice): number {
  return ORDER.indexOf(column);
}

function isCarried(column: string): boolean {
  return (CARRIED_COLUMNS as readonly string[]).includes(column);
}

function guessedFormat(sample: MappingSample): MappingFormat {
  const { decimalMark, thousandsSeparator } = guessNumberMarks(sample.rows.flat());
  return { ...STANDARD_FORMAT, decimalMark, thousandsSeparator };
}

/** The format with those dates as empty marks that stand for "no end" in the sample. */
export function withOpenEndMarks(
  format: MappingFormat,
  sample: MappingSample,
): MappingFormat {
  const cells = new Set(sample.rows.flat().map((cell) => cell.trim()));
  const marks = OPEN_END_MARKS.filter((mark) =>
    cells.has(mark) && !isEmptyCell(mark, format)
  );
  if (marks.length === 0) return format;
  return { ...format, emptyMarks: [...format.emptyMarks, ...marks] };
}
