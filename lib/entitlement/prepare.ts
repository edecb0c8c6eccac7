import {
  type BenefitCurve,
  durationRange,
  gradedCurve,
  type Limit,
  type Rules,
  TERMINATION_CAUSES,
} from "@jkp/scheme";
import { refuseImpossible } from "./refuse_impossible.ts";

/** Choices and quantities that rules alone do not settle. */
export interface CalculationOptions {
  /**
   * Quantities that limits are multiples of, in currency a month, such as
   * `{ minimum_wage: 1_570_922 }`. Limits of others are left out.
   */
  readonly quantities?: Readonly<Record<string, number>>;
  /**
   * Where the source gives only the shortest and the longest duration.
   *
   * @default "shortest"
   */
  readonly openDuration?: "shortest" | "longest";
  /**
   * Whether the rules for seasonal workers hold.
   *
   * @default false
   */
  readonly isSeasonal?: boolean;
}

/** Longest duration that is calculated, in months. */
export const LONGEST_MONTHS = 60;

/** The benefit of an age group; both ages are included. */
export interface AgeCurve {
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly curve: BenefitCurve;
}

/**
 * Rules as numbers, for many claims. Make it with {@link prepareRules}. Nothing writes to it,
 * so that evaluations can share it.
 */
export interface PreparedRules {
  /** Least months of history that a claim table needs. */
  readonly width: number;
  readonly ageAtRegistrationBelow: number;
  /** By number of the reason: 1 covered, 0 not or not stated. */
  readonly covered: Uint8Array;
  readonly contributionMonths: Int32Array;
  readonly windowMonths: Int32Array;
  /**
   * Benefit of a reason as a fraction of the reference wage; NaN: by the general formula.
   */
  readonly reasonRate: Float64Array;
  /** −1: as the general rule. */
  readonly reasonMonths: Int32Array;
  /** −1: as for a first claim, here and below. */
  readonly repeatContributionMonths: number;
  readonly repeatWindowMonths: number;
  readonly consecutiveMonths: number;
  readonly consecutiveAtEnd: boolean;
  readonly maximumClaims: number;
  readonly monthsBetween: number;
  readonly betweenFromBenefit: boolean;
  readonly sinceLastClaim: boolean;
  /** 0: entitlement is reset. */
  readonly maintainedMonths: number;
  readonly withinMonths: number;
  /** Limits of the insured wage in currency a month; `Infinity` and 0 for none. */
  readonly ceiling: number;
  readonly floor: number;
  readonly referenceBest: boolean;
  readonly referenceMonths: number;
  /** Months among which the best are sought. */
  readonly referenceWindow: number;
  /** Limits of the reference wage in currency a month; 0 and `Infinity` for none. */
  readonly referenceMinimum: number;
  readonly referenceMaximum: number;
  /** Fraction of the reference wage paid in each month; NaN if the benefit is graded. */
  readonly rates: Float64Array;
  readonly isGraded: boolean;
  readonly daysPerMonth: number;
  readonly wholeUnits: boolean;
  /** How a graded benefit follows from the wage at each age. */
  readonly ageCurves: readonly AgeCurve[];
  /** Limits of the benefit in currency a month; 0 and `Infinity` for none. */
  readonly minimumBenefit: number;
  readonly maximumBenefit: number;
  readonly contributionMonthsPerMonth: number;
  readonly shortestMonths: number;
  readonly longestMonths: number;
  /** Of each duration band: lowest and highest age and contributions, and months. */
  readonly durationBands: Float64Array;
  /** Months within which the duration may be drawn once; 0 for no such rule. */
  readonly drawnWithinMonths: number;
}

/**
 * Turns rules into numbers that claims are evaluated with.
 *
 * @param rules Rules of a month, or your own made from them.
 * @param options Quantities and choices that rules leave open.
 * @returns The numbers.
 * @throws {RangeError} If a rate is no fraction, a window shorter than the months wanted
 * in it, or a taper shorter than the duration.
 *
 * @example JKP looks back 24 months and insures wages up to 5 million rupiah
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { prepareRules } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
 * const prepared = prepareRules(rules);
 * assertEquals(prepared.width, 24);
 * assertEquals(prepared.ceiling, 5_000_000);
 * ```
 */
export function prepareRules(
  rules: Rules,
  options: CalculationOptions = {},
): PreparedRules {
  refuseImpossible(rules);
  const { quantities = {}, openDuration = "shortest", isSeasonal = false } = options;
  const { qualifying, repeatClaims, referenceWage, benefit, duration } = rules;
  const treatments = TERMINATION_CAUSES.map((reason) =>
    rules.contingency.reasons[reason]
  );
  const window = isSeasonal
    ? qualifying.seasonalWindowMonths ?? qualifying.windowMonths
    : qualifying.windowMonths;
  const windowMonths = Int32Array.from(
    treatments,
    (each) => each?.windowMonths ?? window,
  );
  const repeatWindowMonths = repeatClaims.windowMonths ?? -1;
  const rates = new Float64Array(LONGEST_MONTHS).fill(NaN);
  if (benefit.kind === "flat") rates.fill(benefit.rate);
  if (benefit.kind === "tapered") rates.set(benefit.rates.slice(0, LONGEST_MONTHS));
  const [shortestMonths, longestMonths] = monthsWithoutBands(rules, openDuration);
  const best = referenceWage.kind === "best";
  return {
    width: Math.max(...windowMonths, repeatWindowMonths, referenceWage.windowMonths, 1),
    ageAtRegistrationBelow: rules.coverage.ageAtRegistrationBelow ?? Infinity,
    covered: Uint8Array.from(treatments, (each) => each?.covered ? 1 : 0),
    contributionMonths: Int32Array.from(
      treatments,
      (each) => each?.contributionMonths ?? qualifying.contributionMonths,
    ),
    windowMonths,
    reasonRate: Float64Array.from(treatments, (each) => each?.rate ?? NaN),
    reasonMonths: Int32Array.from(
      treatments,
      (each) =>
        (openDuration === "shortest" ? each?.shortestMonths : each?.longestMonths) ?? -1,
    ),
    repeatContributionMonths: repeatClaims.contributionMonths ?? -1,
    repeatWindowMonths,
    consecutiveMonths: qualifying.consecutiveMonths ?? 0,
    consecutiveAtEnd: qualifying.consecutivePosition === "before_termination",
    maximumClaims: repeatClaims.maximumClaims ?? Infinity,
    monthsBetween: repeatClaims.monthsBetween ?? 0,
    betweenFromBenefit: repeatClaims.betweenFrom === "last_benefit",
    sinceLastClaim: repeatClaims.contributions === "since_last_claim",
    maintainedMonths: repeatClaims.entitlement === "maintained"
      ? repeatClaims.maintainedMonths ?? 0
      : 0,
    withinMonths: rules.claim?.withinMonths ?? Infinity,
    ceiling: limitValue(rules.insurableEarnings.ceiling, quantities) ?? Infinity,
    floor: limitValue(rules.insurableEarnings.floor, quantities) ?? 0,
    referenceBest: best,
    referenceMonths: referenceWage.months,
    referenceWindow: best ? referenceWage.windowMonths : Infinity,
    referenceMinimum: referenceWage.minimum ?? 0,
    referenceMaximum: referenceWage.maximum ?? Infinity,
    rates,
    isGraded: benefit.kind === "graded",
    daysPerMonth: benefit.kind === "graded" ? benefit.daysPerMonth : 1,
    wholeUnits: benefit.kind === "graded" && benefit.wholeUnits,
    ageCurves: benefit.kind !== "graded" ? [] : benefit.ages.map((group) => ({
      ageFrom: group.ageFrom,
      ageTo: group.ageTo ?? Infinity,
      curve: gradedCurve(group.bands),
    })),
    minimumBenefit: limitValue(rules.minimumBenefit?.limit, quantities) ?? 0,
    maximumBenefit: limitValue(rules.maximumBenefit?.limit, quantities) ?? Infinity,
    contributionMonthsPerMonth: duration.kind === "per_contributions"
      ? duration.contributionMonthsPerMonth
      : 0,
    shortestMonths,
    longestMonths,
    durationBands: Float64Array.from(
      duration.kind !== "bands" ? [] : duration.bands.flatMap((band) => [
        band.ageFrom,
        band.ageTo ?? Infinity,
        band.contributionMonthsFrom,
        band.contributionMonthsTo ?? Infinity,
        band.months,
      ]),
    ),
    drawnWithinMonths: duration.withinMonths ?? 0,
  };
}

/** A limit's amount, or `undefined` if it has none or its quantity is not known. */
function limitValue(
  limit: Limit | undefined,
  quantities: Readonly<Record<string, number>>,
): number | undefined {
  if (limit === undefined) return undefined;
  const quantity = limit.of === null ? undefined : quantities[limit.of];
  if (limit.multiple !== null && quantity !== undefined) return limit.multiple * quantity;
  return limit.amountPerMonth ?? undefined;
}

/** Shortest and longest months where no band gives them. */
function monthsWithoutBands(
  rules: Rules,
  open: "shortest" | "longest",
): [shortest: number, longest: number] {
  const { kind } = rules.duration;
  if (kind === "bands") return [0, 0];
  const range = durationRange(rules);
  return kind === "per_contributions"
    ? [range.shortest, range.longest]
    : [range[open], range[open]];
}
