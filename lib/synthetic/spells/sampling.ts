import type { Histories } from "./histories.ts";
import type { SynthesisWindow } from "./window.ts";

/** States of a member at the end: active, inactive without a claim, or by end reason. */
const STATES = 9;

/**
 * Takes members one after another, evenly: a systematic sample with a random start.
 * @see Cochran (1977), Sampling Techniques, chapter 8.
 */
export class SystematicSample {
  readonly #size: number;
  readonly #wanted: number;
  #sum: number;

  /**
   * A sample of `wanted` out of `size`, each at least once if more are wanted; `start`, a
   * fraction below 1, says where to begin.
   */
  constructor(size: number, wanted: number, start: number) {
    this.#size = size;
    this.#wanted = wanted;
    this.#sum = Math.floor(start * size);
  }

  /** How often the next one is taken. */
  next(): number {
    this.#sum += this.#wanted;
    const times = Math.floor(this.#sum / this.#size);
    this.#sum -= times * this.#size;
    return times;
  }
}

/**
 * Numbers of a cohort's members in the order of sampling: by their state at the end, then
 * by the last month of their latest spell.
 */
export function samplingOrder(histories: Histories, window: SynthesisWindow): Int32Array {
  const { members, latestSpell, last, reason } = histories;
  const { firstExit, lastMonth } = window;
  const months = lastMonth - firstExit + 1;
  const keyOf = (member: number) => {
    const spell = latestSpell[member]!;
    const isActive = last[spell] === lastMonth;
    return (isActive ? 0 : 1 + reason[spell]!) * months + last[spell]! - firstExit;
  };
  const place = new Int32Array(STATES * months + 1);
  for (let member = 0; member < members; member++) place[keyOf(member) + 1]!++;
  for (let key = 1; key < place.length; key++) place[key]! += place[key - 1]!;
  const order = new Int32Array(members);
  for (let member = 0; member < members; member++) {
    const key = keyOf(member);
    order[place[key]!] = member;
    place[key]!++;
  }
  return order;
}
