import { checkSchema } from "@jkp/files";
import { formatMonth, type YearlyPath, yearOf } from "@jkp/month";
import { checkArgument, type Problem } from "@jkp/problem";
import { lastProjectedMonth } from "../valuation_terms.ts";
import { type SurvivalCurve, survivalCurveFromPoints } from "@jkp/survival";
import * as v from "valibot";
import type { ModelChoices } from "../choices.ts";
import { OutsideModelError } from "../outside_model.ts";
import { ABOVE_ZERO, RANGES, ZERO_OR_MORE } from "./ranges.ts";
import { choicesSchema, TERMS } from "./terms_and_choices.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";
import {
  bySex,
  path,
  type SchemasOf,
  SURVIVAL_CURVE,
  text,
  within,
} from "./value_schemas.ts";

const earningsOfBoth = v.strictObject({
  members: bySex(RANGES.earningsIdr),
  claimants: bySex(RANGES.earningsIdr),
}, "earnings of members and claimants");

const ALLOWANCES = v.strictObject({
  rules: v.looseObject({ reemploymentAllowance: v.unknown() }, "the rules of a scheme"),
  groups: v.array(
    v.strictObject({
      share: within(ZERO_OR_MORE),
      waitingMonths: v.nullable(within(ZERO_OR_MORE)),
      delayMonths: within(ZERO_OR_MORE),
      relativeBenefits: v.array(path(ZERO_OR_MORE), "a path for each month of benefit"),
    }),
    "a list of groups of claimants",
  ),
}, "lump sums for who finds work");

const ASSUMPTIONS = v.strictObject(
  {
    scenarioName: text,
    schemeName: text,
    terms: TERMS,
    choices: choicesSchema(true),
    members: path(RANGES.members),
    memberGrowthBeforeBaseYear: within(RANGES.memberGrowthBeforeBaseYear),
    terminationRatePerMonth: within(RANGES.terminationRatePerMonth),
    referenceUnemploymentRate: within(RANGES.unemploymentRate),
    followsUnemployment: v.optional(v.boolean("true or false")),
    referenceInvoluntaryShare: within(RANGES.involuntaryShare),
    scenarioInvoluntaryShare: within(RANGES.involuntaryShare),
    referenceYears: v.pipe(
      v.array(within(RANGES.year), "a first and a last year"),
      v.length(2, "a first and a last year"),
    ),
    unemploymentRate: path(RANGES.unemploymentRate),
    terminationRelativity: v.optional(path(ABOVE_ZERO)),
    survival: SURVIVAL_CURVE,
    maximumUnemploymentMonths: within(RANGES.maximumUnemploymentMonths),
    involuntaryShare: within(RANGES.involuntaryShare),
    eligibleShare: within(RANGES.eligibleShare),
    referenceEligibleShare: within(RANGES.eligibleShare),
    entitledRelativity: v.optional(path(ZERO_OR_MORE)),
    earnings: v.strictObject(
      {
        membersIdr: path(RANGES.earningsIdr),
        claimantsIdr: path(RANGES.earningsIdr),
        baseYear: v.strictObject({
          year: within(RANGES.year),
          ceilingIdrPerMonth: within({ ...RANGES.earningsIdr, highest: Infinity }),
          total: earningsOfBoth,
          insurable: earningsOfBoth,
        }, "earnings of the base year"),
        claimantRelativity: within(ABOVE_ZERO),
      } satisfies SchemasOf<ValuationAssumptions["earnings"]>,
      "insured earnings",
    ),
    averageEarningsMonths: within(RANGES.averageEarningsMonths),
    benefitRate: within(RANGES.benefitRate),
    maximumDurationMonths: within(RANGES.maximumDurationMonths),
    waitingPeriodDays: within(RANGES.waitingPeriodDays),
    benefitMonths: v.optional(v.pipe(
      v.array(
        v.strictObject({
          paidShare: within(ZERO_OR_MORE),
          relativeBenefit: path(ZERO_OR_MORE),
        }),
        "a list of months of benefit",
      ),
      v.minLength(1, "one month of benefit or more"),
    )),
    reemploymentAllowances: v.optional(ALLOWANCES),
    administrationRate: within(RANGES.administrationRate),
    investmentReturn: path(RANGES.investmentReturn),
    initialCapitalIdr: within(RANGES.initialCapitalIdr),
    trialContributionRate: within(RANGES.contributionRate),
  } satisfies SchemasOf<ValuationAssumptions>,
);

/**
 * Refuses assumptions that no valuation can be made from: types do not hold what is typed
 * in a notebook's cell.
 *
 * @param assumptions The assumptions.
 * @throws {DataError} With every key that is missing or unknown, and every value that is in
 * another unit or out of its range.
 * @throws {OutsideModelError} If by the assumptions themselves nobody is paid.
 *
 * @example A percentage in place of a fraction, and a name that is not known
 * ```ts
 * import { checkAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertThrows } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("base");
 * checkAssumptions({ ...assumptions, eligibleShare: 0.8 });
 * const wrong = { ...assumptions, eligibleShare: 80, benefitrate: 0.6 };
 * assertThrows(
 *   () => checkAssumptions(wrong),
 *   Error,
 *   "assumptions: eligibleShare: expected a fraction from 0 to 1, got 80 " +
 *     "(did you mean 0.8?)\n" +
 *     "assumptions: benefitrate: expected no such key, got 0.6 (did you mean benefitRate?)",
 * );
 * ```
 */
export function checkAssumptions(assumptions: ValuationAssumptions): void {
  checkArgument(
    "value assumptions",
    "a record of assumptions, as deriveAssumptions or reportAssumptions give it,",
    assumptions,
    ["terms", "choices"],
  );
  checkSchema(
    "assumptions",
    assumptions,
    ASSUMPTIONS,
    (content) => combined(content as unknown as ValuationAssumptions),
  );
  for (const [key, what] of Object.entries(NOBODY)) {
    if (assumptions[key as keyof typeof NOBODY] === 0) {
      throw new OutsideModelError(assumptions, what);
    }
  }
}

/** Why nobody is paid, by the share that is 0. */
const NOBODY = {
  involuntaryShare: "nobody who leaves is paid",
  eligibleShare: "nobody who leaves has enough service",
} as const;

/** Parts of the assumptions that contradict each other. */
function combined(assumptions: ValuationAssumptions): Omit<Problem, "file">[] {
  const { terms, members, referenceYears, survival, choices } = assumptions;
  const { membersIdr, claimantsIdr } = assumptions.earnings;
  const [firstReference = NaN, lastReference = NaN] = referenceYears;
  const start = terms.firstContributionMonth;
  const lastYear = yearOf(lastProjectedMonth(terms));
  const fundYears = yearOf(start) + terms.projectionYears - 1;
  const base = members.firstYear;
  const relativities = relativitiesOf(assumptions);
  return [
    ...(terms.firstBenefitMonth < start
      ? [{
        place: "terms.firstBenefitMonth",
        expected: "a month not before the first contribution month",
        received: formatMonth(terms.firstBenefitMonth),
      }]
      : []),
    ...(lastReference < firstReference || lastReference > lastYear
      ? [{
        place: "referenceYears",
        expected: `a first year and a last one, up to ${lastYear}`,
        received: referenceYears.join(" and "),
      }]
      : []),
    ...coverProblems("members", members, base, lastYear),
    ...coverProblems(
      "unemploymentRate",
      assumptions.unemploymentRate,
      base + 1,
      lastYear,
    ),
    ...coverProblems("earnings.membersIdr", membersIdr, yearOf(start), lastYear),
    ...coverProblems("earnings.claimantsIdr", claimantsIdr, yearOf(start), lastYear),
    ...coverProblems(
      "investmentReturn",
      assumptions.investmentReturn,
      yearOf(start),
      fundYears,
    ),
    ...Object.entries(relativities).flatMap(([place, relativity]) =>
      coverProblems(place, relativity, base, lastYear)
    ),
    ...shapeProblems(choices.levelShape, {
      members,
      membersIdr,
      claimantsIdr,
      ...relativities,
    }),
    ...entitledProblems(assumptions),
    ...survivalProblems(survival),
  ];
}

/** What the sexes and ages of members move, if they do. */
function relativitiesOf(
  { terminationRelativity, entitledRelativity }: ValuationAssumptions,
): Readonly<Record<string, YearlyPath>> {
  return {
    ...(terminationRelativity === undefined ? {} : { terminationRelativity }),
    ...(entitledRelativity === undefined ? {} : { entitledRelativity }),
  };
}

/** More leavers entitled to a benefit than there are. */
function entitledProblems(
  { involuntaryShare, eligibleShare, entitledRelativity }: ValuationAssumptions,
): Omit<Problem, "file">[] {
  const highest = Math.max(1, ...entitledRelativity?.values ?? []);
  const share = involuntaryShare * eligibleShare * highest;
  return share <= 1 + 1e-12 || Number.isNaN(share) ? [] : [{
    place: "entitledRelativity",
    expected: "involuntary and eligible shares of at most 1 with it",
    received: String(share),
  }];
}

/** A path that lacks a year; nothing if the years wanted are not known. */
function coverProblems(
  place: string,
  { firstYear, values }: YearlyPath,
  from: number,
  to: number,
): Omit<Problem, "file">[] {
  const last = firstYear + values.length - 1;
  return firstYear <= from && last >= to || Number.isNaN(from + to) ? [] : [{
    place,
    expected: `the years from ${from} to ${to}`,
    received: `${firstYear} to ${last}`,
  }];
}

/** Paths that cannot be joined between the middles of years. */
function shapeProblems(
  shape: ModelChoices["levelShape"],
  paths: Readonly<Record<string, YearlyPath>>,
): Omit<Problem, "file">[] {
  return Object.entries(paths).flatMap(([place, { values }]) =>
    shape === "step" || values.length > 1
      ? []
      : [{ place, expected: "two years or more", received: "one" }]
  );
}

function survivalProblems({ points, rule }: SurvivalCurve): Omit<Problem, "file">[] {
  try {
    survivalCurveFromPoints(points, rule);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ place: "survival", expected: error.message }];
  }
}
