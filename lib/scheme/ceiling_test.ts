import { readScenario } from "@jkp/economy/read";
import { valueInYear } from "@jkp/month";
import { ceilingPath, limitsFromGrowth, nominalWageGrowth } from "./ceiling.ts";
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

Deno.test("limitsFromGrowth() cuts each year's limit before the next is made from it", () => {
  const growth = { firstYear: 2017, values: [0.0502, 0.0507, 0] };
  // 7,703,532.06 and 8,094,067.45 before cutting.
  assertEquals(limitsFromGrowth(7_335_300, growth), {
    firstYear: 2016,
    values: [7_335_300, 7_703_500, 8_094_000, 8_094_000],
  });
  // 1,100,000 comes out as 1,099,999.9999999998 in binary fractions.
  assertEquals(
    limitsFromGrowth(1e6, { firstYear: 2021, values: [0.1] }).values[1],
    1.1e6,
  );
});

Deno.test("ceilingPath() takes the growth of the year before when the index lags", async () => {
  const base = await readScenario("base");
  const path = ceilingPath(8_939_700, 2020, "real_gdp_lagged", base);
  // Growth of 2020 and 2021: -1.0 and 5.3 per cent.
  assertEquals(path.values.slice(0, 3), [8_939_700, 8_850_300, 9_319_300]);
  assertEquals(path.firstYear + path.values.length - 1, 2030);
});

Deno.test("ceilingPath() moves a later year's ceiling back when earlier years are wanted", async () => {
  const base = await readScenario("base");
  const path = ceilingPath(9_559_600, 2023, "real_gdp_lagged", base, 2021);
  assertEquals([path.firstYear, path.values[2]], [2021, 9_559_600]);
  // Growth of 2022 and 2021, 5.3 per cent each.
  assertAlmostEquals(path.values[1]!, 9_559_600 / 1.053, 1e-6);
  assertAlmostEquals(path.values[0]!, 9_559_600 / 1.053 ** 2, 1e-6);
});
