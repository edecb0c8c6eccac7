import { type Language, wordsOf } from "@jkp/language";
import { type DraftMapping, MONTH_COLUMNS } from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import { parseMonthAs } from "./month_forms.ts";
import { parseNumberAs } from "./number_format.ts";
import { type SampleColumn, sampleColumns, shareOf } from "./sample_column.ts";
import type { MappingSample } from "./sniff_format.ts";
import { suggestWage } from "./suggest_wage.ts";
import type { MappingQuestion } from "./suggestion.ts";

/** Rows of one file among several. */
export interface FileSample {
  /** Its name, as it is shown. */
  readonly name: string;
  readonly sample: MappingSample;
}

/** Share of the cells of a file that are read, below which it is written otherwise. */
const LEAST_SHARE = 0.5;

/** Most files that a question names. */
const SHOWN_FILES = 5;

/**
 * Asks about files whose months, wages or units are not written as the mapping of all of
 * them has it.
 *
 * @param files Rows of each file.
 * @param mapping The mapping that their rows together suggest.
 * @param language The language of the questions.
 * @returns A question a column, with the names of the files.
 *
 * @example One of two files writes days first
 * ```ts
 * import { differingFiles, STANDARD_FORMAT } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const file = (name: string, day: string) => ({
 *   name,
 *   sample: { columns: ["lahir"], rows: [[day]] },
 * });
 * const [question] = differingFiles(
 *   [file("2018.csv", "1988-02-25"), file("2019.csv", "25/02/1988")],
 *   {
 *     format: STANDARD_FORMAT,
 *     columns: { birth_month: { column: "lahir", form: "YYYY-MM-DD" } },
 *     carried: {},
 *   },
 * );
 * assertEquals(question!.text.slice(0, 54), '"2019.csv" writes "lahir" otherwise than as YYYY-MM-DD');
 * ```
 */
export function differingFiles(
  files: readonly FileSample[],
  { format, columns }: DraftMapping,
  language: Language = "en",
): MappingQuestion[] {
  const { firstOf, mapping: { files: words, question } } = wordsOf(language);
  const questions: MappingQuestion[] = [];
  const ask = (
    column: ContractColumn,
    source: string,
    isOther: (own: SampleColumn) => boolean,
    what: string,
  ) => {
    const names = files.flatMap(({ name, sample }) => {
      const own = sampleColumns(sample, format).find((each) => each.name === source);
      return own !== undefined && own.filled > 0 && isOther(own) ? [name] : [];
    });
    if (names.length === 0 || names.length === files.length) return;
    questions.push({
      kind: "files_differ",
      column,
      text: words.differ(
        firstOf(names.map((name) => JSON.stringify(name)), SHOWN_FILES),
        names.length === 1,
        source,
        what,
      ),
    });
  };
  for (const name of MONTH_COLUMNS) {
    const source = columns[name];
    if (source === undefined || !("form" in source)) continue;
    const active = ("active" in source ? source.active : undefined) ?? [];
    const isRead = (value: string) =>
      active.includes(value) ||
      parseMonthAs(source.form, value, undefined, format.timeZone) !== undefined;
    const isOther = (own: SampleColumn) => shareOf(own, isRead) < LEAST_SHARE;
    ask(name, source.column, isOther, words.otherForm(source.form));
  }
  const wage = columns.monthly_wage_idr;
  if (wage === undefined) return questions;
  const isNumber = (value: string) => parseNumberAs(format, value) !== undefined;
  const areNone = (own: SampleColumn) => shareOf(own, isNumber) < LEAST_SHARE;
  ask("monthly_wage_idr", wage.column, areNone, words.otherMarks);
  const areOfOtherUnit = (source: SampleColumn) => {
    const choice = { column: "monthly_wage_idr", source, fit: undefined } as const;
    const own = suggestWage(choice, format, question);
    return own.questions.length === 0 && own.source.unitIdr !== wage.unitIdr;
  };
  ask(
    "monthly_wage_idr",
    wage.column,
    areOfOtherUnit,
    words.otherUnit(wage.unitIdr),
  );
  return questions;
}
