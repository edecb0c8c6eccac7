import {
  addCareer,
  crossMoments,
  estimatedTotal,
  ratioDifference,
  ratioOf,
} from "./estimate.ts";
import { assert, assertAlmostEquals } from "@std/assert";

/** Careers with a number of quantities. */
function momentsOf(careers: readonly (readonly number[])[]) {
  const moments = crossMoments(careers[0]!.length);
  for (const career of careers) addCareer(moments, Float64Array.from(career));
  return moments;
}

Deno.test("totalOf() has the standard error of a sum of independent careers", () => {
  const { value, standardError } = estimatedTotal(momentsOf([[1], [2], [3], [6]]), 0);
  assertAlmostEquals(value, 12);
  // Variance 14/3 of a career, times four careers.
  assertAlmostEquals(standardError, Math.sqrt(4 * 14 / 3));
});

Deno.test("ratioOf() has the standard error of the ratio estimator when worked by hand", () => {
  // y over x: 6 / 8; residuals y − 0.75 x are 0.25, 0.5, −0.75.
  const { value, standardError } = ratioOf(momentsOf([[1, 1], [2, 2], [3, 5]]), [0, 1]);
  assertAlmostEquals(value, 0.75);
  const squares = 0.25 ** 2 + 0.5 ** 2 + 0.75 ** 2;
  assertAlmostEquals(standardError, Math.sqrt(3 * squares / 2) / 8);
});

Deno.test("ratioDifference() takes shared draws into account when ratios go together", () => {
  const careers = Array.from({ length: 50 }, (_, i) => {
    const benefit = i % 7;
    return [benefit, benefit + (i % 3 === 0 ? 1 : 0), 10];
  });
  const moments = momentsOf(careers);
  const difference = ratioDifference(moments, [1, 2], [0, 2]);
  const extra = momentsOf(careers.map(([a, b, c]) => [b! - a!, c!]));
  const direct = ratioOf(extra, [0, 1]);
  assertAlmostEquals(difference.value, direct.value);
  assertAlmostEquals(difference.standardError, direct.standardError, 1e-9);
  assert(difference.standardError < ratioOf(moments, [0, 2]).standardError);
});

Deno.test("ratioOf() is no number when there is nothing to divide by", () => {
  const { value, standardError } = ratioOf(momentsOf([[0, 0], [0, 0]]), [0, 1]);
  assert(Number.isNaN(value) && Number.isNaN(standardError));
});
