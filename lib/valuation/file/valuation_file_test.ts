import { DataError } from "@jkp/problem";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { basename, join } from "node:path";
import * as v from "valibot";
import { runValuation } from "../run_valuation.ts";
import { fundAtTrialRates } from "../valuation.ts";
import { readValuation } from "./read_valuation.ts";
import { readValuationFile } from "./read_valuation_file.ts";
import { ValuationFileSchema } from "./valuation_file_schema.ts";
import { VALUATION_KEYS } from "./valuation_keys.ts";

const BASIC = `extends = "report_2021"
name = "mine"
`;

/** A folder with a valuation file, and others beside it. */
async function fileOf(toml: string, others: Readonly<Record<string, string>> = {}) {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "dir.toml"));
  for (const [name, text] of Object.entries({ "mine.toml": toml, ...others })) {
    await Deno.writeTextFile(join(folder, name), text);
  }
  return join(folder, "mine.toml");
}

/** Everything that is said against a file, without its path. */
async function problemsOf(path: string): Promise<string[]> {
  const { message }: Error = await assertRejects(() => readValuation(path), DataError);
  return message.split("\n").map((line) => line.replace(`${path}: `, ""));
}

const SCENARIO = await Deno.readTextFile("data/scenarios/base.toml");
const JKP = await Deno.readTextFile("data/designs/jkp_2021.toml");

/** What a file can have wrong, and what is said of it; other files beside it. */
const MISTAKES: readonly (readonly [
  toml: string,
  says: readonly string[],
  others?: Readonly<Record<string, string>>,
])[] = [
  // Years that do not meet.
  ["[data]\nbase_year = 2021", [
    "data.base_year: expected a year before the first contributions, of 2021, got 2021",
    "data.base_year: expected an extract with the twelve months of 2021, got jht_2019, " +
    "of 2016-01 to 2019-12",
  ]],
  ["[data]\nstudied_years = [2019, 2018]", [
    "data.studied_years: expected a first year that is not after the last, got 2019 to 2018",
  ]],
  ['[data]\nstudied_years = [2017, 2019]\n[scenarios]\nbase = "base"', [
    "scenarios.base: expected reference unemployment of the years studied, 2017 to 2019, " +
    "got base, whose reference is of 2018 to 2019",
  ]],
  ["[data]\nbase_year = 2015", [
    "data.base_year: expected an extract with the twelve months of 2015",
  ]],
  // A scenario short of the projection; its growth must start after the base year.
  ['[calendar]\nprojection_years = 11\n[scenarios]\nbase = "base"', [
    "scenarios.base: expected unemployment of the years from 2020 to 2031, got base, " +
    "with 2019 to 2030",
    "scenarios.base: expected returns of the years from 2021 to 2031",
  ]],
  // Roles that no scenario plays, no roles, and sources that are none.
  ['valued_roles = ["bas", 3, "base"]\n[changes]\nsource = ""\nbenefitRate = 60', [
    "valued_roles.0: expected a role of the scenarios: pessimistic, base, optimistic, " +
    "got bas (did you mean base?)",
    "valued_roles.1: expected a text",
    "changes.source: expected a text",
    "changes.benefitRate: expected a fraction above 0, up to 1, got 60 (did you mean 0.6?)",
  ]],
  ["valued_roles = []", ['valued_roles: expected a list of roles, such as ["base"]']],
  // A ceiling dated outside the wage path.
  ['designs = ["./old.toml"]', [
    "designs.0: expected a ceiling of earnings of a year from 2018 to 2030, which growth " +
    "of pessimistic leads to, got old, with one of 2010 that moves with an index",
  ], {
    "old.toml": `based_on = "proposed_2021"
name = "old"
title = "Old"
source = "test"
[[insurable_earnings]]
from = "2010-01"
definition = "wage"
source = "test"
[insurable_earnings.ceiling]
amount_per_month = 5_000_000
index = "wages"
`,
  }],
  // A design that is not in force.
  ['designs = ["./late.toml"]', [
    "designs.0: expected a design in force by 2030-12, the last month projected, got " +
    "jkp_2021, in force from 2041-02",
  ], { "late.toml": JKP.replaceAll("2021-02", "2041-02") }],
  // A fund without a date, or of another month.
  ['[fund]\nopening_idr = 1\nsource = "x"', [
    'fund.date: expected a date, such as "2025-12-31", got nothing',
  ]],
  ['[fund]\nopening_idr = 1\ndate = 2020-11-30\nsource = "x"', [
    "fund.date: expected a day of 2020-12, the month before the first contributions: " +
    "bring the fund forward to it, in the file that says when they begin, got 2020-11-30",
  ]],
  // Dates.
  ["valuation_date = 2021-02-30", [
    "line 3: expected a day of the calendar, got 2021-02-30",
  ]],
  ["valuation_date = 2020-12-31T00:00:00Z", ["valuation_date: expected a date"]],
  ["valuation_date = 2021-01-31", [
    "valuation_date: expected a day before the first contribution month, 2021-01",
  ]],
  ["information_to = 2020-12-30", [
    "information_to: expected a day not before the valuation's, 2020-12-31",
  ]],
  ["law_as_of = true", ['law_as_of: expected a date, such as "2025-12-31", got true']],
  // Unknown keys, in every section.
  [
    "titles = 1\n" + [
      "data",
      "calendar",
      "reserve",
      "trial",
      "transition",
      "fund",
      "experience",
      "method",
      "changes",
    ].map((section) => `[${section}]\nnonsense = 1`).join("\n"),
    [
      "titles: expected no such key, got 1 (did you mean title?)",
      ...["data", "calendar", "reserve", "trial", "transition", "fund", "experience"]
        .map((section) => `${section}.nonsense: expected no such key, got 1`),
      "method.nonsense: expected no such key, got 1",
      "changes.nonsense: expected no such key, got 1",
    ],
  ],
  ["[changes]\nbenefitrate = 0.6", [
    "changes.benefitrate: expected no such key, got 0.6 (did you mean benefitRate?)",
  ]],
  ["[method.reasons]\nbeneficiaryMethods = 'typed'", [
    'method.reasons.beneficiaryMethods: expected no such key, got "typed" (did you mean ' +
    "beneficiaryMethod?)",
  ]],
  ["[experience.basis]\nsurvivals = 'printed: a table'", [
    'experience.source: expected a text, such as "Actuarial note of 2026, section 3", got ' +
    "nothing",
    'experience.basis.survivals: expected no such key, got "printed: a table" (did you mean ' +
    "survival?)",
  ]],
  ["[changes]\nbenefitRate = 60", [
    "changes.benefitRate: expected a fraction above 0, up to 1, got 60 (did you mean 0.6?)",
  ]],
  // Levels that contradict each other, and members' years.
  [
    "[experience]\nmembers = 1000\nsurvival = [{ months = 0, share = 0.9 }, " +
    '{ months = 6, share = 0.8 }]\nsource = "x"\n[experience.roles.nobody]\n' +
    'eligible_share = 0.5\n[members]\nsource = "x"\n' +
    "by_year = [{ year = 2019, average = 1 }, { year = 2021, average = 2 }]",
    [
      "experience.roles.nobody: expected a role of the scenarios: pessimistic, base, " +
      "optimistic, got nobody",
      "experience.survival: expected two points or more from a share of 1 at 0 months on",
      "experience.members: expected no level beside [members], which has that of the base " +
      "year, got 1000",
      "members.by_year.1.year: expected 2020, years run on from the base year, got 2021",
    ],
  ],
  ['[experience]\neligible_share = 75\nmean_wage_idr = 0\nsource = "x"', [
    "experience.eligible_share: expected a fraction from 0 to 1, got 75",
    "experience.mean_wage_idr: expected rupiah a month above 0, got 0",
  ]],
  [
    '[data]\ntime_out_of_work = "spells"\n[experience]\nsource = "x"\n' +
    "survival = [{ months = 0, share = 1 }, { months = 6, share = 0.8 }]",
    ["experience.survival: expected no points beside"],
  ],
  // Wrong types, and numbers that are none.
  ["designs = []\n", ['designs: expected a list of designs, such as ["jkp_2025"]']],
  ['designs = "jkp_2021"', ["designs: expected a list of designs"]],
  ['designs = [1, " "]', [
    'designs.0: expected a text, such as "jkp_2025", got 1',
    'designs.1: expected a text, such as "jkp_2025", got " "',
  ]],
  ["data = 1", ["data: expected a table: the data that are studied, got 1"]],
  ['scenarios = "base"', ["scenarios: expected a table: role and scenario"]],
  ["[scenarios]", ["scenarios: expected a scenario at least"]],
  ["[scenarios]\nbase = 1", ["scenarios.base: expected a text"]],
  ["[reserve]\nmultiple = nan", [
    "reserve.multiple: expected a multiple of 0 or more, got NaN",
  ]],
  ["[reserve]\nmultiple = inf", ["reserve.multiple: expected a multiple of 0 or more"]],
  ["[reserve]\nmultiple = 1e400", ["reserve.multiple: expected a multiple of 0 or more"]],
  ["[transition]\njht_workers = inf", [
    "transition.jht_workers: expected a number of workers",
  ]],
  ["[trial]\ncontribution_rate_pct = -1", [
    "trial.contribution_rate_pct: expected a percentage",
  ]],
  ["[calendar]\nprojection_years = 1_000_000_000", [
    "calendar.projection_years: expected",
  ]],
  ["[calendar]\nprojection_years = 2.5", ["calendar.projection_years: expected"]],
  ["[calendar]\nfirst_contribution_month = 2021-01-01", [
    "calendar.first_contribution_month",
  ]],
  ["[data]\nbase_year = 99999999999999999999", ["well-formed TOML"]],
  ["[data]\nservice_months = 25", ["data.service_months: expected"]],
  ["[data]\nstudied_years = [2018]", ["data.studied_years"]],
  ["[data]\nstudied_years = 2018", ["data.studied_years: expected two years"]],
  // Names.
  ['[data]\nextract = "jht_2091"', [
    "data.extract: expected one of broken_example, jht_2019, jht_2019_spells, jht_2025, or the path of a folder, got " +
    "jht_2091 (did you mean jht_2019?)",
  ]],
  ['[data]\nextract = "./nowhere"', [
    "data.extract: expected a folder, at ",
    "nowhere, got no such folder",
  ]],
  ['[data]\nextract = "."', [
    "data.extract: expected a file, at ",
    "extract.toml, got nothing there",
  ]],
  ['[scenarios]\nbase = "optimist"', [
    "scenarios.base: expected one of base, jkp_base_2026, jkp_early_2025_2026, jkp_ilo_basis_2026, jkp_optimistic_2026, jkp_pessimistic_2026, optimistic, pessimistic, or a path ending in " +
    ".toml, got optimist (did you mean optimistic?)",
  ]],
  ['[scenarios]\nbase = "./dir.toml"', [
    "scenarios.base: expected a UTF-8 text file, at ",
    "got a folder",
  ]],
  ['designs = ["jkp_2012"]', [
    "designs.0: expected one of ",
    "got jkp_2012 (did you mean jkp_2021?)",
  ]],
  ['[scenarios]\nprototype = "base"', [
    "scenarios: expected roles with other names than __proto__, prototype, constructor",
  ]],
  ['previous = "jkp_2062"', [
    "previous: expected one of jkp_2026, report_2021, or a path ending in .toml, got " +
    "jkp_2062 (did you mean jkp_2026?)",
  ]],
  ['previous = "./nowhere.toml"', ["previous: expected a file, at ", "nothing there"]],
  ['previous = "./mine.toml"', [
    "previous: expected another valuation than this one, got ",
  ]],
  // What a value is, and why a choice is made.
  ['[experience]\nsource = "x"\nbasis = { eligible_share = "counted" }', [
    "experience.basis.eligible_share: expected what the value is, such as ",
  ]],
  ['[experience]\nsource = "x"\nbasis = { shares = "assumed: x" }', [
    "experience.basis.shares: expected",
  ]],
  ['[method.reasons]\nfundFlow = "x"', ["method.reasons.fundFlow: expected"]],
  ['[gdp]\nbase_year_idr_trillion = 0\nsource = "x"', [
    "gdp.base_year_idr_trillion: expected an amount above 0, in trillion rupiah, got 0",
  ]],
  // Twice the same.
  ['[scenarios]\nbase = "base"\nbase = "optimistic"', ["well-formed TOML"]],
  ['[scenarios]\nbase = "base"\nbest = "base"', [
    "scenarios.best: expected a scenario with another name than that of scenarios.base, got base",
  ]],
  ['designs = ["jkp_2021", "jkp_2021"]', [
    "designs.1: expected a design with another name than that of designs.0, got jkp_2021",
  ]],
  // What belongs together.
  ['[calendar]\nfirst_benefit_month = "2020-12"', [
    "calendar.first_benefit_month: expected a month not before the first contribution month",
  ]],
  ['[experience]\ncredibility = 0.5\nsource = "x"', [
    "experience.complement_pct_per_month: expected the rate that has the rest of a " +
    "credibility below 1, got nothing",
  ]],
  ['[experience]\ntermination_factor = 100\nsource = "x"', [
    "experience: expected a termination rate above 0, up to 100 per cent a month, got 10",
  ]],
  [
    '[population]\nfile = "report_2021"\ncoverage = "by_year"\nsource = "x"\n' +
    "coverage_by_year = [{ year = 2030, male_pct = 0, female_pct = 8 }]",
    ["male_pct: expected a percentage above 0, up to 100, got 0"],
  ],
];

Deno.test("readValuation() names every mistake by file and key", async () => {
  const missed: unknown[] = [];
  for (const [toml, says, others] of MISTAKES) {
    const said = (await problemsOf(await fileOf(BASIC + toml, others))).join("\n");
    missed.push(
      ...says.filter((words) => !said.includes(words)).map((words) => [words, said]),
    );
  }
  assertEquals(missed, []);
});

Deno.test("readValuation() adjusts the rate that a role states, whatever the extract has", async () => {
  // Times 100, the extract's 1.08 per cent would be none at which members can leave.
  const path = await fileOf(`${BASIC}
[scenarios]
base = "base"
[experience]
termination_factor = 100
source = "Own calculation"
[experience.roles.base]
termination_pct_per_month = 0.5
`);
  const { scenarios } = await readValuation(path);
  assertEquals(scenarios[0]!.experience.termination.ratePerMonth, 0.5);
});

Deno.test("readValuation() says all at once: of the file, of what it names, of both together", async () => {
  const path = await fileOf(
    `${BASIC}nmae = 1
valuation_date = "soon"
designs = ["jkp_2012", "proposed_2021"]
[data]
extract = "jht_2019"
base_year = 2020
service_months = 0
[scenarios]
base = "mild"
worst = "pesimistic"
best = "./broken.toml"
[calendar]
projection_years = 11
[reserve]
multiple = "two"
[changes]
benefitRate = 60
`,
    { "broken.toml": SCENARIO.replace("unemployment_rate_pct = 5.2", "rate = 5.2") },
  );
  const problems = await problemsOf(path);
  const keys = problems.map((line) => line.split(": expected")[0]!.replace(/^.*\//, ""));
  assertEquals(keys, [
    "valuation_date",
    "data.service_months",
    "reserve.multiple",
    "changes.benefitRate",
    "nmae",
    "data.base_year",
    "scenarios.base",
    "scenarios.worst",
    "broken.toml: reference.unemployment_rate_pct",
    "broken.toml: reference.rate",
    "designs.0",
  ]);
});

Deno.test("readValuationFile() refuses a file that extends itself, a circle, and nothing", async () => {
  const path = await fileOf('extends = "mine.toml"', {
    "a.toml": 'extends = "b.toml"',
    "b.toml": 'extends = "a"',
    "c.toml": 'extends = "report_2012"',
    "d.toml": "extends = 3",
    "e.toml": 'extends = ""',
    "f.toml": 'extends = "./none.toml"',
  });
  const said = async (name: string) => {
    const file = path.replace("mine.toml", name);
    const { message }: Error = await assertRejects(
      () => readValuationFile(file),
      DataError,
    );
    return message.replaceAll(path.replace("mine.toml", ""), "");
  };
  const other = "expected another valuation, one that does not extend this one";
  assertStringIncludes(await said("mine.toml"), `mine.toml: extends: ${other}`);
  assertStringIncludes(await said("a.toml"), `b.toml: extends: ${other}`);
  assertStringIncludes(
    await said("c.toml"),
    "c.toml: extends: expected one of jkp_2026, report_2021, or a path ending in .toml, got report_2012 " +
      "(did you mean report_2021?)",
  );
  for (const name of ["d.toml", "e.toml"]) {
    assertStringIncludes(
      await said(name),
      "expected the name or path of a valuation file",
    );
  }
  assertStringIncludes(
    await said("f.toml"),
    "f.toml: extends: expected a file, at none.toml, got nothing there",
  );
  await assertRejects(
    () => readValuationFile(path.replace("mine.toml", "")),
    DataError,
    "expected a UTF-8 text file, got a folder",
  );
});

Deno.test("readValuationFile() keeps a fund of what is extended, or says that it is of another month", async () => {
  const read = async (first: string, more = "") =>
    await readValuationFile(
      await fileOf(
        `extends = "jkp_2026"\nname = "mine"\n[calendar]\n` +
          `first_contribution_month = "${first}"\nfirst_benefit_month = "${first}"\n${more}`,
      ),
    );
  assertEquals((await read("2026-01")).terms.openingFundIdr, 17_091_682_937_409);
  const { problems }: DataError = await assertRejects(() => read("2026-07"), DataError);
  assertEquals(
    problems.map(({ file, place, received }) => [basename(file), place, received]),
    [["jkp_2026.toml", "fund.date", "2025-12-31"]],
  );
  const own = '[fund]\nopening_idr = 1e12\ndate = 2026-06-30\nsource = "x"\n';
  assertEquals((await read("2026-07", own)).terms.openingFundIdr, 1e12);
});

Deno.test("readValuation() says of a key the file in which it stands, of those extended", async () => {
  const path = await fileOf(
    'extends = "middle"\nname = "mine"\n[calendar]\nprojection_years = 0\n',
    {
      "middle.toml": `extends = "report_2021"
designs = ["none"]
[calendar]
first_benefit_month = "soon"
[data]
spells = "jht_2019"
`,
    },
  );
  const middle = path.replace("mine", "middle");
  const { message }: Error = await assertRejects(() => readValuation(path), DataError);
  assertEquals(message.split("\n").map((line) => line.split(": expected")[0]), [
    `${middle}: calendar.first_benefit_month`,
    `${path}: calendar.projection_years`,
    `${middle}: data.spells`,
    `${middle}: designs.0`,
  ]);
});

Deno.test("readValuation() values the roles of valued_roles alone, at the levels of each", async () => {
  const path = await fileOf(
    `extends = "jkp_2026"
name = "mine"
valued_roles = ["optimistic", "pessimistic"]
`,
    {
      "same.toml": 'extends = "mine.toml"\nname = "same"\n',
      "other.toml":
        'extends = "mine.toml"\nname = "other"\n[scenarios]\nilo_basis = "jkp_ilo_basis_2026"\n' +
        'pessimistic = "jkp_pessimistic_2026"\noptimistic = "jkp_optimistic_2026"\n',
    },
  );
  const whole = await readValuation("jkp_2026");
  const basis = await readValuation(path);
  assertEquals(basis.roles, ["optimistic", "pessimistic"]);
  assertEquals(
    basis.scenarios,
    basis.roles.map((role) => whole.scenarios[whole.roles.indexOf(role)]!),
  );
  const beside = (name: string) => join(path, "..", `${name}.toml`);
  assertEquals((await readValuation(beside("same"))).roles, basis.roles);
  assertEquals(
    (await readValuation(beside("other"))).roles,
    ["ilo_basis", "pessimistic", "optimistic"],
  );
  // What is said over the file is said of all its scenarios.
  const said = await readValuation(path, { scenarios: ["base"] });
  assertEquals(said.scenarios, [whole.scenarios[whole.roles.indexOf("base")]!]);
});

Deno.test("a trial rate takes the place of the law's where the file says so", async () => {
  const toml = (more: string) =>
    `extends = "jkp_2026"
name = "mine"
valued_roles = ["base"]
[trial]
contribution_rate_pct = 0.5
${more}source = "A wish"
`;
  const paid = async (more: string) => {
    const { valued } = runValuation(await readValuation(await fileOf(toml(more))));
    return fundAtTrialRates(valued[0]!.valuation).map(({ contributionsIdr }, i) =>
      contributionsIdr / valued[0]!.valuation.years[i]!.insurableEarningsIdr
    );
  };
  const near = (rates: readonly number[], wanted: number) =>
    rates.forEach((rate) => assertAlmostEquals(rate, wanted, 1e-12));
  near(await paid(""), 0.0036);
  near(await paid("over_law = false\n"), 0.0036);
  near(await paid("over_law = true\n"), 0.005);
});

Deno.test("readValuationFile() takes dates with quotes and without", async () => {
  const { valuationDate, lawAsOf } = await readValuationFile(
    await fileOf(`${BASIC}valuation_date = 2020-12-30\nlaw_as_of = "2020-12-29"`),
  );
  assertEquals([valuationDate, lawAsOf], ["2020-12-30", "2020-12-29"]);
});

Deno.test("readValuationFile() says all keys that are wanted of an empty file", async () => {
  const path = await fileOf("[data]\n[calendar]\n[reserve]\n[trial]\n[scenarios]\n");
  const { message }: Error = await assertRejects(
    () => readValuationFile(path),
    DataError,
  );
  const wanted = VALUATION_KEYS.filter(({ isOptional, section }) =>
    !isOptional && section !== "scenarios"
  ).flatMap(({ section, keys }) =>
    keys.filter(({ isOptional }) => !isOptional)
      .map(({ key }) => section === null ? key : `${section}.${key}`)
  );
  const said = message.split("\n").map((line) => line.split(": ")[1]!);
  assertEquals(said.toSorted(), [...wanted, "scenarios"].toSorted());
});

Deno.test("VALUATION_KEYS and the README have every key of a valuation file", async () => {
  const readme = await Deno.readTextFile("data/valuations/README.md");
  const keysOf = (schema: unknown): readonly string[] => {
    const { entries, wrapped } = schema as v.GenericSchema & {
      entries?: Record<string, unknown>;
      wrapped?: unknown;
    };
    return wrapped === undefined ? Object.keys(entries ?? {}) : keysOf(wrapped);
  };
  const { entries } = ValuationFileSchema;
  const sections = VALUATION_KEYS.map(({ section }) => section);
  const own = VALUATION_KEYS[0]!.keys.map(({ key }) => key);
  assertEquals(
    Object.keys(entries).toSorted(),
    [
      ...own,
      ...sections.filter((section) => section !== null),
    ].toSorted(),
  );
  for (const { section, keys } of VALUATION_KEYS.slice(1)) {
    const names = keys.map(({ key }) => key);
    if (section !== "scenarios") {
      assertEquals(
        keysOf(entries[section as "data"]).toSorted(),
        names.toSorted(),
        section!,
      );
    }
    for (const name of names) {
      assert(readme.includes(`\`${name}\``), `${section}.${name}`);
    }
  }
});
