import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import type { Wanted } from "../source/wanted.ts";
import type { RuleName } from "./finding.ts";

/** What is known of a member from the spells before. */
export interface EarlierSpells {
  /** Latest last month of them. */
  readonly lastMonth: number;
  /** Whether death ended one. */
  readonly hasDied: boolean;
}

/** A rule that compares a spell with those before it of the same member. */
export interface MemberRule {
  readonly name: RuleName;
  /** Whether a row breaks it, the row before being of the same member. */
  breaks(part: SpellColumns, row: number, earlier: EarlierSpells): boolean;
  /** What would have been accepted. */
  readonly expected: Wanted;
  /** Column that is shown. */
  readonly column: "start_month" | "sex" | "birth_month";
}

const DEATH = endReasonCode("death");

/** The rules that compare spells of one member. */
export const MEMBER_RULES: readonly MemberRule[] = [
  {
    name: "spells_unique",
    column: "start_month",
    breaks: ({ startMonth }, row) => startMonth[row] === startMonth[row - 1],
    expected: ["spellOnce"],
  },
  {
    name: "spells_apart",
    column: "start_month",
    breaks: ({ startMonth }, row, { lastMonth }) =>
      startMonth[row] !== startMonth[row - 1] && startMonth[row]! <= lastMonth,
    expected: ["spellAfter"],
  },
  {
    name: "same_person",
    column: "sex",
    breaks: ({ sex }, row) => sex[row] !== sex[row - 1],
    expected: ["sameSex"],
  },
  {
    name: "same_person",
    column: "birth_month",
    breaks: ({ birthMonth }, row) => birthMonth[row] !== birthMonth[row - 1],
    expected: ["sameBirth"],
  },
  {
    name: "nothing_after_death",
    column: "start_month",
    breaks: (_, __, { hasDied }) => hasDied,
    expected: ["noneAfterDeath"],
  },
];

/** Finds rows that contradict the spell before them of the same member. */
export function checkMembers(
  part: SpellColumns,
  report: (rule: MemberRule, row: number) => void,
): void {
  const { member, lastMonth, endReason } = part;
  let earlier = { lastMonth: 0, hasDied: false };
  for (let row = 1; row < member.length; row++) {
    if (member[row] !== member[row - 1]) {
      if (earlier.lastMonth > 0) earlier = { lastMonth: 0, hasDied: false };
      continue;
    }
    earlier.lastMonth = Math.max(earlier.lastMonth, lastMonth[row - 1]!);
    earlier.hasDied ||= endReason[row - 1] === DEATH;
    for (const rule of MEMBER_RULES) {
      if (rule.breaks(part, row, earlier)) report(rule, row);
    }
  }
}
