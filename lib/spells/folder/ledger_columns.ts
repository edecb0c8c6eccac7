import type { SpellColumns } from "../spell_columns.ts";

/** Payments of contributions as columns of one length. */
export interface LedgerPayments {
  /** Number of the member. */
  readonly member: Uint32Array;
  /** Number of the employer. */
  readonly employer: Uint32Array;
  /** First month that the payment is for. */
  readonly contributionMonth: Int16Array;
  /** Last month that it is for: of arrears, often a later one. */
  readonly contributionToMonth: Int16Array;
  /** Month in which it was paid. */
  readonly paidOn: Int16Array;
  /** Wage of a month in whole rupiah; below 0 where an earlier payment is taken back. */
  readonly monthlyWageIdr: Float64Array;
}

/** The payments of some members, with the spells that they come to. */
export interface LedgerBatch {
  readonly payments: LedgerPayments;
  /** All spells of the same members: who they are, and their claims. */
  readonly spells: SpellColumns;
  /** Claims of a part of the savings, which close no spell. */
  readonly partialClaims: {
    readonly member: Uint32Array;
    readonly claimMonth: Int16Array;
  };
}
