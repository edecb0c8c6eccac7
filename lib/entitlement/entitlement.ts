import { type Language, type Words, wordsOf } from "@jkp/language";
import type { Month } from "@jkp/month";
import { checkArgument, checkOptions, checkWords, DataError } from "@jkp/problem";
import {
  changesRunningClaims,
  checkRules,
  type Limit,
  openPointInWords,
  type ReformedSection,
  type Rules,
  type RulesInTime,
  TERMINATION_CAUSES,
} from "@jkp/scheme";
import { firstBenefitMonthOf } from "./severance.ts";
import { ageProblem } from "./age_problem.ts";
import type { ClaimCheck } from "./claim_check.ts";
import { claimChecks } from "./claim_checks.ts";
import { CLAIM_RULES } from "./claim_table.ts";
import { evaluateClaims } from "./evaluate.ts";
import {
  checkHistory,
  type ContributionHistory,
  type GivenHistory,
  historyOf,
  MEMBER_KEYS,
  type Termination,
} from "./history.ts";
import { historyRow } from "./history_row.ts";
import { nextClaimMonth } from "./next_claim.ts";
import type { CalculationOptions } from "./prepare.ts";
import { claimBenefits, newRatesOfClaim, readyRules } from "./running_claims.ts";

/** How one claim is decided, and in which language that is said. */
export interface EntitlementOptions extends CalculationOptions {
  /**
   * Language of what rules want and got, and of what is left open.
   * @default {"en"}
   */
  readonly language?: Language;
}

/** What a member is entitled to after the end of an employment. */
export interface Entitlement {
  readonly isEligible: boolean;
  /**
   * The rule that refused the claim; for an eligible claim, the last rule that was met.
   */
  readonly decidedBy: ClaimCheck;
  /** Every rule that was asked, in order. */
  readonly checks: readonly ClaimCheck[];
  /** Whether the claim goes on with the entitlement of the last one. */
  readonly isRenewal: boolean;
  /** In the scheme's currency a month; 0 if not eligible. */
  readonly referenceWage: number;
  /** Benefit of each month, in the scheme's currency; empty if not eligible. */
  readonly benefits: readonly number[];
  /** All months together, in the scheme's currency. */
  readonly totalBenefit: number;
  /** Days and months after the claim without benefit. */
  readonly waiting: { readonly days: number; readonly months: number };
  /** Month from which benefits run, after waiting months and delay by severance pay. */
  readonly firstBenefitMonth: Month | null;
  /**
   * First month in which a further claim can be made, if the member draws every month,
   * contributes again without break and is laid off. After a refused claim: if the member
   * contributes from the month of that claim on. `null` if there is no such month.
   */
  readonly nextClaimMonth: Month | null;
  /** What the source leaves open and this claim touches. */
  readonly leftOpen: readonly string[];
  /**
   * Later changes of law by whose rates benefits are paid from their month on, if there
   * are any.
   */
  readonly newRates?: readonly { readonly month: Month; readonly source: string }[];
}

/**
 * What a member is entitled to when an employment ends, and which rule decided.
 *
 * @param rulesInTime Rules of the month of the termination, or your own made from them;
 * with those of later changes, as `rulesFrom` has them, the months still to be paid follow
 * new rates where a change says so.
 * @param given Contributions and earlier claims, as records or as columns, and facts about
 * the member.
 * @param termination When and why the employment ended.
 * @param options Quantities and choices that rules leave open.
 * @returns Eligibility with every rule asked, and benefits month by month.
 * @throws {DataError} If the history cannot be, or an age is wanted and not given.
 * @throws {RangeError} If the rules cannot hold together, or a key or option is unknown.
 *
 * @example JKP: too few months in a row
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { entitlement } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2023, 1));
 * const run = (year: number, month: number) => ({
 *   firstMonth: monthOf(year, month),
 *   lastMonth: monthOf(year, month) + 4,
 *   wage: 4_000_000,
 * });
 * const history = { contributions: [run(2021, 8), run(2022, 2), run(2022, 8)] };
 * const result = entitlement(jkp, history, {
 *   month: monthOf(2022, 12),
 *   reason: "involuntary",
 * });
 * assertEquals(result.isEligible, false);
 * assertEquals(result.decidedBy.wanted, "6 months in a row in the last 24 months");
 * assertEquals(result.decidedBy.got, "5 in a row");
 * ```
 */
export function entitlement(
  rulesInTime: RulesInTime,
  given: GivenHistory,
  termination: Termination,
  options: EntitlementOptions = {},
): Entitlement {
  const doing = "find an entitlement";
  checkRules(doing, rulesInTime);
  checkArgument(doing, "a history as { contributions: […] }", given, ["contributions"]);
  checkArgument(doing, "a termination with month and reason", termination, [
    "month",
    "reason",
  ]);
  checkOptions(doing, given, ["contributions", "claims", "member"]);
  checkOptions(doing, given.member ?? {}, MEMBER_KEYS);
  checkOptions(doing, options, ["quantities", "openDuration", "isSeasonal", "language"]);
  const { openDuration = "shortest", language = "en" } = options;
  const words = wordsOf(language);
  checkWords(doing, "openDuration", openDuration, ["shortest", "longest"]);
  checkOptions(doing, termination, ["month", "reason", "claimMonth", "severancePay"]);
  const history = historyOf(doing, given);
  checkHistory(history, termination);
  const ageless = ageProblem(rulesInTime, history.member ?? {});
  if (ageless !== undefined) throw new DataError([ageless]);
  const calculation = {
    isSeasonal: history.member?.isSeasonal ?? false,
    ...options,
  };
  const ready = readyRules([rulesInTime].flat(), calculation);
  const { rules, prepared } = ready[0]!;
  const newRates = ready.slice(1).filter(({ rules }) => changesRunningClaims(rules));
  const row = historyRow(rules, prepared.width, history, termination);
  const results = evaluateClaims(prepared, row);
  const rule = CLAIM_RULES[results.decidedBy[0]!]!;
  const isEligible = rule === "all";
  const isRenewal = results.renewal[0] === 1;
  const checks = claimChecks(
    { rules, prepared, row, history, termination, isRenewal },
    language,
  );
  const refused = checks.findIndex(({ isMet }) => !isMet);
  const asked = refused < 0 ? checks : checks.slice(0, refused + 1);
  if (!isEligible && refused < 0) {
    asked.push(lastCheck(rules, rule, history, words.claim));
  }
  const reason = TERMINATION_CAUSES.indexOf(termination.reason);
  const used = isRenewal ? row.lastPaid[0]! : 0;
  const referenceWage = results.referenceWage[0]!;
  const months = results.months[0]!;
  const firstBenefitMonth = isEligible
    ? firstBenefitMonthOf(rules, termination, referenceWage)
    : null;
  const claim = {
    reason,
    age: row.age[0]!,
    referenceWage,
    used,
    months,
    firstBenefitMonth: firstBenefitMonth ?? row.claim[0]!,
  };
  // A refused claim is touched as one of a single month would be.
  const touchedBy = newRatesOfClaim(newRates, { ...claim, months: Math.max(1, months) });
  const changedBy = isEligible ? touchedBy : [];
  const benefits = claimBenefits(prepared, changedBy, claim);
  const treatment = rules.contingency.reasons[termination.reason];
  const waitingMonths = treatment?.waitingMonths ?? null;
  const waiting = waitingMonths === null
    ? { days: rules.waitingPeriod.days, months: 0 }
    : { days: 0, months: waitingMonths };
  return {
    isEligible,
    decidedBy: asked.at(-1)!,
    checks: asked,
    isRenewal,
    referenceWage,
    benefits,
    totalBenefit: benefits.reduce((total, benefit) => total + benefit, 0),
    waiting,
    firstBenefitMonth,
    nextClaimMonth: nextClaimMonth(ready, history, termination, {
      firstBenefitMonth,
      months,
      isRenewal,
    }),
    leftOpen: [
      ...leftOpen(rules, termination, options, words),
      ...openPointsOf([rules, ...touchedBy.map(({ rules }) => rules)], history)
        .map((point) => openPointInWords(point, language)),
    ],
    ...(changedBy.length === 0 ? {} : {
      newRates: changedBy.map(({ rules: { month, runningClaims } }) => ({
        month,
        source: runningClaims!.source,
      })),
    }),
  };
}

/** The check behind a refusal that no rule of eligibility gave. */
function lastCheck(
  rules: Rules,
  rule: ClaimCheck["rule"],
  history: ContributionHistory,
  { wanted, got }: Words["claim"],
): ClaimCheck {
  return rule === "benefit_age"
    ? {
      rule,
      isMet: false,
      wanted: wanted.benefitAge,
      got: String(history.member?.age),
      source: rules.benefit.source,
    }
    : {
      rule,
      isMet: false,
      wanted: wanted.monthsLeft,
      got: got.none,
      source: rules.duration.source,
    };
}

/** Sections that decide on a claim, or on what it is paid. */
const SECTIONS_OF_CLAIMS: readonly ReformedSection[] = [
  ...["contingency", "qualifying", "claim"] as const,
  ...["insurableEarnings", "referenceWage", "benefit", "duration"] as const,
];

/** Open points of the rules of a claim, and of changes before it is made or paid up. */
function openPointsOf(
  [rules, ...newRates]: readonly [Rules, ...Rules[]],
  { claims = [] }: ContributionHistory,
): Rules["openPoints"] {
  const sections = [
    ...SECTIONS_OF_CLAIMS,
    ...(claims.length > 0 ? ["repeatClaims"] as const : []),
  ];
  return [
    ...rules.openPoints.filter(({ section }) => sections.includes(section)),
    ...newRates.flatMap(({ openPoints }) =>
      openPoints.filter(({ section }) => section === "runningClaims")
    ),
  ];
}

function leftOpen(
  rules: Rules,
  { reason }: Termination,
  { quantities = {} }: CalculationOptions,
  { claim: { open: words }, law: { causes } }: Words,
): string[] {
  const open: string[] = [];
  const { duration, contingency } = rules;
  const treatment = contingency.reasons[reason];
  if (treatment === null) open.push(words.cause(causes[reason]));
  if (treatment?.longestMonths != null) {
    const { shortestMonths, longestMonths } = treatment;
    if (shortestMonths !== null && shortestMonths !== longestMonths) {
      open.push(words.durationAfter(shortestMonths, longestMonths, causes[reason]));
    }
  } else if (duration.kind === "range") {
    const { shortestMonths, longestMonths, decidedBy } = duration;
    open.push(words.duration(shortestMonths, longestMonths, decidedBy));
  }
  const limits: readonly [string, Limit | undefined][] = [
    [words.ceiling, rules.insurableEarnings.ceiling],
    [words.floor, rules.insurableEarnings.floor],
    [words.minimumBenefit, rules.minimumBenefit?.limit],
    [words.maximumBenefit, rules.maximumBenefit?.limit],
  ];
  for (const [name, limit] of limits) {
    if (limit === undefined || limit.of === null || limit.multiple === null) continue;
    if (limit.of in quantities) continue;
    open.push(words.limit(name, limit.multiple, limit.of));
  }
  return open;
}
