import { unitThatShows } from "@jkp/exhibit";
import { inSentence, type Words, wordsOf } from "@jkp/language";
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
  const words = wordsOf("en").valuation;
  return [
    ...resultsInShort(comparison, statesLevels, words),
    ...overPaths(sure),
    words.inShort.whereToLook,
  ];
}

/** The sentences of a valuation in short but the last, in words of a language. */
export function resultsInShort(
  comparison: SchemeComparison,
  statesLevels: boolean,
  words: Words["valuation"],
): readonly string[] {
  const groups = bySchemeAndDuration(comparison.valued);
  const mainName = mainInputs(comparison).scenario.name;
  const main = groups.flatMap((group) =>
    group.find(({ scenarioName }) => scenarioName === mainName) ?? group[0]!
  );
  const of = groups.length === 1 ? "" : words.inShort.of(nameOf(main[0]!, groups, words));
  return [
    computed(comparison, words),
    answer(main, groups, words),
    beside(main[0]!, groups[0]!, of, words),
    howSure(comparison, groups[0]!, { of, statesLevels }, words),
  ];
}

function computed(
  { valued, basis: { schemes, label } }: SchemeComparison,
  words: Words["valuation"],
): string {
  const { years } = valued[0]!.valuation;
  const scenarios = new Set(valued.map(({ scenarioName }) => scenarioName)).size;
  const { inShort } = words;
  return inShort.computed(
    schemes.length === 1
      ? inShort.computedOne(schemes[0]!.title)
      : inShort.computedSome(schemes.length),
    years[0]!.year,
    years.at(-1)!.year,
    scenarios,
    words.data(label.extractName, label.isSynthetic),
  );
}

function answer(
  main: readonly SchemeValuation[],
  groups: readonly (readonly SchemeValuation[])[],
  words: Words["valuation"],
): string {
  const { inShort, percent2 } = words;
  const [first] = main;
  const { assumptions: { terms } } = first!.valuation;
  const scenario = inSentence(first!.scenarioTitle);
  const reserve = inShort.reserve(terms.reserveMultiple);
  if (main.length > 1) {
    const byRate = main.toSorted((a, b) => a.suggestedRate - b.suggestedRate);
    const named = main.length <= NAMED ? main : [byRate[0]!, byRate.at(-1)!];
    const rates = named.map((each) =>
      inShort.rateFor(percent2(each.suggestedRate), nameOf(each, groups, words))
    );
    return inShort.ratesOfSome(scenario, reserve, rates, main.length > NAMED);
  }
  const { suggestedRate, valuation } = first!;
  const { minimumRate } = valuation.financing.benefit_and_administrative;
  const { initialCapitalIdr } = valuation.assumptions;
  const withoutFund = { ...fundTerms(valuation.assumptions), openingIdr: 0 };
  const alone = initialCapitalIdr === 0
    ? ""
    : inShort.withoutFund(percent2(breakEvenRate(valuation.years, withoutFund)));
  return suggestedRate <= 0
    ? inShort.noContribution(
      scenario,
      inRupiah(initialCapitalIdr, words),
      reserve,
      alone,
    )
    : inShort.contribution(
      scenario,
      percent2(suggestedRate),
      initialCapitalIdr === 0 ? null : inRupiah(initialCapitalIdr, words),
      reserve,
      percent2(minimumRate),
      alone,
    );
}

/**
 * The rate that the law has, or that is tried, beside what is needed in the main scenario;
 * and how long the fund lasts at it in this scenario and in each other.
 */
function beside(
  main: SchemeValuation,
  group: readonly SchemeValuation[],
  of: string,
  words: Words["valuation"],
): string {
  const { inShort, percent2 } = words;
  const { ownRate, suggestedRate, scenarioTitle, valuation } = main;
  const { trialContributionRate } = valuation.assumptions;
  const inMain = inShort.inScenario(inSentence(scenarioTitle));
  const others = Map.groupBy(group.filter((each) => each !== main), exhaustionYearOf);
  const alike = others.get(exhaustionYearOf(main)) ?? [];
  others.delete(exhaustionYearOf(main));
  const lasts = [
    inShort.atRate(percent2(trialContributionRate), fundLasts(main, inShort), inMain) +
    (alike.length === 0 ? "" : inShort.andSoIn(scenariosOf(alike, words))),
    ...[...others.values()].map((unlike) =>
      inShort.inOthers(scenariosOf(unlike, words), fundLasts(unlike[0]!, inShort))
    ),
  ].join("; ");
  return ownRate === null ? inShort.noOwnRate(of, lasts) : inShort.ownRate(
    of,
    inMain,
    percent2(ownRate),
    ownRate < suggestedRate,
    lasts,
  );
}

/** When the fund of the trial rate is first overdrawn; `null` if never. */
function exhaustionYearOf({ valuation }: SchemeValuation): number | null {
  return valuation.financing.benefit_and_administrative.exhaustionYear;
}

function fundLasts(
  valued: SchemeValuation,
  { lastsToEnd, overdrawn }: Words["valuation"]["inShort"],
): string {
  const year = exhaustionYearOf(valued);
  return year === null ? lastsToEnd : overdrawn(year);
}

/** "Pessimistic and optimistic", as they are called in a sentence. */
function scenariosOf(
  valued: readonly SchemeValuation[],
  { list }: Words["valuation"],
): string {
  return list(valued.map(({ scenarioTitle }) => inSentence(scenarioTitle)));
}

/** The scenarios' rates from lowest to highest, and what the data are. */
function howSure(
  { basis: { label } }: SchemeComparison,
  group: readonly SchemeValuation[],
  { of, statesLevels }: { readonly of: string; readonly statesLevels: boolean },
  { inShort, percent2 }: Words["valuation"],
): string {
  const byRate = group.toSorted((a, b) => a.suggestedRate - b.suggestedRate);
  const rate = ({ suggestedRate, scenarioTitle }: SchemeValuation) =>
    inShort.rateOf(percent2(suggestedRate), inSentence(scenarioTitle));
  const range = group.length < 2
    ? ""
    : inShort.range(rate(byRate[0]!), rate(byRate.at(-1)!));
  const data = !label.isSynthetic
    ? inShort.recorded
    : statesLevels
    ? inShort.structureOnly
    : inShort.synthetic;
  return inShort.howSure(of, range, data);
}

/** What the first scheme comes to over paths of the economy. */
function overPaths(sure: HowSureContent | undefined): string[] {
  if (sure === undefined || typeof sure.economy === "string") return [];
  const { inWords: [answer], drawn } = sure.economy.exhibits;
  return [`On ${drawn}. ${answer}`];
}

function inRupiah(idr: number, { amount, units }: Words["valuation"]): string {
  const { unit, size } = unitThatShows("rupiah", [idr], 1);
  return amount(idr / size, units[unit]);
}
