import type { Table } from "@jkp/exhibit";
import type { SchemeValuation, SchemeValuations } from "@jkp/valuation";
import { bySchemeAndDuration, rateKey, scenarioTitles } from "./scheme_groups.ts";

/**
 * Suggested rates of schemes with changed assumptions, beside those without any change.
 *
 * @param changed The schemes as changed.
 * @param unchanged The same schemes and scenarios as they were.
 * @param source Where the data come from, and what was changed.
 */
export function changedRatesTable(
  changed: SchemeValuations,
  unchanged: SchemeValuations,
  source: string,
): Table {
  const keyOf = ({ rules, duration, scenarioName }: SchemeValuation) =>
    JSON.stringify([rules.name, duration, scenarioName]);
  const before = new Map(unchanged.valued.map((each) => [keyOf(each), each]));
  const scenarios = scenarioTitles(changed);
  const rate = { unit: "%", decimals: 2 };
  return {
    id: "schemes_changed",
    number: "",
    title: "Suggested contribution rates, changed and unchanged",
    columns: [
      { key: "title", title: "Scheme" },
      { key: "months", title: "Longest benefit", unit: "months" },
      ...[...scenarios].flatMap(([name, title]) => [
        { key: rateKey(name), title: "Changed", group: title, ...rate },
        {
          key: `${rateKey(name)}_unchanged`,
          title: "Unchanged",
          group: title,
          ...rate,
        },
      ]),
    ],
    rows: bySchemeAndDuration(changed.valued).map((group) => ({
      title: group[0]!.rules.title,
      months: group[0]!.durationMonths,
      ...Object.fromEntries(group.flatMap((each) => {
        const same = before.get(keyOf(each));
        return [
          [rateKey(each.scenarioName), 100 * each.suggestedRate],
          [
            `${rateKey(each.scenarioName)}_unchanged`,
            same === undefined ? null : 100 * same.suggestedRate,
          ],
        ];
      })),
    })),
    notes: [],
    source,
  };
}
