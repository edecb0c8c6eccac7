import type { DataLabel } from "@jkp/exhibit";

/**
 * What numbers computed from an extract say of it.
 *
 * @param manifest The extract's manifest.
 * @returns Its name, and whether its data were made up.
 *
 * @example
 * ```ts
 * import { labelOfExtract } from "@jkp/extract";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await readShippedExtract();
 * assertEquals(labelOfExtract(manifest), { extractName: "jht_2019", isSynthetic: true });
 * ```
 */
export function labelOfExtract(
  { name, synthetic }: { readonly name: string; readonly synthetic: boolean },
): DataLabel {
  return { extractName: name, isSynthetic: synthetic };
}
