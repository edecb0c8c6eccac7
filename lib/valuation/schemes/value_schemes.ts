import {
  formatMonth,
  type Month,
  monthlyValues,
  monthOf,
  type YearlyPath,
} from "@jkp/month";
import { NoSignChangeError } from "@jkp/numeric";
import type { Rules } from "@jkp/scheme";
import type { ValuationAssumptions } from "../assumptions.ts";
import { type Valuation, valuePeriods } from "../valuation.ts";
import { durationEnds } from "./duration_ends.ts";
import type { DurationEnd } from "./durations_by_age.ts";
import { isMoneyKnown } from "./limit_path.ts";
import { leaversOf, paidGroups } from "./paid_months.ts";
import { type SchemeAssumptions, schemeAssumptions } from "./scheme_assumptions.ts";
import type { SchemeData } from "./scheme_data.ts";

/** One scenario to value schemes under. */
export interface SchemeScenario {
  readonly assumptions: ValuationAssumptions;
  readonly data: SchemeData;
  /**
   * A change made to the assumptions of every scheme, after its rules are in them.
   * @default none
   */
  readonly change?: (assumptions: ValuationAssumptions) => ValuationAssumptions;
}

/** A scheme's rules: of one month, or in order of time as `rulesBetween` has them. */
export type RulesInTime = Rules | readonly Rules[];

/** A scheme valued under one scenario; what is not of all years is of the last rules. */
export interface SchemeValuation extends Omit<SchemeAssumptions, "assumptions"> {
  /** The last rules. */
  readonly rules: Rules;
  /** Months from which other rules hold; none if they do not change. */
  readonly changes: readonly Month[];
  readonly scenarioName: string;
  /** Which end of a range of durations; `longest` if there is but one. */
  readonly duration: DurationEnd;
  /** Benefits and administration, with the design's reserve at the end, a fraction. */
  readonly suggestedRate: number;
  /** Benefits of the last year over insurable earnings. */
  readonly benefitCostRate: number;
  /** Benefits over all years, rupiah. */
  readonly benefitsIdr: number;
  /** Beneficiaries in an average month of the last year. */
  readonly beneficiaries: number;
  /**
   * Benefits of the last year over claimants' wages, before any ceiling, of the month
   * before each payment: as if the job had just ended.
   */
  readonly replacementRate: number;
  /** Fraction of all leavers who are covered and have the service wanted. */
  readonly entitledShare: number;
  readonly valuation: Valuation;
}

/** A scheme that could not be valued. */
export interface SchemeLeftOut {
  readonly rules: Rules;
  readonly reason: string;
}

/** Schemes on one country's data. */
export interface SchemeValuations {
  readonly valued: readonly SchemeValuation[];
  readonly leftOut: readonly SchemeLeftOut[];
}

/**
 * Values schemes on the same members and the same economy, under each scenario.
 *
 * @param schemes Their rules; those that change with time are valued as they change.
 * @param scenarios Assumptions and data of each scenario.
 * @returns A valuation a scheme and scenario, two where the rules give a range of
 * durations; and the schemes that are left out, each with the reason.
 *
 * @example The proposal's rules cost what its design does
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract";
 * import { monthOf } from "@jkp/month";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { reportAssumptions, valueScheme, valueSchemes } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("base");
 * const { earnings, leaverAges } = studyExperience(await readShippedExtract());
 * const scenario = await readScenario("base");
 * const { valued } = valueSchemes(
 *   [rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1))],
 *   [{ assumptions, data: { scenario, earnings, leaverAges, serviceShares: [] } }],
 * );
 * assertAlmostEquals(
 *   valued[0]!.suggestedRate,
 *   valueScheme(assumptions).financing.benefit_and_administrative.suggestedRate,
 *   1e-12,
 * );
 * ```
 */
export function valueSchemes(
  schemes: readonly RulesInTime[],
  scenarios: readonly SchemeScenario[],
): SchemeValuations {
  const valued: SchemeValuation[] = [];
  const leftOut: SchemeLeftOut[] = [];
  for (const each of schemes.map((rules) => [rules].flat() as readonly Rules[])) {
    const rules = each.at(-1)!;
    const reason = each.map((ofMonths) => reasonToLeaveOut(ofMonths, scenarios))
      .find((reason) => reason !== null);
    try {
      if (reason !== undefined) leftOut.push({ rules, reason });
      else valued.push(...valueAll(each, scenarios));
    } catch (error) {
      if (!(error instanceof NoSignChangeError)) throw error;
      leftOut.push({ rules, reason: TOO_DEAR });
    }
  }
  return { valued, leftOut };
}

/** Why a scheme is left out that costs more than all that is insured. */
export const TOO_DEAR = "no contribution rate up to 100 per cent pays for it";

function valueAll(
  rulesInTime: readonly Rules[],
  scenarios: readonly SchemeScenario[],
): SchemeValuation[] {
  return [...new Set(rulesInTime.flatMap(durationEnds))].flatMap((duration) =>
    scenarios.map((scenario) => valueOne(rulesInTime, scenario, duration))
  );
}

function reasonToLeaveOut(
  rules: Rules,
  scenarios: readonly SchemeScenario[],
): string | null {
  const { benefit, currency, contingency: { reasons } } = rules;
  if (
    benefit.kind === "graded" && !scenarios.every(({ data }) => isMoneyKnown(rules, data))
  ) {
    return `the benefit follows wage bands in ${currency}, and no average wage in ` +
      `${currency} is known to compare them with`;
  }
  if (!reasons.involuntary?.covered && !reasons.voluntary_resignation?.covered) {
    return "neither layoff nor resignation is covered";
  }
  const isPaid = scenarios.every(({ assumptions, data }) =>
    durationEnds(rules).every((end) =>
      paidGroups(rules, leaversOf(assumptions, data), end).length > 0
    )
  );
  return isPaid ? null : "nobody who leaves is paid";
}

function valueOne(
  rulesInTime: readonly Rules[],
  { assumptions: base, data, change = (unchanged) => unchanged }: SchemeScenario,
  duration: DurationEnd,
): SchemeValuation {
  const periods = rulesInTime.map((rules) => {
    const scheme = schemeAssumptions(base, rules, data, duration);
    return { ...scheme, from: rules.month, assumptions: change(scheme.assumptions) };
  });
  const valuation = valuePeriods(periods);
  const { from: _from, assumptions, ...scheme } = periods.at(-1)!;
  const rules = rulesInTime.at(-1)!;
  const changes = periods.slice(1).map(({ from }) => from);
  const startsLate = periods[0]!.from > base.design.firstBenefitMonth;
  const last = valuation.years.at(-1)!;
  const ownRates = new Set(periods.map(({ ownRate }) => ownRate));
  return {
    ...scheme,
    excludedByService: 1 - assumptions.eligibleShare,
    basis: [
      ...new Set(periods.flatMap(({ basis }) => basis)),
      ...(startsLate
        ? [`Rules of ${formatMonth(periods[0]!.from)}: taken from the first month on`]
        : []),
      ...changes.map(changeInWords),
    ],
    notValued: [
      ...new Set(periods.flatMap(({ notValued }) => notValued)),
      ...(ownRates.size > 1
        ? ["Contribution rates that change: the fund is tried at the first one"]
        : []),
    ],
    rules,
    changes,
    scenarioName: base.scenarioName,
    duration,
    suggestedRate: valuation.financing.benefit_and_administrative.suggestedRate,
    benefitCostRate: last.paygBenefitCostRate,
    benefitsIdr: valuation.years.reduce((sum, year) => sum + year.benefitsIdr, 0),
    beneficiaries: last.beneficiaries,
    replacementRate: last.benefitsIdr /
      lastWagesIdr(valuation, last.year, scheme.claimantWagesIdr),
    entitledShare: scheme.coveredShare * assumptions.eligibleShare,
    valuation,
  };
}

/** What all beneficiaries of a year earned in the month before each payment. */
function lastWagesIdr(
  { months: { firstMonth, beneficiaries }, assumptions }: Valuation,
  year: number,
  claimantWagesIdr: YearlyPath,
): number {
  const start = monthOf(year, 1);
  const { levelShape } = assumptions.choices;
  return monthlyValues(claimantWagesIdr, start - 1, start + 10, levelShape)
    .reduce((sum, wage, i) => sum + beneficiaries[start + i - firstMonth]! * wage, 0);
}

function changeInWords(month: Month): string {
  return `Rules change in ${
    formatMonth(month)
  }: for jobs that end and contributions from then on`;
}
