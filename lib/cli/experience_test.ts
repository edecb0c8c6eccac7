import { readShippedExtract } from "@jkp/extract/read";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { DataError, UsageError } from "@jkp/problem";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { parse } from "@std/csv";
import { experienceCommand } from "./experience.ts";

/** Runs the command into a folder of its own; gives what it printed. */
async function run(...args: string[]): Promise<{ out: string; text: string }> {
  const out = await Deno.makeTempDir();
  const texts: string[] = [];
  await experienceCommand([...args, "--out", out], (text) => texts.push(text));
  return { out, text: texts.join("\n") };
}

async function csvFile(...lines: string[]): Promise<string> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(path, lines.join("\n") + "\n");
  return path;
}

async function readCsv(path: string): Promise<Record<string, string>[]> {
  return parse(await Deno.readTextFile(path), { skipFirstRow: true });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).sort();
}

Deno.test("experience prints and writes rates and seasonal factors", async () => {
  const { out, text } = await run();
  for (const heading of ["Layoffs: monthly", "Resignations: monthly", "Seasonal"]) {
    assertStringIncludes(text, heading);
  }
  assertEquals(text.match(/\(synthetic data\)/g)?.length, 3);
  assert(text.split("\n").every((line) => line.startsWith("- ") || line.length <= 100));
  assertEquals(await filesIn(out), [
    "figures",
    "graduated_rates.csv",
    "manifest.json",
    "tables",
  ]);
  assertEquals(
    await filesIn(`${out}/tables`),
    ["seasonal_factors", "terminations_layoff", "terminations_resignation"]
      .flatMap((name) => [`${name}.csv`, `${name}.md`]),
  );
  assertEquals(
    await filesIn(`${out}/figures`),
    ["seasonal_factors", "termination_rates_layoff", "termination_rates_resignation"]
      .flatMap((name) => [`${name}.csv`, `${name}.svg`]),
  );
  for (const name of await filesIn(`${out}/tables`)) {
    if (!name.endsWith(".md")) continue;
    const markdown = await Deno.readTextFile(`${out}/tables/${name}`);
    assertStringIncludes(markdown, "synthetic data, extract jht\\_2019");
  }
  for (const name of await filesIn(`${out}/figures`)) {
    if (!name.endsWith(".svg")) continue;
    const svg = await Deno.readTextFile(`${out}/figures/${name}`);
    assertStringIncludes(svg, "(synthetic data)");
  }
  const rates = await readCsv(`${out}/tables/terminations_layoff.csv`);
  assertEquals(rates.length, 22);
  const { claims, member_months, crude } = rates[0]!;
  assertAlmostEquals(Number(crude), 100 * Number(claims) / Number(member_months), 1e-9);
});

Deno.test("experience compares with the graduated rates it wrote", async () => {
  const { out } = await run();
  const { text, out: second } = await run("--expected", `${out}/graduated_rates.csv`);
  assertStringIncludes(text, "Actual to expected terminations");
  const rows = await readCsv(`${second}/tables/actual_expected.csv`);
  assertEquals(rows.length, 45);
  const total = rows.at(-1)!;
  assertEquals([total.reason, total.sex], ["All", ""]);
  assertAlmostEquals(Number(total.ratio), 1, 1e-9);
});

Deno.test("experience splits as it is told and takes rates of all reasons", async () => {
  const expected = await csvFile("sex,rate_per_month", "M,0.01", "F,0.01");
  const { text, out } = await run("--by", "reason,sex", "--expected", expected);
  const rows = await readCsv(`${out}/tables/actual_expected.csv`);
  assertEquals(rows.map(({ sex }) => sex), ["Men", "Women", "All"]);
  assertEquals(await filesIn(`${out}/figures`), [
    "seasonal_factors.csv",
    "seasonal_factors.svg",
  ]);
  assert(!text.includes("Graduated"));
});

Deno.test("experience --json is the study", async () => {
  const expected = await csvFile("rate_per_month", "0.011");
  const { text } = await run("--json", "--by", "ageGroup", "--expected", expected);
  const study = JSON.parse(text);
  assertEquals([study.firstMonth, study.lastMonth], ["2016-01", "2019-12"]);
  assertEquals(study.isSynthetic, true);
  assertEquals(study.curves[0].cells.length, 11);
  assertEquals(study.seasonality[0].factors.length, 12);
  assertEquals(study.actualToExpected.total.actual, study.claims);
});

Deno.test("experience says what a small extract is too small for", async () => {
  const shipped = await readShippedExtract();
  const folder = await Deno.makeTempDir();
  const quiet = {
    ...shipped,
    withdrawals: shipped.withdrawals.map((row) => ({
      ...row,
      claims: 0,
      meanWageIdr: 0,
    })),
  };
  writeFilesTogether(folder, await statisticsExtractFiles(quiet));
  const { text, out } = await run("--extract", folder);
  assertStringIncludes(
    text,
    "Not found\n- Graduation, layoff M: members of 3 age groups or more",
  );
  assertEquals(await filesIn(out), ["figures", "manifest.json", "tables"]);
  // No claims: an upper limit, -ln 0.025 claims, and no standard error.
  const [cell] = await readCsv(`${out}/tables/terminations_layoff.csv`);
  assertEquals([cell!.crude, cell!.crude_lower, cell!.crude_error], ["0", "0", ""]);
  const limit = Number(cell!.crude_upper) / 100 * Number(cell!.member_months);
  assertAlmostEquals(limit, -Math.log(0.025), 1e-9);
});

Deno.test("experience refuses what it cannot use and writes nothing", async () => {
  const out = `${await Deno.makeTempDir()}/out`;
  const command = (...args: string[]) => () =>
    experienceCommand([...args, "--out", out], () => {});
  const ofMen = await csvFile("sex,rate_per_month", "M,0.01");
  const unreadable = await csvFile("sex,rate_per_month", "M,1 %");
  await assertRejects(
    command("--by", "ageGroup,age_grup,sexe"),
    UsageError,
    "--by wants any of reason, sex, age_group, got age_grup (did you mean age_group?)\n" +
      "--by wants any of reason, sex, age_group, got sexe (did you mean sex?)",
  );
  await assertRejects(command("more"), UsageError, "options alone");
  await assertRejects(command("--speed"), UsageError, "Usage: deno task experience");
  await assertRejects(command("--expected", "no.csv"), DataError, "no.csv");
  await assertRejects(command("--expected", unreadable), DataError, "got 1 %");
  await assertRejects(command("--expected", ofMen), RangeError, "got none for F");
  await assertRejects(() => Deno.stat(out), Deno.errors.NotFound);
});
