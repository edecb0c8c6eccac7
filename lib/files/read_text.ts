import { saidError } from "@jkp/language";

/**
 * Reads a text file.
 *
 * @param path The file.
 * @returns Its text, without a byte order mark; one of UTF-16 is heeded.
 * @throws {DataError} If there is no such file, or it cannot be read as UTF-8 text.
 *
 * @example A missing file is named
 * ```ts
 * import { readText } from "@jkp/files/read";
 * import { DataError } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(
 *   () => readText("nowhere.csv"),
 *   DataError,
 *   "nowhere.csv: expected a file, got nothing there",
 * );
 * ```
 */
export async function readText(path: string): Promise<string> {
  try {
    const bytes = await Deno.readFile(path);
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw saidError([({ files }) => ({
        file: path,
        expected: files.aFile,
        received: files.nothingThere,
      })]);
    }
    const isFolder = error instanceof Deno.errors.IsADirectory;
    const reason = error instanceof Error ? error.message : String(error);
    throw saidError([({ files }) => ({
      file: path,
      expected: files.utf8File,
      received: isFolder ? files.aFolder : reason,
    })]);
  }
}

/** UTF-8, if no mark at the beginning says UTF-16, as some programs save text. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
