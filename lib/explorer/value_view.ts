import { DataError } from "@jkp/problem";
import {
  type AssumptionValues,
  CHANGEABLE_NAMES,
  runValuation,
  type SchemeValuation,
  type ValuationRun,
} from "@jkp/valuation";
import type { ExplorerValuation } from "./explorer_data.ts";
import { filedColumn, ownDesigns, type ViewColumn } from "./view.ts";

/** A valuation, run with one design in one scenario. */
export type ColumnRun = ValuationRun<ExplorerValuation>;

/**
 * Runs a valuation with the design and the scenario of a column, by the road of `value`.
 *
 * @param valuation The valuation.
 * @param column Design, scenario, and what is changed.
 * @param trialRate Contribution rate at which the fund is tried in all months, in place of
 * the law's or the valuation's; `null` leaves it.
 * @throws {RangeError} If the valuation has no such design or scenario, or a change cannot
 * be made.
 */
export function runColumn(
  valuation: ExplorerValuation,
  { design, role, changes }: ViewColumn,
  trialRate: number | null,
): ColumnRun {
  const scheme = valuation.schemes.find(({ name }) => name === design);
  const inputs = valuation.scenarios[valuation.roles.indexOf(role)];
  if (scheme === undefined || inputs === undefined) {
    throw new RangeError(
      `Cannot value a column: design and scenario of ${valuation.file.name} are wanted, ` +
        `got ${design} and ${role}`,
    );
  }
  const { change: before = (unchanged) => unchanged } = inputs;
  const tried: typeof inputs = trialRate === null ? inputs : {
    ...inputs,
    change: (assumptions) => ({
      ...before(assumptions),
      trialContributionRate: trialRate,
    }),
  };
  return runValuation(
    { ...valuation, schemes: [scheme], scenarios: [tried], roles: [role] },
    changes,
  );
}

/** A column's valuations: of a range of durations at both ends. */
export interface ColumnValuation {
  readonly longest: SchemeValuation;
  /** `null` where the rules give one duration. */
  readonly shortest: SchemeValuation | null;
}

/**
 * What a column comes to at each end of a range of durations.
 *
 * @throws {RangeError} As {@link valueColumn}.
 * @throws {DataError} As {@link valueColumn}.
 */
export function valueAtEnds(
  valuation: ExplorerValuation,
  column: ViewColumn,
  trialRate: number | null,
): ColumnValuation {
  const { valued, leftOut } = runColumn(valuation, column, trialRate);
  const at = (end: SchemeValuation["duration"]) =>
    valued.find(({ duration }) => duration === end);
  const longest = at("longest");
  if (longest !== undefined) return { longest, shortest: at("shortest") ?? null };
  throw new RangeError(`Cannot value ${column.design}: ${leftOut[0]?.reason}`);
}

/**
 * What a column of an explorer comes to, in every digit what `value` computes.
 *
 * @param valuation The valuation.
 * @param column Design, scenario, and what is changed.
 * @param trialRate Contribution rate at which the fund is tried, a fraction; `null` for that
 * of the law or the valuation.
 * @returns The valuation of the longest duration.
 * @throws {RangeError} If a name is unknown, a change cannot be made, or the design cannot be
 * valued, with the reason.
 * @throws {DataError} With everything that is wrong with the assumptions that result.
 *
 * @example The report's design with a benefit of 60 per cent: 1.56 per cent
 * ```ts
 * import { filedView, valueColumn } from "@jkp/explorer";
 * import { readExplorerData } from "@jkp/explorer/read";
 * import { assertEquals } from "@std/assert";
 *
 * const data = await readExplorerData(["report_2021"]);
 * const [column] = filedView(data, "report_2021").columns;
 * const changed = { ...column!, changes: { benefitRate: 0.6 } };
 * const { suggestedRate } = valueColumn(data.valuations[0]!, changed, null);
 * assertEquals((100 * suggestedRate).toFixed(2), "1.56");
 * ```
 */
export function valueColumn(
  valuation: ExplorerValuation,
  column: ViewColumn,
  trialRate: number | null,
): SchemeValuation {
  return valueAtEnds(valuation, column, trialRate).longest;
}

/** Whether a column cannot be valued for what it says, and not for a fault of the program. */
export function isOfValues(error: unknown): error is RangeError | DataError {
  return error instanceof RangeError || error instanceof DataError;
}

/** An assumption that can be changed by its name. */
export type ChangeableName = typeof CHANGEABLE_NAMES[number];

/**
 * The values that changes stand in the place of: of scenario, experience and law, with what
 * the valuation file itself sets. Of rules that change in time, those of the last.
 *
 * @param valuation The valuation.
 * @param column Design and scenario; what it changes does not matter.
 * @returns The value of every assumption that can be changed.
 */
export function filedValues(
  valuation: ExplorerValuation,
  column: ViewColumn,
  value: ColumnValuer = valueColumn,
): Readonly<Record<ChangeableName, number>> {
  const { valuation: { assumptions } } = value(
    valuation,
    { ...column, changes: {} },
    null,
  );
  const { scenario } = valuation.scenarios[valuation.roles.indexOf(column.role)]!;
  const values = {
    ...assumptions,
    reserveMultiple: assumptions.terms.reserveMultiple,
    // Of all leavers, as it is set: the rules decide how many of them are paid.
    involuntaryShare: valuation.file.changes.involuntaryShare ??
      scenario.involuntaryShare,
  };
  return Object.fromEntries(
    CHANGEABLE_NAMES.map((name) => [name, values[name]]),
  ) as Record<ChangeableName, number>;
}

/** Values columns as {@link valueColumn} does, or remembers what it gave. */
export type ColumnValuer = typeof valueColumn;

/** One step from the valuation as filed to a column. */
export interface ViewStep {
  readonly name: "design" | "scenario" | ChangeableName;
  /** Design or role by name, or the assumption's value, as filed and as it is here. */
  readonly from: string | number;
  readonly to: string | number;
  /** After this step and those before it; `null` if that cannot be valued. */
  readonly after: SchemeValuation | null;
}

/**
 * What of a column differs from the valuation as filed, one thing at a time: its design, its
 * scenario, then each assumption. The steps add up: each is valued with all before it.
 *
 * @param valuation The valuation.
 * @param column Design, scenario, and what is changed.
 * @param value Values a column.
 * @returns Where the steps begin, and the steps; none if the column is as filed.
 */
export function stepsFromFiled(
  valuation: ExplorerValuation,
  column: ViewColumn,
  value: ColumnValuer = valueColumn,
): { readonly filed: SchemeValuation | null; readonly steps: readonly ViewStep[] } {
  const valued = (each: ViewColumn) => {
    try {
      return value(valuation, each, null);
    } catch (error) {
      if (isOfValues(error)) return null;
      throw error;
    }
  };
  const filed = filedColumn(valuation);
  const isOwn = ownDesigns(valuation).includes(column.design);
  let at: ViewColumn = isOwn ? { ...filed, design: column.design } : filed;
  const start = valued(at);
  const steps: ViewStep[] = [];
  const step = (
    name: ViewStep["name"],
    [from, to]: readonly [string | number, string | number],
    next: ViewColumn,
  ) => {
    at = next;
    if (from !== to) steps.push({ name, from, to, after: valued(at) });
  };
  step("design", [at.design, column.design], { ...at, design: column.design });
  step("scenario", [at.role, column.role], { ...at, role: column.role });
  const asFiled = Object.keys(column.changes).length === 0
    ? {}
    : filedValuesOrNone(valuation, column, value);
  for (const name of CHANGEABLE_NAMES) {
    const to = column.changes[name];
    if (to === undefined) continue;
    const changes: AssumptionValues = { ...at.changes, [name]: to };
    step(name, [asFiled[name] ?? NaN, to], { ...at, changes });
  }
  return { filed: start, steps };
}

/** Values as filed; none of a design that cannot be valued as it is. */
function filedValuesOrNone(
  ...of: Parameters<typeof filedValues>
): Partial<Record<ChangeableName, number>> {
  try {
    return filedValues(...of);
  } catch (error) {
    if (isOfValues(error)) return {};
    throw error;
  }
}
