import { readText } from "@jkp/files/read";
import { valueInYear } from "@jkp/month";
import { parsePopulationAssumptions } from "./assumptions.ts";
import { readPopulationAssumptions } from "./read_assumptions.ts";
import { DataError, type Problem } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import { publishedValue } from "@jkp/published";
import {
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertThrows,
} from "@std/assert";

const FILE = "data/population/report_2021.toml";
const TEXT = await readText(FILE);

function problemsOf(text: string): string[] {
  const error = assertThrows(() => parsePopulationAssumptions("a.toml", text), DataError);
  return error.problems.map(({ place, expected }: Problem) => `${place}: ${expected}`);
}

Deno.test("readPopulationAssumptions() gives what section 2.1 and Table 2.3 state", async () => {
  const published = await loadPublished();
  const stated = (cell: string) => publishedValue(published, "text_2_1", cell);
  const assumptions = await readPopulationAssumptions("report_2021");
  const { totalFertility, lifeExpectancy, netMigrationRate } = assumptions;
  assertAlmostEquals(valueInYear(totalFertility, 2019), stated("tfr_2019"));
  assertAlmostEquals(valueInYear(totalFertility, 2030), stated("tfr_2030"));
  // Deaths and migrants are the United Nations' own, which have what the report states.
  assertEquals([lifeExpectancy, netMigrationRate], [undefined, undefined]);
  assertAlmostEquals(assumptions.startThousands / 1e3, stated("pop_2020"));
  for (const { year, rate } of assumptions.participation) {
    for (const sex of ["male", "female"] as const) {
      const cell = `labour_force_participation_rate/${sex}/${year}`;
      const printed = publishedValue(published, "table_2_3", cell);
      assertAlmostEquals(100 * rate[sex], printed, 1e-12);
    }
  }
});

/** The report's assumptions with deaths and migrants named in place of the United Nations'. */
const NAMED = `${TEXT}
[mortality]
first_year = 2020
last_year = 2030
male = { first_expectancy_years = 69.7, last_expectancy_years = 71.3 }
female = { first_expectancy_years = 74.1, last_expectancy_years = 76.0 }

[migration]
net_per_thousand = -0.373
`;

Deno.test("parsePopulationAssumptions() takes life expectancy and migration where named", () => {
  const { lifeExpectancy, netMigrationRate } = parsePopulationAssumptions(
    "a.toml",
    NAMED,
  );
  assertAlmostEquals(valueInYear(lifeExpectancy!.female, 2025), 75.05);
  assertAlmostEquals(netMigrationRate!, -0.000373);
});

Deno.test("parsePopulationAssumptions() gathers every bad value", () => {
  const text = NAMED
    .replace("first_children_per_woman = 2.28", "first_children_per_woman = 22.8")
    .replace("\nnet_per_thousand = -0.373", '\nnet_per_thousand = "few"')
    .replace("male_pct = 85.6", "male_pct = 856");
  assertEquals(problemsOf(text), [
    "fertility.first_children_per_woman: children a woman from 0 to 10",
    "migration.net_per_thousand: net migrants from -50 to 50",
    "participation.0.male_pct: a percentage from 0 to 100",
  ]);
});

Deno.test("parsePopulationAssumptions() wants years in order", () => {
  const text = NAMED
    .replaceAll("last_year = 2030", "last_year = 2018")
    .replace("year = 2022", "year = 2020");
  assertEquals(problemsOf(text), [
    "fertility.last_year: a year after 2019",
    "mortality.last_year: a year after 2020",
    "participation.1.year: a year after 2020",
  ]);
});

Deno.test("readPopulationAssumptions() names a file that is not there", async () => {
  await assertRejects(
    () => readPopulationAssumptions("mine.toml"),
    DataError,
    "mine.toml",
  );
});
