import {
  type ColumnMapping,
  type Constant,
  isConstant,
  type SourceColumn,
} from "@jkp/mapping";
import type { Month } from "@jkp/month";
import { DataError, type Problem } from "@jkp/problem";
import { reasonCode, sexCode, weightSource } from "../decode/column_readings.ts";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { EMPLOYER_NAMES } from "../shape/shape_limits.ts";
import {
  type ColumnsSql,
  columnsSql,
  type EngineTable,
  IS_HEADER_ID,
} from "./columns_sql.ts";
import { cases, isSumWordSql, named, type SqlDialect } from "./sql.ts";

/** Columns of whole numbers, which are `MISSING` or `UNREADABLE` where there is none. */
export const LABELS = ["sex", "birth", "start", "last", "reason", "claim"] as const;

/** Columns of numbers, which are null where there is none. */
export const NUMBERS = ["wage", "weight"] as const;

/** Where no member is named: nothing, or a word for a sum, stands in place of a number. */
export const IS_NOBODY = `(id = '' or ${isSumWordSql("id")})`;

/** Where the header stands again, of which nothing can be read. */
const IS_HEADER = [
  IS_HEADER_ID,
  ...["start", "last"].map((column) => `"${column}" = ${UNREADABLE}`),
  ...LABELS.map((column) => `"${column}" < 0`),
  "wage is null",
].join(" and ");

/**
 * Where nothing stands in a row, a sum of others (amounts, without member and months), or the
 * header again.
 */
export const IS_BLANK = `(${
  [...LABELS.map((column) => `"${column}" = ${MISSING}`), IS_NOBODY].join(" and ")
} or ${IS_HEADER})`;

/** Where a row that is blank is a sum of others. */
export const IS_CLOSING = [
  "id <> ''",
  ...NUMBERS.map((column) => `${column}_written = 1`),
].join(" or ");

/**
 * The rows of a table as a mapping reads them: `id`, `sex`, `birth`, `start`, `last`,
 * `reason`, `claim`, `wage` and `weight`, with the numbers that the local build has for
 * them, `MISSING` and `UNREADABLE` among them; numbers are null where there is none, and
 * `wage_written` and `weight_written` are 0 where nothing stands; and `employer`, a text
 * where employers are carried.
 *
 * Filters on them are put where nothing can move them down to the rows: there each would be
 * computed again for every row, not once for each distinct value of a column.
 *
 * @throws {DataError} If the table lacks columns, or the mapping has forms of months that
 * engines cannot be asked for.
 */
export function cellsSql(
  table: EngineTable,
  { columns, format, carried }: ColumnMapping,
  lastMonth: Month,
  dialect: SqlDialect,
): string {
  const problems: Problem[] = [];
  const own = columnsSql(table, format, dialect, problems);
  const { has, id, member, months, lastMonths, codes, number, isWritten } = own;
  const { member_id, sex, monthly_wage_idr: wage } = columns;
  const employer = carried[employersOf(carried, has) ?? ""];
  const selected = {
    id: member(member_id),
    sex: codes(sex, sexCode),
    birth: months(columns.birth_month),
    start: months(columns.start_month),
    last: lastMonths(columns.last_month, lastMonth),
    reason: codes(columns.end_reason, reasonCode),
    claim: months(columns.claim_month),
    wage: number(wage, wage.unitIdr),
    wage_written: isWritten(wage),
    ...weightSql(weightSource(columns.weight, has), own),
    employer: employer === undefined ? "''" : id({ column: employer }),
  };
  if (problems.length > 0) throw new DataError(problems);
  const list = Object.entries(selected).map(([name, value]) =>
    `${value} as ${named(name)}`
  );
  const read = `select ${list.join(",\n    ")}\n  from ${table.name}`;
  if (columns.last_month.blank !== "active") return read;
  const filled = cases(
    [[`"last" = ${MISSING} and not (${IS_BLANK})`, lastMonth]],
    '"last"',
  );
  const others = Object.keys(selected).filter((name) => name !== "last").map(named);
  return `select ${others.join(", ")}, ${filled} as "last"\n  from (${read}) as written`;
}

/** Weights, and where they are written: nowhere if they are one constant. */
export function weightSql(
  source: SourceColumn | Constant<number>,
  own: ColumnsSql,
): { readonly weight: string; readonly weight_written: string } {
  return isConstant(source)
    ? { weight: `cast(${source.constant} as double)`, weight_written: "0" }
    : { weight: own.number(source, 1), weight_written: own.isWritten(source) };
}

/** Name of the carried column that holds employers, if there is one. */
export function employersOf(
  carried: ColumnMapping["carried"],
  has: (column: string) => boolean,
): string | undefined {
  return Object.entries(carried).find(([name, source]) =>
    EMPLOYER_NAMES.test(name) && (has(source) || name !== source)
  )?.[0];
}
