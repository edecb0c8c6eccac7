import { readScenario } from "@jkp/economy/read";
import { valueInYear } from "@jkp/month";
import { ceilingPath, nominalWageGrowth } from "./ceiling.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

Deno.test("ceilingPath() follows nominal GDP above wages and real GDP below", async () => {
  const base = await readScenario("base");
  const last = (index: "wages" | "real_gdp" | "nominal_gdp") =>
    valueInYear(ceilingPath(1, 2020, index, base), 2030);
  assert(last("real_gdp") < last("wages") && last("wages") < last("nominal_gdp"));
  assertEquals(ceilingPath(8_939_700, 2020, "wages", base).values[0], 8_939_700);
});

Deno.test("ceilingPath() keeps the ceiling's place in wages when it follows them", async () => {
  const base = await readScenario("base");
  const path = ceilingPath(1, 2020, "wages", base);
  const growth = nominalWageGrowth(base);
  for (let year = 2021; year <= 2030; year++) {
    const moved = valueInYear(path, year) / valueInYear(path, year - 1) - 1;
    assertAlmostEquals(moved, valueInYear(growth, year), 1e-12);
  }
});
