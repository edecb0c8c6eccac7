import { NONE } from "./histories.ts";
import { longer } from "./longer.ts";

/** Open spells of a cohort in stacks by start month, short contracts apart. */
export class OpenSpells {
  /** How many are open, by start month. */
  readonly count: Int32Array;
  /** How many of them are short contracts after the first. */
  readonly contracts: Int32Array;
  readonly #top: Int32Array;
  readonly #topContract: Int32Array;
  /** The one opened before each. */
  #below = new Int32Array(1024);

  /** For so many start months. */
  constructor(months: number) {
    this.count = new Int32Array(months);
    this.contracts = new Int32Array(months);
    this.#top = new Int32Array(months);
    this.#topContract = new Int32Array(months);
  }

  /** Forgets all. */
  clear(): void {
    this.count.fill(0);
    this.contracts.fill(0);
    this.#top.fill(NONE);
    this.#topContract.fill(NONE);
  }

  /** Opens a spell. */
  push(spell: number, at: number, isContract: boolean): void {
    while (spell >= this.#below.length) this.#below = longer(this.#below);
    const top = isContract ? this.#topContract : this.#top;
    this.#below[spell] = top[at]!;
    top[at] = spell;
    this.count[at]!++;
    if (isContract) this.contracts[at]!++;
  }

  /** Closes the latest of a start month, and returns its number; `NONE` without any. */
  pop(at: number, isContract: boolean): number {
    const top = isContract ? this.#topContract : this.#top;
    const spell = top[at]!;
    if (spell === NONE) return NONE;
    top[at] = this.#below[spell]!;
    this.count[at]!--;
    if (isContract) this.contracts[at]!--;
    return spell;
  }
}
