import type { RuleName } from "../check/finding.ts";
import { named } from "./sql.ts";

/** Where a cell of a row breaks a rule: a condition of SQL. */
export interface CellRule {
  readonly rule: RuleName;
  readonly breaks: string;
}

/** The rows of a table as a mapping reads them, and what must hold of each. */
export interface TableCells {
  /** The table's name as it is written in SQL. */
  readonly table: string;
  /** Expressions by the names that the columns get. */
  readonly columns: Readonly<Record<string, string>>;
  /** Conditions that all hold where nothing stands in a row. */
  readonly isBlank: readonly string[];
  readonly rules: readonly CellRule[];
  /** A column that is summed where no rule is broken. */
  readonly sum?: string;
}

/** Where a row that is not blank breaks a rule: a condition. */
export function isWrongSql({ rules }: TableCells): string {
  return rules.map(({ breaks }) => `coalesce(${breaks}, false)`).join(" or ");
}

/** All rows of a table. */
function rowsOfTableSql({ table, columns }: TableCells): string {
  const list = Object.entries(columns).map(([name, value]) =>
    `${value} as ${named(name)}`
  );
  return `select ${list.join(",\n    ")}\n  from ${table}`;
}

/** The rows in which anything stands. */
export function recordsSql(cells: TableCells): string {
  return `select * from (${rowsOfTableSql(cells)}) as cells
  where not (${cells.isBlank.join(" and ")})`;
}

/**
 * Counts the rows of a table, those in which nothing stands, adds what is to be summed, and
 * counts for each rule the cells that break it.
 */
export function tableRulesSql(cells: TableCells): string {
  const isBlank = cells.isBlank.join(" and ");
  const isRight = `is_blank = 0 and not (${isWrongSql(cells)})`;
  const summed = cells.sum === undefined
    ? "'0'"
    : `cast(sum(case when ${isRight} then ${named(cells.sum)} end) as varchar)`;
  const counted = cells.rules.map(({ breaks }, i) =>
    `count(case when is_blank = 0 and (${breaks}) then 1 end) as r${i}`
  );
  return `select count(*) as "rows", count(case when is_blank = 1 then 1 end) as blank,
  coalesce(${summed}, '0') as summed,
  ${counted.join(",\n  ")}
from (
  select *, case when ${isBlank} then 1 else 0 end as is_blank
  from (${rowsOfTableSql(cells)}) as cells
) as marked`;
}
