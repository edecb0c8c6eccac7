import type { RegisterPart } from "../register/spell_register.ts";

/** Distinct contents that are kept at most. */
const MOST_KEPT = 100_000;

/**
 * How many spells agree with another in all but the id. Of a large register the spells are
 * looked at whose content has a hash with some last bits 0: a sample of contents, so that
 * all spells of one content are in it or none.
 */
export class CopyCounts {
  #kept = new Map<number, number>();
  #mask = 0;

  /** Spells in the sample, and those among them with an equal. */
  result(): { readonly spells: number; readonly copies: number } {
    let [spells, copies] = [0, 0];
    for (const times of this.#kept.values()) {
      spells += times;
      if (times > 1) copies += times;
    }
    return { spells, copies };
  }

  /** Takes in some spells; those with errors are passed over. */
  add(part: RegisterPart): void {
    const { sex, birthMonth, startMonth, lastMonth, claimMonth, monthlyWageIdr } = part;
    for (let row = 0; row < sex.length; row++) {
      if (part.hasError[row] === 1) continue;
      const dates = mixed(
        mixed(sex[row]! << 20 | birthMonth[row]!) ^ (startMonth[row]! << 1),
      );
      const ends = mixed(dates ^ lastMonth[row]!) ^ claimMonth[row]!;
      const wage = monthlyWageIdr[row]!;
      const hash = mixed(mixed(ends) ^ wage % 4_294_967_296 ^ wage / 4_294_967_296);
      if ((hash & this.#mask) !== 0) continue;
      // 53 bits: two words told apart, so that chance makes no equals
      const key = (hash >>> 0) * 2 ** 21 + (mixed(dates + wage) >>> 11);
      this.#kept.set(key, (this.#kept.get(key) ?? 0) + 1);
      if (this.#kept.size > MOST_KEPT) this.#halve();
    }
  }

  #halve(): void {
    this.#mask = this.#mask * 2 + 1;
    for (const key of [...this.#kept.keys()]) {
      if ((Math.floor(key / 2 ** 21) & this.#mask) !== 0) this.#kept.delete(key);
    }
  }
}

/** Spreads the bits of a number (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
