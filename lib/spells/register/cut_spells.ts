import type { Month } from "@jkp/month";
import { NO_MONTH, NO_REASON, type SpellColumns } from "../spell_columns.ts";
import { selectSpells } from "./select_spells.ts";
import type { RegisterPart } from "./spell_register.ts";

/** A part of a register as an extract of an earlier last month would have had it. */
export function cutPart(
  part: RegisterPart,
  lastMonth: Month,
  wageGrowthPerYear: number,
): RegisterPart {
  const isBegun = (_: number, row: number) => part.startMonth[row]! <= lastMonth;
  return {
    ...cutSpells(part, lastMonth, wageGrowthPerYear),
    origin: part.origin.filter(isBegun),
    hasError: part.hasError.filter(isBegun),
  };
}

/**
 * Spells as an extract of an earlier last month would have had them: later spells and claims
 * are not there yet, running ones end in that month with their wage taken back to it.
 */
export function cutSpells(
  spells: SpellColumns,
  lastMonth: Month,
  wageGrowthPerYear: number,
): SpellColumns {
  const begun = selectSpells(spells, (row) => spells.startMonth[row]! <= lastMonth);
  const isUnknown = (claim: number) => claim > lastMonth;
  const level = (last: Month) => (1 + wageGrowthPerYear) ** ((lastMonth - last) / 12);
  return {
    ...begun,
    lastMonth: begun.lastMonth.map((last) => Math.min(last, lastMonth)),
    claimMonth: begun.claimMonth.map((claim) => isUnknown(claim) ? NO_MONTH : claim),
    endReason: begun.endReason.map((reason, row) =>
      isUnknown(begun.claimMonth[row]!) ? NO_REASON : reason
    ),
    monthlyWageIdr: begun.monthlyWageIdr.map((wage, row) => {
      const last = begun.lastMonth[row]!;
      return last > lastMonth ? Math.round(wage * level(last)) : wage;
    }),
  };
}
