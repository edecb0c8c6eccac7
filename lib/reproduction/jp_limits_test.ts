import { loadOpenStatistics } from "@jkp/open/read";
import { limitsOfJp } from "./jp_limits.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const OPEN = await loadOpenStatistics();

Deno.test("limitsOfJp() moves pensions with inflation of the year before, and rounds nothing", () => {
  const { lowestPension, highestPension } = limitsOfJp(OPEN);
  // As BPJS-TK announced for 2016: 3.35 per cent.
  assertEquals([lowestPension.firstYear, highestPension.firstYear], [2015, 2015]);
  assertAlmostEquals(lowestPension.values[1]!, 310_050, 1e-6);
  assertAlmostEquals(highestPension.values[1]!, 3_720_600, 1e-6);
});

Deno.test("limitsOfJp() throws when a year of growth is missing", () => {
  const gdp_growth_first_release = OPEN.gdp_growth_first_release
    .filter(({ year }) => year !== 2018);
  assertThrows(
    () => limitsOfJp({ ...OPEN, gdp_growth_first_release }),
    RangeError,
    "rates of all years are wanted, got 2019 in place of 2018",
  );
});
