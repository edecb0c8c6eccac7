import { OWN_NOTEBOOKS } from "./jupyter.ts";

/**
 * A folder for a test's notebooks, where the kernel finds the `deno.json` of the
 * project's own. It is removed when the test module ends.
 */
export async function kernelFolder(prefix: string): Promise<string> {
  await Deno.mkdir(OWN_NOTEBOOKS, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: OWN_NOTEBOOKS, prefix });
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  return folder;
}
