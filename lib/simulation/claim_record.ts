import type { Month } from "@jkp/month";
import type { ClaimTable } from "@jkp/entitlement";

/** What a career has claimed under one scheme. */
export class ClaimRecord {
  private claims = 0;
  private lastClaim = -1;
  private lastEmployment = 0;
  private lastBenefit = 0;
  private lastPaid = 0;
  /** Last month with a benefit, and months paid, of every claim. */
  private readonly ends: number[] = [];
  private readonly paid: number[] = [];

  /** Forgets everything: a new career. */
  clear(): void {
    this.claims = 0;
    this.lastClaim = -1;
    this.lastEmployment = 0;
    this.lastBenefit = 0;
    this.lastPaid = 0;
    this.ends.length = 0;
    this.paid.length = 0;
  }

  /** Writes what a further claim must know into the first row of a table. */
  writeTo(row: ClaimTable, drawnWithinMonths: number): void {
    row.earlierClaims[0] = this.claims;
    row.lastClaim[0] = this.lastClaim;
    row.lastEmployment[0] = this.lastEmployment;
    row.lastBenefit[0] = this.lastBenefit;
    row.lastPaid[0] = this.lastPaid;
    let recently = 0;
    if (drawnWithinMonths > 0) {
      const from = row.claim[0]! - drawnWithinMonths;
      for (let k = 0; k < this.claims; k++) {
        recently += Math.max(0, Math.min(this.paid[k]!, this.ends[k]! + 1 - from));
      }
    }
    row.recentlyPaid[0] = recently;
  }

  /** Takes down a claim that was paid; a renewed one goes on with the last. */
  add(
    claim: {
      readonly month: Month;
      readonly lastEmployment: Month;
      readonly lastBenefit: Month;
      readonly monthsPaid: number;
      readonly isRenewal: boolean;
    },
  ): void {
    if (claim.isRenewal) {
      this.lastPaid += claim.monthsPaid;
    } else {
      this.claims++;
      this.lastClaim = claim.month;
      this.lastEmployment = claim.lastEmployment;
      this.lastPaid = claim.monthsPaid;
    }
    this.lastBenefit = claim.lastBenefit;
    this.ends[this.claims - 1] = this.lastBenefit;
    this.paid[this.claims - 1] = this.lastPaid;
  }
}
