/** Which rule decides a claim, in the order in which they are asked. */
export const CLAIM_RULES = [
  "all",
  "coverage",
  "contingency",
  "other_benefits",
  "number_of_claims",
  "time_between_claims",
  "contributions",
  "consecutive_months",
  "claim_deadline",
  "benefit_age",
  "entitlement_used_up",
] as const;

/** A rule that can decide a claim; `all` where every rule is met. */
export type ClaimRule = typeof CLAIM_RULES[number];

/** Many claims as columns of numbers, one value a claim. */
export interface ClaimTable {
  readonly count: number;
  /** Months of history of each claim. */
  readonly width: number;
  /**
   * Wages of each claim in currency a month, `width` in a row: from the last month of
   * employment backwards; −1 for a month without contribution.
   */
  readonly wages: Float64Array;
  /** Last month of employment. */
  readonly termination: Int32Array;
  /** Month of the claim. */
  readonly claim: Int32Array;
  /** Number of the reason in `TERMINATION_CAUSES`. */
  readonly reason: Uint8Array;
  /** Age in whole years at termination. */
  readonly age: Uint8Array;
  /** Age in whole years when the member was registered. */
  readonly ageAtRegistration: Uint8Array;
  /** 1 if the member belongs to a covered group. */
  readonly covered: Uint8Array;
  /** 1 if the member draws a benefit of another scheme that excludes this one. */
  readonly excluded: Uint8Array;
  /** Months with contribution in the whole career. */
  readonly contributionMonths: Uint16Array;
  /** Number of claims before this one. */
  readonly earlierClaims: Uint8Array;
  /** Month of the last claim; −1 for none. Its other columns then have no meaning. */
  readonly lastClaim: Int32Array;
  /** Last month of employment before the last claim. */
  readonly lastEmployment: Int32Array;
  /** Last month with a benefit of the last claim. */
  readonly lastBenefit: Int32Array;
  /** Months paid on the last claim. */
  readonly lastPaid: Uint8Array;
  /** Months paid within the scheme's window before this claim, on any claim. */
  readonly recentlyPaid: Uint8Array;
}

/** What becomes of many claims. */
export interface ClaimResults {
  /** Number of the deciding rule in `CLAIM_RULES`: 0 is eligible. */
  readonly decidedBy: Uint8Array;
  /** 1 if the claim goes on with the entitlement of the last one. */
  readonly renewal: Uint8Array;
  /** Reference wage in currency a month; 0 if not eligible. */
  readonly referenceWage: Float64Array;
  /** Months of benefit at most. */
  readonly months: Uint8Array;
  /** Benefit of the first month, in currency. */
  readonly firstBenefit: Float64Array;
  /** Benefits of all months together, in currency. */
  readonly totalBenefit: Float64Array;
}

/**
 * An empty table for a number of claims: all laid off at 30, with no contribution.
 *
 * @param count Claims.
 * @param width Months of history each.
 * @returns The table, its columns to be filled.
 * @throws {RangeError} If a number is no whole number from 1.
 *
 * @example Contributions of eleven and of twelve months on 4 million rupiah
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { claimTable, evaluateClaims, prepareRules } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = prepareRules(rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2)));
 * const table = claimTable(2, rules.width);
 * table.wages.fill(4_000_000, 0, 11); // the first claim
 * table.wages.fill(4_000_000, rules.width, rules.width + 12); // the second
 * assertEquals([...evaluateClaims(rules, table).months], [0, 6]);
 * ```
 */
export function claimTable(count: number, width: number): ClaimTable {
  if (![count, width].every((value) => Number.isInteger(value) && value >= 1)) {
    throw new RangeError(
      `Cannot make a claim table: whole numbers from 1 are wanted, got ${count} and ${width}`,
    );
  }
  return {
    count,
    width,
    wages: new Float64Array(count * width).fill(-1),
    termination: new Int32Array(count),
    claim: new Int32Array(count).fill(1),
    reason: new Uint8Array(count),
    age: new Uint8Array(count).fill(30),
    ageAtRegistration: new Uint8Array(count),
    covered: new Uint8Array(count).fill(1),
    excluded: new Uint8Array(count),
    contributionMonths: new Uint16Array(count),
    earlierClaims: new Uint8Array(count),
    lastClaim: new Int32Array(count).fill(-1),
    lastEmployment: new Int32Array(count),
    lastBenefit: new Int32Array(count),
    lastPaid: new Uint8Array(count),
    recentlyPaid: new Uint8Array(count),
  };
}

/**
 * Empty results for a number of claims.
 *
 * @param count Claims.
 * @returns The results, to be filled by `evaluateClaims`.
 *
 * @example Results to write into again and again
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import {
 *   claimResults,
 *   claimTable,
 *   evaluateClaims,
 *   prepareRules,
 * } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = prepareRules(rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2)));
 * const [table, results] = [claimTable(1, rules.width), claimResults(1)];
 * table.wages.fill(4_000_000, 0, 12);
 * evaluateClaims(rules, table, results);
 * assertEquals(results.totalBenefit[0], 8_400_000);
 * ```
 */
export function claimResults(count: number): ClaimResults {
  return {
    decidedBy: new Uint8Array(count),
    renewal: new Uint8Array(count),
    referenceWage: new Float64Array(count),
    months: new Uint8Array(count),
    firstBenefit: new Float64Array(count),
    totalBenefit: new Float64Array(count),
  };
}
