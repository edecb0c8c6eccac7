import type { AgeGroup, Sex, StatisticsExtract, TerminationReason } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { CLAIM_LAGS } from "./exits.ts";
import {
  CLAIMANTS_RETURNING,
  ENDING_CLAIMS,
  type EndingClaim,
  endingClaimShares,
  inactivityOf,
} from "./inactivity.ts";

/** Claims over members of a month, sex, age group and reason. */
export interface KnownTermination {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly reason: TerminationReason;
  readonly claims: number;
  readonly members: number;
  /** Claims over members; 0 without members. */
  readonly ratePerMonth: number;
}

/** The hazards of a synthetic register: what a study of it must find again. */
export interface KnownHazards {
  /** Exact in the whole register. */
  readonly termination: readonly KnownTermination[];
  /** Of those who left without a claim. */
  readonly inactivity: {
    /**
     * Fraction neither contributing again nor claiming by so many completed months after
     * the last contribution; 1 at 0.
     */
    readonly survival: readonly number[];
    /**
     * Fraction of ends by each claim, at an age in months; the others contribute again.
     */
    readonly claimShares: (ageMonths: number) => Readonly<Record<EndingClaim, number>>;
  };
  /** Of those who claimed for layoff or resignation. */
  readonly claimants: {
    /** Fractions who claim one, two and three months after the last contribution. */
    readonly lagShares: readonly number[];
    /**
     * Fraction who contribute again within so many completed months after the last
     * contribution. None do before the claim, `lag` months after that contribution; then
     * they return like members without a claim.
     */
    readonly returned: (elapsed: number, lag: number) => number;
  };
}

/**
 * The hazards from which a synthetic register was made: rates and probabilities that the
 * end of the window and the age of 70 cut off.
 */
export function synthesisHazards(extract: StatisticsExtract): KnownHazards {
  const keyOf = (row: { month: Month; sex: Sex; ageGroup: AgeGroup }) =>
    `${row.month} ${row.sex} ${row.ageGroup}`;
  const membersOf = new Map(extract.active.map((row) => [keyOf(row), row.members]));
  const { survival } = inactivityOf(extract);
  return {
    termination: extract.withdrawals.map(({ meanWageIdr: _, ...row }) => {
      const members = membersOf.get(keyOf(row)) ?? 0;
      const ratePerMonth = members === 0 ? 0 : row.claims / members;
      return { ...row, members, ratePerMonth };
    }),
    inactivity: {
      survival: [...survival],
      claimShares: (ageMonths) => {
        const shares = endingClaimShares(ageMonths);
        return Object.fromEntries(
          ENDING_CLAIMS.map((claim, i) => [claim, shares[i]!]),
        ) as Record<EndingClaim, number>;
      },
    },
    claimants: {
      lagShares: CLAIM_LAGS,
      returned: (elapsed, lag) =>
        elapsed < lag
          ? 0
          : CLAIMANTS_RETURNING * (1 - survival[elapsed]! / survival[lag - 1]!),
    },
  };
}
