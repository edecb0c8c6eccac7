import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { UsageError } from "@jkp/problem";
import { parse } from "@std/csv";
import { join } from "node:path";
import { uncertaintyCommand } from "./uncertainty.ts";

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

Deno.test("uncertainty refuses too few paths, and a process that is not there", async () => {
  await assertRejects(
    () => run("--paths", "3"),
    UsageError,
    "--paths wants a whole number",
  );
  await assertRejects(() => run("--process", "jkp_2025"), UsageError, "did you mean");
});
