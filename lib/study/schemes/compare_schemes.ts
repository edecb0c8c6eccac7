import { lastProjectedMonth, rulesBetween, type Scheme } from "@jkp/scheme";
import {
  type AssumptionValues,
  type SchemeValuations,
  type ValuationInputs,
  valueSchemes,
} from "@jkp/valuation";
import type { TimeOutOfWork } from "../inactivity/time_out_of_work.ts";
import {
  type CoverageStatistics,
  type SchemeCoverage,
  schemesCoverage,
} from "./scheme_coverage.ts";

/** All that schemes are compared on. */
export interface ComparisonInputs {
  /** What is compared; each has a name of its own. */
  readonly schemes: readonly Scheme[];
  /** All that each scenario's valuations are made from, but the law; at least one. */
  readonly scenarios: readonly ValuationInputs[];
  /** Public statistics, to measure coverage with. */
  readonly open: CoverageStatistics;
  /** Extract, reading and changes in words; says so when data are synthetic. */
  readonly basis: string;
  /** Assumptions that were changed by name; none if it is left out. */
  readonly changes?: AssumptionValues;
  /** The scenarios before anything was changed, if anything was. */
  readonly unchanged?: readonly ValuationInputs[];
  /** How long members stay out of work, by stock and by spells. */
  readonly timeOutOfWork?: TimeOutOfWork;
}

/** Schemes side by side: what each costs, whom it covers, and what that rests on. */
export interface SchemeComparison extends SchemeValuations {
  /** Coverage of each scheme, valued or not, by the rules it begins with. */
  readonly coverage: readonly SchemeCoverage[];
  /** What was compared, and on what. */
  readonly inputs: ComparisonInputs;
  /** The same without the changes, if anything was changed. */
  readonly unchanged?: SchemeValuations;
}

/**
 * Compares schemes: values each in each scenario, on the same members, and measures its
 * coverage. Rules that change in the years of the projection are valued as they change.
 *
 * @param inputs Schemes, scenarios and statistics.
 * @returns What is valued and what is left out, with the coverage of all.
 * @throws {RangeError} If there is no scenario, two schemes or two scenarios have the same
 * name, or a scheme has no rules in the months of the projection.
 *
 * @example JKP with the proposal's benefit: 50 per cent of wages in place of 45 and 25
 * ```ts
 * import { readComparison } from "@jkp/study/read";
 * import { schemeComparison } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const inputs = await readComparison(["jkp_2021", "proposed_2021"], {
 *   scenarios: ["base"],
 * });
 * const [jkp, proposed] = inputs.schemes;
 * const { benefit } = proposed!.sections;
 * const changed = {
 *   ...jkp!,
 *   name: "changed",
 *   sections: { ...jkp!.sections, benefit },
 * };
 * const { valued } = schemeComparison({ ...inputs, schemes: [jkp!, changed] });
 * const rates = valued.map(({ suggestedRate }) => (100 * suggestedRate).toFixed(2));
 * assertEquals(rates, ["0.99", "1.32"]);
 * ```
 */
export function schemeComparison(inputs: ComparisonInputs): SchemeComparison {
  const { schemes, scenarios, unchanged, open } = inputs;
  checkComparison(inputs);
  const { terms } = scenarios[0]!;
  const rulesInTime = schemes.map((scheme) =>
    rulesBetween(scheme, terms.firstContributionMonth, lastProjectedMonth(terms))
  );
  return {
    ...valueSchemes(rulesInTime, scenarios),
    coverage: schemesCoverage(rulesInTime.map((rules) => rules[0]!), open),
    inputs,
    ...(unchanged === undefined
      ? {}
      : { unchanged: valueSchemes(rulesInTime, unchanged) }),
  };
}

/** Refuses what could not be told apart, and nothing to value in. */
function checkComparison({ schemes, scenarios }: ComparisonInputs): void {
  const again = (
    names: readonly string[],
  ) => [...new Set(names.filter((name, i) => names.indexOf(name) < i))];
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
