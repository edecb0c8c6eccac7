import type { StatisticsExtract } from "@jkp/extract";
import type { SpellColumns } from "../spell_columns.ts";
import { countRecords } from "./count_records.ts";
import type { StatisticsCounts } from "./statistics_counts.ts";
import { type CountedCells, toStatistics } from "./to_statistics.ts";

/**
 * Counts how many rows are behind each number of a statistics extract, if they are not the
 * persons. As long as all weights are 1 it does nothing: rows are persons.
 */
export class RecordCounts {
  readonly #persons: StatisticsCounts;
  #records: StatisticsCounts | undefined;

  /** @param persons What counts persons; each part comes here first. */
  constructor(persons: StatisticsCounts) {
    this.#persons = persons;
  }

  /** Takes members in; spells sorted by member and start, none overlapping. */
  add(spells: SpellColumns): void {
    if (this.#records === undefined) {
      if (spells.weight.every((weight) => weight === 1)) return;
      this.#records = this.#persons.copyOfCounts();
    }
    countRecords(this.#records).add(spells);
  }

  /** The counts of rows, if some had other weights than 1. */
  get records(): CountedCells | undefined {
    return this.#records;
  }
}

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
