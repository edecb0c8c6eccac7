import type { BySex } from "@jkp/extract";
import type { YearlyPath } from "@jkp/month";
import type { ValuationTerms } from "../valuation_terms.ts";
import type { SurvivalCurve } from "@jkp/survival";
import type { BenefitMonth } from "../benefit_months.ts";
import type { ReemploymentAllowances } from "../allowance_groups.ts";
import type { ChoicesInForce } from "../choices.ts";

/**
 * Everything a valuation computes from, as plain values: `deriveAssumptions` makes them.
 * Rates, shares and growth are fractions.
 *
 * To change one, copy: `{ ...assumptions, benefitRate: 0.6 }`.
 */
export interface ValuationAssumptions {
  readonly scenarioName: string;
  readonly schemeName: string;
  /** Calendar, reserve and transition. */
  readonly terms: ValuationTerms;
  /** As they are for this scheme. */
  readonly choices: ChoicesInForce;

  // Members, terminations and time out of work.

  /** Average members a month, by year, from the base year. */
  readonly members: YearlyPath;
  /** Growth of members a year before the base year. */
  readonly memberGrowthBeforeBaseYear: number;
  /** Terminations per member and month when unemployment is at its reference rate. */
  readonly terminationRatePerMonth: number;
  /** The national unemployment rate of the years the termination rate was observed. */
  readonly referenceUnemploymentRate: number;
  /** Fraction of the reference years' terminations taken as involuntary. */
  readonly referenceInvoluntaryShare: number;
  /** The scenario's own fraction, whatever the scheme: it shapes unemployment only. */
  readonly scenarioInvoluntaryShare: number;
  /** Years over which the termination rate was observed, first and last. */
  readonly referenceYears: readonly [number, number];
  /** National unemployment rate, by year. */
  readonly unemploymentRate: YearlyPath;
  /**
   * Whether terminations, and unemployed with them, follow national unemployment.
   * @default {true}
   */
  readonly followsUnemployment?: boolean;
  /**
   * Termination rate over that of the members' sexes and ages in the base year, at the same
   * national unemployment: terminations and unemployed follow it as they do that rate.
   * @default 1 in every year
   */
  readonly terminationRelativity?: YearlyPath;
  /** Probability of still being unemployed, by months since termination. */
  readonly survival: SurvivalCurve;
  /** Months after which nobody counts as unemployed any more. */
  readonly maximumUnemploymentMonths: number;

  // Who is paid.

  /**
   * Fraction of terminations that the scheme pays for if service suffices. It is the
   * scenario's involuntary fraction, unless the scheme covers resignations too or leaves
   * out some ages.
   */
  readonly involuntaryShare: number;
  /** Fraction of leavers who meet the qualifying conditions. */
  readonly eligibleShare: number;
  /** The same in the reference years, whatever the scheme: it shapes unemployment only. */
  readonly referenceEligibleShare: number;
  /**
   * Involuntary and eligible share together over the base year's, by year of the termination, as the sexes and
   * ages of leavers move them.
   * @default 1 in every year
   */
  readonly entitledRelativity?: YearlyPath;

  // What is insured and paid.

  /** Mean insurable earnings of members and claimants. */
  readonly earnings: InsuredEarnings;
  /**
   * Months over which average monthly earnings (AME) are taken: before the claim, or before
   * each payment, as the choices say.
   */
  readonly averageEarningsMonths: number;
  /** Benefit of the best paid month as a fraction of AME. */
  readonly benefitRate: number;
  /** Most months from the first that can be paid to the last. */
  readonly maximumDurationMonths: number;
  /** Days without benefit at the start. */
  readonly waitingPeriodDays: number;
  /**
   * What differs from month to month of benefit; the last one holds for all after it.
   * @default every month alike
   */
  readonly benefitMonths?: readonly BenefitMonth[];
  /**
   * Lump sums for who finds work before the benefit ends.
   * @default none
   */
  readonly reemploymentAllowances?: ReemploymentAllowances;

  // The fund.

  /**
   * Administrative expenses as a fraction of insurable earnings, with labour market policy
   * if contributions pay for it.
   */
  readonly administrationRate: number;
  /** Nominal return of the fund, by year. */
  readonly investmentReturn: YearlyPath;
  /** The fund before the first contribution, rupiah. */
  readonly initialCapitalIdr: number;
  /**
   * Contribution rate for the question when the fund runs out: the scheme's own rate, or
   * that of the terms.
   */
  readonly trialContributionRate: number;
}

/** Mean earnings of the first year, before and after its ceiling, by sex. */
export interface EarningsInBaseYear {
  readonly year: number;
  /** Rupiah a month; `Infinity` for none. */
  readonly ceilingIdrPerMonth: number;
  /** Before the ceiling, in rupiah a month. */
  readonly total: { readonly members: BySex<number>; readonly claimants: BySex<number> };
  /** After the ceiling, in rupiah a month. */
  readonly insurable: {
    readonly members: BySex<number>;
    readonly claimants: BySex<number>;
  };
}

/** Mean insurable earnings of members and claimants. */
export interface InsuredEarnings {
  /** All members, in rupiah a month, by year. */
  readonly membersIdr: YearlyPath;
  /** All claimants, in rupiah a month, by year. */
  readonly claimantsIdr: YearlyPath;
  /** Tables 3.2, 3.5 and 3.6. */
  readonly baseYear: EarningsInBaseYear;
  /**
   * Claimants' insurable earnings over members' of the same sex, averaged with the sexes
   * of leavers: "13 per cent lower" in section 3.2.2.
   */
  readonly claimantRelativity: number;
}
