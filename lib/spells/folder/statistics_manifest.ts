import type { SpellManifest, StatisticsManifest } from "@jkp/extract";

/**
 * The manifest of the statistics made from spells.
 *
 * @param manifest Manifest of the spells.
 * @param method How the statistics were made.
 * @returns The manifest; its checksums are made on writing.
 *
 * @example
 * ```ts
 * import { statisticsManifest } from "./statistics_manifest.ts";
 * import { openSpellFolder } from "./spell_folder.ts";
 * import { exampleFolder } from "../example_folder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await openSpellFolder(await exampleFolder());
 * assertEquals(statisticsManifest(manifest, "counted").form, "statistics");
 * ```
 */
export function statisticsManifest(
  manifest: SpellManifest,
  method: string,
): StatisticsManifest {
  const { name, provider, extractMonth, firstMonth, lastMonth, synthetic, seed } =
    manifest;
  return {
    name,
    provider,
    extractMonth,
    firstMonth,
    lastMonth,
    form: "statistics",
    synthetic,
    method,
    ...(seed === undefined ? {} : { seed }),
    sha256: {},
  };
}
