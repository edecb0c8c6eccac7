import type { RuleName } from "../check/finding.ts";
import { named } from "./sql.ts";

/** Where a cell of a row breaks a rule: a condition of SQL. */
export interface CellRule {
  readonly rule: RuleName;
  readonly breaks: string;
  /** Whether it is of one cell; rows with such a cell are held to no other rule. */
  readonly isOfCell?: boolean;
}

/** The rows of a table as a mapping reads them, and what must hold of each. */
export interface TableCells {
  /** The table's name as it is written in SQL. */
  readonly table: string;
  /** Expressions by the names that the columns get. */
  readonly columns: Readonly<Record<string, string>>;
  /** Conditions that all hold where nothing stands in a row, or a sum of others. */
  readonly isBlank: readonly string[];
  /** Conditions that all hold where the header stands again. */
  readonly isHeader: readonly string[];
  /** Where a row that is blank is a sum of others, or the header again. */
  readonly isClosing: string;
  readonly rules: readonly CellRule[];
  /** A column that is summed where no rule is broken. */
  readonly sum?: string;
}

/** Where nothing stands in a row, a sum of others, or the header again. */
function isBlankSql({ isBlank, isHeader }: TableCells): string {
  return `((${isBlank.join(" and ")}) or (${isHeader.join(" and ")}))`;
}

/** Where a row that is not blank breaks a rule: a condition that is never null. */
function isWrongSql({ rules }: TableCells): string {
  return rules.map(({ breaks }) => `coalesce(${breaks}, false)`).join(" or ");
}

/** All rows of a table. */
function rowsOfTableSql({ table, columns }: TableCells): string {
  const list = Object.entries(columns).map(([name, value]) =>
    `${value} as ${named(name)}`
  );
  return `select ${list.join(",\n    ")}\n  from ${table}`;
}

/** The rows in which anything stands; if asked, those alone that break no rule. */
export function recordsSql(cells: TableCells, areRight: boolean): string {
  const right = areRight ? ` and not (${isWrongSql(cells)})` : "";
  return `select * from (${rowsOfTableSql(cells)}) as cells
  where not ${isBlankSql(cells)}${right}`;
}

/**
 * Counts the rows of a table, those in which nothing stands, those of sums among these and of
 * sums without a word for it, and those that break a rule; adds what is to be summed, and
 * counts for each rule what breaks it.
 */
export function tableRulesSql(cells: TableCells): string {
  const isBlank = isBlankSql(cells);
  const isBad = cells.rules.filter(({ isOfCell }) => isOfCell)
    .map(({ breaks }) => `(${breaks})`).join(" or ");
  const isWrong = isWrongSql(cells);
  const summed = cells.sum === undefined
    ? "'0'"
    : `cast(sum(case when is_blank = 0 and not (${isWrong}) then ${
      named(cells.sum)
    } end) as varchar)`;
  const counted = cells.rules.map(({ breaks, isOfCell }, i) =>
    `count(case when is_blank = 0 and ${
      isOfCell ? "" : "is_bad = 0 and "
    }(${breaks}) then 1 end) as r${i}`
  );
  return `select count(*) as "rows", count(case when is_blank = 1 then 1 end) as blank,
  count(case when is_blank = 1 and (${cells.isClosing}) then 1 end) as closing,
  count(case when is_blank = 1 and id = '' and (${cells.isClosing}) then 1 end) as wordless,
  count(case when is_blank = 0 and (${isWrong}) then 1 end) as wrong,
  coalesce(${summed}, '0') as summed,
  ${counted.join(",\n  ")}
from (
  select *, case when ${isBlank} then 1 else 0 end as is_blank,
    case when ${isBad} then 1 else 0 end as is_bad
  from (${rowsOfTableSql(cells)}) as cells
) as marked`;
}
