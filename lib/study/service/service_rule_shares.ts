import { LeaverCounts, leaverEligibility, type ServiceRule } from "@jkp/spells";
import { openSpellFolder, readSpells } from "@jkp/spells/read";
import type { ServiceShare } from "@jkp/valuation";

/**
 * The fractions of a member-level extract's leavers who meet rules of service.
 *
 * @param folder The extract.
 * @param rules The rules.
 * @returns The share of each rule.
 * @throws {DataError} If the extract cannot be read, or has errors.
 *
 * @example Less service is met more often
 * ```ts
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { serviceRuleShares } from "@jkp/study/read";
 * import { assert } from "@std/assert";
 *
 * const [short, long] = await serviceRuleShares(SHIPPED_SPELLS_FOLDER, [
 *   { months: 6, withinMonths: 24 },
 *   { months: 12, withinMonths: 24 },
 * ]);
 * assert(short!.share > long!.share);
 * ```
 */
export async function serviceRuleShares(
  folder: string,
  rules: readonly ServiceRule[],
): Promise<ServiceShare[]> {
  const { manifest } = await openSpellFolder(folder);
  const leavers = new LeaverCounts({
    firstMonth: manifest.firstMonth,
    lastMonth: manifest.lastMonth,
    rules,
  });
  await readSpells(folder, [leavers]);
  return leaverEligibility(leavers.result()).map(({ rule, share }) => ({ rule, share }));
}
