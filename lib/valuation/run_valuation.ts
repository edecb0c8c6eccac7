import { checkArgument, didYouMean, valueInWords } from "@jkp/problem";
import { type Rules, rulesBetween, type Scheme } from "@jkp/scheme";
import {
  type AssumptionValues,
  changeInputs,
  checkChanges,
} from "./change_assumptions.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import type { ValuationBasis } from "./valuation_basis.ts";
import { lastProjectedMonth } from "./valuation_terms.ts";
import {
  type SchemeValuation,
  type SchemeValuations,
  valueSchemes,
} from "./value_schemes.ts";

/** What of a valuation's basis it is computed from: neither extract nor public statistics. */
export type RunnableBasis = Pick<
  ValuationBasis,
  "file" | "schemes" | "scenarios" | "roles" | "inactivityCurve" | "inWords"
>;

/** A valuation's results: each design under each scenario. */
export interface ValuationRun<Basis extends RunnableBasis = ValuationBasis>
  extends SchemeValuations {
  readonly basis: Basis;
  /** Each scenario's inputs as they were valued: with all that was set. */
  readonly inputs: readonly ValuationInputs[];
  /** Rules of each design in the months projected, in order of time. */
  readonly rulesInTime: readonly (readonly Rules[])[];
  /** All assumptions that were set by name, by the file or by the caller. */
  readonly changes: AssumptionValues;
  /** Extract, reading and what is set, in words; says so when data are synthetic. */
  readonly inWords: string;
  /** The same without what was set, if anything was. */
  readonly unchanged?: SchemeValuations;
}

/**
 * Runs a valuation: values each of its designs under each of its scenarios. Rules that
 * change in the years of the projection are valued as they change.
 *
 * @param basis The valuation, as `readValuation` reads it, or what of it is computed from.
 * @param changes Assumptions to set by name, over those that the file sets: rates and
 * shares as fractions, months, days.
 * @returns What is valued and what is left out; beside it the same without what was set.
 * @throws {DataError} With everything that is wrong with the inputs of a scenario.
 * @throws {RangeError} If there is no scenario, two designs or two scenarios have the same
 * name, or a change cannot be made.
 * @see ILO (2021), sections 3.2 to 3.5.
 *
 * @example The report of 2021, and its benefit at 60 per cent of wages: 1.35 becomes 1.56
 * ```ts
 * import { runValuation, suggestedRateOf } from "./run_valuation.ts";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await readValuation("report_2021");
 * const base = (changes = {}) =>
 *   (100 * suggestedRateOf(runValuation(report, changes), "base")).toFixed(2);
 * assertEquals([base(), base({ benefitRate: 0.6 })], ["1.35", "1.56"]);
 * ```
 */
export function runValuation<Basis extends RunnableBasis>(
  basis: Basis,
  changes: AssumptionValues = {},
): ValuationRun<Basis> {
  const prepared = prepareRun(basis, changes);
  const { inputs, rulesInTime, changes: set } = prepared;
  const { scenarios, inactivityCurve } = basis;
  const isChanged = Object.keys(set).length > 0 || inactivityCurve !== undefined;
  return {
    ...prepared,
    inWords: [
      basis.inWords,
      ...Object.entries(set).map(([name, value]) => `${name} set to ${value}`),
    ].join(", "),
    ...valueSchemes(rulesInTime, inputs),
    ...(isChanged ? { unchanged: valueSchemes(rulesInTime, scenarios) } : {}),
  };
}

/**
 * What a valuation is run on, without running it: for who values it otherwise, on paths of
 * the economy.
 *
 * @param basis What is valued, and on what, as `readValuation` reads it.
 * @param changes Assumptions set by name, over those of the file.
 * @returns The inputs of each scenario, and the rules of each design.
 * @throws {RangeError} As {@link runValuation} does before it values.
 *
 * @example The report's design has one set of rules in ten years
 * ```ts
 * import { prepareRun } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { rulesInTime, inputs } = prepareRun(await readValuation("report_2021"));
 * assertEquals([rulesInTime[0]!.length, inputs.length], [1, 3]);
 * ```
 */
export function prepareRun<Basis extends RunnableBasis>(
  basis: Basis,
  changes: AssumptionValues = {},
): Pick<ValuationRun<Basis>, "basis" | "inputs" | "rulesInTime" | "changes"> {
  checkArgument(
    "run a valuation",
    "a valuation, as readValuation reads it,",
    basis,
    ["file", "schemes", "scenarios"],
  );
  checkNames(basis);
  checkChanges(changes);
  const { file, schemes, scenarios, inactivityCurve } = basis;
  const set = { ...file.changes, ...changes };
  const withCurve = inactivityCurve === undefined ? {} : { inactivityCurve };
  return {
    basis,
    inputs: scenarios.map((each) => changeInputs({ ...each, ...withCurve }, set)),
    rulesInTime: schemes.map((scheme) => rulesProjected(scheme, scenarios[0]!)),
    changes: set,
  };
}

/**
 * The role of a valuation's best estimate: `base`, or else its first scenario.
 *
 * @param basis The valuation.
 * @returns The role.
 *
 * @example
 * ```ts
 * import { mainRole } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mainRole({ roles: ["pessimistic", "base"] }), "base");
 * assertEquals(mainRole({ roles: ["pessimistic"] }), "pessimistic");
 * ```
 */
export function mainRole({ roles }: Pick<ValuationBasis, "roles">): string {
  return roles.includes("base") ? "base" : roles[0]!;
}

/**
 * The inputs of a valuation's best estimate, as they were valued.
 *
 * @param run The valuation, run.
 * @returns The inputs of its main scenario.
 *
 * @example
 * ```ts
 * import { mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"), { involuntaryShare: 0.6 });
 * const { name, involuntaryShare } = mainInputs(run).scenario;
 * assertEquals([name, involuntaryShare], ["base", 0.6]);
 * ```
 */
export function mainInputs(
  { inputs, basis }: Pick<ValuationRun<RunnableBasis>, "inputs" | "basis">,
): ValuationInputs {
  return inputs[basis.roles.indexOf(mainRole(basis))]!;
}

/**
 * The inputs that a valuation gives to one of its scenarios.
 *
 * @param basis The valuation, read.
 * @param role The scenario's role in the valuation file.
 * @returns The inputs, before anything is changed.
 * @throws {RangeError} If there is no such role, with those that there are.
 *
 * @example
 * ```ts
 * import { inputsOfRole } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const basis = await readValuation("report_2021");
 * assertEquals(inputsOfRole(basis, "base").scenario.involuntaryShare, 0.5);
 * assertThrows(() => inputsOfRole(basis, "bse"), RangeError, "did you mean base?");
 * ```
 */
export function inputsOfRole(
  { roles, scenarios }: Pick<ValuationBasis, "roles" | "scenarios">,
  role: string,
): ValuationInputs {
  const inputs = scenarios[roles.indexOf(role)];
  if (inputs !== undefined) return inputs;
  throw new RangeError(
    `Cannot find a scenario: one of ${roles.join(", ")} is wanted, got ${
      valueInWords(role)
    }${typeof role === "string" ? didYouMean(role, roles) : ""}`,
  );
}

/**
 * A scheme's rules in the months of a projection, in order of time.
 *
 * @param scheme The scheme.
 * @param inputs Whose terms hold.
 */
export function rulesProjected(
  scheme: Scheme,
  { terms }: Pick<ValuationInputs, "terms">,
): readonly Rules[] {
  return rulesBetween(scheme, terms.firstContributionMonth, lastProjectedMonth(terms));
}

/**
 * The suggested contribution rate of a valuation's first design under a scenario, of the
 * longest duration: benefits and administration, with the reserve at the end.
 *
 * @param run The results.
 * @param role The scenario's role in the valuation file.
 * @returns The rate, a fraction of insurable earnings.
 * @throws {RangeError} If there is no such scenario, or the design is left out.
 *
 * @example
 * ```ts
 * import { runValuation, suggestedRateOf } from "./run_valuation.ts";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * assertAlmostEquals(suggestedRateOf(run, "base"), 0.0135, 0.00005);
 * ```
 */
export function suggestedRateOf(run: ValuationRun<RunnableBasis>, role: string): number {
  checkArgument("find a suggested rate", "a result of runValuation", run, [
    "basis",
    "valued",
  ]);
  return valuationOfRole(run, role).suggestedRate;
}

/**
 * The first design's valuation under a scenario, of the longest duration.
 *
 * @param run The results.
 * @param role The scenario's role in the valuation file.
 * @returns The valuation.
 * @throws {RangeError} If there is no such scenario, or the design is left out.
 *
 * @example Of a design that pays 6 to 12 months, the 12
 * ```ts
 * import { runValuation, valuationOfRole } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const designs = ["options_2020_duration_by_record"];
 * const run = runValuation(await readValuation("report_2021", { designs }));
 * const { duration, suggestedRate } = valuationOfRole(run, "base");
 * assertEquals([duration, (100 * suggestedRate).toFixed(2)], ["longest", "2.13"]);
 * ```
 */
export function valuationOfRole(
  { basis, valued, leftOut }: ValuationRun<RunnableBasis>,
  role: string,
): SchemeValuation {
  const { name } = basis.schemes[0]!;
  const { scenario } = inputsOfRole(basis, role);
  const found = valued.find((each) =>
    each.rules.name === name && each.scenarioName === scenario.name &&
    each.duration === "longest"
  );
  if (found !== undefined) return found;
  throw new RangeError(`Cannot value ${name}: ${leftOut[0]?.reason}`);
}

/** Refuses what could not be told apart, and nothing to value in. */
function checkNames({ schemes, scenarios }: RunnableBasis): void {
  const again = (names: readonly string[]) => [
    ...new Set(names.filter((name, i) => names.indexOf(name) < i)),
  ];
  const problems = [
    ...(scenarios.length === 0 ? ["at least one scenario is wanted, got none"] : []),
    ...again(schemes.map(({ name }) => name))
      .map((name) => `each scheme once is wanted, got ${name} again`),
    ...again(scenarios.map(({ scenario }) => scenario.name))
      .map((name) => `each scenario once is wanted, got ${name} again`),
  ];
  if (problems.length === 0) return;
  throw new RangeError(
    problems.map((problem) => `Cannot compare schemes: ${problem}`).join("\n"),
  );
}
