import { DataError } from "@jkp/problem";
import { assert, assertEquals, assertRejects } from "@std/assert";
import * as fc from "fast-check";
import { dirname, join } from "node:path";
import { parse } from "smol-toml";
import { RANGES } from "../assumptions/ranges.ts";
import { type AssumptionValues, CHANGEABLE_NAMES } from "../change_assumptions.ts";
import { runValuation, suggestedRateOf } from "../run_valuation.ts";
import type { ValuationBasis } from "../valuation_basis.ts";
import { readValuation } from "./read_valuation.ts";
import { readValuationFile } from "./read_valuation_file.ts";
import { saveValuation } from "./save_valuation.ts";
import { valuationOf } from "./valuation_file.ts";
import { valuationToToml } from "./valuation_to_toml.ts";

const REPORT = await readValuation("report_2021");

/** Any value that an assumption can have. */
const changes = fc.record(
  Object.fromEntries(
    CHANGEABLE_NAMES.map((name) => {
      const range = { isWhole: false, isLowestOut: false, ...RANGES[name] };
      const [min, max] = [range.lowest, Math.min(range.highest, 1e6)];
      return [
        name,
        range.isWhole
          ? fc.integer({ min, max })
          : fc.double({ min, max, minExcluded: range.isLowestOut, noNaN: true }),
      ];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<AssumptionValues>;

/** Results to the last digit. */
const digits = (basis: ValuationBasis, set: AssumptionValues = {}) => {
  const { valued, leftOut } = runValuation(basis, set);
  return JSON.stringify([valued, leftOut]);
};

/** Names that no role can have. */
const RESERVED = ["__proto__", "prototype", "constructor"];

Deno.test("valuationToToml() keeps every number to the last digit", () => {
  const amount = fc.double({ min: 0, max: 1e18, noNaN: true }).map((each) =>
    each < 1e16 ? each : Math.round(each)
  );
  fc.assert(
    fc.property(
      changes,
      amount,
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.string({ unit: "grapheme" })
        .filter((text) => /\S/.test(text) && !RESERVED.includes(text)),
      (set, opening, percent, text) => {
        const content = {
          ...parse(valuationToToml(REPORT.file)),
          title: text,
          fund: { opening_idr: opening, date: "2020-12-31", source: text },
          experience: {
            credibility: percent / 100,
            complement_pct_per_month: percent,
            source: text,
          },
          method: {
            reading: "national_odds",
            choices: { coveredUnemploymentRate: percent / 200, fundFlows: "mid_year" },
          },
          scenarios: { [text]: "base" },
        };
        const file = valuationOf("a.toml", content);
        const toml = valuationToToml(file, { changes: set });
        const again = valuationOf("a.toml", parse(toml));
        assertEquals(
          { ...again, content: null },
          { ...file, changes: { ...set }, content: null },
        );
      },
    ),
    { numRuns: 100 },
  );
});

Deno.test("saveValuation() writes a file that repeats runValuation() to the last digit", async () => {
  const folder = await Deno.makeTempDir();
  const base = { ...await readValuation("report_2021", { scenarios: ["base"] }) };
  let count = 0;
  await fc.assert(
    fc.asyncProperty(changes, async (set) => {
      const path = join(folder, `${count++}.toml`);
      let wanted: string;
      try {
        wanted = digits(base, set);
      } catch {
        return; // a value that the equations do not reach
      }
      await saveValuation(path, base, set);
      assertEquals(digits(await readValuation(path)), wanted);
    }),
    { numRuns: 12 },
  );
});

Deno.test("saveValuation() keeps what is named, from another folder and beside its namesakes", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/in`);
  const scenario = await Deno.readTextFile("data/scenarios/base.toml");
  await Deno.writeTextFile(
    `${folder}/in/own.toml`,
    scenario.replace('name = "base"', 'name = "own"').replace("= 50", "= 40"),
  );
  await Deno.writeTextFile(
    `${folder}/in/v.toml`,
    `extends = "report_2021"
name = "v"
previous = "report_2021"
designs = ["jkp_2021"]
[scenarios]
own = "own"
base = "base"
[changes]
reserveMultiple = 1
`,
  );
  const basis = await readValuation(`${folder}/in/v.toml`);
  // Beside the new file stand others that have the names of the project's.
  await Deno.mkdir(`${folder}/out/jht_2019`, { recursive: true });
  await Deno.writeTextFile(`${folder}/out/jkp_2021.toml`, "broken");
  const path = `${folder}/out/base.toml`;
  await saveValuation(path, basis, { benefitRate: 0.5 });
  const saved = await readValuation(path);
  assertEquals(digits(saved), digits(basis, { benefitRate: 0.5 }));
  assertEquals([saved.file.name, saved.roles], ["base", ["own", "base"]]);
  assert(saved.file.titleId !== null && saved.file.titleId === basis.file.titleId);
  assertEquals(saved.file.changes, { reserveMultiple: 1, benefitRate: 0.5 });
  assertEquals(saved.file.content.scenarios.own, join(folder, "in/own.toml"));
  // Saved again, elsewhere.
  const again = `${folder}/deep/er/again.toml`;
  await saveValuation(again, saved, { reserveMultiple: 3 }, { title: "Again" });
  const read = await readValuation(again);
  assertEquals([read.file.title, read.file.titleId], ["Again", null]);
  assertEquals(
    suggestedRateOf(runValuation(read), "own"),
    suggestedRateOf(runValuation(saved, { reserveMultiple: 3 }), "own"),
  );
});

Deno.test("saveValuation() keeps who set what a file sets, and says what is set besides", async () => {
  const folder = await Deno.makeTempDir();
  const path = (name: string) => join(folder, `${name}.toml`);
  await Deno.writeTextFile(
    path("a"),
    `extends = "jkp_2026"
name = "a"
valued_roles = ["pessimistic"]
[trial]
over_law = true
[changes]
benefitRate = 0.6
source = "A wish"
`,
  );
  const basis = await readValuation(path("a"));
  await saveValuation(path("b"), basis);
  const saved = await readValuation(path("b"));
  assertEquals(digits(saved), digits(basis));
  assertEquals([saved.file.changes, saved.file.sources.changes], [
    { benefitRate: 0.6 },
    "A wish",
  ]);
  await saveValuation(path("c"), basis, { reserveMultiple: 2 });
  const { changes, sources } = await readValuationFile(path("c"));
  assertEquals(changes, { benefitRate: 0.6, reserveMultiple: 2 });
  assertEquals(
    sources.changes,
    "reserveMultiple: set when the file was saved; else: A wish",
  );
});

Deno.test("saveValuation() keeps the population that members follow, and its coverage", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/in`);
  await Deno.copyFile("data/population/report_2021_to_2050.toml", `${folder}/in/p.toml`);
  const [from, to] = [`${folder}/in/v.toml`, `${folder}/out/saved (été) 2.0.toml`];
  await Deno.writeTextFile(
    from,
    `extends = "report_2021"
name = "v"
[scenarios]
base = "base"
[population]
file = "p"
coverage = "by_year"
coverage_by_year = [
  { year = 2024, male_pct = 14.7, female_pct = 7.1 },
  { year = 2030, male_pct = 15, female_pct = 8 },
]
source = "Invented"
`,
  );
  const basis = await readValuation(from);
  await saveValuation(to, basis);
  const saved = await readValuation(to);
  assertEquals(digits(saved), digits(basis));
  assertEquals(saved.file.name, "saved_ete_2_0");
  assertEquals(saved.file.data.population, "report_2021");
  assertEquals(saved.file.population, basis.file.population);
});

Deno.test("saveValuation() writes over no file unasked, nor what the valuation names", async () => {
  const path = `${await Deno.makeTempDir()}/a.toml`;
  await saveValuation(path, REPORT, { benefitRate: 0.6 });
  await assertRejects(
    () => saveValuation(path, REPORT),
    DataError,
    "a.toml: expected a path where nothing is yet, got a file that is there",
  );
  assertEquals((await readValuationFile(path)).changes, { benefitRate: 0.6 });
  await saveValuation(path, REPORT, {}, { overwrites: true });
  assertEquals((await readValuationFile(path)).changes, {});
  await Deno.copyFile("data/scenarios/base.toml", join(dirname(path), "own.toml"));
  const own = await readValuation("report_2021", {
    scenarios: [join(dirname(path), "own.toml")],
  });
  await assertRejects(
    () => saveValuation(join(dirname(path), "own.toml"), own, {}, { overwrites: true }),
    DataError,
    "expected a path that the valuation does not name itself",
  );
  await assertRejects(
    () => saveValuation(join(dirname(path), "b.txt"), REPORT),
    DataError,
    "expected a path ending in .toml",
  );
  await assertRejects(
    () => saveValuation(join(dirname(path), "b.toml"), REPORT, { benefitRate: 60 }),
    RangeError,
    "did you mean 0.6?",
  );
  await assertRejects(
    () => saveValuation(path, REPORT, {}, { overwrite: true } as object),
    RangeError,
    "got overwrite (did you mean overwrites?)",
  );
  assertEquals([...Deno.readDirSync(dirname(path))].map(({ name }) => name).sort(), [
    "a.toml",
    "own.toml",
  ]);
});

Deno.test("a design may be a value: valued like its file, and saved only from one", async () => {
  const [jkp] = (await readValuation("report_2021", { designs: ["jkp_2021"] })).schemes;
  const mine = { ...jkp!, name: "mine" };
  const basis = await readValuation("report_2021", { designs: ["jkp_2021", mine] });
  const rates = runValuation(basis).valued.map(({ suggestedRate }) => suggestedRate);
  const { length } = basis.scenarios;
  assertEquals(rates.slice(0, length), rates.slice(length));
  await assertRejects(
    () => saveValuation(`${Deno.makeTempDirSync()}/a.toml`, basis),
    DataError,
    "mine",
  );
  for (const wrong of [Promise.resolve(jkp!), null, {}]) {
    await assertRejects(
      () => readValuation("report_2021", { designs: [wrong as never] }),
      RangeError,
      "a design, as readScheme reads it, is wanted",
    );
  }
});

Deno.test("saveValuation() refuses what was made in memory, which no file would repeat", async () => {
  const path = `${await Deno.makeTempDir()}/a.toml`;
  const { scenarios, schemes, file } = REPORT;
  const first = scenarios[0]!;
  const withFirst = (part: Partial<typeof first>): ValuationBasis => ({
    ...REPORT,
    scenarios: [{ ...first, ...part }, ...scenarios.slice(1)],
  });
  for (
    const [place, basis] of [
      ["designs", { ...REPORT, schemes: [{ ...schemes[0]!, title: "Mine" }] }],
      [
        "scenarios",
        withFirst({ scenario: { ...first.scenario, involuntaryShare: 0.1 } }),
      ],
      ["calendar", withFirst({ terms: { ...first.terms, projectionYears: 5 } })],
      ["method", { ...REPORT, reading: "national_odds" }],
      ["experience", withFirst({ experience: scenarios[0]!.experience })],
      ["changes", withFirst({ change: (same) => same })],
      ["data", withFirst({ data: {} })],
      ["file", {
        ...REPORT,
        file: { ...file, data: { ...file.data, serviceMonths: 6 } },
      }],
    ] as const
  ) {
    const isSame = place === "experience"; // the same again is no change
    const saved = saveValuation(path, basis, {}, { overwrites: true });
    if (isSame) await saved;
    else {await assertRejects(
        () => saved,
        DataError,
        `a.toml: ${place}: expected what is said`,
      );}
  }
  assert((await readValuationFile(path)).name === "a");
});

Deno.test("readValuation() takes extract, scenarios and designs as values", async () => {
  const asNamed = await readValuation("report_2021");
  const [base] = asNamed.scenarios.filter((_, i) => asNamed.roles[i] === "base");
  const [design] = asNamed.schemes;
  const given = {
    extract: asNamed.extract,
    scenarios: [base!.scenario],
    designs: [design!],
  };
  const same = await readValuation("report_2021", given);
  const rateOf = (basis: ValuationBasis, role = "base") =>
    suggestedRateOf(runValuation(basis), role);
  assertEquals(rateOf(same), rateOf(asNamed));
  assertEquals(same.saidOver, [
    "extract: jht_2019 (given as a value)",
    "scenarios: base (given as a value)",
    "designs: proposed_2021 (given as a value)",
  ]);

  const own = { ...base!.scenario, name: "own", involuntaryShare: 0.6 };
  const halved = {
    ...asNamed.extract,
    withdrawals: asNamed.extract.withdrawals.map((row) => ({
      ...row,
      claims: row.claims / 2,
    })),
  };
  const both = await readValuation("report_2021", { ...given, scenarios: ["base", own] });
  assertEquals(both.roles, ["base", "own"]);
  assert(rateOf(both, "own") > 1.15 * rateOf(both));
  const fewer = await readValuation("report_2021", { ...given, extract: halved });
  const terminations = ({ scenarios: [first] }: ValuationBasis) =>
    first!.experience.termination.claims;
  assertEquals(terminations(fewer), terminations(asNamed) / 2);

  const path = join(await Deno.makeTempDir(), "own.toml");
  await assertRejects(() => saveValuation(path, fewer), DataError, "given as a value");
  const twice = { scenarios: [base!.scenario, { ...base!.scenario }] };
  await assertRejects(
    () => readValuation("report_2021", twice),
    RangeError,
    "scenarios of different names are wanted, got base twice",
  );
});
