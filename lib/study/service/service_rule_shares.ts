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
  const { synthetic: isSynthetic } = manifest;
  return leaverEligibility(leavers.result())
    .map(({ rule, share }) => ({ rule, share, isSynthetic }));
}
