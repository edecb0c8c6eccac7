import type { Month } from "@jkp/month";
import { endReasonCode, NO_REASON } from "../spell_columns.ts";
import type { RuleName } from "../check/finding.ts";
import {
  MOST_WAGE_IDR,
  OLDEST,
  PLAUSIBLE_WAGE_IDR,
  type RowLimits,
  WEIGHTS,
  YOUNGEST,
} from "../check/row_rules.ts";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";

/** A rule as SQL: where it can be looked at, and where it is broken. */
interface RuleSql {
  readonly rule: RuleName;
  /** What must be known of a row. */
  readonly needs: readonly string[];
  readonly breaks: string;
}

/** Where a cell has a value that can be computed with. */
const KNOWN: Readonly<Record<string, string>> = {
  id: "id <> ''",
  sex: "sex >= 0",
  birth: "birth >= 0",
  start: '"start" >= 0',
  last: '"last" >= 0',
  reason: `reason > ${UNREADABLE}`,
  claim: `claim > ${UNREADABLE}`,
  wage: "wage is not null",
  weight: "weight is not null",
};

/** Where nothing stands in a row. */
const IS_BLANK = ["birth", "start", "last", "reason", "claim"]
  .map((column) => `"${column}" = ${MISSING}`)
  .concat("id = ''", "wage is null").join(" and ");

/** The rules of `row_rules.ts`, and of cells that must be there and be readable. */
function rowRules({ lastMonth, extractMonth }: RowLimits): RuleSql[] {
  const isMissing = (column: string) => `"${column}" = ${MISSING}`;
  const isUnreadable = (column: string) => `"${column}" = ${UNREADABLE}`;
  const cell = (rule: RuleName, breaks: string): RuleSql => ({
    rule,
    needs: [],
    breaks: `is_blank = 0 and ${breaks}`,
  });
  return [
    cell("values_present", "id = ''"),
    ...["sex", "birth", "start", "last"].map((each) =>
      cell("values_present", isMissing(each))
    ),
    ...["sex", "birth", "start", "last", "reason", "claim"].map((each) =>
      cell("values_readable", isUnreadable(each))
    ),
    ...["wage", "weight"].map((each) => cell("values_readable", `${each} is null`)),
    {
      rule: "birth_before_start",
      needs: ["birth", "start"],
      breaks: 'birth >= "start"',
    },
    { rule: "start_before_end", needs: ["start", "last"], breaks: '"start" > "last"' },
    { rule: "no_future_months", needs: ["last"], breaks: `"last" > ${lastMonth}` },
    { rule: "no_future_months", needs: ["claim"], breaks: `claim > ${extractMonth}` },
    {
      rule: "claim_after_end",
      needs: ["claim", "last"],
      breaks: 'claim >= 0 and claim < "last"',
    },
    {
      rule: "claim_with_reason",
      needs: ["claim", "reason"],
      breaks: `(claim >= 0) <> (reason > ${NO_REASON})`,
    },
    { rule: "wage_positive", needs: ["wage"], breaks: "not wage > 0" },
    { rule: "weight_positive", needs: ["weight"], breaks: "not weight > 0" },
    { rule: "wage_possible", needs: ["wage"], breaks: `wage > ${MOST_WAGE_IDR}` },
    {
      rule: "weight_possible",
      needs: ["weight"],
      breaks: `weight > ${WEIGHTS[1]} or (weight > 0 and weight < ${
        WEIGHTS[0].toFixed(6)
      })`,
    },
    {
      rule: "wage_plausible",
      needs: ["wage"],
      breaks: `(wage > 0 and wage < ${PLAUSIBLE_WAGE_IDR[0]}) or ` +
        `(wage > ${PLAUSIBLE_WAGE_IDR[1]} and wage <= ${MOST_WAGE_IDR})`,
    },
    {
      rule: "age_covered",
      needs: ["birth", "start", "last"],
      breaks: `"start" > birth and ("start" < birth + ${12 * YOUNGEST} or ` +
        `"last" >= birth + ${12 * (OLDEST + 1)})`,
    },
  ];
}

/** The rules of `member_rules.ts`: a row against those before it of the same member. */
const MEMBER_RULES: readonly RuleSql[] = [
  { rule: "spells_unique", needs: [], breaks: '"start" = start_before' },
  {
    rule: "spells_apart",
    needs: [],
    breaks: '"start" <> start_before and "start" <= latest_before',
  },
  { rule: "same_person", needs: [], breaks: "sex <> sex_before" },
  { rule: "same_person", needs: [], breaks: "birth <> birth_before" },
  { rule: "nothing_after_death", needs: [], breaks: "deaths_before > 0" },
];

/** A statement of one row, which ends with a column for each of the rules. */
export interface RulesSql {
  readonly sql: string;
  readonly rules: readonly RuleName[];
}

/**
 * Counts the rows that `cells` selects, those of other weights than 1 that have begun by the
 * last month that is counted, and what breaks each rule for single rows.
 */
export function rowsSql(cells: string, limits: RowLimits, lastCounted: Month): RulesSql {
  const rules = rowRules(limits);
  return {
    sql: `with cells as (${cells}), marked as (
  select *, case when ${IS_BLANK} then 1 else 0 end as is_blank from cells
)
select count(case when is_blank = 0 then 1 end) as "rows",
  count(case when weight <> 1 and "start" <= ${lastCounted} then 1 end) as weighted,
  ${counted(rules)}
from marked`,
    rules: rules.map(({ rule }) => rule),
  };
}

/**
 * Counts members in the rows that `cells` selects, and what breaks rules of a member. All
 * rows must belong to a member and a time.
 */
export function membersSql(cells: string): RulesSql {
  const ofMember = 'partition by id order by "start", "last"';
  const before = `${ofMember} rows between unbounded preceding and 1 preceding`;
  const died = `case when reason = ${endReasonCode("death")} then 1 end`;
  return {
    sql: `with cells as (${cells}), beside as (
  select sex, birth, "start",
    lag("start") over (${ofMember}) as start_before,
    lag(sex) over (${ofMember}) as sex_before,
    lag(birth) over (${ofMember}) as birth_before,
    max("last") over (${before}) as latest_before,
    count(${died}) over (${before}) as deaths_before
  from cells
)
select count(case when start_before is null then 1 end) as members,
  ${counted(MEMBER_RULES)}
from beside`,
    rules: MEMBER_RULES.map(({ rule }) => rule),
  };
}

/** A column for each rule: in how many rows it is broken. */
function counted(rules: readonly RuleSql[]): string {
  return rules.map(({ needs, breaks }, i) => {
    const isChecked = needs.map((column) => KNOWN[column]);
    return `count(case when ${
      [...isChecked, `(${breaks})`].join(" and ")
    } then 1 end) as r${i}`;
  }).join(",\n  ");
}
