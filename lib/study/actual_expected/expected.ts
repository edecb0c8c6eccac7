import { type Month, monthlyValues, monthRange } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import {
  deriveAssumptions,
  type SchemeValuation,
  type ValuationInputs,
} from "@jkp/valuation";
import type { Quantities } from "./factors.ts";

/** What a valuation expects of a period. */
export interface Expected extends Quantities {
  /** Mean people in payment in a month. */
  readonly beneficiaries: number;
}

/** A valuation, and what it was made from. */
export interface ExpectedBasis {
  readonly valued: SchemeValuation;
  readonly inputs: ValuationInputs;
  /** In order of time. */
  readonly rulesInTime: readonly Rules[];
}

/** The months of a valuation from its first contribution to its end. */
export function monthsValued({ valued }: ExpectedBasis): readonly [Month, Month] {
  const { months, assumptions } = valued.valuation;
  return [
    assumptions.terms.firstContributionMonth,
    months.firstMonth + months.members.length - 1,
  ];
}

/** The rules of a month; of months before all rules the first. */
export function rulesOfMonth(rulesInTime: readonly Rules[], month: Month): Rules {
  return rulesInTime.findLast((rules) => rules.month <= month) ?? rulesInTime[0]!;
}

/**
 * Makes what gives a valuation's quantities of a period: their factors multiply to its
 * benefits.
 */
export function expectedOf(basis: ExpectedBasis): (from: Month, to: Month) => Expected {
  const { valued: { valuation, duration }, inputs, rulesInTime } = basis;
  const { assumptions, months } = valuation;
  const { firstMonth } = months;
  const byRules = new Map(
    rulesInTime.map((
      rules,
    ) => [rules, deriveAssumptions(inputs, rules, duration).assumptions]),
  );
  const spread = (
    path: typeof assumptions.unemploymentRate,
    shape: "of_levels" | "of_rates",
  ) =>
    monthlyValues(
      path,
      firstMonth,
      firstMonth + months.members.length - 1,
      shape === "of_levels"
        ? assumptions.choices.levelShape
        : assumptions.choices.unemploymentShape,
      "carried_back",
    );
  const unemployment = spread(assumptions.unemploymentRate, "of_rates");
  const entitled = assumptions.entitledRelativity === undefined
    ? undefined
    : spread(assumptions.entitledRelativity, "of_levels");
  return (from, to) => {
    let [rate, contributing, wages, beneficiaries] = [0, 0, 0, 0];
    let [leavers, layoffs, claims, benefits] = [0, 0, 0, 0];
    const all = monthRange(from, to);
    for (const month of all) {
      const i = month - firstMonth;
      const rules = byRules.get(rulesOfMonth(rulesInTime, month))!;
      const contributors = assumptions.choices.contributors === "members"
        ? months.members[i]!
        : months.members[i]! - months.beneficiaries[i]!;
      // Who leaves as the engine pays for: by Annex I's ratio, the unemployed that the
      // national rate gives over those that terminations give.
      const ratio = assumptions.choices.beneficiaryMethod === "annex_ratio"
        ? months.estimatedUnemployed[i]! / months.theoreticalUnemployed[i]!
        : 1;
      const left = ratio * months.terminations[i]!;
      const laidOff = left * rules.involuntaryShare;
      rate += unemployment[i]!;
      contributing += contributors;
      wages += contributors * months.memberEarningsIdr[i]!;
      beneficiaries += months.beneficiaries[i]!;
      leavers += left;
      layoffs += laidOff;
      claims += laidOff * rules.eligibleShare * (entitled?.[i] ?? 1);
      benefits += months.beneficiaries[i]! * months.meanBenefitIdr[i]! +
        months.allowancesIdr[i]!;
    }
    return {
      relativeUnemployment: rate / all.length / assumptions.referenceUnemploymentRate,
      members: contributing / all.length,
      monthlyWageIdr: wages / contributing,
      leavers,
      layoffs,
      recognized: layoffs,
      claims,
      benefitsIdr: benefits,
      beneficiaries: beneficiaries / all.length,
    };
  };
}
