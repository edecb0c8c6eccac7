import { readStatisticsExtract } from "@jkp/extract";
import { UsageError } from "@jkp/problem";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { extractCommand } from "./extract.ts";

/** Runs the command and gives its lines. */
async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await extractCommand(args, (line) => lines.push(line));
  return lines;
}

Deno.test("extract synthesize writes an extract and its margins", async () => {
  const out = await Deno.makeTempDir();
  const lines = await run("synthesize", "--seed", "5", "--out", out);
  const { manifest } = await readStatisticsExtract(out);
  assertEquals([manifest.seed, manifest.synthetic], [5, true]);
  assert((await Deno.readTextFile(`${out}/margins.csv`)).startsWith("margin,cell,"));
  assert(lines[1]!.includes("0 differ") || lines.length > 2);
});

Deno.test("extract synthesize names the margins that differ", async () => {
  const lines = await run("synthesize", "--out", await Deno.makeTempDir());
  const summary = /(\d+) differ/.exec(lines[1]!)!;
  const named = lines.filter((line) => line.startsWith("  "));
  assertEquals(named.length, Number(summary[1]));
  assert(named.every((line) => / printed, .* here: ./.test(line)));
});

Deno.test("extract --help prints its usage", async () => {
  const [text] = await run("--help");
  assert(text!.startsWith("Usage: deno task extract synthesize"));
});

Deno.test("extract throws a UsageError when it is called wrongly", async () => {
  for (
    const [args, message] of [
      [[], "synthesize"],
      [["melt"], "melt"],
      [["synthesize", "more"], "synthesize more"],
      [["synthesize", "--colour"], "--colour"],
      [["synthesize", "--seed", "x"], "--seed"],
      [["synthesize", "--seed=-1"], "--seed"],
      [["synthesize", "--seed", "7"], "--out is wanted with --seed 7"],
      [["synthesize", "--members", "1000"], "--members"],
    ] as const
  ) {
    await assertRejects(() => run(...args), UsageError, message);
  }
});

Deno.test("extract exits with 2 when it is called wrongly", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", new URL("extract.ts", import.meta.url).href, "melt"],
    stdout: "piped",
    stderr: "piped",
  }).output();
  const message = new TextDecoder().decode(stderr);
  assertEquals(code, 2);
  assert(message.includes("got melt"));
  assert(!message.includes("    at "));
});
