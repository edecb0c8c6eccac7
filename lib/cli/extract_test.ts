import { labelOfExtract } from "@jkp/extract";
import { readStatisticsExtract } from "@jkp/extract/read";
import { DataError, printable, UsageError } from "@jkp/problem";
import { checkSpells } from "@jkp/spells/read";
import { exampleFolder } from "../spells/example_folder.ts";
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { extractCommand } from "./extract.ts";
import { reproduceCommand } from "./reproduce.ts";
import { sha256OfFile } from "@jkp/files/read";
import { parse } from "@std/csv";
import { runHere, runTask } from "./run_for_test.ts";

/** Runs the command and gives its lines. */
async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await extractCommand(args, (line) => lines.push(line));
  return lines;
}

/** A ledger of two years, drawn in the month after them. */
const MANIFEST_OF_LEDGER = `\
name = "example_ledger"
provider = "JKP Lab (synthetic)"
extract_month = "2020-01"
first_month = "2018-01"
last_month = "2019-12"
form = "ledger"
synthetic = true
method = "payments written by hand"
files = ["payments.csv"]

[tables]
members = ["members.csv"]
`;

/** Spells of the example with a wage of 0 and a claim before the end. */
const BROKEN = `\
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
A1,F,1990-05,2018-01,2019-12,,,0
B2,M,1985-11,2017-03,2018-02,layoff,2018-01,3900000
C3,M,1999-01,2018-07,2019-06,,,2800000
`;

Deno.test("extract synthesize writes an extract and its margins", async () => {
  const out = await Deno.makeTempDir();
  const lines = await run("synthesize", "--seed", "5", "--out", out);
  const { manifest } = await readStatisticsExtract(out);
  assertEquals([manifest.seed, manifest.synthetic], [5, true]);
  assert((await Deno.readTextFile(`${out}/margins.csv`)).startsWith("margin,cell,"));
  assert(lines[1]!.includes("0 differ") || lines.length > 2);
});

Deno.test("extract check shows how complete a ledger's last months are", async () => {
  const month = (at: number) =>
    `${2018 + Math.floor(at / 12)}-${String(1 + at % 12).padStart(2, "0")}`;
  const paid: string[] = [];
  for (let member = 0; member < 20; member++) {
    for (let at = 0; at < 24; at++) {
      // Of 20 members 5 are paid for a month later: in December 2019 these are not seen.
      const on = at + (member % 4 === 0 ? 1 : 0);
      if (on < 24) paid.push(`M${member},${month(at)},${month(on)}-20,4000000`);
    }
  }
  const members = Array.from({ length: 20 }, (_, at) => `M${at},F,1990-0${1 + at % 9}`);
  const folder = await exampleFolder({
    "extract.toml": MANIFEST_OF_LEDGER,
    "payments.csv": ["member_id,contribution_month,paid_on,monthly_wage_idr", ...paid, ""]
      .join("\n"),
    "members.csv": ["member_id,sex,birth_month", ...members, ""].join("\n"),
  });
  const out = await Deno.makeTempDir();
  const text = (await run("check", folder, "--out", out)).join("\n");
  assertStringIncludes(text, "Contributions by month: how complete they are");
  const csv = await Deno.readTextFile(`${out}/payments_complete.csv`);
  const last = parse(csv, { skipFirstRow: true }).at(-1)!;
  assertEquals([last.month, last.counted, last.reported, last.completed, last.reading], [
    "2019-12",
    "15",
    "75",
    "20",
    "incomplete",
  ]);
  assertStringIncludes(text, "cut after 2019-11");
});

Deno.test("extract synthesize --year 2025 says that it is for structure only", async () => {
  const out = await Deno.makeTempDir();
  const lines = await run("synthesize", "--year", "2025", "--out", out);
  assertEquals(lines[1], "Structure only: no level of it is evidence.");
  const { manifest, active } = await readStatisticsExtract(out);
  assertEquals([manifest.seed, manifest.structureOnly], [2025, true]);
  assertEquals(active.length, 36 * 22);
  assertEquals(
    labelOfExtract(manifest).extractName,
    "jht_2025 (structure only, no level)",
  );
});

Deno.test("extract synthesize names the margins that differ", async () => {
  const lines = await run("synthesize", "--out", await Deno.makeTempDir());
  const summary = /(\d+) differ/.exec(lines[1]!)!;
  const named = lines.filter((line) => line.startsWith("  "));
  assertEquals(named.length, Number(summary[1]));
  for (const line of named) assertMatch(line, / printed,\s.*\shere:\s+\S/s);
});

Deno.test("extract check finds nothing in the shipped spells", async () => {
  const out = await Deno.makeTempDir();
  const lines = await run("check", "data/extracts/jht_2019_spells", "--out", out);
  assertStringIncludes(lines[0]!, "No errors, 0 warnings. 35 of 38 rules are kept.");
  const findings = await Deno.readTextFile(`${out}/findings.csv`);
  assertEquals(findings, "rule,severity,file,row,key,column,value,expected,meaning\r\n");
});

Deno.test("extract check writes every finding and says which rules failed", async () => {
  const folder = await exampleFolder({ "spells.csv": BROKEN });
  const out = await Deno.makeTempDir();
  const lines: string[] = [];
  const checked = extractCommand(
    ["check", folder, "--out", out],
    (line) => lines.push(line),
  );
  await assertRejects(() => checked, DataError, "expected no errors, got 2; see");
  const text = lines.join("\n");
  assertStringIncludes(
    text,
    "wage_positive (error): spells.csv, row 2, monthly_wage_idr",
  );
  assertStringIncludes(text, "2 errors, 0 warnings.");
  // The findings stand first, then the rules that are not kept; of the others the reasons.
  assert(text.indexOf("All findings:") < text.indexOf("Rules not kept"));
  assertStringIncludes(text, "layoffs_spread: not checked, no column of employers");
  const findings = (await Deno.readTextFile(`${out}/findings.csv`)).trim().split("\r\n");
  assertEquals(findings.length, 3);
  assertStringIncludes(findings[2]!, "A1 2018-01");
  const summary = await Deno.readTextFile(`${out}/summary.csv`);
  assertStringIncludes(summary, "drift,Near the previous extract,not checked,0,0,0");
});

Deno.test("extract check --json prints the verdict", async () => {
  const out = await Deno.makeTempDir();
  const [text] = await run("check", await exampleFolder(), "--json", "--out", out);
  assertEquals(JSON.parse(text!).isUsable, true);
});

Deno.test("extract check compares with a previous extract", async () => {
  const out = await Deno.makeTempDir();
  const previous = "data/extracts/jht_2019";
  await run(
    ...["check", "data/extracts/jht_2019_spells", "--previous", previous, "--out", out],
  );
  const summary = await Deno.readTextFile(`${out}/summary.csv`);
  assertMatch(summary, /^drift,[^,]+,(passed|warned),/m);
});

Deno.test("extract build counts spells that reproduce can read", async () => {
  const out = await Deno.makeTempDir();
  const lines = await run("build", "data/extracts/jht_2019_spells", "--out", out);
  assertStringIncludes(lines[0]!, "Synthetic statistics extract written to");
  const { manifest, active } = await readStatisticsExtract(out);
  assertEquals(manifest.synthetic, true);
  const members = active.filter(({ month }) => month === manifest.lastMonth)
    .reduce((sum, row) => sum + row.members, 0);
  assert(Math.abs(members / 15_908_110 - 1) < 0.02);
  const { code, stdout } = await runHere(
    reproduceCommand,
    "--extract",
    out,
    "--out",
    out,
  );
  assertEquals(code, 0);
  assertStringIncludes(stdout, "synthetic data, extract jht_2019_spells");
});

Deno.test("extract build stops at errors, or leaves their rows out", async () => {
  const folder = await exampleFolder({ "spells.csv": BROKEN });
  const out = await Deno.makeTempDir();
  await assertRejects(
    () => run("build", folder, "--out", out),
    DataError,
    "row 2, column monthly_wage_idr: expected a wage above 0, got 0",
  );
  assertEquals([...Deno.readDirSync(out)], []);
  const leavingOut = ["build", folder, "--out", out, "--leave-out-errors"];
  await assertRejects(
    () => run(...leavingOut),
    DataError,
    "errors in at most 1 % of the rows, to leave these out without a larger share being " +
      "asked for, got 66.7 %: 2 of 3",
  );
  assertEquals([...Deno.readDirSync(out)], []);
  await assertRejects(
    () => run(...leavingOut, "--leave-out-at-most", "5%"),
    UsageError,
    "--leave-out-at-most wants a fraction above 0, up to 1, for example 0.05, got 5%",
  );
  const lines = await run(...leavingOut, "--leave-out-at-most", "0.7");
  assertStringIncludes(
    lines[1]!.replaceAll("\n", " "),
    "2 rows left out for their errors, so that the others are no random sample",
  );
});

Deno.test("extract build --publish suppresses small cells", async () => {
  const out = await Deno.makeTempDir();
  await run("build", await exampleFolder(), "--out", out, "--publish");
  const active = await Deno.readTextFile(`${out}/active.csv`);
  const cells = active.trim().split("\n").slice(1).map((line) => line.split(","));
  assert(cells.some((cell) => cell[5] === "yes"));
  for (const [, , , members] of cells) assert(members === "" || members === "0");
});

Deno.test("extract map --suggest proposes a mapping that can be used", async () => {
  const text = `No KPJ;JK;Tgl Lahir;BLTH Awal;BLTH Akhir;Sebab Klaim;Tgl Klaim;Upah
A1;P;17/05/1990;01-2018;12-2019;;;4200000
B2;L;30/11/1985;03-2017;02-2018;PHK;20/03/2018;3900000
C3;L;02/07/1988;03-2017;12-2019;;;3900000
`;
  const folder = await exampleFolder({ "spells.csv": text });
  const out = `${folder}/mapping.toml`;
  const lines = await run("map", "--suggest", `${folder}/spells.csv`, "--out", out);
  assertStringIncludes(lines[0]!, "8 columns found");
  assertStringIncludes(lines.at(-1)!, "extract.toml is there, and left as it is.");
  const report = await checkSpells(folder, () => {});
  assertEquals([report.isUsable, report.rows], [true, 3]);
  await assertRejects(
    () => run("map", "--suggest", `${folder}/spells.csv`, "--out", out),
    UsageError,
    "not there yet",
  );
});

Deno.test("extract map drafts an extract.toml beside the data, and writes over none", async () => {
  const text = `No KPJ;JK;Tgl Lahir;BLTH Awal;BLTH Akhir;Sebab Klaim;Tgl Klaim;Upah
A1;P;17/05/1990;01-2018;12-2019;;;4200000
B2;L;30/11/1985;03-2017;02-2018;PHK;20/03/2018;3900000
`;
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/spells.csv`, text);
  const map = (out: string) =>
    run("map", "--suggest", `${folder}/spells.csv`, "--out", out);
  const elsewhere = await map(`${await Deno.makeTempDir()}/mapping.toml`);
  assert(!elsewhere.join().includes("extract.toml"));
  const lines = await map(`${folder}/mapping.toml`);
  assertStringIncludes(
    lines.join("\n").replace(/\s+/g, " "),
    "months 2018-02 to 2019-12, as in the first rows",
  );
  const { isUsable, rows } = await checkSpells(folder, () => {});
  assertEquals([isUsable, rows], [true, 2]);
  const drafted = await Deno.readTextFile(`${folder}/extract.toml`);
  assertStringIncludes(drafted, 'extract_month = "2020-01"');
  await Deno.remove(`${folder}/mapping.toml`);
  await Deno.writeTextFile(`${folder}/extract.toml`, "mine");
  await map(`${folder}/mapping.toml`);
  assertEquals(await Deno.readTextFile(`${folder}/extract.toml`), "mine");
});

Deno.test("extract and its sub-commands print their usage", async () => {
  for (const name of ["init", "check", "build", "merge", "map", "synthesize"]) {
    const [text] = await run(name, "--help");
    assert(text!.startsWith(`Usage: deno task extract ${name}`));
  }
  const [text] = await run("--help");
  assert(text!.startsWith("Usage: deno task extract init"));
});

Deno.test("extract throws a UsageError when it is called wrongly", async () => {
  for (
    const [args, message] of [
      [[], "got nothing"],
      [["melt"], "got melt"],
      [["synthesize", "more"], "more"],
      [["synthesize", "--colour"], "--colour"],
      [["synthesize", "--seed", "x"], "--seed"],
      [["synthesize", "--seed=-1"], "--seed"],
      [["synthesize", "--seed", "7"], "--out is wanted with --seed 7"],
      [["synthesize", "--members", "1000"], "--out is wanted"],
      [["synthesize", "--year", "2024"], "--year"],
      [["synthesize", "--year", "2025", "--seed", "7"], "shipped extract has 2025"],
      [
        ["synthesize", "--year", "2025", "--members", "1000", "--out", "x"],
        "--members is for --year 2019",
      ],
      [["synthesize", "--members", "999", "--out", "x"], "--members"],
      [["synthesize", "--members", "many", "--out", "x"], "--members"],
      [["synthesize", "--members", "2000", "--format", "pdf"], "--format"],
      [["synthesize", "--format", "csv"], "--members is wanted"],
      [["synthesize", "--form", "ledger"], "--members is wanted"],
      [["synthesize", "--members", "1000", "--form", "ledger"], "--out is wanted"],
      [
        ["synthesize", "--members", "1000", "--drawn", "2020-01", "--out", "x"],
        "--drawn is for --form ledger",
      ],
      [["check"], "one folder is wanted"],
      [["check", "a", "b"], "one folder is wanted"],
      [["build", "a"], "--out"],
      [["build", "a", "--out", "a"], "another folder"],
      [["build", "a", "--out", "b", "--threshold", "0"], "--threshold"],
      [["map"], "--suggest is wanted"],
      [["init"], "one folder is wanted"],
      [["build", "a", "--out", "b", "--sums", "--publish"], "not with --publish"],
      [["merge", "a", "b"], "two folders or more and --out are wanted"],
      [["merge", "a", "--out", "b"], "two folders or more, got a"],
      [["merge", "a", "b", "--out", "b"], "another folder than the parts"],
    ] as const
  ) {
    await assertRejects(() => run(...args), UsageError, message);
  }
});

Deno.test("extract exits with 2 when it is called wrongly, with 1 on errors", async () => {
  const wrong = await runHere(extractCommand, "melt");
  assertEquals(wrong.code, 2);
  assertStringIncludes(wrong.stderr, "got melt");
  assert(!wrong.stderr.includes("    at "));
  const folder = await exampleFolder({ "spells.csv": BROKEN });
  const found = await runTask("extract", "check", folder, "--out", folder);
  assertEquals(found.code, 1);
  assertStringIncludes(found.stdout, "2 errors");
  assert(!found.stderr.includes("    at "));
});

/** Cells that would steer a terminal or be run by a spreadsheet, all of them wrong. */
const HARMFUL = `\
member_id,sex,birth_month,start_month,last_month,end_reason,claim_month,monthly_wage_idr
\x1b[2J\x1b]0;own\x07X,F,\x1b[31mred\x1b[0m,2018-01,2019-12,,,\x1b]52;c;aGk=\x07
=cmd|'/C calc'!A0,=1+1,1990-05,2018-01,2019-12,@SUM(1),,+1
`;

Deno.test("extract check lets nothing through that steers a terminal or is a formula", async () => {
  const folder = await exampleFolder({ "spells.csv": HARMFUL });
  const out = `${await Deno.makeTempDir()}/\x1b[31mout`;
  const { code, stdout, stderr } = await runHere(
    ...[extractCommand, "check", folder, "--out", out] as const,
  );
  assertEquals(code, 1);
  const said = stdout + stderr;
  assertEquals(said, printable(said));
  assertStringIncludes(stdout, "got \\u001b[2J\\u001b]0;own\\u0007X");
  assertStringIncludes(stdout, "findings.csv names members");
  const csv = await Deno.readTextFile(`${out}/findings.csv`);
  const cells: string[] = parse(csv).flat();
  assert(cells.some((cell) => cell.startsWith("'=1+1")));
  assertEquals(cells.filter((cell) => /^[=+@\t\r-]/.test(cell)), []);
  assertEquals(csv.replaceAll("\r\n", "\n"), printable(csv.replaceAll("\r\n", "\n")));
});

Deno.test("extract check's findings are for their owner alone, and its set is whole", async () => {
  const out = await Deno.makeTempDir();
  await Deno.writeTextFile(`${out}/findings.csv`, "old");
  const folder = await exampleFolder({ "spells.csv": BROKEN });
  await runHere(extractCommand, "check", folder, "--out", out);
  assertEquals((await Deno.stat(`${out}/findings.csv`)).mode! & 0o777, 0o600);
  const { outputs } = JSON.parse(await Deno.readTextFile(`${out}/manifest.json`));
  const names = ["findings.csv", "summary.csv", "summary.md"];
  assertEquals(Object.keys(outputs), names);
  for (const name of names) {
    assertEquals(outputs[name], await sha256OfFile(`${out}/${name}`));
  }
});
