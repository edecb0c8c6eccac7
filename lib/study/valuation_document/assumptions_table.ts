import { type CellValue, dataInWords, type Table } from "@jkp/exhibit";
import type { Scenario } from "@jkp/economy";
import { survivalAt } from "@jkp/survival";
import type { SchemeValuation, ValuationAssumptions, ValuationRun } from "@jkp/valuation";

/** Of a level that is not the extract's, and of which the file says no source. */
const STATED = "stated in the valuation file";

/** A column's key, which no other column has, whatever the scenario's name. */
const keyOf = (scenarioName: string) => `${scenarioName}/value`;

/** The assumptions that are one value each, by scenario, with their sources. */
export function assumptionsTable(
  valued: readonly SchemeValuation[],
  { inputs: scenarios, inWords, basis: { file } }: ValuationRun,
): Table {
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
  const extract = dataInWords(scenarios[0]!.experience);
  const { members: stated, experience: said } = file.content;
  const levelsSaid = [said ?? {}, ...Object.values(said?.roles ?? {})];
  const sourceOf = (key: keyof NonNullable<typeof said>) =>
    levelsSaid.some((levels) => Object.hasOwn(levels, key))
      ? said?.source ?? STATED
      : extract;
  const economies = new Set(of.map(({ scenario }) => scenario.source));
  const economy = economies.size === 1
    ? of[0]!.scenario.source
    : "each scenario's own, in the notes";
  const law = valued[0]!.rules.source;
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
        "thousand",
        stated === undefined ? sourceOf("members") : stated.source ?? STATED,
        ({ members }) => ({ value: members.values[0]! / 1e3, decimals: 0 }),
      ),
      row(
        `Terminations a month, ${first === last ? first : `${first}–${last}`}`,
        "% of members",
        sourceOf("termination_pct_per_month"),
        ({ terminationRatePerMonth }) => percent(terminationRatePerMonth, 3),
      ),
      row(
        "Unemployment in the same years",
        "% of the labour force",
        economy,
        ({ referenceUnemploymentRate }) => percent(referenceUnemploymentRate, 1),
      ),
      ...[1, 6, 12].map((months) =>
        row(
          `Still without work after ${months} ${months === 1 ? "month" : "months"}`,
          "%",
          sourceOf("survival"),
          ({ survival }) => percent(survivalAt(survival, months), 1),
        )
      ),
      row(
        "Terminations that are involuntary",
        "%",
        economy,
        (_, { involuntaryShare }) => percent(involuntaryShare, 1),
      ),
      row(
        "Leavers with enough service",
        "%",
        sourceOf("eligible_share"),
        ({ eligibleShare }) => percent(eligibleShare, 1),
      ),
      row(
        "Longest unemployment",
        "months",
        economy,
        ({ maximumUnemploymentMonths }) => maximumUnemploymentMonths,
      ),
      row(
        "Claimants' insurable earnings below members'",
        "%",
        sourceOf("claimants_relative_wage"),
        ({ earnings }) => percent(1 - earnings.claimantRelativity, 1),
      ),
      row(
        "Administration",
        "% of insurable earnings",
        economy,
        ({ administrationRate }) => percent(administrationRate, 3),
      ),
      row(
        "Longest benefit",
        "months",
        law,
        ({ maximumDurationMonths }) => maximumDurationMonths,
      ),
      row(
        "Fund at the start",
        "billion rupiah",
        file.content.fund?.source ?? law,
        ({ initialCapitalIdr }) => ({ value: initialCapitalIdr / 1e9, decimals: 1 }),
      ),
      row(
        "Reserve wanted at the end",
        "years of the last year's expenses",
        file.content.reserve?.source ?? "terms of the valuation",
        ({ terms }) => ({ value: terms.reserveMultiple, decimals: 1 }),
      ),
    ],
    notes: economies.size === 1
      ? []
      : of.map(({ scenario: { title, source } }) => `${title}: ${source}.`),
    source: `JKP Lab: ${inWords}.`,
  };
}
