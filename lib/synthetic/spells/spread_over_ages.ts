import { AGE_GROUPS } from "@jkp/extract";
import { monotoneCubic } from "@jkp/numeric";
import { AGES, AGES_PER_GROUP } from "./window.ts";

/**
 * Spreads persons by age group over single months of age from 15 years, in whole numbers.
 *
 * Cumulated persons are a monotone cubic in cumulated weights, so that the ratio of the
 * two has no jump where groups meet. The curve is rounded after cumulating: every group
 * keeps its number exactly. Months of weight 0 get nobody.
 * @throws {RangeError} If a group has persons but no weight.
 */
export function spreadOverAges(
  byGroup: readonly number[],
  weights: ArrayLike<number>,
): Int32Array {
  const cumulated = new Float64Array(AGES + 1);
  for (let age = 0; age < AGES; age++) {
    cumulated[age + 1] = cumulated[age]! + weights[age]!;
  }
  const xs = [0];
  const ys = [0];
  byGroup.forEach((persons, group) => {
    const upTo = cumulated[(group + 1) * AGES_PER_GROUP]!;
    if (upTo > xs.at(-1)!) {
      xs.push(upTo);
      ys.push(ys.at(-1)! + persons);
    } else if (persons > 0) {
      throw new RangeError(
        `Cannot spread persons over ages: members of ages ${AGE_GROUPS[group]} are ` +
          `wanted, got none for ${persons} persons`,
      );
    }
  });
  const byAge = new Int32Array(AGES);
  if (xs.length < 2) return byAge;
  const curve = monotoneCubic(xs, ys);
  let before = 0;
  for (let age = 0; age < AGES; age++) {
    const upTo = Math.max(before, Math.round(curve(cumulated[age + 1]!)));
    byAge[age] = upTo - before;
    before = upTo;
  }
  return byAge;
}
