import {
  type AssumptionValues,
  runValuation,
  type ValuationBasis,
  type ValuationRun,
} from "@jkp/valuation";
import { type SchemeCoverage, schemesCoverage } from "./scheme_coverage.ts";

/** A valuation's schemes side by side: what each costs, and whom it covers. */
export interface SchemeComparison extends ValuationRun {
  /** Coverage of each scheme, valued or not, by the rules it begins with. */
  readonly coverage: readonly SchemeCoverage[];
}

/**
 * Runs a valuation, and measures the coverage of each of its schemes beside its costs.
 *
 * @param basis The valuation, with the designs to compare.
 * @param changes Assumptions to set by name, over those that the file sets.
 * @returns What is valued and what is left out, with the coverage of all.
 * @throws {RangeError} If there is no scenario, two schemes or two scenarios have the same
 * name, or a change cannot be made.
 *
 * @example JKP with the proposal's benefit: 50 per cent of wages in place of 45 and 25
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { schemeComparison } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021", {
 *   designs: ["jkp_2021", "proposed_2021"],
 *   scenarios: ["base"],
 * });
 * const [jkp, proposed] = basis.schemes;
 * const { benefit } = proposed!.sections;
 * const changed = {
 *   ...jkp!,
 *   name: "changed",
 *   sections: { ...jkp!.sections, benefit },
 * };
 * const { valued } = schemeComparison({ ...basis, schemes: [jkp!, changed] });
 * const rates = valued.map(({ suggestedRate }) => (100 * suggestedRate).toFixed(2));
 * assertEquals(rates, ["0.99", "1.32"]);
 * ```
 */
export function schemeComparison(
  basis: ValuationBasis,
  changes: AssumptionValues = {},
): SchemeComparison {
  const run = runValuation(basis, changes);
  return {
    ...run,
    coverage: schemesCoverage(run.rulesInTime.map(([first]) => first!), basis.open),
  };
}
