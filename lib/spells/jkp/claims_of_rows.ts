import { JKP_OUTCOMES } from "@jkp/extract";
import type { Said } from "@jkp/language";
import { formatMonth, type Month } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { NO_MONTH } from "../spell_columns.ts";
import type { JkpBenefits, JkpClaims } from "./jkp_claims.ts";
import type { JkpFindings, PlacedRow } from "./jkp_findings.ts";

/** A row of a register of claims, every cell readable. */
export interface JkpRow extends PlacedRow {
  /** Number of the member. */
  readonly member: number;
  /** Number of what `claim_id` names; -1 where the register has none. */
  readonly claimId: number;
  readonly claimMonth: Month;
  /** Month paid for, or first of the months. */
  readonly benefitMonth: Month;
  /** 1 in a row that is a payment. */
  readonly monthsPaid: number;
  readonly paidOn: Month;
  readonly amountIdr: number;
  /** Index in `JKP_OUTCOMES`. */
  readonly outcome: number;
  readonly outcomeMonth: Month;
}

/** How the rows of a register are put together. */
export interface JkpRowForm {
  /** Whether a row is a payment, not a claim. */
  readonly arePayments: boolean;
  /** Names of the columns in the file, by ours. */
  readonly columns: Readonly<Partial<Record<string, string>>>;
  /** Month in which the register was drawn. */
  readonly extractMonth: Month;
}

/** Code of a claim that is being paid. */
export const RUNNING = JKP_OUTCOMES.indexOf("running");

/** Months from which a running claim without a benefit is doubtful. */
const MONTHS_WITHOUT_BENEFIT = 3;

/** More than any month, so that members times this, and a month, are told apart. */
const MONTHS = 1 << 15;

/** A claim as its rows come. */
interface OpenClaim {
  readonly first: JkpRow;
  outcome: number;
  outcomeMonth: Month;
}

/** A payment; all payments of a register are held. */
type Payment = Pick<JkpRow, "benefitMonth" | "paidOn" | "amountIdr" | "row" | "file">;

/** What was paid for a month of a claim, net of what was taken back. */
interface PaidMonth {
  readonly month: Month;
  readonly paidOn: Month;
  readonly amountIdr: number;
  readonly row: PlacedRow;
}

/**
 * The second of two equal payments for a month, if both still count: no row takes one of them
 * back, and the sum of all rows of the month is not less than both together.
 */
function paidTwice(rows: readonly Payment[]): Payment | undefined {
  if (rows.length === 1) return undefined;
  const left = sumSimple(rows.map(({ amountIdr }) => amountIdr));
  return rows.find((row, at) =>
    row.amountIdr > 0 && left >= 2 * row.amountIdr &&
    rows.slice(0, at).some((other) =>
      other.paidOn === row.paidOn && other.amountIdr === row.amountIdr
    ) && timesOf(rows, row.amountIdr) - timesOf(rows, -row.amountIdr) > 1
  );
}

/** How many rows have an amount. */
function timesOf(rows: readonly Payment[], wantedIdr: number): number {
  return rows.filter(({ amountIdr }) => amountIdr === wantedIdr).length;
}

/** Puts the rows of a register together to claims and their benefits. */
export class ClaimsOfRows {
  readonly #form: JkpRowForm;
  readonly #findings: JkpFindings;
  readonly #places = new Map<number, number>();
  readonly #claims: OpenClaim[] = [];
  readonly #payments = new PaymentList();

  /** @param findings Gets what does not go together. */
  constructor(form: JkpRowForm, findings: JkpFindings) {
    this.#form = form;
    this.#findings = findings;
  }

  /** Takes a row in. */
  add(row: JkpRow): void {
    const key = row.claimId >= 0 ? row.claimId : row.member * MONTHS + row.claimMonth;
    const place = this.#places.get(key) ?? this.#claims.length;
    const claim = this.#claims[place];
    if (this.#form.arePayments) this.#payments.add(place, row);
    if (claim === undefined) {
      const { outcome, outcomeMonth } = row;
      this.#places.set(key, place);
      this.#claims.push({ first: row, outcome, outcomeMonth });
      return;
    }
    this.#compare(claim, row);
    if (row.outcome !== RUNNING) claim.outcome = row.outcome;
    if (row.outcomeMonth !== NO_MONTH) claim.outcomeMonth = row.outcomeMonth;
  }

  /** All claims, in the order of their first rows, and what was paid of them. */
  finish(): { readonly claims: JkpClaims; readonly benefits: JkpBenefits } {
    const { arePayments } = this.#form;
    const size = this.#claims.length;
    const claims = {
      member: new Uint32Array(size),
      claimMonth: new Int16Array(size),
      monthsPaid: new Uint16Array(size),
      firstBenefitMonth: new Int16Array(size),
      lastBenefitMonth: new Int16Array(size),
      amountIdr: new Float64Array(size),
      outcome: new Uint8Array(size),
      outcomeMonth: new Int16Array(size),
    };
    const most = this.#payments.length;
    const benefits = {
      claim: new Uint32Array(most),
      month: new Int16Array(most),
      paidOn: new Int16Array(most),
      amountIdr: new Float64Array(most),
    };
    const claimsOf = new Map<number, number>();
    for (const { first: { member } } of this.#claims) {
      claimsOf.set(member, (claimsOf.get(member) ?? 0) + 1);
    }
    const paidTo = new Set<number>();
    const payments = this.#payments.byClaim(size);
    let found = 0;
    this.#claims.forEach((claim, at) => {
      const { first } = claim;
      const paid = arePayments ? this.#paidMonths(payments(at)) : [];
      for (const { month, paidOn, amountIdr, row } of paid) {
        benefits.claim[found] = at;
        benefits.month[found] = month;
        benefits.paidOn[found] = paidOn;
        benefits.amountIdr[found++] = amountIdr;
        if (claimsOf.get(first.member) === 1) continue;
        const key = first.member * MONTHS + month;
        if (paidTo.has(key)) {
          this.#findings.warning("twoClaims", ({ twoClaims }) => twoClaims, row);
        }
        paidTo.add(key);
      }
      const firstMonth = arePayments ? paid[0]?.month ?? NO_MONTH : first.benefitMonth;
      const monthsPaid = arePayments ? paid.length : first.monthsPaid;
      claims.member[at] = first.member;
      claims.claimMonth[at] = first.claimMonth === NO_MONTH
        ? firstMonth || first.benefitMonth
        : first.claimMonth;
      claims.monthsPaid[at] = monthsPaid;
      claims.firstBenefitMonth[at] = firstMonth;
      claims.lastBenefitMonth[at] = monthsPaid === 0
        ? NO_MONTH
        : arePayments
        ? paid.at(-1)!.month
        : firstMonth + monthsPaid - 1;
      claims.amountIdr[at] = arePayments
        ? paid.reduce((sum, { amountIdr }) => sum + amountIdr, 0)
        : first.amountIdr;
      claims.outcome[at] = claim.outcome;
      claims.outcomeMonth[at] = claim.outcomeMonth;
      this.#doubt(claim, claims.lastBenefitMonth[at]!);
    });
    return {
      claims,
      benefits: {
        claim: benefits.claim.slice(0, found),
        month: benefits.month.slice(0, found),
        paidOn: benefits.paidOn.slice(0, found),
        amountIdr: benefits.amountIdr.slice(0, found),
      },
    };
  }

  /** Refuses rows of one claim that say different things of it. */
  #compare(claim: OpenClaim, row: JkpRow): void {
    const { first, outcome, outcomeMonth } = claim;
    const { arePayments, columns } = this.#form;
    const findings = this.#findings;
    const otherFile = first.file === row.file ? undefined : first.file;
    const differ = (column: string, was: Said<string>, is: Said<string>) =>
      findings.cell(
        row,
        columns[column] ?? column,
        (words) => words.jkp.expected.asInRow(was(words), first.row, otherFile),
        is,
      );
    const differInMonth = (column: string, was: Month, is: Month) =>
      differ(column, () => formatMonth(was), () => formatMonth(is));
    if (!arePayments) {
      const column = columns.claim_id ?? columns.claim_month ?? "claim_id";
      findings.cell(
        row,
        column,
        ({ jkp }) => jkp.expected.claimOnce(first.row),
        ({ jkp }) => jkp.value.again,
      );
    }
    if (row.member !== first.member) {
      differ(
        "member_id",
        ({ jkp }) => jkp.expected.sameMember,
        ({ jkp }) => jkp.value.another,
      );
    }
    if (row.claimMonth !== first.claimMonth) {
      differInMonth("claim_month", first.claimMonth, row.claimMonth);
    }
    const isOther = (a: number, b: number, none: number) =>
      a !== none && b !== none && a !== b;
    if (isOther(row.outcome, outcome, RUNNING)) {
      differ("outcome", () => JKP_OUTCOMES[outcome]!, () => JKP_OUTCOMES[row.outcome]!);
    }
    if (isOther(row.outcomeMonth, outcomeMonth, NO_MONTH)) {
      differInMonth("outcome_month", outcomeMonth, row.outcomeMonth);
    }
  }

  /** The months of a claim that were paid for, in order, net of what was taken back. */
  #paidMonths(payments: readonly Payment[]): PaidMonth[] {
    const months = Map.groupBy(payments, ({ benefitMonth }) => benefitMonth);
    return [...months].sort(([a], [b]) => a - b).flatMap(([month, rows]) => {
      const amountIdr = rows.reduce((sum, row) => sum + row.amountIdr, 0);
      const [row] = rows;
      if (amountIdr < 0) {
        this.#findings.cell(
          row!,
          this.#form.columns.amount_idr!,
          ({ jkp }) => jkp.expected.notNegative(month),
          ({ jkp }) => jkp.value.rupiah(amountIdr),
        );
      }
      if (!(amountIdr > 0)) return [];
      const twice = paidTwice(rows);
      if (twice !== undefined) {
        this.#findings.warning("paidTwice", ({ paidTwice }) => paidTwice, twice);
      }
      return [{ month, amountIdr, paidOn: paidForGood(rows), row: row! }];
    });
  }

  /** Takes note of claims that stand as they do for want of news, or beyond their end. */
  #doubt({ first, outcome, outcomeMonth }: OpenClaim, lastBenefitMonth: Month): void {
    const { extractMonth } = this.#form;
    if (outcomeMonth !== NO_MONTH && lastBenefitMonth > outcomeMonth) {
      this.#findings.warning("paidAfterEnd", ({ paidAfterEnd }) => paidAfterEnd, first);
    }
    const isQuiet = lastBenefitMonth !== NO_MONTH &&
      lastBenefitMonth < extractMonth - MONTHS_WITHOUT_BENEFIT;
    if (outcome === RUNNING && isQuiet) {
      this.#findings.warning(
        "quiet",
        ({ quiet }) => quiet(MONTHS_WITHOUT_BENEFIT),
        first,
      );
    }
  }
}

/** Month from which on what was paid for a month is never taken back as a whole. */
function paidForGood(rows: readonly Payment[]): Month {
  if (rows.length === 1) return rows[0]!.paidOn;
  const byDate = rows.toSorted((a, b) => a.paidOn - b.paidOn);
  let [sum, since] = [0, NO_MONTH];
  for (const { paidOn, amountIdr } of byDate) {
    const before = sum;
    sum += amountIdr;
    if (before <= 0 && sum > 0) since = paidOn;
  }
  return since;
}

/** Payments in the order of their rows, in columns: there may be millions. */
class PaymentList {
  readonly #claim: number[] = [];
  readonly #month: number[] = [];
  readonly #paidOn: number[] = [];
  readonly #amountIdr: number[] = [];
  readonly #row: number[] = [];
  readonly #file: number[] = [];
  readonly #files: string[] = [];

  get length(): number {
    return this.#claim.length;
  }

  add(claim: number, { benefitMonth, paidOn, amountIdr, row, file }: JkpRow): void {
    if (this.#files.at(-1) !== file) this.#files.push(file);
    this.#claim.push(claim);
    this.#month.push(benefitMonth);
    this.#paidOn.push(paidOn);
    this.#amountIdr.push(amountIdr);
    this.#row.push(row);
    this.#file.push(this.#files.length - 1);
  }

  /** Gives the payments of each of so many claims, in the order of their rows. */
  byClaim(claims: number): (claim: number) => Payment[] {
    const ends = new Uint32Array(claims + 1);
    for (const claim of this.#claim) ends[claim + 1]!++;
    for (let claim = 0; claim < claims; claim++) ends[claim + 1]! += ends[claim]!;
    const next = ends.slice();
    const order = new Uint32Array(this.length);
    this.#claim.forEach((claim, at) => order[next[claim]!++] = at);
    return (claim) =>
      Array.from(order.subarray(ends[claim], ends[claim + 1]), (at): Payment => ({
        benefitMonth: this.#month[at]!,
        paidOn: this.#paidOn[at]!,
        amountIdr: this.#amountIdr[at]!,
        row: this.#row[at]!,
        file: this.#files[this.#file[at]!]!,
      }));
  }
}
