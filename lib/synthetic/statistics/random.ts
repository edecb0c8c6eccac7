import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/**
 * A stream of standard normal numbers that a whole-number seed fixes for ever.
 *
 * Mersenne Twister, turned normal by the method of Box and Muller (1958).
 */
export function normalStream(seed: number): () => number {
  const generator = mersenne(seed);
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
    return radius * Math.cos(2 * Math.PI * uniformFloat64(generator));
  };
}
