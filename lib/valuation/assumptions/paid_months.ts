import type { ValuationInputs } from "./valuation_inputs.ts";
import type { BySex } from "@jkp/extract";
import { type LeaverAges, shareOfAges } from "@jkp/experience";
import {
  type BenefitCurve,
  flatCurve,
  gradedCurve,
  isOfAge,
  type Rules,
  type Treatment,
} from "@jkp/scheme";
import { agesAlike, type DurationEnd, durationMonths } from "./durations_by_age.ts";
import { NO_DELAY, type SeveranceDelay } from "./severance_delays.ts";

/** Leavers with the same benefits and duration. */
export interface PaidGroup {
  /** Fraction of all leavers, by sex. */
  readonly share: BySex<number>;
  /** Whole months they wait in place of the general waiting period; `null` for that. */
  readonly waitingMonths: number | null;
  /** Months by which severance pay delays their first payment. */
  readonly delayMonths: number;
  /** Their months of benefit, one or more. */
  readonly months: readonly PaidMonth[];
}

/** A month of benefit. */
export interface PaidMonth {
  /** Highest fraction of the wage that is paid by the rate. */
  readonly highestRate: number;
  /** How the benefit follows from the wage, in the unit of the rules' wage bands. */
  readonly curve: BenefitCurve;
}

/** Why and how old people leave. */
export interface Leavers {
  /** Fraction of leavers who are laid off; all others resign. */
  readonly involuntaryShare: number;
  readonly maleShare: number;
  readonly ages: LeaverAges;
}

/** Who leaves: why by the scenario, how old and of which sex by the experience. */
export function leaversOf(
  { experience: { earnings, leaverAges }, scenario: { involuntaryShare } }: Pick<
    ValuationInputs,
    "experience" | "scenario"
  >,
): Leavers {
  return { involuntaryShare, maleShare: earnings.maleShareOfLeavers, ages: leaverAges };
}

/**
 * The groups of leavers that rules pay for a month or more: those laid off and, where
 * resignations are covered, those who resign, perhaps for less and for a shorter time; by
 * age where the benefit or its duration depends on it. Who is laid off may have severance
 * pay that delays the benefit.
 */
export function paidGroups(
  rules: Rules,
  leavers: Leavers,
  end: DurationEnd,
  severanceDelays: readonly SeveranceDelay[] = [NO_DELAY],
): PaidGroup[] {
  const { involuntaryShare, maleShare } = leavers;
  const { involuntary, voluntary_resignation: voluntary } = rules.contingency.reasons;
  const groups = (
    treatment: Treatment | null,
    share: number,
    delayMonths: number,
  ): PaidGroup[] =>
    treatment?.covered !== true ? [] : agesAlike(rules).map(([ageFrom, ageTo]) => {
      const ofAge = shareOfAges(leavers.ages, ageFrom, ageTo);
      return {
        share: {
          male: share * maleShare * ofAge.male,
          female: share * (1 - maleShare) * ofAge.female,
        },
        waitingMonths: treatment.waitingMonths,
        delayMonths,
        months: paidMonths(rules, treatment, ageFrom, end),
      };
    });
  return [
    ...severanceDelays.flatMap((delay) =>
      groups(involuntary, involuntaryShare * delay.share, delay.months)
    ),
    ...groups(voluntary, 1 - involuntaryShare, 0),
  ].filter(({ share: { male, female }, months }) =>
    male + female > 0 && months.length > 0
  );
}

function paidMonths(
  rules: Rules,
  treatment: Treatment,
  age: number,
  end: DurationEnd,
): PaidMonth[] {
  const { name, benefit } = rules;
  const length = durationMonths(rules, treatment, age, end);
  // The same month again, so that its mean is taken once.
  const alike = (month: PaidMonth) => Array<PaidMonth>(length).fill(month);
  if (treatment.rate !== null) return alike(flatMonth(treatment.rate));
  switch (benefit.kind) {
    case "flat":
      return alike(flatMonth(benefit.rate));
    case "tapered":
      if (benefit.rates.length < length) {
        throw new RangeError(
          `Cannot value ${name}: a benefit rate for each month is wanted, got ` +
            `${benefit.rates.length} and ${length} months`,
        );
      }
      return benefit.rates.slice(0, length).map(flatMonth);
    case "graded": {
      const own = benefit.ages.find((group) => isOfAge(group, age));
      if (own === undefined) return [];
      const rates = own.bands.flatMap(({ rateFrom, rateTo }) => [rateFrom, rateTo]);
      return alike({ highestRate: Math.max(...rates), curve: gradedCurve(own.bands) });
    }
  }
}

function flatMonth(rate: number): PaidMonth {
  return { highestRate: rate, curve: flatCurve(rate) };
}
