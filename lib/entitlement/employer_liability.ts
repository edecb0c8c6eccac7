import type { Rules } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import type { Entitlement } from "./entitlement.ts";

/** What an employer did before a worker lost the job. */
export interface Compliance {
  /** Whether the worker was enrolled. */
  readonly isEnrolled: boolean;
  /** Months in a row before the end of employment without the contribution. */
  readonly monthsInArrears: number;
  /** Contribution owed for each of those months, in currency. */
  readonly monthlyContribution: number;
  /**
   * Whether the employer is bankrupt or closed.
   *
   * @default {false}
   */
  readonly isClosed?: boolean;
}

/** Who pays a worker's benefit, and what else the employer owes, in currency. */
export interface Liability {
  /** Benefit of each month from the fund. */
  readonly byFund: readonly number[];
  /** Benefit of each month from the employer. */
  readonly byEmployer: readonly number[];
  /** Whether the employer owes the benefits at once. */
  readonly isLumpSum: boolean;
  /** Contributions the employer still owes. */
  readonly arrears: number;
  /** What the fund may pay back to the employer. */
  readonly reimbursable: number;
}

/**
 * Who pays when an employer did not enrol a worker, did not pay, or reported too low a
 * wage.
 *
 * @param rules Rules with a section on non-compliance.
 * @param compliance What the employer did.
 * @param reported The entitlement on the wages that were reported.
 * @param due The entitlement on the wages that were paid.
 * @returns Benefits from the fund, benefits from the employer, and arrears.
 * @throws {RangeError} If the rules have no such section, or the months or the
 * contribution are negative.
 * @see ILO (2023), Unemployment insurance in Indonesia, section 3.5.
 *
 * @example Not enrolled: the employer pays it all
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { employerLiability } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
 * const compliance = { isEnrolled: false, monthsInArrears: 0, monthlyContribution: 0 };
 * const due = { benefits: [1_800_000, 1_800_000] };
 * const liability = employerLiability(rules, compliance, { benefits: [] }, due);
 * assertEquals(liability.byEmployer, due.benefits);
 * assertEquals(liability.isLumpSum, true);
 * ```
 */
export function employerLiability(
  rules: Pick<Rules, "name" | "nonCompliance">,
  compliance: Compliance,
  reported: Pick<Entitlement, "benefits">,
  due: Pick<Entitlement, "benefits">,
): Liability {
  const { isEnrolled, monthsInArrears, monthlyContribution, isClosed = false } =
    compliance;
  const { nonCompliance } = rules;
  if (nonCompliance === null) {
    throw new RangeError(
      `Cannot find the employer's liability: rules on non-compliance are wanted, got ` +
        `none of ${rules.name}`,
    );
  }
  if (!(monthsInArrears >= 0 && monthlyContribution >= 0)) {
    throw new RangeError(
      "Cannot find the employer's liability: months and a contribution of 0 or more are " +
        `wanted, got ${monthsInArrears} and ${monthlyContribution}`,
    );
  }
  const arrears = monthsInArrears * monthlyContribution;
  const zeros = due.benefits.map(() => 0);
  if (!isEnrolled) {
    const byEmployer = [...due.benefits];
    return { byFund: zeros, byEmployer, isLumpSum: true, arrears, reimbursable: 0 };
  }
  const onReported = due.benefits.map((_, i) => reported.benefits[i] ?? 0);
  const { arrearsMonths, closedArrearsMonths } = nonCompliance;
  if (
    monthsInArrears >
      (isClosed ? closedArrearsMonths ?? arrearsMonths : arrearsMonths)
  ) {
    return {
      byFund: zeros,
      byEmployer: [...due.benefits],
      isLumpSum: false,
      arrears,
      reimbursable: nonCompliance.reimbursed ? sumSimple(onReported) : 0,
    };
  }
  return {
    byFund: onReported,
    byEmployer: due.benefits.map((benefit, i) => Math.max(0, benefit - onReported[i]!)),
    isLumpSum: false,
    arrears,
    reimbursable: 0,
  };
}
