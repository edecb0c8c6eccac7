import { formatMonth, type Month, monthlyValues, type YearlyPath } from "@jkp/month";
import { NEW_ARRAY, type NewArray } from "./array_pool.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import {
  type BenefitPlan,
  type BenefitProjection,
  planBenefits,
  projectBenefits,
} from "./benefit_projection.ts";
import { checkAssumptions } from "./assumptions/check_assumptions.ts";
import { type Departures, timesMonthly } from "./departures.ts";
import {
  type CoveredLabourMarket,
  type LabourMarketPlan,
  planLabourMarket,
  projectLabourMarket,
} from "./labour_market.ts";
import { OutsideModelError } from "./outside_model.ts";

/** The scheme month by month: one value a month in every array. */
export interface MonthlyProjection {
  /** Month of the first value: well before the scheme, so that history is complete. */
  readonly firstMonth: Month;
  /** Contributing members. */
  readonly members: Float64Array;
  /** Mean insurable earnings of a member, rupiah a month. */
  readonly memberEarningsIdr: Float64Array;
  /** Jobs that end in the month. */
  readonly terminations: Float64Array;
  /** Unemployed, as terminations and survival alone give them. */
  readonly theoreticalUnemployed: Float64Array;
  /**
   * Theoretical unemployed between the end of the waiting period and the maximum
   * duration.
   */
  readonly theoreticalBeneficiaries: Float64Array;
  /** Unemployed, as the national unemployment rate gives them. */
  readonly estimatedUnemployed: Float64Array;
  /** Beneficiaries paid. */
  readonly beneficiaries: Float64Array;
  /** Mean benefit of a beneficiary, rupiah a month. */
  readonly meanBenefitIdr: Float64Array;
  /** Allowances to who finds work before the benefit ends, rupiah in the month. */
  readonly allowancesIdr: Float64Array;
}

/** Assumptions with the rules that hold from a month on. */
export interface RulePeriod {
  /** First month in which they hold; the first period holds for all before it too. */
  readonly from: Month;
  readonly assumptions: ValuationAssumptions;
  /**
   * By what claims of the period are paid from later months on, in order of time, where a
   * change of law gives running claims new rates: the assumptions of the period but for
   * the benefits. None by default: by the same to their end.
   */
  readonly running?: readonly RulePeriod[];
}

/**
 * Projects the scheme month by month.
 *
 * Terminations follow the national unemployment rate. They and the survival function
 * give the theoretical numbers of unemployed and of beneficiaries; their ratio, applied
 * to the estimated number of unemployed, gives those paid.
 *
 * @param assumptions What to compute from.
 * @returns The months from long before the reference years to the end of the projection.
 * @throws {DataError} With everything that is wrong with the assumptions.
 * @throws {OutsideModelError} If the equations do not hold for them: the whole covered
 * labour force out of work, more beneficiaries than unemployed, nobody paid.
 * @see ILO (2021), section 3.2.3 and Annex I.
 *
 * @example 461 thousand are paid in January 2022, nobody before
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { projectMonths } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { firstMonth, beneficiaries } = projectMonths(await reportAssumptions("base"));
 * const january = monthOf(2022, 1) - firstMonth;
 * assertEquals(beneficiaries[january - 1], 0);
 * assertEquals(Math.round(beneficiaries[january]! / 1000), 461);
 * ```
 */
export function projectMonths(assumptions: ValuationAssumptions): MonthlyProjection {
  return projectPeriods([{ from: -Infinity, assumptions }]);
}

/**
 * Projects a scheme whose rules change; economy and members are those of the first
 * period.
 *
 * A claim is paid to its end by the rules of the month in which the job ended, but for new
 * rates that a change of law gives to running claims; contributions are paid by those of
 * their own month: what comes later changes nothing before it. Earnings that a benefit is
 * a share of are those insured at their time.
 *
 * @throws {RangeError} If there is no period, or they are not in order.
 * @throws {DataError} With everything that is wrong with the assumptions.
 * @throws {OutsideModelError} If the equations do not hold for them.
 */
export function projectPeriods(periods: readonly RulePeriod[]): MonthlyProjection {
  checkPeriods(periods);
  periods.forEach(({ assumptions }) => checkAssumptions(assumptions));
  return projectPlan(planProjection(periods));
}

/** What the months of a projection are made from, whatever the course of the economy. */
export interface ProjectionPlan {
  readonly market: LabourMarketPlan;
  /** Of each period, in order of time. */
  readonly periods: readonly PeriodPlan[];
  /** The place of the period in force in each month; the first before all. */
  readonly periodOf: Float64Array;
  /** Mean insurable earnings of members under the rules in force, by month, rupiah. */
  readonly memberEarningsIdr: Float64Array;
}

/** One period of a plan. */
export interface PeriodPlan {
  readonly benefits: BenefitPlan;
  /** By what its claims are paid from later places on, if a change of law reaches them. */
  readonly running: readonly { readonly place: number; readonly benefits: BenefitPlan }[];
  /**
   * Mean insurable earnings of its claimants, by month, rupiah: nothing of an old claim was
   * earned under the rules of later periods.
   */
  readonly claimantEarningsIdr: Float64Array;
}

/** Lays out a projection: all that is by month before anybody loses a job. */
export function planProjection(periods: readonly RulePeriod[]): ProjectionPlan {
  const { assumptions: first } = periods[0]!;
  const market = planLabourMarket(first);
  const periodOf = market.members.map((_, i) =>
    Math.max(0, periods.findLastIndex(({ from }) => from <= market.firstMonth + i))
  );
  const earnings = (of: "membersIdr" | "claimantsIdr") =>
    periods.map(({ assumptions }) =>
      monthlyInForce(assumptions.earnings[of], first, market)
    );
  const [memberEarnings, claimantEarnings] = [
    earnings("membersIdr"),
    earnings("claimantsIdr"),
  ];
  return {
    market,
    periods: periods.map(({ assumptions, running = [] }, period) => ({
      benefits: planBenefits(assumptions, market),
      running: running.map(({ from, assumptions }) => ({
        place: from - market.firstMonth,
        benefits: planBenefits(assumptions, market),
      })),
      claimantEarningsIdr: periodOf.map((inForce, i) =>
        claimantEarnings[Math.min(inForce, period)]![i]!
      ),
    })),
    periodOf,
    memberEarningsIdr: periodOf.map((inForce, i) => memberEarnings[inForce]![i]!),
  };
}

/**
 * Projects a plan: as assumed, or on a path of the economy that departs from it. Its arrays
 * are new ones, or those that the caller has for it.
 *
 * @throws {OutsideModelError} If the equations do not hold on the path.
 */
export function projectPlan(
  plan: ProjectionPlan,
  departures: Departures = {},
  newArray = NEW_ARRAY,
): MonthlyProjection {
  const market = projectLabourMarket(plan.market, departures, newArray);
  const parts = benefitsOfClaims(plan, market, departures, newArray);
  const { periodOf } = plan;
  const { length } = market.members;
  const beneficiaries = sumOfParts(parts, "beneficiaries", newArray(length));
  const benefitsIdr = newArray(length).fill(0);
  for (const part of parts) {
    for (let i = 0; i < length; i++) {
      benefitsIdr[i]! += part.beneficiaries[i]! * part.meanBenefitIdr[i]!;
    }
  }
  refuseOutside(plan.market.assumptions, market, beneficiaries, benefitsIdr);
  const meanBenefitIdr = newArray(length);
  for (let i = 0; i < length; i++) {
    const paid = benefitsIdr[i]!;
    meanBenefitIdr[i] = paid === 0
      ? parts[periodOf[i]!]!.meanBenefitIdr[i]!
      : paid / beneficiaries[i]!;
  }
  return {
    firstMonth: market.firstMonth,
    members: market.members,
    memberEarningsIdr: timesMonthly(
      plan.memberEarningsIdr,
      departures.memberEarnings,
      newArray,
    ),
    terminations: market.terminations,
    theoreticalUnemployed: market.theoreticalUnemployed,
    theoreticalBeneficiaries: sumOfParts(
      parts,
      "theoreticalBeneficiaries",
      newArray(length),
    ),
    estimatedUnemployed: market.estimatedUnemployed,
    beneficiaries,
    meanBenefitIdr,
    allowancesIdr: sumOfParts(parts, "allowancesIdr", newArray(length)),
  };
}

/** Adds a series of all parts: `sumSimple` would make an array for each month. */
function sumOfParts(
  parts: readonly ClaimBenefits[],
  key: "beneficiaries" | "theoreticalBeneficiaries" | "allowancesIdr",
  into: Float64Array,
): Float64Array {
  into.fill(0);
  for (const part of parts) {
    const values = part[key];
    for (let i = 0; i < into.length; i++) into[i]! += values[i]!;
  }
  return into;
}

/** Benefits of the claims of each period. */
export interface ClaimBenefits extends BenefitProjection {
  /** Jobs that end in the months of the period; 0 in all others. */
  readonly terminations: Float64Array;
  /** Mean insurable earnings of claimants, rupiah a month. */
  readonly claimantEarningsIdr: Float64Array;
}

/** Projects the benefits of the claims of each period, by the rules that reach them. */
export function benefitsOfClaims(
  { periods, periodOf }: ProjectionPlan,
  market: CoveredLabourMarket,
  departures: Departures = {},
  newArray = NEW_ARRAY,
): ClaimBenefits[] {
  return periods.map(({ benefits, running, claimantEarningsIdr: assumed }, period) => {
    const terminations = periods.length === 1
      ? market.terminations
      : terminationsWithin(period, periodOf, market, newArray);
    const claimantEarningsIdr = timesMonthly(
      assumed,
      departures.claimantEarnings,
      newArray,
    );
    const claims = { terminations, claimantEarningsIdr };
    const project = (by: BenefitPlan) =>
      projectBenefits(by, market, claims, departures, newArray);
    const paid = running.reduce(
      (before, { place, benefits }) =>
        paidFrom(place, before, project(benefits), newArray),
      project(benefits),
    );
    return { ...paid, terminations, claimantEarningsIdr };
  });
}

/** Jobs that end in the months of a period. */
function terminationsWithin(
  period: number,
  periodOf: Float64Array,
  { terminations }: CoveredLabourMarket,
  newArray: NewArray,
): Float64Array {
  const { length } = terminations;
  const within = newArray(length);
  for (let i = 0; i < length; i++) {
    within[i] = periodOf[i] === period ? terminations[i]! : 0;
  }
  return within;
}

/** Earnings by month; nothing is paid from those of the years before, or insured in them. */
function monthlyInForce(
  path: YearlyPath,
  { choices }: ValuationAssumptions,
  { firstMonth, lastMonth }: LabourMarketPlan,
): Float64Array {
  return monthlyValues(path, firstMonth, lastMonth, choices.levelShape, "carried_back");
}

/** Benefits of the same claims, from a place on at other rates. */
function paidFrom(
  place: number,
  before: BenefitProjection,
  after: BenefitProjection,
  newArray: NewArray,
): BenefitProjection {
  const from = (key: "meanBenefitIdr" | "allowancesIdr") => {
    const [first, then] = [before[key], after[key]];
    const { length } = first;
    const paid = newArray(length);
    for (let i = 0; i < length; i++) paid[i] = i < place ? first[i]! : then[i]!;
    return paid;
  };
  return {
    ...before,
    meanBenefitIdr: from("meanBenefitIdr"),
    allowancesIdr: from("allowancesIdr"),
  };
}

/** Refuses beneficiaries whom the equations cannot mean. */
function refuseOutside(
  assumptions: ValuationAssumptions,
  market: CoveredLabourMarket,
  beneficiaries: Float64Array,
  benefitsIdr: Float64Array,
): void {
  const { terms, choices } = assumptions;
  const { firstMonth, members } = market;
  const unemployed = choices.beneficiaryMethod === "flow"
    ? market.theoreticalUnemployed
    : market.estimatedUnemployed;
  const whole = (persons: number) => Math.round(persons).toLocaleString("en");
  const refuse = (wanted: string, i: number, limit: Float64Array) => {
    throw new OutsideModelError(
      assumptions,
      `${wanted} are wanted, got ${whole(beneficiaries[i]!)} and ${whole(limit[i]!)} ` +
        `in ${formatMonth(firstMonth + i)}`,
    );
  };
  for (let i = terms.firstBenefitMonth - firstMonth; i < beneficiaries.length; i++) {
    if (!(beneficiaries[i]! <= unemployed[i]! * (1 + TOLERANCE))) {
      refuse("no more beneficiaries than unemployed", i, unemployed);
    }
    if (
      choices.contributors === "members_less_beneficiaries" &&
      !(beneficiaries[i]! < members[i]!)
    ) {
      refuse(
        "fewer beneficiaries than members, who else contribute nothing,",
        i,
        members,
      );
    }
  }
  if (!benefitsIdr.some((paid) => paid > 0)) {
    throw new OutsideModelError(assumptions, "nobody is paid in the years projected");
  }
}

/** What rounding can do to two equal sums. */
const TOLERANCE = 1e-9;

function checkPeriods(periods: readonly RulePeriod[]): void {
  const isInOrder = periods.every(({ from }, i) =>
    i === 0 || from > periods[i - 1]!.from
  );
  if (periods.length > 0 && isInOrder) return;
  const months = periods
    .map(({ from }) => Number.isFinite(from) ? formatMonth(from) : "the start")
    .join(", ") || "none";
  throw new RangeError(
    `Cannot project rules: periods in order of their months are wanted, got ${months}`,
  );
}
