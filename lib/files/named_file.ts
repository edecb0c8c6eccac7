import { DataError, didYouMean, valueInWords } from "@jkp/problem";
import { basename, dirname, join } from "node:path";
import { dataFile, isPath } from "./data_file.ts";
import { isThere } from "./is_there.ts";
import { readText } from "./read_text.ts";

/** A file that a user named, found and read. */
export interface NamedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The names that a user can give for files of a folder of the project's `data/`.
 *
 * @param folder The folder: `valuations`, `scenarios`, `designs`.
 * @returns Its TOML files, without `.toml`, in order.
 *
 * @example
 * ```ts
 * import { namesIn } from "@jkp/files/read";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await namesIn("valuations"), ["jkp_2026", "report_2021"]);
 * ```
 */
export async function namesIn(folder: string): Promise<string[]> {
  return await tomlNames(dirname(dataFile(folder, "any")));
}

/**
 * Reads a file of the project's `data/` by its name, or the one at a path.
 *
 * @param folder Folder of `data/`: `scenarios`, `designs`.
 * @param nameOrPath A name such as `base`, or a path: anything with a slash or ending in
 * `.toml`.
 * @returns Its path and its text.
 * @throws {DataError} If there is none of that name, with the names that there are and the
 * one that was probably meant; if the file cannot be read.
 *
 * @example A misspelt valuation
 * ```ts
 * import { readNamedFile } from "@jkp/files/read";
 * import { DataError } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(
 *   () => readNamedFile("valuations", "jkp_2062"),
 *   DataError,
 *   "data/valuations: expected one of jkp_2026, report_2021, or a path ending in .toml, " +
 *     "got jkp_2062 (did you mean jkp_2026?)",
 * );
 * ```
 */
export async function readNamedFile(
  folder: string,
  nameOrPath: string,
): Promise<NamedFile> {
  if (typeof nameOrPath !== "string") {
    throw new DataError([{
      file: `data/${folder}`,
      expected: `one of ${(await namesIn(folder)).join(", ")}, or a path ending in .toml`,
      received: valueInWords(nameOrPath),
    }]);
  }
  const path = dataFile(folder, nameOrPath);
  if (await isThere(path)) return { path, text: await readText(path) };
  const names = await namesIn(folder);
  if (!isPath(nameOrPath)) {
    throw new DataError([{
      file: `data/${folder}`,
      expected: `${names.length > 1 ? "one of " : ""}${names.join(", ")}, or a path ` +
        "ending in .toml",
      received: `${nameOrPath}${didYouMean(nameOrPath, names)}`,
    }]);
  }
  throw new DataError([{
    file: path,
    expected: "a file",
    received: `nothing there${await meantInstead(path, names)}`,
  }]);
}

/** A file beside a path that is not there, or else one of the project's, of a like name. */
async function meantInstead(path: string, names: readonly string[]): Promise<string> {
  const beside = await tomlNames(dirname(path)).catch(() => []);
  const files = beside.map((name) => join(dirname(path), `${name}.toml`));
  return didYouMean(path, files) || didYouMean(basename(path, ".toml"), names);
}

async function tomlNames(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries
    .flatMap(({ name }) => name.endsWith(".toml") ? [name.replace(/\.toml$/, "")] : [])
    .sort();
}
