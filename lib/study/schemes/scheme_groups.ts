import { inSentence } from "@jkp/language";
import type { SchemeValuation, SchemeValuations } from "@jkp/valuation";

/** Valuations of the same scheme and duration together, in their order. */
export function bySchemeAndDuration(
  valued: readonly SchemeValuation[],
): SchemeValuation[][] {
  const groups = Map.groupBy(valued, (each) => each.rules);
  return [...groups.values()].flatMap((
    group,
  ) => [...Map.groupBy(group, ({ duration }) => duration).values()]);
}

/** Key of a scenario's rates in a table: no other column has it, whatever the name. */
export function rateKey(scenarioName: string): string {
  return `${scenarioName}/rate`;
}

/** Scenarios by their names, each with its title, in their order. */
export function scenarioTitles(
  { valued }: Pick<SchemeValuations, "valued">,
): ReadonlyMap<string, string> {
  return new Map(
    valued.map(({ scenarioName, scenarioTitle }) => [scenarioName, scenarioTitle]),
  );
}

/** What the scenario of a name is called in a sentence. */
export function scenarioInSentence(
  valuations: Pick<SchemeValuations, "valued">,
  name: string,
): string {
  return inSentence(scenarioTitles(valuations).get(name) ?? name);
}
