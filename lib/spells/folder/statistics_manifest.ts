import type { SpellManifest, StatisticsManifest } from "@jkp/extract";

/** The manifest of statistics made from spells; checksums are made on writing. */
export function statisticsManifest(
  manifest: SpellManifest,
  method: string,
): StatisticsManifest {
  const { name, provider, extractMonth, firstMonth, lastMonth, synthetic, seed } =
    manifest;
  const { historyFrom } = manifest;
  return {
    name,
    provider,
    extractMonth,
    firstMonth,
    ...(historyFrom === undefined ? {} : { historyFrom }),
    lastMonth,
    form: "statistics",
    synthetic,
    method,
    ...(seed === undefined ? {} : { seed }),
    sha256: {},
  };
}
