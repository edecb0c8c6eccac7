import type { Month } from "@jkp/month";
import type { LedgerBatch } from "@jkp/spells";

/** Payments that one member can have, at most. */
const MOST_OF_A_MEMBER = 20_000;

/** Gathers payments in columns until there are enough. */
export class PaymentBuffer {
  readonly #most: number;
  readonly #payments: LedgerBatch["payments"];
  readonly #partial: { member: number; claimMonth: Month }[] = [];
  #rows = 0;

  /** @param most Payments from which the buffer is full. */
  constructor(most: number) {
    this.#most = most;
    const rows = most + MOST_OF_A_MEMBER;
    this.#payments = {
      member: new Uint32Array(rows),
      employer: new Uint32Array(rows),
      contributionMonth: new Int16Array(rows),
      contributionToMonth: new Int16Array(rows),
      paidOn: new Int16Array(rows),
      monthlyWageIdr: new Float64Array(rows),
    };
  }

  /** Whether it is to be taken before the next member. */
  get isFull(): boolean {
    return this.#rows >= this.#most;
  }

  /** Adds a payment. */
  add(
    member: number,
    employer: number,
    from: Month,
    to: Month,
    paidOn: Month,
    monthlyWageIdr: number,
  ): void {
    const [row, payments] = [this.#rows++, this.#payments];
    payments.member[row] = member;
    payments.employer[row] = employer;
    payments.contributionMonth[row] = from;
    payments.contributionToMonth[row] = to;
    payments.paidOn[row] = paidOn;
    payments.monthlyWageIdr[row] = monthlyWageIdr;
  }

  /** Adds a claim of a part of the savings. */
  addPartialClaim(member: number, claimMonth: Month): void {
    this.#partial.push({ member, claimMonth });
  }

  /** What was gathered. */
  take(): Pick<LedgerBatch, "payments" | "partialClaims"> {
    const [rows, payments] = [this.#rows, this.#payments];
    return {
      payments: {
        member: payments.member.subarray(0, rows),
        employer: payments.employer.subarray(0, rows),
        contributionMonth: payments.contributionMonth.subarray(0, rows),
        contributionToMonth: payments.contributionToMonth.subarray(0, rows),
        paidOn: payments.paidOn.subarray(0, rows),
        monthlyWageIdr: payments.monthlyWageIdr.subarray(0, rows),
      },
      partialClaims: {
        member: Uint32Array.from(this.#partial, ({ member }) => member),
        claimMonth: Int16Array.from(this.#partial, ({ claimMonth }) => claimMonth),
      },
    };
  }
}
