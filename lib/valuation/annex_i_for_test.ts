import { monthOf, type YearlyPath, yearOf } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";

/** What Annex I gives, by the plainest arithmetic. */
export interface AnnexI {
  readonly suggestedRate: number;
  readonly minimumRate: number;
  readonly paygCostRates: readonly number[];
}

/**
 * Annex I from its equations, cohort by cohort and with the rates in closed form, for
 * assumptions whose months of benefit are alike and whose choices are those of `closest` or
 * `national_odds`: nothing of the engine is used but the assumptions themselves.
 */
export function annexI(a: ValuationAssumptions): AnnexI {
  const start = monthOf(a.referenceYears[0], 1) - a.maximumUnemploymentMonths;
  const first = a.terms.firstContributionMonth;
  const end = first + 12 * a.terms.projectionYears;
  const months = Array.from({ length: end - start }, (_, i) => start + i);

  const members = months.map((t) => atMonth(a.members, t, a.memberGrowthBeforeBaseYear));
  const relative = months.map((t) =>
    yearOf(t) <= a.members.firstYear
      ? 1
      : a.unemploymentRate.values[yearOf(t) - a.unemploymentRate.firstYear]! /
        a.referenceUnemploymentRate
  );
  const ended = months.map((_, i) =>
    a.terminationRatePerMonth * relative[i]! * members[i]!
  );

  // Each month's leavers, followed until nobody counts as unemployed any more.
  const unemployed = months.map(() => 0);
  const onBenefit = months.map(() => 0);
  ended.forEach((leavers, i) => {
    for (let d = 0; d < a.maximumUnemploymentMonths && i + d < months.length; d++) {
      unemployed[i + d]! += leavers * survivalAt(a.survival, d);
    }
    for (let d = 0; d < a.maximumDurationMonths && i + d < months.length; d++) {
      const wait = a.waitingPeriodDays / 30;
      onBenefit[i + d]! += leavers * survivalAt(a.survival, d + wait);
    }
  });

  const { coveredUnemploymentRate: chosen } = a.choices;
  const rate = chosen === "national" ? a.referenceUnemploymentRate : Number(chosen);
  const odds = (x: number) => rate * x / (1 - rate * x);
  // With a covered rate of 0 the odds are proportional to unemployment itself.
  const shape = months.map((_, i) =>
    members[i]! * (rate === 0 ? relative[i]! : odds(relative[i]!) / odds(1))
  );
  let [theirs, ours] = [0, 0];
  months.forEach((t, i) => {
    if (yearOf(t) < a.referenceYears[0] || yearOf(t) > a.referenceYears[1]) return;
    theirs += unemployed[i]!;
    ours += shape[i]!;
  });
  const paid = months.map((t, i) => {
    if (t < a.terms.firstBenefitMonth) return 0;
    const scale = a.choices.beneficiaryMethod === "flow"
      ? 1
      : shape[i]! * theirs / ours / unemployed[i]!;
    return onBenefit[i]! * scale * a.involuntaryShare * a.eligibleShare;
  });

  // Flows by year, and the fund as a straight line in the rate: closing = rate · A − B.
  const paygCostRates: number[] = [];
  let [accumulatedBase, accumulatedCost] = [0, -a.initialCapitalIdr];
  let [minimumRate, suggestedRate] = [0, 0];
  for (let k = 0; k < a.terms.projectionYears; k++) {
    let [base, cost] = [0, 0];
    for (let t = first + 12 * k; t < first + 12 * (k + 1); t++) {
      const insured = members[t - start]! * atMonth(a.earnings.membersIdr, t);
      let earned = 0;
      for (let lag = 1; lag <= a.averageEarningsMonths; lag++) {
        earned += atMonth(a.earnings.claimantsIdr, t - lag) / a.averageEarningsMonths;
      }
      base += insured;
      cost += paid[t - start]! * a.benefitRate * earned + a.administrationRate * insured;
    }
    paygCostRates.push(cost / base);
    const year = yearOf(first) + k;
    const growth = 1 + a.investmentReturn.values[year - a.investmentReturn.firstYear]!;
    accumulatedBase = accumulatedBase * growth + base;
    accumulatedCost = accumulatedCost * growth + cost;
    minimumRate = Math.max(minimumRate, accumulatedCost / accumulatedBase);
    if (k < a.terms.projectionYears - 1) continue;
    const target = a.terms.reserveMultiple * cost;
    suggestedRate = Math.max(minimumRate, (accumulatedCost + target) / accumulatedBase);
  }
  return { suggestedRate, minimumRate, paygCostRates };
}

/** A yearly level in a month, its logarithm straight between the middles of the years. */
function atMonth(
  { firstYear, values }: YearlyPath,
  month: number,
  past?: number,
): number {
  const place = (month + 0.5) / 12 - 0.5 - firstYear;
  if (place < 0 && past !== undefined) return values[0]! * (1 + past) ** place;
  const i = Math.min(values.length - 2, Math.max(0, Math.floor(place)));
  return values[i]! * (values[i + 1]! / values[i]!) ** (place - i);
}
