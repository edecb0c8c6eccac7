import { capitalized, keyInWords } from "@jkp/exhibit";
import { type Language, type Titled, titleIn, type Words } from "@jkp/language";
import {
  breakEvenRate,
  fundAtTrialRates,
  fundTerms,
  isRunningScheme,
  isTrialRatePaid,
  type SchemeValuation,
} from "@jkp/valuation";
import type { ExplorerValuation } from "../explorer_data.ts";
import { type ColumnValuation, isOfValues, type valueAtEnds } from "../value_view.ts";
import type { View, ViewColumn } from "../view.ts";
import { rememberingOf } from "./remember.ts";
import type { ShownRange } from "./use_ranges.ts";

/** How columns are called. */
export const LETTERS = ["A", "B", "C", "D"] as const;

/** A column with what it comes to. */
export interface ShownColumn {
  /** Its place, by which it has its colour and its dash. */
  readonly place: number;
  readonly letter: string;
  readonly column: ViewColumn;
  readonly designTitle: string;
  /** Language of that title. */
  readonly designLanguage: Language;
  readonly scenarioTitle: string;
  /** `null` if it cannot be valued. */
  readonly value: ColumnValuation | null;
  /** Why it cannot be valued; `null` if it can. */
  readonly refused: string | null;
}

/** A view with what it comes to, as the parts of a page show it. */
export interface ShownView {
  readonly valuation: ExplorerValuation;
  readonly view: View;
  readonly columns: readonly ShownColumn[];
  /** Place of the column that is being changed. */
  readonly active: number;
  /** How sure each column is; `null` where that is not known yet. */
  readonly ranges: readonly (ShownRange | null)[];
  readonly words: Words;
}

/** Values the columns of a view. */
export function shownColumns(
  valuation: ExplorerValuation,
  { columns, trialRate }: View,
  value: typeof valueAtEnds,
  words: Words,
): readonly ShownColumn[] {
  return columns.map((column, place) => {
    const design = valuation.schemes.find(({ name }) => name === column.design)!;
    const shown = {
      place,
      letter: LETTERS[place]!,
      column,
      designTitle: titleIn(design, words.language),
      designLanguage: languageOfTitle(design, words.language),
      scenarioTitle: scenarioTitle(valuation, column.role, words),
    };
    try {
      return { ...shown, value: value(valuation, column, trialRate), refused: null };
    } catch (error) {
      if (!isOfValues(error)) throw error;
      return { ...shown, value: null, refused: error.message };
    }
  });
}

/** The language of a title that is shown: English where there is no other. */
export function languageOfTitle({ titleId }: Titled, language: Language): Language {
  return language === "id" && (titleId ?? null) !== null ? "id" : "en";
}

/** What the scenario of a role is called. */
export function scenarioTitle(
  { roles, scenarios }: ExplorerValuation,
  role: string,
  { language }: Pick<Words, "language">,
): string {
  const scenario = scenarios[roles.indexOf(role)]?.scenario;
  return scenario === undefined
    ? capitalized(keyInWords(role))
    : titleIn(scenario, language);
}

/** Whether the rate at which the fund is tried is the one that a running scheme is paid. */
export function isPaid(
  { file: { terms } }: ExplorerValuation,
  { trialRate }: View,
  { ownRate }: Pick<SchemeValuation, "ownRate">,
): boolean {
  return trialRate === null && isTrialRatePaid({ terms, ownRate });
}

/** Whether a valuation is of a scheme with a fund: `value` then says its cost first. */
export function isRunning({ file }: ExplorerValuation): boolean {
  return isRunningScheme(file.terms);
}

/**
 * Whether the involuntary share is a recognition: where a scheme runs and terminations are
 * stated as layoffs of another register, of which it recognizes a part.
 */
export function isRecognition(valuation: ExplorerValuation): boolean {
  return isRunning(valuation) && statesTerminations(valuation);
}

/** Whether terminations are stated in the valuation file, and not taken from the extract. */
export function statesTerminations({ file }: ExplorerValuation): boolean {
  return file.content.experience?.termination_pct_per_month !== undefined;
}

/** The rate that answers first, as `value` prints it. */
export function headlineOf(
  valuation: ExplorerValuation,
  { suggestedRate, valuation: { years } }: SchemeValuation,
): { readonly rate: number; readonly decimals: number } {
  return isRunning(valuation)
    ? { rate: years[0]!.paygCostRate, decimals: 3 }
    : { rate: suggestedRate, decimals: 2 };
}

/** Level rates that end with nothing, whatever is on the way, without and with the fund. */
export const breakEvenRates = rememberingOf((
  { valuation: { years, assumptions } }: SchemeValuation,
): { readonly alone: number; readonly withFund: number } => {
  const terms = fundTerms(assumptions);
  return {
    alone: breakEvenRate(years, { ...terms, openingIdr: 0 }),
    withFund: breakEvenRate(years, terms),
  };
});

/** The fund by year at the trial rate. */
export const fundAtTrial = rememberingOf(({ valuation }: SchemeValuation) =>
  fundAtTrialRates(valuation)
);
