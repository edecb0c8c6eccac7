import { type Language, titledIn, titleIn, type Words, wordsOf } from "@jkp/language";
import type { Rules } from "@jkp/scheme";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";

/** Schemes and the valuation with their titles in a language, where they have one in it. */
export function titlesIn(
  comparison: SchemeComparison,
  language: Language,
): SchemeComparison {
  const { valued, basis } = comparison;
  // Valuations of one scheme have the same rules, and are grouped by them.
  const titled = new Map<Rules, Rules>();
  const rulesIn = (rules: Rules) => {
    if (!titled.has(rules)) titled.set(rules, titledIn(rules, language));
    return titled.get(rules)!;
  };
  return {
    ...comparison,
    valued: valued.map((each) => ({ ...each, rules: rulesIn(each.rules) })),
    basis: {
      ...basis,
      file: titledIn(basis.file, language),
      schemes: basis.schemes.map((scheme) => titledIn(scheme, language)),
    },
  };
}

/**
 * The words of a valuation in a language, in which scenarios are called by their own titles,
 * where they have one in it.
 */
export function wordsWithScenarios(
  { basis: { scenarios } }: SchemeComparison,
  language: Language,
): Words["valuation"] {
  const words = wordsOf(language).valuation;
  if (language === "en") return words;
  const titles = new Map(
    scenarios.flatMap(({ scenario }) =>
      scenario.titleId === undefined
        ? []
        : [[scenario.name, inSentence(titleIn(scenario, language))] as const]
    ),
  );
  return { ...words, scenario: (name) => titles.get(name) ?? words.scenario(name) };
}

/** A title as it stands inside a sentence; capitals of a short form stay. */
function inSentence(title: string): string {
  const [first = "", second = ""] = title;
  const isShortForm = second !== second.toLowerCase();
  return isShortForm ? title : first.toLowerCase() + title.slice(1);
}
