/**
 * Files as institutions and spreadsheets write them, each through the command that its user
 * would call, with the right result. The files stand in `cases/`; `CASES` is the list.
 *
 * @module
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  type Case,
  CASES_FOLDER,
  copied,
  extract,
  findingsIn,
  testCases,
} from "./cases_for_test.ts";

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
      "1930 to 2029: is it so?",
      "two_digit_years_from = 1930",
      'form = "DD MMM YY"',
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
    says: [
      "header: expected each column once, got d twice in row 1; write a header over",
    ],
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

testCases(CASES);

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

Deno.test("check takes no two ids for two members that a sign tells apart which nobody sees", async () => {
  const { folder, out } = await copied("base_ok");
  const text = await Deno.readTextFile(`${folder}/s.csv`);
  // What turns the text around it, a tag, what chooses a form, and what fills a syllable.
  for (const sign of ["\u061c", "\u{e0041}", "\ufe0f", "\u3164"]) {
    const changed = text.replace(/^A2,(.*)\nA2,/m, `A2,$1\nA2${sign},`);
    await Deno.writeTextFile(`${folder}/s.csv`, changed);
    assertEquals((await extract("check", folder, "--out", out)).code, 1);
    const units = [...Array(sign.length).keys()].map((i) =>
      `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`
    );
    assertEquals(await findingsIn(out), [
      `records | 4 | member_id | A2${units.join("")}`,
    ]);
  }
});

Deno.test("check refuses a link, named or not, and passes over nothing in silence", async () => {
  const { folder, out } = await copied("base_ok");
  await Deno.symlink(`${CASES_FOLDER}gzmulti/s.csv.gz`, `${folder}/more.csv.gz`);
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
