import { namesIn } from "@jkp/files/read";

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
export function designNames(): Promise<string[]> {
  return namesIn("designs");
}
