import { sha256OfFile } from "@jkp/files/read";
import { join } from "node:path";
import type { SpellFolder } from "../folder/spell_folder.ts";
import type { Tally } from "./tally.ts";

/** Compares the files of an extract with the checksums of its manifest. */
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
