import type { RegisterPart } from "../register/spell_register.ts";

/** Spells that are looked at, about: enough to tell a share to a hundredth. */
const WANTED = 20_000;

/**
 * How many spells agree with another in all but the id. Of a large register the spells are
 * looked at whose birth and start have a hash with some last bits 0: a sample of contents,
 * so that all spells of one content are in it or none.
 */
export class CopyCounts {
  readonly #kept = new Map<number, number>();
  /** Bits of the hash that are 0 in the sample. */
  readonly #mask: number;

  /** @param spells How many there are, about. */
  constructor(spells: number) {
    this.#mask = 2 ** Math.max(0, Math.ceil(Math.log2(spells / WANTED))) - 1;
  }

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
      const dates = mixed((birthMonth[row]! << 15) ^ startMonth[row]!);
      if ((dates & this.#mask) !== 0 || part.hasError[row] === 1) continue;
      const ends = mixed(dates ^ (lastMonth[row]! << 1) ^ sex[row]!) ^ claimMonth[row]!;
      const wage = monthlyWageIdr[row]!;
      const rest = mixed(mixed(ends) ^ wage % 4_294_967_296 ^ wage / 4_294_967_296);
      // 53 bits, so that chance makes no equals; the lowest are those of the sample
      const key = (rest >>> 11) * 2 ** 32 + (dates >>> 0);
      this.#kept.set(key, (this.#kept.get(key) ?? 0) + 1);
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
