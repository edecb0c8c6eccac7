import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Random numbers of one career. */
export interface CareerStream {
  /** Above 0, up to 1. */
  uniform(): number;
  standardNormal(): number;
}

/**
 * The random numbers of a career, fixed by seed and number alone: they are the same
 * whatever other careers are drawn.
 *
 * xoroshiro128+, started from four mixed words; normal by Box and Muller (1958).
 */
export function careerStream(seed: number, career: number): CareerStream {
  const key = mixed(seed | 0);
  const word = (k: number) => mixed(mixed(Math.imul(4, career) + k) ^ key);
  const generator = xoroshiro128plusFromState([word(0), word(1), word(2), word(3)]);
  const uniform = () => 1 - uniformFloat64(generator);
  return {
    uniform,
    standardNormal: () =>
      Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/**
 * A number between 0 and 1 for the age of a career, unrelated to its stream: other ages
 * leave the career as it is.
 */
export function ageFraction(seed: number, career: number): number {
  const bits = mixed(mixed(career) ^ mixed(mixed(seed | 0)));
  return ((bits >>> 0) + 0.5) / 2 ** 32;
}

/** Every bit of the result depends on every bit of the word (MurmurHash3, Appleby). */
function mixed(word: number): number {
  let bits = word + 0x9e3779b9 | 0;
  bits = Math.imul(bits ^ bits >>> 16, 0x85ebca6b);
  bits = Math.imul(bits ^ bits >>> 13, 0xc2b2ae35);
  return bits ^ bits >>> 16;
}
