import { parseScenario, REPORT_SCENARIOS } from "./scenario.ts";
import { readScenario } from "./read_scenario.ts";
import { readText } from "@jkp/files/read";
import { valueInYear } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { loadPublished } from "@jkp/published/read";
import { publishedValue } from "@jkp/published";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertThrows,
} from "@std/assert";

const BASE = await readText("data/scenarios/base.toml");

function problemsOf(text: string): string[] {
  const error = assertThrows(() => parseScenario("a.toml", text), DataError);
  return error.problems.map((problem: Problem) =>
    `${problem.place}: ${problem.expected}`
  );
}

Deno.test("readScenario() gives every figure of Tables 2.2, 2.4 and 2.5", async () => {
  const published = await loadPublished();
  const tables = { base: "table_2_2", pessimistic: "table_2_4", optimistic: "table_2_5" };
  for (const name of REPORT_SCENARIOS) {
    const scenario = await readScenario(name);
    assert(scenario.titleId !== undefined && scenario.titleId !== scenario.title);
    const paths = {
      real_gdp_growth: scenario.realGdpGrowth,
      employment_growth: scenario.employmentGrowth,
      productivity_growth: scenario.productivityGrowth,
      unemployment_rate: scenario.unemploymentRate,
      inflation_rate: scenario.inflation,
    };
    for (const [key, path] of Object.entries(paths)) {
      for (let year = 2019; year <= 2030; year++) {
        const printed = publishedValue(published, tables[name], `${name}/${year}/${key}`);
        assertAlmostEquals(100 * valueInYear(path, year), printed, 1e-12);
      }
    }
  }
});

Deno.test("readScenario() moves the real return evenly to its last year", async () => {
  const { realReturn } = await readScenario("pessimistic");
  assertAlmostEquals(valueInYear(realReturn, 2025), 0.007, 1e-12);
});

Deno.test("readScenario() names a scenario file that is not there", async () => {
  await assertRejects(() => readScenario("nowhere.toml"), DataError, "nowhere.toml");
});

Deno.test("parseScenario() names a missing year", () => {
  const text = BASE.replace(/\[\[years\]\]\nyear = 2024\n(.+\n){5}/, "");
  assertEquals(problemsOf(text), ["2025 in years: 2024, the year after the one before"]);
});

Deno.test("parseScenario() refuses a name that no file could have", () => {
  for (const name of ["", "a b", "../base", "a/b"]) {
    assertEquals(problemsOf(BASE.replace('name = "base"', `name = "${name}"`)), [
      'name: a name of letters, digits, _ and -, such as "base_2026"',
    ]);
  }
});

Deno.test("parseScenario() gathers every bad value", () => {
  const text = BASE
    .replace("involuntary_share_pct = 50", "involuntary_share_pct = 150")
    .replace("stated_pct = 0.25", 'stated_pct = "a quarter"')
    .replace("implied_pct = 0.25", "implied_pct = 25")
    .replace("inflation_pct = 2.7", "inflation_pct = 270");
  assertEquals(problemsOf(text), [
    "reference.involuntary_share_pct: a percentage from 0 to 100",
    "administration.stated_pct: a percentage of insurable earnings from 0 to 5",
    "administration.implied_pct: a percentage of insurable earnings from 0 to 5",
    "inflation_pct of 2019 in years: a growth rate in per cent, from -50 to 50",
  ]);
});

Deno.test("parseScenario() refuses a return that ends before it begins", () => {
  const text = BASE.replace("last_year = 2030", "last_year = 2020");
  assertEquals(problemsOf(text), ["investment.last_year: a year after 2020"]);
});

Deno.test("parseScenario() keeps what a file says of its values, and knows of which", () => {
  const silent = BASE.replace(/\[basis\]\n(?:\w+ = ".*"\n)+/, "");
  const saying = (key: string) =>
    silent.replace("\n[[years]]", `\n[basis]\n${key} = "assumed: a tenth"\n\n[[years]]`);
  assertEquals(parseScenario("a.toml", silent).basis, undefined);
  for (const key of ["administration", "administration_implied"]) {
    const { basis } = parseScenario("a.toml", saying(key));
    assertEquals(basis, { [key]: "assumed: a tenth" });
  }
  assertEquals(
    parseScenario("a.toml", BASE).basis?.administration,
    "printed: ILO (2021), section 3.2.4",
  );
  assertEquals(problemsOf(saying("administrations")).length, 1);
});

Deno.test("parseScenario() names an entry of years by its number when its year cannot be read", () => {
  const text = BASE.replace("]]\nyear = 2019", ']]\nyear = "x"').replace(
    "]]\nyear = 2020",
    "]]\ninflatoin_pct = 1\nyear = 2020",
  );
  assertEquals(problemsOf(text), [
    "year of entry 1 in years: a calendar year",
    "inflatoin_pct of 2020 in years: no such key",
  ]);
});
