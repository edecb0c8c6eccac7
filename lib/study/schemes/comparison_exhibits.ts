import type { Figure, Table } from "@jkp/exhibit";
import { mainInputs } from "@jkp/valuation";
import { companyChoiceNotes } from "./company_choice_notes.ts";
import { changedRatesTable } from "./changed_rates_table.ts";
import type { SchemeComparison } from "./compare_schemes.ts";
import { schemesFigure } from "./schemes_figure.ts";
import { schemesNotValued } from "./schemes_not_valued.ts";
import { schemesTable } from "./schemes_table.ts";

/** Schemes side by side, to be shown. */
export interface ComparisonExhibits {
  /** Those after the second are there if assumptions were changed. */
  readonly tables: readonly [valued: Table, notValued: Table, ...changed: Table[]];
  readonly figure: Figure;
}

/**
 * A comparison of schemes as tables and a figure. All figures but the rates are those of
 * the base scenario; without it, of the first.
 *
 * @param comparison The comparison.
 * @returns A row a scheme with costs and coverage; which rules are not valued; rates without
 * the changes, if assumptions were changed; and a figure of the rates.
 *
 * @example The proposal's rates in the three scenarios of the report
 * ```ts
 * import { comparisonExhibits, schemeComparison } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const comparison = schemeComparison(await readValuation("report_2021"));
 * const { tables: [valued] } = comparisonExhibits(comparison);
 * const rates = ["pessimistic", "base", "optimistic"]
 *   .map((name) => Number(valued.rows[0]![`${name}/rate`]).toFixed(2));
 * assertEquals(rates, ["4.89", "1.35", "0.63"]);
 * ```
 */
export function comparisonExhibits(comparison: SchemeComparison): ComparisonExhibits {
  const { valued, coverage, unchanged, inWords, basis } = comparison;
  const isServiceSynthetic = basis.scenarios.some(({ data }) =>
    data?.serviceShares?.some(({ isSynthetic }) => isSynthetic)
  );
  const scenarios = valued.map(({ scenarioName }) => scenarioName);
  const main = mainInputs(comparison).scenario.name;
  const shown = scenarios.find((name) => name === main) ?? scenarios[0] ?? "base";
  const source = `JKP Lab: ${inWords}; coverage: data/open.`;
  return {
    tables: [
      schemesTable(comparison, source, {
        coverage,
        shown,
        company: companyChoiceNotes(basis),
        isServiceSynthetic,
        isServiceStated: basis.file.content.experience?.eligible_share !== undefined,
      }),
      schemesNotValued(comparison, "Rules: data/designs."),
      ...(unchanged === undefined
        ? []
        : [changedRatesTable(comparison, unchanged, `JKP Lab: ${inWords}.`)]),
    ],
    figure: schemesFigure(comparison, `JKP Lab: ${inWords}.`, shown),
  };
}
