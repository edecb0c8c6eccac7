import { readShippedExtract } from "@jkp/extract/read";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { type Month, monthOf } from "@jkp/month";
import {
  assert,
  assertEquals,
  assertExists,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { join } from "node:path";
import { experienceCommand } from "./experience.ts";
import { howSureOfExtract } from "./how_sure.ts";
import { runHere } from "./run_for_test.ts";
import { valueCommand } from "./value.ts";

/** A fifteen-thousandth of the shipped statistics: 1,000 members or so, named mine. */
async function smallExtract(): Promise<string> {
  const { manifest: { seed: _, ...manifest }, ...tables } = await readShippedExtract();
  const few = (persons: number) => Math.round(1e6 * persons / 15_437) / 1e6;
  const folder = await Deno.makeTempDir();
  const files = await statisticsExtractFiles({
    manifest: { ...manifest, name: "mine", synthetic: false },
    active: tables.active.map((row) => ({ ...row, members: few(row.members) })),
    withdrawals: tables.withdrawals.map((row) => ({ ...row, claims: few(row.claims) })),
    service: tables.service,
    inactive: tables.inactive.map((row) => ({ ...row, members: few(row.members) })),
  });
  await writeFilesTogether(folder, files);
  return folder;
}

const SMALL = await smallExtract();

Deno.test("value says how sure the rate is when an extract of one's own is small", async () => {
  const { stdout } = await runHere(valueCommand, "--extract", SMALL);
  const text = stdout.replace(/\s+/g, " ");
  const ends = text.match(
    /How sure: 1,000 members, 23 layoffs a year: 90 % interval of the suggested rate ([\d.]+) to ([\d.]+) %/,
  );
  assertExists(ends, text.slice(0, 600));
  const rate = Number(text.match(/suggested contribution rate ([\d.]+)/)![1]);
  const [lower, upper] = [Number(ends![1]), Number(ends![2])];
  // Some 260 terminations in two years, and 10 who stopped last month.
  assert(lower < 0.95 * rate && upper > 1.05 * rate && upper < 2 * lower, ends![0]);
});

Deno.test("value writes how sure each figure is beside its tables, and not of the shipped extract", async () => {
  const out = await Deno.makeTempDir();
  const named = ["--valuation", "report_2021", "--paths", "40", "--out", out];
  await runHere(valueCommand, ...named, "--extract", SMALL);
  const file = join(out, "tables", "experience_errors.md");
  assertStringIncludes(await Deno.readTextFile(file), "Suggested contribution rate");
  const page = await Deno.readTextFile(join(out, "report.html"));
  assertStringIncludes(
    page,
    "<p>How sure: 1,000 members, 23 layoffs a year: 90 % interval",
  );
  const { stdout } = await runHere(valueCommand);
  assert(!stdout.includes("How sure"));
  assertStringIncludes(stdout, "minimum 1.08. No interval: synthetic data.");
});

Deno.test("experience says how sure terminations are of an extract of one's own", async () => {
  const out = await Deno.makeTempDir();
  const { code, stdout } = await runHere(
    experienceCommand,
    ...["--extract", SMALL, "--out", out],
  );
  assertEquals(code, 0);
  assertStringIncludes(
    stdout.replace(/\s+/g, " "),
    "How sure: 1,000 members, 23 layoffs a year: 90 % interval of terminations ",
  );
  const table = await Deno.readTextFile(join(out, "tables", "experience_errors.csv"));
  assertStringIncludes(table, "Still without work after 12 months");
  const extract = await readShippedExtract();
  const cut = (firstMonth: Month, lastMonth: Month) => {
    const isIn = ({ month }: { month: Month }) =>
      month >= firstMonth && month <= lastMonth;
    return howSureOfExtract({
      ...extract,
      manifest: { ...extract.manifest, firstMonth, lastMonth },
      active: extract.active.filter(isIn),
      withdrawals: extract.withdrawals.filter(isIn),
    }).words;
  };
  assertMatch(
    cut(monthOf(2018, 7), monthOf(2019, 12)),
    /per cent .* a month, in 2019\.$/,
  );
  assertMatch(cut(monthOf(2017, 1), monthOf(2019, 6)), /a month, in 2017 and 2018\.$/);
  assertEquals(
    cut(monthOf(2018, 7), monthOf(2019, 6)),
    "How sure the experience is: not said, for no calendar year is whole in 2018-07 to " +
      "2019-06.",
  );
});
