import { type Language, wordsOf } from "@jkp/language";
import { formatMonth } from "@jkp/month";
import { type Table, tableToText } from "@jkp/exhibit";
import { throwIfAny } from "@jkp/problem";
import {
  claimBenefitsTable,
  claimChecksTable,
  claimNotes,
  type DecidedClaim,
  entitlementTable,
  liabilityTable,
} from "@jkp/study/claims";
import {
  ageProblem,
  type BenefitSchedule,
  benefitSchedule,
  type Claim,
  employerLiability,
  entitlement,
  type Liability,
} from "@jkp/entitlement";
import { rulesAt, rulesFrom, type Scheme } from "@jkp/scheme";
import type { ClaimOptions } from "./claim_options.ts";
import { inLines } from "./screen.ts";

/** One person's claim under one design. */
export interface PersonDecision extends DecidedClaim {
  readonly schedule: BenefitSchedule;
  /** Who pays; `null` if it is not asked about, or the design does not say. */
  readonly liability: Liability | null;
}

/**
 * Decides one person's claim under each design.
 *
 * @throws {DataError} If a design wants an age that the claim's file does not give.
 * @throws {RangeError} If a design has no rules yet in the month.
 */
export function decidePerson(
  claim: Claim,
  designs: readonly Scheme[],
  { month, ...options }: ClaimOptions,
): PersonDecision[] {
  const { history, termination, compliance, locate } = claim;
  const all = designs.map((scheme) =>
    month === undefined ? rulesFrom(scheme, termination.month) : [rulesAt(scheme, month)]
  );
  throwIfAny(all.flatMap((rulesInTime) => {
    const problem = ageProblem(rulesInTime, history.member ?? {});
    return problem === undefined ? [] : [{ ...problem, ...locate(problem.place!) }];
  }));
  return all.map((rulesInTime) => {
    const rules = rulesInTime[0]!;
    const decide = (contributions = history.contributions) =>
      entitlement(rulesInTime, { ...history, contributions }, termination, options);
    const due = decide();
    const isAsked = compliance !== null && rules.nonCompliance !== null;
    return {
      rules,
      entitlement: due,
      schedule: benefitSchedule(rules, claim, due),
      liability: isAsked
        ? employerLiability(rules, compliance, decide(claim.reported), due)
        : null,
    };
  });
}

/** One person's decisions as text: a design in full, or several side by side. */
export function personText(
  { title, source, compliance }: Claim,
  decisions: readonly PersonDecision[],
  width: number,
  language: Language,
): string {
  const words = wordsOf(language);
  const heading = source === "" ? title : `${title}\n${words.exhibit.source}: ${source}`;
  const [first] = decisions;
  const tables = decisions.length === 1
    ? [
      claimChecksTable(first!, language),
      ...(first!.entitlement.isEligible
        ? [claimBenefitsTable(first!, first!.schedule, language)]
        : []),
    ]
    : [{
      ...entitlementTable(decisions, language),
      notes: decisions.map((each) => noteOf(each, language)),
    }];
  const liabilities = compliance === null
    ? []
    : decisions.flatMap((each) => liabilityText(each, width, language));
  return [
    `${inLines(heading, width)}\n`,
    ...tables.map((table) => tableToText(shortAddresses(table, width), { width })),
    ...liabilities,
  ]
    .join("\n").trimEnd();
}

/** Addresses of notes without their scheme, where a line has no room for them whole. */
function shortAddresses(table: Table, width: number): Table {
  const short = (note: string) =>
    note.replace(
      /\S*https:\S+/g,
      (word) => word.length > width ? word.replace("https://", "") : word,
    );
  return { ...table, notes: table.notes.map(short) };
}

/** All that is to be said of a design in one table with others. */
function noteOf(decision: PersonDecision, language: Language): string {
  const { notes } = wordsOf(language).claim;
  const { rules: { title, month, currency }, entitlement } = decision;
  const { isEligible, decidedBy } = entitlement;
  return [
    notes.rulesOf(title, month, currency),
    ...(isEligible ? [] : [notes.refusedBy(decidedBy.source)]),
    ...claimNotes(decision, language),
  ].join(" ");
}

/** Who pays, if there is anything to pay. */
function liabilityText(
  { rules, schedule, liability }: PersonDecision,
  width: number,
  language: Language,
): string[] {
  if (liability === null) {
    const { unsaid } = wordsOf(language).claim.liability;
    return [inLines(unsaid(rules.title), width) + "\n"];
  }
  const isNothing = schedule.months.length === 0 && liability.arrears === 0;
  return isNothing
    ? []
    : [tableToText(liabilityTable(rules, schedule, liability, language), { width })];
}

/**
 * One person's decisions as `--json` prints them: months as YYYY-MM, rates as fractions.
 */
export function personJson(
  { title, source, termination }: Claim,
  decisions: readonly PersonDecision[],
) {
  const { month, claimMonth = month + 1, ...ended } = termination;
  return {
    title,
    source,
    termination: {
      month: formatMonth(month),
      claimMonth: formatMonth(claimMonth),
      ...ended,
    },
    decisions: decisions.map((
      { rules, entitlement: { newRates, ...entitlement }, schedule, liability },
    ) => ({
      design: rules.name,
      title: rules.title,
      rulesOf: formatMonth(rules.month),
      currency: rules.currency,
      ...entitlement,
      ...(newRates === undefined ? {} : {
        newRates: newRates.map((each) => ({ ...each, month: formatMonth(each.month) })),
      }),
      benefits: schedule.months.map((row) => ({ ...row, month: formatMonth(row.month) })),
      keptUntil: monthOrNull(schedule.keptUntil),
      firstBenefitMonth: monthOrNull(entitlement.firstBenefitMonth),
      nextClaimMonth: monthOrNull(entitlement.nextClaimMonth),
      liability,
    })),
  };
}

function monthOrNull(month: number | null): string | null {
  return month === null ? null : formatMonth(month);
}
