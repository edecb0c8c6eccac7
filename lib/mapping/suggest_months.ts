import type { Words } from "@jkp/language";
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
  words: Words["mapping"]["question"],
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
          words,
        )
      ),
      ...(last === undefined || openEnds.length === 0
        ? []
        : [openEndQuestion(last.source, openEnds, words)]),
      ...fitted.filter(hasBlankEnds).map((choice) =>
        blankQuestion(choice, isBlankActive(choice), words)
      ),
      ...orderQuestions(fitted, words),
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
  words: Words["mapping"]["question"],
): MappingQuestion {
  const ask = isTaken ? words.blankTaken : words.blankAsked;
  return {
    kind: "blank_end",
    column,
    text: ask(source.name, emptyCells(source), source.cells.length),
  };
}

function openEndQuestion(
  { name }: SampleColumn,
  values: readonly CountedValue[],
  words: Words["mapping"]["question"],
): MappingQuestion {
  return {
    kind: "open_end",
    column: "last_month",
    text: words.openEnd(name),
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
  words: Words["mapping"]["question"],
): MappingQuestion[] {
  if (monthFit === undefined) {
    return [{
      kind: "unreadable",
      column,
      text: words.formOfNothing(source.name, form),
    }];
  }
  const questions: MappingQuestion[] = [];
  if (monthFit.rivals.length > 0 && !certainForms.includes(form)) {
    questions.push({
      kind: "date_order",
      column,
      text: words.dateOrder(source.name, [monthFit.form, ...monthFit.rivals]),
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
      text: words.noForm(source.name, form),
      values: unread.slice(0, SHOWN_VALUES),
    });
  }
  return questions;
}

/** Pairs of columns whose months stand in the wrong order in most rows. */
function orderQuestions(
  fitted: readonly FittedChoice[],
  words: Words["mapping"]["question"],
): MappingQuestion[] {
  return fitted.slice(1).flatMap((later, i): MappingQuestion[] => {
    const earlier = fitted[i]!;
    if (orderedShare(earlier.source, later.source, 0) >= 0.5) return [];
    return [{
      kind: "odd_values",
      column: later.column,
      text: words.order(later.source.name, earlier.source.name, later.column),
    }];
  });
}
