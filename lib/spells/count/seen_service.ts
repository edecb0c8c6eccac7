import { isServiceSeen, type StatisticsExtract } from "@jkp/extract";

/** Statistics without the service that goes back beyond what the extract holds. */
export function withSeenService(extract: StatisticsExtract): StatisticsExtract {
  const { manifest, service } = extract;
  const seen = service.filter(({ month, monthsAtLeast }) =>
    isServiceSeen(manifest, month, monthsAtLeast)
  );
  return { ...extract, service: seen };
}
