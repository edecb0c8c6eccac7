import type { LedgerRules } from "@jkp/extract";
import type {
  ClaimColumns,
  MemberColumns,
  PaymentColumns,
  SourceColumn,
  TableMapping,
} from "@jkp/mapping";
import type { Month } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { MOST_WAGE_IDR } from "../check/row_rules.ts";
import { sexCode } from "../decode/column_readings.ts";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { claimCode, DEATH, PARTIAL } from "../ledger/claim_codes.ts";
import { FIRST_PAYMENT, MOST_MONTHS } from "../ledger/payment_limits.ts";
import { NO_REASON } from "../spell_columns.ts";
import { columnsSql, type EngineTable } from "./columns_sql.ts";
import { type CellRule, type TableCells } from "./table_rules_sql.ts";
import { type SqlDialect } from "./sql.ts";

/** A table of an engine with how it is read. */
export interface MappedTable<Columns> {
  readonly table: EngineTable;
  readonly mapping: TableMapping<Columns>;
}

/** The tables of a ledger. */
export interface LedgerTables {
  readonly payments: MappedTable<PaymentColumns>;
  /** Members, one row each; without it the payments say who they are. */
  readonly members?: MappedTable<MemberColumns> | undefined;
  readonly claims?: MappedTable<ClaimColumns> | undefined;
}

/** The rows of each table of a ledger, as their mappings read them. */
export interface LedgerCells {
  readonly payments: TableCells;
  readonly members: TableCells;
  /** Whether members stand in a table of their own. */
  readonly hasMembers: boolean;
  readonly claims: TableCells | undefined;
}

/** Last months that are known: of payments, and of claims. */
export interface KnownMonths {
  readonly lastMonth: Month;
  readonly lastClaimMonth: Month;
}

/**
 * The rows of a ledger's tables as numbers.
 *
 * - payments: `id`, `employer`, `month`, `to_month`, `paid`, `wage` in whole rupiah;
 * - members: `id`, `sex`, `birth`;
 * - claims: `id`, `month`, `reason`.
 *
 * @throws {DataError} If tables lack columns, or have forms of months that engines cannot be
 * asked for.
 */
export function ledgerCells(
  { payments, members, claims }: LedgerTables,
  extractMonth: Month,
  dialect: SqlDialect,
): LedgerCells {
  const problems: Problem[] = [];
  const readersOf = <Columns>({ table, mapping }: MappedTable<Columns>) =>
    columnsSql(table, mapping.format, dialect, problems);
  const own = readersOf(payments);
  const { columns } = payments.mapping;
  const isThere = (source: SourceColumn | undefined, name: string) =>
    source !== undefined && (source.column !== name || own.has(name));
  const { employer_id: employer, contribution_to_month: to, paid_on: paid } = columns;
  const hasEmployer = isThere(employer, "employer_id");
  const hasTo = isThere(to, "contribution_to_month");
  const hasPaid = isThere(paid, "paid_on");
  const wage = columns.monthly_wage_idr;
  const required = (column: string): CellRule[] => [
    { rule: "values_present", breaks: `"${column}" = ${MISSING}` },
    { rule: "values_readable", breaks: `"${column}" = ${UNREADABLE}` },
  ];
  const wanted = (column: string): CellRule => ({
    rule: "values_present",
    breaks: `"${column}" = ''`,
  });
  const later = (column: string): CellRule => ({
    rule: "payment_months",
    breaks: `"${column}" > ${extractMonth}`,
  });
  const ofPayments: TableCells = {
    table: payments.table.name,
    sum: "wage",
    columns: {
      id: own.id(columns.member_id),
      employer: hasEmployer ? own.id(employer!) : "''",
      month: own.months(columns.contribution_month),
      to_month: hasTo ? own.months(to!) : String(MISSING),
      paid: hasPaid ? own.months(paid!) : String(MISSING),
      wage: `cast(round(${own.number(wage, wage.unitIdr)}) as decimal(18, 0))`,
      wage_written: own.isWritten(wage),
    },
    isBlank: [
      "id = ''",
      "employer = ''",
      ...["month", "to_month", "paid"].map((column) => `"${column}" = ${MISSING}`),
      "wage_written = 0",
    ],
    rules: [
      wanted("id"),
      ...(hasEmployer ? [wanted("employer")] : []),
      ...required("month"),
      ...(hasPaid ? required("paid") : []),
      ...(hasTo ? required("to_month").slice(1) : []),
      { rule: "values_present", breaks: "wage is null and wage_written = 0" },
      { rule: "values_readable", breaks: "wage is null and wage_written = 1" },
      later("month"),
      { rule: "payment_months", breaks: `"month" between 0 and ${FIRST_PAYMENT - 1}` },
      later("paid"),
      {
        rule: "payment_months",
        breaks: `"month" >= 0 and to_month > 0 and (to_month < "month" ` +
          `or to_month >= "month" + ${MOST_MONTHS} or to_month > ${extractMonth})`,
      },
      { rule: "wage_possible", breaks: `abs(wage) > ${MOST_WAGE_IDR}` },
    ],
  };
  const from = members ?? payments;
  const who = members === undefined ? own : readersOf(members);
  const { sex, birth_month: birth } = from.mapping.columns;
  if (sex === undefined || birth === undefined) {
    problems.push({
      file: payments.table.name,
      expected: "columns of sex and birth month, or a table of members: --members",
      received: "neither",
    });
    throw new DataError(problems);
  }
  const ofMembers: TableCells = {
    table: from.table.name,
    columns: {
      id: who.id(from.mapping.columns.member_id),
      sex: who.codes(sex, sexCode),
      birth: who.months(birth),
    },
    isBlank: ["id = ''", ...(["sex", "birth"].map((each) => `${each} = ${MISSING}`))],
    rules: [wanted("id"), ...required("sex"), ...required("birth")],
  };
  const claimed = claims === undefined ? undefined : readersOf(claims);
  const ofClaims: TableCells | undefined = claims === undefined ? undefined : {
    table: claims.table.name,
    columns: {
      id: claimed!.id(claims.mapping.columns.member_id),
      month: claimed!.months(claims.mapping.columns.claim_month),
      reason: claimed!.codes(claims.mapping.columns.end_reason, claimCode),
    },
    isBlank: ["id = ''", ...["month", "reason"].map((each) => `"${each}" = ${MISSING}`)],
    rules: [
      wanted("id"),
      ...required("month"),
      ...required("reason"),
      { rule: "no_future_months", breaks: `"month" > ${extractMonth}` },
    ],
  };
  if (problems.length > 0) throw new DataError(problems);
  return {
    payments: ofPayments,
    members: ofMembers,
    hasMembers: members !== undefined,
    claims: ofClaims,
  };
}

/** The tables of some members, as SQL selects them: no row in them is blank or wrong. */
export interface LedgerRows {
  readonly payments: string;
  readonly members: string;
  readonly claims: string | undefined;
}

/**
 * Payments by member, employer, month, day and amount, one row a month that a payment is
 * for: what nets to nothing is seen from them, and what stands twice.
 */
function amountsSql(payments: string, lastMonth: Month): string {
  const steps = Array.from({ length: MOST_MONTHS }, (_, step) => `(${step})`);
  return `select id, employer, "month" + step as "month", paid, abs(wage) as amount,
    sum(wage) as wage, sum(case when wage > 0 then 1 else 0 end) as times,
    sum(case when wage > 0 then 1 when wage < 0 then -1 else 0 end) as net_times
  from (${payments}) as payments cross join (values ${steps.join(", ")}) as steps (step)
  where step <= greatest(to_month - "month", 0) and "month" + step <= ${lastMonth}
  group by id, employer, "month" + step, paid, abs(wage)`;
}

/** Wages of members by employer and month: a payment and its reversal are nothing. */
function netsSql(payments: string, lastMonth: Month): string {
  return `select id, employer, "month", sum(wage) as wage
  from (${amountsSql(payments, lastMonth)}) as amounts group by id, employer, "month"`;
}

/** Unbroken runs of months with contributions: `id`, `start`, `last`, `wage`. */
function runsSql(
  payments: string,
  { gapMonths, employers }: LedgerRules,
  lastMonth: Month,
): string {
  const ofMember = 'partition by id order by "month"';
  return `select id, min("month") as "start", max("month") as "last",
    max_by(wage, "month") as wage
  from (
    select id, "month", wage, sum(begins) over (${ofMember}) as run from (
      select id, "month", wage, case
        when "month" - lag("month") over (${ofMember}) <= ${1 + gapMonths} then 0
        else 1 end as begins
      from (
        select id, "month", ${employers === "sum" ? "sum" : "max"}(wage) as wage
        from (${netsSql(payments, lastMonth)}) as nets where wage > 0
        group by id, "month"
      ) as months
    ) as marked
  ) as numbered
  group by id, run`;
}

/**
 * Spells of a ledger with the columns of `cellsSql`: payments net by member, employer and
 * month, months run together, claims close them, and members say who they are.
 *
 * A claim closes the last spell that began in its month or before, if contributions do not
 * go on after it; of several claims the first. A partial claim closes nothing.
 */
export function spellsOfLedgerSql(
  { payments, members, claims }: LedgerRows,
  rules: LedgerRules,
  { lastMonth, lastClaimMonth }: KnownMonths,
): string {
  const runs = runsSql(payments, rules, lastMonth);
  const closed = claims === undefined
    ? `select *, ${NO_REASON} as reason, ${MISSING} as claim from (${runs}) as runs`
    : closedSql(runs, claims, lastClaimMonth);
  return `select closed.id, who.sex, who.birth, closed."start", closed."last",
    cast(closed.reason as integer) as reason, cast(closed.claim as integer) as claim,
    cast(closed.wage as double) as wage, 1 as wage_written,
    cast(1 as double) as weight, 0 as weight_written, '' as employer
  from (${closed}) as closed join (select distinct id, sex, birth from (${members}) as who_all)
    as who on who.id = closed.id`;
}

/**
 * Runs with the first claim from their last month on, if the next run has not begun by then.
 * Claims are put among the last months of runs: so the runs are made once.
 */
function closedSql(runs: string, claims: string, lastClaimMonth: Month): string {
  return `select id, "start", "last", wage,
    case when is_closed = 1 then mod(closing, 1000) else ${NO_REASON} end as reason,
    case when is_closed = 1 then (closing - mod(closing, 1000)) / 1000
      else ${MISSING} end as claim
  from (
    select id, max("start") as "start", max("last") as "last", max(wage) as wage,
      min(closing) as closing, case when min(closing) is not null
        and (max(next_start) is null or min(closing) < max(next_start) * 1000)
        then 1 else 0 end as is_closed
    from (
      select *, count("start") over (partition by id order by "month", kind
        rows between unbounded preceding and current row) as run
      from (
        select id, "last" as "month", 0 as kind, "start", "last", wage,
          lead("start") over (partition by id order by "start") as next_start,
          cast(null as bigint) as closing
        from (${runs}) as runs
        union all
        select id, "month", 1 as kind, null as "start", null as "last", null as wage,
          null as next_start, cast("month" * 1000 + reason as bigint) as closing
        from (${claims}) as claims
        where reason <> ${PARTIAL} and "month" <= ${lastClaimMonth}
      ) as runs_and_claims
    ) as numbered
    where run > 0
    group by id, run
  ) as closings`;
}

/** Counts months that net below nothing, and payments that stand twice: one row. */
export function nettingSql({ payments }: LedgerRows, lastMonth: Month): string {
  const ofMonth = 'partition by id, employer, "month"';
  return `select count(case when place = 1 and net < 0 then 1 end) as negative,
  count(case when amount > 0 and times > 1 and net_of_amount > 1 then 1 end) as twice
from (
  select amount, times, sum(wage) over (${ofMonth}) as net,
    row_number() over (${ofMonth} order by amount, paid) as place,
    sum(net_times) over (${ofMonth}, amount) as net_of_amount
  from (${amountsSql(payments, lastMonth)}) as amounts
) as nets`;
}

/**
 * Counts members: all, those that the table of members has in two ways, those with rows in
 * payments or claims that it lacks, those without payments, and those that died and paid on.
 */
export function membersOfLedgerSql(
  { payments, members, claims }: LedgerRows,
  { lastMonth, lastClaimMonth }: KnownMonths,
): string {
  const own = `select id, count(*) as ways from (
    select distinct id, sex, birth from (${members}) as rows_of_members
  ) as ways_of_members group by id`;
  const payers = `select id, max(case when wage > 0 then "month" end) as latest
  from (${netsSql(payments, lastMonth)}) as nets group by id`;
  const claimants = claims === undefined
    ? "select cast(null as varchar) as id, 0 as died where 1 = 0"
    : `select id, coalesce(max(case when reason = ${DEATH} and "month" <= ${lastClaimMonth}
      then "month" end), 0) as died from (${claims}) as rows_of_claims group by id`;
  return `select count(own.id) as members,
  count(case when own.ways > 1 then 1 end) as contradicted,
  count(case when own.id is null and payers.id is not null then 1 end) as strange_payers,
  count(case when own.id is null and claimants.id is not null then 1 end) as strange_claimants,
  count(case when own.id is not null and payers.latest is null then 1 end) as idle,
  count(case when claimants.died > 0 and payers.latest > claimants.died then 1 end) as dead
from (${own}) as own full join (${payers}) as payers on payers.id = own.id
  full join (${claimants}) as claimants on claimants.id = coalesce(own.id, payers.id)`;
}
