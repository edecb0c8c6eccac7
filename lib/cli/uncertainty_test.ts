import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { UsageError } from "@jkp/problem";
import { schemeComparison } from "@jkp/study";
import { readProcess } from "@jkp/uncertainty/read";
import { runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { parse } from "@std/csv";
import { join } from "node:path";
import { experienceIntervals, memberBlocks } from "./experience_intervals.ts";
import { howSure } from "./how_sure.ts";
import { runJobs } from "./jobs.ts";
import { uncertaintyCommand } from "./uncertainty.ts";
import { type UncertaintyJob, uncertaintyRunner } from "./uncertainty_jobs.ts";

/** Runs the command into a folder of its own; gives what it printed. */
async function run(...args: string[]): Promise<{ out: string; text: string }> {
  const out = await Deno.makeTempDir();
  const texts: string[] = [];
  await uncertaintyCommand([...args, "--out", out], (text) => texts.push(text));
  return { out, text: texts.join("\n") };
}

async function tableIn(out: string, id: string): Promise<Record<string, string>[]> {
  const text = await Deno.readTextFile(join(out, `${id}.csv`));
  return parse(text, { skipFirstRow: true }) as Record<string, string>[];
}

Deno.test("uncertainty answers for JKP as it is, with an error beside every figure", async () => {
  const { out, text } = await run("--paths", "200");
  const words = text.replaceAll(/\s+/g, " ");
  assertStringIncludes(words, "a suggested rate of 0.00 per cent as assumed");
  assertStringIncludes(words, "200 paths of the process jkp_2026");
  assertStringIncludes(words, "Contribution rates over all paths");
  assertStringIncludes(words, "overdrawn with a chosen chance");
  assert(!words.includes("What the first year with benefits may cost"));
  assert(text.split("\n").every((line) => line.length <= 80));
  const rates = await tableIn(out, "rates_over_paths");
  assertEquals(rates.map(({ rate }) => rate), ["Suggested", "Minimum", "Break-even"]);
  assert(Number(rates[2]!.meanError) > 0);
  const chances = await tableIn(out, "overdrawn_by_year");
  assertEquals([...new Set(chances.map(({ paid }) => Number(paid).toFixed(2)))], [
    "0.36",
    "0.46",
    "1.00",
    "1.35",
  ]);
});

Deno.test("uncertainty puts designs on the same paths, and is the same by the same seed", async () => {
  const args = [
    "--valuation",
    "report_2021",
    "--design",
    "proposed_2021",
    "--design",
    "jkp_2021",
    "--paths",
    "40",
    "--seed",
    "7",
  ];
  const [one, again] = await Promise.all([run(...args), run(...args)]);
  assertEquals(
    await tableIn(one.out, "rates_over_paths"),
    await tableIn(again.out, "rates_over_paths"),
  );
  assertStringIncludes(
    one.text.replaceAll(/\s+/g, " "),
    "seed 7; synthetic data, extract jht_2019",
  );
  // A number that hangs on which designs stand beside it says so.
  assertStringIncludes(
    one.text.replaceAll(/\s+/g, " "),
    "Proposed design option, 2021 beside others, as laws say: benefits by earnings before",
  );
  const schemes = (await tableIn(one.out, "rates_over_paths")).map(({ scheme }) =>
    scheme
  );
  assertEquals(new Set(schemes).size, 2);
  const other = await run(...args.with(-1, "8"));
  assert(
    JSON.stringify(await tableIn(other.out, "rates_over_paths")) !==
      JSON.stringify(await tableIn(one.out, "rates_over_paths")),
  );
});

Deno.test("uncertainty has the same numbers of a path from a worker, to the last digit", async () => {
  const task = {
    basis: await readValuation("report_2021", { designs: ["proposed_2021", "jkp_2021"] }),
    settings: { benefitRate: 0.5 },
    process: await readProcess("report_2021"),
    seed: 3,
  };
  const jobs = Array.from({ length: 400 }, (_, i): UncertaintyJob => (
    i < 2
      ? { kind: "variance", place: i, draws: 2 }
      : { kind: "paths", place: i % 2, from: i, to: i + 2 }
  ));
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  const found = await runJobs({
    task,
    jobs,
    // Nothing is done here, and slowly, until the worker is there.
    runnerOf: () => () => {
      Atomics.wait(nobody, 0, 0, 50);
      return null;
    },
    worker: new URL("./uncertainty_worker.ts", import.meta.url),
    workers: 1,
  });
  const here = uncertaintyRunner(task);
  const byWorker = found.flatMap((result, i) => result === null ? [] : [{ result, i }]);
  assert(byWorker.length > 0);
  for (const { result, i } of byWorker) assertEquals(result, here(jobs[i]!));
});

Deno.test("uncertainty of single members has intervals by draws and by a bootstrap", async () => {
  const spells = ["--valuation", "report_2021", "--spells"];
  const { out, text } = await run(
    ...spells,
    "data/extracts/jht_2019_spells",
    ...["--paths", "16"],
  );
  assertStringIncludes(text, "Rates as far as the experience can be wrong");
  const rows = await tableIn(out, "experience_intervals");
  const [drawn, bootstrap] = rows.filter(({ rate }) => rate === "Suggested");
  assertEquals(drawn!.value, bootstrap!.value);
  for (const { lower, value, upper } of [drawn!, bootstrap!]) {
    assert(Number(lower) < Number(value) && Number(value) < Number(upper));
  }
  await assertRejects(
    () => run(...spells, "data/extracts/jht_2019"),
    UsageError,
    "--spells wants an extract of single members, got statistics: jht_2019",
  );
});

Deno.test("uncertainty draws the time out of work of completed spells, as value does", async () => {
  const file = join(await Deno.makeTempDir(), "by_spells.toml");
  await Deno.writeTextFile(
    file,
    ["name", "title", "source"].map((key) => `${key} = "by_spells"\n`).join("") +
      'extends = "report_2021"\n[data]\ntime_out_of_work = "spells"\n',
  );
  const basis = await readValuation(file, { extract: "data/extracts/jht_2019_spells" });
  const run = runValuation(basis);
  const { rows } = experienceIntervals(run, await memberBlocks(basis), 1);
  const { table } = howSure(schemeComparison(basis));
  const asValueHasIt = table!.rows.find(({ figure }) =>
    figure === "Suggested contribution rate"
  )!;
  for (const end of ["lower", "upper"]) {
    assertEquals({ value: rows[0]![end], decimals: 3 }, asValueHasIt[end]);
  }
});

Deno.test("uncertainty refuses too few paths, and a process that is not there", async () => {
  await assertRejects(
    () => run("--paths", "3"),
    UsageError,
    "--paths wants a whole number",
  );
  await assertRejects(() => run("--process", "jkp_2025"), UsageError, "did you mean");
});
