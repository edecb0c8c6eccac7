import { formatMonth } from "@jkp/month";
import {
  type BenefitSchedule,
  CLAIM_RULES,
  type ClaimResults,
  type Entitlement,
  hasReemploymentAllowance,
  type Liability,
  type Rules,
  type Scheme,
} from "@jkp/scheme";
import type { Table } from "./table.ts";

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
 * import { claimChecksTable } from "@jkp/report";
 * import { entitlement, readClaim, readScheme, rulesAt } from "@jkp/scheme";
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
    : `not eligible, decided by ${inWords(decidedBy.rule)}`;
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
      rule: inWords(rule),
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
 * import { claimNotes } from "@jkp/report";
 * import { entitlement, readClaim, readScheme, rulesAt } from "@jkp/scheme";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { history, termination } = await readClaim("twelve_months");
 * const rules = rulesAt(await readScheme("thailand"), termination.month);
 * const decided = { rules, entitlement: entitlement(rules, history, termination) };
 * assertStringIncludes(claimNotes(decided).join(" "), "taken as THB");
 * ```
 */
export function claimNotes({ rules, entitlement }: DecidedClaim): string[] {
  const { isEligible, nextClaimMonth, waiting, leftOpen } = entitlement;
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
 * import { claimBenefitsTable } from "@jkp/report";
 * import {
 *   benefitSchedule, entitlement, readClaim, readScheme, rulesAt,
 * } from "@jkp/scheme";
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
 * import { liabilityTable } from "@jkp/report";
 * import { readScheme, rulesAt } from "@jkp/scheme";
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

/**
 * What becomes of many claims: how many are paid, and which rule refuses the others.
 *
 * @param decided Each scheme with the results of the same claims.
 * @param source Where the claims come from.
 * @returns A row a scheme and deciding rule that occurs.
 *
 * @example
 * ```ts
 * import { claimsTable } from "@jkp/report";
 * import { claimResults, readScheme } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const scheme = await readScheme("jkp_2021");
 * const { rows } = claimsTable([{ scheme, results: claimResults(2) }], "test");
 * assertEquals(rows.map(({ claims }) => claims), [2]);
 * ```
 */
export function claimsTable(
  decided: readonly { readonly scheme: Scheme; readonly results: ClaimResults }[],
  source: string,
): Table {
  const other = decided.filter(({ scheme }) => scheme.currency !== "IDR");
  return {
    id: "claims",
    number: "",
    title: "Claims by the rule that decides them",
    columns: [
      { key: "scheme", title: "Design" },
      { key: "rule", title: "Decided by" },
      { key: "claims", title: "Claims" },
      { key: "share", title: "Share", unit: "%", decimals: 1 },
      { key: "months", title: "Months of benefit", unit: "mean", decimals: 1 },
      { key: "total", title: "Benefits", unit: "all together" },
    ],
    rows: decided.flatMap(({ scheme, results }) => {
      const places = [...results.decidedBy.keys()];
      const byRule = Map.groupBy(places, (i) => results.decidedBy[i]!);
      const sum = (values: ArrayLike<number>, of: readonly number[]) =>
        of.reduce((total, i) => total + values[i]!, 0);
      return [...byRule].toSorted(([a], [b]) => a - b).map(([rule, own]) => ({
        scheme: scheme.title,
        rule: rule === 0 ? "paid: every rule is met" : inWords(CLAIM_RULES[rule]!),
        claims: own.length,
        share: 100 * own.length / places.length,
        months: sum(results.months, own) / own.length,
        total: sum(results.totalBenefit, own),
      }));
    }),
    notes: other.map(({ scheme: { title, currency } }) =>
      `Wages are taken as ${currency}, the currency of ${title}.`
    ),
    source,
  };
}

/** A rule's name as words. */
function inWords(rule: string): string {
  return rule.replaceAll("_", " ");
}
