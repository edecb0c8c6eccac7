import { FIVE_YEAR_AGES, populationTotal } from "./ages.ts";
import { SEX_KEYS } from "@jkp/extract";
import { completePopulation } from "./base_population.ts";
import { expectancyInYear } from "./mortality.ts";
import { loadPopulationStatistics } from "./statistics.ts";
import { populationIn } from "./projection.ts";
import { projectByAssumptions, studyPopulation } from "./study_population.ts";
import { readPopulationAssumptions } from "./read_assumptions.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

const statistics = await loadPopulationStatistics();
const assumptions = await readPopulationAssumptions("report_2021");
const projection = projectByAssumptions(assumptions, statistics, 2030);

Deno.test("projectByAssumptions() starts from the known ages and everyone's number", () => {
  const start = populationIn(projection, 2020);
  assertAlmostEquals(populationTotal(start), 271_000, 1e-6);
  for (const sex of SEX_KEYS) {
    assertEquals(start[sex].slice(3, 14), statistics.base[sex].slice(3, 14));
  }
});

Deno.test("projectByAssumptions() changes each cohort in the United Nations' ratio", () => {
  for (const year of [2025, 2030]) {
    const [before, after] = [year - 5, year].map((each) =>
      statistics.unitedNations.get(each)!
    );
    const [start, end] = [year - 5, year].map((each) => populationIn(projection, each));
    for (const sex of SEX_KEYS) {
      for (let i = 1; i < FIVE_YEAR_AGES.length - 1; i++) {
        const ratio = after![sex][i]! / before![sex][i - 1]!;
        assertAlmostEquals(end![sex][i]!, start![sex][i - 1]! * ratio, 1e-6);
      }
    }
  }
});

Deno.test("projectByAssumptions() gives everyone the net migration that is assumed", () => {
  const moved = projectByAssumptions(
    { ...assumptions, netMigrationRate: -0.001 },
    statistics,
    2030,
  );
  moved.steps.forEach(({ netMigrants }, i) => {
    const people = (populationTotal(moved.populations[i]!) +
      populationTotal(moved.populations[i + 1]!)) /
      2;
    // The factor is that of the United Nations' people, whose ages are a little others.
    const rate = (netMigrants.male + netMigrants.female) / 5 / people;
    assertAlmostEquals(rate, -0.001, 2e-5);
  });
  const theirs = projection.steps[0]!.netMigrants;
  const ours = moved.steps[0]!.netMigrants;
  assertAlmostEquals(ours.male / ours.female, theirs.male / theirs.female, 1e-9);
});

/** The life expectancies of section 2.1, as an assumption of its own. */
const stated = {
  male: {
    firstYear: 2020,
    values: Array.from({ length: 11 }, (_, i) => 69.7 + 0.16 * i),
  },
  female: {
    firstYear: 2020,
    values: Array.from({ length: 11 }, (_, i) => 74.1 + 0.19 * i),
  },
};

Deno.test("projectByAssumptions() lets people live as long as is assumed", () => {
  // 70.1 and 70.9 years lie on the way from 69.7 in 2020 to 71.3 in 2030.
  const named = projectByAssumptions(
    { ...assumptions, lifeExpectancy: stated },
    statistics,
    2030,
  );
  const expectancies = named.lifeTables.map(({ male }) => male.expectancyAtBirth);
  assertAlmostEquals(expectancies[0]!, 70.1, 1e-9);
  assertAlmostEquals(expectancies[1]!, 70.9, 1e-9);
  assertAlmostEquals(expectancyInYear(statistics.mortality, "male", 2022.5), 70.1, 0.05);
  // Unnamed, they are the United Nations', which are the same to the printed digit.
  const [ours] = projection.lifeTables.map(({ male }) => male.expectancyAtBirth);
  assertAlmostEquals(ours!, 70.12, 0.005);
});

Deno.test("projectByAssumptions() throws when fertility is not given for a period", () => {
  assertThrows(
    () =>
      projectByAssumptions(
        {
          ...assumptions,
          totalFertility: { firstYear: 2019, values: Array(40).fill(2) },
        },
        statistics,
        2055,
      ),
    RangeError,
    "2040, 2045 is wanted, got 2050",
  );
});

Deno.test("more children do not reach working age by 2030, and fewer deaths do", () => {
  const { firstYear, values } = assumptions.totalFertility;
  const fertile = { firstYear, values: values.map((children) => 1.5 * children) };
  const more = projectByAssumptions(
    { ...assumptions, totalFertility: fertile },
    statistics,
    2030,
  );
  const workingAge = (each: typeof projection) =>
    populationTotal(populationIn(each, 2030), 3, 14);
  assertAlmostEquals(workingAge(more), workingAge(projection), 1e-6);
  assert(
    populationTotal(populationIn(more, 2030)) >
      populationTotal(populationIn(projection, 2030)),
  );
  const longer = {
    male: { firstYear: 2020, values: Array(11).fill(71.3) },
    female: { firstYear: 2020, values: Array(11).fill(76) },
  };
  const healthy = projectByAssumptions(
    { ...assumptions, lifeExpectancy: longer },
    statistics,
    2030,
  );
  assert(workingAge(healthy) > workingAge(projection));
});

Deno.test("studyPopulation() gives one labour force for every year of participation", () => {
  const { labourForce } = studyPopulation(assumptions, statistics, {
    unemploymentRate: { firstYear: 2020, values: Array(11).fill(0.05) },
    unemploymentPattern: { male: 1, female: 1 },
  });
  assertEquals(labourForce.map(({ year }) => year), [2020, 2022, 2025, 2028, 2030]);
});

Deno.test("completePopulation() throws when there is nothing to complete", () => {
  const ones = FIVE_YEAR_AGES.map(() => 1);
  const full = { male: ones, female: ones };
  assertThrows(() => completePopulation(full, full, 50), RangeError, "pattern of 0");
  const some = { male: [null, ...ones.slice(1)], female: ones };
  assertThrows(() => completePopulation(some, full, 41), RangeError, "got 0 more");
  assertThrows(
    () => completePopulation(some, { male: [], female: ones }, 42),
    RangeError,
    "21 age groups",
  );
});
