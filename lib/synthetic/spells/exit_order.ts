import { evenStride } from "./even_numbers.ts";
import type { ExitList } from "./exits.ts";

/**
 * How much more common claims are among leavers with the longest service than among all
 * leavers; if there are too many claims for this, as much as possible.
 *
 * Set so that the share of claimants with 12 months in 24 comes near the printed one.
 * @see ILO (2021), section 3.2.2: about 75 per cent.
 */
const CLAIMS_AFTER_LONG_SERVICE = 4;

/** Goes through some places in an even order, each once. */
class EvenTurns {
  readonly #strides: number[] = [];
  #first = 0;
  #count = 0;
  #stride = 1;
  #at = 0;

  begin(first: number, count: number, offset: number): void {
    this.#first = first;
    this.#count = count;
    this.#stride = this.#strides[count] ??= evenStride(count);
    this.#at = Math.floor(offset * count);
  }

  next(): number {
    const place = this.#first + this.#at;
    this.#at += this.#stride;
    if (this.#at >= this.#count) this.#at -= this.#count;
    return place;
  }
}

/**
 * Assigns the exits of a month to the members who leave a cohort, longest service first.
 *
 * Claims become rarer as service gets shorter; the kinds of claims, and those of other
 * exits, follow each other evenly.
 */
export class ExitOrder {
  readonly #claims = new EvenTurns();
  readonly #others = new EvenTurns();
  #claimCount = 0;
  #count = 0;
  #power = 1;
  #offset = 0;
  #taken = 0;
  #claimsTaken = 0;

  /**
   * Turns to the exits of a cohort and month, claims first; `offset`, a fraction below 1,
   * says where to begin.
   */
  begin({ count, claims }: ExitList, offset: number): void {
    this.#claims.begin(0, claims, offset);
    this.#others.begin(claims, count - claims, offset);
    this.#claimCount = claims;
    this.#count = count;
    this.#power = Math.min(CLAIMS_AFTER_LONG_SERVICE, count / claims);
    this.#offset = offset;
    this.#taken = this.#claimsTaken = 0;
  }

  /** Place of the next one's exit in the list. */
  next(): number {
    const [taken, count] = [++this.#taken, this.#count];
    const due = this.#claimCount * (1 - (1 - taken / count) ** this.#power);
    const left = this.#claimCount - this.#claimsTaken;
    const isClaim = left > 0 &&
      (this.#claimsTaken < Math.floor(due + this.#offset) || left > count - taken);
    if (!isClaim) return this.#others.next();
    this.#claimsTaken++;
    return this.#claims.next();
  }
}
