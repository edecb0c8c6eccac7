import { parseSpellManifest } from "@jkp/extract";
import { STANDARD_MAPPING } from "@jkp/mapping";
import { formatMonth, monthOf } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { checkSpells } from "../check/check_spells.ts";
import { type Finding, type RuleName, RULES } from "../check/finding.ts";
import { MEMBER_RULES } from "../check/member_rules.ts";
import { ROW_RULES } from "../check/row_rules.ts";
import { wordedFindings } from "../check/worded_findings.ts";
import { buildStatistics, type BuiltStatistics } from "../count/build_statistics.ts";
import { exactSumsFiles } from "../count/exact_sums_file.ts";
import { csvOf, REGISTER } from "../count/random_register_for_test.ts";
import { exampleFolder } from "../example_folder.ts";
import { BROKEN_CSV } from "./broken_register_for_test.ts";
import { buildInEngine, type EngineBuildOptions } from "./build_in_engine.ts";
import { duckDbEngine } from "./duckdb_for_test.ts";
import { folderOf, LAST } from "../shape/honest_spells_for_test.ts";
import {
  BROKEN_JOINED,
  BROKEN_LEDGER,
  JOINED_MANIFEST,
  LEDGER,
  LEDGER_MANIFEST,
} from "./random_ledger_for_test.ts";
import { readSpellTable } from "./spell_table.ts";
import { assertReadsCells } from "./engine_for_test.ts";
import { foundOfWhole, ODD, OF_WHOLE } from "./odd_register_for_test.ts";

/** The rules that an engine is asked for. */
const ASKED: readonly RuleName[] = [
  "closing_rows",
  "values_present",
  "values_readable",
  ...OF_WHOLE,
  ...ROW_RULES.map(({ name }) => name),
  ...MEMBER_RULES.map(({ name }) => name),
];

/** A folder of the spells, and what the same rows come to in DuckDB. */
async function engineAndFolder(csv: string) {
  const folder = await exampleFolder({ "spells.csv": csv });
  const file = `${folder}/extract.toml`;
  const text = await Deno.readTextFile(file) + "wage_growth_per_year = 0.0731\n";
  await Deno.writeTextFile(file, text);
  const source = {
    table: "spells",
    manifest: parseSpellManifest(file, text),
    mapping: STANDARD_MAPPING,
  };
  const engine = await duckDbEngine(`${folder}/spells.csv`);
  const build = (options: EngineBuildOptions) => buildInEngine(engine, source, options);
  return { folder, build };
}

Deno.test("buildInEngine() counts as buildStatistics() does, to the byte", async () => {
  const month = (year: number) =>
    fc.option(fc.integer({ min: monthOf(year, 1), max: monthOf(year, 12) }), {
      nil: undefined,
    });
  await fc.assert(
    fc.asyncProperty(
      REGISTER,
      fc.record({ firstMonth: month(2018), lastMonth: month(2019) }),
      fc.integer({ min: 1, max: 3 }),
      async (spells, window, parts) => {
        const { folder, build } = await engineAndFolder(csvOf(spells));
        const options = { ...window, isForPublication: true };
        const local = await buildStatistics(folder, options);
        const there = await build({ ...options, parts });
        assertEquals(there.extract, local.extract);
        assertEquals(there.largest, local.largest);
        assertEquals(exactSumsFiles(there.counted), exactSumsFiles(local.counted));
      },
    ),
    { numRuns: 8 },
  );
});

Deno.test("buildInEngine() finds and leaves out the rows that buildStatistics() does", async () => {
  const outcomesOf = ({ quality }: BuiltStatistics) =>
    quality.outcomes.filter(({ rule }) => ASKED.includes(rule))
      .map(({ reason: _, ...outcome }) => outcome);
  await fc.assert(
    fc.asyncProperty(
      BROKEN_CSV,
      fc.integer({ min: 1, max: 2 }),
      async (csv, parts) => {
        const { folder, build } = await engineAndFolder(csv);
        const options = { leavesOutErrors: true, mostLeftOut: 1 };
        const local = await buildStatistics(folder, options).catch((error) => error);
        const there = await build({ ...options, parts }).catch((error) => error);
        if (local instanceof DataError) return assert(there instanceof DataError);
        assertEquals(outcomesOf(there), outcomesOf(local));
        assertEquals(there.rowsLeftOut, local.rowsLeftOut);
        assertEquals(there.extract, local.extract);
      },
    ),
    { numRuns: 12 },
  );
});

Deno.test("buildInEngine() judges the whole as checkSpells() does", async () => {
  for (const [rules, spells] of ODD) {
    const folder = await folderOf(spells);
    const engine = await duckDbEngine(`${folder}/spells.csv`);
    const { local, there } = await foundOfWhole(engine, folder);
    assertEquals(there, local);
    assertEquals([...new Set(local.map(({ rule }) => rule))].join(", "), rules);
    const previous = (await buildStatistics(await folderOf(ODD[0]![1]))).extract;
    const cut = { lastMonth: LAST - 5, previous };
    const ofCut = await foundOfWhole(engine, folder, cut);
    assertEquals(ofCut.there, ofCut.local);
    const hasMoved = ofCut.local.some(({ rule }) => rule === "drift");
    assertEquals(hasMoved, rules !== "");
  }
});

Deno.test("buildInEngine() holds a table beside control totals as checkSpells() does", async () => {
  const [, spells] = ODD[2]!;
  const folder = await folderOf(spells);
  const file = `${folder}/control_totals.csv`;
  const engine = await duckDbEngine(`${folder}/spells.csv`);
  const wrong = [
    ...["rows,,,", "members,,,", "active,2018-05,,", "active,2018-05,M,"],
    ...["claims,,,layoff", "claims,2019-02,F,", "wage_total_idr,,,"],
  ];
  const header = "measure,month,sex,reason,value,tolerance\n";
  await Deno.writeTextFile(file, header + wrong.map((of) => `${of},1,\n`).join(""));
  const local: Finding[] = [];
  await checkSpells(folder, (finding) => local.push(finding));
  const source = await readSpellTable(folder, { table: "spells" });
  const options = { leavesOutErrors: true, mostLeftOut: 1 };
  const refused = () => buildInEngine(engine, source, options);
  const { problems } = await assertRejects(refused, DataError);
  const ours = local.filter(({ rule }) => rule === "control_totals");
  assertEquals(
    problems.filter((problem: Problem) => problem.file === file),
    wordedFindings(ours),
  );
  assertEquals(ours.length, wrong.length);
});

const WRONG = `\
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
A1,F,1990-05,2018-01,2019-12,,,4200000
B2,M,1985-11,2017-03,2018-02,layoff,2018-03,-1
B2,M,1985-11,2018-02,2019-12,,,4100000
,M,1985-11,2018-02,2019-12,,,4100000
`;

Deno.test("buildInEngine() refuses rows with errors, and names some where it may", async () => {
  const { build } = await engineAndFolder(WRONG);
  const refused = async (options: EngineBuildOptions) =>
    (await assertRejects(() => build(options), DataError)).problems
      .map(({ place, expected, received }: Problem) => [place, expected, received]);
  const rules = [
    [undefined, 'no row against the rule "Required cells are filled"', "1"],
    [undefined, 'no row against the rule "Wages above 0"', "1"],
    [undefined, 'no row against the rule "Spells of a member do not overlap"', "1"],
  ];
  assertEquals(await refused({}), rules);
  const examples = [
    ["member without number, start 2018-02", "Required cells are filled", undefined],
    ["member B2, start 2017-03", "Wages above 0", undefined],
    ["member B2, start 2018-02", "Spells of a member do not overlap", undefined],
  ];
  assertEquals(await refused({ examples: 2 }), [...rules, ...examples.slice(0, 2)]);
  const tooMany = [
    undefined,
    "errors in at most 50 % of the rows, to leave these out without a larger share being " +
    "asked for",
    "75 %: 3 of 4",
  ];
  const options = { leavesOutErrors: true, mostLeftOut: 0.5, examples: 100 };
  assertEquals(await refused(options), [tooMany, ...rules, ...examples]);
});

Deno.test("buildInEngine() says of every rule that it does not ask for why", async () => {
  const { build } = await engineAndFolder(WRONG);
  const { quality } = await build({ leavesOutErrors: true, mostLeftOut: 1 });
  const told: readonly string[] = quality.outcomes.map(({ rule }) => rule);
  // Rules of a register of JKP are told where there is one.
  const untold = Object.keys(RULES).filter((rule) => !told.includes(rule));
  assertEquals(untold, ["jkp_register", "jkp_plausible"]);
  for (const { rule, state, reason } of quality.outcomes) {
    const isAsked = ASKED.includes(rule) && rule !== "layoffs_spread"; // no employers
    assertEquals([rule, state !== "not checked"], [rule, isAsked]);
    if (!isAsked) assert(reason !== undefined, rule);
  }
});

Deno.test("cellsSql() reads months in DuckDB as the local build does", async () => {
  const folder = await exampleFolder();
  await assertReadsCells(await duckDbEngine(`${folder}/spells.csv`));
});

const OTHER_TABLES = { table: "spells", members: "peserta", claims: "klaim" };

/** Several tables, and what the same rows come to in DuckDB. */
async function joinedEngine(
  files: Readonly<Record<string, string>>,
  manifest: string,
) {
  const folder = await exampleFolder({ ...files, "extract.toml": manifest });
  const main = "iuran.csv" in files ? "iuran.csv" : "spells.csv";
  if (main === "iuran.csv") await Deno.remove(`${folder}/spells.csv`);
  const engine = await duckDbEngine(`${folder}/${main}`, {
    peserta: `${folder}/peserta.csv`,
    klaim: `${folder}/klaim.csv`,
  });
  const source = await readSpellTable(folder, OTHER_TABLES);
  return async (options: EngineBuildOptions) => {
    const { leavesOutErrors, mostLeftOut, lastMonth, isForPublication } = options;
    const ofBuild = {
      leavesOutErrors: leavesOutErrors!,
      mostLeftOut: mostLeftOut!,
      isForPublication: isForPublication ?? false,
    };
    const local = await buildStatistics(folder, { ...ofBuild, lastMonth })
      .catch((error) => error);
    const there = await buildInEngine(engine, source, options).catch((error) => error);
    if (local instanceof DataError) {
      assert(there instanceof DataError, String(there));
      return local;
    }
    if (there instanceof Error) throw there;
    assertEquals(there.rowsLeftOut, local.rowsLeftOut);
    assertEquals(there.extract, local.extract);
    assertEquals(exactSumsFiles(there.counted), exactSumsFiles(local.counted));
    assertEquals(there.largest, local.largest);
    const found = (built: BuiltStatistics) =>
      OF_TABLES.map((each) => {
        const outcome = built.quality.outcomes.find(({ rule }) => rule === each);
        return [each, outcome?.found ?? 0]; // at home, rules of ledgers alone are not told
      });
    assertEquals(found(there), found(local));
    return local;
  };
}

/** Rules of tables in which rows are counted one by one. */
const OF_TABLES: readonly RuleName[] = [
  ...["values_present", "values_readable", "payment_months", "wage_possible"] as const,
  ...["net_not_negative", "payments_once", "members_once", "no_future_months"] as const,
  ...["closing_rows", "payments_repeated"] as const,
];

const LAST_MONTH = fc.option(
  fc.integer({ min: monthOf(2019, 1), max: monthOf(2019, 12) }),
  { nil: undefined },
);

Deno.test("buildInEngine() makes spells of a ledger as buildStatistics() does", async () => {
  const rules = fc.record({
    gap: fc.constantFrom(0, 0, 2),
    employers: fc.constantFrom("sum", "main"),
    repeats: fc.constantFrom("", 'repeats = "add"', 'repeats = "once"'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(LEDGER, BROKEN_LEDGER),
      rules,
      LAST_MONTH,
      fc.integer({ min: 1, max: 2 }),
      fc.record({ leavesOutErrors: fc.boolean(), isForPublication: fc.boolean() }),
      async (files, { gap, employers, repeats }, lastMonth, parts, how) => {
        const compare = await joinedEngine(
          files,
          `${LEDGER_MANIFEST}\n[ledger]\ngap_months = ${gap}\n` +
            `employers = "${employers}"\n${repeats}\n`,
        );
        await compare({ ...how, lastMonth, parts, mostLeftOut: 1 });
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});

Deno.test("buildInEngine() and buildStatistics() leave out the wages of spells that they leave out", async () => {
  const months = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => formatMonth(from + i));
  const [first, last] = [monthOf(2018, 1), monthOf(2019, 12)];
  const most = 10_000_000_000;
  const payments = [
    ...months(first, last).map((month) => `A,E1,${month},4000000`),
    ...months(first, first + 5).map((month) => `A_DIED,E1,${month},5000000`),
    ...months(first + 8, last).map((month) => `A_DIED,E1,${month},90000000`),
    ...months(monthOf(1998, 1), last).map((month) => `A_BORN,E1,${month},80000000`),
    ...months(last, last).flatMap((month) =>
      ["E1", "E2"].map((employer) => `A_MUCH,${employer},${month},${most}`)
    ),
  ];
  const compare = await joinedEngine({
    "iuran.csv": "member_id,employer_id,contribution_month,monthly_wage_idr\n" +
      payments.join("\n") + "\n",
    "peserta.csv":
      "member_id,sex,birth_month\nA,F,1998-02\nA_DIED,F,1998-02\nA_BORN,F,1998-02\n" +
      "A_MUCH,F,1998-02\n",
    "klaim.csv": "member_id,claim_month,end_reason\nA_DIED,2018-07,death\n",
  }, LEDGER_MANIFEST);
  for (const parts of [1, 2]) {
    const options = { parts, leavesOutErrors: true, mostLeftOut: 1 };
    const built: BuiltStatistics = await compare({ ...options, isForPublication: true });
    assertEquals(built.rowsLeftOut, 3);
    const paid = built.extract.active.filter(({ members }) => members > 0)
      .map(({ month, members, meanWageIdr }) => [month, members, meanWageIdr]);
    assertEquals(
      paid,
      Array.from({ length: 24 }, (_, i) => [
        first + i,
        ...i < 6 ? [2, 4_500_000] : [1, 4_000_000],
      ]),
    );
  }
});

const MAPPED = `
[format]
delimiter = ","
decimal_mark = "."
thousands_separator = ""
encoding = "utf-8"
empty_marks = []

[columns]
member_id = { column = "member_id" }
start_month = { column = "start_month", form = "YYYY-MM" }
last_month = { column = "last_month", form = "YYYY-MM", active = ["Aktif"] }
monthly_wage_idr = { column = "monthly_wage_idr", unit_idr = 1 }
weight = { constant = 10 }
`;

Deno.test("buildInEngine() and buildStatistics() join spells with a weight of all, and who are active", async () => {
  const compare = await joinedEngine({
    "spells.csv": "member_id,start_month,last_month,monthly_wage_idr\n" +
      "A,2018-01,aktif ,4000000\nB,2018-01,2018-06,5000000\n",
    "peserta.csv": "member_id,sex,birth_month\nA,F,1990-02\nB,M,1990-02\n",
    "klaim.csv": "member_id,claim_month,end_reason\nB,2018-08,layoff\n",
    "mapping.toml": MAPPED,
  }, JOINED_MANIFEST);
  const { extract } = await compare({}) as BuiltStatistics;
  const members = extract.active.filter(({ month }) =>
    month === monthOf(2018, 6) || month === monthOf(2019, 12)
  ).map(({ members }) => members).filter((members) => members > 0);
  assertEquals(members, [10, 10, 10]);
});

Deno.test("buildInEngine() joins spells, members and claims as buildStatistics() does", async () => {
  await fc.assert(
    fc.asyncProperty(
      BROKEN_JOINED,
      LAST_MONTH,
      fc.integer({ min: 1, max: 2 }),
      async (files, lastMonth, parts) => {
        const compare = await joinedEngine(files, JOINED_MANIFEST);
        await compare({ lastMonth, parts, leavesOutErrors: true, mostLeftOut: 1 });
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});
