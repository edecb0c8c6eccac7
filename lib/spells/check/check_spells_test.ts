import { readShippedExtract } from "@jkp/extract/read";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { buildStatistics } from "../count/build_statistics.ts";
import { exampleFolder } from "../example_folder.ts";
import { polars } from "../source/polars.ts";
import { checkSpells } from "./check_spells.ts";
import type { Finding, RuleName } from "./finding.ts";

const HEADER = "member_id,sex,birth_month,start_month,last_month,end_reason," +
  "claim_month,monthly_wage_idr";
const GOOD = "A1,F,1990-05,2018-01,2019-12,,,4200000";

const MANIFEST = `\
name = "example"
provider = "JKP Lab (synthetic)"
extract_month = "2020-01"
first_month = "2018-01"
last_month = "2019-12"
form = "spells"
synthetic = true
method = "by hand"
`;

async function check(rows: readonly string[], files: Record<string, string> = {}) {
  const findings: Finding[] = [];
  const text = [HEADER, ...rows, ""].join("\n");
  const folder = await exampleFolder({ "spells.csv": text, ...files });
  const report = await checkSpells(folder, (finding) => findings.push(finding));
  const outcome = (rule: RuleName) =>
    report.outcomes.find((outcome) => outcome.rule === rule)!;
  return { report, findings, outcome };
}

Deno.test("checkSpells() finds nothing in rows that keep every rule", async () => {
  const { report, findings, outcome } = await check([
    GOOD,
    "B2,M,1985-11,2017-03,2018-02,layoff,2018-03,3900000",
  ]);
  assertEquals([findings, report.isUsable], [[], true]);
  assertEquals(outcome("wage_positive").state, "passed");
  assertEquals(outcome("wage_positive").checked, 2);
});

for (
  const [rule, column, rows] of [
    ["values_present", "member_id", [",F,1990-05,2018-01,2019-12,,,4200000"]],
    ["values_present", "sex", ["A1,,1990-05,2018-01,2019-12,,,4200000"]],
    ["values_present", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,"]],
    ["values_present", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12"]],
    ["values_readable", "sex", ["A1,X,1990-05,2018-01,2019-12,,,4200000"]],
    ["values_readable", "birth_month", ["A1,F,1990-13,2018-01,2019-12,,,4200000"]],
    ["values_readable", "end_reason", [
      "A1,F,1990-05,2018-01,2019-01,bored,2019-02,42000",
    ]],
    ["values_readable", "claim_month", [
      "A1,F,1990-05,2018-01,2019-01,layoff,soon,42000",
    ]],
    ["values_readable", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,much"]],
    ["values_readable", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,4.2e6"]],
    ["birth_before_start", "birth_month", ["A1,F,2018-02,2018-01,2019-12,,,4200000"]],
    ["start_before_end", "start_month", ["A1,F,1990-05,2019-02,2019-01,,,4200000"]],
    ["no_future_months", "last_month", ["A1,F,1990-05,2018-01,2020-01,,,4200000"]],
    [
      "no_future_months",
      "claim_month",
      ["A1,F,1990-05,2018-01,2019-11,layoff,2020-02,4200000"],
    ],
    [
      "claim_after_end",
      "claim_month",
      ["A1,F,1990-05,2018-01,2019-11,layoff,2019-10,4200000"],
    ],
    ["claim_with_reason", "claim_month", [
      "A1,F,1990-05,2018-01,2019-01,layoff,,4200000",
    ]],
    [
      "claim_with_reason",
      "claim_month",
      ["A1,F,1990-05,2018-01,2019-01,,2019-03,4200000"],
    ],
    ["wage_positive", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,0"]],
    ["wage_positive", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,-5"]],
    ["wage_plausible", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,42"]],
    ["wage_plausible", "monthly_wage_idr", ["A1,F,1990-05,2018-01,2019-12,,,9000000000"]],
    ["age_covered", "birth_month", ["A1,F,2003-05,2018-01,2019-12,,,4200000"]],
    ["age_covered", "birth_month", ["A1,F,1949-12,2018-01,2019-12,,,4200000"]],
    ["spells_unique", "start_month", [
      "A1,F,1990-05,2018-01,2018-06,,,4200000",
      "A1,F,1990-05,2018-01,2018-09,,,4200000",
    ]],
    ["spells_apart", "start_month", [
      "A1,F,1990-05,2018-01,2019-06,,,4200000",
      "A1,F,1990-05,2019-06,2019-09,,,4200000",
    ]],
    ["same_person", "sex", [
      "A1,F,1990-05,2018-01,2018-06,,,4200000",
      "A1,M,1990-05,2019-06,2019-09,,,4200000",
    ]],
    ["same_person", "birth_month", [
      "A1,F,1990-05,2018-01,2018-06,,,4200000",
      "A1,F,1990-06,2019-06,2019-09,,,4200000",
    ]],
    ["nothing_after_death", "start_month", [
      "A1,F,1990-05,2018-01,2018-06,death,2018-07,4200000",
      "A1,F,1990-05,2019-06,2019-09,,,4200000",
    ]],
  ] as const
) {
  Deno.test(`checkSpells() finds ${rule} in ${column}: ${rows.at(-1)}`, async () => {
    const { findings, outcome } = await check([GOOD.replace("A1", "Z9"), ...rows]);
    const [finding] = findings.filter((each) => each.rule === rule);
    const last = 2 + rows.length;
    assertEquals([finding?.column, finding?.row], [column, last]);
    assert(finding!.file.endsWith("spells.csv"));
    assertEquals(finding!.key?.startsWith(rows.at(-1)!.split(",")[0]!), true);
    assertEquals(outcome(rule).found, 1);
  });
}

Deno.test("checkSpells() sees an overlap with an earlier spell than the last", async () => {
  const { findings } = await check([
    "A1,F,1990-05,2017-01,2019-06,,,4200000",
    "A1,F,1990-05,2018-01,2018-02,,,4200000",
    "A1,F,1990-05,2019-01,2019-02,,,4200000",
  ]);
  assertEquals(findings.map(({ rule, row }) => [rule, row]), [
    ["spells_apart", 3],
    ["spells_apart", 4],
  ]);
});

Deno.test("checkSpells() does not call passed what it could not check", async () => {
  const { outcome } = await check(["A1,F,1990-05,2018-01,x,layoff,2019-02,4200000"]);
  assertEquals(outcome("claim_after_end").state, "not checked");
  assertEquals(outcome("claim_after_end").notChecked, 1);
  assertEquals(outcome("spells_apart").state, "not checked");
  assertEquals(outcome("drift").reason, "no previous extract was given");
  assertEquals(outcome("control_totals").state, "not checked");
  assertEquals(outcome("checksums").state, "not checked");
  assertEquals(outcome("layoffs_spread").reason, "no row can be used");
  const { outcome: ofGood } = await check([GOOD]);
  assertEquals(ofGood("layoffs_spread").reason, "no column of employers is carried");
});

Deno.test("checkSpells() finds lines that are no records, and reads the others", async () => {
  const { findings, outcome } = await check([
    GOOD,
    'B2,"M,1985-11,2017-03,2018-02,,,3900000',
    "C3,M,1985-11,2017-03,2018-02,,,3900000,more",
    "",
    "D4,M,1985-11,2017-03,2018-02,,,0",
  ]);
  assertEquals(findings.map(({ rule, row }) => [rule, row]), [
    ["records", 3],
    ["records", 4],
    ["wage_positive", 6],
  ]);
  assertEquals(outcome("wage_positive").checked, 2);
});

Deno.test("checkSpells() reports what keeps it from reading at all", async () => {
  for (
    const [files, place] of [
      [{ "extract.toml": 'form = "diary"' }, "form"],
      [{ "mapping.toml": "[format]\ndelimiter = 7" }, "format.delimiter"],
      [{ "spells.csv": "member_id,sex\nA1,F\n" }, "header"],
      [{ "spells.csv": "" }, undefined],
      [{ "spells.csv": "sex,sex\n" }, "header"],
    ] as const
  ) {
    const { report, findings } = await check([], files);
    const unreadable = findings.filter(({ rule }) => rule === "readable");
    assert(unreadable.some(({ column }) => column === place), JSON.stringify(findings));
    assertEquals(report.isUsable, false);
    assert(report.outcomes.every(({ state }) => state !== "passed"));
  }
});

Deno.test("checkSpells() compares files with the checksums of the manifest", async () => {
  const sha256 = `\n[sha256]\n"spells.csv" = "${"0".repeat(64)}"\n`;
  const { outcome, findings } = await check([GOOD], {
    "extract.toml": MANIFEST + sha256,
  });
  assertEquals(outcome("checksums").state, "failed");
  assert(findings[0]!.file.endsWith("spells.csv"));
});

Deno.test("checkSpells() finds control totals that the rows do not give", async () => {
  const totals = `measure,month,sex,reason,value,tolerance
rows,,,,2,
members,,,,3,
active,2019-12,F,,1,
active,2018-01,,,9,8
claims,,,layoff,2,0
claims,2030-01,,,1,
wage_total_idr,,,,8100000,
`;
  const { outcome, findings } = await check([
    GOOD,
    "B2,M,1985-11,2017-03,2018-02,layoff,2018-03,3900000",
  ], { "control_totals.csv": totals });
  assertEquals(findings.map(({ row, value }) => [row, value]), [
    [3, "2 in the rows"],
    [6, "1 in the rows"],
  ]);
  const { checked, notChecked } = outcome("control_totals");
  assertEquals([checked, notChecked], [6, 1]);
});

Deno.test("checkSpells() names every problem of a control totals file", async () => {
  const totals = `measure,month,sex,reason,value,tolerance
souls,,,,2,
active,,,,-1,
members,2019-01,,,3,
`;
  const { findings } = await check([GOOD], { "control_totals.csv": totals });
  assertEquals(findings.map(({ row, column }) => [row, column]), [
    [2, "measure"],
    [3, "month"],
    [3, "value"],
    [4, "month"],
  ]);
});

Deno.test("checkSpells() reads no spells in the file that keeps the number of the extract", async () => {
  const { findings } = await check([GOOD], { "extract_id.txt": "5a95025a-44f7\n" });
  assertEquals(findings, []);
});

Deno.test("checkSpells() compares months with an earlier extract", async () => {
  const previous = await readShippedExtract();
  const folder = await exampleFolder();
  const findings: Finding[] = [];
  const report = await checkSpells(folder, (each) => findings.push(each), { previous });
  const drift = report.outcomes.find(({ rule }) => rule === "drift")!;
  assertEquals([drift.state, drift.checked], ["warned", 24 * 3 + 1]);
  assert(findings.some(({ column }) => column === "members 2019-12"));
  assert(report.isUsable); // a warning, not an error
});

Deno.test("checkSpells() finds unseen characters of every script in ids, of text and Parquet", async () => {
  const signs = ["\u061c", "\u180e", "\u3164", "\ufe0f", "\u{e0001}", "\u2028", "\u0085"];
  const rows = signs.map((sign, i) =>
    `A${i}${sign},F,199${i}-05,2018-01,2019-12,,,4${i}00000`
  );
  const csv = `${HEADER}\nA,F,1990-05,2018-01,2019-12,,,4200000\n${rows.join("\n")}\n`;
  const foundIn = async (folder: string) => {
    const found: Finding[] = [];
    await checkSpells(folder, (finding) => found.push(finding));
    return found.filter(({ rule }) => rule === "records")
      .map(({ row, column }) => `${row} ${column}`);
  };
  const folder = await exampleFolder({ "spells.csv": csv });
  assertEquals(await foundIn(folder), signs.map((_, i) => `${i + 3} member_id`));
  polars.readCSV(`${folder}/spells.csv`, { inferSchemaLength: 0 })
    .writeParquet(`${folder}/spells.parquet`);
  await Deno.remove(`${folder}/spells.csv`);
  assertEquals(await foundIn(folder), signs.map((_, i) => `${i + 2} member_id`));
});

Deno.test("checkSpells() takes a claim while contributions go on for a partial one", async () => {
  const { findings, outcome } = await check([
    "A1,F,1990-05,2015-01,2019-12,other,2018-03,4200000",
    "B2,F,1990-05,2015-01,2019-12,,,4200000",
  ]);
  assertEquals(findings.filter(({ severity }) => severity === "error"), []);
  assertStringIncludes(
    outcome("claim_after_end").reason!,
    "1 claim before the last month",
  );
  const before = await check([
    "A1,F,1990-05,2018-01,2019-12,other,2017-03,4200000",
    "B2,F,1990-05,2015-01,2019-12,death,2018-03,4200000",
  ]);
  const found = before.findings.filter(({ rule }) => rule === "claim_after_end");
  assertEquals(found.map(({ row }) => row), [2, 3]);
});

Deno.test("checkSpells() says that what is said to be spells seems a ledger", async () => {
  const reversed = await check([
    "A1,F,1990-05,2019-01,2019-01,,,4000000",
    "A1,F,1990-05,2019-02,2019-02,,,-4000000",
    "A1,F,1990-05,2019-02,2019-02,,,4000000",
    "A1,F,1990-05,2019-02,2019-02,,,4400000",
  ]);
  const [finding] = reversed.findings.filter(({ rule }) => rule === "form_fits");
  assertEquals(finding?.severity, "error");
  assertStringIncludes(finding!.meaning!, 'form = "ledger"');
  const months = Array.from({ length: 24 }, (_, at) => {
    const month = `${2018 + Math.floor(at / 12)}-${String(at % 12 + 1).padStart(2, "0")}`;
    return `A1,F,1990-05,${month},${month},,,4200000`;
  });
  const clean = await check(months);
  assertEquals(clean.outcome("form_fits").found, 1);
  const spells = months.filter((_, at) => at % 2 === 0); // each a month apart
  assertEquals((await check(spells)).outcome("form_fits").found, 0);

  const folder = await exampleFolder({
    "spells.csv":
      "No KPJ,NPP,Bulan Iuran,Upah,Tgl Bayar\nA1,E1,2018-06,4576000,2018-07-15\n",
  });
  const findings: Finding[] = [];
  await checkSpells(folder, (each) => findings.push(each));
  assertEquals(
    findings[0]!.value,
    'a ledger, as it seems: "Tgl Bayar" beside "Bulan Iuran"',
  );
});

const A_MEMBER = "a member; this seems to be a sum of other rows";
const NO_HEADER = "a member; this seems to be the header again";

Deno.test("checkSpells() names the rows of sums in a printed list", async () => {
  const spells = `\
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
A1,F,1990-05,2018-01,2019-12,,,4200000
B2,M,1985-11,2018-09,2019-12,,,4100000
Sub-total Cabang Jakarta,,,,,,,4200000
SUB TOTAL CABANG BOGOR,,,,,,,4100000
Jumlah,,,,,,,8300000
,,,,,,,
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
`;
  const findings: Finding[] = [];
  const folder = await exampleFolder({ "spells.csv": spells });
  const { isUsable } = await checkSpells(folder, (finding) => findings.push(finding));
  const sums = findings.filter(({ rule }) => rule === "closing_rows");
  assertEquals(
    [isUsable, sums.map(({ row, value, expected }) => [row, value, expected])],
    [
      true,
      [
        [4, "Sub-total Cabang Jakarta, 4200000", A_MEMBER],
        [5, "SUB TOTAL CABANG BOGOR, 4100000", A_MEMBER],
        [6, "Jumlah, 8300000", A_MEMBER],
        [8, "member_id, monthly_wage_idr", NO_HEADER],
      ],
    ],
  );
  const { extract } = await buildStatistics(folder);
  const [counted] = extract.manifest.method.split(". ");
  assertEquals(counted, "Counted from 2 spells of 2 members; 0 rows left out");
  const member = {
    "spells.csv": spells.replace("Jumlah,,,,", "Jumlah,F,1990-05,2018-01,"),
  };
  const report = await checkSpells(await exampleFolder(member), () => {});
  assertEquals(report.isUsable, false); // who has a month is no sum
  const many = { "spells.csv": spells + "Sub Total,,,,,,,4100000\n".repeat(9) };
  assert((await checkSpells(await exampleFolder(many), () => {})).isUsable);
});
