import { evenStride } from "./even_numbers.ts";
import { CONTRACTS_CONTINUED, RETURNS_TO_SHORT_CONTRACTS } from "./short_contracts.ts";

/** Goes through some places in an even order, each once. */
class EvenTurns {
  readonly #strides: number[] = [];
  left = 0;
  #first = 0;
  #count = 0;
  #stride = 1;
  #at = 0;

  begin(first: number, count: number, offset: number): void {
    this.left = count;
    this.#first = first;
    this.#count = count;
    this.#stride = this.#strides[count] ??= evenStride(count);
    this.#at = Math.floor(offset * count);
  }

  next(): number {
    const place = this.#first + this.#at;
    this.left--;
    this.#at += this.#stride;
    if (this.#at >= this.#count) this.#at -= this.#count;
    return place;
  }
}

/** What a spell that ends is to the short contracts of its member. */
export const [NO_CONTRACT, FIRST_CONTRACT, LATER_CONTRACT] = [0, 1, 2] as const;

/**
 * Exits of a month of one kind, with or without a claim: those who are soon back stand
 * first, then the others; each part is given out evenly.
 *
 * Who is soon back: of members in short contracts a fixed share; of first contracts as
 * many as take the places of those who stop; of the others the share of returns that is
 * not for short contracts. What is left falls to the last, who have the shortest service.
 */
export class ExitPool {
  readonly #soon = new EvenTurns();
  readonly #others = new EvenTurns();
  #rate = 0;
  #due = 0;
  #continued = 0.5;
  #beginners = 0;

  /**
   * Turns to `count` exits from `first` on; `offset`, a fraction below 1, says where to
   * begin, `later` how many will be asked for by later contracts.
   */
  begin(first: number, count: number, soon: number, offset: number, later: number): void {
    this.#soon.begin(first, soon, offset);
    this.#others.begin(first + soon, count - soon, offset);
    this.#rate = (1 - RETURNS_TO_SHORT_CONTRACTS) * soon / count;
    this.#due = offset;
    this.#beginners = RETURNS_TO_SHORT_CONTRACTS * soon - CONTRACTS_CONTINUED * later;
  }

  /** Place of the next exit. */
  next(contract: number): number {
    const isSoon = this.#others.left === 0 ||
      this.#soon.left > 0 && this.#isSoon(contract);
    return (isSoon ? this.#soon : this.#others).next();
  }

  #isSoon(contract: number): boolean {
    if (contract === LATER_CONTRACT) {
      this.#continued += CONTRACTS_CONTINUED;
      if (this.#continued < 1) return false;
      this.#continued--;
      return true;
    }
    this.#due += this.#rate;
    if (this.#due >= 1) {
      this.#due--;
      return true;
    }
    const begins = contract === FIRST_CONTRACT && this.#beginners >= 1;
    if (begins) this.#beginners--;
    return begins;
  }
}
