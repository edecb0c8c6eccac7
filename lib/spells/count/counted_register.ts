import type { SpellManifest, StatisticsExtract } from "@jkp/extract";
import { methodOf, statisticsManifest } from "../folder/statistics_manifest.ts";
import { withRecords } from "./record_counts.ts";
import { withSeenService } from "./seen_service.ts";
import { type CountedCells, toStatistics } from "./to_statistics.ts";

/** All that was counted of a register, or of a part of it, before anything is rounded. */
export interface CountedRegister {
  /** What the spells say of themselves. */
  readonly whole: SpellManifest;
  /** The same with the months that were counted. */
  readonly window: SpellManifest;
  /** Rows of spells or payments, without blank ones and sums of others. */
  readonly rows: number;
  readonly spells: number;
  readonly members: number;
  readonly rowsLeftOut: number;
  readonly persons: CountedCells;
  /** Rows as one each, where they stand for other numbers of members. */
  readonly records: CountedCells | undefined;
}

/** The statistics of a register that was counted, rounded here and nowhere before. */
export function statisticsOf(counted: CountedRegister): StatisticsExtract {
  const { whole: manifest, window, persons, records } = counted;
  const statistics = toStatistics(
    persons,
    statisticsManifest(window, methodOf({ ...counted, manifest }, window)),
    window.wageGrowthPerYear,
  );
  return withSeenService(
    records === undefined ? statistics : withRecords(statistics, records),
  );
}
