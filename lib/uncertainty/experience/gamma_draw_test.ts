import { randomStream } from "@jkp/numeric";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { drawGamma, drawShare } from "./gamma_draw.ts";

const DRAWS = 40_000;

Deno.test("drawGamma() has the mean and variance of its shape", () => {
  for (const shape of [0.5, 1, 3, 150]) {
    const stream = randomStream(18, 10 * shape);
    const { mean, variance } = momentsOf(() => drawGamma(shape, stream));
    // Five standard errors; the fourth cumulant of a gamma is 6 times its shape.
    assertAlmostEquals(mean, shape, 5 * Math.sqrt(shape / DRAWS));
    const error = Math.sqrt((2 * shape ** 2 + 6 * shape) / DRAWS);
    assertAlmostEquals(variance, shape, 5 * error);
  }
});

Deno.test("drawGamma() is 0 when nothing was counted", () => {
  assertEquals(drawGamma(0, randomStream(1, 1)), 0);
});

Deno.test("drawShare() has the mean and variance of a beta", () => {
  const stream = randomStream(18, 1);
  const { mean, variance } = momentsOf(() => drawShare(0.75, 99, stream));
  const [a, b] = [99 * 0.75 + 0.5, 99 * 0.25 + 0.5];
  assertAlmostEquals(mean, a / (a + b), 5 * Math.sqrt(variance / DRAWS));
  assertAlmostEquals(variance, a * b / 100 ** 2 / 101, 1e-4);
});

function momentsOf(draw: () => number) {
  const drawn = Array.from({ length: DRAWS }, draw);
  const mean = drawn.reduce((a, b) => a + b) / DRAWS;
  const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) /
    (DRAWS - 1);
  return { mean, variance };
}
