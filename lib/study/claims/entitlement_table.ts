import { type Language, wordsOf } from "@jkp/language";
import type { Entitlement } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import type { Table } from "@jkp/exhibit";

/**
 * What one claim is paid under schemes, side by side.
 *
 * @param claims Each scheme with what its rules give.
 * @param language The language of the table.
 * @returns A row a scheme: the deciding rule, or reference wage and benefits by month.
 *
 * @example
 * ```ts
 * import { entitlementTable } from "@jkp/study/claims";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(entitlementTable([]).rows, []);
 * ```
 */
export function entitlementTable(
  claims: readonly { readonly rules: Rules; readonly entitlement: Entitlement }[],
  language: Language = "en",
): Table {
  const { month: monthInWords, sideBySide: words } = wordsOf(language).claim;
  const months = Math.max(0, ...claims.map((each) => each.entitlement.benefits.length));
  return {
    id: "entitlement",
    number: "",
    title: words.title,
    columns: [
      { key: "scheme", title: words.scheme },
      { key: "decided", title: words.decided },
      { key: "wage", title: words.wage, unit: words.aMonth },
      ...Array.from({ length: months }, (_, i) => ({
        key: `month${i}`,
        title: words.month(i + 1),
        group: words.benefit,
      })),
      { key: "next", title: words.next },
    ],
    rows: claims.map(({ rules, entitlement: { isEligible, decidedBy, ...given } }) => ({
      scheme: rules.title,
      decided: isEligible
        ? words.allMet
        : words.wantedAndGot(decidedBy.wanted, decidedBy.got),
      wage: isEligible ? Math.round(given.referenceWage) : "",
      ...Object.fromEntries(
        Array.from({ length: months }, (_, i) => [
          `month${i}`,
          isEligible ? Math.round(given.benefits[i] ?? 0) : "",
        ]),
      ),
      next: given.nextClaimMonth === null ? "" : monthInWords(given.nextClaimMonth),
    })),
    notes: [],
    source: words.source,
    language,
  };
}
