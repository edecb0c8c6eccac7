import type { SchemeValuation } from "@jkp/valuation";

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
