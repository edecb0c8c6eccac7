import { checkArgument } from "@jkp/problem";
import { balanceProductivity, type Scenario } from "@jkp/economy";
import {
  formatMonth,
  levelsFromGrowth,
  pathAfter,
  valueInYear,
  type YearlyPath,
  yearOf,
} from "@jkp/month";
import { percent } from "@jkp/exhibit";
import { contributionRate, hasReemploymentAllowance } from "@jkp/entitlement";
import { checkRules, type Rules } from "@jkp/scheme";
import { survivalAt, type SurvivalCurve } from "@jkp/survival";
import { sumSimple } from "simple-statistics";
import { choicesFor, type ChoicesInForce } from "../choices.ts";
import { OutsideModelError } from "../outside_model.ts";
import { checkPopulation } from "../population/check_population.ts";
import { entitledRelativity, oneBefore } from "../population/entitled_relativity.ts";
import { waitingShift } from "../waiting_shift.ts";
import { ageBasis } from "./age_basis.ts";
import {
  allowanceGroupsOf,
  benefitMonthsOfGroups,
  monthsOf,
  personsOf,
} from "./benefit_months_of_groups.ts";
import { checkInputs } from "./check_inputs.ts";
import type { DurationEnd } from "./durations_by_age.ts";
import { eligibleShare } from "./eligible_share.ts";
import { insuredEarnings } from "./earnings_under_ceiling.ts";
import { reasonToLeaveOut, rulesNotValued } from "./not_valued.ts";
import { leaversOf, type PaidGroup, paidGroups } from "./paid_months.ts";
import { referenceWages } from "./reference_wages.ts";
import { serviceRuleOf } from "./service_rules.ts";
import { severanceBasis, severanceDelays } from "./severance_delays.ts";
import { limitsOf } from "./scheme_limits.ts";
import { survivalToEnd } from "./survival_to_end.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";
import type { ValuationInputs } from "./valuation_inputs.ts";
import { meanPathBetween, wageYears } from "./wage_years.ts";
import { yearGaps } from "./year_gaps.ts";

/** A scheme's rules as assumptions of a valuation, and what was made of them. */
export interface DerivedAssumptions {
  readonly assumptions: ValuationAssumptions;
  /** Fraction of leavers who are paid a month or more by their reason and age. */
  readonly coveredShare: number;
  /** Most months of benefit that anybody is paid. */
  readonly durationMonths: number;
  /** Fraction of covered leavers whom the rule of service keeps out. */
  readonly excludedByService: number;
  /** Part of that fraction: enough months, but too few in a row. */
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
 * The one road from law to cost, up to the projection: it makes a valuation's assumptions
 * from experience, scenario, rules, terms and choices.
 *
 * 1. Members, terminations and time out of work come from the experience and the scenario,
 *    members by sex and age from a population if there is one; no rule moves them.
 * 2. Wages before any limit are lognormal by sex: means from the experience, moved by
 *    nominal wage growth, spreads from the scenario.
 * 3. Every limit of the rules becomes rupiah by year; earnings between floor and ceiling
 *    are insured.
 * 4. Leavers are paid by reason and age, each group for its months; the benefit of a month
 *    is the mean over wages before the claim, limits met one by one.
 * 5. The share with enough service is the extract's, or moved by leavers with spells.
 * 6. The fund has the scheme's initial capital, and is tried at its own contribution rate
 *    or, if it has none, at that of the terms.
 *
 * What cannot be valued is listed.
 *
 * @param inputs Experience, scenario, terms, choices, and further data that rules need.
 * @param rules The scheme's rules in force in a month.
 * @param duration Which end of a range of durations is valued.
 * @returns The assumptions, with what they rest on and what they leave out.
 * @throws {DataError} With everything that is wrong with the inputs.
 * @throws {RangeError} If the scenario lacks a year of the projection.
 * @throws {OutsideModelError} If nobody is paid, or wage bands are in money without an
 * average wage.
 * @see ILO (2021), section 3.2 and Annex I; ILO (2023), section 2, for JKP's rules.
 *
 * @example The proposal pays 50 per cent for six months; JKP 45 per cent, then 25
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { deriveAssumptions } from "@jkp/valuation";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const inputs = await reportInputs("base");
 * const of = async (name: string) =>
 *   deriveAssumptions(inputs, rulesAt(await readScheme(name), monthOf(2022, 1))).assumptions;
 * const proposed = await of("proposed_2021");
 * assertEquals([proposed.benefitRate, proposed.maximumDurationMonths], [0.5, 6]);
 * const { relativeBenefit } = (await of("jkp_2021")).benefitMonths![3]!;
 * assertAlmostEquals(relativeBenefit.values[0]!, 25 / 45);
 * ```
 */
export function deriveAssumptions(
  inputs: ValuationInputs,
  rules: Rules,
  duration: DurationEnd = "longest",
): DerivedAssumptions {
  checkArgument(
    "derive assumptions",
    "a record of inputs, as reportInputs or runValuation give it,",
    inputs,
    ["experience", "scenario", "terms"],
  );
  checkRules("derive assumptions", rules);
  checkInputs(inputs);
  checkYears(inputs, rules);
  checkPopulation(inputs);
  const reason = reasonToLeaveOut(inputs, rules);
  if (reason !== null) {
    const [schemeName, scenarioName] = [rules.name, inputs.scenario.name];
    throw new OutsideModelError({ schemeName, scenarioName }, reason);
  }
  const { experience, terms, data, population, change = (unchanged) => unchanged } =
    inputs;
  const choices = choicesFor(inputs.choices, rules);
  const economy = choices.productivity === "balanced"
    ? balanceProductivity(inputs.scenario)
    : inputs.scenario;
  const within = { ...inputs, scenario: economy, choices };

  // 1. Members, terminations and time out of work.
  const labourMarket = labourMarketOf(within);

  // 2. Wages before any limit.
  const wages = wageYears(within, firstYearOfEarnings(inputs));

  // 3. Limits by year, and earnings between floor and ceiling.
  const limits = limitsOf(rules, { ...within, rules, wages });
  const earnings = insuredEarnings(wages, limits);

  // 4. Who is paid, for how long, and what in each month.
  const leavers = leaversOf(inputs);
  const delays = severanceDelays(
    rules,
    data?.severance,
    labourMarket.terminationRatePerMonth,
  );
  const groups = paidGroups(rules, leavers, duration, delays);
  const coveredShare = sumSimple(groups.map(({ share }) => personsOf(share)));
  const benefitRate = highestRateOf(groups);
  const averageEarningsMonths = averageEarningsMonthsOf(rules);
  const waitingPeriodDays = rules.waitingPeriod.days;
  const referenceAfter = (month: number) =>
    referenceWages(
      wages,
      limits,
      averageEarningsMonths,
      choices.referenceEarnings === "before_claim" ? month : 0,
    );
  const benefitMonths = benefitMonthsOfGroups(
    groups,
    benefitRate,
    referenceAfter,
    unemployedBeforeWait(labourMarket.survival, { waitingPeriodDays, choices }),
  );

  // 5. Who has enough service.
  const service = eligibleShare(experience.eligibility, rules, data);

  // 6. What the fund has, and is tried at.
  const ownRate = contributionRate(rules.financing) || null;
  const initialCapital = rules.currency === "IDR" ? rules.financing.initialCapital : null;

  const assumptions = change({
    scenarioName: economy.name,
    schemeName: rules.name,
    terms,
    choices,
    ...labourMarket,
    involuntaryShare: coveredShare,
    eligibleShare: service.share,
    referenceEligibleShare: experience.eligibility.share,
    ...(population === undefined ? {} : {
      entitledRelativity: oneBefore(entitledRelativity({
        population,
        leavers,
        paidGroups: (leavers) => paidGroups(rules, leavers, duration, delays),
        service: { rule: serviceRuleOf(rules), share: service.share },
        monthsOfExperience: experience.eligibility.monthsAtLeast,
      })),
    }),
    earnings,
    averageEarningsMonths,
    benefitRate,
    maximumDurationMonths: Math.max(...groups.map(monthsOf)),
    waitingPeriodDays,
    administrationRate: economy.administrationRate[choices.administration] +
      rules.financing.labourMarketPolicy,
    investmentReturn: nominalReturn(economy),
    benefitMonths,
    ...(hasReemploymentAllowance(rules)
      ? {
        reemploymentAllowances: {
          rules: { reemploymentAllowance: rules.reemploymentAllowance },
          groups: allowanceGroupsOf(groups, benefitRate, referenceAfter),
        },
      }
      : {}),
    initialCapitalIdr: terms.openingFundIdr ?? initialCapital ?? 0,
    trialContributionRate: terms.trialIsOverLaw === true || ownRate === null
      ? terms.trialContributionRate
      : ownRate,
  });
  return {
    assumptions,
    coveredShare,
    durationMonths: Math.max(...groups.map(({ months }) => months.length)),
    excludedByService: 1 - assumptions.eligibleShare,
    excludedByRow: service.tooFewInARow,
    ownRate,
    claimantWagesIdr: meanPathBetween(wages, "claimants", null, null),
    basis: [
      referenceBasis(averageEarningsMonths, choices),
      ...service.basis,
      ...ageBasis(rules, leavers),
      ...limits.basis,
      ...severanceBasis(rules, data?.severance),
      ...paymentBasis(rules),
      ...fundBasis(rules, terms),
      ...experience.earnings.notes,
      ...population?.basis ?? [],
      ...inputs.stated?.basis ?? [],
    ],
    notValued: [
      ...limits.notValued,
      ...service.notValued,
      ...rulesNotValued(rules, data, inputs.stated?.members !== undefined),
    ],
  };
}

/** A fund that has run for some time, of which its capital at the start alone is known. */
function fundBasis(
  { currency, financing: { from, initialCapital } }: Rules,
  { firstContributionMonth, openingFundIdr }: ValuationInputs["terms"],
): string[] {
  const isKnown = openingFundIdr !== null || initialCapital === null ||
    currency !== "IDR";
  return isKnown || from >= firstContributionMonth ? [] : [
    `Fund: begins in ${formatMonth(firstContributionMonth)} with the law's initial ` +
    "capital, though the law holds from an earlier month: what came in and went out " +
    "since is in no file; the [fund] of the valuation can say it",
  ];
}

/** Members, terminations and time out of work: what no rule of a scheme moves. */
function labourMarketOf(
  { experience, scenario, choices, inactivityCurve, population, stated }: ValuationInputs,
) {
  const { members, termination: { ratePerMonth } } = experience;
  return {
    members: population?.members ?? stated?.members ?? levelsFromGrowth(
      members.average,
      pathAfter(scenario.employmentGrowth, members.year),
    ),
    ...(population === undefined ? {} : {
      terminationRelativity: oneBefore(population.terminationRelativity),
    }),
    ...(stated?.followsUnemployment === undefined
      ? {}
      : { followsUnemployment: stated.followsUnemployment }),
    memberGrowthBeforeBaseYear: choices.memberGrowthBeforeBaseYear === "observed"
      ? members.growth
      : choices.memberGrowthBeforeBaseYear,
    terminationRatePerMonth: choices.terminationRate === "reference_as_printed"
      ? Math.round(ratePerMonth * 1000) / 1000
      : ratePerMonth,
    referenceUnemploymentRate: scenario.reference.unemploymentRate,
    referenceInvoluntaryShare: scenario.reference.involuntaryShare,
    scenarioInvoluntaryShare: scenario.involuntaryShare,
    referenceYears: experience.referenceYears,
    unemploymentRate: scenario.unemploymentRate,
    survival: survivalToEnd(
      (inactivityCurve ?? experience.inactivity?.curve)!, // or it was refused above
      scenario.maximumUnemploymentMonths,
    ),
    maximumUnemploymentMonths: scenario.maximumUnemploymentMonths,
  };
}

/** How allowances and labour market policy were taken, in words. */
function paymentBasis(rules: Rules): string[] {
  const { labourMarketPolicy } = rules.financing;
  return [
    ...(hasReemploymentAllowance(rules)
      ? [
        "Re-employment allowance: for who finds work after the first benefit and before " +
        "the last, by survival; nobody finds work sooner for it",
      ]
      : []),
    ...(labourMarketPolicy === 0 ? [] : [
      `Labour market policy: ${percent(labourMarketPolicy, 2)} of insurable earnings, ` +
      "with administration",
    ]),
  ];
}

/** Benefit of the best paid month as a fraction of average earnings. */
function highestRateOf(groups: readonly PaidGroup[]): number {
  return Math.max(
    ...groups.flatMap(({ months }) => months.map(({ highestRate }) => highestRate)),
  );
}

/** Months over which wages are averaged. */
function averageEarningsMonthsOf({ referenceWage }: Rules): number {
  return referenceWage.kind === "last" ? 1 : referenceWage.months;
}

/** Before what the earnings lie that benefits are a share of. */
function referenceBasis(
  months: number,
  { referenceEarnings }: Pick<ChoicesInForce, "referenceEarnings">,
): string {
  const before = referenceEarnings === "before_claim"
    ? "the claim"
    : "each payment, as the report's reading has it";
  return `Reference earnings: of ${
    months === 1 ? "the month" : `the ${months} months`
  } before ${before}`;
}

/** How many more are unemployed some months on than after the general waiting period too. */
function unemployedBeforeWait(
  survival: SurvivalCurve,
  rules: Parameters<typeof waitingShift>[0],
): (month: number) => number {
  const shift = waitingShift(rules);
  return (month) => {
    const after = survivalAt(survival, month + shift);
    return after > 0 ? survivalAt(survival, month) / after : 1;
  };
}

/** The year before the first contributions: the first benefits go back to its wages. */
function firstYearOfEarnings({ experience, terms }: ValuationInputs): number {
  return Math.max(experience.earnings.year, yearOf(terms.firstContributionMonth) - 1);
}

/** (1 + real return)(1 + inflation) − 1 in each year of both. */
function nominalReturn({ realReturn, inflation }: Scenario): YearlyPath {
  const firstYear = Math.max(realReturn.firstYear, inflation.firstYear);
  const end = Math.min(
    ...[realReturn, inflation].map((path) => path.firstYear + path.values.length),
  );
  return {
    firstYear,
    values: Array.from({ length: end - firstYear }, (_, i) => {
      const year = firstYear + i;
      return (1 + valueInYear(realReturn, year)) * (1 + valueInYear(inflation, year)) - 1;
    }),
  };
}

/** Refuses a scenario that does not reach from the base year to the projection's end. */
function checkYears({ experience, scenario, terms }: ValuationInputs, { name }: Rules) {
  const problems = yearGaps(scenario, experience.members.year, terms)
    .map(({ what, wanted, got }) =>
      `Cannot value ${name} under ${scenario.name}: ${what} of the years from ` +
      `${wanted.join(" to ")} is wanted, got ${got.join(" to ")}`
    );
  if (problems.length > 0) throw new RangeError(problems.join("\n"));
}
