import type { RegisterPart } from "../register/spell_register.ts";

/** Spells that are looked at, about: enough to tell a share to a hundredth. */
const WANTED = 20_000;

/**
 * How many spells agree with another in all but the id, and how many do by chance: as many
 * as agree with a spell of somebody born a year before or after. Of a large register the
 * spells are looked at whose birth and start have a hash with some last bits 0: a sample of
 * contents, so that all spells of one content are in it or none.
 */
export class CopyCounts {
  /** By content: how many spells have it, and the content of a year of birth beside. */
  readonly #kept = new Map<number, { times: number; readonly beside: number }>();
  /** Bits of the hash that are 0 in the sample. */
  readonly #mask: number;

  /** @param spells How many there are, about. */
  constructor(spells: number) {
    this.#mask = 2 ** Math.max(0, Math.ceil(Math.log2(spells / WANTED))) - 1;
  }

  /** Spells in the sample, those among them with an equal, and with one a year beside. */
  result(): {
    readonly spells: number;
    readonly copies: number;
    readonly chance: number;
  } {
    let [spells, copies, chance] = [0, 0, 0];
    for (const { times, beside } of this.#kept.values()) {
      spells += times;
      if (times > 1) copies += times;
      if (this.#kept.has(beside)) chance += times;
    }
    return { spells, copies, chance };
  }

  /** Takes in some spells; those with errors are passed over. */
  add(part: RegisterPart): void {
    const { sex, birthMonth, startMonth, lastMonth, claimMonth, monthlyWageIdr } = part;
    for (let row = 0; row < sex.length; row++) {
      // Two years of birth are in the sample together.
      const birth = birthMonth[row]!;
      const month = birth % 24 % 12;
      const pair = birth - birth % 24 + month;
      const dates = mixed((pair << 15) ^ startMonth[row]!);
      if ((dates & this.#mask) !== 0 || part.hasError[row] === 1) continue;
      const ends = mixed(dates ^ (lastMonth[row]! << 1) ^ sex[row]!) ^ claimMonth[row]!;
      const wage = monthlyWageIdr[row]!;
      const rest = mixed(mixed(ends) ^ wage % 4_294_967_296 ^ wage / 4_294_967_296);
      // 53 bits, so that chance makes no equals; the lowest are those of the sample
      const year = birth === pair ? 0 : 1;
      const key = (year: number) =>
        ((rest ^ year * SECOND_YEAR) >>> 11) * 2 ** 32 + (dates >>> 0);
      const kept = this.#kept.get(key(year));
      if (kept === undefined) {
        this.#kept.set(key(year), { times: 1, beside: key(1 - year) });
      } else kept.times++;
    }
  }
}

/** Bits that differ between the contents of the two years. */
const SECOND_YEAR = 0x5bd1e995;

/** Spreads the bits of a number (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
