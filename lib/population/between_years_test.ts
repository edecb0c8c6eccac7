import { bySex } from "@jkp/extract";
import { FIVE_YEAR_AGES, type Population } from "./ages.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { personsAged } from "./between_years.ts";
import { assert, assertAlmostEquals, assertThrows } from "@std/assert";

const { unitedNations } = await loadPopulationStatistics();
const [unitedNations2020, unitedNations2025] = [2020, 2025].map((year) =>
  unitedNations.get(year)!
) as [Population, Population];
const projectionOf = (...populations: Population[]) => ({
  firstYear: 2020,
  populations,
  steps: [],
  lifeTables: [],
});

Deno.test("personsAged() sums age groups when the projection stands in the year", () => {
  const projection = projectionOf(unitedNations2020);
  const { male } = personsAged(projection, 2020, 15, 70);
  const sum = unitedNations2020.male.slice(3, 14).reduce((a, b) => a + b, 0);
  assertAlmostEquals(male, sum, 1e-6);
});

Deno.test("personsAged() follows cohorts, not ages, between two years", () => {
  // Only those aged 20–24 in 2020 are there: nobody is added when they cross an age.
  const cohort = (group: string) =>
    bySex(() => FIVE_YEAR_AGES.map((name) => +(name === group)));
  const projection = projectionOf(cohort("20-24"), cohort("25-29"));
  for (const year of [2021, 2022.5, 2024]) {
    assertAlmostEquals(personsAged(projection, year, 15, 40).female, 1, 1e-9);
  }
});

Deno.test("personsAged() lies between the years' numbers, and parts sum to the whole", () => {
  const projection = projectionOf(unitedNations2020, unitedNations2025);
  const count = (year: number, from = 15, to = 70) =>
    personsAged(projection, year, from, to).male;
  const years = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => count(year));
  assert(years.every((each, i) => i === 0 || each > years[i - 1]!));
  const parts = count(2022, 15, 33) + count(2022, 33, 70);
  assertAlmostEquals(parts / count(2022), 1, 1e-4);
});

Deno.test("personsAged() throws when a year or an age is out of reach", () => {
  const projection = projectionOf(unitedNations2020, unitedNations2025);
  const bad = [[2019, 15, 70], [2026, 15, 70], [2022, 0, 5], [2020, 15, 99], [
    2020,
    9,
    9,
  ]];
  for (const [year, from, to] of bad) {
    assertThrows(() => personsAged(projection, year!, from!, to!), RangeError, `${year}`);
  }
});
