import type { Month } from "@jkp/month";
import {
  changesRunningClaims,
  type Rules,
  rulesFrom,
  type Scheme,
  TERMINATION_CAUSES,
} from "@jkp/scheme";
import { type ClaimResults, claimResults, type ClaimTable } from "./claim_table.ts";
import { evaluateClaims } from "./evaluate.ts";
import type { HistoryClaim } from "./history.ts";
import { historyTable } from "./history_row.ts";
import { type CalculationOptions, type PreparedRules, prepareRules } from "./prepare.ts";
import {
  claimBenefits,
  newRatesOfClaim,
  readyRules,
  type RulesReady,
} from "./running_claims.ts";
import { firstBenefitMonthOf } from "./severance.ts";

/** Claims in one table, so that long careers need little memory. */
const CLAIMS_A_TABLE = 4096;

/**
 * Decides the claims of many members by the rules of the month of each termination; months
 * still to be paid follow the new rates of a later change of law where it says so.
 *
 * @param scheme The scheme over time.
 * @param claims Histories and terminations that `historyProblems` and `ageProblem` have
 * nothing against; they are not checked again.
 * @param options Quantities and choices that rules leave open; `month`: whose rules hold
 * for every claim.
 * @returns The results in the order of the claims: those of `entitlement`, many times
 * faster.
 * @throws {RangeError} If a month lies before the scheme's start.
 *
 * @example JKP after eleven and after twelve months on 4 million rupiah
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { evaluateHistories } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2022, 12);
 * const claimAfter = (months: number) => ({
 *   history: {
 *     contributions: [{ firstMonth: month - months + 1, lastMonth: month, wage: 4_000_000 }],
 *   },
 *   termination: { month, reason: "involuntary" } as const,
 * });
 * const claims = [claimAfter(11), claimAfter(12)];
 * const results = evaluateHistories(await readScheme("jkp_2021"), claims);
 * assertEquals([...results.totalBenefit], [0, 8_400_000]);
 * ```
 */
export function evaluateHistories(
  scheme: Scheme,
  claims: readonly HistoryClaim[],
  options: CalculationOptions & { readonly month?: Month } = {},
): ClaimResults {
  const results = claimResults(claims.length);
  const groups = Map.groupBy(
    claims.keys(),
    (i) => keyOf(claims[i]!, options.month),
  );
  for (const group of groups.values()) {
    const { history: { member }, termination } = claims[group[0]!]!;
    const [rules, ...later] = rulesFrom(scheme, options.month ?? termination.month);
    const calculation = { isSeasonal: member?.isSeasonal ?? false, ...options };
    const prepared = prepareRules(rules!, calculation);
    const changes = options.month === undefined ? later.filter(changesRunningClaims) : [];
    const newRates = readyRules(changes, calculation);
    for (let start = 0; start < group.length; start += CLAIMS_A_TABLE) {
      const places = group.slice(start, start + CLAIMS_A_TABLE);
      const own = places.map((i) => claims[i]!);
      const table = historyTable(rules!, prepared.width, own);
      const found = evaluateClaims(prepared, table);
      if (newRates.length > 0) {
        payRunning(found, { rules: rules!, prepared, newRates, table, claims: own });
      }
      places.forEach((place, row) => {
        for (const key of Object.keys(results) as (keyof ClaimResults)[]) {
          results[key][place] = found[key][row]!;
        }
      });
    }
  }
  return results;
}

/** What claims of the same prepared rules have in common. */
function keyOf({ history, termination }: HistoryClaim, month?: Month): string {
  return `${month ?? termination.month} ${history.member?.isSeasonal ?? false}`;
}

/** Pays claims that run when new rates begin by these from then on. */
function payRunning(
  results: ClaimResults,
  { rules, prepared, newRates, table, claims }: {
    readonly rules: Rules;
    readonly prepared: PreparedRules;
    readonly newRates: readonly RulesReady[];
    readonly table: ClaimTable;
    readonly claims: readonly HistoryClaim[];
  },
): void {
  claims.forEach(({ termination }, i) => {
    if (results.decidedBy[i] !== 0) return;
    const referenceWage = results.referenceWage[i]!;
    const claim = {
      reason: TERMINATION_CAUSES.indexOf(termination.reason),
      age: table.age[i]!,
      referenceWage,
      used: results.renewal[i] === 1 ? table.lastPaid[i]! : 0,
      months: results.months[i]!,
      firstBenefitMonth: firstBenefitMonthOf(rules, termination, referenceWage),
    };
    const changedBy = newRatesOfClaim(newRates, claim);
    if (changedBy.length === 0) return;
    const benefits = claimBenefits(prepared, changedBy, claim);
    results.firstBenefit[i] = benefits[0]!;
    results.totalBenefit[i] = benefits.reduce((total, benefit) => total + benefit, 0);
  });
}
