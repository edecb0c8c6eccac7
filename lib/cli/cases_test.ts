/**
 * Files as institutions and spreadsheets write them, each through the command that its user
 * would call, with the right result. The files stand in `cases/`; `CASES` is the list.
 *
 * @module
 */

import { readStatisticsExtract } from "@jkp/extract/read";
import { parse } from "@std/csv";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { sumSimple } from "simple-statistics";
import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { extractCommand } from "./extract.ts";
import { runHere } from "./run_for_test.ts";
import { survivalCommand } from "./survival.ts";

/** What a command is expected to say of a file. */
interface Case {
  /** Folder of `cases/`, or a file of it. */
  readonly file: string;
  /** `map` proposes a mapping for the file of the folder, and checks under it. */
  readonly command: "check" | "map" | "build" | "survival";
  /** What is right, in words. */
  readonly expected: string;
  /** Findings of `check`: rule, row, column, value, as far as there are; no others. */
  readonly findings?: readonly string[];
  /** What is said, on the terminal or in the mapping. */
  readonly says?: readonly string[];
  /** What must not stand in the mapping. */
  readonly saysNothingOf?: RegExp;
  /** Claims of the built statistics, and members in their first month. */
  readonly counts?: readonly [claims: number, members: number];
  readonly code?: 0 | 1;
}

const DURATIONS = ["--duration", "d", "--event", "e"];

const CASES: readonly Case[] = [
  {
    file: "base_ok",
    command: "check",
    expected: "nothing found",
    findings: [],
    says: ["6 rows, 5 members"],
  },
  {
    file: "gzmulti",
    command: "check",
    expected: "all members of a packed file are read",
    findings: [],
    says: ["6 rows, 5 members"],
  },
  {
    file: "lockfile",
    command: "check",
    expected: "what a spreadsheet leaves beside an open file is passed over",
    findings: [],
    says: ["6 rows, 5 members"],
  },
  {
    file: "headeronly",
    command: "check",
    expected: "no rows: an error",
    findings: ["readable | none"],
    code: 1,
  },
  {
    file: "headeronly",
    command: "build",
    expected: "no rows: never an empty extract",
    says: ["s.csv: expected at least one row, got none"],
    code: 1,
  },
  {
    file: "idonly",
    command: "check",
    expected: "each missing cell of rows with an id alone",
    findings: ["sex", "birth_month", "start_month", "last_month", "monthly_wage_idr"]
      .flatMap((column) => [8, 9].map((row) => `values_present | ${row} | ${column}`)),
    code: 1,
  },
  {
    file: "shortrow",
    command: "check",
    expected: "a row with fewer cells than the header",
    findings: ["records | 3 | 6 cells"],
    code: 1,
  },
  {
    file: "shortrow",
    command: "build",
    expected: "a row with fewer cells is not counted",
    says: ["s.csv: row 3: expected 8 cells, as in the header, got 6 cells"],
    code: 1,
  },
  {
    file: "nulsplit",
    command: "check",
    expected: "a control character in an id, shown as such",
    findings: ["records | 4 | member_id | A2\\u0000"],
    code: 1,
  },
  {
    file: "h_nl2",
    command: "check",
    expected: "a line break in a name of the header",
    findings: ["readable | header | a\\nb"],
    says: ["names of columns without line breaks"],
    code: 1,
  },
  {
    file: "wageinf",
    command: "check",
    expected: "not a wage, its 301 digits cut",
    findings: [`wage_possible | 2 | monthly_wage_idr | ${"9".repeat(80)}…`],
    code: 1,
  },
  {
    file: "weight_huge",
    command: "check",
    expected: "not a weight",
    findings: [2, 3, 4, 5].map((row) =>
      `weight_possible | ${row} | weight | 1${"0".repeat(79)}…`
    ),
    code: 1,
  },
  {
    file: "trav",
    command: "check",
    expected: "a file outside its folder",
    findings: ["readable | files | ../ok/s.csv"],
    code: 1,
  },
  {
    file: "w04small",
    command: "build",
    expected: "25 claims of 0.4 are 10",
    counts: [10, 10],
  },
  {
    file: "a04_dMMMyy",
    command: "map",
    expected: "31-Des-19 is read with the first year of the mapping",
    says: [
      'form = "DD MMM YY"',
      "two_digit_years_from = 1930",
      "1930 to 2029: is it so?",
    ],
    findings: [],
  },
  {
    file: "a09_utf16le_bom",
    command: "map",
    expected: "UTF-16 is read; this file was cut off in its last row",
    says: ["50 rows, 35 members"],
    findings: ["records | 51 | 8 cells", "values_present | 51 | Upah"],
    code: 1,
  },
  {
    file: "a15_title_rows",
    command: "check",
    expected: "where the header seems to stand",
    says: [
      "header_row = 4, where the header seems to stand, got 1",
      'delimiter = ";", which seems to part the cells, got ","',
    ],
    code: 1,
  },
  {
    file: "a15_title_rows",
    command: "map",
    expected: "a header below titles is found, and read from there",
    says: ["header_row = 4", "56 rows, 37 members"],
    findings: [],
  },
  {
    file: "a26_zero_loss",
    command: "map",
    expected: "a warning: ids agree but for zeros, and of how many persons",
    findings: ["ids_alike | No KPJ | 17 persons under 34 ids"],
  },
  {
    file: "a31_active_blank_end",
    command: "map",
    expected: "a blank end means still active",
    says: ['blank = "active"', "is empty in 29 of 59 rows", "59 rows, 39 members"],
    findings: [],
  },
  {
    file: "private_code_column",
    command: "map",
    expected: "no names and no long numbers in a mapping",
    says: ["40 values not shown"],
    saysNothingOf: /NAMA ORANG|[0-9]{9}/,
    code: 1,
  },
  {
    file: "survival/clash2.csv",
    command: "survival",
    expected: "column d twice, though another is named as polars would name it",
    says: ["header: expected each column once, got d twice"],
    code: 1,
  },
  {
    file: "survival/dup.csv",
    command: "survival",
    expected: "column d twice",
    says: ["header: expected each column once, got d twice"],
    code: 1,
  },
  {
    file: "survival/deccomma.csv",
    command: "survival",
    expected: "three cells where the header has two",
    says: [2, 3, 4].map((row) =>
      `row ${row}: expected 2 cells, as in the header, got 3 cells`
    ),
    code: 1,
  },
  {
    file: "survival/qnl.csv",
    command: "survival",
    expected: "a row is known by its line, also after a line break in quotes",
    says: ["row 5, column d: expected a number of 0 or more, got foo"],
    code: 1,
  },
  {
    file: "survival/utf16.csv",
    command: "survival",
    expected: "UTF-16 is read: its cells are parted by semicolons",
    says: ['expected a column "d", got d;e'],
    code: 1,
  },
];

const FOLDER = fileURLToPath(new URL("cases/", import.meta.url));

/** A copy of a folder of cases, and an empty folder beside it. */
async function copied(name: string): Promise<{ folder: string; out: string }> {
  const home = await Deno.makeTempDir();
  await cp(`${FOLDER}${name}`, `${home}/in`, { recursive: true });
  return { folder: `${home}/in`, out: `${home}/out` };
}

/** Findings of a check as `rule | row | column | value`, without what is empty. */
async function findingsIn(out: string): Promise<string[]> {
  const rows = parse(await Deno.readTextFile(`${out}/findings.csv`)).slice(1);
  return rows.map(([rule, , , row, , column, value]: string[]) =>
    [rule, row, column, value].filter((part) => part !== "").join(" | ")
  );
}

const extract = (...args: string[]) => runHere(extractCommand, ...args);

/** Maps the one file of a folder; gives the text of the mapping. */
async function map(folder: string): Promise<string> {
  const [file] = [...Deno.readDirSync(folder)].filter(({ name }) =>
    /csv|xlsx/.test(name)
  );
  const out = `${folder}/mapping.toml`;
  const { code } = await extract(
    "map",
    "--suggest",
    `${folder}/${file!.name}`,
    "--out",
    out,
  );
  assertEquals(code, 0);
  return await Deno.readTextFile(out);
}

async function run({ file, command }: Case) {
  if (command === "survival") {
    const result = await runHere(survivalCommand, `${FOLDER}${file}`, ...DURATIONS);
    return { ...result, out: "", mapping: "", said: result.stdout + result.stderr };
  }
  const { folder, out } = await copied(file);
  const mapping = command === "map" ? await map(folder) : "";
  const verb = command === "build" ? "build" : "check";
  const result = await extract(verb, folder, "--out", out);
  return { ...result, out, mapping, said: mapping + result.stdout + result.stderr };
}

for (const each of CASES) {
  Deno.test(`${each.command} ${each.file}: ${each.expected}`, async () => {
    const { code, said, mapping, out } = await run(each);
    assertEquals(code, each.code ?? 0, said);
    for (const words of each.says ?? []) assertStringIncludes(said, words);
    if (each.saysNothingOf !== undefined) assert(!each.saysNothingOf.test(mapping));
    if (each.findings !== undefined) {
      assertEquals((await findingsIn(out)).sort(), [...each.findings].sort());
    }
    if (each.counts !== undefined) {
      const { active, withdrawals, manifest } = await readStatisticsExtract(out);
      const first = active.filter(({ month }) => month === manifest.firstMonth);
      const claims = sumSimple(withdrawals.map((row) => row.claims));
      const members = sumSimple(first.map((row) => row.members));
      assertEquals([Number(claims.toFixed(6)), Number(members.toFixed(6))], each.counts);
    }
  });
}

Deno.test("check reads lines that end in CR, and a header with trailing delimiters", async () => {
  const { folder, out } = await copied("base_ok");
  const text = await Deno.readTextFile(`${folder}/s.csv`);
  for (const changed of [text.replaceAll("\n", "\r"), text.replaceAll("\n", ",,\n")]) {
    await Deno.writeTextFile(`${folder}/s.csv`, changed);
    const { code, stdout } = await extract("check", folder, "--out", out);
    assertEquals([code, stdout.includes("6 rows, 5 members")], [0, true]);
  }
});

Deno.test("check reads the file that is named, though its name is a pattern", async () => {
  const { folder, out } = await copied("base_ok");
  await Deno.rename(`${folder}/s.csv`, `${folder}/s[1].csv`);
  await Deno.writeTextFile(`${folder}/s1.csv`, "rubbish\n");
  const manifest = await Deno.readTextFile(`${folder}/extract.toml`);
  await Deno.writeTextFile(`${folder}/extract.toml`, `files = ["s[1].csv"]\n${manifest}`);
  const { code, stdout } = await extract("check", folder, "--out", out);
  assertEquals([code, stdout.includes("6 rows, 5 members")], [0, true]);
});

Deno.test("check refuses a link, named or not, and passes over nothing in silence", async () => {
  const { folder, out } = await copied("base_ok");
  await Deno.symlink(`${FOLDER}gzmulti/s.csv.gz`, `${folder}/more.csv.gz`);
  const { code, stderr } = await extract("check", folder, "--out", out);
  assertEquals(code, 1);
  assertStringIncludes(stderr, "expected no errors, got 1");
  assertEquals(await findingsIn(out), ["readable | a link"]);
});

Deno.test("check finds a line without end, and keeps what it says short", async () => {
  const { folder, out } = await copied("base_ok");
  const text = await Deno.readTextFile(`${folder}/s.csv`);
  await Deno.writeTextFile(`${folder}/s.csv`, `${text}A7,${"x".repeat(5_000_000)}`);
  const { code, stdout, stderr } = await extract("check", folder, "--out", out);
  assertEquals(code, 1);
  assertStringIncludes(stdout, "row 8: expected a line of at most 1,048,576 bytes");
  assert(stdout.length + stderr.length < 10_000);
});
