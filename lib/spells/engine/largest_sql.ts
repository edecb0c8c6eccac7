import { AGES, type CountWindow, knownSql, REASON_INDEX } from "./counts_sql.ts";

/**
 * Finds the two largest contributions to the wages of each cell, as `LargestWageCounts`
 * does: of members at the level of the window's last month, and of claims.
 *
 * The rows it gives have the columns `part`, 0 for members and from 1 on the reason of a
 * claim, then `month`, `sex`, `age`, `largest` and `second`, which are numbers of double
 * precision.
 *
 * First it keeps the two largest of each span of months, whatever the number of rows; only
 * then are the few spans laid out by month.
 */
export function largestSql(cells: string, window: CountWindow): string {
  const { firstMonth: first, lastMonth: last } = window;
  const months = Array.from({ length: last - first + 1 }, (_, i) => `(${first + i})`);
  const place = (cell: string) =>
    `row_number() over (partition by part, ${cell}, sex, age order by wages desc)`;
  return `with known as (${knownSql(cells, window)}), spans as (
  select 0 as part, sex, age, greatest("start", birth + age_from, ${first}) as from_month,
    least("last", birth + age_to - 1) as to_month, weight * wage * brought_up as wages
  from known cross join (values ${AGES}) as ages (age, age_from, age_to)
  where "start" <= ${last}
  union all
  select 1 + ${REASON_INDEX} as part, sex, age, claim as from_month, claim as to_month,
    weight * wage as wages
  from known cross join (values ${AGES}) as ages (age, age_from, age_to)
  where "start" <= ${last} and claim >= ${first} and ${REASON_INDEX} >= 0
    and claim >= birth + age_from and claim < birth + age_to
), of_spans as (
  select *, ${place("from_month, to_month")} as place from spans
  where from_month <= to_month
), of_cells as (
  select part, "month", sex, age, wages, ${place('"month"')} as place
  from of_spans join (values ${months.join(", ")}) as months ("month")
    on "month" between from_month and to_month
  where place <= 2
)
select part, "month", sex, age, max(wages) as largest,
  coalesce(max(case when place = 2 then wages end), 0) as second
from of_cells where place <= 2
group by part, "month", sex, age`;
}
