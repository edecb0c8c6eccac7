import type { DataLabel } from "@jkp/exhibit";
import { JKP_OUTCOMES, type JkpEnd, type JkpOutcome, labelOfExtract } from "@jkp/extract";
import { type Month, monthRange } from "@jkp/month";
import {
  type JkpBenefits,
  type JkpClaims,
  type JkpRegister,
  type JkpWarning,
  NO_MONTH,
} from "@jkp/spells";
import { benefitNumbers } from "./benefit_numbers.ts";
import { type BenefitSurvival, benefitSurvival } from "./benefit_survival.ts";

/** Claims by what became of them. */
export type ByOutcome = Readonly<Record<JkpOutcome, number>>;

/** A month of the register. */
export interface JkpMonth {
  readonly month: Month;
  /** Claims made. */
  readonly claims: number;
  /** Claims that a benefit was paid for the month. */
  readonly recipients: number;
  /** What was paid for the month, in rupiah; not known of a register of one row a claim. */
  readonly amountIdr?: number;
  readonly meanBenefitIdr?: number;
  /** Claims that ended in the month, by outcome; where the register has their months. */
  readonly ended?: Readonly<Record<JkpEnd, number>>;
}

/** Claims that were paid for a number of months. */
export interface MonthsPaidRow extends ByOutcome {
  readonly months: number;
  /** All but the running. */
  readonly ended: number;
}

/** Payments of a claim's first month, second month, … */
export interface BenefitNumberRow {
  /** Which month paid for: 1 for the first. */
  readonly number: number;
  readonly payments: number;
  readonly meanBenefitIdr: number;
}

/** What a register of JKP claims shows. */
export interface JkpExperience extends DataLabel {
  /** Months that the tables by month are of: from the extract's first to its drawing. */
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly members: number;
  /** All claims, those made before the first month included. */
  readonly claims: number;
  /**
   * Claims whose months paid are known in full: of a register of one row a payment those made
   * from the first month on, of one row a claim all.
   */
  readonly claimsInWindow: number;
  /** Those of them that ended. */
  readonly endedInWindow: number;
  /** Months paid for and all that was paid, of all claims. */
  readonly monthsPaid: number;
  readonly amountIdr: number;
  readonly meanBenefitIdr: number;
  readonly outcomes: ByOutcome;
  readonly byMonth: readonly JkpMonth[];
  /** Claims whose months paid are known in full, by months paid. */
  readonly byMonthsPaid: readonly MonthsPaidRow[];
  /** Mean months paid of claims that ended. */
  readonly meanMonthsEnded: number;
  /** Of a register of one row a payment. */
  readonly byNumber?: readonly BenefitNumberRow[];
  readonly survival: BenefitSurvival;
  readonly basis: readonly string[];
  readonly warnings: readonly JkpWarning[];
}

/**
 * What a register of JKP claims shows: recipients and what they were paid by month, months
 * paid a claim, what became of claims, and how long claimants stay in benefit.
 *
 * Claims made before the extract's first month count among recipients, but not where months
 * paid are counted: payments before that month are not in the register.
 *
 * @param register The register.
 * @returns The figures; rates are fractions, amounts rupiah.
 *
 * @example Three claims, made up: to the end, to a job after two months, and running
 * ```ts
 * import { jkpExperience } from "@jkp/experience";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const study = jkpExperience(await readJkpRegister(await exampleJkpFolder()));
 * assertEquals(study.outcomes, { exhausted: 1, work: 1, other: 0, running: 1 });
 * assertEquals(study.meanMonthsEnded, 4);
 * const march = study.byMonth[2]!;
 * assertEquals([march.recipients, march.amountIdr], [2, 4_050_000]);
 * ```
 */
export function jkpExperience(register: JkpRegister): JkpExperience {
  const { manifest, claims, benefits, members, warnings } = register;
  const { firstMonth, extractMonth: lastMonth } = manifest;
  const isInWindow = (claim: number) => claims.claimMonth[claim]! >= firstMonth;
  const all = [...claims.member.keys()];
  // What a claim was paid as a whole is known of a row a claim, whenever it was made.
  const whole = benefits === undefined ? all : all.filter(isInWindow);
  const monthsPaid = claims.monthsPaid.reduce((sum, months) => sum + months, 0);
  const amountIdr = claims.amountIdr.reduce((sum, amount) => sum + amount, 0);
  const ended = whole.filter((claim) => outcomeOf(claims, claim) !== "running");
  return {
    ...labelOfExtract(manifest),
    firstMonth,
    lastMonth,
    members,
    claims: all.length,
    claimsInWindow: whole.length,
    endedInWindow: ended.length,
    monthsPaid,
    amountIdr,
    meanBenefitIdr: amountIdr / monthsPaid,
    outcomes: countOutcomes(claims, all),
    byMonth: countMonths(register, firstMonth, lastMonth),
    byMonthsPaid: countMonthsPaid(claims, whole),
    meanMonthsEnded: ended.reduce((sum, claim) => sum + claims.monthsPaid[claim]!, 0) /
      ended.length,
    ...(benefits === undefined
      ? {}
      : { byNumber: countNumbers(benefits, new Set(whole)) }),
    survival: benefitSurvival(
      whole.map((claim) => claims.monthsPaid[claim]!),
      whole.map((claim) => outcomeOf(claims, claim)),
    ),
    basis: jkpBasis(register, all.length - whole.length),
    warnings,
  };
}

function outcomeOf({ outcome }: JkpClaims, claim: number): JkpOutcome {
  return JKP_OUTCOMES[outcome[claim]!]!;
}

function countOutcomes(claims: JkpClaims, of: readonly number[]): ByOutcome {
  const counts = { exhausted: 0, work: 0, other: 0, running: 0 };
  for (const claim of of) counts[outcomeOf(claims, claim)]++;
  return counts;
}

function countMonths(
  { claims, benefits }: JkpRegister,
  firstMonth: Month,
  lastMonth: Month,
): JkpMonth[] {
  const hasEnds = claims.outcomeMonth.some((month) => month !== NO_MONTH);
  const rows = monthRange(firstMonth, lastMonth).map((month) => ({
    month,
    claims: 0,
    recipients: 0,
    amountIdr: 0,
    ended: { exhausted: 0, work: 0, other: 0 },
  }));
  const at = (month: Month) => rows[month - firstMonth];
  claims.claimMonth.forEach((month, claim) => {
    const row = at(month);
    if (row !== undefined) row.claims++;
    const outcome = outcomeOf(claims, claim);
    const end = at(claims.outcomeMonth[claim]!);
    if (end !== undefined && outcome !== "running") end.ended[outcome]++;
    if (benefits !== undefined || claims.monthsPaid[claim] === 0) return;
    const [first, last] = [
      claims.firstBenefitMonth[claim]!,
      claims.lastBenefitMonth[claim]!,
    ];
    for (let paid = first; paid <= last; paid++) {
      const of = at(paid);
      if (of !== undefined) of.recipients++;
    }
  });
  benefits?.month.forEach((month, i) => {
    const row = at(month);
    if (row === undefined) return;
    row.recipients++;
    row.amountIdr += benefits.amountIdr[i]!;
  });
  return rows.map(({ month, claims: made, recipients, amountIdr, ended }) => ({
    month,
    claims: made,
    recipients,
    ...(benefits === undefined
      ? {}
      : { amountIdr, meanBenefitIdr: amountIdr / recipients }),
    ...(hasEnds ? { ended } : {}),
  }));
}

function countMonthsPaid(claims: JkpClaims, of: readonly number[]): MonthsPaidRow[] {
  const most = of.reduce((max, claim) => Math.max(max, claims.monthsPaid[claim]!), 0);
  const rows = Array.from({ length: most + 1 }, (_, months) => ({
    months,
    exhausted: 0,
    work: 0,
    other: 0,
    running: 0,
    ended: 0,
  }));
  for (const claim of of) {
    const row = rows[claims.monthsPaid[claim]!]!;
    const outcome = outcomeOf(claims, claim);
    row[outcome]++;
    if (outcome !== "running") row.ended++;
  }
  const hasNone = JKP_OUTCOMES.some((outcome) => rows[0]![outcome] > 0);
  return hasNone ? rows : rows.slice(1);
}

/** Payments by their number within a claim. */
function countNumbers(
  benefits: JkpBenefits,
  of: ReadonlySet<number>,
): BenefitNumberRow[] {
  const rows: { payments: number; amountIdr: number }[] = [];
  benefitNumbers(benefits).forEach((number, i) => {
    if (!of.has(benefits.claim[i]!)) return;
    const row = rows[number - 1] ??= { payments: 0, amountIdr: 0 };
    row.payments++;
    row.amountIdr += benefits.amountIdr[i]!;
  });
  return rows.map((row, i) => ({
    number: i + 1,
    payments: row.payments,
    meanBenefitIdr: row.amountIdr / row.payments,
  }));
}

/**
 * The conventions by which a register of JKP claims is studied, in words.
 *
 * @param register The register.
 * @param claimsBefore How many claims were made before the first month, where it is to be
 * said: not for publication, for these may be few.
 * @returns A sentence or two for each.
 *
 * @example
 * ```ts
 * import { jkpBasis } from "@jkp/experience";
 * import { exampleJkpFolder } from "../../spells/example_folder.ts";
 * import { readJkpRegister } from "@jkp/spells/read";
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 *
 * const register = await readJkpRegister(await exampleJkpFolder());
 * assertStringIncludes(jkpBasis(register)[0]!, "netted by claim and month");
 * assertEquals(jkpBasis(register, 4).length, jkpBasis(register).length + 1);
 * ```
 */
export function jkpBasis(
  { benefits, hasClaimMonths }: JkpRegister,
  claimsBefore: number = 0,
): string[] {
  return [
    benefits === undefined
      ? "One row a claim: its months are taken to follow each other without a gap, and " +
        "what was paid by month is not known."
      : "One row a payment: payments are netted by claim and month that they are for; " +
        "months that net to nothing were not paid.",
    ...(hasClaimMonths
      ? []
      : ["No month of claim: that of the first benefit stands for it."]),
    ...(claimsBefore === 0 ? [] : [
      `${
        claimsBefore.toLocaleString("en")
      } claims made before the first month are left out ` +
      "of months paid and survival: payments before it are not in the register.",
    ]),
    "An empty outcome is a running claim. The last months are incomplete as long as " +
    "claims and payments for them come in.",
  ];
}
