/**
 * Parquet files and workbooks as programs and spreadsheets write them, and extracts whose
 * provider states something, each through the commands that its user would call, with the
 * right result. The files stand in `cases/`; `CASES` is the list. What is a variation of
 * one is made in the test.
 *
 * @module
 */

import { parse } from "@std/csv";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { strToU8, zipSync } from "fflate";
import polars from "nodejs-polars";
import { sumSimple } from "simple-statistics";
import { type Case, copied, extract, findingsIn, testCases } from "./cases_for_test.ts";
import { inactivityCommand } from "./inactivity.ts";
import { runHere } from "./run_for_test.ts";
import { serviceCommand } from "./service.ts";

const OTHER_CHECKSUM = `expected SHA-256 ${"0".repeat(64)}, as extract.toml says`;

const CASES: readonly Case[] = [
  ...["parquet_dates_with_fault", "parquet_type_ts"].map((file): Case => ({
    file,
    command: "check",
    expected: "no sex, in a row with dates",
    findings: ["values_present | 2 | sex"],
    says: ["spells.parquet, row 2, sex: expected one of M, F, got nothing"],
    code: 1,
  })),
  {
    file: "bad_date32",
    command: "check",
    expected: "a date shown as such",
    findings: ["start_before_end | 2 | start_month | 2018-09-01"],
    code: 1,
  },
  {
    file: "bad_decwage",
    command: "check",
    expected: "a decimal shown as such",
    findings: ["wage_positive | 1 | monthly_wage_idr | -5.50"],
    code: 1,
  },
  {
    file: "pq_tz",
    command: "check",
    expected: "on which day a moment was nobody says, so the column is refused",
    findings: ["readable | 1 | birth_month | 1990-05-01 00:00:00.000000+07:00"],
    says: ["depends on it (columns birth_month, start_month, last_month, claim_month)"],
    code: 1,
  },
  {
    file: "pq_bin",
    command: "check",
    expected: "bytes are read as UTF-8 text",
    findings: [],
    says: ["6 rows, 5 members"],
  },
  {
    file: "parquet_name_is_a_glob",
    command: "check",
    expected: "the file that is named, not those that its name fits as a pattern",
    findings: [],
    says: ["none is stated for s[12].parquet: ask the provider", "1 rows, 1 members"],
  },
  {
    file: "xl_mix_thousands",
    command: "check",
    expected: "the one cell that holds no wage; the others are numbers",
    findings: ["values_readable | 7 | monthly_wage_idr | '-"],
    code: 1,
  },
  {
    file: "xl_hidden",
    command: "check",
    expected: "the first sheet that is not hidden",
    findings: [],
    says: ["6 rows, 5 members"],
  },
  {
    file: "xl_title",
    command: "check",
    expected: "where the header seems to stand",
    says: [
      "mapping.toml: expected header_row = 3, where the header seems to stand, got 1",
    ],
    code: 1,
  },
  {
    file: "shabad",
    command: "check",
    expected: "another file than the one stated",
    says: [OTHER_CHECKSUM],
    code: 1,
  },
  ...(["build", "inactivity", "service"] as const).map((command): Case => ({
    file: "shabad",
    command,
    expected: "another file than the one stated",
    says: [OTHER_CHECKSUM],
    code: 1,
  })),
  ...(["build", "inactivity", "service"] as const).map((command): Case => ({
    file: "trav",
    command,
    expected: "a file outside its folder",
    says: ["files: expected files of the extract's own folder, got ../ok/s.csv"],
    code: 1,
  })),
  ...[
    ["date", "dates"],
    ["ts", "timestamps"],
    ["td", "durations"],
    ["time", "times of day"],
    ["lst", "lists"],
  ].map(([name, kind]): Case => ({
    file: `survival/${name}.parquet`,
    command: "survival",
    expected: `a column of numbers is wanted, not of ${kind}`,
    says: [`column d: expected a column of numbers, got ${kind}`],
    code: 1,
  })),
  {
    file: "survival/cat.parquet",
    command: "survival",
    expected: "categories are read from their text: 12, 6, 24",
    says: ["mean up to 24: 18.000"],
  },
  {
    file: "survival/catev.parquet",
    command: "survival",
    expected: "categories are read from their text: one event at 6",
    says: ["3 records, 1 events"],
  },
  {
    file: "survival/booln.parquet",
    command: "survival",
    expected: "a truth value that is missing",
    says: ["row 2, column e: expected 0 or 1, true or false, got nothing"],
    code: 1,
  },
  {
    file: "survival/intby.parquet",
    command: "survival",
    expected: "four groups in their order, whole numbers with all digits",
    options: ["--by", "g", "--json"],
    says: ["9", "10", "1152921504606846976", "1152921504606846977"],
  },
];

/** The rows of the `active.csv` that was built. */
async function activeIn(out: string): Promise<Record<string, string>[]> {
  const text = await Deno.readTextFile(`${out}/active.csv`);
  return parse(text, { skipFirstRow: true });
}

/** Checks a folder; gives what is said, and the findings. */
async function checked(folder: string) {
  const out = await Deno.makeTempDir();
  const { code, stdout, stderr } = await extract("check", folder, "--out", out);
  return { code, said: stdout + stderr, findings: await findingsIn(out) };
}

testCases(CASES);

/** Two members of the window of `base_ok`, column by column. */
const TWO = {
  member_id: ["A1", "B2"],
  sex: ["F", "M"],
  birth_month: ["1990-05", "1985-11"],
  start_month: ["2018-01", "2017-03"],
  last_month: ["2019-12", "2018-02"],
  end_reason: [null, "layoff"],
  claim_month: [null, "2018-03"],
  monthly_wage_idr: [4_200_000, 3_900_000],
};

const HEADER = Object.keys(TWO);

/** A folder with a Parquet file of two members, after a change. */
async function parquetFolder(
  change: (
    frame: ReturnType<typeof polars.DataFrame>,
  ) => ReturnType<typeof polars.DataFrame>,
): Promise<string> {
  const { folder } = await copied("base_ok");
  await Deno.remove(`${folder}/s.csv`);
  change(polars.DataFrame(TWO)).writeParquet(`${folder}/s.parquet`);
  return folder;
}

/** What a screen has in several lines. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

Deno.test("check names columns of Parquet that no cell can be, all at once", async () => {
  const folder = await parquetFolder((frame) =>
    frame.withColumns(
      polars.Series("sex", [["F"], ["M"]]),
      polars.Series("birth_month", [{ year: 1990 }, { year: 1985 }]),
    )
  );
  const { code, said, findings } = await checked(folder);
  assertEquals(code, 1);
  assertEquals(findings, [
    "readable | column sex | lists",
    "readable | column birth_month | structures",
  ]);
  assertStringIncludes(inOneLine(said), "expected text, numbers or dates, got lists");
});

Deno.test("check reads truth values, categories, decimals and empty columns of Parquet", async () => {
  const folder = await parquetFolder((frame) =>
    frame.withColumns(
      polars.col("sex").cast(polars.Categorical),
      polars.col("monthly_wage_idr").cast(polars.Decimal(18, 2)),
      polars.lit(null).alias("claim_month"),
      polars.lit(true).alias("end_reason"),
    )
  );
  const { findings } = await checked(folder);
  assertEquals(
    findings,
    [1, 2].map((row) => `values_readable | ${row} | end_reason | true`),
  );
});

Deno.test("check shows whole numbers of Parquet with all digits, and refuses ids that lost some", async () => {
  const whole = polars.Series("member_id", [2n ** 60n, 2n ** 60n + 1n]);
  const right = await checked(await parquetFolder((frame) => frame.withColumn(whole)));
  assertStringIncludes(right.said, "2 rows, 2 members");
  const lost = await checked(
    await parquetFolder((frame) => frame.withColumn(whole.cast(polars.Float64))),
  );
  assertEquals(
    lost.findings.slice(0, 2).map((finding) => finding.replace(/ \| [0-9.e+]+$/, "")),
    [1, 2].map((row) => `records | ${row} | member_id`),
  );
});

Deno.test("check finds a date of Parquet that is past all years", async () => {
  const days = polars.Series("start_month", [17_532, 95_000_000], polars.Int32);
  const { findings } = await checked(
    await parquetFolder((frame) => frame.withColumn(days.cast(polars.Date))),
  );
  assertEquals(findings, [
    "values_readable | 1 | start_month | 2018-01-01", // the contract has YYYY-MM
    "values_readable | 2 | start_month | past the year 9999",
  ]);
});

Deno.test("check finds a zero-width character in an id of Parquet", async () => {
  const ids = polars.Series("member_id", ["A1\ufe0f", "A1\u200b"]);
  const { findings } = await checked(
    await parquetFolder((frame) => frame.withColumn(ids)),
  );
  assertEquals(findings, [
    "records | 1 | member_id | A1\\ufe0f",
    "records | 2 | member_id | A1\\u200b",
  ]);
});

/** A workbook of one sheet, its rows given as XML. */
function workbook(rows: string): Uint8Array {
  const open = 'xmlns="http://schemas.openxmlformats.org/';
  const relation = `${open.slice(7, -1)}/officeDocument/2006/relationships`;
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook ${open}spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>` +
        '<sheet name="Data &amp; more" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships ${open}package/2006/relationships"><Relationship Id="rId1" ` +
        `Type="${relation}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet ${open}spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  });
}

/** A row as XML: numbers, text, truth values, or the XML of a cell without its reference. */
function sheetRow(number: number, cells: readonly (string | number | boolean | null)[]) {
  const xml = cells.map((cell, i) => {
    const place = `r="${String.fromCharCode(65 + i)}${number}"`;
    if (cell === null) return "";
    if (typeof cell === "number") return `<c ${place}><v>${cell}</v></c>`;
    if (typeof cell === "boolean") return `<c ${place} t="b"><v>${Number(cell)}</v></c>`;
    if (cell.startsWith("<c")) return cell.replace("<c", `<c ${place}`);
    return `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join("")}</row>`;
}

const GOOD_ROW = ["A1", "F", "1990-05", "2018-01", "2019-12", null, null, 4_200_000];

async function workbookFolder(bytes: Uint8Array): Promise<string> {
  const { folder } = await copied("base_ok");
  await Deno.remove(`${folder}/s.csv`);
  await Deno.writeFile(`${folder}/s.xlsx`, bytes);
  return folder;
}

/** Checks a workbook with a header, a good row, and a row after some changes. */
async function checkedRow(changes: Readonly<Record<number, string | number | boolean>>) {
  const row = GOOD_ROW.map((cell, i) => changes[i] ?? (i === 0 ? "B2" : cell));
  const rows = [HEADER, GOOD_ROW, row].map((cells, i) => sheetRow(i + 1, cells));
  return await checked(await workbookFolder(workbook(rows.join(""))));
}

Deno.test("check finds errors and formulas without result in a workbook, once each", async () => {
  const { findings } = await checkedRow({
    0: "B2",
    5: '<c t="e"><f>VLOOKUP(A3,X:Y,2)</f><v>#N/A</v></c>',
    6: "<c><f>TODAY()</f></c>",
    7: '<c t="e"><v>#REF!</v></c>',
  });
  assertEquals(findings, [
    "records | 3 | end_reason | #N/A",
    "records | 3 | claim_month | a formula without a result",
    "records | 3 | monthly_wage_idr | #REF!",
  ]);
  const text = '<c t="str"><f>IF(1,"","x")</f><v></v></c>';
  assertEquals((await checkedRow({ 5: text })).findings, []);
});

Deno.test("check finds truth values, rounded ids and hidden characters in a workbook", async () => {
  assertEquals((await checkedRow({ 1: true })).findings, [
    "values_readable | 3 | sex | true",
  ]);
  assertEquals((await checkedRow({ 0: 3171234567890120 })).findings, [
    "records | 3 | member_id | 3171234567890120",
  ]);
  assertEquals((await checkedRow({ 0: "A1\u200b" })).findings, [
    "records | 3 | member_id | A1\\u200b",
  ]);
});

Deno.test("build takes 425.125 of a workbook in thousands for 425,125 rupiah", async () => {
  const { folder, out } = await copied("xl_mix_thousands");
  const { code } = await extract(
    ...[
      "build",
      folder,
      "--out",
      out,
      "--leave-out-errors",
      "--leave-out-at-most",
      "0.2",
    ],
  );
  assertEquals(code, 0);
  const wages = (await activeIn(out)).map((row) => Number(row.mean_wage_idr));
  assertEquals([...new Set(wages)], [0, 425_125]);
});

Deno.test("map reads a workbook from below its title, and check follows the mapping", async () => {
  const { folder } = await copied("xl_title");
  const out = `${folder}/mapping.toml`;
  await extract("map", "--suggest", `${folder}/s.xlsx`, "--out", out);
  assertStringIncludes(await Deno.readTextFile(out), "header_row = 3");
  const { code, said } = await checked(folder);
  assertEquals([code, said.includes("6 rows, 5 members")], [0, true]);
});

Deno.test("check refuses a sheet without bounds, and one that unpacks to too much", async () => {
  const far = [
    sheetRow(1, HEADER),
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
  ];
  const { code, said } = await checked(await workbookFolder(workbook(far.join(""))));
  assertEquals(code, 1);
  assertStringIncludes(
    inOneLine(said),
    "at most 200,000 rows and 20,000,000 cells in a sheet",
  );
  const wide = [
    sheetRow(1, HEADER),
    '<row r="150000"><c r="XFD150000"><v>1</v></c></row>',
  ];
  const { said: second } = await checked(await workbookFolder(workbook(wide.join(""))));
  assertStringIncludes(inOneLine(second), "got 150,000 rows and 16,384 columns");
});

Deno.test("check refuses a workbook with a flipped bit, or reads what was written", async () => {
  const good = workbook(
    [HEADER, GOOD_ROW].map((row, i) => sheetRow(i + 1, row)).join(""),
  );
  const folder = await workbookFolder(good);
  const totals = "measure,month,sex,reason,value,tolerance\nwage_total_idr,,,,4200000,\n";
  await Deno.writeTextFile(`${folder}/control_totals.csv`, totals);
  assertStringIncludes((await checked(folder)).said, "1 rows, 1 members");
  for (let at = 7; at < good.length; at += 41) {
    const damaged = good.slice();
    damaged[at]! ^= 4;
    await Deno.writeFile(`${folder}/s.xlsx`, damaged);
    const { code, said, findings } = await checked(folder);
    assert(code === 1 || said.includes("1 rows, 1 members"), said); // a date of the archive
    assert(findings.every((finding) => finding.startsWith("readable")), said);
    assert(!said.includes("    at "), said);
  }
});

Deno.test("stated totals hold in every command, and no row left out makes them hold", async () => {
  const { folder, out } = await copied("base_ok");
  await Deno.writeTextFile(
    `${folder}/control_totals.csv`,
    "measure,month,sex,reason,value,tolerance\nmembers,,,,6,\n",
  );
  const commands = [
    () => extract("build", folder, "--out", out, "--leave-out-errors"),
    () => runHere(inactivityCommand, folder, "--out", out),
    () => runHere(serviceCommand, folder, "--out", out),
  ];
  for (const command of commands) {
    const { code, stderr } = await command();
    assertEquals(code, 1);
    assertStringIncludes(
      stderr,
      "column members: expected 6, as stated, got 5 in the rows",
    );
  }
});

Deno.test("a manifest names each file once, and states checksums of its own files only", async () => {
  const { folder } = await copied("base_ok");
  const manifest = await Deno.readTextFile(`${folder}/extract.toml`);
  const sha256 = `[sha256]\n"../../etc/passwd" = "${"0".repeat(64)}"\n`;
  await Deno.writeTextFile(
    `${folder}/extract.toml`,
    `files = ["s.csv", "./s.csv"]\n${manifest}${sha256}`,
  );
  const { findings } = await checked(folder);
  assertEquals(findings, [
    "readable | sha256 | ../../etc/passwd",
    "readable | files | ./s.csv",
  ]);
});

Deno.test("build leaves out errors of few rows only, and says what the others are not", async () => {
  const { folder, out } = await copied("base_ok");
  const text = await Deno.readTextFile(`${folder}/s.csv`);
  const [header, first, ...others] = text.trimEnd().split("\n");
  const more = Array.from({ length: 200 }, (_, i) => first!.replace(/^\w+/, `Z${i}`));
  const bad = first!.replace(/^\w+/, "BAD").replace(/\d+$/, "-1");
  await Deno.writeTextFile(
    `${folder}/s.csv`,
    [header, first, ...others, ...more, bad, "", ""].join("\n"),
  );
  const build = ["build", folder, "--out", out];
  assertEquals((await extract(...build)).code, 1);
  const { code, stdout } = await extract(...build, "--leave-out-errors");
  assertEquals(code, 0);
  assertStringIncludes(
    stdout.replaceAll("\n", " "),
    "; 1 rows left out for their errors, so that the others are no random sample",
  );
  const refused = await extract(
    ...build,
    "--leave-out-errors",
    "--leave-out-at-most",
    "0.001",
  );
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "0.483 %: 1 of 207");
  const last = (await activeIn(out)).filter(({ month }) => month === "2019-12");
  assert(sumSimple(last.map(({ members }) => Number(members))) > 200);
});
