import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A stream of random numbers. */
export interface RandomStream {
  /** Above 0, up to 1. */
  uniform(): number;
  standardNormal(): number;
}

/**
 * A stream of random numbers, fixed by seed and number alone: it is the same whatever other
 * streams are drawn, in whatever order, by however many workers.
 *
 * xoroshiro128+ (Blackman and Vigna, 2018), started from four mixed words; normal by Box and
 * Muller (1958).
 *
 * @param seed A whole number of 32 bits; {@linkcode namedSeed} makes one for a purpose.
 * @param index Which stream of the seed: 0, 1, 2 and so on.
 * @returns The stream.
 *
 * @example The same number, however often it is asked for
 * ```ts
 * import { randomStream } from "@jkp/numeric";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(randomStream(1, 7).uniform(), randomStream(1, 7).uniform());
 * ```
 */
export function randomStream(seed: number, index: number): RandomStream {
  const key = mixed(seed | 0);
  const word = (k: number) => mixed(mixed(Math.imul(4, index) + k) ^ key);
  const generator = xoroshiro128plusFromState([word(0), word(1), word(2), word(3)]);
  const uniform = () => 1 - uniformFloat64(generator);
  return {
    uniform,
    standardNormal: () =>
      Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/**
 * A seed for one purpose among several: what is drawn for one leaves all others as they are.
 *
 * @param seed The seed of the whole.
 * @param name The purpose, for example `unemployment`.
 * @returns A seed of 32 bits.
 *
 * @example Inflation is drawn apart from unemployment
 * ```ts
 * import { namedSeed } from "@jkp/numeric";
 * import { assertNotEquals } from "@std/assert";
 *
 * assertNotEquals(namedSeed(1, "inflation"), namedSeed(1, "unemployment"));
 * ```
 */
export function namedSeed(seed: number, name: string): number {
  return Array.from(name, (letter) => letter.codePointAt(0)!)
    .reduce((key, letter) => mixed(key ^ letter), mixed(seed | 0));
}

/**
 * A number between 0 and 1 that belongs to an index and is unrelated to its stream.
 *
 * @param seed A whole number of 32 bits.
 * @param index Which one.
 * @returns The number.
 *
 * @example
 * ```ts
 * import { randomFraction } from "@jkp/numeric";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(randomFraction(1, 7), randomFraction(1, 7));
 * ```
 */
export function randomFraction(seed: number, index: number): number {
  const bits = mixed(mixed(index) ^ mixed(mixed(seed | 0)));
  return ((bits >>> 0) + 0.5) / 2 ** 32;
}

/** Every bit of the result depends on every bit of the word (MurmurHash3, Appleby). */
function mixed(word: number): number {
  let bits = word + 0x9e3779b9 | 0;
  bits = Math.imul(bits ^ bits >>> 16, 0x85ebca6b);
  bits = Math.imul(bits ^ bits >>> 13, 0xc2b2ae35);
  return bits ^ bits >>> 16;
}
