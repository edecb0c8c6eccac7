import { percent } from "@jkp/exhibit";
import { formatMonth, type Month, monthlyValues, monthOf } from "@jkp/month";
import { lastProjectedMonth } from "./valuation_terms.ts";
import { survivalAt } from "@jkp/survival";
import { NEW_ARRAY, type NewArray } from "./array_pool.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { convolve } from "./convolve.ts";
import { type Departures, timesMonthly } from "./departures.ts";
import { OutsideModelError } from "./outside_model.ts";

/** Members, ends of jobs and unemployed, month by month: no rule of a scheme moves them. */
export interface CoveredLabourMarket {
  /** Month of the first value: well before the scheme, so that history is complete. */
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Contributing members. */
  readonly members: Float64Array;
  /** Jobs that end in the month. */
  readonly terminations: Float64Array;
  /** Unemployed, as terminations and survival alone give them. */
  readonly theoreticalUnemployed: Float64Array;
  /** Unemployed, as the national unemployment rate gives them. */
  readonly estimatedUnemployed: Float64Array;
  /** National unemployment over its reference rate, with what members' ages do to it. */
  readonly relativeUnemployment: Float64Array;
  /** How the estimated unemployed were made. */
  readonly estimate: UnemployedEstimate;
}

/** How unemployed were estimated from the national rate. */
export interface UnemployedEstimate {
  /** Places of the reference years' months: the first, and the one after the last. */
  readonly reference: readonly [first: number, end: number];
  /** Theoretical unemployed per member, on average over the reference years. */
  readonly unemployedPerMember: number;
  /** Unemployment rate of the covered labour force in the reference years. */
  readonly coveredRate: number;
  /** Unemployed of the scenario over those of the reference scenario at the same rate. */
  readonly levelOfScenario: number;
  /** What members times relative odds are multiplied with. */
  readonly level: number;
}

/** Members and unemployment by month as assumed, and what does not move with them. */
export interface LabourMarketPlan {
  readonly assumptions: ValuationAssumptions;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly members: Float64Array;
  readonly relativeUnemployment: Float64Array;
  /** Fraction still unemployed so many months after the end of a job. */
  readonly survival: Float64Array;
  /** Places of the reference years' months: the first, and the one after the last. */
  readonly reference: readonly [first: number, end: number];
}

/** Lays out the months of a labour market, before any job ends. */
export function planLabourMarket(assumptions: ValuationAssumptions): LabourMarketPlan {
  const { terms, choices, referenceYears, maximumUnemploymentMonths } = assumptions;
  // History as long as the longest unemployment, so that the first sums are complete.
  const firstMonth = monthOf(referenceYears[0], 1) - maximumUnemploymentMonths;
  const lastMonth = lastProjectedMonth(terms);
  return {
    assumptions,
    firstMonth,
    lastMonth,
    members: monthlyValues(
      withHistory(assumptions, Math.floor(firstMonth / 12)),
      firstMonth,
      lastMonth,
      choices.levelShape,
    ),
    relativeUnemployment: relativeUnemploymentRate(assumptions, firstMonth, lastMonth),
    survival: Float64Array.from(
      { length: maximumUnemploymentMonths },
      (_, months) => survivalAt(assumptions.survival, months),
    ),
    reference: [
      monthOf(referenceYears[0], 1) - firstMonth,
      monthOf(referenceYears[1] + 1, 1) - firstMonth,
    ],
  };
}

/**
 * Projects members, terminations and unemployed, by month.
 *
 * Terminations follow the national unemployment rate. Together with the survival function
 * they give the theoretical number of unemployed, beside the estimated one.
 *
 * @param plan Its months.
 * @param departures How the economy departs from what is assumed; it doesn't by default.
 * @param newArray Where the arrays come from.
 * @throws {OutsideModelError} In the first month in which more jobs end than there are
 * members, or none, or the whole covered labour force is unemployed.
 */
export function projectLabourMarket(
  plan: LabourMarketPlan,
  departures: Departures = {},
  newArray = NEW_ARRAY,
): CoveredLabourMarket {
  const { assumptions, firstMonth, lastMonth } = plan;
  const members = timesMonthly(plan.members, departures.members, newArray);
  const relativeUnemployment = timesMonthly(
    plan.relativeUnemployment,
    departures.unemployment,
    newArray,
  );
  const { terminationRate: factor = 1 } = departures;
  const terminations = newArray(members.length);
  for (let i = 0; i < terminations.length; i++) {
    terminations[i] = members[i]! *
      terminationRate(assumptions, relativeUnemployment[i]!, firstMonth + i, factor);
  }
  const theoreticalUnemployed = convolve(terminations, plan.survival, newArray);
  return {
    firstMonth,
    lastMonth,
    members,
    terminations,
    theoreticalUnemployed,
    relativeUnemployment,
    ...estimateUnemployed(
      plan,
      { members, relativeUnemployment, theoreticalUnemployed },
      newArray,
    ),
  };
}

/** Members by year, carried back from the base year at a steady rate. */
function withHistory(
  { members, memberGrowthBeforeBaseYear }: ValuationAssumptions,
  firstYear: number,
): ValuationAssumptions["members"] {
  const growth = 1 + memberGrowthBeforeBaseYear;
  const years = members.firstYear - firstYear;
  if (years <= 0) return members;
  const before = Array.from(
    { length: years },
    (_, i) => members.values[0]! / growth ** (years - i),
  );
  return { firstYear, values: [...before, ...members.values] };
}

/**
 * National unemployment over its reference rate, at reference up to the base year; moved by
 * the sexes and ages of members. Terminations and unemployed per contributor both follow
 * it: were it terminations alone, the ratio of beneficiaries to unemployed would take out
 * what ageing does. 1 in all months where neither is taken to follow it.
 */
function relativeUnemploymentRate(
  assumptions: ValuationAssumptions,
  firstMonth: Month,
  lastMonth: Month,
): Float64Array {
  const { unemploymentRate, referenceUnemploymentRate, members, choices } = assumptions;
  const rates = monthlyValues(
    unemploymentRate,
    firstMonth,
    lastMonth,
    choices.unemploymentShape,
    "carried_back",
  );
  const firstProjected = monthOf(members.firstYear + 1, 1) - firstMonth;
  const { followsUnemployment = true } = assumptions;
  const relative = rates.map((rate, i) =>
    i < firstProjected || !followsUnemployment ? 1 : rate / referenceUnemploymentRate
  );
  const { terminationRelativity } = assumptions;
  if (terminationRelativity === undefined) return relative;
  const composition = monthlyValues(
    terminationRelativity,
    firstMonth,
    lastMonth,
    choices.levelShape,
    "carried_back",
  );
  return relative.map((value, i) => value * composition[i]!);
}

/** Terminations per member and month at a national rate relative to its reference. */
function terminationRate(
  assumptions: ValuationAssumptions,
  relativeUnemployment: number,
  month: Month,
  factor: number,
): number {
  const exact = assumptions.terminationRatePerMonth * relativeUnemployment * factor;
  const rate = assumptions.choices.terminationRate === "each_year_as_printed"
    ? Math.round(exact * 1000) / 1000
    : exact;
  if (rate > 0 && rate <= 1) return rate;
  throw new OutsideModelError(
    assumptions,
    "a termination rate above 0, up to 100 per cent a month is wanted, got " +
      `${percent(rate, 1)} in ${formatMonth(month)}`,
  );
}

/**
 * Unemployed that the national rate implies: unemployed per contributor move with the
 * odds of the covered unemployment rate, and equal the theoretical number on average over
 * the reference years.
 */
function estimateUnemployed(
  { assumptions, firstMonth, reference: [first, end] }: LabourMarketPlan,
  { members, relativeUnemployment, theoreticalUnemployed }: Pick<
    CoveredLabourMarket,
    "members" | "relativeUnemployment" | "theoreticalUnemployed"
  >,
  newArray: NewArray,
): Pick<CoveredLabourMarket, "estimatedUnemployed" | "estimate"> {
  const { length } = members;
  let [perContributor, theoretical] = [0, 0];
  for (let i = first; i < end; i++) {
    perContributor += theoreticalUnemployed[i]! / members[i]!;
    theoretical += theoreticalUnemployed[i]!;
  }
  const unemployedPerMember = perContributor / (end - first);
  const coveredRate = coveredUnemploymentRate(assumptions, unemployedPerMember);
  const estimatedUnemployed = newArray(length);
  for (let i = 0; i < length; i++) {
    const relative = relativeUnemployment[i]!;
    if (!(coveredRate * relative < 1)) {
      throw new OutsideModelError(
        assumptions,
        "a covered unemployment rate below 100 per cent is wanted, got " +
          `${percent(coveredRate * relative, 1)} in ${formatMonth(firstMonth + i)}`,
      );
    }
    estimatedUnemployed[i] = members[i]! * relative * (1 - coveredRate) /
      (1 - coveredRate * relative);
  }
  // So far by their course alone: the reference years say at which level.
  let unscaled = 0;
  for (let i = first; i < end; i++) unscaled += estimatedUnemployed[i]!;
  const ofScenario = levelOfScenario(assumptions, unemployedPerMember);
  const level = theoretical / unscaled * ofScenario;
  for (let i = 0; i < length; i++) estimatedUnemployed[i]! *= level;
  return {
    estimatedUnemployed,
    estimate: {
      reference: [first, end],
      unemployedPerMember,
      coveredRate,
      levelOfScenario: ofScenario,
      level,
    },
  };
}

/** Unemployment rate of the covered labour force in the reference years. */
function coveredUnemploymentRate(
  assumptions: ValuationAssumptions,
  unemployedPerContributor: number,
): number {
  const { choices, referenceInvoluntaryShare, referenceEligibleShare } = assumptions;
  switch (choices.coveredUnemploymentRate) {
    case "national":
      return assumptions.referenceUnemploymentRate;
    case "implied": {
      const claimable = referenceInvoluntaryShare * referenceEligibleShare *
        unemployedPerContributor;
      return claimable / (1 + claimable);
    }
    case "implied_of_scenario": {
      const involuntary = referenceInvoluntaryShare * unemployedPerContributor;
      return involuntary / (1 + involuntary);
    }
    default:
      return choices.coveredUnemploymentRate;
  }
}

/**
 * Unemployed of a scenario over those of the reference scenario at the same national
 * rate. It is 1 unless the scenario's involuntary share makes a covered rate of its own,
 * v = ατ / (1 + ατ) with α that share and τ unemployed per contributor: a labour force in
 * which v is unemployed then has v / α in place of v₀ / α₀ for each involuntary one.
 */
function levelOfScenario(
  { choices, referenceInvoluntaryShare, scenarioInvoluntaryShare }: ValuationAssumptions,
  unemployedPerContributor: number,
): number {
  return choices.coveredUnemploymentRate === "implied_of_scenario"
    ? (1 + referenceInvoluntaryShare * unemployedPerContributor) /
      (1 + scenarioInvoluntaryShare * unemployedPerContributor)
    : 1;
}
