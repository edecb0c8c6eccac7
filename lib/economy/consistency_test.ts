import { balanceProductivity, checkGrowth } from "./consistency.ts";
import { readScenario } from "./read_scenario.ts";
import { assertAlmostEquals, assertEquals } from "@std/assert";

Deno.test("checkGrowth() finds that Tables 2.2 and 2.5 balance in every year", async () => {
  for (const name of ["base", "optimistic"]) {
    const checks = checkGrowth(await readScenario(name));
    assertEquals(checks.filter((check) => !check.isConsistent), []);
  }
});

Deno.test("checkGrowth() finds the two years of Table 2.4 that do not balance", async () => {
  const failing = checkGrowth(await readScenario("pessimistic"))
    .filter((check) => !check.isConsistent);
  assertEquals(failing.map(({ year }) => year), [2022, 2023]);
  assertAlmostEquals(failing[0]!.implied, 1.022 * 1.03 - 1, 1e-12);
});

Deno.test("balanceProductivity() leaves a scenario that balances as it is", async () => {
  const base = await readScenario("base");
  assertEquals(balanceProductivity(base), base);
});
