import { formatMonth } from "@jkp/month";
import {
  type BenefitSchedule,
  type Entitlement,
  hasReemploymentAllowance,
  type Liability,
} from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import { keyInWords, type Table } from "@jkp/exhibit";

/** One claim under the rules of one design. */
export interface DecidedClaim {
  readonly rules: Rules;
  readonly entitlement: Entitlement;
}

/**
 * Every rule that a claim was asked, and what is still to be said of it.
 *
 * @param claim The claim as decided.
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
export function claimChecksTable({ rules, entitlement }: DecidedClaim): Table {
  const { isEligible, decidedBy, checks, isRenewal } = entitlement;
  const verdict = isEligible
    ? `eligible, every rule is met${isRenewal ? "; a renewal of the last claim" : ""}`
    : `not eligible, decided by ${keyInWords(decidedBy.rule)}`;
  return {
    id: "claim_checks",
    number: "",
    title: `${rules.title}, rules of ${formatMonth(rules.month)}: ${verdict}`,
    columns: [
      { key: "rule", title: "Rule" },
      { key: "met", title: "Met" },
      { key: "wanted", title: "Wanted" },
      { key: "got", title: "Got" },
      { key: "source", title: "Source" },
    ],
    rows: checks.map(({ rule, isMet, wanted, got, source }) => ({
      rule: keyInWords(rule),
      met: isMet ? "yes" : "no",
      wanted,
      got,
      source,
    })),
    notes: claimNotes({ rules, entitlement }),
    source: "",
  };
}

/**
 * What is to be said of a claim besides its benefits: when the next is possible, what the
 * source leaves open, in which currency wages are taken.
 *
 * @param claim The claim as decided.
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
export function claimNotes({ rules, entitlement }: DecidedClaim): string[] {
  const { isEligible, nextClaimMonth, waiting, leftOpen, newRates = [] } = entitlement;
  const condition = isEligible
    ? "every month is drawn, and contributions then run without break until a dismissal"
    : "contributions run from the month of this one without break until a dismissal";
  return [
    nextClaimMonth === null
      ? "No further claim is possible."
      : `Next claim: from ${formatMonth(nextClaimMonth)}, if ${condition}.`,
    ...(isEligible && waiting.days > 0 ? [`Waiting period: ${waiting.days} days.`] : []),
    ...(isEligible && waiting.months > 0
      ? [`Waiting period: ${waiting.months} months.`]
      : []),
    ...newRates.map(({ month, source }) =>
      `Benefits from ${
        formatMonth(month)
      } on: by the new rates of that month (${source}).`
    ),
    ...leftOpen.map((open) => `Left open by the source: ${open}.`),
    ...(rules.currency === "IDR"
      ? []
      : [`Wages are taken as ${rules.currency}, the currency of ${rules.title}.`]),
  ];
}

/**
 * The benefits of a claim in calendar months, with what remains after each.
 *
 * @param claim The claim as decided.
 * @param schedule Its benefits month by month.
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
): Table {
  const { currency } = rules;
  const wage = Math.round(entitlement.referenceWage).toLocaleString("en");
  const total = Math.round(entitlement.totalBenefit).toLocaleString("en");
  const hasAllowance = hasReemploymentAllowance(rules);
  const hasEarnings = rules.otherEarnings?.allowedShare != null;
  return {
    id: "claim_benefits",
    number: "",
    title: `${rules.title}: benefits on a reference wage of ${wage} ${currency} a month`,
    columns: [
      { key: "month", title: "Month" },
      { key: "benefit", title: "Benefit", unit: currency },
      { key: "monthsLeft", title: "Months", group: "Left after it" },
      { key: "amountLeft", title: "Benefits", unit: currency, group: "Left after it" },
      ...(hasAllowance
        ? [{ key: "allowance", title: "Lump sum on finding work", unit: currency }]
        : []),
      ...(hasEarnings
        ? [{ key: "earnings", title: "May be earned beside it", unit: currency }]
        : []),
    ],
    rows: months.map(({ month, reemploymentAllowance, allowedEarnings, ...row }) => ({
      month: formatMonth(month),
      benefit: row.benefit,
      monthsLeft: row.monthsLeft,
      amountLeft: row.amountLeft,
      allowance: reemploymentAllowance,
      earnings: allowedEarnings,
    })),
    notes: [
      `Together ${total} ${currency}. If work is found before, what is left is ` +
      (keptUntil === null
        ? "lost."
        : `kept, and can be drawn until ${formatMonth(keptUntil)}.`),
    ],
    source: rules.benefit.source,
  };
}

/**
 * Who pays a claim's benefits, where the employer did not comply.
 *
 * @param rules Rules with a section on non-compliance.
 * @param schedule The benefits that are due.
 * @param liability Who pays them.
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
): Table {
  const { currency } = rules;
  const amount = (value: number) =>
    `${Math.round(value).toLocaleString("en")} ${currency}`;
  return {
    id: "claim_liability",
    number: "",
    title: `${rules.title}: who pays`,
    columns: [
      { key: "month", title: "Month" },
      { key: "fund", title: "Fund", unit: currency },
      { key: "employer", title: "Employer", unit: currency },
    ],
    rows: months.map(({ month }, i) => ({
      month: formatMonth(month),
      fund: byFund[i]!,
      employer: byEmployer[i]!,
    })),
    notes: [
      ...(isLumpSum ? ["The employer owes the benefits at once."] : []),
      ...(arrears > 0
        ? [`The employer owes contributions in arrears: ${amount(arrears)}.`]
        : []),
      ...(reimbursable > 0
        ? [`The employer can ask back from the fund: ${amount(reimbursable)}.`]
        : []),
    ],
    source: rules.nonCompliance?.source ?? "",
  };
}
