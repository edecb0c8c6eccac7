import { assert, assertAlmostEquals } from "@std/assert";
import { meanFactor, WAGE_STEPS, wageFactors } from "./wage_factors.ts";

Deno.test("wageFactors() rise, and their logarithms spread as wanted", () => {
  const factors = wageFactors(0.9);
  assert(factors.every((factor, step) => step === 0 || factor > factors[step - 1]!));
  const logs = factors.map(Math.log);
  const mean = logs.reduce((a, b) => a + b) / WAGE_STEPS;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / WAGE_STEPS;
  assertAlmostEquals(Math.sqrt(variance), 0.9, 0.01);
});

Deno.test("meanFactor() is 1 for whole rounds, and the median for one person", () => {
  const factors = wageFactors(0.9);
  assertAlmostEquals(meanFactor(factors, WAGE_STEPS), 1, 1e-12);
  assertAlmostEquals(meanFactor(factors, 7 * WAGE_STEPS), 1, 1e-12);
  assertAlmostEquals(meanFactor(factors, 1), factors[WAGE_STEPS / 2]!, 1e-12);
});
