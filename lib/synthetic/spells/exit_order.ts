import { ExitPool, LATER_CONTRACT } from "./exit_pool.ts";
import type { ExitList } from "./exits.ts";
import { CONTRACTS_TO_CLAIM } from "./short_contracts.ts";

/**
 * How much more common claims are among leavers with the longest service than among all
 * leavers; if there are too many claims for this, as much as possible.
 *
 * Set so that the share of claimants with 12 months in 24 comes near the printed one.
 * @see ILO (2021), section 3.2.2: about 75 per cent.
 */
const CLAIMS_AFTER_LONG_SERVICE = 4;

/**
 * Assigns the exits of a month to the members who leave a cohort, longest service first.
 *
 * Claims become rarer as service gets shorter; the kinds of claims, and those of other
 * exits, follow each other evenly.
 */
export class ExitOrder {
  readonly #claims = new ExitPool();
  readonly #others = new ExitPool();
  #contractClaims = 0.5;
  #claimCount = 0;
  #count = 0;
  #power = 1;
  #offset = 0;
  #taken = 0;
  #claimsTaken = 0;
  /** How many leave up to the next claim. */
  #nextClaim = 0;

  /**
   * Turns to the exits of a cohort and month; `offset`, a fraction below 1, says where to
   * begin, `later` how many of those who leave will be in short contracts after the first.
   */
  begin(exits: ExitList, offset: number, later: number): void {
    const { count, claims, claimsSoonBack, othersSoonBack } = exits;
    const others = count - claims;
    const claiming = CONTRACTS_TO_CLAIM * later;
    this.#claims.begin(0, claims, claimsSoonBack, offset, claiming);
    this.#others.begin(claims, others, othersSoonBack, offset, later - claiming);
    this.#claimCount = claims;
    this.#count = count;
    this.#power = Math.min(CLAIMS_AFTER_LONG_SERVICE, count / claims);
    this.#offset = offset;
    this.#taken = this.#claimsTaken = 0;
    this.#setNextClaim();
  }

  /** Place of the next one's exit in the list. */
  next(contract: number): number {
    this.#taken++;
    if (!this.#isClaim(contract)) return this.#others.next(contract);
    this.#claimsTaken++;
    this.#setNextClaim();
    return this.#claims.next(contract);
  }

  #isClaim(contract: number): boolean {
    const [taken, count] = [this.#taken, this.#count];
    const left = this.#claimCount - this.#claimsTaken;
    if (left === 0) return false;
    if (left > count - taken) return true;
    if (contract === LATER_CONTRACT) {
      this.#contractClaims += CONTRACTS_TO_CLAIM;
      if (this.#contractClaims < 1) return false;
      this.#contractClaims--;
      return true;
    }
    return taken >= this.#nextClaim;
  }

  /** After c of C claims, the next one is due at the x of C (1 - (1 - x)^power) = c + 1. */
  #setNextClaim(): void {
    const due = (this.#claimsTaken + 1 - this.#offset) / this.#claimCount;
    this.#nextClaim = due <= 1
      ? this.#count * (1 - (1 - due) ** (1 / this.#power))
      : Infinity;
  }
}
