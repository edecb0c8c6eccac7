import type { Scenario } from "@jkp/economy";
import { checkSchema } from "@jkp/files";
import { formatMonth, type YearlyPath, yearOf } from "@jkp/month";
import type { Problem } from "@jkp/problem";
import { lastProjectedMonth, type ValuationTerms } from "@jkp/scheme";
import { type SurvivalCurve, survivalCurveFromPoints } from "@jkp/survival";
import * as v from "valibot";
import type { ModelChoices } from "../choices.ts";
import { OutsideModelError } from "../outside_model.ts";
import {
  ABOVE_ZERO,
  GROWTH,
  isWithin,
  type Range,
  RANGES,
  receivedFor,
  ZERO_OR_MORE,
} from "./ranges.ts";
import type { RulesData } from "./rules_data.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";
import type { ValuationInputs } from "./valuation_inputs.ts";

/** A schema for each key of a type: a key too few or too many does not compile. */
type SchemasOf<Value> = { readonly [Key in keyof Required<Value>]: v.GenericSchema };

/** A number within a range. */
function within(range: Range) {
  return v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || isWithin(range, dataset.value)) return;
      addIssue({
        message: range.expected,
        received: receivedFor(range, dataset.value),
      });
    }),
  );
}

/** One of some words, or a number within a range. */
function oneOf(words: readonly string[], range?: Range) {
  const expected = [...words, ...(range === undefined ? [] : [range.expected])];
  return v.pipe(
    v.unknown(),
    v.check(
      (value) =>
        words.includes(value as string) ||
        range !== undefined && isWithin(range, value),
      `one of ${expected.join(", ")}`,
    ),
  );
}

const text = v.string("a text");

/** One value or more by year. */
function path(range: Range) {
  return v.strictObject(
    {
      firstYear: within(RANGES.year),
      values: v.pipe(
        v.array(within(range), "a list of values by year"),
        v.minLength(1, "one value by year or more"),
      ),
    },
    "a yearly path",
  );
}

function bySex(range: Range) {
  return v.strictObject({ male: within(range), female: within(range) }, "both sexes");
}

const earningsOfBoth = v.strictObject({
  members: bySex(RANGES.earningsIdr),
  claimants: bySex(RANGES.earningsIdr),
}, "earnings of members and claimants");

const TERMS = v.strictObject(
  {
    firstContributionMonth: within(RANGES.month),
    firstBenefitMonth: within(RANGES.month),
    projectionYears: within(RANGES.projectionYears),
    reserveMultiple: within(RANGES.reserveMultiple),
    trialContributionRate: within(RANGES.contributionRate),
    transition: v.strictObject({
      jhtWorkers: within(ABOVE_ZERO),
      jhtAndJkkWorkers: within(ABOVE_ZERO),
    }, "workers covered at the start"),
  } satisfies SchemasOf<ValuationTerms>,
  "the terms of a valuation",
);

const MONTHLY_SHAPES = {
  step: true,
  midyear_linear: true,
  midyear_log_linear: true,
} as const;

/** The words of each choice: one too few or too many does not compile. */
const WORDS: {
  readonly [Name in keyof ModelChoices]: Readonly<
    Record<Extract<ModelChoices[Name], string>, true>
  >;
} = {
  beneficiaryMethod: { annex_ratio: true, flow: true },
  coveredUnemploymentRate: { national: true, implied: true, implied_of_scenario: true },
  memberGrowthBeforeBaseYear: { observed: true },
  unemploymentShape: MONTHLY_SHAPES,
  levelShape: MONTHLY_SHAPES,
  terminationRate: {
    exact: true,
    reference_as_printed: true,
    each_year_as_printed: true,
  },
  contributors: { members: true, members_less_beneficiaries: true },
  referenceEarnings: {
    before_claim: true,
    before_payment: true,
    before_payment_in_report: true,
  },
  ceilingIndex: {
    wages: true,
    wages_in_report: true,
    real_gdp: true,
    real_gdp_lagged: true,
    nominal_gdp: true,
  },
  waitingPeriod: { shifts_payments: true, shortens_payments: true, ignored: true },
  firstPayments: { all_still_entitled: true, new_claims_only: true },
  administration: { stated: true, implied: true },
  productivity: { as_printed: true, balanced: true },
  fundFlows: { year_end: true, mid_year: true, year_start: true },
  transitionalFactors: { as_printed_in_report: true, as_printed: true, exact: true },
};

/** Choices that may be a number too. */
const NUMBERS: Partial<Record<keyof ModelChoices, Range>> = {
  coveredUnemploymentRate: RANGES.coveredUnemploymentRate,
  memberGrowthBeforeBaseYear: RANGES.memberGrowthBeforeBaseYear,
};

/** Choices of a reading; or in force, where no word speaks of the report alone. */
function choicesSchema(areInForce: boolean) {
  return v.strictObject(
    Object.fromEntries(
      Object.entries(WORDS).map(([name, words]) => [
        name,
        oneOf(
          Object.keys(words).filter((word) =>
            !areInForce || !word.endsWith("_in_report")
          ),
          NUMBERS[name as keyof ModelChoices],
        ),
      ]),
    ),
    "the choices of a reading",
  );
}

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
    referenceInvoluntaryShare: within(RANGES.involuntaryShare),
    scenarioInvoluntaryShare: within(RANGES.involuntaryShare),
    referenceYears: v.pipe(
      v.array(within(RANGES.year), "a first and a last year"),
      v.length(2, "a first and a last year"),
    ),
    unemploymentRate: path(RANGES.unemploymentRate),
    survival: v.strictObject({
      points: v.pipe(
        v.array(
          v.strictObject({
            time: within(ZERO_OR_MORE),
            survival: within(RANGES.survival),
          }),
          "a list of points",
        ),
        v.minLength(2, "two points or more"),
      ),
      rule: oneOf(["step", "linear", "monotone_cubic"]),
    }, "a survival curve"),
    maximumUnemploymentMonths: within(RANGES.maximumUnemploymentMonths),
    involuntaryShare: within(RANGES.involuntaryShare),
    eligibleShare: within(RANGES.eligibleShare),
    referenceEligibleShare: within(RANGES.eligibleShare),
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
    ...shapeProblems(choices.levelShape, { members, membersIdr, claimantsIdr }),
    ...survivalProblems(survival),
  ];
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

const spread = bySex({
  ...ABOVE_ZERO,
  expected: "a spread above 0, up to 5",
  highest: 5,
});

const INPUTS = v.strictObject(
  {
    experience: v.looseObject({}, "what an extract showed"),
    scenario: v.strictObject(
      {
        name: text,
        title: text,
        source: text,
        realGdpGrowth: path(GROWTH),
        employmentGrowth: path(GROWTH),
        productivityGrowth: path(GROWTH),
        unemploymentRate: path(RANGES.unemploymentRate),
        reference: v.strictObject(
          {
            firstYear: within(RANGES.year),
            lastYear: within(RANGES.year),
            unemploymentRate: within(RANGES.unemploymentRate),
            involuntaryShare: within(RANGES.involuntaryShare),
          } satisfies SchemasOf<Scenario["reference"]>,
          "the reference years",
        ),
        inflation: path(GROWTH),
        realReturn: path(GROWTH),
        involuntaryShare: within(RANGES.involuntaryShare),
        maximumUnemploymentMonths: within(RANGES.maximumUnemploymentMonths),
        claimantEarningsProfile: oneOf(["leavers", "members_of_same_age"]),
        claimantEarningsFactor: within(ABOVE_ZERO),
        claimantEarningsSpread: spread,
        memberEarningsSpread: spread,
        administrationRate: v.strictObject(
          {
            stated: within(RANGES.administrationRate),
            implied: within(RANGES.administrationRate),
          } satisfies SchemasOf<Scenario["administrationRate"]>,
          "administration rates",
        ),
      } satisfies SchemasOf<Scenario>,
      "a scenario",
    ),
    terms: TERMS,
    choices: choicesSchema(false),
    data: v.optional(v.strictObject(
      {
        extractShares: v.optional(v.unknown()),
        serviceShares: v.optional(v.unknown()),
        averageWages: v.optional(v.unknown()),
        amounts: v.optional(v.unknown()),
        severance: v.optional(v.unknown()),
      } satisfies SchemasOf<RulesData>,
      "a table of data",
    )),
    change: v.optional(v.function("a function of assumptions")),
  } satisfies SchemasOf<ValuationInputs>,
);

/**
 * Refuses inputs that no assumptions can be made from, as {@link checkAssumptions} does.
 *
 * @param inputs The inputs; the experience is taken as it is.
 * @throws {DataError} With every problem.
 */
export function checkInputs(inputs: ValuationInputs): void {
  checkSchema("inputs", inputs, INPUTS);
}

/**
 * Refuses a number out of its range.
 *
 * @param place Its name.
 * @throws {DataError} If it is not within the range.
 */
export function checkNumber(place: string, value: unknown, range: Range): void {
  checkSchema(place, value, within(range));
}

/**
 * Refuses a word that is not one of some.
 *
 * @param place Its name.
 * @throws {DataError} If it is another.
 */
export function checkChoice(
  place: string,
  value: unknown,
  words: readonly string[],
): void {
  checkSchema(place, value, oneOf(words));
}
