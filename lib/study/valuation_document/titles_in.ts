import { labelOfExtract } from "@jkp/extract";
import { type Language, titledIn } from "@jkp/language";
import type { Rules } from "@jkp/scheme";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";

/** Schemes, scenarios and the valuation with their titles in a language, where they have one. */
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
  const scenarios = basis.scenarios.map((inputs) => ({
    ...inputs,
    scenario: titledIn(inputs.scenario, language),
  }));
  const titles = new Map(scenarios.map(({ scenario: { name, title } }) => [name, title]));
  return {
    ...comparison,
    valued: valued.map((each) => ({
      ...each,
      rules: rulesIn(each.rules),
      scenarioTitle: titles.get(each.scenarioName) ?? each.scenarioTitle,
    })),
    basis: {
      ...basis,
      file: titledIn(basis.file, language),
      label: labelOfExtract(basis.extract.manifest, language),
      scenarios,
      schemes: basis.schemes.map((scheme) => titledIn(scheme, language)),
    },
  };
}
