import { DataError } from "@jkp/problem";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: to a temporary neighbour first, then renamed.
 *
 * Folders on the way are made.
 *
 * @param path Where to write.
 * @param content Text or bytes.
 * @throws {DataError} If it cannot be written there.
 *
 * @example
 * ```ts
 * import { writeFileWhole } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * await writeFileWhole(`${folder}/a/b.txt`, "hello");
 * assertEquals(await Deno.readTextFile(`${folder}/a/b.txt`), "hello");
 * ```
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  await makeFolder(dirname(path));
  await refuseFolder(path);
  const temporary = `${path}.${crypto.randomUUID()}.part`;
  try {
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    await Deno.writeFile(temporary, bytes);
    await Deno.rename(temporary, path);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    throw error;
  }
}

/**
 * Writes a set of files so that none appears before all could be written.
 *
 * Everything goes to a temporary folder beside the target first; only then is each file
 * moved to its place, replacing one of the same name. Files of the target folder that are
 * not in the set stay.
 *
 * @param folder Target folder; made if missing.
 * @param files Relative path to content.
 * @throws {DataError} If they cannot be written there.
 *
 * @example Two files, one in a folder of its own
 * ```ts
 * import { writeFilesTogether } from "@jkp/files/write";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * await writeFilesTogether(folder, new Map([["tables/a.csv", "x"], ["b.txt", "y"]]));
 * assertEquals(await Deno.readTextFile(`${folder}/tables/a.csv`), "x");
 * assertEquals(await Deno.readTextFile(`${folder}/b.txt`), "y");
 * ```
 */
export async function writeFilesTogether(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await makeFolder(folder);
  for (const path of files.keys()) await refuseFolder(`${folder}/${path}`);
  const staging = await Deno.makeTempDir({ dir: folder, prefix: ".staging-" });
  try {
    for (const [path, content] of files) {
      await writeFileWhole(`${staging}/${path}`, content);
    }
    for (const path of files.keys()) {
      await Deno.mkdir(dirname(`${folder}/${path}`), { recursive: true });
      await Deno.rename(`${staging}/${path}`, `${folder}/${path}`);
    }
  } finally {
    await Deno.remove(staging, { recursive: true });
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true });
  } catch (error) {
    const { AlreadyExists, NotADirectory, NotFound } = Deno.errors;
    const isFile = error instanceof AlreadyExists || error instanceof NotADirectory;
    if (!isFile && !(error instanceof NotFound)) throw error;
    const received = isFile ? "a file" : "a place where none can be made";
    throw new DataError([{ file: path, expected: "a folder to write to", received }]);
  }
}

async function refuseFolder(path: string): Promise<void> {
  const there = await Deno.stat(path).catch(() => undefined);
  if (there?.isDirectory !== true) return;
  throw new DataError([{
    file: path,
    expected: "a file, to be written",
    received: "a folder",
  }]);
}
