import { valueInYear, type YearlyPath } from "@jkp/month";
import { contributionRate, designOf, type Rules } from "@jkp/scheme";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "../assumptions.ts";
import { waitingShift } from "../benefit_projection.ts";
import type { InsurableEarnings } from "../earnings.ts";
import { ageBasis } from "./age_basis.ts";
import {
  benefitMonthsOfGroups,
  monthsOf,
  personsOf,
} from "./benefit_months_of_groups.ts";
import { eligibleShare } from "./eligible_share.ts";
import { isMoneyKnown } from "./limit_path.ts";
import { rulesNotValued } from "./not_valued.ts";
import type { DurationEnd } from "./durations_by_age.ts";
import { leaversOf, paidGroups } from "./paid_months.ts";
import { referenceWages } from "./reference_wages.ts";
import type { SchemeData } from "./scheme_data.ts";
import { limitsOf } from "./scheme_limits.ts";
import {
  meanBetween,
  meanPathBetween,
  type WageYear,
  type WageYears,
  wageYears,
} from "./wage_years.ts";

/** A scheme's rules as assumptions of the monthly valuation. */
export interface SchemeAssumptions {
  readonly assumptions: ValuationAssumptions;
  /** Fraction of leavers whose reason and age give them a month of benefit or more. */
  readonly coveredShare: number;
  /** Most months of benefit that anybody is paid. */
  readonly durationMonths: number;
  /** Fraction of those covered who are kept out by the rule of service. */
  readonly excludedByService: number;
  /** Fraction of those covered with enough months, but too few in a row; among them. */
  readonly excludedByRow: number;
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
 * met by a lognormal distribution of wages, and so are wage bands; rules by age by the ages
 * of those who leave. What cannot be valued is listed.
 *
 * @param assumptions A valuation's assumptions, whose economy and members stay.
 * @param rules The scheme's rules.
 * @param data Wages before any ceiling, ages of leavers, and their shares by rule of service.
 * @param duration Which end of a range of durations is valued.
 * @returns The assumptions, with what they rest on and what they leave out.
 * @throws {RangeError} If nobody is paid, or wage bands are in money without an average wage.
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
 * const { earnings, leaverAges } = studyExperience(await readShippedExtract());
 * const { assumptions } = schemeAssumptions(
 *   await reportAssumptions("base"),
 *   rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1)),
 *   { scenario: await readScenario("base"), earnings, leaverAges, serviceShares: [] },
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
  if (rules.benefit.kind === "graded" && !isMoneyKnown(rules, data)) {
    throw new RangeError(
      `Cannot value ${rules.name}: an average wage in ${rules.currency} is wanted for ` +
        "its wage bands, got none",
    );
  }
  const { firstYear, values } = assumptions.earnings.membersIdr;
  const wages = wageYears(data, firstYear, values.length);
  const context = { rules, choices: assumptions.choices, data, wages };
  const limits = limitsOf(rules, context);
  const leavers = leaversOf(assumptions, data);
  const groups = paidGroups(rules, leavers, duration);
  const coveredShare = groups.reduce((sum, { share }) => sum + personsOf(share), 0);
  if (coveredShare === 0) {
    throw new RangeError(
      `Cannot value ${rules.name}: leavers who are paid are wanted, got none`,
    );
  }
  const earnings = insurableEarningsOf(wages, limits.floor, limits.ceiling);
  const levelRate = Math.max(
    ...groups.flatMap(({ months }) => months.map(({ highestRate }) => highestRate)),
  );
  const design = designOf(rules, assumptions.design);
  const shift = waitingShift({ design, choices: assumptions.choices });
  const beforeShift = (month: number) => {
    const [before, after] = [month, month + shift].map((months) =>
      survivalAt(assumptions.survival, months)
    );
    return after! > 0 ? before! / after! : 1;
  };
  const service = eligibleShare(assumptions, rules, data);
  const ownRate = ownRateOf(rules);
  return {
    assumptions: {
      ...assumptions,
      design: {
        ...design,
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
      benefitMonths: benefitMonthsOfGroups(
        groups,
        levelRate,
        referenceWages(wages, limits, design.averageEarningsMonths),
        beforeShift,
      ),
    },
    coveredShare,
    durationMonths: Math.max(...groups.map(({ months }) => months.length)),
    excludedByService: 1 - service.share,
    excludedByRow: service.tooFewInARow,
    ownRate,
    claimantWagesIdr: meanPathBetween(wages, "claimants", null, null),
    basis: [...service.basis, ...ageBasis(rules, leavers), ...limits.basis],
    notValued: [...limits.notValued, ...service.notValued, ...rulesNotValued(rules)],
  };
}

/** Contributions of all payers; `null` where the rules have none. */
function ownRateOf({ financing }: Rules): number | null {
  const rate = contributionRate(financing);
  return rate === 0 ? null : rate;
}

/** Mean earnings between floor and ceiling. */
function insurableEarningsOf(
  wages: WageYears,
  floor: YearlyPath | null,
  ceiling: YearlyPath | null,
): InsurableEarnings {
  const { firstYear, years } = wages;
  const path = (group: keyof WageYear) => meanPathBetween(wages, group, floor, ceiling);
  const first = years[0]!;
  const between = [floor?.values[0] ?? 0, ceiling?.values[0] ?? Infinity] as const;
  const bySex = (group: keyof WageYear, limits: readonly [number, number]) => ({
    male: meanBetween({ ...first[group], maleShare: 1 }, ...limits),
    female: meanBetween({ ...first[group], maleShare: 0 }, ...limits),
  });
  const insurable = {
    members: bySex("members", between),
    claimants: bySex("claimants", between),
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
