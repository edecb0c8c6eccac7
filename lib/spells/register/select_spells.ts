import type { SpellColumns } from "../spell_columns.ts";

/** The spells whose rows are wanted, in their order. */
export function selectSpells(
  spells: SpellColumns,
  isSelected: (row: number) => boolean,
): SpellColumns {
  const by = (_: number, row: number) => isSelected(row);
  return {
    member: spells.member.filter(by),
    ...(spells.memberHash && { memberHash: spells.memberHash.filter(by) }),
    sex: spells.sex.filter(by),
    birthMonth: spells.birthMonth.filter(by),
    startMonth: spells.startMonth.filter(by),
    lastMonth: spells.lastMonth.filter(by),
    endReason: spells.endReason.filter(by),
    claimMonth: spells.claimMonth.filter(by),
    monthlyWageIdr: spells.monthlyWageIdr.filter(by),
    weight: spells.weight.filter(by),
    carried: Object.fromEntries(
      Object.entries(spells.carried).map(([name, { labels, codes }]) => [
        name,
        { labels, codes: codes.filter(by) },
      ]),
    ),
  };
}
