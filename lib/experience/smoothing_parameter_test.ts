import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { chooseLambda } from "./smoothing_parameter.ts";

Deno.test("chooseLambda() finds the minimum on the scale of the weights", () => {
  for (const scale of [1e-3, 1, 1e6]) {
    const { lambda, isAtLimit } = chooseLambda(
      (value) => Math.log(value / (30 * scale)) ** 2,
      scale,
    );
    assertAlmostEquals(lambda / scale, 30, 1e-4);
    assertEquals(isAtLimit, false);
  }
});

Deno.test("chooseLambda() says when the criterion falls to an end of the range", () => {
  const smoothest = chooseLambda((lambda) => 1 / lambda, 1);
  assertEquals(smoothest.isAtLimit, true);
  assertAlmostEquals(smoothest.lambda, 1e7, 1);
  assertAlmostEquals(chooseLambda((lambda) => lambda, 1).lambda, 1e-6, 1e-12);
});

Deno.test("chooseLambda() takes an inner minimum over a low value without smoothing", () => {
  const criterion = (lambda: number) => {
    const power = Math.log10(lambda);
    return power < -3 ? -1 : (power - 2) ** 2;
  };
  const { lambda } = chooseLambda(criterion, 1);
  assert(Math.abs(lambda - 100) < 1e-3);
});
