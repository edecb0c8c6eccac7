import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { JUPYTER_ENV, prepareJupyter } from "./jupyter.ts";
import { kernelFolder } from "./kernel_folder_for_test.ts";

/** What cells print when they run in the kernel of the project's notebooks. */
async function printedBy(...sources: string[]): Promise<string> {
  const path = join(await kernelFolder("kernel-"), "cells.ipynb");
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `cell-${i + 1}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" };
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  await Deno.writeTextFile(path, JSON.stringify(notebook));
  const { stdout, stderr } = await new Deno.Command(await prepareJupyter(), {
    args: [
      "nbconvert",
      "--log-level=ERROR",
      "--to=notebook",
      "--execute",
      "--stdout",
      path,
    ],
    env: JUPYTER_ENV,
  }).output();
  const text = new TextDecoder().decode(stdout);
  if (text === "") throw new Error(new TextDecoder().decode(stderr));
  const executed: { cells: { outputs: { text?: string[] }[] }[] } = JSON.parse(text);
  return executed.cells.flatMap(({ outputs }) => outputs)
    .flatMap(({ text = [] }) => text).join("");
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
