import { parseToml } from "@jkp/files";
import { readShippedExtract } from "@jkp/extract/read";
import { valueInYear } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { sumSimple } from "simple-statistics";
import * as v from "valibot";
import { deriveAssumptions } from "../assumptions/derive_assumptions.ts";
import { reportInputs } from "../assumptions/report_assumptions.ts";
import { resultKey } from "../result_key.ts";
import { runValuation } from "../run_valuation.ts";
import { valueAssumptions } from "../valuation.ts";
import { coverageOf, coverageProblems, PopulationSection } from "./population_section.ts";
import { readMemberPopulation } from "./read_member_population.ts";
import { readValuation } from "./read_valuation.ts";

const sectionOf = (text: string) =>
  parseToml(
    "a.toml",
    text,
    v.strictObject({ population: PopulationSection }),
    ({ population }) => coverageProblems(population),
  ).population;

const HELD = sectionOf(`
[population]
file = "report_2021"
coverage = "held"
source = "own assumption"
`);
const inputs = await reportInputs("base");
const by = { ...inputs, extract: await readShippedExtract() };

Deno.test("PopulationSection reads coverage by year as fractions", () => {
  const section = sectionOf(`
[population]
file = "report_2021"
coverage = "by_year"
coverage_by_year = [
  { year = 2025, male_pct = 12, female_pct = 6 },
  { year = 2030, male_pct = 15, female_pct = 8 },
]
source = "plan of the fund"
`);
  assertEquals(coverageOf(section), [
    { year: 2025, rate: { male: 0.12, female: 0.06 } },
    { year: 2030, rate: { male: 0.15, female: 0.08 } },
  ]);
  assertEquals(coverageOf(HELD), "held");
});

Deno.test("PopulationSection refuses unknown keys and wrong values, all at once", () => {
  const { message } = assertThrows(
    () =>
      sectionOf(`
[population]
file = ""
coverage = "hold"
coverage_by_year = [{ year = 2025, male_pct = 112, female_pct = 6 }]
covrage = 1
`),
    DataError,
  );
  assertEquals(message.split("\n").slice().sort(), [
    'a.toml: population.coverage: expected one of held, by_year, got "hold"',
    "a.toml: population.coverage_by_year.0.male_pct: expected a percentage above 0, up to 100, got 112",
    "a.toml: population.covrage: expected no such key, got 1 (did you mean coverage?)",
    'a.toml: population.file: expected a text, got ""',
    "a.toml: population.source: expected a text, got nothing",
  ]);
  const head = '[population]\nfile = "a"\nsource = "own"\n';
  assertThrows(
    () => sectionOf(`${head}coverage = "by_year"`),
    DataError,
    'years with male_pct and female_pct where coverage is "by_year", got none',
  );
  assertThrows(
    () =>
      sectionOf(
        `${head}coverage = "held"\n` +
          "coverage_by_year = [{ year = 2025, male_pct = 12, female_pct = 6 }]",
      ),
    DataError,
    'no years where coverage is "held", got 1 year',
  );
});

Deno.test("readMemberPopulation() keeps the base year's members, and sums of groups", async () => {
  const { members, years, basis } = await readMemberPopulation("a.toml", HELD, by);
  assertAlmostEquals(members.values[0]!, by.experience.members.average, 1e-6);
  years.forEach(({ year, members: { male, female } }) =>
    assertAlmostEquals(
      sumSimple([...male, ...female]),
      valueInYear(members, year),
      1e-6,
    )
  );
  assertEquals([members.firstYear, members.values.length], [2019, 12]);
  assert(basis.some((text) => text.includes("World Population Prospects 2019")));
});

Deno.test("the report's members follow its population: 1.32 per cent, where it has 1.35", async () => {
  // Members do not fall in 2020, and grow by 6.8 per cent to 2030 where employment grows by
  // 11.2: 1.35 becomes 1.33. Older members leave less often (0.9 per cent): 1.32. That they
  // earn more and have more service moves the rate by 0.001 each, against each other.
  const population = await readMemberPopulation("a.toml", HELD, by);
  const rules = rulesAt(
    await readScheme("proposed_2021"),
    inputs.terms.firstBenefitMonth,
  );
  const rate = (each: typeof inputs) =>
    valueAssumptions(deriveAssumptions(each, rules).assumptions).financing
      .benefit_and_administrative.suggestedRate;
  assertAlmostEquals(100 * rate(inputs), 1.35, 0.005);
  assertAlmostEquals(100 * rate({ ...inputs, population }), 1.322, 0.0005);
  const growth = valueInYear(population.members, 2030) /
    valueInYear(population.members, 2019);
  assertAlmostEquals(growth, 1.068, 0.0005);
  assertAlmostEquals(valueInYear(population.terminationRelativity, 2030), 0.991, 0.0005);
});

Deno.test("readMemberPopulation() goes on to 2050, and up to 2030 as the report's does", async () => {
  const terms = { ...by.terms, projectionYears: 30 };
  const onward = { ...HELD, file: "report_2021_to_2050" };
  const [long, short] = await Promise.all([
    readMemberPopulation("a.toml", onward, { ...by, terms }),
    readMemberPopulation("a.toml", HELD, by),
  ]);
  assertEquals(long.members.values.length, 32);
  // Who is 15 in 2030 was born before 2020: no fertility assumed reaches members by then.
  short.members.values.forEach((members, i) =>
    assertAlmostEquals(long.members.values[i]! / members, 1, 1e-9)
  );
  assert(valueInYear(long.terminationRelativity, 2050) < 0.991); // they go on ageing
});

Deno.test("resultKey() is another where members follow another population of the same name", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(
    `${folder}/v.toml`,
    `extends = "report_2021"
name = "v"
[scenarios]
base = "base"
[population]
file = "p"
coverage = "held"
source = "own assumption"
`,
  );
  const text = await Deno.readTextFile("data/population/report_2021_to_2050.toml");
  const keyOf = async (population: string) => {
    await Deno.writeTextFile(`${folder}/p.toml`, population);
    const run = runValuation(await readValuation(`${folder}/v.toml`));
    return (await resultKey(run, { code: "0", extractId: null })).key;
  };
  const key = await keyOf(text);
  assertEquals(await keyOf(text.replace(/^source = .*$/m, 'source = "another"')), key);
  const migration = "\n[migration]\nnet_per_thousand = -20\n";
  assert(await keyOf(text + migration) !== key);
});

Deno.test("readMemberPopulation() refuses a population that ends before the projection", async () => {
  const terms = { ...by.terms, projectionYears: 15 };
  const { message } = await assertRejects(
    () =>
      readMemberPopulation("a.toml", { ...HELD, coverage: "by_year" }, { ...by, terms }),
    DataError,
  );
  assertEquals(message.split("\n"), [
    "a.toml: population.coverage_by_year: expected years with male_pct and female_pct " +
    'where coverage is "by_year", got none',
    "a.toml: population.file: expected a population of the years from 2019 to 2035, got " +
    "report_2021, which can be projected from 2015 to 2030",
  ]);
  await assertRejects(
    () => readMemberPopulation("a.toml", { ...HELD, totals: "wpp2024" }, by),
    DataError,
    "a.toml: population.totals: expected a population of the years from 2019 to 2030, got " +
      "report_2021 with totals of the United Nations of 2024, which can be projected from " +
      "2025 to 2030",
  );
  const rates = [{ year: 2030, male_pct: 60, female_pct: 5 }];
  const aboveAll = { ...HELD, coverage: "by_year", coverage_by_year: rates } as const;
  await assertRejects(
    () => readMemberPopulation("a.toml", aboveAll, by),
    DataError,
    "a.toml: population: 2030, male 25-29: expected coverage of at most 100 per cent",
  );
});
