import type { Month } from "@jkp/month";
import type { DecodedRows, SpellColumn } from "../decode/decoded_rows.ts";
import { endReasonCode, NO_REASON } from "../spell_columns.ts";
import type { Wanted } from "../source/wanted.ts";
import type { RuleName } from "./finding.ts";

/** What rules for single rows compare with. */
export interface RowLimits {
  /** Last month of contributions in the extract. */
  readonly lastMonth: Month;
  /** Month in which the extract was drawn. */
  readonly extractMonth: Month;
}

/**
 * Wages a month in rupiah that nobody doubts: from part-time work at a fraction of the
 * lowest provincial minimum wage (1.1 million in 2015) to a hundred times the report's
 * mean.
 */
export const PLAUSIBLE_WAGE_IDR = [100_000, 500_000_000] as const;

/**
 * Most that a wage can be, in rupiah a month: twenty times the highest that nobody doubts.
 * More is a slip, or another unit.
 */
export const MOST_WAGE_IDR = 10_000_000_000;

/**
 * Weights that a sample can have. The lowest is the unit in which they are counted; of a
 * register of 26 million nobody draws fewer than 26.
 */
export const WEIGHTS = [0.000_001, 1_000_000] as const;

/** What rules look at of rows. */
export type RuledRows = Pick<DecodedRows, "labels" | "monthlyWageIdr" | "weight">;

/** A rule that looks at one row. */
export interface RowRule {
  readonly name: RuleName;
  /** Columns it looks at; the first is shown. Rows without one of them are not checked. */
  readonly columns: readonly SpellColumn[];
  /** Makes the test of a row: whether it breaks the rule, all cells being readable. */
  breaks(rows: RuledRows, limits: RowLimits): (row: number) => boolean;
  /** What would have been accepted. */
  expected(limits: RowLimits): Wanted;
}

/** Ages that the age groups cover, in completed years. */
export const YOUNGEST = 15;
export const OLDEST = 69;

/** Code of the reason that a claim has which is made while contributions go on. */
const OTHER = endReasonCode("other");

/**
 * Whether a claim before the last month may be for a part of the savings: members of ten
 * years may claim it and go on contributing. It has none of the reasons that end a job.
 *
 * @see Government Regulation 46/2015 on JHT, article 22.
 */
export function isPartial(claim: Month, start: Month, reason: number): boolean {
  return reason === OTHER && claim >= start;
}

/** The rules that look at one row. */
export const ROW_RULES: readonly RowRule[] = [
  {
    name: "birth_before_start",
    columns: ["birth_month", "start_month"],
    breaks: ({ labels: { birth_month: birth, start_month: start } }) => (row) =>
      birth[row]! >= start[row]!,
    expected: () => ["birthBeforeStart"],
  },
  {
    name: "start_before_end",
    columns: ["start_month", "last_month"],
    breaks: ({ labels: { start_month: start, last_month: last } }) => (row) =>
      start[row]! > last[row]!,
    expected: () => ["startBeforeEnd"],
  },
  {
    name: "no_future_months",
    columns: ["last_month"],
    breaks: ({ labels: { last_month: last } }, { lastMonth }) => (row) =>
      last[row]! > lastMonth,
    expected: ({ lastMonth }) => ["lastMonth", lastMonth],
  },
  {
    name: "no_future_months",
    columns: ["claim_month"],
    breaks: ({ labels: { claim_month: claim } }, { extractMonth }) => (row) =>
      claim[row]! > extractMonth,
    expected: ({ extractMonth }) => ["claimMonth", extractMonth],
  },
  {
    name: "claim_after_end",
    columns: ["claim_month", "last_month"],
    breaks: ({ labels }) => {
      const { claim_month: claim, last_month: last, start_month: start } = labels;
      return (row) =>
        claim[row]! >= 0 && claim[row]! < last[row]! &&
        !isPartial(claim[row]!, start[row]!, labels.end_reason[row]!);
    },
    expected: () => ["claimAfterEnd"],
  },
  {
    name: "claim_with_reason",
    columns: ["claim_month", "end_reason"],
    breaks: ({ labels: { claim_month: claim, end_reason: reason } }) => (row) =>
      (claim[row]! >= 0) !== (reason[row]! > NO_REASON),
    expected: () => ["claimWithReason"],
  },
  {
    name: "wage_positive",
    columns: ["monthly_wage_idr"],
    breaks: ({ monthlyWageIdr }) => (row) => !(monthlyWageIdr[row]! > 0),
    expected: () => ["wageAbove0"],
  },
  {
    name: "weight_positive",
    columns: ["weight"],
    breaks: ({ weight }) => (row) => !(weight[row]! > 0),
    expected: () => ["weightAbove0"],
  },
  {
    name: "wage_possible",
    columns: ["monthly_wage_idr"],
    breaks: ({ monthlyWageIdr }) => (row) => monthlyWageIdr[row]! > MOST_WAGE_IDR,
    expected: () => ["wageAtMost", MOST_WAGE_IDR],
  },
  {
    name: "weight_possible",
    columns: ["weight"],
    breaks: ({ weight }) => (row) =>
      weight[row]! > WEIGHTS[1] || (weight[row]! > 0 && weight[row]! < WEIGHTS[0]),
    expected: () => ["weightBetween", ...WEIGHTS],
  },
  {
    name: "wage_plausible",
    columns: ["monthly_wage_idr"],
    breaks: ({ monthlyWageIdr }) => (row) =>
      (monthlyWageIdr[row]! > 0 && monthlyWageIdr[row]! < PLAUSIBLE_WAGE_IDR[0]) ||
      (monthlyWageIdr[row]! > PLAUSIBLE_WAGE_IDR[1] &&
        monthlyWageIdr[row]! <= MOST_WAGE_IDR),
    expected: () => ["wageBetween", ...PLAUSIBLE_WAGE_IDR],
  },
  {
    name: "age_covered",
    columns: ["birth_month", "start_month", "last_month"],
    breaks: (
      { labels: { birth_month: birth, start_month: start, last_month: last } },
    ) =>
    (row) =>
      start[row]! > birth[row]! &&
      (start[row]! < birth[row]! + 12 * YOUNGEST ||
        last[row]! >= birth[row]! + 12 * (OLDEST + 1)),
    expected: () => ["ageBetween", YOUNGEST, OLDEST],
  },
];
