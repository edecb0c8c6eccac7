import { DAYS_PER_MONTH, type Month, yearOf } from "@jkp/month";
import {
  type AgeBands,
  changesRunningClaims,
  type Limit,
  type LimitIndex,
  type Rules,
  rulesAt,
  type Scheme,
  schemeStart,
  type WageBand,
} from "@jkp/scheme";
import {
  type CalculationOptions,
  type PreparedRules,
  prepareRules,
} from "@jkp/entitlement";
import { LOOK_BACK_MONTHS } from "./career_model.ts";

/** What a scheme says in a month. */
export interface RulesInForce {
  readonly rules: Rules;
  readonly prepared: PreparedRules;
  /** Months out of work before the first payment, with fractions, by reason. */
  readonly waitingMonths: (reason: number) => number;
  /** The last month up to this one that gave running claims new rates; −1 for none. */
  readonly newRatesFrom: Month;
}

/** A scheme's rules as numbers, month by month. */
export interface SchemeModel {
  readonly firstMonth: Month;
  /** The rules by month from the first: the same object while nothing changes. */
  readonly byMonth: readonly RulesInForce[];
  /** Months of history that the rules look back at most. */
  readonly width: number;
}

/**
 * Prepares a scheme for every month: rules of one month for all, or a scheme's own
 * versions, each from its month on and the first before it too. A limit with an index
 * moves with it every January from the year on in which its section begins to hold.
 */
export function schemeModel(
  scheme: Rules | Scheme,
  options: CalculationOptions,
  [firstYear, lastYear]: readonly [number, number],
  levelIn: (index: LimitIndex, year: number) => number,
): SchemeModel {
  const { changes, rulesIn } = versionsOf(scheme);
  const firstMonth = 12 * firstYear;
  const byMonth: RulesInForce[] = [];
  let newRatesFrom = -1;
  for (let month = firstMonth; month < 12 * (lastYear + 1); month++) {
    const rules = rulesIn(month);
    if (changes.has(month) && changesRunningClaims(rules)) newRatesFrom = month;
    const same = month % 12 === 0 || changes.has(month) ? undefined : byMonth.at(-1);
    byMonth.push(
      same ?? rulesInForce(rules, options, yearOf(month), levelIn, newRatesFrom),
    );
  }
  const width = Math.max(...byMonth.map(({ prepared }) => prepared.width));
  if (width > LOOK_BACK_MONTHS) {
    throw new RangeError(
      `Cannot simulate ${scheme.name}: rules that look back at most ${LOOK_BACK_MONTHS} ` +
        `months are wanted, got ${width}`,
    );
  }
  return { firstMonth, byMonth, width };
}

/** The months in which rules change, and what they are in a month. */
function versionsOf(scheme: Rules | Scheme) {
  if (!("sections" in scheme)) return { changes: new Set(), rulesIn: () => scheme };
  const start = schemeStart(scheme);
  return {
    changes: new Set(Object.values(scheme.sections).flat().map(({ from }) => from)),
    rulesIn: (month: Month) => rulesAt(scheme, Math.max(start, month)),
  };
}

function rulesInForce(
  rules: Rules,
  options: CalculationOptions,
  year: number,
  levelIn: (index: LimitIndex, year: number) => number,
  newRatesFrom: Month,
): RulesInForce {
  const grown = (index: LimitIndex, { from }: { readonly from: Month }) =>
    levelIn(index, year) / levelIn(index, yearOf(from));
  const days = rules.waitingPeriod.days / DAYS_PER_MONTH;
  const { involuntary, voluntary_resignation: voluntary } = rules.contingency.reasons;
  return {
    rules,
    prepared: prepareRules(moved(rules, grown), options),
    waitingMonths: (reason) =>
      (reason === 0 ? involuntary : voluntary)?.waitingMonths ?? days,
    newRatesFrom,
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
