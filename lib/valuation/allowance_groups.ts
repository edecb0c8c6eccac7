import type { YearlyPath } from "@jkp/month";
import type { Rules } from "@jkp/scheme";

/** A lump sum for who finds work before the benefit ends. */
export interface ReemploymentAllowances {
  /** The rule that says how much of what remains is paid. */
  readonly rules: Pick<Rules, "reemploymentAllowance">;
  /** Claimants by what remains to them after some months. */
  readonly groups: readonly AllowanceGroup[];
}

/** Claimants with the same months of benefit. */
export interface AllowanceGroup {
  /** Fraction of claimants. */
  readonly share: number;
  /** Whole months they wait in place of the general waiting period; `null` for that. */
  readonly waitingMonths: number | null;
  /** Months by which severance pay delays their first payment. */
  readonly delayMonths: number;
  /**
   * Mean benefit in each of their months, as a multiple of the best month's rate of
   * average earnings, in the middle of each year and straight between.
   */
  readonly relativeBenefits: readonly YearlyPath[];
}
