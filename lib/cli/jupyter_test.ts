import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { notebookOf } from "./notebook_for_test.ts";
import { runNotebooks } from "./notebooks.ts";

/** Gives the kernel time to send what a cell printed, which it may lose under load. */
const WAIT = "await new Promise((done) => setTimeout(done, 200));";

/** What cells print when they run in the kernel of the project's notebooks. */
async function printedBy(...sources: readonly string[]): Promise<string> {
  const out = await Deno.makeTempDir();
  const lines: string[] = [];
  const notebook = await notebookOf(
    "cells",
    ...sources.map((source) => `${source}\n${WAIT}`),
  );
  await runNotebooks([notebook], out, (line) => lines.push(line));
  assertStringIncludes(lines[0]!, "nothing failed or differs");
  const { cells }: { cells: { outputs: { text?: string[] }[] }[] } = JSON.parse(
    await Deno.readTextFile(join(out, "cells.ipynb")),
  );
  return cells.flatMap(({ outputs }) => outputs).flatMap(({ text = [] }) => text).join(
    "",
  );
}

Deno.test("a cell imports the rooms, Danfo.js and a package of the reader's own", async () => {
  const printed = await printedBy(
    `import { monthOf } from "@jkp/month"; console.log(monthOf(2021, 1));`,
    // Not a package of the notebooks, and fetched with those of the tests.
    `import fc from "npm:fast-check@4.10.2"; console.log(fc.sample(fc.constant(5), 1));`,
    `const { DataFrame } = await import("danfojs-node");
console.log(new DataFrame([[1, 2]], { columns: ["a", "b"] }).shape);`,
  );
  assertEquals(printed, "24252\n[ 5 ]\n[ 1, 2 ]\n");
});
