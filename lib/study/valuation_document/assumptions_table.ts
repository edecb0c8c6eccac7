import { type CellValue, type Table, unitThatShows } from "@jkp/exhibit";
import type { Scenario } from "@jkp/economy";
import { survivalAt } from "@jkp/survival";
import type { SchemeValuation, ValuationAssumptions, ValuationRun } from "@jkp/valuation";
import { assumptionSources, isStated } from "./assumption_sources.ts";

/** A column's key, which no other column has, whatever the scenario's name. */
const keyOf = (scenarioName: string) => `${scenarioName}/value`;

/** The assumptions that are one value each, by scenario, with their sources. */
export function assumptionsTable(
  valued: readonly SchemeValuation[],
  run: ValuationRun,
): Table {
  const { inputs: scenarios, inWords, basis: { file: { content } } } = run;
  const of = valued.map(({ scenarioName, valuation: { assumptions } }) => ({
    name: scenarioName,
    assumptions,
    scenario: scenarios.find(({ scenario }) => scenario.name === scenarioName)!.scenario,
  }));
  const row = (
    name: string,
    unit: string,
    source: string,
    value: (assumptions: ValuationAssumptions, scenario: Scenario) => CellValue,
  ) => ({
    name,
    unit,
    source,
    ...Object.fromEntries(
      of.map((
        { name, assumptions, scenario },
      ) => [keyOf(name), value(assumptions, scenario)]),
    ),
  });
  const { referenceYears: [first, last], members } = of[0]!.assumptions;
  const persons = unitThatShows(
    "persons",
    of.map(({ assumptions }) => assumptions.members.values[0]!),
    0,
  );
  const sources = assumptionSources(valued, run);
  const areTerminationsStated = isStated(content, "termination_pct_per_month");
  const studied = first === last ? String(first) : `${first}–${last}`;
  const percent = (value: number, decimals: number) => ({ value: 100 * value, decimals });
  return {
    id: "assumptions",
    number: "",
    title: "Assumptions that are one value each, and their sources",
    columns: [
      { key: "name", title: "Assumption" },
      ...of.map(({ name, scenario }) => ({ key: keyOf(name), title: scenario.title })),
      { key: "unit", title: "Unit" },
      { key: "source", title: "Source" },
    ],
    rows: [
      row(
        `Members, average of ${members.firstYear}`,
        persons.unit,
        sources.members,
        ({ members }) => ({ value: members.values[0]! / persons.size, decimals: 0 }),
      ),
      row(
        areTerminationsStated
          ? "Terminations a month"
          : `Terminations a month, ${studied}`,
        "% of members",
        sources.terminationRatePerMonth,
        ({ terminationRatePerMonth }) => percent(terminationRatePerMonth, 3),
      ),
      row(
        areTerminationsStated
          ? "Unemployment that terminations go with"
          : "Unemployment in the same years",
        "% of the labour force",
        sources.referenceUnemploymentRate,
        ({ referenceUnemploymentRate }) => percent(referenceUnemploymentRate, 1),
      ),
      ...[1, 6, 12].map((months) =>
        row(
          `Still without work after ${months} ${months === 1 ? "month" : "months"}`,
          "%",
          sources.survival,
          ({ survival }) => percent(survivalAt(survival, months), 1),
        )
      ),
      row(
        "Terminations that are involuntary",
        "%",
        sources.involuntaryShare,
        (_, { involuntaryShare }) => percent(involuntaryShare, 1),
      ),
      row(
        isStated(content, "eligible_share")
          ? "Covered leavers who are paid"
          : "Leavers with enough service",
        "%",
        sources.eligibleShare,
        ({ eligibleShare }) => percent(eligibleShare, 1),
      ),
      row(
        "Longest unemployment",
        "months",
        sources.maximumUnemploymentMonths,
        ({ maximumUnemploymentMonths }) => maximumUnemploymentMonths,
      ),
      row(
        "Claimants' insurable earnings below members'",
        "%",
        sources.claimantRelativity,
        ({ earnings }) => percent(1 - earnings.claimantRelativity, 1),
      ),
      row(
        "Administration",
        "% of insurable earnings",
        sources.administrationRate,
        ({ administrationRate }) => percent(administrationRate, 3),
      ),
      row(
        "Longest benefit",
        "months",
        sources.maximumDurationMonths,
        ({ maximumDurationMonths }) => maximumDurationMonths,
      ),
      row(
        "Fund at the start",
        "billion rupiah",
        sources.openingFund,
        ({ initialCapitalIdr }) => ({ value: initialCapitalIdr / 1e9, decimals: 1 }),
      ),
      row(
        "Reserve wanted at the end",
        "years of the last year's expenses",
        sources.reserveMultiple,
        ({ terms }) => ({ value: terms.reserveMultiple, decimals: 1 }),
      ),
    ],
    notes: [],
    source: `JKP Lab: ${inWords}.`,
  };
}
