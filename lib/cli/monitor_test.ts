import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { formatMonth, type Month, monthOf } from "@jkp/month";
import { DataError, UsageError } from "@jkp/problem";
import { monitorValuation } from "@jkp/study";
import { parseMonthlyFigures } from "@jkp/experience";
import { readValuation } from "@jkp/valuation/read";
import { exampleJkpFolder } from "../spells/example_folder.ts";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { parse } from "@std/csv";
import { monitorCommand } from "./monitor.ts";

/** Runs the command into a folder of its own; gives what it printed. */
async function run(...args: string[]): Promise<{ out: string; text: string }> {
  const out = await Deno.makeTempDir();
  const texts: string[] = [];
  await monitorCommand([...args, "--out", out], (text) => texts.push(text));
  return { out, text: texts.join("\n") };
}

async function folderOf(extract: StatisticsExtract): Promise<string> {
  const folder = await Deno.makeTempDir();
  writeFilesTogether(folder, await statisticsExtractFiles(extract, new Map()));
  return folder;
}

/** The shipped extract as it would have been drawn after a month. */
function drawnAfter(extract: StatisticsExtract, lastMonth: Month): StatisticsExtract {
  const isBefore = ({ month }: { readonly month: Month }) => month <= lastMonth;
  return {
    ...extract,
    manifest: { ...extract.manifest, lastMonth, extractMonth: lastMonth + 1 },
    active: extract.active.filter(isBefore),
    withdrawals: extract.withdrawals.filter(isBefore),
    service: extract.service.filter(isBefore),
  };
}

async function readCsv(path: string): Promise<Record<string, string>[]> {
  return parse(await Deno.readTextFile(path), { skipFirstRow: true });
}

Deno.test("monitor extracts completes late months, and finds a rise that was put in", async () => {
  const shipped = await readShippedExtract();
  const june = monthOf(2019, 6);
  // Half of a month's layoffs come with the drawing after the next.
  const late = (extract: StatisticsExtract): StatisticsExtract => ({
    ...extract,
    withdrawals: extract.withdrawals.map((row) => ({
      ...row,
      claims: Math.round(
        row.claims * (row.reason === "layoff" && row.month > june ? 4 : 1) *
          (row.month > extract.manifest.lastMonth - 3 ? 0.5 : 1),
      ),
    })),
  });
  const earlier = await folderOf(late(drawnAfter(shipped, june + 3)));
  const later = await folderOf(late(drawnAfter(shipped, june + 6)));
  const { out, text } = await run("extracts", earlier, later);
  assertStringIncludes(text, "beside 2016-01 to 2019-06 (synthetic data)");
  assertStringIncludes(text, "Layoffs (JHT claims): above since 2019-07");
  const layoffs = await readCsv(`${out}/tables/monitored_layoffs.csv`);
  assertEquals(
    layoffs.map((
      { month, reported, state },
    ) => [month, Number(reported).toFixed(1), state]),
    [
      ["2019-07", "100.0", "above"],
      ["2019-08", "100.0", "above"],
      ["2019-09", "100.0", "above"],
      ["2019-10", "50.0", "above"],
      ["2019-11", "50.0", "above"],
      ["2019-12", "50.0", "above"],
    ],
  );
  const svg = await Deno.readTextFile(`${out}/figures/control_chart_layoffs.svg`);
  assertStringIncludes(svg, "above since 2019-07 (synthetic data)");
  assert(text.split("\n").every((line) => line.length <= 100), text);
});

Deno.test("monitor extracts refuses what is no earlier and later extract", async () => {
  const folder = await folderOf(await readShippedExtract());
  await assertRejects(
    () => run("extracts", folder),
    UsageError,
    "the earlier and the later",
  );
  await assertRejects(
    () => run("extracts", folder, folder),
    RangeError,
    "Cannot monitor an extract: a later extract with months after 2019-12 is wanted",
  );
  await assertRejects(
    () => run("extracts", folder, folder, "--level", "1.5"),
    UsageError,
    "--level wants a number above 0 and below 1, got 1.5",
  );
});

async function csvOf(rows: readonly string[]): Promise<string> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(path, csvText(rows));
  return path;
}

function csvText(rows: readonly string[]): string {
  return ["month,quantity,value,source", ...rows].join("\n") + "\n";
}

const QUANTITIES = [
  "members",
  "contributions_idr",
  "claims",
  "recipients",
  "benefits_idr",
];
const MONTHS = Array.from({ length: 24 }, (_, i) => formatMonth(monthOf(2026, 1) + i));

/** What jkp_2026 expects of two years, times something that a month has. */
async function figuresOf(times: (quantity: string, month: number) => number) {
  const ones = QUANTITIES.flatMap((quantity) =>
    MONTHS.map((month) => `${month},${quantity},1,made up`)
  );
  const basis = await readValuation("jkp_2026");
  const { series } = monitorValuation(basis, parseMonthlyFigures("ones", csvText(ones)));
  return series.filter(({ name }) => name !== "durations" && name !== "cost")
    .flatMap(({ points }, at) =>
      points.map(({ from, expected }, i) =>
        `${formatMonth(from)},${QUANTITIES[at]},` +
        `${Math.round(expected * times(QUANTITIES[at]!, i))},made up`
      )
    );
}

/** Ups and downs of five per cent and no more, the same in every run. */
const ripple = (month: number) => 1 + 0.05 * Math.sin(7 * month);

Deno.test("monitor valuation finds which series left its expectation, and when", async () => {
  // From month 21 on a third more is claimed; who is paid, and how much, follows.
  const rows = await figuresOf((quantity, month) =>
    ripple(month + quantity.length) *
    (month >= 21 && /claims|recipients|benefits/.test(quantity) ? 1.34 : 1)
  );
  const accounts = await csvOf([
    "2027-Q4,members,1,books",
    `${rows.find((row) => row.startsWith("2027-12,claims"))}`,
    "2028-01,claims,5,books",
  ]);
  const { out, text } = await run(
    "valuation",
    "jkp_2026",
    "--figures",
    await csvOf(rows),
    "--accounts",
    accounts,
  );
  const verdicts = await readCsv(`${out}/tables/verdicts.csv`);
  const sinceOf = new Map(verdicts.map(({ series, verdict }) => [series, verdict!]));
  for (const series of ["Members", "Contributions"]) {
    assertEquals(sinceOf.get(series), "within limits");
  }
  for (const series of ["Claims", "Benefits", "Benefits given wages"]) {
    assertEquals(sinceOf.get(series), "above since 2027-10");
  }
  // A sum may have left 0 by chance some months before.
  for (const series of ["Months paid for", "Months paid given claims"]) {
    assert(/^above since 2027-(0[6-9]|10)$/.test(sinceOf.get(series)!), series);
  }
  const books = await readCsv(`${out}/tables/accounts.csv`);
  assertEquals(books.map(({ state }) => state), ["differs", "agrees", "not in the data"]);
  assertStringIncludes(text, "1 of 3 agree within 0.5 %");
});

Deno.test("monitor valuation says that facts of JKP are too few, with what they show", async () => {
  const { out, text } = await run("valuation");
  const words = text.replace(/\s+/g, " ");
  assertStringIncludes(words, "Too few data for limits, actual over expected alone:");
  assertStringIncludes(words, "Benefits 0.066");
  const layoffs = await readCsv(`${out}/tables/monitored_registered_layoffs.csv`);
  assertEquals(layoffs[0]!.month, "2025-01");
  assert(layoffs.every(({ state }) => state === "not judged"));
});

Deno.test("monitor valuation reads a register of JKP claims", async () => {
  const folder = await exampleJkpFolder();
  const { text } = await run("valuation", "report_2021", "--register", folder);
  assertStringIncludes(text, "Months paid for");
  assertStringIncludes(text, "(synthetic data)");
});

Deno.test("monitor valuation names all that is wrong with figures, and refuses other months", async () => {
  const bad = await csvOf(["2026-13,claims,5,a", "2026-01,claim,-5,a"]);
  const error = await assertRejects(
    () => run("valuation", "jkp_2026", "--figures", bad),
    DataError,
  );
  for (
    const words of [
      "row 2, column month",
      "row 3, column quantity",
      "row 3, column value",
    ]
  ) {
    assertStringIncludes(error.message, words);
  }
  const early = await csvOf(["2020-01,claims,5,a"]);
  await assertRejects(
    () => run("valuation", "jkp_2026", "--figures", early),
    RangeError,
    "figures of months from 2026-01",
  );
  const twice = await csvOf(["2026-02,claims,5,a", "2026-Q1,claims,9,a"]);
  await assertRejects(
    () => run("valuation", "jkp_2026", "--figures", twice),
    RangeError,
    "got a second of claims 2026-02",
  );
  await assertRejects(() => run("valuation", "jkp_2026"), RangeError, "figures by month");
  await assertRejects(
    () => run("valuation", "--accounts", early),
    UsageError,
    "--figures or --register",
  );
});

Deno.test("monitor valuations keeps each run in a file of its own, and writes over none", async () => {
  const keep = `${await Deno.makeTempDir()}/series`;
  const kept = () => [...Deno.readDirSync(keep)].map(({ name }) => name).sort();
  const first = await run(
    "valuations",
    "report_2021",
    "--keep",
    keep,
    "--date",
    "2026-11-01",
  );
  assertStringIncludes(first.text, "suggests 1.35 per cent");
  const [name] = kept();
  assertEquals(name, "2026-11-01_report_2021_proposed_2021_base.toml");
  // What was kept on that day was another program's: it stays.
  const path = `${keep}/${name}`;
  const other = (await Deno.readTextFile(path)).replace(/code = "\w/, 'code = "x');
  await Deno.writeTextFile(path, other);
  await run("valuations", "report_2021", "--keep", keep, "--date", "2026-11-01");
  assertEquals(kept(), [name, name!.replace(".toml", "_2.toml")].sort());
  assertEquals(await Deno.readTextFile(path), other);
  const again = await run(
    ...["valuations", "report_2021", "jkp_2026", "--keep", keep, "--date", "2026-11-01"],
  );
  assertStringIncludes(again.text, "As kept before:");
  assertEquals(kept().length, 3);
  const rows = await readCsv(`${again.out}/tables/rate_series.csv`);
  assertEquals(rows.map(({ differs }) => differs), [
    "",
    "program",
    "valuation file, scenarios, law, data",
  ]);
  const surplus = await readCsv(`${again.out}/tables/surplus.csv`);
  const sum = surplus.slice(0, -1).reduce((all, { gain }) => all + Number(gain), 0);
  assert(Math.abs(sum - Number(surplus.at(-1)!.gain)) < 1e-6);
});

Deno.test("monitor valuations refuses a day that there is not, and a file that is no record", async () => {
  const keep = await Deno.makeTempDir();
  await assertRejects(
    () => run("valuations", "--keep", keep, "--date", "2026-02-30"),
    UsageError,
    "--date wants a day",
  );
  const { text } = await run("valuations", "--keep", keep);
  assertStringIncludes(text, "Nothing is kept");
  await Deno.writeTextFile(`${keep}/a.toml`, "date = 'soon'\n");
  await assertRejects(
    () => run("valuations", "--keep", keep),
    DataError,
    "a.toml: date: expected a day as YYYY-MM-DD, got",
  );
});
