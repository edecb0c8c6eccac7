import { deathRatesAtExpectancy, deathRatesFrom, expectancyInYear } from "./mortality.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { periodLifeTable } from "./life_table.ts";
import { SEX_KEYS } from "@jkp/extract";
import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const { mortality, indicators } = await loadPopulationStatistics();

Deno.test("expectancyInYear() is a period's own in its middle, and even between", () => {
  for (const sex of SEX_KEYS) {
    const [first, second] = indicators.map(({ lifeExpectancy }) => lifeExpectancy[sex]);
    assertAlmostEquals(expectancyInYear(mortality, sex, 2017.5), first!, 0.006);
    assertAlmostEquals(expectancyInYear(mortality, sex, 2022.5), second!, 0.006);
    assertAlmostEquals(
      expectancyInYear(mortality, sex, 2020),
      (first! + second!) / 2,
      0.006,
    );
  }
});

Deno.test("expectancyInYear() throws when a year lies outside the periods", () => {
  for (const year of [2017, 2049]) {
    assertThrows(() => expectancyInYear(mortality, "male", year), RangeError, `${year}`);
  }
});

Deno.test("deathRatesAtExpectancy() gives the expectancy and rates between the periods'", () => {
  const wanted = fc.double({ min: 69.3, max: 71.7, noNaN: true });
  fc.assert(fc.property(wanted, (expectancy) => {
    const rates = deathRatesAtExpectancy(mortality, "male", expectancy);
    const table = periodLifeTable(rates, "male");
    assertAlmostEquals(table.expectancyAtBirth, expectancy, 1e-9);
    rates.forEach((rate, i) => {
      const known = mortality.map(({ deathRates }) => deathRates.male[i]!);
      assert(rate >= Math.min(...known) && rate <= Math.max(...known));
    });
  }));
});

Deno.test("deathRatesAtExpectancy() throws when lives are longer than any period's", () => {
  assertThrows(
    () => deathRatesAtExpectancy(mortality, "female", 90),
    RangeError,
    "(female)",
  );
});

Deno.test("deathRatesFrom() throws when no period begins in the year", () => {
  assertThrows(() => deathRatesFrom(mortality, 2022), RangeError, "2020, 2025");
});
