import type { WorkbookSheet } from "@jkp/exhibit";
import { type AssumptionSources, assumptionsSheet } from "./assumptions_sheet.ts";
import { financialYearsGrid, financialYearsSheet } from "./financial_years_sheet.ts";
import type { Grid } from "./grid.ts";
import { type LiveScenario, reasonNotLive, stepsOf } from "./live_scenario.ts";
import { benefitsGrid, benefitsSheet, monthsGrid, monthsSheet } from "./months_sheet.ts";
import { ratesSheet } from "./rates_sheet.ts";
import { survivalGrid, survivalSheet } from "./survival_sheet.ts";
import { yearsGrid, yearsSheet } from "./years_sheet.ts";

/** Sheets whose formulas are the chain of a valuation. */
export interface LiveSheets {
  readonly sheets: readonly WorkbookSheet[];
}

/**
 * The chain of a valuation as sheets of formulas: assumptions, survival, months, years,
 * fund and rates, for each scenario.
 *
 * Formulas hold the program's values, so that a preview shows them; a spreadsheet computes
 * them anew, and a changed assumption moves the rates as it would here.
 *
 * @param scenarios Valuations of one design, each under another scenario.
 * @param sources Where assumptions come from, by their names.
 * @returns The sheets; or, in a sentence, why there are none.
 */
export function liveSheets(
  scenarios: readonly LiveScenario[],
  sources: AssumptionSources = {},
): LiveSheets | string {
  const reason = scenarios.map(reasonNotLive).find((each) => each !== null);
  if (reason !== undefined) return `No live formulas: ${reason}.`;
  const steps = scenarios.map(stepsOf);
  const survival = survivalGrid(steps);
  const byYear = yearsGrid(steps);
  const sheetOf = (what: string, name: string) => `${what} ${name}`.slice(0, 31);
  const months = new Map(
    steps.map((each) => [each.name, monthsGrid(each, sheetOf("Monthly", each.name))]),
  );
  const years = new Map(
    steps.map(({ name }) => [name, financialYearsGrid(sheetOf("Yearly", name))]),
  );
  const benefits = new Map<string, Grid | null>(
    steps.map((each) => [each.name, benefitsGrid(each, sheetOf("Benefits", each.name))]),
  );
  return {
    sheets: [
      assumptionsSheet(steps, months, sources),
      ratesSheet(steps, years),
      yearsSheet(steps, byYear),
      survivalSheet(steps, survival),
      ...steps.map((each) =>
        monthsSheet(each, {
          months: months.get(each.name)!,
          years: byYear,
          survival,
          benefits: benefits.get(each.name)!,
        })
      ),
      ...steps.flatMap((each) => {
        const grid = benefits.get(each.name)!;
        return grid === null ? [] : [benefitsSheet(each, grid)];
      }),
      ...steps.map((each) =>
        financialYearsSheet(each, years.get(each.name)!, {
          months: months.get(each.name)!,
          years: byYear,
        })
      ),
    ],
  };
}
