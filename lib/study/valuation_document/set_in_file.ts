import type { ValuationRun } from "@jkp/valuation";

/**
 * What `[changes]` of the valuation's file sets, in a sentence; none of a file that sets
 * nothing, or where a command sets all of it to other values.
 */
export function setInFile(
  { changes, basis: { file } }: Pick<ValuationRun, "changes" | "basis">,
): string[] {
  const inForce = new Map<string, number>(Object.entries(changes));
  const set = Object.entries(file.changes)
    .filter(([name, value]) => inForce.get(name) === value)
    .map(([name, value]) => `${name} ${value}`);
  const { changes: source } = file.sources;
  return set.length === 0 ? [] : [
    "The file sets by name, whatever experience, scenario and law say: " +
    `${set.join(", ")}${source === undefined ? "" : ` (${source})`}.`,
  ];
}
