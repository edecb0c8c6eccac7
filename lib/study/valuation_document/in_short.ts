import {
  capitalized,
  dataInWords,
  keyInWords,
  percent,
  unitThatShows,
} from "@jkp/exhibit";
import {
  breakEvenRate,
  fundTerms,
  mainInputs,
  type SchemeValuation,
} from "@jkp/valuation";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import type { HowSureContent } from "./how_sure_section.ts";
import { nameOf } from "./result_sections.ts";

/** Schemes that are named with their rate; of more the lowest and the highest are. */
const NAMED = 3;

/**
 * A valuation in a few sentences: what was computed, the answer, what it is compared with,
 * how sure it is, and where to look. Every number in them is computed.
 */
export function valuationInShort(
  comparison: SchemeComparison,
  statesLevels: boolean,
  sure?: HowSureContent,
): readonly string[] {
  const groups = bySchemeAndDuration(comparison.valued);
  const mainName = mainInputs(comparison).scenario.name;
  const main = groups.flatMap((group) =>
    group.find(({ scenarioName }) => scenarioName === mainName) ?? group[0]!
  );
  const of = groups.length === 1 ? "" : `for ${nameOf(main[0]!, groups)}: `;
  return [
    computed(comparison),
    answer(main, groups),
    beside(main[0]!, groups[0]!, of),
    howSure(comparison, groups[0]!, { of, statesLevels }),
    ...overPaths(sure),
    "The rates stand in the table below; each year's numbers under Results by year, what " +
    "would move them under Sensitivity, how sure they are under How sure, what they do not " +
    "say under Limits, and where each input comes from under Assumptions and Provenance.",
  ];
}

function computed({ valued, basis: { schemes, label } }: SchemeComparison): string {
  const { years } = valued[0]!.valuation;
  const scenarios = new Set(valued.map(({ scenarioName }) => scenarioName)).size;
  const what = schemes.length === 1
    ? `“${schemes[0]!.title}”`
    : `${schemes.length} schemes`;
  return `Benefits, administration and fund of ${what} were projected for the years ` +
    `${years[0]!.year} to ${years.at(-1)!.year} under ${scenarios} ` +
    `${scenarios === 1 ? "scenario" : "scenarios"}, on ${dataInWords(label)}.`;
}

function answer(
  main: readonly SchemeValuation[],
  groups: readonly (readonly SchemeValuation[])[],
): string {
  const [first] = main;
  const { assumptions: { terms } } = first!.valuation;
  const scenario = keyInWords(first!.scenarioName);
  const reserve = `a reserve of ${terms.reserveMultiple} times the last year's expenses`;
  if (main.length > 1) {
    const byRate = main.toSorted((a, b) => a.suggestedRate - b.suggestedRate);
    const named = main.length <= NAMED ? main : [byRate[0]!, byRate.at(-1)!];
    const rates = named.map((each) =>
      `${percent(each.suggestedRate, 2)} for ${nameOf(each, groups)}`
    );
    return `In the ${scenario} scenario the level contribution rate that pays for all and ` +
      `leaves ${reserve} is${main.length <= NAMED ? "" : " between"} ` +
      `${rates.join(" and ")}, of insurable earnings.`;
  }
  const { suggestedRate, valuation } = first!;
  const { minimumRate } = valuation.financing.benefit_and_administrative;
  const { initialCapitalIdr } = valuation.assumptions;
  const withoutFund = { ...fundTerms(valuation.assumptions), openingIdr: 0 };
  const alone = initialCapitalIdr === 0
    ? ""
    : `, and without that fund ${
      percent(breakEvenRate(valuation.years, withoutFund), 2)
    } would just pay for the years`;
  return suggestedRate <= 0
    ? `In the ${scenario} scenario no contribution is needed: the fund of ${
      inRupiah(initialCapitalIdr)
    } at the start pays for benefits and administration, and leaves ${reserve}${alone}.`
    : `In the ${scenario} scenario a level contribution of ${
      percent(suggestedRate, 2)
    } of insurable earnings${
      initialCapitalIdr === 0
        ? ""
        : `, with the fund of ${inRupiah(initialCapitalIdr)} at the start,`
    } pays benefits and administration, and leaves ${reserve}; ` +
      `${percent(minimumRate, 2)} would do without a reserve${alone}.`;
}

/**
 * The rate that the law has, or that is tried, beside what is needed in the main scenario;
 * and how long the fund lasts at it in this scenario and in each other.
 */
function beside(
  main: SchemeValuation,
  group: readonly SchemeValuation[],
  of: string,
): string {
  const { ownRate, suggestedRate, scenarioName, valuation } = main;
  const { trialContributionRate } = valuation.assumptions;
  const rate = percent(trialContributionRate, 2);
  const than =
    `${
      (ownRate ?? trialContributionRate) < suggestedRate ? "less" : "more"
    } than what is ` +
    "needed";
  const inMain = `in the ${keyInWords(scenarioName)} scenario`;
  const others = Map.groupBy(group.filter((each) => each !== main), exhaustionYearOf);
  const alike = others.get(exhaustionYearOf(main)) ?? [];
  others.delete(exhaustionYearOf(main));
  const lasts = [
    `at ${rate} ${fundLasts(main)} ${inMain}` +
    (alike.length === 0 ? "" : `, and so in ${scenariosOf(alike)}`),
    ...[...others.values()].map((unlike) =>
      `in ${scenariosOf(unlike)} ${fundLasts(unlike[0]!)}`
    ),
  ];
  return capitalized(
    of +
      (ownRate === null
        ? `the law names no rate of its own; ${lasts.join("; ")}.`
        : `${inMain} the law's own rate, ${percent(ownRate, 2)} of wages, is ${than}; ${
          lasts.join("; ")
        }.`),
  );
}

/** When the fund of the trial rate is first overdrawn; `null` if never. */
function exhaustionYearOf({ valuation }: SchemeValuation): number | null {
  return valuation.financing.benefit_and_administrative.exhaustionYear;
}

function fundLasts(valued: SchemeValuation): string {
  const year = exhaustionYearOf(valued);
  return year === null
    ? "the fund lasts to the end of the projection"
    : `the fund is overdrawn in ${year}`;
}

/** "Pessimistic and optimistic", as they are called in a sentence. */
function scenariosOf(valued: readonly SchemeValuation[]): string {
  return new Intl.ListFormat("en-GB").format(
    valued.map(({ scenarioName }) => keyInWords(scenarioName)),
  );
}

/** The scenarios' rates from lowest to highest, and what the data are. */
function howSure(
  { basis: { label } }: SchemeComparison,
  group: readonly SchemeValuation[],
  { of, statesLevels }: { readonly of: string; readonly statesLevels: boolean },
): string {
  const byRate = group.toSorted((a, b) => a.suggestedRate - b.suggestedRate);
  const rate = ({ suggestedRate, scenarioName }: SchemeValuation) =>
    `${percent(suggestedRate, 2)} (${keyInWords(scenarioName)})`;
  const range = group.length < 2
    ? ""
    : `over the scenarios, to which no probability is attached, the rate goes from ${
      rate(byRate[0]!)
    } to ${rate(byRate.at(-1)!)}; `;
  const data = !label.isSynthetic
    ? "the data are recorded"
    : statesLevels
    ? "the extract is synthetic and gives the structure by sex and age alone, while levels " +
      "are stated in the valuation file with their sources"
    : "the data are synthetic, and no rate is evidence about Indonesia";
  return `${capitalized(of + range + data)}.`;
}

/** What the first scheme comes to over paths of the economy. */
function overPaths(sure: HowSureContent | undefined): string[] {
  if (sure === undefined || typeof sure.economy === "string") return [];
  const { inWords: [answer], drawn } = sure.economy.exhibits;
  return [`On ${drawn}. ${answer}`];
}

function inRupiah(idr: number): string {
  const { unit, size } = unitThatShows("rupiah", [idr], 1);
  return `${(idr / size).toFixed(1)} ${unit} rupiah`;
}
