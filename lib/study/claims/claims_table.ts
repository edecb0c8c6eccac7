import { CLAIM_RULES, type ClaimResults } from "@jkp/entitlement";
import { type Language, wordsOf } from "@jkp/language";
import type { Scheme } from "@jkp/scheme";
import type { Table } from "@jkp/exhibit";
import { sumSimple } from "simple-statistics";

/**
 * What becomes of many claims: how many are paid, and which rule refuses the others.
 *
 * @param decided Each scheme with the results of the same claims.
 * @param source Where the claims come from.
 * @param language The language of the table.
 * @returns A row a scheme and deciding rule that occurs.
 *
 * @example
 * ```ts
 * import { claimsTable } from "@jkp/study/claims";
 * import { claimResults } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const scheme = await readScheme("jkp_2021");
 * const { rows } = claimsTable([{ scheme, results: claimResults(2) }], "test");
 * assertEquals(rows.map(({ claims }) => claims), [2]);
 * ```
 */
export function claimsTable(
  decided: readonly { readonly scheme: Scheme; readonly results: ClaimResults }[],
  source: string,
  language: Language = "en",
): Table {
  const { many: words, notes, rules } = wordsOf(language).claim;
  const other = decided.filter(({ scheme }) => scheme.currency !== "IDR");
  return {
    id: "claims",
    number: "",
    title: words.title,
    columns: [
      { key: "scheme", title: words.scheme },
      { key: "rule", title: words.rule },
      { key: "claims", title: words.claims },
      { key: "share", title: words.share, unit: "%", decimals: 1 },
      { key: "months", title: words.months, unit: words.mean, decimals: 1 },
      { key: "total", title: words.total, unit: words.together },
    ],
    rows: decided.flatMap(({ scheme, results }) => {
      const places = [...results.decidedBy.keys()];
      const byRule = Map.groupBy(places, (i) => results.decidedBy[i]!);
      const sum = (values: ArrayLike<number>, of: readonly number[]) =>
        sumSimple(of.map((i) => values[i]!));
      return [...byRule].toSorted(([a], [b]) => a - b).map(([rule, own]) => ({
        scheme: scheme.title,
        rule: rule === 0 ? words.paid : rules[CLAIM_RULES[rule]!],
        claims: own.length,
        share: 100 * own.length / places.length,
        months: sum(results.months, own) / own.length,
        total: sum(results.totalBenefit, own),
      }));
    }),
    notes: other.map(({ scheme: { title, currency } }) => notes.wagesIn(currency, title)),
    source,
    language,
  };
}
