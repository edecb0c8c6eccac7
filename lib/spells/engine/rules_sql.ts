import { type RuleName, RULES } from "../check/finding.ts";
import {
  MOST_WAGE_IDR,
  OLDEST,
  PLAUSIBLE_WAGE_IDR,
  type RowLimits,
  WEIGHTS,
  YOUNGEST,
} from "../check/row_rules.ts";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { endReasonCode, NO_REASON } from "../spell_columns.ts";
import { IS_BLANK, IS_CLOSING, LABELS, NUMBERS } from "./cells_sql.ts";
import { cases } from "./sql.ts";

/** A rule as SQL: what must be known of a row, and where it is broken. */
interface RuleSql {
  readonly rule: RuleName;
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

/** Whether a claim before the last month may be a partial one: see `isPartial`. */
const IS_PARTIAL = `reason = ${endReasonCode("other")} and claim >= "start"`;

/** Columns whose cells may be empty. */
const OPTIONAL: readonly string[] = ["reason", "claim"];

/** The rules of cells, which must be there and be readable, and of `row_rules.ts`. */
function rowRules({ lastMonth, extractMonth }: RowLimits): RuleSql[] {
  const required = LABELS.filter((column) => !OPTIONAL.includes(column));
  const cell = (rule: RuleName, breaks: string): RuleSql => ({ rule, needs: [], breaks });
  return [
    cell("values_present", "id = ''"),
    ...required.map((each) => cell("values_present", `"${each}" = ${MISSING}`)),
    ...NUMBERS.map((each) =>
      cell("values_present", `${each} is null and ${each}_written = 0`)
    ),
    ...LABELS.map((each) => cell("values_readable", `"${each}" = ${UNREADABLE}`)),
    ...NUMBERS.map((each) =>
      cell("values_readable", `${each} is null and ${each}_written = 1`)
    ),
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
      breaks: `claim >= 0 and claim < "last" and not (${IS_PARTIAL})`,
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
export const MEMBER_RULES: readonly RuleSql[] = [
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

/** A statement of one row, with two columns for each rule: checked in how many, broken. */
export interface RulesSql {
  readonly sql: string;
  readonly rules: readonly RuleName[];
}

/**
 * Counts the rows that `cells` selects, those in which nothing stands, those of sums among
 * these and of sums without a word for it, those that belong to a member and a time, those of
 * them with a partial claim, and for each rule of single rows where it is checked and broken.
 */
export function rowsSql(cells: string, limits: RowLimits): RulesSql {
  const rules = rowRules(limits);
  return {
    sql: `with marked as (${markedSql(cells)})
select count(*) as "rows", count(${mark("is_blank = 1")}) as blank,
  count(${mark(`is_blank = 1 and (${IS_CLOSING})`)}) as closing,
  count(${mark(`is_blank = 1 and id = '' and (${IS_CLOSING})`)}) as wordless,
  count(${mark(IS_USABLE)}) as usable, count(${
      mark(`${IS_USABLE} and ${IS_OPEN}`)
    }) as partial,
  ${counted(rules, "is_blank = 0")}
from marked`,
    rules: rules.map(({ rule }) => rule),
  };
}

/** What is known of the rows of a table when they have been looked at one by one. */
export interface RowsKnown {
  /** Whether all belong to a member and a time. */
  readonly isWhole: boolean;
  /** Whether some have an error of their own, and some a partial claim. */
  readonly hasErrors: boolean;
  readonly hasPartial: boolean;
}

const ANY_ROWS: RowsKnown = { isWhole: false, hasErrors: true, hasPartial: true };

/**
 * The rows that belong to a member and a time, partial claims taken off; `has_error` is 1
 * where one has an error. What no row needs is not looked for: that takes longer.
 */
export function usableSql(
  cells: string,
  limits: RowLimits,
  { isWhole, hasErrors, hasPartial }: RowsKnown = ANY_ROWS,
): string {
  const open = (column: string, none: number) =>
    `${hasPartial ? cases([[IS_OPEN, none]], column) : column} as ${column}`;
  const hasError = hasErrors ? flag(errorsOf(rowRules(limits))) : "0";
  const columns = ["id", "sex", "birth", '"start"', '"last"', "wage", "weight"];
  return `select ${columns.join(", ")}, employer,
    ${open("claim", MISSING)}, ${open("reason", NO_REASON)}, ${hasError} as has_error
  from (${isWhole && !hasErrors ? cells : markedSql(cells)}) as marked${
    isWhole ? "" : ` where ${IS_USABLE}`
  }`;
}

/**
 * Of the rows of `usableSql` those without an error, of themselves or beside those before of
 * the same member. Rows of a member that start in one month are put in the order of all that
 * they hold: a table has no other, and which of them is the first may not hang on how it is
 * stored.
 */
export function withoutErrorsSql(usable: string): string {
  return `select * from (
    select *, ${flag(breaksMemberRule())} as breaks_member_rule
    from (${besideSql(usable)}) as beside
  ) as broken where has_error = 0 and breaks_member_rule = 0`;
}

/** Where a row breaks a rule of members, among the columns of `besideSql`. */
export function breaksMemberRule(): string {
  return errorsOf(MEMBER_RULES);
}

/**
 * Members and start months of rows with errors, at most so many: `id`, `start`, and the
 * index of the first rule in `rules` that each breaks. The only rows that ever leave an
 * engine.
 */
export function examplesSql(cells: string, limits: RowLimits, most: number): RulesSql {
  const rules = rowRules(limits).filter(({ rule }) => RULES[rule].severity === "error");
  const first = (some: readonly RuleSql[], from: number) =>
    cases(some.map((each, i) => [conditionOf(each), from + i] as const), -1);
  const ofRows = `select id, "start", ${first(rules, 0)} as rule
  from (${markedSql(cells)}) as marked where is_blank = 0`;
  const ofMembers = `select id, "start", ${first(MEMBER_RULES, rules.length)} as rule
  from (${besideSql(usableSql(cells, limits))}) as beside`;
  return {
    sql: `select id, "start", rule from (${ofRows} union all ${ofMembers}) as found
where rule >= 0 order by rule, id, "start" limit ${most}`,
    rules: [...rules, ...MEMBER_RULES].map(({ rule }) => rule),
  };
}

const IS_USABLE = [
  "is_blank = 0",
  ...["id", "sex", "birth", "start", "last"].map((column) => KNOWN[column]),
  '"start" <= "last"',
].join(" and ");

/** Where a claim comes before the last month and is a partial one. */
const IS_OPEN = `claim >= 0 and claim < "last" and ${IS_PARTIAL}`;

/** What rows of a member are put in order by: the order must not hang on chance. */
const ORDER = ["start", "last", "birth", "sex", "claim", "reason", "wage", "weight"]
  .map((column) => `"${column}"`).join(", ");

function markedSql(cells: string): string {
  return `select *, ${flag(IS_BLANK)} as is_blank from (${cells}) as cells`;
}

/** Each row with its place among those of its member, and what is known of those before. */
export function besideSql(usable: string): string {
  const ofMember = `partition by id order by ${ORDER}`;
  const before = `${ofMember} rows between unbounded preceding and 1 preceding`;
  const died = mark(`reason = ${endReasonCode("death")}`);
  return `select *,
    row_number() over (${ofMember}) as place,
    lag("start") over (${ofMember}) as start_before,
    lag("last") over (${ofMember}) as last_before,
    lag(sex) over (${ofMember}) as sex_before,
    lag(birth) over (${ofMember}) as birth_before,
    max("last") over (${before}) as latest_before,
    count(${died}) over (${before}) as deaths_before
  from (${usable}) as usable`;
}

/** Where a rule that must hold is broken. */
function errorsOf(rules: readonly RuleSql[]): string {
  return rules.filter(({ rule }) => RULES[rule].severity === "error")
    .map((rule) => `(${conditionOf(rule)})`).join(" or ");
}

function conditionOf({ needs, breaks }: RuleSql): string {
  return [...needs.map((column) => KNOWN[column]), `(${breaks})`].join(" and ");
}

/** Two columns for each rule: in how many rows it is checked, in how many broken. */
function counted(rules: readonly RuleSql[], isRow: string): string {
  return rules.flatMap((rule, i) => [
    `count(${
      mark([isRow, ...rule.needs.map((column) => KNOWN[column])].join(" and "))
    }) as c${i}`,
    `count(${mark(`${isRow} and ${conditionOf(rule)}`)}) as r${i}`,
  ]).join(",\n  ");
}

function mark(condition: string): string {
  return `case when ${condition} then 1 end`;
}

function flag(condition: string): string {
  return cases([[condition, 1]], 0);
}
