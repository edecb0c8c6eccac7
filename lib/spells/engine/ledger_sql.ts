import type { LedgerRules } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { MISSING } from "../decode/decoded_rows.ts";
import { DEATH, PARTIAL } from "../ledger/claim_codes.ts";
import { MOST_MONTHS } from "../ledger/payment_limits.ts";
import { NO_REASON } from "../spell_columns.ts";

/** Last months that are known: of payments, and of claims. */
export interface KnownMonths {
  readonly lastMonth: Month;
  readonly lastClaimMonth: Month;
}

/** The tables of some members, as SQL selects them: no row in them is blank or wrong. */
export interface LedgerRows {
  /** Payments, or spells that are to be joined. */
  readonly main: string;
  readonly members: string;
  readonly claims: string | undefined;
}

/** Payments, one row a month that a payment is for: `id`, `employer`, `month`, `paid`, `wage`. */
function monthsPaidSql(payments: string, lastMonth: Month): string {
  const steps = Array.from({ length: MOST_MONTHS }, (_, step) => `(${step})`);
  return `select id, employer, "month" + step as "month", paid, wage
  from (${payments}) as payments cross join (values ${steps.join(", ")}) as steps (step)
  where step <= greatest(to_month - "month", 0) and "month" + step <= ${lastMonth}`;
}

/**
 * Amounts by member, employer and month: how many payments of it, in how many months of
 * payment it stands `twice`, and how many payments stand `again`: all but one of each month
 * of payment, as far as something is left of what was not taken back.
 */
function amountsSql(payments: string, lastMonth: Month): string {
  const repeated = (found: string) =>
    `sum(case when amount > 0 and times > 1 then ${found} else 0 end)`;
  return `select id, employer, "month", amount, sum(wage) as wage, sum(payments) as payments,
    case when sum(net_times) > 1 then ${repeated("1")} else 0 end as twice,
    greatest(0, least(${repeated("times - 1")}, sum(net_times) - 1)) as again
  from (
    select id, employer, "month", paid, abs(wage) as amount, sum(wage) as wage,
      count(*) as payments, count(case when wage > 0 then 1 end) as times,
      sum(case when wage > 0 then 1 when wage < 0 then -1 else 0 end) as net_times
    from (${monthsPaidSql(payments, lastMonth)}) as months_paid
    group by id, employer, "month", paid, abs(wage)
  ) as by_month_of_payment
  group by id, employer, "month", amount`;
}

/**
 * Wages of members by employer and month: a payment and its reversal are nothing. Payments
 * that stand again are added, or count once.
 */
function netsSql(
  payments: string,
  { repeats }: Pick<LedgerRules, "repeats">,
  lastMonth: Month,
): string {
  const [wage, count, from] = repeats === "once"
    ? ["wage - again * amount", "sum(payments)", amountsSql(payments, lastMonth)]
    : ["wage", "count(*)", monthsPaidSql(payments, lastMonth)];
  return `select id, employer, "month", sum(${wage}) as wage, ${count} as payments
  from (${from}) as paid_for group by id, employer, "month"`;
}

/** Contributions of members by month: `id`, `month`, `wage`. */
function contributionsSql(
  payments: string,
  rules: LedgerRules,
  lastMonth: Month,
): string {
  return `select id, "month", ${rules.employers === "sum" ? "sum" : "max"}(wage) as wage
  from (${netsSql(payments, rules, lastMonth)}) as nets where wage > 0
  group by id, "month"`;
}

/** The same with the months that spells run over: they have the wage of the month before. */
function bridgedSql(payments: string, rules: LedgerRules, lastMonth: Month): string {
  const months = contributionsSql(payments, rules, lastMonth);
  const { gapMonths } = rules;
  if (gapMonths === 0) return months;
  const steps = Array.from({ length: 1 + gapMonths }, (_, step) => `(${step})`);
  return `select id, "month" + step as "month", wage from (
    select *, lead("month") over (partition by id order by "month") - "month" as to_next
    from (${months}) as months
  ) as marked cross join (values ${steps.join(", ")}) as steps (step)
  where step = 0 or (to_next <= ${1 + gapMonths} and step < to_next)`;
}

/** Unbroken runs of months with contributions: `id`, `start`, `last`, `wage`. */
function runsSql(
  payments: string,
  rules: LedgerRules,
  lastMonth: Month,
): string {
  const { gapMonths } = rules;
  const ofMember = 'partition by id order by "month"';
  return `select id, min("month") as "start", max("month") as "last",
    max_by(wage, "month") as wage
  from (
    select id, "month", wage, sum(begins) over (${ofMember}) as run from (
      select id, "month", wage, case
        when "month" - lag("month") over (${ofMember}) <= ${1 + gapMonths} then 0
        else 1 end as begins
      from (${contributionsSql(payments, rules, lastMonth)}) as months
    ) as marked
  ) as numbered
  group by id, run`;
}

/**
 * Spells of a ledger with the columns of `cellsSql`: payments net by member, employer and
 * month, months run together, claims close them, and members say who they are.
 */
export function spellsOfLedgerSql(
  { main: payments, members, claims }: LedgerRows,
  rules: LedgerRules,
  { lastMonth, lastClaimMonth }: KnownMonths,
): string {
  const spells = `select *, cast(1 as double) as weight, '' as employer
    from (${runsSql(payments, rules, lastMonth)}) as runs`;
  const closed = claims === undefined
    ? `select *, ${NO_REASON} as reason, ${MISSING} as claim from (${spells}) as spells`
    : closedSql(spells, claims, lastClaimMonth);
  return withMembersSql(closed, members);
}

/**
 * Spells beside which members or claims stand in tables of their own, with the columns of
 * `cellsSql`.
 */
export function spellsOfJoinedSql(
  { main: spells, members, claims }: LedgerRows,
  { lastClaimMonth }: KnownMonths,
): string {
  const closed = claims === undefined
    ? spells
    : closedSql(spells, claims, lastClaimMonth);
  return withMembersSql(closed, members);
}

/**
 * Spells and the claims that close them. A claim closes the last spell that began in its month
 * or before, if contributions do not go on after it; of several claims the first. A partial
 * claim closes nothing. Spells may overlap, which is found later.
 */
function closedSql(spells: string, claims: string, lastClaimMonth: Month): string {
  const columns = ['"start"', '"last"', "wage", "weight", "employer"];
  const none = columns.map((column) => `null as ${column}`).join(", ");
  const group = columns.map((column) => `max(${column}) as ${column}`).join(", ");
  return `select id, ${columns.join(", ")},
      coalesce(mod(closing, 1000), ${NO_REASON}) as reason,
      coalesce((closing - mod(closing, 1000)) / 1000, ${MISSING}) as claim
    from (
      select id, run, ${group}, min(case when closing >= last_of_run * 1000 then closing end)
        as closing
      from (
        select *, max("last") over (partition by id, run) as last_of_run from (
          select *, count("start") over (partition by id
            order by "month", kind, "last", wage
            rows between unbounded preceding and current row) as run
          from (
            select id, "start" as "month", 0 as kind, ${columns.join(", ")},
              cast(null as bigint) as closing from (${spells}) as spells
            union all
            select id, "month", 1 as kind, ${none},
              cast("month" * 1000 + reason as bigint) as closing
            from (${claims}) as claims
            where reason <> ${PARTIAL} and "month" <= ${lastClaimMonth}
          ) as spells_and_claims
        ) as numbered
      ) as runs where run > 0
      group by id, run
    ) as closings`;
}

/** Spells with who their members are: no member stands in two ways. */
function withMembersSql(spells: string, members: string): string {
  return `select spells.id, who.sex, who.birth, spells."start", spells."last",
    cast(spells.reason as integer) as reason, cast(spells.claim as integer) as claim,
    cast(spells.wage as double) as wage, 1 as wage_written,
    spells.weight, 0 as weight_written, spells.employer
  from (${spells}) as spells
    join (select distinct id, sex, birth from (${members}) as who_all) as who
      on who.id = spells.id`;
}

/** Those members of whom one sex and birth is known. */
export function knownMembersSql(members: string): string {
  return `select id, min(sex) as sex, min(birth) as birth from (${members}) as own
  group by id having min(sex) = max(sex) and min(birth) = max(birth)`;
}

/** The rows of some members. */
export function ofMembersSql(rows: string, members: string): string {
  return `select * from (${rows}) as rows_of_all
  where id in (select id from (${members}) as known)`;
}

/**
 * Counts months that net below nothing, payments that stand twice, and those that stand
 * again, of how many: one row.
 */
export function nettingSql(payments: string, lastMonth: Month): string {
  return `select count(case when wage < 0 then 1 end) as negative,
  coalesce(sum(twice), 0) as twice, coalesce(sum(again), 0) as again,
  coalesce(sum(payments), 0) as payments
from (
  select sum(wage) as wage, sum(twice) as twice, sum(again) as again,
    sum(payments) as payments
  from (${amountsSql(payments, lastMonth)}) as amounts
  group by id, employer, "month"
) as nets`;
}

/** The members of the main table: `id`, `latest` month with a contribution, and `pieces`. */
export function payersSql(payments: string, lastMonth: Month): string {
  return `select id, max(case when wage > 0 then "month" end) as latest,
    sum(payments) as pieces from (${
    netsSql(payments, {}, lastMonth)
  }) as nets group by id`;
}

/** The same of spells that are joined. */
export function holdersSql(spells: string): string {
  return `select id, max("last") as latest, count(*) as pieces
  from (${spells}) as spells group by id`;
}

/**
 * Counts members: those known, those that the table of members has in two ways, those with
 * rows in payments or claims that it lacks, those without payments, and those that died and
 * paid on; and the rows of the main table that are not of known members.
 */
export function membersOfLedgerSql(
  { members, claims }: LedgerRows,
  payers: string,
  { lastClaimMonth }: KnownMonths,
): string {
  const own = `select id, count(*) as ways from (
    select distinct id, sex, birth from (${members}) as rows_of_members
  ) as ways_of_members group by id`;
  const claimants = claims === undefined
    ? "select cast(null as varchar) as id, 0 as died where 1 = 0"
    : `select id, coalesce(max(case when reason = ${DEATH} and "month" <= ${lastClaimMonth}
      then "month" end), 0) as died from (${claims}) as rows_of_claims group by id`;
  const isKnown = "own.ways = 1";
  return `select count(case when ${isKnown} then 1 end) as members,
  count(case when own.ways > 1 then 1 end) as contradicted,
  count(case when own.id is null and payers.id is not null then 1 end) as strange_payers,
  count(case when own.id is null and claimants.id is not null then 1 end) as strange_claimants,
  count(case when ${isKnown} and payers.latest is null then 1 end) as idle,
  count(case when ${isKnown} and claimants.died > 0 and payers.latest > claimants.died
    then 1 end) as dead,
  coalesce(sum(case when own.ways = 1 then 0 else payers.pieces end), 0) as strange_rows
from (${own}) as own full join (${payers}) as payers on payers.id = own.id
  full join (${claimants}) as claimants on claimants.id = coalesce(own.id, payers.id)`;
}

/**
 * Counts members who paid for a month by month, sex and completed years of age, and sums
 * their wages; the two largest of these wages are looked for if they are wanted. Where spells
 * are left out for their errors, so are the payments in them.
 *
 * The rows have the columns of `PaidCell`: `month`, `sex`, `age`, `members`, `wages`, and
 * `largest` and `second`.
 */
export function paidSql(
  { main, members }: LedgerRows,
  rules: LedgerRules,
  { lastMonth, findsLargest, kept }: {
    readonly lastMonth: Month;
    readonly findsLargest: boolean;
    /** Spells without errors, if some have any. */
    readonly kept: string | undefined;
  },
): string {
  const who = kept === undefined
    ? `(select distinct id, sex, birth from (${members}) as who_all) as who
        on who.id = paid.id`
    : `(select id, sex, birth, "start", "last" from (${kept}) as kept) as who
        on who.id = paid.id and paid."month" between who."start" and who."last"`;
  const months = '(paid."month" - who.birth)';
  const place = findsLargest
    ? `row_number() over (partition by "month", sex, age order by wage desc)`
    : "0";
  const placed = (which: number) =>
    `max(case when place = ${which} then wage else 0 end)`;
  return `select "month", sex, age, count(*) as members, cast(sum(wage) as varchar) as wages,
  ${placed(1)} as largest, ${placed(2)} as second
from (
  select *, ${place} as place from (
    select paid."month", who.sex, (${months} - mod(${months}, 12)) / 12 as age, paid.wage
    from (${bridgedSql(main, rules, lastMonth)}) as paid
      join ${who}
    where paid."month" >= who.birth
  ) as aged
) as ranked
group by "month", sex, age`;
}
