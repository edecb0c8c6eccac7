import { valueInYear, type YearlyPath } from "@jkp/month";
import { designOf, type Limit, type LimitIndex, type Rules } from "@jkp/scheme";
import type { ValuationAssumptions } from "../assumptions.ts";
import type { InsurableEarnings } from "../earnings.ts";
import { benefitSchedule, monthsOf } from "./benefit_schedule.ts";
import { eligibleShare } from "./eligible_share.ts";
import { type LimitContext, limitPath, NO_LIMIT } from "./limit_path.ts";
import { rulesNotValued } from "./not_valued.ts";
import { type DurationEnd, paidGroups } from "./paid_months.ts";
import type { SchemeData } from "./scheme_data.ts";
import { meanBetween, type WageYears, wageYears } from "./wage_years.ts";

export { type DurationEnd, durationEnds } from "./paid_months.ts";

/** A scheme's rules as assumptions of the monthly valuation. */
export interface SchemeAssumptions {
  readonly assumptions: ValuationAssumptions;
  /** Fraction of leavers whose end of employment is covered. */
  readonly coveredShare: number;
  /** Fraction of those terminated who are kept out by the rule of service. */
  readonly excludedByService: number;
  /** The scheme's own contribution rate, all payers together; `null` if it has none. */
  readonly ownRate: number | null;
  /** Claimants' mean wage before any ceiling, rupiah a month. */
  readonly claimantWagesIdr: YearlyPath;
  /** How what the rules leave open was taken. */
  readonly basis: readonly string[];
  /** Rules that have no effect on the valuation. */
  readonly notValued: readonly string[];
}

/**
 * Puts any scheme's rules in place of the design of a valuation, on the same members,
 * terminations, durations out of work and wages.
 *
 * Benefits become a schedule by month of unemployment. Ceilings and limits of benefits are
 * met by a lognormal distribution of wages. What cannot be valued is listed.
 *
 * @param assumptions A valuation's assumptions, whose economy and members stay.
 * @param rules The scheme's rules.
 * @param data Wages before any ceiling, and shares of leavers by rule of service.
 * @param duration Which end of a range of durations is valued.
 * @returns The assumptions, with what they rest on and what they leave out.
 * @throws {RangeError} If the benefit is graded by age and wage, or nothing is covered.
 * @see ILO (2021), section 3.2, for what stays; ILO (2023), section 2, for JKP's rules.
 *
 * @example JKP pays 45 per cent, then 25
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract";
 * import { monthOf } from "@jkp/month";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { reportAssumptions, schemeAssumptions } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { earnings } = studyExperience(await readShippedExtract());
 * const { assumptions } = schemeAssumptions(
 *   await reportAssumptions("base"),
 *   rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1)),
 *   { scenario: await readScenario("base"), earnings, serviceShares: [] },
 * );
 * const { relativeBenefit } = assumptions.benefitMonths![3]!;
 * assertAlmostEquals(relativeBenefit.values[0]!, 25 / 45);
 * ```
 */
export function schemeAssumptions(
  assumptions: ValuationAssumptions,
  rules: Rules,
  data: SchemeData,
  duration: DurationEnd = "longest",
): SchemeAssumptions {
  const { firstYear, values } = assumptions.earnings.membersIdr;
  const wages = wageYears(data, firstYear, values.length);
  const context = { rules, choices: assumptions.choices, data, wages };
  const limits = limitsOf(rules, context);
  const groups = paidGroups(rules, assumptions.involuntaryShare, duration);
  const coveredShare = groups.reduce((sum, { share }) => sum + share, 0);
  if (coveredShare === 0) {
    throw new RangeError(
      `Cannot value ${rules.name}: a covered end of employment is wanted, got none`,
    );
  }
  const earnings = insurableEarningsOf(wages, limits.floor, limits.ceiling);
  const levelRate = Math.max(...groups.flatMap(({ rates }) => rates));
  const service = eligibleShare(assumptions, rules, data);
  const ownRate = ownRateOf(rules);
  return {
    assumptions: {
      ...assumptions,
      design: {
        ...designOf(rules, assumptions.design),
        insurableEarnings: {
          definition: rules.insurableEarnings.definition,
          ceilingIdrPerMonth: limits.ceiling === null
            ? Infinity
            : valueInYear(limits.ceiling, firstYear),
          ceilingYear: firstYear,
        },
        benefitRate: levelRate,
        maximumDurationMonths: Math.max(...groups.map(monthsOf)),
        trialContributionRate: ownRate ?? assumptions.design.trialContributionRate,
      },
      involuntaryShare: coveredShare,
      eligibleShare: service.share,
      earnings,
      benefitMonths: benefitSchedule(
        groups,
        levelRate,
        limits,
        wages,
        earnings.claimantsIdr,
      ),
    },
    coveredShare,
    excludedByService: 1 - service.share,
    ownRate,
    claimantWagesIdr: {
      firstYear,
      values: wages.years.map(({ claimants }) => meanBetween(claimants, 0, Infinity)),
    },
    basis: [...service.basis, ...limits.basis],
    notValued: [...limits.notValued, ...service.notValued, ...rulesNotValued(rules)],
  };
}

/** Contributions of all payers; `null` where the rules have none. */
function ownRateOf({ financing }: Rules): number | null {
  const { total, employee, employer, government } = financing;
  const rate = total ?? employee + employer + government;
  return rate === 0 ? null : rate;
}

function limitsOf(rules: Rules, context: LimitContext) {
  const { insurableEarnings, referenceWage, minimumBenefit, maximumBenefit } = rules;
  const ceiling = limitPath(
    insurableEarnings.ceiling,
    insurableEarnings,
    "Ceiling of earnings",
    context,
  );
  const floor = limitPath(
    insurableEarnings.floor,
    insurableEarnings,
    "Floor of earnings",
    context,
  );
  const fixed = (amountPerMonth: number | null, what: string) =>
    limitPath(
      { amountPerMonth, multiple: null, of: null, index: "none" },
      referenceWage,
      what,
      context,
    );
  const lowestReference = fixed(referenceWage.minimum, "Lowest reference wage");
  const highestReference = fixed(referenceWage.maximum, "Highest reference wage");
  const lowest = minimumBenefit === null
    ? NO_LIMIT
    : limitPath(minimumBenefit.limit, minimumBenefit, "Minimum benefit", context);
  const highest = maximumBenefit === null
    ? NO_LIMIT
    : limitPath(maximumBenefit.limit, maximumBenefit, "Maximum benefit", context);
  const all = [ceiling, floor, lowestReference, highestReference, lowest, highest];
  return {
    ceiling: ceiling.idr,
    floor: floor.idr,
    lowestWage: joined(floor.idr, lowestReference.idr, Math.max),
    highestWage: joined(ceiling.idr, highestReference.idr, Math.min),
    lowestBenefit: lowest.idr,
    highestBenefit: highest.idr,
    basis: [
      ...(lowest.idr === null && highest.idr === null
        ? []
        : ["Limits of benefits: met by wages of the year, before months are averaged"]),
      ...indexBasis(
        [
          ceiling.idr && insurableEarnings.ceiling,
          lowest.idr && minimumBenefit?.limit,
          highest.idr && maximumBenefit?.limit,
        ],
        context,
      ),
      ...new Set(all.flatMap(({ basis }) => basis)),
    ],
    notValued: all.flatMap(({ notValued }) => notValued === null ? [] : [notValued]),
  };
}

/** What limits that follow GDP or minimum wages are moved with. */
function indexBasis(
  limits: readonly (Limit | null | undefined)[],
  { choices }: LimitContext,
): string[] {
  const follows = (index: LimitIndex) => limits.some((limit) => limit?.index === index);
  return [
    ...(follows("gdp")
      ? [`Limits that follow GDP: moved with ${choices.ceilingIndex.replace("_", " ")}`]
      : []),
    ...(follows("minimum_wage") ? ["Limits that follow minimum wages: with wages"] : []),
  ];
}

function joined(
  one: YearlyPath | null,
  other: YearlyPath | null,
  choose: (a: number, b: number) => number,
): YearlyPath | null {
  if (one === null || other === null) return one ?? other;
  const { firstYear, values } = one;
  return { firstYear, values: values.map((value, i) => choose(value, other.values[i]!)) };
}

/** Mean earnings between floor and ceiling. */
function insurableEarningsOf(
  wages: WageYears,
  floor: YearlyPath | null,
  ceiling: YearlyPath | null,
): InsurableEarnings {
  const { firstYear, years } = wages;
  const between = (i: number) =>
    [
      floor === null ? 0 : floor.values[i]!,
      ceiling === null ? Infinity : ceiling.values[i]!,
    ] as const;
  const path = (group: "members" | "claimants"): YearlyPath => ({
    firstYear,
    values: years.map((year, i) => meanBetween(year[group], ...between(i))),
  });
  const first = years[0]!;
  const bySex = (group: "members" | "claimants", limits: readonly [number, number]) => ({
    male: meanBetween({ ...first[group], maleShare: 1 }, ...limits),
    female: meanBetween({ ...first[group], maleShare: 0 }, ...limits),
  });
  const insurable = {
    members: bySex("members", between(0)),
    claimants: bySex("claimants", between(0)),
  };
  const free = [0, Infinity] as const;
  const { maleShare } = first.claimants;
  return {
    membersIdr: path("members"),
    claimantsIdr: path("claimants"),
    baseYear: {
      year: firstYear,
      total: { members: bySex("members", free), claimants: bySex("claimants", free) },
      insurable,
    },
    claimantRelativity: maleShare * insurable.claimants.male / insurable.members.male +
      (1 - maleShare) * insurable.claimants.female / insurable.members.female,
  };
}
