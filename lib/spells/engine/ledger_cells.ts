import {
  type ClaimColumns,
  isConstant,
  type JoinedSpellColumns,
  type MemberColumns,
  type PaymentColumns,
  type SourceColumn,
  type TableMapping,
} from "@jkp/mapping";
import type { SpellManifest } from "@jkp/extract";
import { DataError, type Problem } from "@jkp/problem";
import { MOST_WAGE_IDR } from "../check/row_rules.ts";
import { reasonCode, sexCode, weightSource } from "../decode/column_readings.ts";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { claimCode } from "../ledger/claim_codes.ts";
import { FIRST_PAYMENT, MOST_MONTHS } from "../ledger/payment_limits.ts";
import { employersOf, IS_NOBODY, weightSql } from "./cells_sql.ts";
import {
  type ColumnsSql,
  columnsSql,
  type EngineTable,
  IS_HEADER_ID,
} from "./columns_sql.ts";
import { cases, type SqlDialect } from "./sql.ts";
import type { CellRule, TableCells } from "./table_rules_sql.ts";

/** A table of an engine with how it is read. */
export interface MappedTable<Columns> {
  readonly table: EngineTable;
  readonly mapping: TableMapping<Columns>;
}

/** The tables of a ledger, or of spells that are to be joined. */
export interface LedgerTables {
  readonly main: MappedTable<PaymentColumns | JoinedSpellColumns>;
  /** Members, one row each; without it the main table says who they are. */
  readonly members?: MappedTable<MemberColumns> | undefined;
  readonly claims?: MappedTable<ClaimColumns> | undefined;
}

/** The rows of each table of a ledger, as their mappings read them. */
export interface LedgerCells {
  readonly main: TableCells;
  /** Members, if they stand in a table of their own. */
  readonly members: TableCells | undefined;
  readonly claims: TableCells | undefined;
  /** Name under which employers are carried by spells, if they are. */
  readonly employers: string | undefined;
}

/**
 * The rows of tables as numbers.
 *
 * - main, of payments: `id`, `employer`, `month`, `to_month`, `paid`, `wage` in whole rupiah;
 * - main, of spells: `id`, `start`, `last`, `reason`, `claim`, `wage`, `weight`, `employer`;
 * - members: `id`, `sex`, `birth`;
 * - claims: `id`, `month`, `reason`.
 *
 * @throws {DataError} If tables lack columns, or have forms of months that engines cannot be
 * asked for.
 */
export function ledgerCells(
  { main, members, claims }: LedgerTables,
  manifest: SpellManifest,
  dialect: SqlDialect,
): LedgerCells {
  const problems: Problem[] = [];
  const readersOf = <Columns>({ table, mapping }: MappedTable<Columns>) =>
    columnsSql(table, mapping.format, dialect, problems);
  const own = readersOf(main);
  const isOfPayments = isPayments(main);
  const ofMain = isOfPayments
    ? paymentCells(main, own, manifest)
    : spellCells(main as MappedTable<JoinedSpellColumns>, own, manifest);
  // The main table of a register without one of members has their columns.
  const ofMembers = members === undefined
    ? memberCells(main as MappedTable<MemberColumns>, own)
    : memberCells(members, readersOf(members));
  const { columns, isBlank, isHeader, rules } = ofMembers;
  const cells = {
    main: members !== undefined ? ofMain : {
      ...ofMain,
      columns: { ...ofMain.columns, ...columns },
      isBlank: [...ofMain.isBlank, ...isBlank],
      isHeader: [...ofMain.isHeader, ...isHeader],
      rules: [...ofMain.rules, ...rules.slice(1)],
    },
    members: members && ofMembers,
    claims: claims && claimCells(claims, readersOf(claims), manifest),
    employers: isOfPayments ? undefined : employersOf(main.mapping.carried, own.has),
  };
  if (problems.length > 0) throw new DataError(problems);
  return cells;
}

function isPayments(
  main: MappedTable<PaymentColumns | JoinedSpellColumns>,
): main is MappedTable<PaymentColumns> {
  return "contribution_month" in main.mapping.columns;
}

const required = (column: string): CellRule[] => [
  { rule: "values_present", breaks: `"${column}" = ${MISSING}`, isOfCell: true },
  { rule: "values_readable", breaks: `"${column}" = ${UNREADABLE}`, isOfCell: true },
];

const numeric = (column: string): CellRule[] => [
  {
    rule: "values_present",
    breaks: `${column} is null and ${column}_written = 0`,
    isOfCell: true,
  },
  {
    rule: "values_readable",
    breaks: `${column} is null and ${column}_written = 1`,
    isOfCell: true,
  },
];

/** Where the header stands again: no month or code can be read, and no amount. */
const headerAgain = (
  required: readonly string[],
  optional: readonly string[],
  amounts: readonly string[] = [],
): string[] => [
  IS_HEADER_ID,
  ...required.map((column) => `"${column}" = ${UNREADABLE}`),
  ...optional.map((column) => `"${column}" < 0`),
  ...amounts.map((column) => `${column} is null`),
];

const wanted = (column: string): CellRule => ({
  rule: "values_present",
  breaks: `"${column}" = ''`,
  isOfCell: true,
});

function paymentCells(
  { table, mapping: { columns } }: MappedTable<PaymentColumns>,
  own: ColumnsSql,
  { extractMonth }: SpellManifest,
): TableCells {
  const isThere = (source: SourceColumn | undefined, name: string) =>
    source !== undefined && (source.column !== name || own.has(name));
  const { employer_id: employer, contribution_to_month: to, paid_on: paid } = columns;
  const hasEmployer = isThere(employer, "employer_id");
  const hasTo = isThere(to, "contribution_to_month");
  const hasPaid = isThere(paid, "paid_on");
  const wage = columns.monthly_wage_idr;
  const later = (column: string): CellRule => ({
    rule: "payment_months",
    breaks: `"${column}" > ${extractMonth}`,
  });
  const amount = own.number(wage, wage.unitIdr);
  // What is more than a wage can be is cut, so that it is a number of 18 digits.
  const rupiah = cases(
    [[`abs(${amount}) > ${MOST_WAGE_IDR}`, MOST_WAGE_IDR + 1]],
    `round(${amount})`,
  );
  return {
    table: table.name,
    sum: "wage",
    columns: {
      id: own.member(columns.member_id),
      employer: hasEmployer ? own.id(employer!) : "''",
      month: own.months(columns.contribution_month),
      to_month: hasTo ? own.months(to!) : String(MISSING),
      paid: hasPaid ? own.months(paid!) : String(MISSING),
      wage: `try_cast(${rupiah} as decimal(18, 0))`,
      wage_written: own.isWritten(wage),
    },
    isBlank: [
      "employer = ''",
      ...["month", "to_month", "paid"].map((column) => `"${column}" = ${MISSING}`),
      IS_NOBODY,
    ],
    isHeader: headerAgain(["month", ...(hasPaid ? ["paid"] : [])], ["to_month"], [
      "wage",
    ]),
    isClosing: "id <> '' or wage_written = 1",
    rules: [
      wanted("id"),
      ...(hasEmployer ? [wanted("employer")] : []),
      ...required("month"),
      ...(hasPaid ? required("paid") : []),
      ...(hasTo ? required("to_month").slice(1) : []),
      ...numeric("wage"),
      {
        rule: "payment_months",
        breaks: `"month" > ${extractMonth} or "month" < ${FIRST_PAYMENT}`,
      },
      later("paid"),
      {
        rule: "payment_months",
        breaks: `to_month > 0 and (to_month < "month" ` +
          `or to_month >= "month" + ${MOST_MONTHS} or to_month > ${extractMonth})`,
      },
      { rule: "wage_possible", breaks: `abs(wage) > ${MOST_WAGE_IDR}` },
    ],
  };
}

/** Spells without what tables of members and claims say. */
function spellCells(
  { table, mapping: { columns, carried } }: MappedTable<JoinedSpellColumns>,
  own: ColumnsSql,
  { lastMonth }: SpellManifest,
): TableCells {
  const { end_reason: reason, claim_month: claim, monthly_wage_idr: wage } = columns;
  const weight = weightSource(columns.weight, own.has);
  const last = own.lastMonths(columns.last_month, lastMonth);
  const isFilled = columns.last_month.blank === "active";
  const employer = carried[employersOf(carried, own.has) ?? ""];
  const optional = (column: string): CellRule[] => required(column).slice(1);
  return {
    table: table.name,
    sum: "rupiah",
    columns: {
      id: own.member(columns.member_id),
      start: own.months(columns.start_month),
      last: isFilled ? cases([[`${last} = ${MISSING}`, lastMonth]], last) : last,
      last_written: last,
      reason: reason === undefined ? String(MISSING) : own.codes(reason, reasonCode),
      claim: claim === undefined ? String(MISSING) : own.months(claim),
      wage: own.number(wage, wage.unitIdr),
      wage_written: own.isWritten(wage),
      rupiah: `try_cast(${own.number(wage, wage.unitIdr)} as decimal(38, 6))`,
      ...weightSql(weight, own),
      employer: employer === undefined ? "''" : own.id({ column: employer }),
    },
    isBlank: [
      ...["start", "last_written", "reason", "claim"].map((each) =>
        `"${each}" = ${MISSING}`
      ),
      IS_NOBODY,
    ],
    isHeader: headerAgain(
      ["start", "last_written"],
      [reason, claim].flatMap((each, at) =>
        each === undefined || isConstant(each) ? [] : [["reason", "claim"][at]!]
      ),
      ["wage", ...(isConstant(weight) ? [] : ["weight"])],
    ),
    isClosing: "id <> '' or wage_written = 1 or weight_written = 1",
    rules: [
      wanted("id"),
      ...required("start"),
      ...required("last"),
      ...optional("reason"),
      ...optional("claim"),
      ...numeric("wage"),
      ...(isConstant(weight) ? [] : numeric("weight")),
    ],
  };
}

function memberCells(
  { table, mapping: { columns } }: MappedTable<MemberColumns>,
  own: ColumnsSql,
): TableCells {
  return {
    table: table.name,
    columns: {
      id: own.member(columns.member_id),
      sex: own.codes(columns.sex, sexCode),
      birth: own.months(columns.birth_month),
    },
    isBlank: [...["sex", "birth"].map((each) => `${each} = ${MISSING}`), IS_NOBODY],
    isHeader: headerAgain(isConstant(columns.sex) ? ["birth"] : ["sex", "birth"], []),
    isClosing: "id <> ''",
    rules: [wanted("id"), ...required("sex"), ...required("birth")],
  };
}

function claimCells(
  { table, mapping: { columns } }: MappedTable<ClaimColumns>,
  own: ColumnsSql,
  { extractMonth }: SpellManifest,
): TableCells {
  return {
    table: table.name,
    columns: {
      id: own.member(columns.member_id),
      month: own.months(columns.claim_month),
      reason: own.codes(columns.end_reason, claimCode),
    },
    isBlank: [...["month", "reason"].map((each) => `"${each}" = ${MISSING}`), IS_NOBODY],
    isHeader: headerAgain(
      isConstant(columns.end_reason) ? ["month"] : ["month", "reason"],
      [],
    ),
    isClosing: "id <> ''",
    rules: [
      wanted("id"),
      ...required("month"),
      ...required("reason"),
      { rule: "no_future_months", breaks: `"month" > ${extractMonth}` },
    ],
  };
}
