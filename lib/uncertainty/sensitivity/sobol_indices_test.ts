import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { namedSeed, randomStream } from "@jkp/numeric";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { readProcess } from "../read_process.ts";
import { rateVarianceParts } from "./rate_variance_parts.ts";
import { type DrawnModel, sobolIndices } from "./sobol_indices.ts";
import { withoutChance } from "../economy/without_chance_for_test.ts";

/** A function of uniform variables from −π to π, each with its own streams. */
function ofAngles(seed: number, of: (...angles: number[]) => number): DrawnModel {
  const seeds = ["one", "two", "three"].map((name) => namedSeed(seed, name));
  return (drawOf) =>
    of(
      ...seeds.map((own, input) =>
        Math.PI * (2 * randomStream(own, drawOf(input)).uniform() - 1)
      ),
    );
}

const ishigami = (x: number, y: number, z: number) =>
  Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);

// Ishigami and Homma (1990), with a = 7 and b = 0.1; indices as in Saltelli et al. (2008),
// Global Sensitivity Analysis: The Primer, from their closed forms.
const FIRST = [0.3139, 0.4424, 0];
const TOTAL = [0.5576, 0.4424, 0.2437];

Deno.test("sobolIndices() knows Ishigami's function", () => {
  const indices = sobolIndices(ofAngles(1, ishigami), 3, 40_000)!;
  indices.forEach(({ first, total }, i) => {
    assertAlmostEquals(first.value, FIRST[i]!, 3 * first.standardError!);
    assertAlmostEquals(total.value, TOTAL[i]!, 3 * total.standardError!);
    assert(first.standardError! < 0.01 && total.standardError! < 0.01);
  });
});

Deno.test("sobolIndices() of a sum are the parts of its variance, first and total alike", () => {
  // Variances 1 : 4 : 0.
  const indices = sobolIndices(ofAngles(2, (x, y) => 10 + x + 2 * y), 3, 20_000)!;
  indices.forEach(({ first, total }, i) => {
    assertAlmostEquals(first.value, [0.2, 0.8, 0][i]!, 0.025);
    assertAlmostEquals(total.value, [0.2, 0.8, 0][i]!, 0.025);
  });
  assertEquals(indices[2]!.total, { value: 0, standardError: 0 });
  assertEquals(sobolIndices(() => 0.1 + 0.2, 3, 10), null);
  assertThrows(() => sobolIndices(() => 1, 3, 1), RangeError, "2 or more");
});

Deno.test("sobolIndices() vary over 200 seeds as their standard errors say, within a fifth", () => {
  const runs = Array.from(
    { length: 200 },
    (_, seed) => sobolIndices(ofAngles(1000 + seed, ishigami), 3, 400)!,
  );
  for (const order of ["first", "total"] as const) {
    for (const input of [0, 1, 2]) {
      const found = runs.map((run) => run[input]![order]);
      const varies = sampleStandardDeviation(found.map(({ value }) => value));
      const ratio = varies / mean(found.map(({ standardError }) => standardError!));
      assert(ratio > 0.8 && ratio < 1.2, `${order} ${input}: ${ratio.toFixed(2)}`);
    }
  }
});

Deno.test("rateVarianceParts() gives all of the variance to the only part left to chance", async () => {
  const run = runValuation(await readValuation("jkp_2026"));
  const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
  const process = await readProcess("jkp_2026");
  const quiet = withoutChance(process);
  assertEquals(rateVarianceParts(kernel, quiet, { draws: 4, seed: 1 }), null);
  const parameters = { ...process.parameters, recognition: 0 };
  const parts = rateVarianceParts(kernel, { ...quiet, parameters }, {
    draws: 60,
    seed: 1,
  })!;
  for (const { title, first, total } of parts) {
    const isOnly = title.startsWith("Other parameters");
    assertAlmostEquals(
      total.value,
      isOnly ? 1 : 0,
      isOnly ? 4 * total.standardError! : 0,
    );
    assertAlmostEquals(
      first.value,
      isOnly ? 1 : 0,
      isOnly ? 4 * first.standardError! : 0,
    );
  }
});

Deno.test("rateVarianceParts() are the same by the same seed", async () => {
  const run = runValuation(await readValuation("report_2021"));
  const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
  const process = await readProcess("report_2021");
  const parts = (seed: number) => rateVarianceParts(kernel, process, { draws: 40, seed });
  assertEquals(parts(3), parts(3));
  assert(parts(3)![0]!.first.value !== parts(4)![0]!.first.value);
});
