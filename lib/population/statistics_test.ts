import { FERTILE_AGE_GROUPS, FIVE_YEAR_AGES, LIFE_TABLE_AGES } from "./ages.ts";
import { SEX_KEYS } from "@jkp/extract";
import {
  loadPopulationStatistics,
  POPULATION_TABLE_FILES,
  POPULATION_TABLE_NAMES,
} from "./statistics.ts";
import { DataError } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import { publishedValue } from "@jkp/published";
import { assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";

const statistics = await loadPopulationStatistics();

/** A copy of the project's folder with one file changed. */
async function folderWith(name: string, change: (text: string) => string) {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/population`);
  for (const each of POPULATION_TABLE_NAMES) {
    const file = POPULATION_TABLE_FILES[each];
    const text = await Deno.readTextFile(`data/open/${file}`);
    await Deno.writeTextFile(
      `${folder}/${file}`,
      each === name ? change(text) : text,
    );
  }
  return folder;
}

Deno.test("loadPopulationStatistics() starts from the 2020 columns of Table 2.1", async () => {
  const published = await loadPublished();
  for (const sex of SEX_KEYS) {
    statistics.base[sex].forEach((people, i) => {
      if (people === null) return;
      const cell = `${FIVE_YEAR_AGES[i]}/${sex}/2020`;
      assertEquals(people, publishedValue(published, "table_2_1", cell));
    });
    assertEquals(statistics.base[sex].filter((people) => people !== null).length, 11);
  }
});

Deno.test("loadPopulationStatistics() gives every age once", () => {
  for (const { deathRates } of statistics.mortality) {
    for (const sex of SEX_KEYS) {
      assertEquals(deathRates[sex].length, LIFE_TABLE_AGES.length);
    }
  }
  for (const shares of statistics.fertilityShares.values()) {
    assertEquals(shares.length, FERTILE_AGE_GROUPS.length);
    assertAlmostEquals(shares.reduce((sum, share) => sum + share, 0), 1, 1e-6);
  }
});

Deno.test("loadPopulationStatistics() names an age that is missing", async () => {
  const folder = await folderWith(
    "wpp2019_population_medium",
    (text) => text.replace(/2025,female,50-54,.*\n/, ""),
  );
  await assertRejects(() => loadPopulationStatistics(folder), DataError, "none of 50-54");
});

Deno.test("loadPopulationStatistics() names an age that stands twice", async () => {
  const row = /2020-2025,male,5,.*\n/;
  const folder = await folderWith(
    "wpp2019_death_rates",
    (text) => text.replace(row, (line) => line + line),
  );
  await assertRejects(() => loadPopulationStatistics(folder), DataError, "23 rows");
});

Deno.test("loadPopulationStatistics() names every cell when cells are wrong", async () => {
  const folder = await folderWith(
    "base_population_2020",
    (text) => text.replace("male,15-19,11447", "men,15-19,many"),
  );
  const error: DataError = await assertRejects(
    () => loadPopulationStatistics(folder),
    DataError,
  );
  assertEquals(error.problems.map(({ place }) => place), [
    "row 2, column sex",
    "row 2, column thousands",
  ]);
});
