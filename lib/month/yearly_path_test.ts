import {
  levelsFromGrowth,
  type MonthlyShape,
  monthlySpread,
  monthlyValues,
  pathAfter,
  valueInYear,
} from "./yearly_path.ts";
import { monthOf } from "./month.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const PATH = { firstYear: 2020, values: [100, 110, 99] };

Deno.test("valueInYear() throws when the path does not have the year", () => {
  assertEquals([2020, 2021, 2022].map((year) => valueInYear(PATH, year)), PATH.values);
  for (const year of [2000, 2019, 2023, 2020.5, NaN]) {
    assertThrows(
      () => valueInYear(PATH, year),
      RangeError,
      `a year from 2020 to 2022 is wanted, got ${year}`,
    );
  }
});

Deno.test("pathAfter() throws when the path does not have the year or the one after", () => {
  assertEquals(pathAfter(PATH, 2019), PATH);
  assertEquals(pathAfter(PATH, 2022), { firstYear: 2023, values: [] });
  // A negative slice would be the last values: those of 2022 as those of 2019.
  for (const year of [2010, 2018, 2023]) {
    assertThrows(
      () => pathAfter(PATH, year),
      RangeError,
      `a year from 2019 to 2022 is wanted, got ${year}`,
    );
  }
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
    () => monthlyValues({ firstYear: 0, values: [1] }, 0, 1, "midyear_linear"),
    RangeError,
    "at least two years",
  );
});

Deno.test("monthlyValues() carries years before the path back only when asked to", () => {
  const [from, to] = [monthOf(2019, 12), monthOf(2020, 1)];
  const values = (
    shape: MonthlyShape,
  ) => [...monthlyValues(PATH, from, to, shape, "carried_back")];
  assertEquals(values("step"), [100, 100]);
  assertAlmostEquals(values("midyear_linear")[0]!, 100 - 10 * (6.5 / 12), 1e-10);
  for (const shape of ["step", "midyear_linear", "midyear_log_linear"] as const) {
    assertThrows(() => monthlyValues(PATH, from, to, shape), RangeError, "got 2019");
    assertThrows(
      () => monthlyValues(PATH, to, monthOf(2023, 1), shape, "carried_back"),
      RangeError,
      "got 2023",
    );
  }
});

Deno.test("monthlySpread() spreads one path after another as monthlyValues() does", () => {
  const [from, to] = [monthOf(2018, 11), monthOf(2022, 12)];
  const paths = [PATH, { firstYear: 2020, values: [3, 2, 7] }];
  for (const shape of ["step", "midyear_linear", "midyear_log_linear"] as const) {
    const spread = monthlySpread(2020, 3, from, to, shape);
    const into = new Float64Array(to - from + 1);
    for (const path of paths) {
      const expected = monthlyValues(path, from, to, shape, "carried_back");
      assertEquals(spread(path.values, into), expected);
    }
  }
});

Deno.test("monthlySpread() throws as monthlyValues() does", () => {
  const [from, to] = [monthOf(2020, 1), monthOf(2023, 1)];
  assertThrows(() => monthlySpread(2020, 3, from, to, "step"), RangeError, "got 2023");
  assertThrows(
    () => monthlySpread(2020, 1, from, from, "midyear_linear"),
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
