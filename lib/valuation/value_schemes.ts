import {
  formatMonth,
  type Month,
  monthlyValues,
  monthOf,
  type YearlyPath,
} from "@jkp/month";
import { percent } from "@jkp/exhibit";
import { NoSignChangeError } from "@jkp/numeric";
import {
  changesRunningClaims,
  openPointInWords,
  type Rules,
  type RulesInTime,
  rulesOfRunningClaims,
} from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import {
  deriveAssumptions,
  type DerivedAssumptions,
} from "./assumptions/derive_assumptions.ts";
import type { DurationEnd } from "./assumptions/durations_by_age.ts";
import { durationEnds } from "./assumptions/duration_ends.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { meanOverBenefitMonths, relativeBenefits } from "./benefit_months.ts";
import { paymentPattern } from "./benefit_projection.ts";
import type { MonthlyProjection } from "./projection.ts";
import { OutsideModelError } from "./outside_model.ts";
import { type Valuation, valuePeriods } from "./valuation.ts";

/**
 * A scheme valued under one scenario. Values that are not by year belong to the last
 * rules.
 */
export interface SchemeValuation extends Omit<DerivedAssumptions, "assumptions"> {
  /** The last rules. */
  readonly rules: Rules;
  /** Months from which other rules hold; none if they do not change. */
  readonly changes: readonly Month[];
  readonly scenarioName: string;
  /** What people call the scenario; keys have its name. */
  readonly scenarioTitle: string;
  /** Which end of a range of durations; `longest` if there is but one. */
  readonly duration: DurationEnd;
  /** Benefits and administration, with the reserve of the terms at the end, a fraction. */
  readonly suggestedRate: number;
  /** Benefits of the last year over insurable earnings. */
  readonly benefitCostRate: number;
  /** Benefits over all years, rupiah. */
  readonly benefitsIdr: number;
  /** Beneficiaries in an average month of the last year. */
  readonly beneficiaries: number;
  /**
   * Benefits of the last year, without allowances, over claimants' last wages, before any
   * ceiling: of the month before the claim or, where the earnings before each payment
   * count, before each payment.
   */
  readonly replacementRate: number;
  /** Fraction of all leavers of the base year who are covered and have enough service. */
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
 * @param schemes Rules of each scheme; a scheme that changes with time is valued with its
 * changes.
 * @param scenarios All that each scenario's valuations are made from, but the law.
 * @returns A valuation a scheme and scenario, two where the rules give a range of
 * durations; and the schemes that are left out, each with the reason.
 * @throws {DataError} With everything that is wrong with the inputs of a scenario.
 *
 * @example The report's design: 1.35 per cent
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { valueSchemes } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { valued } = valueSchemes(
 *   [rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1))],
 *   [await reportInputs("base")],
 * );
 * assertAlmostEquals(valued[0]!.suggestedRate, 0.0135, 0.00005);
 * ```
 */
export function valueSchemes(
  schemes: readonly RulesInTime[],
  scenarios: readonly ValuationInputs[],
): SchemeValuations {
  const valued: SchemeValuation[] = [];
  const leftOut: SchemeLeftOut[] = [];
  for (const each of schemes.map((rules) => [rules].flat() as readonly Rules[])) {
    try {
      valued.push(...valueAll(each, scenarios));
    } catch (error) {
      const reason = error instanceof OutsideModelError
        ? error.reason
        : error instanceof NoSignChangeError
        ? TOO_DEAR
        : undefined;
      if (reason === undefined) throw error;
      leftOut.push({ rules: each.at(-1)!, reason });
    }
  }
  return { valued, leftOut };
}

/** Why a scheme is left out that costs more than all that is insured. */
export const TOO_DEAR = "no contribution rate up to 100 per cent pays for it";

function valueAll(
  rulesInTime: readonly Rules[],
  scenarios: readonly ValuationInputs[],
): SchemeValuation[] {
  return [...new Set(rulesInTime.flatMap(durationEnds))].flatMap((duration) =>
    scenarios.map((inputs) => valueOne(rulesInTime, inputs, duration))
  );
}

/** The assumptions of a scheme's rules as they change in time, with what they rest on. */
export function derivePeriods(
  rulesInTime: readonly Rules[],
  inputs: ValuationInputs,
  duration: DurationEnd,
) {
  return rulesInTime.map((rules, i) => ({
    ...deriveAssumptions(inputs, rules, duration),
    from: rules.month,
    running: rulesInTime.slice(i + 1).filter(changesRunningClaims).map((change) => ({
      ...deriveAssumptions(inputs, rulesOfRunningClaims(rules, change), duration),
      from: change.month,
    })),
  }));
}

function valueOne(
  rulesInTime: readonly Rules[],
  inputs: ValuationInputs,
  duration: DurationEnd,
): SchemeValuation {
  const periods = derivePeriods(rulesInTime, inputs, duration);
  const valuation = valuePeriods(periods);
  const { from: _from, running: _running, assumptions, ...scheme } = periods.at(-1)!;
  const rules = rulesInTime.at(-1)!;
  const changes = periods.slice(1).map(({ from }) => from);
  const startsLate = periods[0]!.from > inputs.terms.firstBenefitMonth;
  const last = valuation.years.at(-1)!;
  return {
    ...scheme,
    basis: [
      ...textsInTime(periods.map(({ from, basis }) => ({ from, texts: basis }))),
      ...(startsLate
        ? [`Rules of ${formatMonth(periods[0]!.from)}: taken from the first month on`]
        : []),
      ...rulesInTime.slice(1).map(changeInWords),
      ...(valuation.laterTrialRates ?? []).map(({ from, rate }) =>
        `Contribution rate: the fund is tried at ${percent(rate, 2)} from the ` +
        `contributions for ${formatMonth(from)} on`
      ),
      ...rules.openPoints.map((point) => `Open point, ${openPointInWords(point)}`),
    ],
    notValued: [
      ...textsInTime(periods.map(({ from, notValued }) => ({ from, texts: notValued }))),
    ],
    rules,
    changes,
    scenarioName: inputs.scenario.name,
    scenarioTitle: inputs.scenario.title,
    duration,
    suggestedRate: valuation.financing.benefit_and_administrative.suggestedRate,
    benefitCostRate: last.paygBenefitCostRate,
    benefitsIdr: sumSimple(valuation.years.map((year) => year.benefitsIdr)),
    beneficiaries: last.beneficiaries,
    replacementRate: (last.benefitsIdr - last.allowancesIdr) /
      lastWagesIdr(valuation.months, last.year, assumptions, scheme.claimantWagesIdr),
    entitledShare: scheme.coveredShare * assumptions.eligibleShare,
    valuation,
  };
}

/** What all beneficiaries of a year earned in the month before the claim, or the payment. */
function lastWagesIdr(
  { firstMonth, terminations, beneficiaries }: MonthlyProjection,
  year: number,
  assumptions: ValuationAssumptions,
  claimantWagesIdr: YearlyPath,
): number {
  const { levelShape, referenceEarnings } = assumptions.choices;
  const lastMonth = firstMonth + terminations.length - 1;
  const wageBefore = monthlyValues(
    claimantWagesIdr,
    firstMonth - 1,
    lastMonth - 1,
    levelShape,
    "carried_back",
  );
  const pattern = paymentPattern(assumptions);
  const alike = relativeBenefits(undefined, pattern.length, { firstMonth, lastMonth });
  const wages = referenceEarnings === "before_claim"
    ? meanOverBenefitMonths(alike, wageBefore, {
      terminations,
      pattern,
      referenceEarnings,
    })
    : wageBefore;
  const start = monthOf(year, 1) - firstMonth;
  return wages.subarray(start, start + 12)
    .reduce((sum, wage, i) => sum + beneficiaries[start + i]! * wage, 0);
}

/** Texts of each period once; those that are not of all with the month of their rules. */
function textsInTime(
  periods: readonly { readonly from: Month; readonly texts: readonly string[] }[],
): string[] {
  const all = periods.flatMap(({ from, texts }) =>
    texts.map((text) =>
      periods.every((each) => each.texts.includes(text))
        ? text
        : `${text} (rules of ${formatMonth(from)})`
    )
  );
  return [...new Set(all)];
}

function changeInWords(rules: Rules): string {
  return `Rules change in ${formatMonth(rules.month)}: for jobs that end and ` +
    "contributions from then on" +
    (changesRunningClaims(rules)
      ? ", and the rates of benefits still to be paid then"
      : "");
}
