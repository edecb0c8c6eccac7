/** The golden section, whose multiples fill an interval most evenly. */
export const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Numbers from 0 to 1 that lie evenly: each falls into a wide gap between those before.
 * @see Weyl (1916), Über die Gleichverteilung von Zahlen mod. Eins, Math. Ann. 77.
 */
export class EvenNumbers {
  #value: number;
  readonly #step: number;

  /**
   * The step is an irrational number between 0 and 1; what must not move together needs
   * different steps.
   */
  constructor(start: number, step: number = GOLDEN) {
    this.#value = start % 1;
    this.#step = step;
  }

  /** The next number: 0 or more, below 1. */
  next(): number {
    let value = this.#value + this.#step;
    if (value >= 1) value -= 1;
    return this.#value = value;
  }
}

/**
 * A step that visits `count` places once each, in an even order: near their golden
 * section, without a common divisor.
 */
export function evenStride(count: number): number {
  let stride = Math.max(1, Math.round(count * GOLDEN));
  while (greatestCommonDivisor(stride, count) > 1) stride++;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
