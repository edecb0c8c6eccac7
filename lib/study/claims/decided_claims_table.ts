import { type Claim, CLAIM_RULES, type ClaimResults } from "@jkp/entitlement";
import type { Table } from "@jkp/exhibit";
import { formatMonth, type Month } from "@jkp/month";
import type { Scheme } from "@jkp/scheme";

/**
 * A row for each claim and design, the designs one after the other.
 *
 * @param claims The claims.
 * @param decisions The results by design.
 * @param month Month whose rules decided, if not that of each termination.
 * @returns A row a claim and design, the keys being those of a file.
 *
 * @example
 * ```ts
 * import { claimResults } from "@jkp/entitlement";
 * import { readClaim } from "@jkp/entitlement/read";
 * import { readScheme } from "@jkp/scheme/read";
 * import { decidedClaimsTable } from "@jkp/study/claims";
 * import { assertEquals } from "@std/assert";
 *
 * const claim = await readClaim("twelve_months");
 * const decided = [{ scheme: await readScheme("jkp_2021"), results: claimResults(1) }];
 * const [row] = decidedClaimsTable([claim], decided).rows;
 * assertEquals([row!.design, row!.currency], ["jkp_2021", "IDR"]);
 * ```
 */
export function decidedClaimsTable(
  claims: readonly Claim[],
  decisions: readonly { readonly scheme: Scheme; readonly results: ClaimResults }[],
  month?: Month,
): Table {
  const keys = [
    ...["member_id", "design", "rules_of", "currency", "decided_by", "is_renewal"],
    ...["reference_wage", "months", "first_benefit", "total_benefit"],
  ];
  return {
    id: "claims",
    number: "",
    title: "Claims",
    columns: keys.map((key) => ({ key, title: key })),
    rows: decisions.flatMap(({ scheme, results }) =>
      claims.map(({ title, termination }, i) => ({
        member_id: title,
        design: scheme.name,
        rules_of: formatMonth(month ?? termination.month),
        currency: scheme.currency,
        decided_by: CLAIM_RULES[results.decidedBy[i]!]!,
        is_renewal: String(results.renewal[i] === 1),
        reference_wage: results.referenceWage[i]!,
        months: results.months[i]!,
        first_benefit: results.firstBenefit[i]!,
        total_benefit: results.totalBenefit[i]!,
      }))
    ),
    notes: [],
    source: "",
  };
}
