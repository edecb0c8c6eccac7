import { fileURLToPath } from "node:url";

/**
 * Where a file of the project's `data/` lies that a user names, or the path they gave.
 *
 * @param folder Folder of `data/`: `scenarios`, `designs`.
 * @param nameOrPath A name such as `base`, or a path: anything with a slash or ending in
 * `.toml`.
 * @returns The path.
 *
 * @example A name and a path
 * ```ts
 * import { dataFile } from "@jkp/files/read";
 * import { assert, assertEquals } from "@std/assert";
 *
 * assert(dataFile("scenarios", "base").endsWith("data/scenarios/base.toml"));
 * assertEquals(dataFile("scenarios", "mine.toml"), "mine.toml");
 * ```
 */
export function dataFile(folder: string, nameOrPath: string): string {
  if (isPath(nameOrPath)) return nameOrPath;
  const url = new URL(`../../data/${folder}/${nameOrPath}.toml`, import.meta.url);
  return fileURLToPath(url);
}

/** Whether a user gave a path, not the name of a file of the project. */
export function isPath(nameOrPath: string): boolean {
  return /\.toml$|[/\\]/.test(nameOrPath);
}
