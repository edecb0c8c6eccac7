import { type Language, LANGUAGES } from "@jkp/language";
import { didYouMean, shownValue } from "@jkp/problem";
import {
  type AssumptionValues,
  CHANGEABLE_NAMES,
  checkChanges,
  mainRole,
  RANGES,
} from "@jkp/valuation";
import type { ExplorerData, ExplorerValuation } from "./explorer_data.ts";
import { findValuation } from "./find_valuation.ts";

/** One design in one scenario, with what is changed: a column of the page. */
export interface ViewColumn {
  /** The design's name, as `value --design` takes it. */
  readonly design: string;
  /** The scenario's role in the valuation file. */
  readonly role: string;
  /** Assumptions set by name: rates and shares as fractions, months, days. */
  readonly changes: AssumptionValues;
}

/** What an explorer shows: plain, so that it can stand in an address or a file. */
export interface View {
  readonly valuation: string;
  /** From 1 to {@link MOST_COLUMNS}. */
  readonly columns: readonly ViewColumn[];
  /** Contribution rate at which every column's fund is tried; `null` for the filed one. */
  readonly trialRate: number | null;
  readonly language: Language;
}

/** As many columns as stand beside each other and are told apart. */
export const MOST_COLUMNS = 4;

/**
 * The view of a valuation as it is filed: its own designs in its main scenario, with nothing
 * changed.
 *
 * @param data What is shown.
 * @param valuation The valuation's name.
 * @returns The view, in English.
 * @throws {RangeError} If there is no such valuation.
 *
 * @example
 * ```ts
 * import { filedView } from "@jkp/explorer";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { columns } = filedView(await readExplorerData(["jkp_2026"]), "jkp_2026");
 * assertEquals(columns, [{ design: "jkp_2025", role: "base", changes: {} }]);
 * ```
 */
export function filedView(data: ExplorerData, valuation: string): View {
  const found = findValuation(data, valuation);
  return {
    valuation,
    columns: ownDesigns(found).slice(0, MOST_COLUMNS)
      .map((design) => ({ ...filedColumn(found), design })),
    trialRate: null,
    language: "en",
  };
}

/** Names of the designs that a valuation file itself names. */
export function ownDesigns({ file, schemes }: ExplorerValuation): string[] {
  return schemes.slice(0, file.designs.length).map(({ name }) => name);
}

/** A valuation's first design in its main scenario, with nothing changed. */
export function filedColumn(valuation: ExplorerValuation): ViewColumn {
  return {
    design: ownDesigns(valuation)[0]!,
    role: mainRole(valuation),
    changes: {},
  };
}

/** What a column changes, in the order of the names. */
export function changesOf(
  { changes }: ViewColumn,
): (readonly [keyof AssumptionValues, number])[] {
  return CHANGEABLE_NAMES.flatMap((name) => {
    const value = changes[name];
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** What tells columns of a valuation apart, in whatever order they say what they change. */
export function columnKey(column: ViewColumn): string {
  return JSON.stringify([column.design, column.role, changesOf(column)]);
}

/**
 * Refuses a view that cannot be shown: types do not hold what stands in an address.
 *
 * @param data What is shown.
 * @param view The view.
 * @returns The same view.
 * @throws {RangeError} With a line for every name that is unknown and every value that
 * cannot be.
 *
 * @example
 * ```ts
 * import { checkView, filedView } from "./view.ts";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertThrows } from "@std/assert";
 *
 * const data = await readExplorerData(["jkp_2026"]);
 * const view = { ...filedView(data, "jkp_2026"), trialRate: 0.36 };
 * checkView(data, { ...view, trialRate: 0.0036 });
 * assertThrows(
 *   () => checkView(data, view),
 *   RangeError,
 *   "Cannot show a view: a trial rate from 0 to 0.2 is wanted, got 0.36 (did you mean 0.0036?)",
 * );
 * ```
 */
export function checkView(data: ExplorerData, view: View): View {
  const valuation = findValuation(data, view.valuation);
  const { columns, trialRate, language } = view;
  const problems = [
    ...(columns.length >= 1 && columns.length <= MOST_COLUMNS
      ? []
      : [`from 1 to ${MOST_COLUMNS} columns are wanted, got ${columns.length}`]),
    ...columns.flatMap((column, i) =>
      columnProblems(valuation, column).map((problem) =>
        columns.length === 1 ? problem : `column ${i + 1}: ${problem}`
      )
    ),
    ...(trialRate === null ? [] : trialRateProblems(trialRate)),
    ...(LANGUAGES.includes(language) ? [] : [
      `a language, ${LANGUAGES.join(" or ")}, is wanted, got ${shown(language)}`,
    ]),
  ];
  if (problems.length === 0) return view;
  throw new RangeError(
    problems.map((problem) => `Cannot show a view: ${problem}`).join("\n"),
  );
}

/** Highest rate at which a fund is tried: a rate in per cent, typed as it is, is above. */
export const HIGHEST_TRIAL_RATE = 0.2;

/** What is wrong with a trial rate, if anything. */
export function trialRateProblems(rate: number): string[] {
  const isOne = typeof rate === "number" && rate >= RANGES.contributionRate.lowest &&
    rate <= HIGHEST_TRIAL_RATE;
  if (isOne) return [];
  const fraction = Number((rate / 100).toPrecision(12));
  const meant = rate > HIGHEST_TRIAL_RATE && fraction <= HIGHEST_TRIAL_RATE
    ? ` (did you mean ${fraction}?)`
    : "";
  return [
    `a trial rate from 0 to ${HIGHEST_TRIAL_RATE} is wanted, got ${shown(rate)}${meant}`,
  ];
}

function columnProblems(
  { schemes, roles, unfit }: ExplorerValuation,
  { design, role, changes }: ViewColumn,
): string[] {
  const names = schemes.map(({ name }) => name);
  const reason = unfit.find(({ name }) => name === design)?.reason;
  return [
    ...(names.includes(design)
      ? []
      : reason !== undefined
      ? [`a design that fits the valuation is wanted, got ${design}: ${reason}`]
      : [
        `a design, one of ${names.join(", ")}, is wanted, got ${shown(design)}${
          didYouMean(String(design), names)
        }`,
      ]),
    ...(roles.includes(role) ? [] : [
      `a scenario, one of ${roles.join(", ")}, is wanted, got ${shown(role)}${
        didYouMean(String(role), roles)
      }`,
    ]),
    ...changeProblems(changes),
  ];
}

/** What is wrong with changes of assumptions, a line each. */
function changeProblems(changes: AssumptionValues): string[] {
  try {
    checkChanges(changes);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message.split("\n").map((line) => line.replace(/^Cannot set /, ""));
  }
}

const shown = (value: unknown) => shownValue(String(value));
