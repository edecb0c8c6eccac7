import * as v from "valibot";
import {
  type Description,
  type Fields,
  inPercent,
  listOf,
  maybe,
  or,
  orAs,
  orNone,
  recordOf,
  tableOf,
  type ValueOf,
} from "./description.ts";
import {
  age,
  amount,
  calendarMonth,
  contributionPct,
  days,
  fraction,
  months,
  oneOf,
  sharePct,
  whole,
  words,
  yesOrNo,
} from "./units.ts";

/** Why an employment ended. */
export type TerminationCause = typeof TERMINATION_CAUSES[number];

/** Every reason, in the order of its number in {@link ClaimTable.reason}. */
export const TERMINATION_CAUSES = [
  "involuntary",
  "fixed_term_expiry",
  "just_cause_resignation",
  "forced_resignation",
  "voluntary_resignation",
  "misconduct",
] as const;

/** Groups of workers that schemes treat differently. */
export const WORKER_GROUPS = [
  "employee",
  "civil_servant",
  "migrant",
  "domestic_worker",
  "part_time",
  "construction_worker",
  "employer",
  "non_wage_earner",
] as const;
/** One of the groups of workers. */
export type WorkerGroup = typeof WORKER_GROUPS[number];

/** Sizes of enterprise that schemes treat differently. */
export const ENTERPRISE_SIZES = ["large", "medium", "small", "micro"] as const;
/** One of the sizes of enterprise. */
export type EnterpriseSize = typeof ENTERPRISE_SIZES[number];

/** Contracts that schemes treat differently. */
export const CONTRACT_TYPES = ["indefinite", "fixed_term", "seasonal"] as const;
/** One of the contracts. */
export type ContractType = typeof CONTRACT_TYPES[number];

/** How a group belongs to a scheme; `null` where the source does not say. */
export type Membership = "mandatory" | "voluntary" | "excluded" | null;
const membership = maybe(oneOf("mandatory", "voluntary", "excluded"));

/** How each of some groups belongs; a table that is left out says nothing of any. */
function memberships<const Group extends string>(groups: readonly Group[]) {
  const unsaid = Object.fromEntries(groups.map((group) => [group, null]));
  return or(recordOf(groups, membership), unsaid as Record<Group, Membership>);
}

/** What every section of a scheme carries. */
export const DATED = {
  /** First month in which the section holds. */
  from: calendarMonth,
  /** Document and section, with the article where the document names it. */
  source: words,
  /** What the source leaves open, or how it was read. */
  note: maybe(words),
};

/** What every section of a scheme carries. */
export type Dated = Fields<typeof DATED>;

/** A section of a scheme. */
export function section<const Of extends Description>(description: Of) {
  return tableOf<typeof DATED & Of>({ ...DATED, ...description });
}

const memberRegister = oneOf("jkp", "jht", "jkk", "jkk_construction");
/** A register of members of BPJS-TK: JKK by name, and of construction by project. */
export type MemberRegister = v.InferOutput<typeof memberRegister>;

const schemes = v.array(words, "a list of schemes");

export const COVERAGE = section({
  text: words,
  /** Registered before this age only; `null` for no limit. */
  ageAtRegistrationBelow: maybe(age),
  citizensOnly: or(yesOrNo, false),
  /** Other schemes that a member must belong to. */
  memberOf: orNone(schemes),
  /** Schemes that the employees of an enterprise of a size must belong to as well. */
  alsoMemberOf: or(
    recordOf(ENTERPRISE_SIZES, orNone(schemes)),
    { large: [], medium: [], small: [], micro: [] } as Readonly<
      Record<EnterpriseSize, readonly string[]>
    >,
  ),
  /** Registers that count the members, or would-be members; empty if no register does. */
  registers: orNone(v.pipe(
    v.array(memberRegister, "a list of registers of members"),
    v.check((list) => new Set(list).size === list.length, "each register once"),
  )),
  /** Least hours of part-time workers; `null` for none. */
  minimumHoursPerWeek: maybe(whole(1, 60, "hours")),
  minimumHoursPerMonth: maybe(whole(1, 250, "hours")),
  /** Employers are let in below this number of staff. */
  employerStaffBelow: maybe(whole(1, 100_000, "staff")),
  groups: memberships(WORKER_GROUPS),
  enterprises: memberships(ENTERPRISE_SIZES),
  contracts: memberships(CONTRACT_TYPES),
});
/** Who is covered. */
export type Coverage = ValueOf<typeof COVERAGE>;

const ownMonths = whole(0, 60, "months");
const TREATMENT = {
  covered: yesOrNo,
  contributionMonths: maybe(months),
  windowMonths: maybe(months),
  /** Wait in place of the general waiting period. */
  waitingMonths: maybe(whole(0, 12, "months")),
  /** Benefit as a fraction of the reference wage, in place of the general formula. */
  rate: maybe(inPercent(sharePct)),
  /** Duration in place of the general one, from shortest to longest. */
  shortestMonths: orAs(ownMonths, "longest_months", null),
  longestMonths: orAs(ownMonths, "shortest_months", null),
};
/** How one reason of termination is treated; `null` means as the general rule. */
export type Treatment = Fields<typeof TREATMENT>;

export const CONTINGENCY = section({
  text: words,
  reasons: recordOf(TERMINATION_CAUSES, maybe(tableOf(TREATMENT))),
});
/** Which ends of employment are covered; `null` where the source does not say. */
export type Contingency = ValueOf<typeof CONTINGENCY>;

export const QUALIFYING = section({
  contributionMonths: months,
  windowMonths: months,
  /** Months in a row wanted; `null` for none. */
  consecutiveMonths: maybe(months),
  /** Where the row must stand: anywhere in the window, or at its end. */
  consecutivePosition: or(oneOf("within_window", "before_termination"), "within_window"),
  /** Days of work from which a month counts; `null` where not stated. */
  daysCountingAsMonth: maybe(whole(1, 31, "days")),
  /** Window of seasonal workers; `null` for the same. */
  seasonalWindowMonths: maybe(months),
});
/** Contributions needed before the end of employment. */
export type Qualifying = ValueOf<typeof QUALIFYING>;

export const REPEAT_CLAIMS = section({
  /** Claims in a career; `null` for no limit. */
  maximumClaims: maybe(whole(1, 50, "claims")),
  /** Months between a claim and the next; `null` for none. */
  monthsBetween: maybe(months),
  /** From when those months run. */
  betweenFrom: or(oneOf("claim", "last_benefit"), "claim"),
  /** Whether contributions before the last claim count again. */
  contributions: oneOf("since_last_claim", "whole_window"),
  /** Whether months not used are lost, or kept for some months from the claim. */
  entitlement: oneOf("reset", "maintained"),
  /** Months from the claim for which unused entitlement is kept. */
  maintainedMonths: maybe(months),
  /** Contributions for a further claim, where they differ. */
  contributionMonths: maybe(months),
  windowMonths: maybe(months),
});
/** When a further claim is allowed. */
export type RepeatClaims = ValueOf<typeof REPEAT_CLAIMS>;

export const CLAIM_RULES = section({
  /** Months after the end of employment within which to claim; `null` for no limit. */
  withinMonths: maybe(months),
  /** Months from the claim to the first payment; `null` where not stated. */
  paymentLagMonths: maybe(months),
});
/** When a claim must be made, and when it is paid. */
export type ClaimRules = ValueOf<typeof CLAIM_RULES>;

export const WAITING_PERIOD = section({ days });
/** Days without benefit at the start. */
export type WaitingPeriod = ValueOf<typeof WAITING_PERIOD>;

export const REEMPLOYMENT_ALLOWANCE = section({
  /**
   * Fraction paid of the benefits that remain, by the least fraction remaining; highest
   * first.
   */
  steps: listOf(
    tableOf({ remainingFrom: or(fraction, 0), rate: inPercent(sharePct) }),
    "a list of steps",
  ),
});
/** Lump sum for a recipient who finds work early. */
export type ReemploymentAllowance = ValueOf<typeof REEMPLOYMENT_ALLOWANCE>;

export const SEVERANCE = section({
  effect: oneOf("none", "delay"),
  /** Severance pay in currency above which it has effect. */
  above: maybe(amount),
  /** Months of delay; `null`: as many as the pay is worth of reference wages. */
  delayMonths: maybe(months),
});
/** What severance pay does to the benefit. */
export type Severance = ValueOf<typeof SEVERANCE>;

/** Schema of what a benefit of another scheme is paid for. */
export const otherContingency = oneOf("old_age", "permanent_total_disability", "other");
/** What a benefit of another scheme is paid for, as far as schemes tell it apart. */
export type OtherContingency = v.InferOutput<typeof otherContingency>;

const EXCLUDING_BENEFIT = { scheme: maybe(words), paidFor: maybe(otherContingency) };
/** Benefits that exclude one of this scheme; `null` for any. */
export type ExcludingBenefit = Fields<typeof EXCLUDING_BENEFIT>;

/** A benefit that a member draws from another scheme, such as JP. */
export interface OtherBenefit {
  readonly scheme: string;
  readonly paidFor: OtherContingency;
}

export const OTHER_EARNINGS = section({
  /** Earnings without effect, as a fraction of the benefit; `null` where not stated. */
  allowedShare: maybe(inPercent(sharePct)),
  /** Benefits of other schemes that exclude it. */
  excludedBy: orNone(listOf(tableOf(EXCLUDING_BENEFIT), "a list of benefits")),
});
/** What other income does to the benefit. */
export type OtherEarnings = ValueOf<typeof OTHER_EARNINGS>;

const contribution = inPercent(contributionPct);
export const FINANCING = section({
  /** Fraction of the wage from the employee, and below it from the employer. */
  employee: or(contribution, 0),
  employer: or(contribution, 0),
  /** Fraction of the wage from the State. */
  government: or(contribution, 0),
  /** Total where its sharing is not stated; `null` if it is the sum of the three. */
  total: maybe(contribution),
  /** Fraction of benefits that the State pays. */
  governmentOfBenefits: or(inPercent(sharePct), 0),
  /** Employers' rates for active labour market policy, lowest and highest. */
  employerPolicyLowest: or(contribution, 0),
  employerPolicyHighest: or(contribution, 0),
  /**
   * Operational costs of active labour market policy that contributions pay for, as a
   * fraction of the wage.
   */
  labourMarketPolicy: or(contribution, 0),
  /** Capital of the fund at the start, in currency; `null` for none. */
  initialCapital: maybe(amount),
  /** Which employers of a worker with several contribute. */
  employers: or(oneOf("main", "every"), "every"),
  /** Days charged a month to workers paid by the day; `null` where not stated. */
  daysCharged: maybe(whole(1, 31, "days")),
});
/** Who pays. */
export type Financing = ValueOf<typeof FINANCING>;

const RISK_LEVELS = ["very_low", "low", "moderate", "high", "very_high"] as const;
/** Risk at the workplace, which sets the JKK rate. */
export type RiskLevel = typeof RISK_LEVELS[number];

export const RECOMPOSITION = section({
  /**
   * Fractions of the wage that are moved from JKK and from JKm, and JKm's rate before.
   */
  fromJkk: contribution,
  fromJkm: contribution,
  jkm: contribution,
  /** JKK before, by risk at the workplace. */
  jkk: recordOf(RISK_LEVELS, contribution),
});
/** Rates of other branches, part of which is moved to this one. */
export type Recomposition = ValueOf<typeof RECOMPOSITION>;

export const NON_COMPLIANCE = section({
  /** Months in arrears in a row up to which the fund still pays. */
  arrearsMonths: months,
  /** The same where the employer is bankrupt or closed; `null` for no other rule. */
  closedArrearsMonths: maybe(months),
  /** Whether the employer can have benefits paid for the fund given back. */
  reimbursed: yesOrNo,
});
/** What an employer who does not comply owes. */
export type NonCompliance = ValueOf<typeof NON_COMPLIANCE>;

export const RUNNING_CLAIMS = section({
  /**
   * By which rates the months still to be paid are paid from the change on: those of the
   * month in which the job ended, or the new ones of the same month of benefit. Who is
   * paid, for how long and on what wages stays as it was.
   */
  rates: oneOf("old", "new"),
});
/**
 * What a change of law does to claims that are being paid. It is said of one change, that
 * of its own month; a change of which nothing is said leaves the old rates.
 */
export type RunningClaims = ValueOf<typeof RUNNING_CLAIMS>;
