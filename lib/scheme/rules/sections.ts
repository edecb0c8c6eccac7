import type { Month } from "@jkp/month";

/** Why an employment ended. */
export type TerminationReason =
  | "involuntary"
  | "fixed_term_expiry"
  | "just_cause_resignation"
  | "forced_resignation"
  | "voluntary_resignation"
  | "misconduct";

/** Every reason, in the order of its number in {@link ClaimTable.reason}. */
export const TERMINATION_REASONS: readonly TerminationReason[] = [
  "involuntary",
  "fixed_term_expiry",
  "just_cause_resignation",
  "forced_resignation",
  "voluntary_resignation",
  "misconduct",
];

/** Groups of workers that schemes treat differently. */
export type WorkerGroup =
  | "employee"
  | "civil_servant"
  | "migrant"
  | "domestic_worker"
  | "part_time"
  | "construction_worker"
  | "employer"
  | "non_wage_earner";

/** Sizes of enterprise that schemes treat differently. */
export type EnterpriseSize = "large" | "medium" | "small" | "micro";

/** Contracts that schemes treat differently. */
export type ContractType = "indefinite" | "fixed_term" | "seasonal";

/** How a group belongs to a scheme; `null` where the source does not say. */
export type Membership = "mandatory" | "voluntary" | "excluded" | null;

/** What every section of a scheme carries. */
export interface Dated {
  /** First month in which the section holds. */
  readonly from: Month;
  /** Document and section, with the article where the document names it. */
  readonly source: string;
  /** What the source leaves open, or how it was read. */
  readonly note: string | null;
}

/** A register of members of BPJS-TK: JKK by name, and of construction by project. */
export type MemberRegister = "jkp" | "jht" | "jkk" | "jkk_construction";

/** Who is covered. */
export interface Coverage extends Dated {
  readonly text: string;
  readonly groups: Readonly<Record<WorkerGroup, Membership>>;
  readonly enterprises: Readonly<Record<EnterpriseSize, Membership>>;
  readonly contracts: Readonly<Record<ContractType, Membership>>;
  /** Registered before this age only; `null` for no limit. */
  readonly ageAtRegistrationBelow: number | null;
  readonly citizensOnly: boolean;
  /** Other schemes that a member must belong to. */
  readonly memberOf: readonly string[];
  /** Where those are counted who are, or would be, members; empty where nobody is. */
  readonly registers: readonly MemberRegister[];
  /** Least hours of part-time workers; `null` for none. */
  readonly minimumHoursPerWeek: number | null;
  readonly minimumHoursPerMonth: number | null;
  /** Employers are let in below this number of staff. */
  readonly employerStaffBelow: number | null;
}

/** How one reason of termination is treated; `null` means as the general rule. */
export interface Treatment {
  readonly covered: boolean;
  readonly contributionMonths: number | null;
  readonly windowMonths: number | null;
  /** Wait in place of the general waiting period. */
  readonly waitingMonths: number | null;
  /** Benefit as a fraction of the reference wage, in place of the general formula. */
  readonly rate: number | null;
  /** Duration in place of the general one, from shortest to longest. */
  readonly shortestMonths: number | null;
  readonly longestMonths: number | null;
}

/** Which ends of employment are covered; `null` where the source does not say. */
export interface Contingency extends Dated {
  readonly text: string;
  readonly reasons: Readonly<Record<TerminationReason, Treatment | null>>;
}

/** Contributions needed before the end of employment. */
export interface Qualifying extends Dated {
  readonly contributionMonths: number;
  readonly windowMonths: number;
  /** Months in a row wanted; `null` for none. */
  readonly consecutiveMonths: number | null;
  /** Where the row must stand: anywhere in the window, or at its end. */
  readonly consecutivePosition: "within_window" | "before_termination";
  /** Days of work from which a month counts; `null` where not stated. */
  readonly daysCountingAsMonth: number | null;
  /** Window of seasonal workers; `null` for the same. */
  readonly seasonalWindowMonths: number | null;
}

/** When a further claim is allowed. */
export interface RepeatClaims extends Dated {
  /** Claims in a career; `null` for no limit. */
  readonly maximumClaims: number | null;
  /** Months between a claim and the next; `null` for none. */
  readonly monthsBetween: number | null;
  /** From when those months run. */
  readonly betweenFrom: "claim" | "last_benefit";
  /** Whether contributions before the last claim count again. */
  readonly contributions: "since_last_claim" | "whole_window";
  /** Whether months not used are lost, or kept for some months from the claim. */
  readonly entitlement: "reset" | "maintained";
  /** Months from the claim for which unused entitlement is kept. */
  readonly maintainedMonths: number | null;
  /** Contributions for a further claim, where they differ. */
  readonly contributionMonths: number | null;
  readonly windowMonths: number | null;
}

/** When a claim must be made, and when it is paid. */
export interface ClaimRules extends Dated {
  /** Months after the end of employment within which to claim; `null` for no limit. */
  readonly withinMonths: number | null;
  /** Months from the claim to the first payment; `null` where not stated. */
  readonly paymentLagMonths: number | null;
}

/** Days without benefit at the start. */
export interface WaitingPeriod extends Dated {
  readonly days: number;
}

/** Lump sum for who finds work early. */
export interface ReemploymentAllowance extends Dated {
  /** Share paid of what remains, by the least share remaining; highest first. */
  readonly steps: readonly {
    readonly remainingFrom: number;
    readonly rate: number;
  }[];
}

/** What severance pay does to the benefit. */
export interface Severance extends Dated {
  readonly effect: "none" | "delay";
  /** Severance pay in currency above which it has effect. */
  readonly above: number | null;
  /** Months of delay; `null`: as many as the pay is worth of reference wages. */
  readonly delayMonths: number | null;
}

/** What other income does to the benefit. */
export interface OtherEarnings extends Dated {
  /** Earnings without effect, as a fraction of the benefit; `null` where not stated. */
  readonly allowedShare: number | null;
  /** Benefits of other schemes that exclude it. */
  readonly excludedBy: readonly ExcludingBenefit[];
}

/** What a benefit of another scheme is paid for, as far as schemes tell it apart. */
export type OtherContingency = "old_age" | "permanent_total_disability" | "other";

/** A benefit that a member draws from another scheme, such as JP. */
export interface OtherBenefit {
  readonly scheme: string;
  readonly paidFor: OtherContingency;
}

/** Benefits that exclude one of this scheme; `null` for any. */
export type ExcludingBenefit = {
  readonly [Key in keyof OtherBenefit]: OtherBenefit[Key] | null;
};

/** Who pays. */
export interface Financing extends Dated {
  readonly employee: number;
  readonly employer: number;
  /** Fraction of the wage from the State. */
  readonly government: number;
  /** Total where its sharing is not stated; `null` if it is the sum of the three. */
  readonly total: number | null;
  /** Fraction of benefits that the State pays. */
  readonly governmentOfBenefits: number;
  /** Employers' rates for active labour market policy, lowest and highest. */
  readonly employerPolicyLowest: number;
  readonly employerPolicyHighest: number;
  readonly initialCapital: number | null;
  /** Which employers of a worker with several contribute. */
  readonly employers: "main" | "every";
  /** Days charged a month to workers paid by the day; `null` where not stated. */
  readonly daysCharged: number | null;
}

/** Rates of other branches, part of which is moved to this one. */
export interface Recomposition extends Dated {
  readonly fromJkk: number;
  readonly fromJkm: number;
  readonly jkm: number;
  /** JKK before, by risk at the workplace. */
  readonly jkk: Readonly<Record<RiskLevel, number>>;
}

/** Risk at the workplace, which sets the JKK rate. */
export type RiskLevel = "very_low" | "low" | "moderate" | "high" | "very_high";

/** What an employer who does not comply owes. */
export interface NonCompliance extends Dated {
  /** Months in arrears in a row up to which the fund still pays. */
  readonly arrearsMonths: number;
  /** Whether the employer can have benefits paid for the fund given back. */
  readonly reimbursed: boolean;
}
