import type { StatisticsExtract } from "@jkp/extract";
import { sumSimple } from "simple-statistics";

type Active = StatisticsExtract["active"][number];
type Withdrawal = StatisticsExtract["withdrawals"][number];
type Inactive = StatisticsExtract["inactive"][number];

/** Rows of the register behind a row of a table; each person is one if it does not say. */
export function recordsOf(row: Active | Withdrawal | Inactive): number {
  return row.records ?? ("claims" in row ? row.claims : row.members);
}

/** The same of several rows. */
export function recordsIn(rows: readonly (Active | Withdrawal | Inactive)[]): number {
  return sumSimple(rows.map(recordsOf));
}
