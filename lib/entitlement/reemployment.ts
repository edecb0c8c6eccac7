import type { Rules } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import type { Entitlement } from "./entitlement.ts";

/**
 * Whether a scheme pays a lump sum to recipients who find work early. A section without
 * steps says that its law has none.
 *
 * @param rules Rules with or without such a section.
 * @returns Whether there is a step.
 * @see ILO (2020), Exploring policy options, Table 6.
 *
 * @example Korea has one; Viet Nam's was abolished
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { hasReemploymentAllowance } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const has = async (name: string) =>
 *   hasReemploymentAllowance(rulesAt(await readScheme(name), monthOf(2020, 6)));
 * assertEquals([await has("korea"), await has("viet_nam")], [true, false]);
 * ```
 */
export function hasReemploymentAllowance(
  { reemploymentAllowance }: Pick<Rules, "reemploymentAllowance">,
): boolean {
  return (reemploymentAllowance?.steps.length ?? 0) > 0;
}

/**
 * The lump sum for a recipient who finds work before the benefit ends.
 *
 * @param rules Rules with or without such an allowance.
 * @param entitled The entitlement.
 * @param monthsPaid Months of benefit already paid.
 * @returns Amount in the scheme's currency; 0 where there is no allowance, or too little
 * remains.
 * @throws {RangeError} If the months paid are no whole number up to those of the benefit.
 * @see ILO (2020), Exploring policy options, section 4.7 and Table 6.
 *
 * @example Half of what remains, as in the Republic of Korea
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { entitlement, reemploymentAllowance } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2020, 6);
 * const rules = rulesAt(await readScheme("korea"), month);
 * const contributions = [{ firstMonth: month - 11, lastMonth: month, wage: 1_000_000 }];
 * const entitled = entitlement(rules, { contributions }, { month, reason: "involuntary" });
 * assertEquals(entitled.benefits.length, 4);
 * assertEquals(reemploymentAllowance(rules, entitled, 1), 0.5 * 3 * 600_000);
 * ```
 */
export function reemploymentAllowance(
  rules: Pick<Rules, "reemploymentAllowance">,
  entitled: Pick<Entitlement, "benefits">,
  monthsPaid: number,
): number {
  const { benefits } = entitled;
  const isCount = Number.isInteger(monthsPaid) && monthsPaid >= 0;
  if (!isCount || monthsPaid > benefits.length) {
    throw new RangeError(
      `Cannot find the re-employment allowance: months paid from 0 to ` +
        `${benefits.length} are wanted, got ${monthsPaid}`,
    );
  }
  if (rules.reemploymentAllowance === null || benefits.length === 0) return 0;
  const remaining = (benefits.length - monthsPaid) / benefits.length;
  const step = rules.reemploymentAllowance.steps.find(({ remainingFrom }) =>
    remaining >= remainingFrom - 1e-12
  );
  const unpaid = sumSimple(benefits.slice(monthsPaid));
  return (step?.rate ?? 0) * unpaid;
}
