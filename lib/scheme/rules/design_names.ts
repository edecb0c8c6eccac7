import { dataFile } from "@jkp/files/read";
import { dirname } from "node:path";

/**
 * The names of the project's designs.
 *
 * @returns The files of `data/designs` in the order of their names, without `.toml`.
 *
 * @example
 * ```ts
 * import { designNames } from "@jkp/scheme/read";
 * import { assert } from "@std/assert";
 *
 * const names = await designNames();
 * assert(["jkp_2021", "korea", "proposed_2021"].every((name) => names.includes(name)));
 * ```
 */
export async function designNames(): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(dirname(dataFile("designs", "any"))));
  return files
    .flatMap(({ name }) => name.endsWith(".toml") ? [name.replace(/\.toml$/, "")] : [])
    .sort();
}
