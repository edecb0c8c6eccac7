import { formatMonth } from "@jkp/month";
import type { Entitlement } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import type { Table } from "@jkp/exhibit";

/**
 * What one claim is paid under schemes, side by side.
 *
 * @param claims Each scheme with what its rules give.
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
