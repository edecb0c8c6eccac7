/**
 * SHA-256 checksum of bytes or UTF-8 text.
 *
 * @param content What to sum up.
 * @returns 64 hexadecimal digits.
 *
 * @example
 * ```ts
 * import { sha256 } from "@jkp/files";
 * import { assert } from "@std/assert";
 *
 * assert((await sha256("abc")).startsWith("ba7816bf"));
 * ```
 */
export async function sha256(
  content: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
