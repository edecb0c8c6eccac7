/** Kinds of rules that set a contribution rate. */
export const RATE_RULE_KINDS = [
  "fixed",
  "level_target",
  "corridor",
  "reserve_ratio",
  "months_of_claims",
  "band",
] as const;

/** Kind of a rule that sets a contribution rate. */
export type RateRuleKind = typeof RATE_RULE_KINDS[number];

/**
 * A rate that a rule begins with or moves around: the trial rate of its costs, or the level
 * rate suggested for the expected path.
 */
export type StandardRate = "trial" | "suggested";

/** In which directions the limit of change holds in the first year, against the rate before. */
export type FirstYearLimit = "both" | "up" | "none";

/** What every rule has. */
interface AnyRateRule {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Where each parameter comes from, by its key in the file. */
  readonly sources: Readonly<Record<string, string>>;
  /**
   * Years from one setting of the rate to the next, `null` if it is set once. Between them
   * the rate stays.
   */
  readonly reviewYears: number | null;
  /** What was paid before the first year. */
  readonly rateBefore: StandardRate;
  /** Most that the rate may change from one year to the next; `null` for no limit. */
  readonly largestChange: number | null;
  readonly firstYearLimit: FirstYearLimit;
  /** The rate is never below. */
  readonly lowest: number;
  /** The rate is never above. */
  readonly highest: number;
}

/** The rate stays as it is: no rule at all, what others are held beside. */
export interface FixedRule extends AnyRateRule {
  readonly kind: "fixed";
}

/**
 * The level rate that brings the fund to a reserve at the end of some years, by the forecast
 * of the day: the ILO's target, and Canada's break-even.
 */
export interface LevelTargetRule extends AnyRateRule {
  readonly kind: "level_target";
  readonly years: number;
  /**
   * Whether the years are counted anew at each review, or end where those of the first year
   * end, and are rolling after that.
   */
  readonly window: "rolling" | "fixed";
  /** Reserve at their end, in months of the last year's expenses. */
  readonly reserveMonths: number;
  /** Whether the forecast fund may end no year between below nothing. */
  readonly isNeverOverdrawn: boolean;
}

/**
 * As long as the reserve is inside a corridor the rate stays. Outside, it goes part of the
 * way to the level rate that leads back to the corridor's near side.
 */
export interface CorridorRule extends AnyRateRule {
  readonly kind: "corridor";
  /** The corridor, in months of expenses of the last year known. */
  readonly lowestMonths: number;
  readonly highestMonths: number;
  /** Years in which the fund would be back. */
  readonly years: number;
  /** Part of the way that is gone at a review: 1 is all of it. */
  readonly smoothing: number;
}

/**
 * Adjustment without a forecast: the mean cost rate of the last years, and a part a year of
 * what the reserve lacks or has too much.
 */
export interface ReserveRatioRule extends AnyRateRule {
  readonly kind: "reserve_ratio";
  /** Years whose mean cost rate is the base. */
  readonly averageYears: number;
  /** Reserve wanted, in months of expenses. */
  readonly reserveMonths: number;
  /** Years in which what is lacking would be made good. */
  readonly years: number;
}

/**
 * The rate goes up a step when the fund covers too few months of claims, and down a step when
 * it covers too many.
 */
export interface MonthsOfClaimsRule extends AnyRateRule {
  readonly kind: "months_of_claims";
  readonly lowestMonths: number;
  readonly highestMonths: number;
  /** Change of the rate at a review. */
  readonly step: number;
}

/**
 * A standard rate, and a band around it: its lower end while the reserve is above a multiple of
 * the last year's benefits, its upper end while it is below another.
 */
export interface BandRule extends AnyRateRule {
  readonly kind: "band";
  readonly standard: StandardRate;
  /** How far the band reaches to each side, as a fraction of the standard rate. */
  readonly bandOfStandard: number;
  /** In years of benefits. */
  readonly raisedBelowYears: number;
  readonly loweredAboveYears: number;
}

/** A rule that sets a contribution rate: rates are fractions of insurable earnings. */
export type RateRule =
  | FixedRule
  | LevelTargetRule
  | CorridorRule
  | ReserveRatioRule
  | MonthsOfClaimsRule
  | BandRule;
