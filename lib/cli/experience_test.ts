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
import { exampleJkpFolder } from "../spells/example_folder.ts";
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

Deno.test("experience prints the rates on a screen, and no finding of the data's making", async () => {
  const { text } = await run("--expected", await csvFile("rate_per_month", "0.011"));
  const lines = text.split("\n");
  assert(lines.length <= 40 && lines.every((line) => line.length <= 100), text);
  assertStringIncludes(
    lines.slice(0, 3).join(" "),
    "2016-01 to 2019-12: 1.103 per cent of members leave a month, layoffs 0.206, " +
      "resignations 0.897; 7,593,600 claims",
  );
  assertStringIncludes(text, "Actual to expected claims: 1.003 (95 % interval ");
  assertStringIncludes(text, "(synthetic data)");
  assert(/^20-24 +0\.407 +0\.330 +1\.294 +1\.534$/m.test(text), text);
});

Deno.test("experience prints and writes rates and seasonal factors", async () => {
  const { out, text } = await run("--full");
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
  const { text, out: second } = await run(
    "--full",
    "--expected",
    `${out}/graduated_rates.csv`,
  );
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
  assert(!text.includes("Graduated") && text.includes("Crude rates a month"), text);
  assert(/^All +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+$/m.test(text), text);
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

/** The shipped extract as it might have been half a year before, its last month half known. */
async function earlierExtract(): Promise<string> {
  const shipped = await readShippedExtract();
  const { manifest } = shipped;
  const lastMonth = manifest.lastMonth - 6;
  const known = <Row extends { month: number }>(rows: readonly Row[]) =>
    rows.filter(({ month }) => month <= lastMonth);
  const folder = await Deno.makeTempDir();
  writeFilesTogether(
    folder,
    await statisticsExtractFiles({
      ...shipped,
      manifest: {
        ...manifest,
        name: "jht_2019_june",
        extractMonth: manifest.extractMonth - 6,
        lastMonth,
      },
      active: known(shipped.active),
      service: known(shipped.service),
      withdrawals: known(shipped.withdrawals).map((row) => {
        const claims = row.month === lastMonth ? Math.ceil(row.claims / 2) : row.claims;
        return { ...row, claims };
      }),
    }),
  );
  return folder;
}

Deno.test("experience --earlier shows what came late and which months are incomplete", async () => {
  const { text, out } = await run("--earlier", await earlierExtract());
  assertStringIncludes(text, "Layoffs: late claims, 2016-01 to 2019-12 (synthetic data)");
  assertStringIncludes(text, "not to be read as a fall");
  assert(text.split("\n").every((line) => line.startsWith("- ") || line.length <= 100));
  const rows = await readCsv(`${out}/tables/late_reports_layoff.csv`);
  assertEquals(rows.length, 48);
  const june = rows.find(({ month }) => month === "2019-06")!;
  assertEquals(Number(june.late), Number(june.latest) - Number(june.earlier));
  assertAlmostEquals(Number(june.factor), 2, 0.01);
  const open = rows.filter(({ reading }) => reading === "incomplete");
  assertEquals(open.map(({ month }) => month), ["2019-12"]);
  assertAlmostEquals(Number(open[0]!.ultimate) / Number(open[0]!.latest), 2, 0.01);
});

Deno.test("experience --delay and --vintages take a stated delay and published counts", async () => {
  const delay = await csvFile("months_since_event,reported,tail", "1,0.5,", "4,0.9,0.1");
  const vintages = await csvFile(
    "month,value,published_on",
    "2025-01,3325,",
    "2025-01,10025,2025-12-21",
    "2026-01,359,2026-03",
  );
  const options = ["--delay", delay, "--vintages", vintages, "--complete-after", "11"]
    .concat("--age-without-date", "2");
  const { out } = await run(...options);
  const rows = await readCsv(`${out}/tables/late_reports_resignation.csv`);
  const { latest, ultimate } = rows.at(-1)!;
  assertAlmostEquals(Number(ultimate), 2 * Number(latest), 1e-9);
  assertEquals(new Set(rows.map(({ reading }) => reading)), new Set(["incomplete"]));
  const published = await readCsv(`${out}/tables/vintages.csv`);
  assertEquals(published.map(({ month, reading }) => [month, reading]), [
    ["2025-01", "complete"],
    ["2026-01", "incomplete"],
  ]);
  assertEquals(Math.round(Number(published[1]!.ultimate)), 1082);
  const { text } = await run("--json", ...options);
  const study = JSON.parse(text);
  assertEquals(study.lateReports.groups[0].months.at(-1).month, "2019-12");
  assertEquals(study.published.curve.points.length, 10);
});

Deno.test("experience refuses options of late claims that cannot go together", async () => {
  const error = await assertRejects(
    () => run("--earlier", "a", "--delay", "b", "--vintages", "c", "--publish"),
    UsageError,
  );
  assertEquals(
    error.message.split("\n").map((line: string) =>
      line.split(" ").slice(0, 3).join(" ")
    ),
    [
      "--earlier finds the",
      "--vintages and --complete-after",
      "--publish does not",
    ],
  );
  await assertRejects(() => run("--complete-after", "0"), UsageError, "1 to 999, got 0");
  await assertRejects(() => run("--vintages", "v.csv"), UsageError, "go together");
});

Deno.test("experience --jkp prints and writes what a register of claims shows", async () => {
  const folder = await exampleJkpFolder();
  const { out, text } = await run("--jkp", folder);
  for (const title of ["Claims of JKP (synthetic data)", "Survival in benefit"]) {
    assertStringIncludes(text, title);
  }
  assert(text.split("\n").every((line) => line.length <= 100));
  // Twelve months of the table by month are printed, all of them if asked for.
  const tableByMonth = (printed: string) =>
    /^Claims and recipients of JKP by month.*?^Note: /ms.exec(printed)![0];
  const { text: full } = await run("--jkp", folder, "--full");
  assertEquals(
    [text, full].map((each) => tableByMonth(each).match(/^20\d\d-\d\d /gm)!.length),
    [12, 13],
  );
  const months = await readCsv(`${out}/tables/jkp_by_month.csv`);
  assertEquals(months.length, 13);
  const { recipients, amount_idr } = months.find(({ month }) => month === "2024-04")!;
  assertEquals([recipients, amount_idr], ["2", "4050000"]);
  assertEquals(await filesIn(`${out}/figures`), [
    "jkp_recipients.csv",
    "jkp_recipients.svg",
    "jkp_survival.csv",
    "jkp_survival.svg",
  ]);
  const { text: json } = await run("--jkp", folder, "--json");
  const { byMonth, outcomes } = JSON.parse(json);
  assertEquals([byMonth[0].month, outcomes.work], ["2024-01", 1]);
});

Deno.test("experience --jkp refuses what is about terminations, and few claims", async () => {
  const folder = await exampleJkpFolder();
  await assertRejects(
    () => run("--jkp", folder, "--by", "sex", "--delay=a"),
    UsageError,
    "without --by, --delay",
  );
  await assertRejects(() => run("--jkp", folder, "--publish"), DataError, "10 claims");
  await assertRejects(
    () => run("--jkp", "data/extracts/jht_2019_spells"),
    DataError,
    "extract.toml: tables.jkp: expected files of a register of JKP claims",
  );
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
