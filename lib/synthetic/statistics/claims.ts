import { AGE_GROUPS, SEXES, TERMINATION_REASONS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { synthesizeClaimAges } from "./claim_ages.ts";
import { synthesizeClaimMonths } from "./claim_months.ts";
import type { MembersByMonth } from "./members.ts";
import {
  type ByAge,
  type ByReason,
  byReason,
  bySex,
  type BySexCode,
  type SynthesisTargets,
} from "./targets.ts";
import { fitToMargins, roundToMargins } from "./whole_matrix.ts";
import { MONTHS } from "./window.ts";

/** Size of the chance movement of a sex and reason against the others. */
const GROUP_NOISE = 0.06;

/** Claims by sex and reason, month of the window and age group. */
export type ClaimsByMonth = BySexCode<ByReason<readonly ByAge[]>>;

/**
 * Claims of each month, sex, reason and age group.
 *
 * The totals by month and by age are fixed first. The table between them is filled in
 * proportion, with a little chance in a month's shares of sexes and reasons, and rounded
 * so that both sums stay exact.
 */
export function synthesizeClaims(
  members: MembersByMonth,
  targets: SynthesisTargets,
  nextNormal: () => number,
): ClaimsByMonth {
  const membersByMonth = MONTHS.map((_, t) =>
    sumSimple(SEXES.map((sex) => sumSimple(members[sex][t]!)))
  );
  const rowTotals = synthesizeClaimMonths(membersByMonth, targets, nextNormal);
  const ages = synthesizeClaimAges(targets);
  const columnTotals = SEXES.flatMap((sex) =>
    TERMINATION_REASONS.flatMap((reason) => [...ages[sex][reason]])
  );
  const start = MONTHS.map(() =>
    SEXES.flatMap((sex) =>
      TERMINATION_REASONS.flatMap((reason) => {
        const chance = Math.exp(GROUP_NOISE * nextNormal());
        return ages[sex][reason].map((claims) => claims * chance);
      })
    )
  );
  const margins = { rowTotals, columnTotals };
  const whole = roundToMargins(fitToMargins(start, margins), margins);
  return bySex((sex) =>
    byReason((reason) => {
      const group = SEXES.indexOf(sex) * TERMINATION_REASONS.length +
        TERMINATION_REASONS.indexOf(reason);
      const from = group * AGE_GROUPS.length;
      return whole.map((row) => row.slice(from, from + AGE_GROUPS.length));
    })
  );
}
