import type { Month } from "@jkp/month";
import type { LedgerBatch, SpellColumns } from "@jkp/spells";
import { WAGE_GROWTH_PER_YEAR } from "../spells/wage_draws.ts";
import { evenHash, HASHED } from "./even_hash.ts";
import { arrearsUntil, paidMonth } from "./lateness.ts";
import { PaymentBuffer } from "./payment_buffer.ts";

/** What a ledger is made with. */
export interface LedgerSynthesisOptions {
  /** Last month of contributions. */
  readonly lastMonth: Month;
  /** Month in which the ledger is drawn: payments made later are not in it. */
  readonly extractMonth: Month;
  /** Members of all batches together: so many employers follow. */
  readonly members: number;
  /** Whole number that fixes the chance part. */
  readonly seed: number;
}

/** Payments of a batch, at most, but for those of its last member. */
const MOST_PAYMENTS = 2_000_000;

/** Members an employer has, about, and the fewest employers that there are. */
const MEMBERS_AN_EMPLOYER = 40;
const FEWEST_EMPLOYERS = 20;

/** Share of half-years in which a member has a second employer, and what that pays. */
const SECOND_EMPLOYER = 0.03;
const SECOND_WAGE = 0.3;
const MONTHS_OF_SECOND = 6;

/** Share of payments with a wage ten times too high, taken back and put right in a month. */
const WRONG_WAGE = 0.004;

/** Share of spells after which a month is paid for by mistake, and taken back. */
const PAID_AFTER_END = 0.02;

/** Share of long spells in which a part of the savings is claimed, and how long they are. */
const PARTIAL_CLAIM = 0.03;
const MONTHS_BEFORE_PARTIAL = 24;

/**
 * Turns spells into the ledger of contributions that they come to: a payment a month and
 * employer, with known lateness, arrears for several months, wrong payments that were taken
 * back, a second employer at times, and claims of a part of the savings.
 *
 * Wages of the months of a spell grow to its own, that of its last month, by 7.5 per cent a
 * year. Drawn after all is paid, the ledger comes to the spells exactly: payments are netted,
 * the wages of several employers in a month added up, gaps end spells. Shares and lateness
 * are invented.
 *
 * @param batches Spells of whole members, sorted by member and start.
 * @param options Months, size and seed; the same ones give the same ledger.
 * @returns Batches of about two million payments, of whole members.
 *
 * @example A spell of a year: what was paid for its last month comes to its wage
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { spellColumns } from "../../spells/spell_columns.ts";
 * import { synthesizeLedger } from "@jkp/synthetic";
 * import { assert } from "@std/assert";
 *
 * const [startMonth, lastMonth] = [monthOf(2019, 1), monthOf(2019, 12)];
 * const spells = spellColumns([{
 *   member: 1,
 *   sex: "F",
 *   birthMonth: monthOf(1990, 5),
 *   startMonth,
 *   lastMonth,
 *   monthlyWageIdr: 4_000_000,
 * }]);
 * const options = { lastMonth, extractMonth: lastMonth + 12, members: 1, seed: 2019 };
 * const [batch] = [...synthesizeLedger([spells], options)];
 * const { payments } = batch!;
 * const wages = [...payments.monthlyWageIdr].filter((_, i) =>
 *   payments.contributionToMonth[i] === lastMonth
 * );
 * assert(wages.reduce((sum, wage) => sum + wage) === 4_000_000);
 * ```
 */
export function* synthesizeLedger(
  batches: Iterable<SpellColumns>,
  options: LedgerSynthesisOptions,
): Generator<LedgerBatch> {
  const employers = Math.max(
    FEWEST_EMPLOYERS,
    Math.round(options.members / MEMBERS_AN_EMPLOYER),
  );
  for (const spells of batches) {
    const rows = spells.member.length;
    let buffer = new PaymentBuffer(MOST_PAYMENTS);
    let from = 0;
    for (let row = 0; row < rows; row++) {
      const next = row + 1 < rows && spells.member[row + 1] === spells.member[row]
        ? spells.startMonth[row + 1]!
        : Infinity;
      addSpell(buffer, spells, row, next, employers, options);
      const isLastOfMember = next === Infinity;
      if (!(isLastOfMember && (buffer.isFull || row + 1 === rows))) continue;
      yield { ...buffer.take(), spells: rowsOf(spells, from, row + 1) };
      from = row + 1;
      buffer = new PaymentBuffer(MOST_PAYMENTS);
    }
  }
}

/** Adds the payments of a spell; `next` is the start of the member's next one. */
function addSpell(
  buffer: PaymentBuffer,
  spells: SpellColumns,
  row: number,
  next: number,
  employers: number,
  { seed, lastMonth, extractMonth }: LedgerSynthesisOptions,
): void {
  const member = spells.member[row]!;
  const [start, last] = [spells.startMonth[row]!, spells.lastMonth[row]!];
  const wageOf = (month: Month) =>
    month === last ? spells.monthlyWageIdr[row]! : Math.round(
      spells.monthlyWageIdr[row]! * (1 + WAGE_GROWTH_PER_YEAR) ** ((month - last) / 12),
    );
  const employer = 1 + Math.floor(
    employers * evenHash(seed, HASHED.employer, member, start),
  );
  const pay = (of: number, from: Month, to: Month, paidOn: Month, wage: number) => {
    if (paidOn <= extractMonth) buffer.add(member, of, from, to, paidOn, wage);
  };
  for (let month = start; month <= last; month++) {
    const from = month;
    month = Math.min(last, arrearsUntil(seed, employer, month));
    const wage = wageOf(month);
    const paidOn = paidMonth(seed, employer, month);
    const halfYear = Math.floor(month / MONTHS_OF_SECOND);
    const hasSecond = evenHash(seed, HASHED.second, member, halfYear) < SECOND_EMPLOYER;
    const ofSecond = hasSecond ? Math.round(SECOND_WAGE * wage) : 0;
    const own = wage - ofSecond;
    if (hasSecond) {
      const second = 1 + employer % employers;
      pay(second, from, month, paidMonth(seed, second, month), ofSecond);
    }
    if (evenHash(seed, HASHED.wrong, member, month) < WRONG_WAGE) {
      pay(employer, from, month, paidOn, 10 * own);
      pay(employer, from, month, paidOn + 1, -10 * own);
      pay(employer, from, month, paidOn + 1, own);
    } else pay(employer, from, month, paidOn, own);
  }
  const after = last + 1;
  const isFree = after < next && after <= lastMonth;
  if (isFree && evenHash(seed, HASHED.after, member, last) < PAID_AFTER_END) {
    const paidOn = paidMonth(seed, employer, after);
    pay(employer, after, after, paidOn, wageOf(last));
    pay(employer, after, after, paidOn + 1, -wageOf(last));
  }
  const isLong = last - start >= MONTHS_BEFORE_PARTIAL;
  const claimMonth = Math.floor((start + last) / 2);
  if (
    isLong && claimMonth <= extractMonth &&
    evenHash(seed, HASHED.partial, member, start) < PARTIAL_CLAIM
  ) buffer.addPartialClaim(member, claimMonth);
}

/** Some rows of spells. */
function rowsOf(spells: SpellColumns, from: number, to: number): SpellColumns {
  const { carried } = spells;
  return {
    member: spells.member.subarray(from, to),
    sex: spells.sex.subarray(from, to),
    birthMonth: spells.birthMonth.subarray(from, to),
    startMonth: spells.startMonth.subarray(from, to),
    lastMonth: spells.lastMonth.subarray(from, to),
    endReason: spells.endReason.subarray(from, to),
    claimMonth: spells.claimMonth.subarray(from, to),
    monthlyWageIdr: spells.monthlyWageIdr.subarray(from, to),
    weight: spells.weight.subarray(from, to),
    carried: Object.fromEntries(
      Object.entries(carried).map(([name, { labels, codes }]) => [
        name,
        { labels, codes: codes.subarray(from, to) },
      ]),
    ),
  };
}
