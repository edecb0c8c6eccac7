import type { SchemeValuations } from "@jkp/valuation";
import { keyInWords, type Table } from "@jkp/exhibit";

/**
 * What a valuation of schemes leaves out, and how it took what the rules leave open.
 *
 * @param valuations The schemes.
 * @param source Where the rules come from.
 * @returns A row a rule.
 */
export function schemesNotValued(
  { valued, leftOut }: SchemeValuations,
  source: string,
): Table {
  const titles = [...new Set(valued.map(({ rules }) => keyInWords(rules.name)))];
  const texts = new Map<string, Set<string>>();
  const add = (text: string, title: string) =>
    texts.set(text, (texts.get(text) ?? new Set()).add(title));
  for (const { rules, notValued } of valued) {
    for (const text of notValued) add(text, keyInWords(rules.name));
  }
  for (const { rules, reason } of leftOut) {
    add(`All rules: ${reason}`, keyInWords(rules.name));
  }
  return {
    id: "schemes_not_valued",
    number: "",
    title: "What is not valued",
    columns: [
      { key: "rule", title: "Rule" },
      { key: "schemes", title: "Schemes" },
    ],
    rows: [...texts].map(([rule, of]) => ({ rule, schemes: schemesInWords(of, titles) })),
    notes: [],
    source,
  };
}

/** Schemes by name; if they are most of all, those that are missing. */
function schemesInWords(of: ReadonlySet<string>, all: readonly string[]): string {
  const others = all.filter((title) => !of.has(title));
  if ([...of].some((title) => !all.includes(title))) return [...of].join(", "); // left out
  if (all.length === 1 || 2 * of.size <= all.length) return [...of].join(", ");
  return others.length === 0 ? "all" : `all but ${others.join(", ")}`;
}
