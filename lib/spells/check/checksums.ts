import { sha256OfFile } from "@jkp/files/read";
import { join, relative } from "node:path";
import type { Register } from "../folder/open_register.ts";
import type { Tally } from "./tally.ts";

/**
 * Compares the files of an extract with the checksums of its manifest; gives the names of
 * those for which it states none.
 */
export async function checkChecksums(
  folder: Register,
  tally: Tally,
): Promise<string[]> {
  const { path, manifest: { sha256 }, files } = folder;
  const { check: words } = tally.words;
  for (const [name, expected] of Object.entries(sha256)) {
    const file = join(path, name);
    const received = await sha256OfRegularFile(file);
    tally.checked("checksums", 1);
    if (received === expected) continue;
    tally.find("checksums", {
      file,
      value: received ?? words.value.noSuchFile,
      expected: words.expected.checksum(expected),
    });
  }
  const stated = new Set(Object.keys(sha256).map((name) => join(path, name)));
  const unstated = files.filter(({ file }) => !stated.has(join(file.path)))
    .map(({ file }) => relative(path, file.path));
  tally.checked("checksums", 0, unstated.length);
  return unstated;
}

/** The checksum of a file; `undefined` where there is none, or a link or device instead. */
async function sha256OfRegularFile(path: string): Promise<string | undefined> {
  const info = await Deno.lstat(path).catch(() => undefined);
  return info?.isFile ? await sha256OfFile(path) : undefined;
}
