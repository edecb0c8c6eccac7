import type { ColumnChoice } from "./choose_by_name.ts";
import { orderedShare } from "./choose_by_values.ts";
import type { LastMonthColumn, MonthColumnName } from "./column_mapping.ts";
import type { ContractColumn } from "./column_names.ts";
import type { MonthForm } from "./month_forms.ts";
import { openEndsOf } from "./open_ends.ts";
import {
  type CountedValue,
  type MonthFit,
  monthFitOf,
  plausibleMonth,
  type SampleColumn,
} from "./sample_column.ts";
import { sumSimple } from "simple-statistics";
import type { MappingQuestion } from "./suggestion.ts";

/** The columns of months that were chosen, with their forms. */
export interface MonthSuggestions<Name extends ContractColumn> {
  readonly columns: { readonly [Column in Name]?: LastMonthColumn };
  readonly questions: readonly MappingQuestion[];
}

/** A choice for a column of months with the form that fits it best. */
interface FittedChoice extends ColumnChoice {
  readonly column: ContractColumn;
  readonly monthFit: MonthFit | undefined;
}

/** Form of a column that holds nothing in the sample, if no other column has one. */
const USUAL_FORM: MonthForm = "YYYY-MM";

/** Most values that a question shows when they cannot be read. */
const SHOWN_VALUES = 5;

/**
 * The form of each column of months, and what is left open. The names are in the order in
 * which the months follow each other.
 *
 * Where the day or the month may stand first, another column of the file decides if it
 * allows only one of them, or the forms of other files do; without such a column the day
 * comes first, as in Indonesia.
 */
export function suggestMonths<Name extends ContractColumn>(
  choices: readonly ColumnChoice[],
  names: readonly Name[],
  forms: readonly MonthForm[] = [],
): MonthSuggestions<Name> {
  const fitted = names.flatMap((column) =>
    choices
      .filter((choice) => choice.column === column)
      .map((choice): FittedChoice => ({
        ...choice,
        column,
        monthFit: monthFitOf(choice.source),
      }))
  );
  const certainForms = [
    ...fitted.flatMap(({ monthFit }) =>
      monthFit?.rivals.length === 0 ? [monthFit.form] : []
    ),
    ...forms,
  ];
  const entries = fitted.map((choice) => ({
    choice,
    form: formOf(choice.monthFit, certainForms),
  }));
  const read = (column: MonthColumnName) => {
    const entry = entries.find(({ choice }) => choice.column === column);
    return entry && { source: entry.choice.source, form: entry.form };
  };
  const last = read("last_month");
  const openEnds = last === undefined ? [] : openEndsOf(last, read("start_month"));
  const active = openEnds.map(({ value }) => value);
  const isBlankActive = (choice: FittedChoice) =>
    openEnds.length === 0 && hasBlankEnds(choice);
  return {
    columns: Object.fromEntries(
      entries.map(({ choice, form }): [string, LastMonthColumn] => [
        choice.column,
        {
          column: choice.source.name,
          form,
          ...(isBlankActive(choice) ? { blank: "active" } : {}),
          ...(choice.column === "last_month" && active.length > 0 ? { active } : {}),
        },
      ]),
    ) as MonthSuggestions<Name>["columns"],
    questions: [
      ...entries.flatMap(({ choice, form }) =>
        valueQuestions(
          choice,
          form,
          certainForms,
          choice.column === "last_month" ? active : [],
        )
      ),
      ...(last === undefined || openEnds.length === 0
        ? []
        : [openEndQuestion(last.source, openEnds)]),
      ...fitted.filter(hasBlankEnds).map((choice) =>
        blankQuestion(choice, isBlankActive(choice))
      ),
      ...orderQuestions(fitted),
    ],
  };
}

/** Whether a column of last months is partly empty: where a membership has not ended. */
function hasBlankEnds({ column, source }: FittedChoice): boolean {
  return column === "last_month" && source.filled > 0 &&
    emptyCells(source) > 0;
}

/** Cells that hold nothing at all, not even a far date. */
function emptyCells({ cells, filled, farDates }: SampleColumn): number {
  return cells.length - filled - sumSimple(farDates.map(({ count }) => count));
}

function blankQuestion(
  { column, source }: FittedChoice,
  isTaken: boolean,
): MappingQuestion {
  const empty = `"${source.name}" is empty in ${emptyCells(source)} of ` +
    `${source.cells.length} rows`;
  return {
    kind: "blank_end",
    column,
    text: isTaken
      ? `${empty}, which was taken for "still active"; if it means anything else, ` +
        "remove blank"
      : `${empty}, while other cells say "still active": what does it mean? If the same, ` +
        'add blank = "active"',
  };
}

function openEndQuestion(
  { name }: SampleColumn,
  values: readonly CountedValue[],
): MappingQuestion {
  return {
    kind: "open_end",
    column: "last_month",
    text:
      `Some texts of "${name}" were taken for "still active"; if they mean anything ` +
      "else, take them out of active",
    values: values.slice(0, SHOWN_VALUES),
  };
}

function formOf(
  fit: MonthFit | undefined,
  certainForms: readonly MonthForm[],
): MonthForm {
  if (fit === undefined) return certainForms[0] ?? USUAL_FORM;
  const candidates = [fit.form, ...fit.rivals];
  return certainForms.find((form) => candidates.includes(form)) ?? fit.form;
}

function valueQuestions(
  { column, source, monthFit }: FittedChoice,
  form: MonthForm,
  certainForms: readonly MonthForm[],
  active: readonly string[],
): MappingQuestion[] {
  if (monthFit === undefined) {
    return [{
      kind: "unreadable",
      column,
      text: `"${source.name}" holds nothing in the sample: is its form ${form}?`,
    }];
  }
  const questions: MappingQuestion[] = [];
  if (monthFit.rivals.length > 0 && !certainForms.includes(form)) {
    const forms = [monthFit.form, ...monthFit.rivals].join(" and ");
    questions.push({
      kind: "date_order",
      column,
      text: `The dates of "${source.name}" can be read as ${forms}: which is meant?`,
      values: source.values.slice(0, SHOWN_VALUES),
    });
  }
  const unread = source.values.filter(({ value }) =>
    plausibleMonth(form, value) === undefined && !active.includes(value)
  );
  if (unread.length > 0) {
    questions.push({
      kind: "unreadable",
      column,
      text: `Some values of "${source.name}" are no ${form} from 1900 to 2100; ` +
        "if they mean that there is none, add them to empty_marks",
      values: unread.slice(0, SHOWN_VALUES),
    });
  }
  return questions;
}

/** Pairs of columns whose months stand in the wrong order in most rows. */
function orderQuestions(fitted: readonly FittedChoice[]): MappingQuestion[] {
  return fitted.slice(1).flatMap((later, i): MappingQuestion[] => {
    const earlier = fitted[i]!;
    if (orderedShare(earlier.source, later.source, 0) >= 0.5) return [];
    return [{
      kind: "odd_values",
      column: later.column,
      text: `In most rows "${later.source.name}" lies before ` +
        `"${earlier.source.name}": is it ${later.column}?`,
    }];
  });
}
