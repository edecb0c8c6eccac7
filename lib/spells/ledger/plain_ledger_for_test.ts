import {
  END_REASONS,
  type EndReason,
  type LedgerRules,
  type Sex,
  SEXES,
} from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";

/** A payment as a ledger has it. */
export interface PlainPayment {
  readonly member: string;
  readonly employer: string;
  readonly month: Month;
  /** Last month that it is for. */
  readonly toMonth: Month;
  readonly paidOn: Month;
  readonly wageIdr: number;
  readonly sector: string;
}

/** A ledger, read. */
export interface PlainLedger {
  readonly payments: readonly PlainPayment[];
  readonly members: readonly {
    readonly id: string;
    readonly sex: Sex;
    readonly birth: Month;
  }[];
  readonly claims: readonly {
    readonly member: string;
    readonly month: Month;
    readonly reason: EndReason | "partial";
  }[];
  readonly rules: LedgerRules;
  /** Last month of contributions that is known. */
  readonly lastMonth: Month;
}

/** The order in which a payment is the later one of its employer and month. */
function isLater(one: PlainPayment, other: PlainPayment): boolean {
  if (one.paidOn !== other.paidOn) return one.paidOn > other.paidOn;
  if (one.wageIdr !== other.wageIdr) return one.wageIdr > other.wageIdr;
  return one.sector > other.sector;
}

/** Wages of payments that stand again, as long as one of their amount is left. */
function repeatedIdr(rows: readonly PlainPayment[]): number {
  let sum = 0;
  for (const amount of new Set(rows.map(({ wageIdr }) => Math.abs(wageIdr)))) {
    const paid = rows.filter(({ wageIdr }) => wageIdr === amount);
    const left = paid.length - rows.filter(({ wageIdr }) => wageIdr === -amount).length;
    const again = paid.length - new Set(paid.map(({ paidOn }) => paidOn)).size;
    sum += amount * Math.max(0, Math.min(again, left - 1));
  }
  return sum;
}

/** What a member contributed in a month: wage and sector; nothing if that nets to nothing. */
function contribution(
  { payments, rules }: PlainLedger,
  member: string,
  month: Month,
): { wage: number; sector: string } | undefined {
  const own = payments.filter((each) =>
    each.member === member && each.month <= month && month <= each.toMonth
  );
  const employers = [...new Set(own.map(({ employer }) => employer))].flatMap((name) => {
    const rows = own.filter(({ employer }) => employer === name);
    const wage = rows.reduce((sum, { wageIdr }) => sum + wageIdr, 0) -
      (rules.repeats === "once" ? repeatedIdr(rows) : 0);
    if (wage <= 0) return [];
    const positive = rows.filter(({ wageIdr }) => wageIdr > 0);
    const latest = positive.reduce((a, b) => isLater(b, a) ? b : a);
    return [{ wage, sector: latest.sector }];
  });
  if (employers.length === 0) return undefined;
  const main = employers.reduce((a, b) =>
    b.wage > a.wage || (b.wage === a.wage && b.sector > a.sector) ? b : a
  );
  const wage = rules.employers === "main"
    ? main.wage
    : employers.reduce((sum, each) => sum + each.wage, 0);
  return { wage, sector: main.sector };
}

/**
 * Spells of a ledger by the plainest way there is, to hold polars beside: one text a spell,
 * with the columns of the contract, sorted.
 */
export function plainSpells(ledger: PlainLedger): string[] {
  const { payments, members, claims, rules, lastMonth } = ledger;
  const texts = members.flatMap(({ id, sex, birth }) => {
    const own = payments.filter(({ member }) => member === id);
    const first = Math.min(...own.map(({ month }) => month));
    const last = Math.min(lastMonth, Math.max(...own.map(({ toMonth }) => toMonth)));
    const runs: { start: Month; last: Month; wage: number; sector: string }[] = [];
    for (let month = first; month <= last; month++) {
      const paid = contribution(ledger, id, month);
      if (paid === undefined) continue;
      const run = runs.at(-1);
      if (run !== undefined && month - run.last <= 1 + rules.gapMonths) {
        Object.assign(run, { last: month, ...paid });
      } else runs.push({ start: month, last: month, ...paid });
    }
    const closing = new Map<object, { month: Month; reason: EndReason }>();
    for (const { member, month, reason } of claims) {
      if (member !== id || reason === "partial") continue;
      const run = runs.findLast(({ start }) => start <= month);
      if (run === undefined || run.last > month) continue;
      const known = closing.get(run);
      const isFirst = known === undefined || month < known.month ||
        (month === known.month &&
          END_REASONS.indexOf(reason) < END_REASONS.indexOf(known.reason));
      if (isFirst) closing.set(run, { month, reason });
    }
    return runs.map((run) => {
      const claim = closing.get(run);
      return [
        id,
        sex,
        formatMonth(birth),
        formatMonth(run.start),
        formatMonth(run.last),
        claim?.reason ?? "",
        claim === undefined ? "" : formatMonth(claim.month),
        run.wage,
        run.sector,
      ].join(" ");
    });
  });
  return texts.sort();
}

/**
 * Wages of the payments for each month by the plainest way: month, sex and age with how many
 * members paid, their wages and the two largest of these, sorted.
 */
export function plainPaid(ledger: PlainLedger): string[] {
  const wages = new Map<string, number[]>();
  for (const { id, sex, birth } of ledger.members) {
    const months = ledger.payments.filter(({ member }) => member === id)
      .flatMap(({ month, toMonth }) =>
        Array.from({ length: Math.max(0, toMonth - month) + 1 }, (_, i) => month + i)
      );
    const paid = [...new Set(months)].sort((a, b) => a - b).flatMap((month) => {
      const own = month > ledger.lastMonth ? undefined : contribution(ledger, id, month);
      return own === undefined ? [] : [{ month, wage: own.wage }];
    });
    const withGaps = paid.flatMap(({ month, wage }, i) => {
      const wait = (paid[i + 1]?.month ?? month + 1) - month;
      const length = wait <= 1 + ledger.rules.gapMonths ? wait : 1;
      return Array.from({ length }, (_, step) => ({ month: month + step, wage }));
    });
    for (const { month, wage } of withGaps) {
      const cell = `${month} ${SEXES.indexOf(sex)} ${Math.floor((month - birth) / 12)}`;
      wages.set(cell, [...wages.get(cell) ?? [], wage]);
    }
  }
  return [...wages].map(([cell, all]) => {
    const sum = all.reduce((a, b) => a + b, 0);
    const largest = all.sort((a, b) => b - a).slice(0, 2);
    return [cell, all.length, sum, ...largest].join(" ");
  }).sort();
}
