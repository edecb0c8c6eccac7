import { formatMonth } from "@jkp/month";
import { conformity, type Entitlement, type Rules } from "@jkp/scheme";
import type { Table } from "./table.ts";

/**
 * Whether schemes keep the ILO's Conventions 102 and 168, rule by rule.
 *
 * @param schemes Their rules.
 * @returns A row a scheme and rule, the article named.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { conformityTable } from "@jkp/report";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { assert } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3));
 * assert(conformityTable([jkp]).rows.length > 8);
 * ```
 */
export function conformityTable(schemes: readonly Rules[]): Table {
  return {
    id: "conformity",
    number: "",
    title: "Conformity with ILO Conventions 102 and 168",
    columns: [
      { key: "scheme", title: "Scheme" },
      { key: "convention", title: "Convention" },
      { key: "article", title: "Article" },
      { key: "wanted", title: "Wants" },
      { key: "got", title: "The scheme has" },
      { key: "verdict", title: "Verdict" },
    ],
    rows: schemes.flatMap((rules) =>
      conformity(rules).map(({ convention, article, wanted, got, verdict }) => ({
        scheme: rules.name,
        convention,
        article,
        wanted,
        got,
        verdict,
      }))
    ),
    notes: ["A first answer by the numbers, no legal opinion."],
    source:
      "Rules: data/designs. Conventions as the ILO's papers of 2020 and 2023 quote them.",
  };
}

/**
 * What one claim is paid under schemes, side by side.
 *
 * @param claims Each scheme with what its rules give.
 * @returns A row a scheme: the deciding rule, or reference wage and benefits by month.
 *
 * @example
 * ```ts
 * import { entitlementTable } from "@jkp/report";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(entitlementTable([]).rows, []);
 * ```
 */
export function entitlementTable(
  claims: readonly { readonly rules: Rules; readonly entitlement: Entitlement }[],
): Table {
  const months = Math.max(0, ...claims.map((each) => each.entitlement.benefits.length));
  return {
    id: "entitlement",
    number: "",
    title: "One claim under several schemes",
    columns: [
      { key: "scheme", title: "Scheme" },
      { key: "decided", title: "Decided by" },
      { key: "wage", title: "Reference wage", unit: "a month" },
      ...Array.from({ length: months }, (_, i) => ({
        key: `month${i}`,
        title: `Month ${i + 1}`,
        group: "Benefit",
      })),
      { key: "next", title: "Next claim from" },
    ],
    rows: claims.map(({ rules, entitlement: { isEligible, decidedBy, ...given } }) => ({
      scheme: rules.title,
      decided: isEligible
        ? "every rule is met"
        : `wanted: ${decidedBy.wanted}; got: ${decidedBy.got}`,
      wage: isEligible ? Math.round(given.referenceWage) : "",
      ...Object.fromEntries(
        Array.from({ length: months }, (_, i) => [
          `month${i}`,
          isEligible ? Math.round(given.benefits[i] ?? 0) : "",
        ]),
      ),
      next: given.nextClaimMonth === null ? "" : formatMonth(given.nextClaimMonth),
    })),
    notes: [],
    source: "Rules: data/designs.",
  };
}
