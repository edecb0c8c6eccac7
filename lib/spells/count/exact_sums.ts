/** Where the low part of a sum is carried to the high part. */
const CARRY = 2 ** 52;

/** Where a factor is cut in two, so that products stay whole numbers of a double. */
const CUT = 2 ** 20;

/** Values from here on are added by halves. */
const MOST_AT_ONCE = 2 ** 31;

/**
 * Sums of whole numbers, exact however many and in whatever order.
 *
 * A sum of wages times weights exceeds the whole numbers that a double can hold. So each
 * sum is kept in two parts; single values must be below 2^52.
 */
export class ExactSums {
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** Sums to be multiplied by `CUT`. */
  #upper: ExactSums | undefined;

  /** @param length How many sums. */
  constructor(length: number) {
    this.#low = new Float64Array(length);
    this.#high = new Float64Array(length);
  }

  /** Adds a whole number between -2^52 and 2^52 to a sum. */
  add(index: number, value: number): void {
    const sum = this.#low[index]! + value;
    if (sum >= CARRY) {
      this.#low[index] = sum - CARRY;
      this.#high[index]!++;
    } else if (sum <= -CARRY) {
      this.#low[index] = sum + CARRY;
      this.#high[index]!--;
    } else {
      this.#low[index] = sum;
    }
  }

  /**
   * Adds weight times value to a sum: whole numbers, the weight from 0 to 2^40, the value
   * between -2^53 and 2^53.
   */
  addProduct(index: number, weight: number, value: number): void {
    if (Math.abs(value) >= MOST_AT_ONCE) {
      const half = Math.trunc(value / 2);
      this.addProduct(index, weight, half);
      return this.addProduct(index, weight, value - half);
    }
    if (weight < CUT) return this.add(index, weight * value);
    this.#upper ??= new ExactSums(this.#low.length);
    this.#upper.add(index, Math.floor(weight / CUT) * value);
    this.add(index, (weight % CUT) * value);
  }

  /** The value of a sum as a double, rounded in each of its parts. */
  number(index: number): number {
    const upper = this.#upper === undefined ? 0 : this.#upper.number(index);
    return upper * CUT + this.#high[index]! * CARRY + this.#low[index]!;
  }

  /** The exact value of a sum. */
  value(index: number): bigint {
    const upper = this.#upper === undefined ? 0n : this.#upper.value(index);
    const high = BigInt(this.#high[index]!) * BigInt(CARRY);
    return upper * BigInt(CUT) + high + BigInt(this.#low[index]!);
  }
}
