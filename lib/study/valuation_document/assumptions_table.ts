import { type CellValue, dataInWords, type Table } from "@jkp/exhibit";
import type { Scenario } from "@jkp/economy";
import { survivalAt } from "@jkp/survival";
import type { SchemeValuation, ValuationAssumptions, ValuationRun } from "@jkp/valuation";

/** Of a level that is not the extract's. */
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
  const sources = assumptionSources(valued, { inputs: scenarios, basis: { file } });
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
        sources.members,
        ({ members }) => ({ value: members.values[0]! / 1e3, decimals: 0 }),
      ),
      row(
        `Terminations a month, ${first === last ? first : `${first}–${last}`}`,
        "% of members",
        sources.terminations,
        ({ terminationRatePerMonth }) => percent(terminationRatePerMonth, 3),
      ),
      row(
        "Unemployment in the same years",
        "% of the labour force",
        sources.economy,
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
        sources.economy,
        (_, { involuntaryShare }) => percent(involuntaryShare, 1),
      ),
      row(
        "Leavers with enough service",
        "%",
        sources.eligibleShare,
        ({ eligibleShare }) => percent(eligibleShare, 1),
      ),
      row(
        "Longest unemployment",
        "months",
        sources.economy,
        ({ maximumUnemploymentMonths }) => maximumUnemploymentMonths,
      ),
      row(
        "Claimants' insurable earnings below members'",
        "%",
        sources.claimants,
        ({ earnings }) => percent(1 - earnings.claimantRelativity, 1),
      ),
      row(
        "Administration",
        "% of insurable earnings",
        sources.economy,
        ({ administrationRate }) => percent(administrationRate, 3),
      ),
      row(
        "Longest benefit",
        "months",
        sources.law,
        ({ maximumDurationMonths }) => maximumDurationMonths,
      ),
      row(
        "Fund at the start",
        "billion rupiah",
        sources.fund,
        ({ initialCapitalIdr }) => ({ value: initialCapitalIdr / 1e9, decimals: 1 }),
      ),
      row(
        "Reserve wanted at the end",
        "years of the last year's expenses",
        sources.terms,
        ({ terms }) => ({ value: terms.reserveMultiple, decimals: 1 }),
      ),
    ],
    notes: [],
    source: `JKP Lab: ${inWords}.`,
  };
}

/** Where the assumptions of a valuation come from. */
export function assumptionSources(
  valued: readonly SchemeValuation[],
  { inputs, basis: { file } }: {
    readonly inputs: ValuationRun["inputs"];
    readonly basis: Pick<ValuationRun["basis"], "file">;
  },
) {
  const extract = dataInWords(inputs[0]!.experience);
  const { members: stated, experience: said } = file.content;
  const levelsSaid = [said ?? {}, ...Object.values(said?.roles ?? {})];
  const sourceOf = (key: keyof NonNullable<typeof said>) =>
    levelsSaid.some((levels) => Object.hasOwn(levels, key)) ? STATED : extract;
  const named = new Set(valued.map(({ scenarioName }) => scenarioName));
  const scenarios = inputs.filter(({ scenario }) => named.has(scenario.name));
  const law = valued[0]!.rules.source;
  return {
    members: stated === undefined ? sourceOf("members") : STATED,
    terminations: sourceOf("termination_pct_per_month"),
    survival: sourceOf("survival"),
    eligibleShare: sourceOf("eligible_share"),
    claimants: sourceOf("claimants_relative_wage"),
    economy: [...new Set(scenarios.map(({ scenario }) => scenario.source))].join("; "),
    law,
    fund: file.content.fund?.source ?? law,
    terms: "terms of the valuation",
  };
}
