import type { WorkbookSheet } from "@jkp/exhibit";
import { type AssumptionSources, assumptionsSheet } from "./assumptions_sheet.ts";
import { monthlyRates, ratesByMonthSheet } from "./monthly_rates_sheet.ts";
import { financialYearsGrid, financialYearsSheet } from "./financial_years_sheet.ts";
import { type LiveScenario, stepsOf, withNames } from "./live_scenario.ts";
import { monthsGrid, monthsSheet } from "./months_sheet.ts";
import { ratesSheet } from "./rates_sheet.ts";
import { survivalGrid, survivalSheet } from "./survival_sheet.ts";
import { yearsGrid, yearsSheet } from "./years_sheet.ts";

/**
 * The chain of a valuation as sheets of formulas: assumptions, survival, months, years,
 * fund and rates, for each scenario.
 *
 * Formulas hold the program's values, so that a preview shows them; a spreadsheet computes
 * them anew, and a changed assumption moves the rates as it would here.
 *
 * @param scenarios Valuations of one design, each under another scenario.
 * @param sources Where assumptions come from, by their names.
 * @returns The sheets.
 *
 * @example The report's base scenario: a formula that says 1.35 per cent
 * ```ts
 * import { liveSheets } from "@jkp/study";
 * import { valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = valueAssumptions(await reportAssumptions("base"));
 * const [, rates] = liveSheets([{ name: "base", title: "Base", valuation }]);
 * const [title, suggested] = rates!.rows[5]!;
 * assertEquals(title!.value, "Suggested contribution rate");
 * assertEquals((100 * Number(suggested!.value)).toFixed(2), "1.35");
 * assertEquals(suggested!.formula!.startsWith("MAX(0,'Yearly base'!"), true);
 * ```
 */
export function liveSheets(
  scenarios: readonly LiveScenario[],
  sources: AssumptionSources = {},
): readonly WorkbookSheet[] {
  const steps = withNames(scenarios).map(stepsOf);
  const survival = survivalGrid(steps);
  const byYear = yearsGrid(steps);
  const months = new Map(
    steps.map((each) => [each.name, monthsGrid(each, `Monthly ${each.name}`)]),
  );
  const years = new Map(
    steps.map((
      each,
    ) => [each.name, financialYearsGrid(each, `Yearly ${each.name}`)]),
  );
  const rates = steps.flatMap((each) => monthlyRates(each));
  return [
    assumptionsSheet(steps, months, sources),
    ratesSheet(steps, years),
    yearsSheet(steps, byYear),
    survivalSheet(steps, survival),
    ...steps.map((each) =>
      monthsSheet(each, {
        months: months.get(each.name)!,
        years: byYear,
        survival,
        rates,
      })
    ),
    ...rates.map(ratesByMonthSheet),
    ...steps.map((each) =>
      financialYearsSheet(each, years.get(each.name)!, {
        months: months.get(each.name)!,
        years: byYear,
      })
    ),
  ];
}
