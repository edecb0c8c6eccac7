import { AGE_GROUPS, SERVICE_MONTHS, TERMINATION_REASONS } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { GROUP_STARTS } from "../count/age_grid.ts";
import { INACTIVE_MONTHS } from "../count/months_in_stock.ts";
import type { CountOptions } from "../count/statistics_counts.ts";
import { endReasonCode } from "../spell_columns.ts";
import { cases, double } from "./sql.ts";

/** What a row of the counts is about. */
export const COUNTED = { stay: 0, claim: 1, inactive: 2, rows: 3 } as const;

/** The part of a row of the counts that is about rows. */
export const ROWS = { ofWeight1: 0, weighted: 1, notBegun: 2 } as const;

/** Window of the counts within that of the table. */
export interface CountWindow extends CountOptions {
  /** Last month of the table: later than `lastMonth` where the window is cut. */
  readonly lastOfTable: Month;
}

/**
 * Counts the rows that `cells` selects as `StatisticsCounts` does: entries less exits by
 * cell, so that a spell of many years costs no more than one of a month.
 *
 * The rows it gives have these columns, all whole numbers:
 *
 * - `what`: one of `COUNTED`;
 * - `part`: of a stay the months of service reached, 0 for being a member; of a claim the
 *   index of its reason; of rows one of `ROWS`;
 * - `month`: of the change, of the claim; of the inactive the months since;
 * - `sex`, `age`: indexes;
 * - `units`, `records`: millionths of persons, and rows; `wages`: times units, in rupiah.
 *
 * First it sums by month and birth, whatever the number of rows; only then are age groups
 * told apart: a person passes from one to the next at a known month. Wages are brought to
 * the last month in double precision and rounded one by one, as `StatisticsCounts` does,
 * and summed as decimals: sums of doubles would depend on the order of rows.
 */
export function countsSql(cells: string, window: CountWindow): string {
  const { firstMonth: first, lastMonth: last } = window;
  const points = [0, ...SERVICE_MONTHS];
  const kinds = [
    ...points.flatMap((point) => [[COUNTED.stay, point, 1], [COUNTED.stay, point, -1]]),
    [COUNTED.claim, 0, 1],
    [COUNTED.inactive, 0, 1],
    [COUNTED.rows, 0, 1],
  ];
  const kindOfRow = cases([
    [`"start" > ${last}`, ROWS.notBegun],
    ["weight = 1", ROWS.ofWeight1],
  ], ROWS.weighted);
  const reached = `greatest("start", run_start + point, ${first})`;
  const elapsed = `(${last} - "last" - 1)`;
  const isOf = (what: number) => `what = ${what}`;
  const [stay, claim, inactive, rows] = [
    COUNTED.stay,
    COUNTED.claim,
    COUNTED.inactive,
    COUNTED.rows,
  ].map(isOf);
  const isWhole = `(${inactive} or ${rows})`;
  return `with known as (${knownSql(cells, window)}), beside as (
  select *, lag("last") over (partition by id order by "start") as last_before,
    lead("start") over (partition by id order by "start") as start_after
  from known
), runs as (
  select *, max(case when last_before = "start" - 1 then null else "start" end)
    over (partition by id order by "start"
      rows between unbounded preceding and current row) as run_start
  from beside
), changes as (
  select what, case when ${claim} then ${REASON_INDEX}
      when ${rows} then ${kindOfRow} else point end as part,
    case when ${isWhole} then 0 else sex end as sex,
    case when ${isWhole} then 0 else birth end as birth,
    case when ${claim} then claim when ${inactive} then ${elapsed} when ${rows} then 0
      when sign = 1 then ${reached} else "last" + 1 end as "month",
    sum(sign * units) as units, sum(sign) as records,
    sum(cast(sign * units as decimal(19, 0)) * case
      when ${stay} and point = 0 then wage_at_end
      when ${claim} then cast(round(wage) as decimal(19, 0)) else 0 end) as wages
  from runs cross join (values ${valuesOf(kinds)}) as kinds (what, point, sign)
  where ${rows} or "start" <= ${last} and ((${stay} and ${reached} <= "last")
    or (${claim} and claim >= ${first} and ${REASON_INDEX} >= 0)
    or (${inactive} and (start_after is null or start_after > ${last}) and claim = -1
      and ${elapsed} between 0 and ${INACTIVE_MONTHS - 1}))
  group by 1, 2, 3, 4, 5
), aged as (
  select what, part, sex, age, units * side as units, records * side as records,
    wages * side as wages,
    case when not ${stay} then "month"
      when side = 1 then greatest("month", birth + age_from)
      else birth + age_to end as "month"
  from changes cross join (values ${AGES}) as ages (age, age_from, age_to)
    cross join (values (1), (-1)) as sides (side)
  where (${stay} and "month" < birth + age_to)
    or (${claim} and side = 1
      and "month" >= birth + age_from and "month" < birth + age_to)
    or (${isWhole} and side = 1 and age = 0)
)
select what, part, "month", sex, age, sum(units) as units, sum(records) as records,
  cast(sum(wages) as varchar) as wages
from aged where "month" <= ${last} or not ${stay}
group by what, part, "month", sex, age`;
}

/** The rows as an extract of the window's last month would have had them. */
export function knownSql(cells: string, window: CountWindow): string {
  const { firstMonth: first, lastMonth: last } = window;
  const wage = `case when "last" > ${last} then round(wage * taken_back) else wage end`;
  return `select id, sex, birth, "start", employer, least("last", ${last}) as "last",
    case when claim > ${last} then -1 else claim end as claim,
    case when claim > ${last} then 0 else reason end as reason,
    weight, cast(round(weight * 1000000) as bigint) as units,
    ${wage} as wage, brought_up,
    cast(round(${wage} * brought_up) as decimal(19, 0)) as wage_at_end
  from (${cells}) as cells join (values ${valuesOf(levelsOf(window))})
    as levels ("month", taken_back, brought_up) on levels."month" = greatest("last", ${first})`;
}

/** Indexes of the reasons that the statistics split, -1 for others: an expression. */
export const REASON_INDEX = cases(
  TERMINATION_REASONS.map((
    reason,
    index,
  ) => [`reason = ${endReasonCode(reason)}`, index]),
  -1,
);

/** Index, first month and month after the last of each age group, counted from birth. */
export const AGES = valuesOf(
  AGE_GROUPS.map((_, group) => [group, GROUP_STARTS[group], GROUP_STARTS[group + 1]]),
);

/**
 * For each last month: what a wage of it is times, to be one of the window's last month,
 * and the index with which the counts bring it there.
 */
function levelsOf(window: CountWindow): string[][] {
  const { firstMonth, lastMonth, lastOfTable, wageGrowthPerYear } = window;
  const months = Array.from(
    { length: lastOfTable - firstMonth + 1 },
    (_, i) => firstMonth + i,
  );
  const level = (from: Month) => (1 + wageGrowthPerYear) ** ((lastMonth - from) / 12);
  return months.map((month) => [
    String(month),
    double(month > lastMonth ? level(month) : 1),
    double(level(Math.min(month, lastMonth))),
  ]);
}

/** For each later month what a wage of it is times, to be one of an earlier last month. */
export function takenBack(
  lastMonth: Month,
  lastOfTable: Month,
  wageGrowthPerYear: number,
): string[][] {
  return Array.from({ length: lastOfTable - lastMonth }, (_, i) => [
    String(lastMonth + 1 + i),
    double((1 + wageGrowthPerYear) ** (-(i + 1) / 12)),
  ]);
}

/** Rows of values in SQL. */
export function valuesOf(
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  return rows.map((row) => `(${row.join(", ")})`).join(", ");
}
