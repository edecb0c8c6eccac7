import { levelsFromGrowth, monthlyValues, valueInYear } from "./yearly_path.ts";
import { monthOf } from "./month.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const PATH = { firstYear: 2020, values: [100, 110, 99] };

Deno.test("valueInYear() holds the first and last value outside the path", () => {
  assertEquals([2000, 2020, 2021, 2022, 2040].map((year) => valueInYear(PATH, year)), [
    100,
    100,
    110,
    99,
    99,
  ]);
});

Deno.test("monthlyValues() joins mid-years so that June and July straddle the level", () => {
  const values = monthlyValues(
    PATH,
    monthOf(2021, 6),
    monthOf(2021, 7),
    "midyear_log_linear",
  );
  assertAlmostEquals(values[0]!, 110 * (100 / 110) ** (0.5 / 12), 1e-10);
  assertAlmostEquals(values[1]!, 110 * (99 / 110) ** (0.5 / 12), 1e-10);
});

Deno.test("monthlyValues() goes on with the last slope beyond the last mid-year", () => {
  const [december] = monthlyValues(
    PATH,
    monthOf(2022, 12),
    monthOf(2022, 12),
    "midyear_linear",
  );
  assertAlmostEquals(december!, 99 - 11 * (5.5 / 12), 1e-10);
});

Deno.test("monthlyValues() throws when a single year is to be joined", () => {
  assertThrows(
    () => monthlyValues({ firstYear: 2020, values: [1] }, 0, 1, "midyear_linear"),
    RangeError,
    "at least two years",
  );
});

Deno.test("levelsFromGrowth() starts with the base level in the year before", () => {
  assertEquals(levelsFromGrowth(7, { firstYear: 2020, values: [] }), {
    firstYear: 2019,
    values: [7],
  });
});
