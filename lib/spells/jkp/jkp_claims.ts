import type { SpellManifest } from "@jkp/extract";

/** Claims of JKP as columns of one length; `NO_MONTH` stands where there is none. */
export interface JkpClaims {
  /** Number of the member; equal numbers are one member. */
  readonly member: Uint32Array;
  /** Month of the claim; that of its first benefit where the register has none. */
  readonly claimMonth: Int16Array;
  /** Months that were paid for. */
  readonly monthsPaid: Uint16Array;
  readonly firstBenefitMonth: Int16Array;
  /** Last month that was paid for; of a row a claim, as if paid without a gap. */
  readonly lastBenefitMonth: Int16Array;
  /** All that was paid, in rupiah. */
  readonly amountIdr: Float64Array;
  /** Index in `JKP_OUTCOMES`. */
  readonly outcome: Uint8Array;
  readonly outcomeMonth: Int16Array;
}

/** Benefits of JKP: a row for each claim and month paid for, net of what was taken back. */
export interface JkpBenefits {
  /** Place of the claim. */
  readonly claim: Uint32Array;
  readonly month: Int16Array;
  /** Month from which on it was paid for good, or `NO_MONTH`. */
  readonly paidOn: Int16Array;
  readonly amountIdr: Float64Array;
}

/** What stands in a register of claims, but is doubtful: it is counted as it stands. */
export interface JkpWarning {
  /** What is doubtful, in words. */
  readonly meaning: string;
  readonly found: number;
  /** Where the first of them stands. */
  readonly file: string;
  readonly row: number;
}

/** A register of JKP claims, read. */
export interface JkpRegister {
  readonly manifest: SpellManifest;
  readonly rows: number;
  readonly members: number;
  readonly claims: JkpClaims;
  /** Of a register that has one row a payment. */
  readonly benefits?: JkpBenefits;
  /** Whether the register tells when a claim was made. */
  readonly hasClaimMonths: boolean;
  /** Whether the register tells when benefits were paid. */
  readonly hasPaymentDates: boolean;
  readonly warnings: readonly JkpWarning[];
}
