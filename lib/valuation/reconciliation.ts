import { yearOf } from "@jkp/month";
import { NoSignChangeError } from "@jkp/numeric";
import { checkArgument, DataError } from "@jkp/problem";
import type { SurvivalCurve } from "@jkp/survival";
import { type AssumptionValues, changeInputs } from "./change_assumptions.ts";
import type { ModelChoices } from "./choices.ts";
import { breakEvenRate, fundTerms } from "./fund.ts";
import { OutsideModelError } from "./outside_model.ts";
import { inputsOfRole, mainRole, rulesProjected } from "./run_valuation.ts";
import { type DatedParts, shiftYears } from "./shift_years.ts";
import type { ValuationBasis } from "./valuation_basis.ts";
import { valueSchemes } from "./value_schemes.ts";

/** What of a valuation can differ from another's, in the order in which it is exchanged. */
export const RECONCILED_PARTS = ["time", "data", "law", "assumptions", "method"] as const;

/** A part of a valuation. */
export type ReconciledPart = typeof RECONCILED_PARTS[number];

/** One or more parts exchanged, and what that does to the rates. */
export interface ReconciliationStep {
  /**
   * What is exchanged; none at the start. Several where none of them could be exchanged
   * alone: data of one time do not meet a scenario of another.
   */
  readonly parts: readonly ReconciledPart[];
  /** Suggested rate after the step, a fraction of insurable earnings. */
  readonly suggestedRate: number;
  /** Minimum rate after the step, a fraction. */
  readonly minimumRate: number;
  /**
   * Level rate that ends with nothing, the opening fund left out: it shows what a step does
   * where a fund that pays for everything holds the other rates at nothing.
   */
  readonly breakEvenRate: number;
  /** Suggested rate less that of the step before; 0 at the start. */
  readonly change: number;
  /** The same of the break-even rate. */
  readonly breakEvenChange: number;
}

/** How one valuation's rates become another's. */
export interface Reconciliation {
  readonly from: ValuationBasis;
  readonly to: ValuationBasis;
  /** The scenarios, by their role. */
  readonly roles: readonly [from: string, to: string];
  readonly steps: readonly ReconciliationStep[];
}

/**
 * Takes the difference between two valuations apart, of their first designs: time, data,
 * law, assumptions and method of the first are exchanged for those of the second, one
 * after the other. What a step changes depends on those before it; all together they are
 * the whole difference.
 *
 * - time: everything is moved to the second one's years, which changes no number, and its
 *   calendar and opening fund are taken;
 * - data: the experience, levels stated in its place, and public figures that rules need;
 * - law: the design;
 * - assumptions: the scenario, the population that members follow, what was set by name;
 * - method: the choices of the reading, and the reserve.
 *
 * @param from The valuation to begin with.
 * @param to The valuation to end with.
 * @param roles The scenarios to compare, by role.
 * @returns The steps; a part that could not be exchanged alone is in one with the next.
 * @throws {RangeError} If a scenario is missing, or one of the two cannot be valued.
 *
 * @example From the report's base scenario to its pessimistic one: assumptions alone
 * ```ts
 * import { reconcile } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await readValuation("report_2021");
 * const { steps } = reconcile(report, report, ["base", "pessimistic"]);
 * const changes = steps.map(({ parts, change }) => [...parts, (100 * change).toFixed(2)]);
 * assertEquals(changes.slice(1), [["assumptions", "3.54"]]);
 * ```
 */
export function reconcile(
  from: ValuationBasis,
  to: ValuationBasis,
  roles?: readonly [from: string, to: string],
): Reconciliation {
  checkValuations(from, to);
  return reconcileRoles(from, to, roles ?? [mainRole(from), mainRole(to)]);
}

/** Refuses names and promises in place of valuations. */
function checkValuations(...valuations: readonly ValuationBasis[]): void {
  const doing = "reconcile valuations";
  const wanted = "a valuation, as readValuation reads it,";
  for (const each of valuations) {
    checkArgument(doing, wanted, each, ["file", "schemes", "scenarios", "roles"]);
  }
}

function reconcileRoles(
  from: ValuationBasis,
  to: ValuationBasis,
  roles: readonly [from: string, to: string],
): Reconciliation {
  const target = partsOf(to, roles[1]);
  const first = partsOf(from, roles[0]);
  const years = yearOf(target.time.firstContributionMonth) -
    yearOf(first.time.firstContributionMonth);
  let current = first;
  let rates = ratesOf(first);
  const steps: ReconciliationStep[] = [{
    parts: [],
    ...rates,
    change: 0,
    breakEvenChange: 0,
  }];
  let pending: ReconciledPart[] = [];
  for (const part of RECONCILED_PARTS) {
    const isLast = part === RECONCILED_PARTS.at(-1);
    const before = part === "time" ? shifted(current, years) : current;
    const next = { ...before, [part]: target[part] };
    const isMoved = part === "time" && years !== 0;
    const isExchanged = isMoved || differs(before, next, part);
    current = next;
    if (isExchanged) pending = [...pending, part];
    if (pending.length === 0) continue;
    const after = isLast ? ratesOf(current) : triedRates(current);
    if (after === null) continue;
    steps.push({
      parts: pending,
      ...after,
      change: after.suggestedRate - rates.suggestedRate,
      breakEvenChange: after.breakEvenRate - rates.breakEvenRate,
    });
    rates = after;
    pending = [];
  }
  return { from, to, roles, steps };
}

/** A valuation of one design under one scenario, in the parts that are exchanged. */
interface Parts {
  readonly time: Omit<DatedParts["terms"], "reserveMultiple">;
  readonly data: Pick<DatedParts, "experience" | "data" | "stated"> & {
    readonly inactivityCurve?: SurvivalCurve;
  };
  readonly law: DatedParts["scheme"];
  readonly assumptions: Pick<DatedParts, "scenario" | "population"> & {
    readonly changes: AssumptionValues;
  };
  readonly method: { readonly choices: ModelChoices; readonly reserveMultiple: number };
}

function partsOf(basis: ValuationBasis, role: string): Parts {
  const { schemes, file, inactivityCurve } = basis;
  const inputs = inputsOfRole(basis, role);
  // What is left over belongs to the data: curve of time out of work, stated levels.
  const { experience, data = {}, scenario, choices, terms, population, ...others } =
    inputs;
  const { reserveMultiple, ...time } = terms;
  return {
    time,
    data: {
      ...others,
      experience,
      data,
      ...(inactivityCurve === undefined ? {} : { inactivityCurve }),
    },
    law: schemes[0]!,
    assumptions: {
      scenario,
      changes: file.changes,
      ...(population === undefined ? {} : { population }),
    },
    method: { choices, reserveMultiple },
  };
}

/**
 * Whether a part is another one. Public figures that rules need are exchanged with the data,
 * but are no other data: which of them are read follows from the law.
 */
function differs(before: Parts, next: Parts, part: ReconciledPart): boolean {
  const compared = ({ [part]: value }: Parts) =>
    JSON.stringify("data" in value ? { ...value, data: undefined } : value);
  return compared(before) !== compared(next);
}

/** All parts some years later. */
function shifted({ time, data, law, assumptions, method }: Parts, years: number): Parts {
  const moved = shiftYears({
    experience: data.experience,
    data: data.data,
    scenario: assumptions.scenario,
    scheme: law,
    terms: { ...time, reserveMultiple: method.reserveMultiple },
    ...(assumptions.population === undefined
      ? {}
      : { population: assumptions.population }),
    ...(data.stated === undefined ? {} : { stated: data.stated }),
  }, years);
  const { reserveMultiple: _method, ...movedTime } = moved.terms;
  return {
    time: movedTime,
    data: {
      ...data,
      experience: moved.experience,
      data: moved.data,
      ...(moved.stated === undefined ? {} : { stated: moved.stated }),
    },
    law: moved.scheme,
    assumptions: {
      ...assumptions,
      scenario: moved.scenario,
      ...(moved.population === undefined ? {} : { population: moved.population }),
    },
    method,
  };
}

/** The rates of some parts together. */
function ratesOf({ time, data, law, assumptions, method }: Parts) {
  const terms = { ...time, reserveMultiple: method.reserveMultiple };
  const { changes, ...economy } = assumptions;
  const inputs = changeInputs(
    { ...data, ...economy, terms, choices: method.choices },
    changes,
  );
  const { valued, leftOut } = valueSchemes([rulesProjected(law, { terms })], [inputs]);
  const longest = valued.find(({ duration }) => duration === "longest");
  if (longest === undefined) {
    throw new RangeError(`Cannot value ${law.name}: ${leftOut[0]?.reason}`);
  }
  const { financing, years, assumptions: derived } = longest.valuation;
  const { suggestedRate, minimumRate } = financing.benefit_and_administrative;
  return {
    suggestedRate,
    minimumRate,
    breakEvenRate: breakEvenRate(years, { ...fundTerms(derived), openingIdr: 0 }),
  };
}

/** The rates, or nothing where parts of two valuations do not go together. */
function triedRates(parts: Parts) {
  try {
    return ratesOf(parts);
  } catch (error) {
    const isRefused = error instanceof RangeError || error instanceof DataError ||
      error instanceof OutsideModelError || error instanceof NoSignChangeError;
    if (isRefused) return null;
    throw error;
  }
}
