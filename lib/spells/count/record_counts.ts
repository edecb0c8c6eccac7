import type { StatisticsExtract } from "@jkp/extract";
import { type CountedCells, toStatistics } from "./to_statistics.ts";

/** Statistics with the number of rows behind each, from counts of rows as one each. */
export function withRecords(
  extract: StatisticsExtract,
  records: CountedCells,
): StatisticsExtract {
  const counted = toStatistics(records, extract.manifest, 0);
  const { active, withdrawals, service, inactive } = extract;
  const perCell = service.length / active.length;
  return {
    ...extract,
    active: active.map((row, i) => ({ ...row, records: counted.active[i]!.members })),
    withdrawals: withdrawals.map((row, i) => ({
      ...row,
      records: counted.withdrawals[i]!.claims,
    })),
    service: service.map((row, i) => {
      const { members } = counted.active[Math.floor(i / perCell)]!;
      return { ...row, records: Math.round(counted.service[i]!.share * members) };
    }),
    inactive: inactive.map((row, i) => ({
      ...row,
      records: counted.inactive[i]!.members,
    })),
  };
}
