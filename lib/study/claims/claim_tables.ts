import { type Language, wordsOf } from "@jkp/language";
import {
  type BenefitSchedule,
  type Entitlement,
  hasReemploymentAllowance,
  type Liability,
} from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import type { Table } from "@jkp/exhibit";

/** One claim under the rules of one design. */
export interface DecidedClaim {
  readonly rules: Rules;
  readonly entitlement: Entitlement;
}

/**
 * Every rule that a claim was asked, and what is still to be said of it.
 *
 * @param claim The claim as decided.
 * @param language The language of the table.
 * @returns A row a rule, the deciding one last.
 *
 * @example
 * ```ts
 * import { claimChecksTable } from "@jkp/study/claims";
 * import { entitlement } from "@jkp/entitlement";
 * import { readClaim } from "@jkp/entitlement/read";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { history, termination } = await readClaim("four_contracts");
 * const rules = rulesAt(await readScheme("jkp_2021"), termination.month);
 * const decided = { rules, entitlement: entitlement(rules, history, termination) };
 * assertStringIncludes(claimChecksTable(decided).title, "not eligible");
 * ```
 */
export function claimChecksTable(
  { rules, entitlement }: DecidedClaim,
  language: Language = "en",
): Table {
  const { isEligible, decidedBy, checks, isRenewal } = entitlement;
  const { checks: words, no, rules: ruleNames, yes } = wordsOf(language).claim;
  return {
    id: "claim_checks",
    number: "",
    title: isEligible
      ? words.eligible(rules.title, rules.month) + (isRenewal ? words.renewal : "")
      : words.refused(rules.title, rules.month, ruleNames[decidedBy.rule]),
    columns: [
      { key: "rule", title: words.rule },
      { key: "met", title: words.met },
      { key: "wanted", title: words.wanted },
      { key: "got", title: words.got },
      { key: "source", title: words.source },
    ],
    rows: checks.map(({ rule, isMet, wanted, got, source }) => ({
      rule: ruleNames[rule],
      met: isMet ? yes : no,
      wanted,
      got,
      source,
    })),
    notes: claimNotes({ rules, entitlement }, language),
    source: "",
    language,
  };
}

/**
 * What is to be said of a claim besides its benefits: when the next is possible, what the
 * source leaves open, in which currency wages are taken.
 *
 * @param claim The claim as decided.
 * @param language The language of the sentences.
 * @returns A sentence each.
 *
 * @example
 * ```ts
 * import { claimNotes } from "@jkp/study/claims";
 * import { entitlement } from "@jkp/entitlement";
 * import { readClaim } from "@jkp/entitlement/read";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { history, termination } = await readClaim("twelve_months");
 * const rules = rulesAt(await readScheme("thailand"), termination.month);
 * const decided = { rules, entitlement: entitlement(rules, history, termination) };
 * assertStringIncludes(claimNotes(decided).join(" "), "taken as THB");
 * ```
 */
export function claimNotes(
  { rules, entitlement }: DecidedClaim,
  language: Language = "en",
): string[] {
  const { isEligible, nextClaimMonth, waiting, leftOpen, newRates = [] } = entitlement;
  const { notes } = wordsOf(language).claim;
  const next = isEligible ? notes.nextAfterBenefits : notes.nextAfterRefusal;
  return [
    nextClaimMonth === null ? notes.noFurtherClaim : next(nextClaimMonth),
    ...(isEligible && waiting.days > 0 ? [notes.waitingDays(waiting.days)] : []),
    ...(isEligible && waiting.months > 0 ? [notes.waitingMonths(waiting.months)] : []),
    ...newRates.map(({ month, source }) => notes.newRates(month, source)),
    ...leftOpen.map(notes.leftOpen),
    ...(rules.currency === "IDR" ? [] : [notes.wagesIn(rules.currency, rules.title)]),
  ];
}

/**
 * The benefits of a claim in calendar months, with what remains after each.
 *
 * @param claim The claim as decided.
 * @param schedule Its benefits month by month.
 * @param language The language of the table.
 * @returns A row a month.
 *
 * @example
 * ```ts
 * import { claimBenefitsTable } from "@jkp/study/claims";
 * import { benefitSchedule, entitlement } from "@jkp/entitlement";
 * import { readClaim } from "@jkp/entitlement/read";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const claim = await readClaim("twelve_months");
 * const rules = rulesAt(await readScheme("jkp_2021"), claim.termination.month);
 * const decided = entitlement(rules, claim.history, claim.termination);
 * const schedule = benefitSchedule(rules, claim, decided);
 * const { rows } = claimBenefitsTable({ rules, entitlement: decided }, schedule);
 * assertEquals(rows[0]?.month, "2023-01");
 * ```
 */
export function claimBenefitsTable(
  { rules, entitlement }: DecidedClaim,
  { months, keptUntil }: BenefitSchedule,
  language: Language = "en",
): Table {
  const { currency } = rules;
  const { referenceWage, totalBenefit } = entitlement;
  const { claim, currency: currencyInWords } = wordsOf(language);
  const words = claim.benefits;
  const unit = currencyInWords(currency);
  const hasAllowance = hasReemploymentAllowance(rules);
  const hasEarnings = rules.otherEarnings?.allowedShare != null;
  return {
    id: "claim_benefits",
    number: "",
    title: words.title(rules.title, referenceWage, currency),
    columns: [
      { key: "month", title: words.month },
      { key: "benefit", title: words.benefit, unit },
      { key: "monthsLeft", title: words.monthsLeft, group: words.left },
      { key: "amountLeft", title: words.amountLeft, unit, group: words.left },
      ...(hasAllowance ? [{ key: "allowance", title: words.allowance, unit }] : []),
      ...(hasEarnings ? [{ key: "earnings", title: words.earnings, unit }] : []),
    ],
    rows: months.map(({ month, reemploymentAllowance, allowedEarnings, ...row }) => ({
      month: claim.month(month),
      benefit: row.benefit,
      monthsLeft: row.monthsLeft,
      amountLeft: row.amountLeft,
      allowance: reemploymentAllowance,
      earnings: allowedEarnings,
    })),
    notes: [
      keptUntil === null
        ? words.isLost(totalBenefit, currency)
        : words.isKept(totalBenefit, currency, keptUntil),
    ],
    source: rules.benefit.source,
    language,
  };
}

/**
 * Who pays a claim's benefits, where the employer did not comply.
 *
 * @param rules Rules with a section on non-compliance.
 * @param schedule The benefits that are due.
 * @param liability Who pays them.
 * @param language The language of the table.
 * @returns A row a month.
 *
 * @example
 * ```ts
 * import { liabilityTable } from "@jkp/study/claims";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = await readScheme("jkp_2021");
 * const rules = rulesAt(jkp, jkp.sections.benefit[0]!.from);
 * const liability = {
 *   byFund: [], byEmployer: [], isLumpSum: false, arrears: 0, reimbursable: 0,
 * };
 * assertEquals(liabilityTable(rules, { months: [] }, liability).rows, []);
 * ```
 */
export function liabilityTable(
  rules: Rules,
  { months }: Pick<BenefitSchedule, "months">,
  { byFund, byEmployer, isLumpSum, arrears, reimbursable }: Liability,
  language: Language = "en",
): Table {
  const { currency } = rules;
  const { claim, currency: currencyInWords } = wordsOf(language);
  const words = claim.liability;
  const unit = currencyInWords(currency);
  return {
    id: "claim_liability",
    number: "",
    title: words.title(rules.title),
    columns: [
      { key: "month", title: words.month },
      { key: "fund", title: words.fund, unit },
      { key: "employer", title: words.employer, unit },
    ],
    rows: months.map(({ month }, i) => ({
      month: claim.month(month),
      fund: byFund[i]!,
      employer: byEmployer[i]!,
    })),
    notes: [
      ...(isLumpSum ? [words.isLumpSum] : []),
      ...(arrears > 0 ? [words.arrears(arrears, currency)] : []),
      ...(reimbursable > 0 ? [words.reimbursable(reimbursable, currency)] : []),
    ],
    source: rules.nonCompliance?.source ?? "",
    language,
  };
}
