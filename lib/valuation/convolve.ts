import { NEW_ARRAY } from "./array_pool.ts";

/** Σ over d of inflow(t − d) · pattern(d), with nothing before the first month. */
export function convolve(
  inflow: Float64Array,
  pattern: Float64Array,
  newArray = NEW_ARRAY,
): Float64Array {
  const { length } = inflow;
  const longest = pattern.length - 1;
  const result = newArray(length);
  let t = 0;
  for (; t < Math.min(longest, length); t++) {
    let sum = 0;
    for (let d = t; d >= 0; d--) sum += inflow[t - d]! * pattern[d]!;
    result[t] = sum;
  }
  // Four months at a time, since a sum waits for the one before: twice as fast, and each is
  // added in the same order.
  for (; t + 3 < length; t += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let d = longest; d >= 0; d--) {
      const share = pattern[d]!;
      const i = t - d;
      first += inflow[i]! * share;
      second += inflow[i + 1]! * share;
      third += inflow[i + 2]! * share;
      fourth += inflow[i + 3]! * share;
    }
    result[t] = first;
    result[t + 1] = second;
    result[t + 2] = third;
    result[t + 3] = fourth;
  }
  for (; t < length; t++) {
    let sum = 0;
    for (let d = longest; d >= 0; d--) sum += inflow[t - d]! * pattern[d]!;
    result[t] = sum;
  }
  return result;
}
