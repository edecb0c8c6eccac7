import type { StatisticsExtract } from "@jkp/extract";

/**
 * An extract with a fraction of the persons of another: quick to turn into spells.
 *
 * @param extract The extract.
 * @param divisor What its numbers of persons are divided by.
 * @returns Members rounded up, claims and inactive rounded down.
 */
export function fewerPersons(
  extract: StatisticsExtract,
  divisor: number,
): StatisticsExtract {
  return {
    ...extract,
    active: extract.active.map((row) => ({
      ...row,
      members: Math.ceil(row.members / divisor),
    })),
    withdrawals: extract.withdrawals.map((row) => ({
      ...row,
      claims: Math.floor(row.claims / divisor),
    })),
    inactive: extract.inactive.map((row) => ({
      ...row,
      members: Math.floor(row.members / divisor),
    })),
  };
}
