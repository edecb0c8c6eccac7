import { readText } from "@jkp/files/read";
import { monthOf } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { parseScheme, readScheme } from "./read_scheme.ts";
import { rulesAt, schemeStart } from "./rules_at.ts";
import { assertEquals, assertNotEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";

const JKP = await readText("data/designs/jkp_2021.toml");
const JAPAN = await readText("data/designs/japan.toml");
const NAMES = [...Deno.readDirSync("data/designs")]
  .filter(({ name }) => name.endsWith(".toml"))
  .map(({ name }) => name.replace(/\.toml$/, ""))
  .sort();

function problemsOf(text: string): string[] {
  const error = assertThrows(() => parseScheme("a.toml", text), DataError);
  return error.problems.map(({ place, expected, received }: Problem) =>
    `${place}: ${expected}${received === undefined ? "" : `, got ${received}`}`
  );
}

/** JKP with another section in place of its own. */
function withSection(section: string, content: string): string {
  const kept = JKP.replace(new RegExp(`\\[\\[${section}\\]\\][^]*?(?=\\n\\[\\[|$)`), "");
  return `${kept}\n[[${section}]]\nfrom = "2021-02"\nsource = "test"\n${content}\n`;
}

for (const name of NAMES) {
  Deno.test(`readScheme() reads ${name}, every section with source and month`, async () => {
    const scheme = await readScheme(name);
    assertEquals(scheme.name, name);
    assertNotEquals([null, scheme.title].includes(scheme.titleId), true);
    for (const versions of Object.values(scheme.sections)) {
      for (const { from, source } of versions) {
        assertEquals(Number.isInteger(from) && source.length > 10, true);
      }
    }
  });
}

Deno.test("readScheme() takes from the base what an alternative does not change", async () => {
  const [base, changed] = [
    await readScheme("options_2020_base"),
    await readScheme("options_2020_six_months"),
  ];
  assertNotEquals(changed.sections.duration, base.sections.duration);
  assertEquals({ ...changed.sections, duration: [] }, { ...base.sections, duration: [] });
});

/** Reads design files written into a folder of their own. */
async function readWritten(files: Readonly<Record<string, string>>, name: string) {
  const folder = await Deno.makeTempDir();
  for (const [each, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${each}.toml`, text);
  }
  return await readScheme(`${folder}/${name}.toml`);
}

const HEAD = 'name = "mine"\ntitle = "Mine"\nsource = "a test"\n';
const HIGHER = 'kind = "flat"\nrate_pct = 60\nsource = "a reform"\n';

Deno.test("readScheme() adds the versions of a reform to those of the project's scheme", async () => {
  const reform =
    `reform_of = "jkp_2021"\n${HEAD}[[benefit]]\nfrom = "2026-01"\n${HIGHER}`;
  const [jkp, mine] = [
    await readScheme("jkp_2021"),
    await readWritten({ mine: reform }, "mine"),
  ];
  assertEquals([mine.title, mine.titleId], ["Mine", null]);
  assertEquals(mine.sections.benefit.map(({ from }) => from), [
    monthOf(2021, 2),
    monthOf(2026, 1),
  ]);
  assertEquals({ ...mine.sections, benefit: [] }, { ...jkp.sections, benefit: [] });
});

Deno.test("readScheme() keeps open points with the sections that they are about", async () => {
  const jkp = await readScheme("jkp_2025");
  const month = (year: number, month: number) => rulesAt(jkp, monthOf(year, month));
  assertEquals(month(2025, 1).openPoints, []);
  assertEquals(month(2025, 2).openPoints, jkp.openPoints);
  const qualifying = 'contribution_months = 12\nwindow_months = 24\nsource = "a draft"\n';
  const own = `[[qualifying]]\nfrom = "2026-01"\n${qualifying}`;
  const sectionsOf = async (key: string) => {
    const text = `${key} = "jkp_2025"\n${HEAD}${own}`;
    const { openPoints } = await readWritten({ mine: text }, "mine");
    return openPoints.map(({ section }) => section);
  };
  const all = jkp.openPoints.map(({ section }) => section);
  assertEquals(await sectionsOf("reform_of"), all);
  // In place of the base's section, its open points are settled.
  const others = all.filter((section) => section !== "qualifying");
  assertEquals(await sectionsOf("based_on"), others);
});

Deno.test("readScheme() takes from a scheme that takes from another", async () => {
  const proposed = await readScheme("proposed_2023");
  const mine = await readWritten({
    mine: `reform_of = "between"\n${HEAD}[[benefit]]\nfrom = "2026-01"\n${HIGHER}`,
    between:
      `based_on = "proposed_2023"\n${HEAD}[[benefit]]\nfrom = "2021-01"\n${HIGHER}`,
  }, "mine");
  assertEquals(mine.sections.benefit.length, 2);
  assertEquals(mine.sections.insurableEarnings, proposed.sections.insurableEarnings);
});

Deno.test("readScheme() counts the versions of a reform in its own file when one is wrong", async () => {
  const reform =
    `reform_of = "jkp_2021"\n${HEAD}[[benefit]]\nfrom = "2020-01"\n${HIGHER}`;
  const early = await assertRejects(
    () => readWritten({ mine: reform }, "mine"),
    DataError,
  );
  assertEquals(early.problems.map(({ place }: Problem) => place), ["benefit.0.from"]);
  const wrong = reform.replace("60", "0.6").replace(
    "[[benefit]]",
    "[[benefit]]\ncolour = 1",
  );
  const error = await assertRejects(
    () => readWritten({ mine: wrong }, "mine"),
    DataError,
  );
  assertEquals(error.problems.map(({ place }: Problem) => place), [
    "benefit.0.rate_pct",
    "benefit.0.colour",
    "benefit.0.from",
  ]);
});

Deno.test("readScheme() refuses a circle of schemes, and two bases", async () => {
  const circle = {
    mine: `based_on = "other"\n${HEAD}`,
    other: `reform_of = "mine"\n${HEAD}`,
  };
  await assertRejects(() => readWritten(circle, "mine"), DataError, "another scheme");
  const both = { mine: `based_on = "japan"\nreform_of = "korea"\n${HEAD}` };
  await assertRejects(() => readWritten(both, "mine"), DataError, "not both");
});

Deno.test("readScheme() names a scheme that is not there", async () => {
  await assertRejects(
    () => readScheme("jpk_2021"),
    DataError,
    "got jpk_2021 (did you mean jkp_2021?)",
  );
  const missing = { mine: `based_on = "corea"\n${HEAD}` };
  await assertRejects(
    () => readWritten(missing, "mine"),
    DataError,
    'got "corea" (did you mean korea?)',
  );
});

Deno.test("rulesAt() changes nothing before a reform with a future date", () => {
  const reform = `
[[benefit]]
from = "2025-02"
kind = "flat"
rate_pct = 60
source = "a reform"
[[insurable_earnings]]
from = "2026-01"
definition = "wages"
source = "a reform"
`;
  const [now, reformed] = [parseScheme("a", JKP), parseScheme("a", JKP + reform)];
  const start = schemeStart(now);
  assertEquals(schemeStart(reformed), start);
  fc.assert(fc.property(fc.integer({ min: start, max: monthOf(2025, 1) }), (month) => {
    assertEquals(rulesAt(reformed, month), rulesAt(now, month));
  }));
  const later = rulesAt(reformed, monthOf(2025, 2));
  assertEquals(later.benefit.kind, "flat");
  assertEquals(later.insurableEarnings.ceiling.amountPerMonth, 5_000_000);
  const last = rulesAt(reformed, monthOf(2030, 1));
  assertEquals(last.insurableEarnings.ceiling.amountPerMonth, null);
  assertEquals({ ...later, benefit: 0, month: 0 }, {
    ...rulesAt(now, start),
    benefit: 0,
    month: 0,
  });
});

Deno.test("rulesAt() throws when the month lies before the scheme", () => {
  const scheme = parseScheme("a", JKP);
  assertThrows(
    () => rulesAt(scheme, monthOf(2021, 1)),
    RangeError,
    "a month from 2021-02 is wanted, got 2021-01",
  );
  assertThrows(() => rulesAt(scheme, NaN), RangeError, "got NaN");
});

Deno.test("parseScheme() gathers unknown keys, missing sources and wrong units at once", () => {
  const text = JKP
    .replace("days = 0", "days = 0\ncolour = 1")
    .replace("[45, 45, 45, 25, 25, 25]", "[0.45, 45, 45, 25, 25, 25]")
    .replace("employer_pct = 0.24", "employer_pct = 0.0024")
    .replace("government_pct = 0.22", "government_pct = 45")
    .replace(/(kind = "fixed"\nmonths = 6)\nsource = .+/, "$1")
    .replace('index = "none"', 'index = "gold"')
    .replace('paid_for = "old_age"', 'paid_for = "age"');
  const share = "a percentage from 1 to 100, such as 45";
  const rate = "a percentage of wages, 0 or from 0.01 to 30, such as 0.24";
  const index = "one of none, wages, prices, minimum_wage, gdp, real_gdp, nominal_gdp, " +
    "real_gdp_lagged";
  const paidFor = "one of old_age, permanent_total_disability, other";
  assertEquals(problemsOf(text), [
    `insurable_earnings.0.ceiling.index: ${index}, got "gold"`,
    `benefit.0.rates_pct.0: ${share}, got 0.45`,
    "duration.0.source: a text, got nothing",
    `other_earnings.0.excluded_by.2.paid_for: ${paidFor}, got "age"`,
    `financing.0.employer_pct: ${rate}, got 0.0024`,
    `financing.0.government_pct: ${rate}, got 45`,
    "waiting_period.0.colour: no such key, got 1",
  ]);
});

Deno.test("parseScheme() names wrong values beside what cannot hold together", () => {
  const text = JKP
    .replace("contribution_months = 12", "contribution_months = 30")
    .replace("months_between = 60", 'months_between = "60"')
    .replace("rates_pct = [45, 45, 45, 25, 25, 25]", "rates_pct = [45, 45]")
    .replace('kind = "last"', 'kind = "lowest"')
    .replace("employer_pct", "employers_pct");
  assertEquals(problemsOf(text).map((problem) => problem.split(":")[0]), [
    "repeat_claims.0.months_between",
    "reference_wage.0.kind",
    "financing.0.employers_pct",
    "qualifying.0.contribution_months",
    "benefit.0.rates_pct",
  ]);
});

Deno.test("parseScheme() words an empty file by its missing sections alone", () => {
  const problems = problemsOf("");
  assertEquals(
    problems.filter((problem) => !problem.endsWith(", got nothing")),
    [],
  );
  assertEquals(problems.at(-1), "financing: a list of dated sections, got nothing");
});

Deno.test("parseScheme() gathers what cannot hold together", () => {
  const text = JKP
    .replace("consecutive_months = 6", "consecutive_months = 30")
    .replace("[45, 45, 45, 25, 25, 25]", "[45, 45, 45]")
    .replace("amount_per_month = 5_000_000", "amount_per_month = 5")
    .replace('entitlement = "reset"', 'entitlement = "maintained"');
  assertEquals(problemsOf(text), [
    "qualifying.0.consecutive_months: at most the window of 24, got 30",
    "repeat_claims.0.maintained_months: months for which entitlement is maintained",
    "insurable_earnings.0.ceiling.amount_per_month: " +
    "rupiah a month, not thousands or millions, got 5",
    "benefit.0.rates_pct: a rate for each of 6 months, got 3",
  ]);
});

Deno.test("parseScheme() refuses keys of another kind and misses those of its own", () => {
  assertEquals(problemsOf(withSection("benefit", 'kind = "flat"\nrates_pct = [45]')), [
    "benefit.0.rate_pct: a value, for benefit is flat, got nothing",
    "benefit.0.rates_pct: no such key where benefit is flat",
  ]);
  const indexed = 'kind = "flat"\nrate_pct = 45\nindex = "wages"';
  assertEquals(problemsOf(withSection("benefit", indexed)), [
    "benefit.0.index: no such key where benefit is flat",
  ]);
});

Deno.test("parseScheme() finds gaps and overlaps of duration by age and contributions", () => {
  const bands = (rows: string) =>
    withSection("duration", `kind = "bands"\nbands = [${rows}]`);
  const young = "{ age_to = 29, months = 3 }";
  const gap = `${young}, { age_from = 31, months = 6 }`;
  assertEquals(problemsOf(bands(gap)), [
    "duration.0.bands: one band at age 30 and 0 months of contribution, got none",
  ]);
  const overlap = `${young}, { age_from = 25, months = 6 }`;
  assertEquals(problemsOf(bands(overlap)), [
    "duration.0.bands: one band at age 25 and 0 months of contribution, got bands 0 and 1",
  ]);
  const short = "{ age_from = 30, contribution_months_to = 59, months = 4 }";
  assertEquals(problemsOf(bands(`${young}, ${short}`)), [
    "duration.0.bands: one band at age 30 and 60 months of contribution, got none",
  ]);
  const long = "{ age_from = 30, contribution_months_from = 60, months = 6 }";
  parseScheme("a", bands(`${young}, ${short}, ${long}`));
});

Deno.test("parseScheme() finds gaps between wage bands and age groups", () => {
  const text = JAPAN
    .replace(
      "wage_from = 12_331, wage_to = 13_630",
      "wage_from = 12_400, wage_to = 13_630",
    )
    .replace("age_from = 45", "age_from = 46");
  assertEquals(problemsOf(text), [
    "benefit.0.ages.0.bands.2.wage_from: 12331, where the band before ends, got 12400",
    "benefit.0.ages.2.age_from: 45, the age after the group before, got 46",
  ]);
});

Deno.test("parseScheme() refuses versions that are not in order of time", () => {
  const again = '\n[[waiting_period]]\nfrom = "2021-02"\ndays = 7\nsource = "again"\n';
  assertEquals(problemsOf(JKP + again), [
    "waiting_period.1.from: a month after 2021-02, the version before, got 2021-02",
  ]);
});

Deno.test("parseScheme() refuses unknown keys however deep they stand", () => {
  const text = JKP
    .replace(
      "involuntary = { covered = true }",
      "involuntary = { covered = true, a = 1 }",
    )
    .replace("ceiling = { amount_per", "ceiling = { b = 2, amount_per")
    .replace("very_low = 0.24", "very_low = 0.24, none = 0");
  assertEquals(problemsOf(text), [
    "contingency.0.reasons.involuntary.a: no such key, got 1",
    "insurable_earnings.0.ceiling.b: no such key, got 2",
    "recomposition.0.jkk_pct.none: no such key, got 0",
  ]);
});
