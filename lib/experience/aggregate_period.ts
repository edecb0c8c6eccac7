import type { Month } from "@jkp/month";

/** Months from the first to the last, both included. */
export interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

/**
 * What a scheme counted over one period; `null` where it is not known. Money is rupiah,
 * rates are fractions.
 */
export interface AggregatePeriod extends MonthSpan {
  /** Who counted; a text of the reader's own, empty if there is one source only. */
  readonly source: string;
  /** The period of the same source of which this one is a part. */
  readonly partOf: MonthSpan | null;
  /** At the end of the last month. */
  readonly members: number | null;
  readonly memberMonths: number | null;
  /** Insured wages of the period. */
  readonly wagesIdr: number | null;
  /** Of insured wages. */
  readonly contributionRate: number | null;
  readonly contributionIncomeIdr: number | null;
  /** Layoffs of members that are registered. */
  readonly layoffs: number | null;
  /** Claims that were made. */
  readonly claims: number | null;
  readonly claimsRefused: number | null;
  /** Claimants who were paid for the first time. */
  readonly firstPayments: number | null;
  /** Months of benefit paid, over all claimants. */
  readonly monthsPaid: number | null;
  readonly paymentsIdr: number | null;
  /** Payments over insured wages, where a source gives only that. */
  readonly costRate: number | null;
  readonly administrationIdr: number | null;
  readonly investmentIncomeIdr: number | null;
  /** At the end of the last month. */
  readonly fundIdr: number | null;
  readonly note: string;
}

/** Insured wages of a period: as counted, or contributions over their rate; or unknown. */
export function insuredWagesOf(
  { wagesIdr, contributionIncomeIdr, contributionRate }: Pick<
    AggregatePeriod,
    "wagesIdr" | "contributionIncomeIdr" | "contributionRate"
  >,
): number | null {
  if (wagesIdr !== null) return wagesIdr;
  // A rate of 0, as of a month without contributions, tells of no wages.
  return contributionIncomeIdr === null || contributionRate === null ||
      contributionRate === 0
    ? null
    : contributionIncomeIdr / contributionRate;
}

/** What a scheme counted, where there is no register of its members. */
export interface AggregateExperience {
  /** In the order of the file. */
  readonly periods: readonly AggregatePeriod[];
}
