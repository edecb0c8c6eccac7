import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Choices by chance, the same for a seed. */
export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0, below a limit. */
  below(limit: number): number {
    return Math.floor(uniformFloat64(this.#generator) * limit);
  }

  /** Whether something happens that has a probability. */
  happens(probability: number): boolean {
    return uniformFloat64(this.#generator) < probability;
  }

  /** One of some values. */
  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** The values in another order. */
  shuffled<Value>(values: readonly Value[]): Value[] {
    const all = [...values];
    for (let at = all.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
    return all;
  }
}
