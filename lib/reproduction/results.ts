import { type ByScenario, type ReportScenario, type Scenario } from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import type { OpenStatistics } from "@jkp/open";
import { type PopulationStudy, studyPopulation } from "@jkp/population";
import {
  loadPopulationStatistics,
  readPopulationAssumptions,
} from "@jkp/population/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import type { ElapsedStockResult } from "@jkp/survival";
import {
  deriveAssumptions,
  READING_NAMES,
  readingChoices,
  type ReadingName,
  REPORT_CHANGES,
  sensitivities,
  type Sensitivity,
  type TransitionalCost,
  type Valuation,
  type ValuationBasis,
  type ValuationInputs,
  type ValuationTerms,
  valueAssumptions,
} from "@jkp/valuation";

/** The terms of the report, which costs a transition. */
type ReportTerms = ValuationTerms & {
  readonly transition: NonNullable<ValuationTerms["transition"]>;
};

/** A valuation with the cost of its transition. */
type ReportValuation = Valuation & { readonly transition: TransitionalCost };

/** Everything that the report's tables and figures are made from. */
export interface ReportResults {
  readonly extract: StatisticsExtract;
  readonly experience: Experience & { readonly inactivity: ElapsedStockResult };
  /** Public statistics, typed as facts. */
  readonly open: OpenStatistics;
  /** Population and labour force of the base scenario. */
  readonly population: PopulationStudy;
  readonly scenarios: ByScenario<Scenario>;
  /** The proposed design's rules, when benefits begin. */
  readonly rules: Rules;
  /** Calendar, reserve and transition. */
  readonly terms: ReportTerms;
  /** The valuation file: where these come from. */
  readonly file: ValuationBasis["file"];
  /** The reading of Annex I in force. */
  readonly reading: ReadingName;
  /** Valuations under the reading in force. */
  readonly valuations: ByScenario<ReportValuation>;
  /** Valuations under every reading. */
  readonly byReading: { readonly [Name in ReadingName]: ByScenario<ReportValuation> };
  /** Section 3.4, under the reading in force. */
  readonly sensitivities: readonly Sensitivity[];
}

/**
 * Runs the report's whole computation: the valuation's three scenarios under every reading.
 *
 * @param basis The report's valuation, on its own extract or another.
 * @returns All results, for tables, figures and the ledger.
 * @throws {DataError} If a file of public statistics cannot be used.
 * @throws {RangeError} If a scenario of the report is missing, or the extract does not tell
 * how long members stay without contribution.
 *
 * @example Suggested rates by scenario; Table 3.7 prints 4.89, 1.35 and 0.66 per cent
 * ```ts
 * import { REPORT_SCENARIOS } from "@jkp/economy";
 * import { computeResults } from "@jkp/reproduction";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { valuations } = await computeResults(await readValuation("report_2021"));
 * const rates = REPORT_SCENARIOS.map((name) => {
 *   const { suggestedRate } = valuations[name].financing.benefit_and_administrative;
 *   return [name, (100 * suggestedRate).toFixed(2)];
 * });
 * assertEquals(Object.fromEntries(rates), {
 *   pessimistic: "4.89",
 *   base: "1.35",
 *   optimistic: "0.63",
 * });
 * ```
 */
export async function computeResults(basis: ValuationBasis): Promise<ReportResults> {
  const { extract, open, reading, scenarios: inputs, schemes } = basis;
  const scenarios = byScenario((name) => {
    const index = basis.roles.indexOf(name);
    if (index >= 0) return inputs[index]!.scenario;
    throw new RangeError(
      `Cannot reproduce the report: a scenario ${name} is wanted, got ` +
        basis.roles.join(", "),
    );
  });
  const { terms: { transition, ...others }, experience: studied } = inputs[0]!;
  const { population } = basis.file.data;
  if (transition === null || population === null) {
    throw new RangeError(
      "Cannot reproduce the report: workers of the transition and a population are " +
        "wanted, got none",
    );
  }
  const terms = { ...others, transition };
  const rules = rulesAt(schemes[0]!, terms.firstBenefitMonth);
  const { inactivity } = studied;
  if (inactivity === null) {
    throw new RangeError(
      `Cannot reproduce the report from ${studied.extractName}: ${studied.notes.at(-1)}`,
    );
  }
  const experience = { ...studied, inactivity };
  const value = (of: ReadingName) =>
    byScenario((name) => {
      const inputs = scenarioInputs({ experience, scenarios, terms, reading: of }, name);
      const { assumptions } = deriveAssumptions(inputs, rules);
      return valueAssumptions(assumptions) as ReportValuation; // by its terms
    });
  const byReading = Object.fromEntries(
    READING_NAMES.map((name) => [name, value(name)]),
  ) as ReportResults["byReading"];
  const valuations = byReading[reading];
  const [populationAssumptions, populationStatistics] = await Promise.all([
    readPopulationAssumptions(population),
    loadPopulationStatistics(),
  ]);
  return {
    extract,
    experience,
    open,
    population: studyPopulation(populationAssumptions, populationStatistics, {
      unemploymentRate: scenarios.base.unemploymentRate,
      unemploymentPattern: unemploymentBySex(open),
    }),
    scenarios,
    rules,
    terms,
    file: basis.file,
    reading,
    valuations,
    byReading,
    sensitivities: sensitivities(valuations.base.assumptions, REPORT_CHANGES),
  };
}

/**
 * All that a scenario's valuation is made from, but the law.
 *
 * @param results The report's results.
 * @param name The scenario.
 * @returns Experience, scenario, terms, and the choices of the reading in force.
 *
 * @example Layoffs are a quarter of terminations in the optimistic scenario
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { scenarioInputs } from "@jkp/reproduction";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { experience, terms } = await reportInputs("base");
 * const [pessimistic, base, optimistic] = [
 *   await readScenario("pessimistic"),
 *   await readScenario("base"),
 *   await readScenario("optimistic"),
 * ];
 * const scenarios = { pessimistic, base, optimistic };
 * const results = { experience, terms, scenarios, reading: "closest" } as const;
 * assertEquals(scenarioInputs(results, "optimistic").scenario.involuntaryShare, 0.25);
 * ```
 */
export function scenarioInputs(
  { experience, scenarios, terms, reading }:
    & Pick<ReportResults, "scenarios" | "reading">
    & { readonly experience: Experience; readonly terms: ValuationTerms },
  name: ReportScenario,
): ValuationInputs {
  const choices = readingChoices(reading, experience);
  return { experience, scenario: scenarios[name], terms, choices };
}

function byScenario<Value>(make: (name: ReportScenario) => Value): ByScenario<Value> {
  return {
    pessimistic: make("pessimistic"),
    base: make("base"),
    optimistic: make("optimistic"),
  };
}

/** Unemployment rates of the sexes in August 2019. */
function unemploymentBySex({ labour_force_by_group: rows }: OpenStatistics) {
  const rateOf = (sex: "male" | "female") =>
    rows.find(({ group, rate }) => group === sex && rate === "unemployment")!.value;
  return { male: rateOf("male"), female: rateOf("female") };
}
