import { saidError } from "@jkp/language";

/**
 * Makes sure that there is a folder, so that one problem is told instead of one for each
 * file that should be in it.
 *
 * @param path The folder.
 * @throws {DataError} If nothing is there, or something that is no folder.
 *
 * @example A folder that was misspelt
 * ```ts
 * import { requireFolder } from "@jkp/files/read";
 * import { DataError } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(
 *   () => requireFolder("nowhere"),
 *   DataError,
 *   "nowhere: expected a folder, got no such folder",
 * );
 * ```
 */
export async function requireFolder(path: string): Promise<void> {
  const refuse = (received: "aFile" | "noSuchFolder") => {
    throw saidError([({ files }) => ({
      file: path,
      expected: files.aFolder,
      received: files[received],
    })]);
  };
  try {
    if (!(await Deno.stat(path)).isDirectory) refuse("aFile");
  } catch (error) {
    const isNone = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory;
    if (!isNone) throw error;
    refuse("noSuchFolder");
  }
}
