import * as v from "valibot";
import {
  type Fields,
  inPercent,
  listOf,
  maybe,
  or,
  orAs,
  tableOf,
  tableOfKind,
  type ValueOf,
} from "./description.ts";
import { LIMIT_INDEX_NAMES } from "./limit_index.ts";
import { DATED, section } from "./sections.ts";
import { age, amount, months, oneOf, sharePct, whole, words, yesOrNo } from "./units.ts";

/** What a ceiling or limit follows from year to year. */
const limitIndex = oneOf(...LIMIT_INDEX_NAMES);

const LIMIT = {
  /** National currency a month; `null` for none, or if it is a multiple. */
  amountPerMonth: maybe(amount),
  /** Multiple of the quantity `of`; `null` if it is an amount. */
  multiple: maybe(amount),
  /** Name of the quantity, such as `minimum_wage`; `null` if it is an amount. */
  of: maybe(words),
  index: maybe(limitIndex),
};
/** An amount of money a month, or a multiple of a quantity known elsewhere. */
export type Limit = Fields<typeof LIMIT>;

const NO_LIMIT: Limit = { amountPerMonth: null, multiple: null, of: null, index: null };
const limit = or(tableOf(LIMIT), NO_LIMIT);

export const INSURABLE_EARNINGS = section({
  definition: words,
  ceiling: limit,
  floor: limit,
});
/** What earnings are insured. */
export type InsurableEarnings = ValueOf<typeof INSURABLE_EARNINGS>;

export const REFERENCE_WAGE = section({
  /** Last month; mean of the last months; mean of the best months of the last ones. */
  kind: oneOf("last", "average", "best"),
  /** Months averaged. */
  months: or(months, 1),
  /** Months among which they are sought; `months` if all. */
  windowMonths: orAs(months, "months", 1),
  /** Limits of the reference wage itself, in currency a month; `null` for none. */
  minimum: maybe(amount),
  maximum: maybe(amount),
});
/** The earnings that benefits are a share of. */
export type ReferenceWage = ValueOf<typeof REFERENCE_WAGE>;

const WAGE = "an amount of 0 or more";
const WAGE_BAND = {
  wageFrom: v.pipe(v.number(WAGE), v.minValue(0, WAGE), v.finite(WAGE)),
  wageTo: amount,
  /** Fractions of the wage that are paid at the two ends. */
  rateFrom: inPercent(sharePct),
  rateTo: inPercent(sharePct),
};
/**
 * A bracket of wages, with the rate at both ends and linear between. Its benefit stays
 * between the benefits at its ends. Higher wages have the benefit of the last bracket's
 * end, lower ones that of the first bracket's start.
 */
export type WageBand = Fields<typeof WAGE_BAND>;

const AGE_BANDS = {
  ageFrom: age,
  ageTo: maybe(age),
  bands: listOf(tableOf(WAGE_BAND), "a list of wage bands", "a wage band"),
};
/** The brackets of an age group; both ages in whole years and included. */
export type AgeBands = Fields<typeof AGE_BANDS>;

/** Benefit from the reference wage, by its kind. */
export const BENEFIT_KINDS = {
  flat: { rate: inPercent(sharePct) },
  tapered: {
    rates: inPercent(v.array(sharePct, "a list of percentages, one a month")),
  },
  graded: {
    /** Days by which a month's wage is divided: bands are of daily wages. */
    daysPerMonth: whole(1, 31, "days"),
    /** Whether fractions of the currency are dropped from wage and benefit. */
    wholeUnits: or(yesOrNo, false),
    /** What the wages of the bands follow; `null` if the source does not say. */
    index: maybe(limitIndex),
    ages: listOf(tableOf(AGE_BANDS), "a list of age groups", "an age group"),
  },
};
export const BENEFIT = tableOfKind(BENEFIT_KINDS, DATED);
/** Benefit from the reference wage. */
export type Benefit = ValueOf<typeof BENEFIT>;

export const BENEFIT_LIMIT = section({ limit });
/** A lowest or highest benefit a month. */
export type BenefitLimit = ValueOf<typeof BENEFIT_LIMIT>;

const durationMonths = whole(1, 60, "months");
const DURATION_BAND = {
  ageFrom: or(age, 0),
  ageTo: maybe(age),
  contributionMonthsFrom: or(whole(0, 600, "months"), 0),
  contributionMonthsTo: maybe(whole(0, 600, "months")),
  months: durationMonths,
};
/** Months of benefit for a range of ages and contributions, ends included. */
export type DurationBand = Fields<typeof DURATION_BAND>;

/** How long benefits last at most, by the kind of rule. */
export const DURATION_KINDS = {
  fixed: { months: durationMonths },
  bands: { bands: listOf(tableOf(DURATION_BAND), "a list of bands", "a band") },
  per_contributions: {
    /** Months of contribution for each month of benefit. */
    contributionMonthsPerMonth: months,
    shortestMonths: durationMonths,
    longestMonths: durationMonths,
  },
  /** The source gives only the shortest and the longest, and what decides. */
  range: {
    shortestMonths: durationMonths,
    longestMonths: durationMonths,
    decidedBy: v.array(words, "a list of what decides"),
  },
};
export const DURATION = tableOfKind(DURATION_KINDS, {
  ...DATED,
  /** Months before the claim in which `months` may be drawn once; `null` for none. */
  withinMonths: maybe(months),
});
/** How long benefits last at most. */
export type Duration = ValueOf<typeof DURATION>;
