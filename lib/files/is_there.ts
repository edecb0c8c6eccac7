/**
 * Whether something stands at a path; what may not be looked at counts as there.
 *
 * @param path Of a file or a folder.
 * @returns Whether it is there.
 *
 * @example
 * ```ts
 * import { isThere } from "@jkp/files/read";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await isThere("deno.json"), true);
 * assertEquals(await isThere("nowhere.json"), false);
 * ```
 */
export function isThere(path: string): Promise<boolean> {
  return Deno.stat(path).then(
    () => true,
    (error) =>
      !(error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.NotADirectory),
  );
}
