import type { SpellManifest, StatisticsManifest } from "@jkp/extract";

/**
 * The manifest of the statistics made from spells.
 *
 * @param manifest Manifest of the spells.
 * @param method How the statistics were made.
 * @returns The manifest; its checksums are made on writing.
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
