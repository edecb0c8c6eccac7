import {
  type ByScenario,
  REPORT_SCENARIOS,
  type ReportScenario,
  type Scenario,
} from "@jkp/economy";
import { readScenario } from "@jkp/economy/read";
import { type Experience, studyExperience } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import { loadOpenStatistics } from "@jkp/open/read";
import type { OpenStatistics } from "@jkp/open";
import {
  loadPopulationStatistics,
  readPopulationAssumptions,
} from "@jkp/population/read";
import { type PopulationStudy, studyPopulation } from "@jkp/population";
import type { ElapsedStockResult } from "@jkp/survival";
import { readScheme, readValuationTerms } from "@jkp/scheme/read";
import { type Rules, rulesAt, type ValuationTerms } from "@jkp/scheme";
import {
  checkReading,
  deriveAssumptions,
  READING_NAMES,
  readingChoices,
  type ReadingName,
  REPORT_CHANGES,
  runValuation,
  sensitivities,
  type Sensitivity,
  studyOptions,
  type Valuation,
  type ValuationInputs,
} from "@jkp/valuation";
import { REPORT_DESIGN } from "@jkp/valuation/read";

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
  readonly terms: ValuationTerms;
  /** The reading of Annex I in force. */
  readonly reading: ReadingName;
  /** Valuations under the reading in force. */
  readonly valuations: ByScenario<Valuation>;
  /** Valuations under every reading. */
  readonly byReading: { readonly [Name in ReadingName]: ByScenario<Valuation> };
  /** Section 3.4, under the reading in force. */
  readonly sensitivities: readonly Sensitivity[];
}

/**
 * Runs the report's whole computation on an extract.
 *
 * @param extract The extract.
 * @param reading The reading of Annex I to put in force.
 * @returns All results, for tables, figures and the ledger.
 * @throws {DataError} If a scenario, design or open statistics file cannot be used.
 * @throws {RangeError} If the extract does not cover the scenarios' reference years.
 *
 * @example Suggested rates by scenario; Table 3.7 prints 4.89, 1.35 and 0.66 per cent
 * ```ts
 * import { REPORT_SCENARIOS } from "@jkp/economy";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { computeResults } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const { valuations } = await computeResults(await readShippedExtract(), "closest");
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
export async function computeResults(
  extract: StatisticsExtract,
  reading: ReadingName,
): Promise<ReportResults> {
  checkReading(reading);
  const [scheme, terms, open, populationAssumptions, populationStatistics] = await Promise
    .all([
      readScheme(REPORT_DESIGN),
      readValuationTerms(),
      loadOpenStatistics(),
      readPopulationAssumptions("report_2021"),
      loadPopulationStatistics(),
    ]);
  const files = await Promise.all(REPORT_SCENARIOS.map(readScenario));
  const scenarios = byScenario((name) => files[REPORT_SCENARIOS.indexOf(name)]!);
  const rules = rulesAt(scheme, terms.firstBenefitMonth);
  const studied = studyExperience(extract, studyOptions(scenarios.base, rules));
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
      return runValuation(deriveAssumptions(inputs, rules).assumptions);
    });
  const byReading = Object.fromEntries(
    READING_NAMES.map((name) => [name, value(name)]),
  ) as ReportResults["byReading"];
  const valuations = byReading[reading];
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
    & Pick<ReportResults, "scenarios" | "terms" | "reading">
    & { readonly experience: Experience },
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
