import { MISSING } from "../decode/decoded_rows.ts";
import { NO_MONTH, type SpellColumns } from "../spell_columns.ts";
import { RULES } from "./finding.ts";
import { checkMembers } from "./member_rules.ts";
import { ROW_RULES, type RowLimits, type RuledRows } from "./row_rules.ts";

/** The rules of single rows that must hold. */
const ERROR_RULES = ROW_RULES.filter(({ name }) => RULES[name].severity === "error");

/**
 * Marks spells that break a rule which must hold: those that are left out when they are read
 * from files.
 *
 * @param spells Spells of whole members, sorted by member and start.
 * @param limits What months are compared with.
 * @returns 1 for each that breaks a rule.
 */
export function spellsWithErrors(spells: SpellColumns, limits: RowLimits): Uint8Array {
  const hasError = new Uint8Array(spells.member.length);
  const rows = ruledRows(spells);
  for (const rule of ERROR_RULES) {
    const breaks = rule.breaks(rows, limits);
    for (let row = 0; row < hasError.length; row++) if (breaks(row)) hasError[row] = 1;
  }
  checkMembers(spells, (_, row) => hasError[row] = 1);
  return hasError;
}

/** Spells as the rows that rules look at. */
function ruledRows(spells: SpellColumns): RuledRows {
  const { claimMonth, monthlyWageIdr, weight } = spells;
  return {
    labels: {
      sex: Int16Array.from(spells.sex),
      birth_month: spells.birthMonth,
      start_month: spells.startMonth,
      last_month: spells.lastMonth,
      end_reason: Int16Array.from(spells.endReason),
      claim_month: claimMonth.map((month) => month === NO_MONTH ? MISSING : month),
    },
    monthlyWageIdr,
    weight,
  };
}
