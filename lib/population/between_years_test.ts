import { bySex } from "@jkp/extract";
import { FIVE_YEAR_AGES, type Population } from "./ages.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { personsAged } from "./between_years.ts";
import { personsBySingleAge } from "./single_ages.ts";
import { sumSimple } from "simple-statistics";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

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

Deno.test("personsBySingleAge() adds up to the groups when the projection stands in the year", () => {
  const { female } = personsBySingleAge(projectionOf(unitedNations2020), 2020);
  const groups = unitedNations2020.female;
  assertEquals(female.length, 96);
  assertAlmostEquals(sumSimple(female.slice(0, 5)), groups[0]!, 1e-6);
  assertAlmostEquals(sumSimple(female.slice(65, 70)), groups[13]!, 1e-6);
  assertAlmostEquals(female.at(-1)!, groups[19]! + groups[20]!, 1e-9);
  assertAlmostEquals(sumSimple([...female]), sumSimple([...groups]), 1e-6);
});

Deno.test("personsBySingleAge() is personsAged() at ages that live at both ends", () => {
  const projection = projectionOf(unitedNations2020, unitedNations2025);
  for (const age of [5, 42, 94]) {
    assertEquals(
      personsBySingleAge(projection, 2023).male[age],
      personsAged(projection, 2023, age, age + 1).male,
    );
  }
});

Deno.test("personsBySingleAge() lies between both years at ages under 5 and over 94", () => {
  const projection = projectionOf(unitedNations2020, unitedNations2025);
  const [first, between, last] = [2020, 2022, 2025].map((year) =>
    personsBySingleAge(projection, year).female
  );
  for (const age of [0, 4, 95]) {
    const [low, high] = [first![age]!, last![age]!].sort((a, b) => a - b);
    assert(between![age]! > low! && between![age]! < high!, `${age}`);
  }
});

Deno.test("personsBySingleAge() refuses years that the projection does not have", () => {
  for (const year of [2019, 2026, 2022.5, NaN]) {
    assertThrows(
      () => personsBySingleAge(projectionOf(unitedNations2020, unitedNations2025), year),
      RangeError,
      `a whole year from 2020 to 2025 is wanted, got ${year}`,
    );
  }
});
