import { join } from "node:path";
import { OWN_NOTEBOOKS } from "./jupyter.ts";

/** What the project's notebooks say of themselves. */
export const METADATA = {
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: { name: "typescript" },
};

/**
 * A folder for a test's notebooks, where the kernel finds the `deno.json` of the project's
 * own. It is removed when the test module ends.
 *
 * @param prefix How its name begins.
 * @returns Its path.
 */
export async function kernelFolder(prefix: string): Promise<string> {
  await Deno.mkdir(OWN_NOTEBOOKS, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: OWN_NOTEBOOKS, prefix });
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  return folder;
}

/**
 * A notebook of code cells, as a file of a folder of its own.
 *
 * @param name Name of the file, without ending.
 * @param sources The cells.
 * @returns Its path.
 */
export async function notebookOf(
  name: string,
  ...sources: readonly string[]
): Promise<string> {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `cell-${i + 1}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  const notebook = { cells, metadata: METADATA, nbformat: 4, nbformat_minor: 5 };
  const path = join(await kernelFolder(`${name}-`), `${name}.ipynb`);
  await Deno.writeTextFile(path, JSON.stringify(notebook));
  return path;
}
