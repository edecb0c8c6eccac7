import { type Words, wordsOf } from "@jkp/language";
import { chooseByName, type ColumnChoice, type NameChoices } from "./choose_by_name.ts";
import { chooseByValues } from "./choose_by_values.ts";
import { isFarDate, isZeroDate } from "./codes.ts";
import {
  CARRIED_COLUMNS,
  type DraftMapping,
  isEmptyCell,
  type MappingFormat,
  MONTH_COLUMNS,
  type MonthColumn,
  STANDARD_COLUMNS,
  type StandardColumn,
} from "./column_mapping.ts";
import { guessNumberMarks } from "./guess_number_marks.ts";
import { hasTwoDigitYears, type MonthForm, USUAL_FIRST_YEAR } from "./month_forms.ts";
import { onOneClock } from "./one_clock.ts";
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
  { seen: counted, forms, language = "en" }: KnownOfFile = {},
): MappingSuggestion {
  const { mapping: words } = wordsOf(language);
  const { sample: read, format: zoned, seen, questions: zones } = onOneClock(
    { sample, format, seen: counted },
    words,
  );
  const marked = withZeroDates(zoned, read);
  const all = sampleColumns(read, marked, seen);
  const samples = all.filter(({ name }) =>
    all.filter((other) => other.name === name).length === 1
  );
  const { choices, contenders, unreadable } = chooseColumns(samples, marked);
  const { columns, questions } = suggestColumns(choices, marked, words, forms);
  const written = withFarDates(marked, choices);
  const hasShortYears = MONTH_COLUMNS.some((name) => {
    const source = columns[name];
    return source !== undefined && "form" in source && hasTwoDigitYears(source.form);
  });
  const mapping: DraftMapping = {
    format: hasShortYears ? { ...written, twoDigitYearsFrom: USUAL_FIRST_YEAR } : written,
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
    found: choices.map((choice) => describeChoice(choice, columns, words)),
    questions: [
      ...fileQuestions(all, words),
      ...zones,
      ...(format.quotedLineBreaks ? [lineBreaksQuestion(words)] : []),
      ...(hasShortYears ? [shortYearsQuestion(words)] : []),
      ...missingQuestions(missingColumns(mapping), unreadable, words),
      ...choiceQuestions(choices, contenders, words),
      ...questions,
    ],
    language,
    lastMonths: lastMonthsOf(read, mapping),
    unused: [...new Set(all.map(({ name }) => name))].filter((name) => !used.has(name)),
  };
}

/** Asked where years have two digits. */
export function shortYearsQuestion({ question }: Words["mapping"]): MappingQuestion {
  const text = question.shortYears(USUAL_FIRST_YEAR, USUAL_FIRST_YEAR + 99);
  return { kind: "two_digit_years", text };
}

function lineBreaksQuestion({ question }: Words["mapping"]): MappingQuestion {
  return { kind: "line_breaks", text: question.lineBreaks };
}

/**
 * The range of last months in a sample, as a mapping reads them; where ends are open, up
 * to the latest start at least.
 */
function lastMonthsOf(
  { columns, rows }: MappingSample,
  { columns: { last_month: last, start_month: start }, format }: DraftMapping,
): MappingSuggestion["lastMonths"] {
  if (last === undefined) return null;
  const { active = [] } = last;
  const monthsOf = ({ column, form }: MonthColumn) => {
    const at = columns.indexOf(column);
    return rows.map((row) => (row[at] ?? "").trim())
      .filter((cell) => !isEmptyCell(cell, format) && !active.includes(cell))
      .flatMap((cell) => plausibleMonth(form, cell) ?? []);
  };
  const months = monthsOf(last);
  if (months.length === 0) return null;
  const isOpen = active.length > 0 || last.blank !== undefined;
  const starts = isOpen && start !== undefined ? monthsOf(start) : [];
  return [
    months.reduce((least, month) => Math.min(least, month)),
    [...months, ...starts].reduce((most, month) => Math.max(most, month)),
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
  { question: words }: Words["mapping"],
  forms?: readonly MonthForm[],
) {
  const chosen = (column: StandardColumn) =>
    choices.find((choice) => choice.column === column);
  const member = chosen("member_id");
  const sex = chosen("sex");
  const reason = chosen("end_reason");
  const wage = chosen("monthly_wage_idr");
  const weight = chosen("weight");
  const months = suggestMonths(choices, MONTH_COLUMNS, words, forms);
  const sexes = sex && suggestSexCodes(sex, words);
  const reasons = reason && suggestReasonCodes(reason, words);
  const wages = wage && suggestWage(wage, format, words);
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

/** The format with those dates as empty marks that stand for none in a sample. */
export function withOpenEndMarks(
  format: MappingFormat,
  sample: MappingSample,
): MappingFormat {
  const cells = sample.rows.flat().map((cell) => cell.trim());
  return withMarks(format, cells.filter((cell) => isZeroDate(cell) || isFarDate(cell)));
}

/** The format with those dates of zeros as empty marks that stand in the sample. */
function withZeroDates(format: MappingFormat, { rows }: MappingSample): MappingFormat {
  return withMarks(format, rows.flat().map((cell) => cell.trim()).filter(isZeroDate));
}

/** The same with far dates of all chosen columns but the last month, where they are ends. */
function withFarDates(
  format: MappingFormat,
  choices: readonly ColumnChoice[],
): MappingFormat {
  const others = choices.filter(({ column }) => column !== "last_month");
  return withMarks(
    format,
    others.flatMap(({ source }) => source.farDates.map(({ value }) => value)),
  );
}

function withMarks(format: MappingFormat, texts: readonly string[]): MappingFormat {
  const marks = [...new Set(texts)].filter((mark) => !isEmptyCell(mark, format));
  if (marks.length === 0) return format;
  return { ...format, emptyMarks: [...format.emptyMarks, ...marks] };
}
