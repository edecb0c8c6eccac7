import process from "node:process";

/** What is read of a file at once. */
const READ_BYTES = 4 * 1024 * 1024;

/**
 * SHA-256 checksum of a file of any size, in bounded memory.
 *
 * @param path The file.
 * @returns 64 hexadecimal digits, or `undefined` if there is no such file.
 *
 * @example The checksum of a file is that of its text
 * ```ts
 * import { sha256 } from "@jkp/files";
 * import { sha256OfFile } from "@jkp/files/read";
 * import { assertEquals } from "@std/assert";
 *
 * const file = await Deno.makeTempFile();
 * await Deno.writeTextFile(file, "abc");
 * assertEquals(await sha256OfFile(file), await sha256("abc"));
 * assertEquals(await sha256OfFile("nowhere.csv"), undefined);
 * ```
 */
export async function sha256OfFile(path: string): Promise<string | undefined> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined) return undefined;
  // Loaded when wanted: small commands would spend a tenth of their time on it.
  const { createHash } = process.getBuiltinModule("node:crypto");
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const piece = new Uint8Array(READ_BYTES);
  while (true) {
    const size = await file.read(piece);
    if (size === null) return hash.digest("hex");
    hash.update(piece.subarray(0, size));
  }
}
