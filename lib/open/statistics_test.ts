import { loadOpenStatistics, OPEN_TABLE_NAMES } from "./statistics.ts";
import { DataError } from "@jkp/problem";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";

const OPEN = await loadOpenStatistics();
const FOLDER = "data/open";

/** A copy of the project's folder with one file changed. */
async function folderWith(name: string, change: (text: string) => string) {
  const folder = await Deno.makeTempDir();
  for (const each of OPEN_TABLE_NAMES) {
    const text = await Deno.readTextFile(`${FOLDER}/${each}.csv`);
    await Deno.writeTextFile(
      `${folder}/${each}.csv`,
      each === name ? change(text) : text,
    );
  }
  return folder;
}

for (const name of OPEN_TABLE_NAMES) {
  Deno.test(`loadOpenStatistics() reads ${name}, and its README names it`, async () => {
    assert(OPEN[name].length > 0);
    const readme = await Deno.readTextFile(`${FOLDER}/README.md`);
    assert(readme.includes(`\`${name}.csv\``));
  });
}

Deno.test("every file of data/open is read", async () => {
  const files: string[] = [];
  for await (const { name } of Deno.readDir(FOLDER)) files.push(name);
  assertEquals(
    files.filter((name) => name.endsWith(".csv")).sort(),
    OPEN_TABLE_NAMES.map((name) => `${name}.csv`).sort(),
  );
});

Deno.test("the labour force is those who work and those who do not", () => {
  const rows = OPEN.labour_force.filter(({ labourForce }) => labourForce !== null);
  assertEquals(rows.length, 20);
  for (const { month, labourForce, employed, unemployed, unemploymentRate } of rows) {
    assertAlmostEquals(employed + unemployed!, labourForce!, 10_000, month);
    assertAlmostEquals(unemployed! / labourForce!, unemploymentRate!, 1e-4, month);
  }
});

Deno.test("2018 and 2019 are first releases, and only they", () => {
  const first = OPEN.labour_force.filter(({ vintage }) => vintage === "first_release");
  assertEquals(first.map(({ month }) => month.slice(0, 4)), [
    "2018",
    "2018",
    "2019",
    "2019",
  ]);
});

Deno.test("the ages of the population add up to it", () => {
  for (const year of [2015, 2020]) {
    const all = OPEN.population.find((row) =>
      row.publisher === "un" && row.year === year
    )!;
    const ages = OPEN.population_by_age.filter((row) => row.year === year)
      .reduce((sum, { thousands }) => sum + thousands, 0);
    assertAlmostEquals(ages, all.persons / 1e3, 0.5);
  }
});

Deno.test("each currency has one average wage", () => {
  const currencies = OPEN.average_wages.map(({ currency }) => currency);
  assertEquals(currencies, ["JPY", "KRW", "MYR", "THB", "VND"]);
});

Deno.test("provincial minimum wages have the ends of ILO (2020) and BPS's national means", () => {
  const of = (wanted: number) =>
    OPEN.minimum_wages.filter(({ name, year }) =>
      name === "provincial_minimum_wage" && year === wanted
    ).map(({ amount }) => amount);
  const mean = (amounts: number[]) =>
    amounts.reduce((sum, each) => sum + each, 0) / amounts.length;
  assertEquals([of(2019).length, of(2020).length], [34, 34]);
  assertAlmostEquals(Math.min(...of(2019)), 1_570_922, 1);
  assertEquals(Math.max(...of(2019)), 3_940_973);
  assertAlmostEquals(mean(of(2019)), 2_455_662, 1);
  assertAlmostEquals(mean(of(2020)), 2_672_371, 1);
});

Deno.test("loadOpenStatistics() names every cell when cells are wrong", async () => {
  const folder = await folderWith(
    "inflation",
    (text) => text.replace("2010,6.96", "10,6.96").replace("2011,3.79", "2011,much"),
  );
  const error: DataError = await assertRejects(
    () => loadOpenStatistics(folder),
    DataError,
  );
  assertEquals(
    error.problems.map(({ place, expected, received }) => [
      place,
      expected,
      received,
    ]),
    [
      ["row 2, column year", "a year of four digits", "10"],
      ["row 3, column december_on_december_pct", "a number in per cent", "much"],
    ],
  );
});

Deno.test("loadOpenStatistics() names the column when one is missing", async () => {
  const folder = await folderWith(
    "gdp_growth",
    (text) => text.replace("real_gdp_growth_pct", "growth"),
  );
  await assertRejects(() => loadOpenStatistics(folder), DataError, "real_gdp_growth_pct");
});

Deno.test("loadOpenStatistics() names the file when one is missing", async () => {
  const folder = await Deno.makeTempDir();
  await assertRejects(() => loadOpenStatistics(folder), DataError, "nothing there");
});
