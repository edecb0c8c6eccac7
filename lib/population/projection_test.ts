import {
  FIVE_YEAR_AGES,
  LIFE_TABLE_AGES,
  type Population,
  populationTotal,
} from "./ages.ts";
import { bySex, SEX_KEYS } from "@jkp/extract";
import { loadPopulationStatistics } from "./statistics.ts";
import { populationIn, type ProjectionPeriod, projectPopulation } from "./projection.ts";
import { projectFiveYears } from "./projection_step.ts";
import { DataError, type Problem } from "@jkp/problem";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

const statistics = await loadPopulationStatistics();
const [unitedNations2020, unitedNations2025] = [2020, 2025].map((year) =>
  statistics.unitedNations.get(year)!
) as [Population, Population];

/** What World Population Prospects 2019 assumes from 2020 to 2025. */
function unitedNationsPeriod(): ProjectionPeriod {
  const own = statistics.indicators.find(({ firstYear }) => firstYear === 2020)!;
  const people =
    (populationTotal(unitedNations2020) + populationTotal(unitedNations2025)) / 2;
  return {
    deathRates: statistics.mortality.find(({ firstYear }) => firstYear === 2020)!
      .deathRates,
    totalFertility: own.totalFertility,
    fertilityShares: statistics.fertilityShares.get(2020)!,
    malesPerFemaleBirth: own.malesPerFemaleBirth,
    netMigrationRate: own.netMigrantsThousands / 5 / people,
  };
}

const NOBODY = FIVE_YEAR_AGES.map(() => 0);
const groupOf = (name: string) => FIVE_YEAR_AGES.indexOf(name);
/** Groups with people in some of them. */
const groupsWith = (people: Readonly<Record<string, number>>) =>
  FIVE_YEAR_AGES.map((name) => people[name] ?? 0);

Deno.test("projectPopulation() gives the United Nations' 2025 from their 2020 and rates", () => {
  const { populations } = projectPopulation(2020, unitedNations2020, [
    unitedNationsPeriod(),
  ]);
  const ours = populations[1]!;
  const all = populationTotal(unitedNations2025);
  assertAlmostEquals(populationTotal(ours) / all, 1, 0.0002);
  // Births: the youngest group.
  assertAlmostEquals(
    populationTotal(ours, 0, 1) / populationTotal(unitedNations2025, 0, 1),
    1,
    0.003,
  );
  for (const sex of SEX_KEYS) {
    ours[sex].forEach((people, i) => {
      // The ages of migrants are theirs alone: the young leave more than others.
      assertAlmostEquals(
        people / unitedNations2025[sex][i]!,
        1,
        0.006,
        FIVE_YEAR_AGES[i],
      );
    });
  }
});

Deno.test("projectPopulation() gives the United Nations' old without migration", () => {
  const period = { ...unitedNationsPeriod(), netMigrationRate: 0 };
  const { populations } = projectPopulation(2020, unitedNations2020, [period]);
  for (const sex of SEX_KEYS) {
    for (let i = groupOf("75-79"); i < FIVE_YEAR_AGES.length; i++) {
      const theirs = unitedNations2025[sex][i]!;
      assertAlmostEquals(
        populations[1]![sex][i]!,
        theirs,
        0.0006 * theirs + 0.3,
        FIVE_YEAR_AGES[i],
      );
    }
  }
});

Deno.test("projectFiveYears() gives what a hand gives", () => {
  const survival = { births: 0.8, groups: FIVE_YEAR_AGES.map(() => 0.9) };
  const step = projectFiveYears(
    { male: NOBODY, female: groupsWith({ "20-24": 100 }) },
    {
      survival: { male: survival, female: survival },
      fertility: [0, 0.2, 0, 0, 0, 0, 0],
      malesPerFemaleBirth: 1.5,
      netMigrants: { male: NOBODY, female: groupsWith({ "0-4": 3, "25-29": 10 }) },
    },
  );
  // 5 women come at the start and 5 at the end: 105 · 0.9 + 5. Mothers at 20–24 are
  // 100 / 2, so 5 · 0.2 · 50 births. Children come at the end.
  assertAlmostEquals(step.births.male, 30);
  assertAlmostEquals(step.births.female, 20);
  assertAlmostEquals(step.population.female[groupOf("25-29")]!, 99.5);
  assertEquals(step.population.female[groupOf("20-24")], 0);
  assertAlmostEquals(step.population.female[0]!, 16 + 3);
  assertAlmostEquals(step.population.male[0]!, 24);
  assertAlmostEquals(step.deaths.female, 10.5 + 4);
  assertAlmostEquals(step.deaths.male, 6);
  assertEquals(step.netMigrants, { male: 0, female: 13 });
});

const people = fc.array(fc.double({ min: 1e3, max: 1e4, noNaN: true }), {
  minLength: FIVE_YEAR_AGES.length,
  maxLength: FIVE_YEAR_AGES.length,
});
const populations = fc.record({ male: people, female: people });
const fractions = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), {
  minLength: FIVE_YEAR_AGES.length,
  maxLength: FIVE_YEAR_AGES.length,
});

Deno.test("projectPopulation() balances: births less deaths plus migrants are the change", () => {
  const rates = fc.record({
    totalFertility: fc.double({ min: 0, max: 8, noNaN: true }),
    netMigrationRate: fc.double({ min: -0.004, max: 0.004, noNaN: true }),
  });
  fc.assert(fc.property(populations, rates, (start, changes) => {
    const period = { ...unitedNationsPeriod(), ...changes };
    const projection = projectPopulation(2020, start, [period, period]);
    projection.steps.forEach(({ births, deaths, netMigrants }, i) => {
      for (const sex of SEX_KEYS) {
        const [before, after] = [i, i + 1].map((at) =>
          projection.populations[at]![sex].reduce((sum, each) => sum + each, 0)
        );
        const change = births[sex] - deaths[sex] + netMigrants[sex];
        assertAlmostEquals(after! - before!, change, 1e-9 * before!);
      }
    });
  }));
});

Deno.test("projectFiveYears() keeps everyone when nobody dies, is born or moves", () => {
  fc.assert(fc.property(populations, (start) => {
    const all = { births: 1, groups: FIVE_YEAR_AGES.map(() => 1) };
    const { population, deaths } = projectFiveYears(start, {
      survival: { male: all, female: all },
      fertility: [0, 0, 0, 0, 0, 0, 0],
      malesPerFemaleBirth: 1.05,
      netMigrants: { male: NOBODY, female: NOBODY },
    });
    assertAlmostEquals(
      populationTotal(population),
      populationTotal(start),
      1e-9 * populationTotal(start),
    );
    assertEquals(deaths, { male: 0, female: 0 });
    for (const sex of SEX_KEYS) {
      assertEquals(population[sex][0], 0);
      assertEquals(population[sex].slice(1, 20), start[sex].slice(0, 19));
    }
  }));
});

Deno.test("projectFiveYears() makes twice as many of twice as many", () => {
  fc.assert(fc.property(populations, fractions, (start, groups) => {
    const rates = {
      survival: bySex(() => ({ births: 0.97, groups })),
      fertility: [0.05, 0.1, 0.1, 0.05, 0.02, 0.01, 0],
      malesPerFemaleBirth: 1.05,
      netMigrants: { male: NOBODY, female: NOBODY },
    };
    const twice = bySex((sex) => start[sex].map((each) => 2 * each));
    const [one, two] = [start, twice].map((each) =>
      projectFiveYears(each, rates).population
    );
    assertAlmostEquals(populationTotal(two!), 2 * populationTotal(one!), 1e-6);
  }));
});

Deno.test("projectFiveYears() throws when more leave than there are", () => {
  const all = { births: 1, groups: FIVE_YEAR_AGES.map(() => 1) };
  assertThrows(
    () =>
      projectFiveYears({ male: NOBODY, female: NOBODY }, {
        survival: { male: all, female: all },
        fertility: [0, 0, 0, 0, 0, 0, 0],
        malesPerFemaleBirth: 1.05,
        netMigrants: { male: NOBODY, female: groupsWith({ "20-24": -2 }) },
      }),
    RangeError,
    "got -1 left (female, 15-19)",
  );
});

Deno.test("projectPopulation() names everything that is wrong at once", () => {
  const start = { male: NOBODY.slice(1), female: groupsWith({ "5-9": -1 }) };
  const period = unitedNationsPeriod();
  const bad: ProjectionPeriod = {
    deathRates: { ...period.deathRates, male: LIFE_TABLE_AGES.map(() => 0) },
    totalFertility: NaN,
    fertilityShares: [0.5, 0, 0, 0, 0, 0, 0],
    malesPerFemaleBirth: -1,
    netMigrationRate: 2,
  };
  const error = assertThrows(
    () => projectPopulation(2020, start, [period, bad]),
    DataError,
  );
  assertEquals(error.problems.map(({ place }: Problem) => place), [
    "start, male",
    "start, female, 5-9",
    "2025, death rates, male, 100",
    "2025, fertility shares",
    "2025, total fertility",
    "2025, males per female birth",
    "2025, net migration rate",
  ]);
  const byAge = { male: FIVE_YEAR_AGES.map(() => 0), female: [1] };
  byAge.male[3] = -0.2;
  const wrong = assertThrows(
    () =>
      projectPopulation(2020, unitedNations2020, [{
        ...period,
        netMigrationRate: byAge,
      }]),
    DataError,
  );
  assertEquals(wrong.problems.map(({ place }: Problem) => place), [
    "2020, net migration rate, male, 15-19",
    "2020, net migration rate, female",
  ]);
});

Deno.test("populationIn() throws when the projection does not stand in a year", () => {
  const projection = projectPopulation(2020, unitedNations2020, [unitedNationsPeriod()]);
  assert(populationTotal(populationIn(projection, 2025)) > 0);
  for (const year of [2015, 2022, 2030]) {
    assertThrows(() => populationIn(projection, year), RangeError, "2020, 2025");
  }
});

Deno.test("populationTotal() refuses the list that map hands over, not adding up none", () => {
  const populations = [unitedNations2020, unitedNations2020];
  assertThrows(
    () => populations.map(populationTotal as (each: unknown) => number),
    RangeError,
    "an age group to stop before is wanted, got a list of 2",
  );
});
