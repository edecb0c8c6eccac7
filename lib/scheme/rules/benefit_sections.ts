import type { Dated } from "./sections.ts";

/** What a ceiling or limit follows from year to year. */
export type LimitIndex = "none" | "wages" | "prices" | "gdp" | "minimum_wage";

/** An amount of money a month, or a multiple of a quantity known elsewhere. */
export interface Limit {
  /** National currency a month; `null` for none, or if it is a multiple. */
  readonly amountPerMonth: number | null;
  /** Multiple of the quantity `of`; `null` if it is an amount. */
  readonly multiple: number | null;
  /** Name of the quantity, such as `minimum_wage`; `null` if it is an amount. */
  readonly of: string | null;
  readonly index: LimitIndex | null;
}

/** What earnings are insured. */
export interface InsurableEarnings extends Dated {
  readonly definition: string;
  readonly ceiling: Limit;
  readonly floor: Limit;
}

/** The earnings that benefits are a share of. */
export interface ReferenceWage extends Dated {
  /** Last month; mean of the last months; mean of the best months of the last ones. */
  readonly kind: "last" | "average" | "best";
  /** Months averaged. */
  readonly months: number;
  /** Months among which they are sought; `months` if all. */
  readonly windowMonths: number;
  /** Limits of the reference wage itself, in currency a month; `null` for none. */
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * A bracket of wages, with the rate at both ends and linear between. Its benefit stays
 * between the benefits at its ends. Higher wages have the benefit of the last bracket's
 * end, lower ones that of the first bracket's start.
 */
export interface WageBand {
  readonly wageFrom: number;
  readonly wageTo: number;
  readonly rateFrom: number;
  readonly rateTo: number;
}

/** The brackets of an age group; both ages in whole years and included. */
export interface AgeBands {
  readonly ageFrom: number;
  readonly ageTo: number | null;
  readonly bands: readonly WageBand[];
}

/** Benefit from the reference wage. */
export type Benefit =
  & Dated
  & (
    | { readonly kind: "flat"; readonly rate: number }
    | { readonly kind: "tapered"; readonly rates: readonly number[] }
    | {
      readonly kind: "graded";
      /** Days by which a month's wage is divided: bands are of daily wages. */
      readonly daysPerMonth: number;
      /** Whether fractions of the currency are dropped from wage and benefit. */
      readonly wholeUnits: boolean;
      /** What the wages of the bands follow; `null` if the source does not say. */
      readonly index: LimitIndex | null;
      readonly ages: readonly AgeBands[];
    }
  );

/** A lowest or highest benefit a month. */
export interface BenefitLimit extends Dated {
  readonly limit: Limit;
}

/** Months of benefit for a range of ages and contributions, ends included. */
export interface DurationBand {
  readonly ageFrom: number;
  readonly ageTo: number | null;
  readonly contributionMonthsFrom: number;
  readonly contributionMonthsTo: number | null;
  readonly months: number;
}

/** How long benefits last at most. */
export type Duration =
  & Dated
  & {
    /** Months before the claim in which `months` may be drawn once; `null` for none. */
    readonly withinMonths: number | null;
  }
  & (
    | { readonly kind: "fixed"; readonly months: number }
    | { readonly kind: "bands"; readonly bands: readonly DurationBand[] }
    | {
      readonly kind: "per_contributions";
      /** Months of contribution for each month of benefit. */
      readonly contributionMonthsPerMonth: number;
      readonly shortestMonths: number;
      readonly longestMonths: number;
    }
    /** The source gives only the shortest and the longest, and what decides. */
    | {
      readonly kind: "range";
      readonly shortestMonths: number;
      readonly longestMonths: number;
      readonly decidedBy: readonly string[];
    }
  );
