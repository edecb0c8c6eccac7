import { type Month, yearOf } from "@jkp/month";
import {
  type AgeBands,
  type CalculationOptions,
  type Limit,
  type LimitIndex,
  type PreparedRules,
  prepareRules,
  type Rules,
  type WageBand,
} from "@jkp/scheme";
import { LOOK_BACK_MONTHS } from "./career_model.ts";

/** A scheme's rules as numbers, year by year. */
export interface SchemeModel {
  readonly rules: Rules;
  readonly firstYear: number;
  readonly years: readonly PreparedRules[];
  /** Months out of work before the first payment, with fractions, by reason. */
  readonly waitingMonths: (reason: number) => number;
}

const DAYS_PER_MONTH = 30;

/**
 * Prepares rules for every year. A limit with an index moves with it from the year on in
 * which its section begins to hold.
 *
 * @param rules The rules.
 * @param options What rules leave open.
 * @param span First and last year.
 * @param levelIn Level of an index in a year.
 */
export function schemeModel(
  rules: Rules,
  options: CalculationOptions,
  [firstYear, lastYear]: readonly [number, number],
  levelIn: (index: LimitIndex, year: number) => number,
): SchemeModel {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => {
    const grown = (index: LimitIndex, { from }: { readonly from: Month }) =>
      levelIn(index, firstYear + i) / levelIn(index, yearOf(from));
    return prepareRules(moved(rules, grown), options);
  });
  const { width } = years[0]!;
  if (width > LOOK_BACK_MONTHS) {
    throw new RangeError(
      `Cannot simulate ${rules.name}: rules that look back at most ${LOOK_BACK_MONTHS} ` +
        `months are wanted, got ${width}`,
    );
  }
  const days = rules.waitingPeriod.days / DAYS_PER_MONTH;
  const { involuntary, voluntary_resignation: voluntary } = rules.contingency.reasons;
  return {
    rules,
    firstYear,
    years,
    waitingMonths: (reason) =>
      (reason === 0 ? involuntary : voluntary)?.waitingMonths ?? days,
  };
}

/** Rules whose indexed limits and wage bands are a multiple of what they were. */
function moved(
  rules: Rules,
  grown: (index: LimitIndex, section: { readonly from: Month }) => number,
): Rules {
  const { benefit, insurableEarnings, minimumBenefit, maximumBenefit } = rules;
  const limit = (each: Limit, section: { readonly from: Month }): Limit =>
    each.index === null || each.amountPerMonth === null ? each : {
      ...each,
      amountPerMonth: each.amountPerMonth * grown(each.index, section),
    };
  const benefitLimit = (section: Rules["minimumBenefit"]) =>
    section && { ...section, limit: limit(section.limit, section) };
  return {
    ...rules,
    benefit: benefit.kind !== "graded" || benefit.index === null
      ? benefit
      : { ...benefit, ages: movedAges(benefit.ages, grown(benefit.index, benefit)) },
    insurableEarnings: {
      ...insurableEarnings,
      ceiling: limit(insurableEarnings.ceiling, insurableEarnings),
      floor: limit(insurableEarnings.floor, insurableEarnings),
    },
    minimumBenefit: benefitLimit(minimumBenefit),
    maximumBenefit: benefitLimit(maximumBenefit),
  };
}

function movedAges(ages: readonly AgeBands[], factor: number): AgeBands[] {
  const moved = (band: WageBand): WageBand => ({
    ...band,
    wageFrom: factor * band.wageFrom,
    wageTo: factor * band.wageTo,
  });
  return ages.map((group) => ({ ...group, bands: group.bands.map(moved) }));
}

/** The benefit of a month of a claim, counted from 0, after months used before. */
export function benefitOfMonth(
  rules: PreparedRules,
  reason: number,
  referenceWage: number,
  firstBenefit: number,
  month: number,
): number {
  const own = rules.reasonRate[reason]!;
  // Only tapered benefits differ from month to month.
  if (own === own || rules.isGraded) return firstBenefit;
  const benefit = rules.rates[month]! * referenceWage;
  return Math.min(rules.maximumBenefit, Math.max(rules.minimumBenefit, benefit));
}
