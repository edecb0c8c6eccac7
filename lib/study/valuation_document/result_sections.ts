import { type DocumentPart, type DocumentSection, type Table } from "@jkp/exhibit";
import { inSentence, type Language, type Words, wordsOf } from "@jkp/language";
import { indicators } from "@jkp/experience";
import {
  figuresOfValuation,
  isRunningScheme,
  isTrialRatePaid,
  mainInputs,
  type SchemeValuation,
} from "@jkp/valuation";
import { indicatorsTable } from "../monitoring/indicators_table.ts";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import { projectionTable } from "../valuations/projection_table.ts";
import { keyOf, resultFigures } from "./result_exhibits.ts";
import {
  runningFundFigures,
  runningFundTables,
  trialStatus,
} from "./running_fund_tables.ts";

/** The projection of each scheme, a table a scenario, and what it looks like. */
export function resultSection(
  { valued }: SchemeComparison,
  source: string,
): DocumentSection {
  const groups = bySchemeAndDuration(valued);
  return {
    id: "results",
    title: "Results by year",
    subsections: groups.map((group): DocumentPart => ({
      id: `results_${keyOf(group[0]!)}`,
      title: nameOf(group[0]!, groups),
      tables: projectionTables(group, source),
      figures: resultFigures(group, source),
    })),
  };
}

/** The projection of one scheme, a table a scenario. */
export function projectionTables(
  group: readonly SchemeValuation[],
  source: string,
  language: Language = "en",
): readonly Table[] {
  const { projection } = wordsOf(language).valuation;
  return group.map(({ scenarioName, scenarioTitle, valuation }) => {
    const table = projectionTable(valuation, source, language);
    return {
      ...table,
      id: `projection_${keyOf(group[0]!)}_${scenarioName}`,
      title: projection.ofScenario(inSentence(scenarioTitle), table.title),
    };
  });
}

/** Indicators of the main scenario, in each scheme's first and last year with benefits. */
export function indicatorSection(
  comparison: SchemeComparison,
  source: string,
): DocumentSection {
  const { scenario: { name: main }, terms } = mainInputs(comparison);
  const shown = comparison.valued.filter(({ scenarioName }) => scenarioName === main);
  const isTried = isRunningScheme(terms) &&
    shown.some(({ ownRate }) => !isTrialRatePaid({ terms, ownRate }));
  return {
    id: "indicators",
    title: "Indicators",
    paragraphs: [
      "Each with its formula, and the lag between what stands above and below its line. " +
      `Contributions and fund are those at the rate that is ${
        isTried ? "tried" : "paid"
      }, ` +
      "if the scheme has a fund at the start, else at the suggested rate.",
    ],
    tables: shown.map((one) => {
      const { years } = one.valuation;
      const paid = years.filter(({ benefitsIdr }) => benefitsIdr > 0);
      const ends = [...new Set([paid[0]!.year, paid.at(-1)!.year])];
      return {
        ...indicatorsTable(
          ends.map((year) => ({
            title: String(year),
            indicators: indicators(figuresOfValuation(comparison, one, year)),
          })),
          source,
        ),
        id: `indicators_${keyOf(one)}`,
        title: `Indicators: ${nameOf(one, bySchemeAndDuration(comparison.valued))}`,
      };
    }),
  };
}

/** Of a scheme with a fund of its own at the start: what that fund does to its rate. */
export function fundSection(
  { valued, basis: { file } }: SchemeComparison,
  source: string,
): DocumentSection[] {
  if (!isRunningScheme(file.terms)) return [];
  const [first] = bySchemeAndDuration(valued);
  const words = wordsOf("en").valuation;
  return [{
    id: "running_fund",
    title: words.page.fund(trialStatus(first![0]!, words)),
    tables: runningFundTables(first!, source),
    figures: runningFundFigures(first!, source),
  }];
}

/** A scheme's title; with its duration, where it is valued at several. */
export function nameOf(
  { rules, durationMonths }: SchemeValuation,
  groups: readonly (readonly SchemeValuation[])[],
  { upTo }: Words["valuation"] = wordsOf("en").valuation,
): string {
  const isRange = groups.filter(([one]) => one!.rules === rules).length > 1;
  return isRange ? upTo(rules.title, durationMonths) : rules.title;
}
