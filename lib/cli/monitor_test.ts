import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { type Month, monthOf } from "@jkp/month";
import { UsageError } from "@jkp/problem";
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
