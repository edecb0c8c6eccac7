import { SEX_KEYS, type SexKey } from "@jkp/extract";
import { FIVE_YEAR_AGES, LIFE_TABLE_AGES } from "./ages.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { periodLifeTable, survivalRatios } from "./life_table.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const { mortality, indicators } = await loadPopulationStatistics();

/** Rates that fall after birth and rise with age, at any level a country has known. */
const plausibleRates = fc.tuple(
  fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  fc.double({ min: 0.00005, max: 0.01, noNaN: true }),
  fc.double({ min: 0.03, max: 0.12, noNaN: true }),
).map(([infant, level, slope]) =>
  LIFE_TABLE_AGES.map((age) => age === 0 ? infant : level * Math.exp(slope * age / 2))
);
const sexes = fc.constantFrom<SexKey>(...SEX_KEYS);

Deno.test("periodLifeTable() gives the life expectancies of World Population Prospects", () => {
  assertEquals(indicators.length, mortality.length);
  for (const { firstYear, lifeExpectancy } of indicators) {
    const { deathRates } = mortality.find((each) => each.firstYear === firstYear)!;
    for (const sex of SEX_KEYS) {
      const { expectancyAtBirth } = periodLifeTable(deathRates[sex], sex);
      assertAlmostEquals(expectancyAtBirth, lifeExpectancy[sex], 0.006);
    }
  }
});

Deno.test("periodLifeTable() gives what a hand gives", () => {
  const rates = LIFE_TABLE_AGES.map((age) =>
    age === 0 ? 0.05 : age === 1 ? 0.004 : 0.001
  );
  const [infancy, childhood, school] = periodLifeTable(rates, "male").rows;
  // a = 0.045 + 2.684 · 0.05; q = 0.05 / (1 + (1 − a) · 0.05)
  assertAlmostEquals(infancy!.yearsOfDying, 0.1792);
  assertAlmostEquals(infancy!.deathProbability, 0.05 / 1.04104);
  assertAlmostEquals(infancy!.personYears, 1 - (1 - 0.1792) * 0.05 / 1.04104);
  // a = 1.651 − 2.816 · 0.05; q = 4 · 0.004 / (1 + (4 − a) · 0.004)
  assertAlmostEquals(childhood!.yearsOfDying, 1.5102);
  assertAlmostEquals(childhood!.survivors, 1 - 0.05 / 1.04104);
  assertAlmostEquals(childhood!.deathProbability, 0.016 / 1.0099592);
  assertAlmostEquals(school!.deathProbability, 0.005 / 1.0025);
});

Deno.test("periodLifeTable() changes its years lived by infants when their rate is high", () => {
  const rates = LIFE_TABLE_AGES.map(() => 0.107);
  const firstYears = (sex: SexKey) =>
    periodLifeTable(rates, sex).rows.slice(0, 2).map((row) => row.yearsOfDying);
  assertEquals(firstYears("male"), [0.33, 1.352]);
  assertEquals(firstYears("female"), [0.35, 1.361]);
});

Deno.test("periodLifeTable() holds the identities of a life table", () => {
  fc.assert(fc.property(plausibleRates, sexes, (rates, sex) => {
    const { rows, expectancyAtBirth } = periodLifeTable(rates, sex);
    const deaths = rows.reduce((sum, row) => sum + row.deaths, 0);
    const lived = rows.reduce((sum, row) => sum + row.personYears, 0);
    assertAlmostEquals(deaths, 1, 1e-12);
    assertAlmostEquals(lived, expectancyAtBirth, 1e-9);
    rows.forEach((row, i) => {
      assert(row.deathProbability >= 0 && row.deathProbability <= 1);
      assertAlmostEquals(
        row.survivors - row.deaths,
        rows[i + 1]?.survivors ?? 0,
        1e-12,
      );
      if (row.deathProbability < 1) {
        assertAlmostEquals(row.deaths, row.deathRate * row.personYears, 1e-12);
      }
    });
  }));
});

Deno.test("periodLifeTable() gives shorter lives when any rate is higher", () => {
  const ages = fc.integer({ min: 0, max: LIFE_TABLE_AGES.length - 1 });
  fc.assert(fc.property(plausibleRates, sexes, ages, (rates, sex, at) => {
    const worse = rates.map((rate, i) => i === at ? rate * 1.05 : rate);
    const [before, after] = [rates, worse].map((each) =>
      periodLifeTable(each, sex).expectancyAtBirth
    );
    assert(after! <= before! + 1e-6);
  }));
});

Deno.test("survivalRatios() leave a stationary population as it is", () => {
  fc.assert(fc.property(plausibleRates, sexes, (rates, sex) => {
    const table = periodLifeTable(rates, sex);
    const [infants, children, ...older] = table.rows.map((row) => row.personYears);
    const people = [infants! + children!, ...older];
    const { births, groups } = survivalRatios(table);
    assertEquals(groups.length, FIVE_YEAR_AGES.length);
    assertAlmostEquals(5 * births, people[0]!, 1e-12);
    for (let i = 0; i < 19; i++) {
      assertAlmostEquals(people[i]! * groups[i]!, people[i + 1]!, 1e-12);
    }
    const oldest = people[19]! * groups[19]! + people[20]! * groups[20]!;
    assertAlmostEquals(oldest, people[20]!, 1e-12);
  }));
});

Deno.test("periodLifeTable() throws when rates are missing, negative or end at 0", () => {
  const good = LIFE_TABLE_AGES.map(() => 0.01);
  const bad = [good.slice(1), good.map((rate, i) => i === 3 ? -rate : rate), [
    ...good.slice(1),
    0,
  ], good.map(() => NaN)];
  for (const rates of bad) {
    assertThrows(() => periodLifeTable(rates, "male"), RangeError, "22 death rates");
  }
});
