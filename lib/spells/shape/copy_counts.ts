import type { RegisterPart } from "../register/spell_register.ts";
import type { Copies } from "./shape.ts";

/** Spells that are looked at, about: enough to tell a share to a hundredth. */
const WANTED = 20_000;

/** Births of a pair of years and starts are one number, and it times this is their hash. */
export const START_MONTHS = 2 ** 15;
export const SPREAD = 2_654_435_761; // 2^32 by the golden ratio (Knuth)

/**
 * Which contents are looked at of so many spells: those whose birth, in pairs of years, and
 * start have a hash of 32 bits below a bound. An engine reckons it with whole numbers.
 */
export function sampleOfCopies(
  spells: number,
): { readonly isAll: boolean; readonly below: number } {
  const halvings = Math.max(0, Math.ceil(Math.log2(spells / WANTED)));
  return { isAll: halvings === 0, below: 2 ** (32 - halvings) };
}

/**
 * How many spells agree with another in all but the id, and how many do by chance: as many
 * as agree with a spell of somebody born a year before or after. Of a large register a sample
 * of contents is looked at, so that all spells of one content are in it or none.
 */
export class CopyCounts {
  /** By content: how many spells have it, and the content of a year of birth beside. */
  readonly #kept = new Map<number, { times: number; readonly beside: number }>();
  readonly #below: number;

  /** @param spells How many there are, about. */
  constructor(spells: number) {
    this.#below = sampleOfCopies(spells).below;
  }

  /** What was found so far. */
  result(): Copies {
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
      const both = pair * START_MONTHS + startMonth[row]!;
      const isLooked = Math.imul(both, SPREAD) >>> 0 < this.#below;
      if (!isLooked || part.hasError[row] === 1) continue;
      const dates = mixed(both);
      const ends = mixed(dates ^ (lastMonth[row]! << 1) ^ sex[row]!) ^ claimMonth[row]!;
      const wage = monthlyWageIdr[row]!;
      const rest = mixed(mixed(ends) ^ wage % 4_294_967_296 ^ wage / 4_294_967_296);
      // 53 bits, so that chance makes no equals
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
