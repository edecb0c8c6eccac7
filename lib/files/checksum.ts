/**
 * SHA-256 checksum of bytes or UTF-8 text.
 *
 * @param content What to sum up.
 * @returns 64 hexadecimal digits.
 * @see NIST (2015), Secure hash standard, FIPS 180-4.
 *
 * @example The standard's own example
 * ```ts
 * import { sha256 } from "@jkp/files";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   await sha256("abc"),
 *   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
 * );
 * ```
 */
export async function sha256(
  content: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
