import { sha256OfFile } from "@jkp/files/read";
import { join } from "node:path";
import type { SpellFolder } from "../folder/spell_folder.ts";
import type { Tally } from "./tally.ts";

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
