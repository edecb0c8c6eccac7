import { createHash } from "node:crypto";
import { join } from "node:path";
import type { SpellFolder } from "../folder/spell_folder.ts";
import type { Tally } from "./tally.ts";

/** What is read at once. */
const READ_BYTES = 4 * 1024 * 1024;

/**
 * Compares the files of an extract with the checksums of its manifest.
 *
 * @param folder The extract.
 * @param tally Where findings go.
 *
 * @example
 * ```ts
 * import { checkChecksums } from "./checksums.ts";
 * import { Tally } from "./tally.ts";
 * import { exampleFolder } from "../example_folder.ts";
 * import { openSpellFolder } from "../folder/spell_folder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tally = new Tally(() => {});
 * await checkChecksums(await openSpellFolder(await exampleFolder()), tally);
 * assertEquals(tally.of("checksums").checked, 0); // the manifest states none
 * ```
 */
export async function checkChecksums(folder: SpellFolder, tally: Tally): Promise<void> {
  for (const [name, expected] of Object.entries(folder.manifest.sha256)) {
    const file = join(folder.path, name);
    const received = await sha256OfFile(file);
    tally.checked("checksums", 1);
    if (received === expected) continue;
    tally.find("checksums", {
      file,
      value: received ?? "no such file",
      expected: `SHA-256 ${expected}`,
    });
  }
}

/**
 * SHA-256 checksum of a file of any size, in bounded memory.
 *
 * @param path The file.
 * @returns 64 hexadecimal digits, or `undefined` if there is no such file.
 *
 * @example
 * ```ts
 * import { sha256OfFile } from "./checksums.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const file = await Deno.makeTempFile();
 * await Deno.writeTextFile(file, "abc");
 * assertEquals((await sha256OfFile(file))!.slice(0, 8), "ba7816bf");
 * ```
 */
export async function sha256OfFile(path: string): Promise<string | undefined> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined) return undefined;
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const piece = new Uint8Array(READ_BYTES);
  while (true) {
    const size = await file.read(piece);
    if (size === null) return hash.digest("hex");
    hash.update(piece.subarray(0, size));
  }
}
