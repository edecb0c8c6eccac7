import { FIVE_YEAR_AGES, LIFE_TABLE_AGES, type Population } from "./ages.ts";
import { atOverallRate, netMigrationInYear, netMigrationRates } from "./migration.ts";
import { projectPopulation } from "./projection.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { SEX_KEYS } from "@jkp/extract";
import fc from "fast-check";

const statistics = await loadPopulationStatistics();
const deathRates = statistics.mortality.find(({ firstYear }) => firstYear === 2020)!
  .deathRates;
const [before, after] = [2020, 2025].map((year) =>
  statistics.unitedNations.get(year)!
) as [Population, Population];
const ages = FIVE_YEAR_AGES.map(() => 100);
const hundreds = { male: ages, female: ages };
const noDeaths = LIFE_TABLE_AGES.map((_, i) => i === LIFE_TABLE_AGES.length - 1 ? 1 : 0);

Deno.test("netMigrationRates() gives what a hand gives when nobody dies", () => {
  const grown = { male: ages.map((each) => 1.01 * each), female: ages };
  const { male, female } = netMigrationRates({
    before: hundreds,
    after: grown,
    deathRates: { male: noDeaths, female: noDeaths },
  });
  // One in a hundred came in five years, to every group but the first and the open one.
  male.slice(1, -1).forEach((rate) => assertAlmostEquals(rate, 0.002, 1e-12));
  assertEquals([male[0], male.at(-1)], [0, 0]);
  assert(female.every((rate) => rate === 0));
});

Deno.test("netMigrationRates() lets the United Nations' young women leave most", () => {
  const { female, male } = netMigrationRates({ before, after, deathRates });
  const perThousand = (rates: readonly number[], age: string) =>
    (1e3 * rates[FIVE_YEAR_AGES.indexOf(age)]!).toFixed(1);
  assertEquals([perThousand(female, "20-24"), perThousand(female, "50-54")], [
    "-1.4",
    "-0.2",
  ]);
  assertEquals([perThousand(male, "20-24"), perThousand(male, "50-54")], [
    "-0.5",
    "-0.1",
  ]);
});

Deno.test("projectPopulation() repeats a projection from its own migration by age", () => {
  const share = fc.double({ min: 0.9, max: 1.1, noNaN: true });
  const factors = fc.array(share, { minLength: ages.length, maxLength: ages.length });
  fc.assert(
    fc.property(fc.record({ male: factors, female: factors }), (by) => {
      const end = {
        male: after.male.map((people, i) => people * by.male[i]!),
        female: after.female.map((people, i) => people * by.female[i]!),
      };
      const { populations } = projectPopulation(2020, before, [{
        deathRates,
        totalFertility: 2.2,
        fertilityShares: statistics.fertilityShares.get(2020)!,
        malesPerFemaleBirth: 1.05,
        netMigrationRate: netMigrationRates({ before, after: end, deathRates }),
      }]);
      for (const sex of SEX_KEYS) {
        for (let i = 1; i < ages.length - 1; i++) {
          assertAlmostEquals(populations[1]![sex][i]!, end[sex][i]!, 1e-6);
        }
      }
    }),
    { numRuns: 20 },
  );
});

Deno.test("atOverallRate() throws when the rates cancel", () => {
  const rates = { male: ages.map(() => 0.001), female: ages.map(() => -0.001) };
  assertThrows(
    () => atOverallRate(rates, { before: hundreds, after: hundreds }, -0.0003),
    RangeError,
    "rates that do not cancel",
  );
});

Deno.test("netMigrationInYear() throws when a year lies outside the periods", () => {
  for (const year of [2017, 2049]) {
    assertThrows(() => netMigrationInYear(statistics, year), RangeError, `got ${year}`);
  }
});
