import { basename, dirname } from "node:path";
import { type FinishOptions, StagedFiles } from "./staged_files.ts";

/**
 * Writes a file whole or not at all. Folders on the way are made.
 *
 * @param path Where to write.
 * @param content Text or bytes.
 * @param mode Who may read it, as `chmod` has it: 0o600 for the owner alone.
 * @throws {DataError} If it cannot be written there.
 *
 * @example
 * ```ts
 * import { writeFileWhole } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * writeFileWhole(`${folder}/a/b.txt`, "hello");
 * assertEquals(await Deno.readTextFile(`${folder}/a/b.txt`), "hello");
 * ```
 */
export function writeFileWhole(path: string, content: string, mode?: number): void {
  using files = new StagedFiles(dirname(path));
  files.stream(basename(path), mode).write(content);
  files.finish();
}

/**
 * Writes a set of files so that none appears before all could be written, as
 * {@link StagedFiles} does.
 *
 * @param folder Target folder; made if missing.
 * @param files Relative path to content.
 * @param options Which file is moved last.
 * @throws {DataError} If they cannot be written there.
 *
 * @example Two files, one in a folder of its own
 * ```ts
 * import { writeFilesTogether } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * writeFilesTogether(folder, new Map([["tables/a.csv", "x"], ["b.txt", "y"]]));
 * assertEquals(await Deno.readTextFile(`${folder}/tables/a.csv`), "x");
 * assertEquals(await Deno.readTextFile(`${folder}/b.txt`), "y");
 * ```
 */
export function writeFilesTogether(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: FinishOptions = {},
): void {
  using staged = new StagedFiles(folder);
  for (const [path, content] of files) staged.write(path, content);
  staged.finish(options);
}
