import { formatMonth, isRecordedMonth, type Month, RECORDED_SPAN } from "@jkp/month";
import {
  type ColumnsOf,
  type Problem,
  rowsOf,
  throwIfAny,
  valueInWords,
} from "@jkp/problem";
import {
  CONTRACT_TYPES,
  type ContractType,
  ENTERPRISE_SIZES,
  type EnterpriseSize,
  type OtherBenefit,
  TERMINATION_CAUSES,
  type TerminationCause,
  WORKER_GROUPS,
  type WorkerGroup,
} from "@jkp/scheme";
import { LONGEST_MONTHS } from "./prepare.ts";

/** Months in a row with contributions on the same wage. */
export interface ContributionRun {
  readonly firstMonth: Month;
  /** Included. */
  readonly lastMonth: Month;
  /** Insurable earnings before ceiling and floor, in the scheme's currency a month. */
  readonly wage: number;
  readonly employer?: string;
}

/** A claim that was paid before. A renewed claim is one claim, with all its months. */
export interface EarlierClaim {
  /** Month of the claim, from which benefits were paid. */
  readonly month: Month;
  readonly monthsPaid: number;
  /**
   * Last month of the employment before it.
   *
   * @default The month before the claim.
   */
  readonly lastEmploymentMonth?: Month;
  /**
   * Last month with a benefit.
   *
   * @default As many months from the claim as were paid.
   */
  readonly lastBenefitMonth?: Month;
}

/** Facts about the member. What is not given is taken to meet the rules. */
export interface Member {
  /** Age in whole years when employment ends. */
  readonly age?: number;
  /** Age in whole years when the member was registered. */
  readonly ageAtRegistration?: number;
  readonly group?: WorkerGroup;
  readonly enterprise?: EnterpriseSize;
  readonly contract?: ContractType;
  readonly isCitizen?: boolean;
  /** Other schemes the member belongs to, such as JHT. */
  readonly schemes?: readonly string[];
  /** Benefits that the member draws from other schemes. */
  readonly otherBenefits?: readonly OtherBenefit[];
  readonly hoursPerWeek?: number;
  /** Whether the rules for seasonal workers hold. */
  readonly isSeasonal?: boolean;
}

export const MEMBER_KEYS = [
  "age",
  "ageAtRegistration",
  "group",
  "enterprise",
  "contract",
  "isCitizen",
  "schemes",
  "otherBenefits",
  "hoursPerWeek",
  "isSeasonal",
] as const satisfies readonly (keyof Member)[];

/** Words that a fact about the member can be. */
const MEMBER_WORDS = {
  group: WORKER_GROUPS,
  enterprise: ENTERPRISE_SIZES,
  contract: CONTRACT_TYPES,
} as const;

/**
 * What a member contributed and drew, in order of time. One run a month: of several
 * employers at once, that of the main workplace.
 */
export interface ContributionHistory {
  readonly contributions: readonly ContributionRun[];
  readonly claims?: readonly EarlierClaim[];
  readonly member?: Member;
}

/** A history as it may be given: runs and claims as records, or as columns. */
export interface GivenHistory
  extends Omit<ContributionHistory, "contributions" | "claims"> {
  readonly contributions: readonly ContributionRun[] | ColumnsOf<ContributionRun>;
  readonly claims?: readonly EarlierClaim[] | ColumnsOf<EarlierClaim>;
}

/** The end of an employment. */
export interface Termination {
  /** Last month of the employment. */
  readonly month: Month;
  readonly reason: TerminationCause;
  /**
   * Month of the claim.
   *
   * @default The month after the last of the employment.
   */
  readonly claimMonth?: Month;
  /** Severance pay in the scheme's currency. */
  readonly severancePay?: number;
}

/** What one claim is about. */
export interface HistoryClaim {
  readonly history: ContributionHistory;
  readonly termination: Termination;
}

/**
 * A history of records, however it is given.
 *
 * @throws {RangeError} If runs or claims are no records and no columns.
 */
export function historyOf(doing: string, given: GivenHistory): ContributionHistory {
  const { contributions, claims, ...member } = given;
  return {
    ...member,
    contributions: rowsOf<ContributionRun>(
      doing,
      "contributions as a list of { firstMonth, lastMonth, wage }, or these as columns,",
      contributions,
      ["firstMonth", "lastMonth", "wage"],
      ["employer"],
    ),
    ...(claims === undefined ? {} : {
      claims: rowsOf<EarlierClaim>(
        doing,
        "claims as a list of { month, monthsPaid }, or these as columns,",
        claims,
        ["month", "monthsPaid"],
        ["lastEmploymentMonth", "lastBenefitMonth"],
      ),
    }),
  };
}

/**
 * Refuses a history that cannot be, with everything that is wrong with it.
 *
 * @throws {DataError} If months are none that a record can name, out of order or counted
 * twice, a wage is negative or no number, contributions go on after the termination or begin
 * after it, or a claim was made before any contribution.
 */
export function checkHistory(
  history: ContributionHistory,
  termination?: Termination,
): void {
  throwIfAny(historyProblems(history, termination));
}

/**
 * What {@link checkHistory} would throw, by key path, for callers that know which file a
 * history comes from. A month that is no number is not compared with others.
 */
export function historyProblems(
  history: ContributionHistory,
  termination?: Termination,
): Problem[] {
  const problems: Problem[] = [];
  const add = (place: string, expected: string, received: string) =>
    problems.push({ file: "history", place, expected, received });
  const { contributions, claims = [], member = {} } = history;
  if (contributions.length === 0) {
    add("contributions", "at least one run of contributions", "none");
  }
  let end = -Infinity;
  contributions.forEach(({ firstMonth, lastMonth, wage }, i) => {
    const place = () => `contributions.${i}`;
    if (!isMonth(firstMonth) || !isMonth(lastMonth)) {
      const [first, last] = [firstMonth, lastMonth].map(valueInWords);
      return add(place(), MONTHS, `${first} to ${last}`);
    }
    if (lastMonth < firstMonth) {
      const wanted = `a month from ${formatMonth(firstMonth)}`;
      add(`${place()}.lastMonth`, wanted, formatMonth(lastMonth));
    }
    if (firstMonth <= end) {
      const wanted = `a month after ${formatMonth(end)}, each month once and in order`;
      add(`${place()}.firstMonth`, wanted, formatMonth(firstMonth));
    }
    if (!(Number.isFinite(wage) && wage >= 0)) {
      add(`${place()}.wage`, "an amount of 0 or more", valueInWords(wage));
    }
    end = Math.max(end, lastMonth);
  });
  const first = contributions[0]?.firstMonth ?? NaN;
  const start = isMonth(first) ? first : -Infinity;
  let claimed = -Infinity;
  claims.forEach((claim, i) => {
    const { month, monthsPaid, lastEmploymentMonth = month - 1 } = claim;
    const { lastBenefitMonth = month } = claim;
    const place = `claims.${i}`;
    if (!isMonth(month)) {
      return add(`${place}.month`, `a month ${RECORDED_SPAN}`, valueInWords(month));
    }
    if (month <= claimed) {
      const wanted = `a month after ${formatMonth(claimed)}`;
      add(`${place}.month`, wanted, formatMonth(month));
    }
    if (month <= start) {
      const wanted = `a month after the first contribution, ${formatMonth(start)}`;
      add(`${place}.month`, wanted, formatMonth(month));
    } else if (!(lastEmploymentMonth >= start && lastEmploymentMonth <= month)) {
      const wanted = "a month from the first contribution to the claim";
      add(`${place}.lastEmploymentMonth`, wanted, monthInWords(lastEmploymentMonth));
    }
    if (!(isMonth(lastBenefitMonth) && lastBenefitMonth >= month)) {
      const wanted = `a month from the claim, ${formatMonth(month)}`;
      add(`${place}.lastBenefitMonth`, wanted, monthInWords(lastBenefitMonth));
    }
    if (!(isCount(monthsPaid) && monthsPaid <= LONGEST_MONTHS)) {
      const wanted = `a whole number from 0 to ${LONGEST_MONTHS}`;
      add(`${place}.monthsPaid`, wanted, valueInWords(monthsPaid));
    }
    claimed = month;
  });
  for (const key of ["age", "ageAtRegistration"] as const) {
    const value = member[key];
    if (value !== undefined && !(isCount(value) && value <= 120)) {
      add(`member.${key}`, "whole years from 0 to 120", valueInWords(value));
    }
  }
  for (const [key, words] of Object.entries(MEMBER_WORDS)) {
    const value = member[key as keyof typeof MEMBER_WORDS];
    if (value !== undefined && !(words as readonly string[]).includes(value)) {
      add(`member.${key}`, `one of ${words.join(", ")}`, valueInWords(value));
    }
  }
  if (termination !== undefined) {
    const { month, claimMonth = month + 1, severancePay = 0 } = termination;
    if (!isMonth(month) || !isMonth(claimMonth)) {
      const given = isMonth(month) ? [month, claimMonth] : [month];
      add("termination", MONTHS, given.map(valueInWords).join(" and "));
    } else {
      if (month < start) {
        const wanted = `a month from the first contribution, ${formatMonth(start)}`;
        add("termination.month", wanted, formatMonth(month));
      } else if (end > month) {
        const wanted = `a month from the last contribution, ${formatMonth(end)}`;
        add("termination.month", wanted, formatMonth(month));
      }
      if (claimMonth < month) {
        const wanted = `a month from the end of employment, ${formatMonth(month)}`;
        add("termination.claimMonth", wanted, formatMonth(claimMonth));
      }
      if (claimMonth <= claimed) {
        const wanted = `a month after the last claim, ${formatMonth(claimed)}`;
        add("termination.claimMonth", wanted, formatMonth(claimMonth));
      }
    }
    if (!TERMINATION_CAUSES.includes(termination.reason)) {
      const wanted = `one of ${TERMINATION_CAUSES.join(", ")}`;
      add("termination.reason", wanted, String(termination.reason));
    }
    if (!(typeof severancePay === "number" && severancePay >= 0)) {
      add(
        "termination.severancePay",
        "an amount of 0 or more",
        valueInWords(severancePay),
      );
    }
  }
  return problems;
}

const MONTHS = `months ${RECORDED_SPAN}, as monthOf makes them`;

function isMonth(value: number): boolean {
  return Number.isInteger(value) && isRecordedMonth(value);
}

function monthInWords(value: number): string {
  return isMonth(value) ? formatMonth(value) : valueInWords(value);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
