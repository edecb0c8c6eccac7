import type { DataLabel } from "@jkp/exhibit";
import { type Language, wordsOf } from "@jkp/language";

/**
 * What numbers computed from an extract say of it.
 *
 * @param manifest The extract's manifest.
 * @param language Of what is said beside its name.
 * @returns Its name, which says so if it is for structure only, and whether its data were
 * made up.
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
  { name, synthetic, structureOnly = false }: {
    readonly name: string;
    readonly synthetic: boolean;
    readonly structureOnly?: boolean;
  },
  language: Language = "en",
): DataLabel {
  const { valuation } = wordsOf(language);
  const extractName = structureOnly ? valuation.structureOnly(name) : name;
  return { extractName, isSynthetic: synthetic };
}
