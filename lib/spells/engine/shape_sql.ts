import type { SpellManifest } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { MISSING } from "../decode/decoded_rows.ts";
import { sampleOfCopies, SPREAD, START_MONTHS } from "../shape/copy_counts.ts";
import { SHORT_MONTHS } from "../shape/shape.ts";
import { STEPS } from "../shape/wage_steps.ts";
import { NO_REASON } from "../spell_columns.ts";
import { takenBack, valuesOf } from "./counts_sql.ts";
import { besideSql, breaksMemberRule, MEMBER_RULES } from "./rules_sql.ts";
import { cases } from "./sql.ts";

/** What a row of the shape is about. */
export const SHAPE = {
  rows: 0,
  members: 1,
  starts: 2,
  ends: 3,
  short: 4,
  claims: 5,
  wages: 6,
  contents: 7,
  entries: 8,
  exits: 9,
  claimed: 10,
} as const;

/** What rows are told apart by: a bit for each, those of rules of members first. */
export const BITS = [
  ...MEMBER_RULES.map(({ breaks }) => breaks),
  "place = 1",
  '"start" = "last"',
  '"start" <= last_before + 1',
  "wage < 0",
] as const;

/** Bits of rows that are the first of a member, and the second, that have begun by then. */
export const FIRST_BEGUN = BITS.length;
export const SECOND_BEGUN = BITS.length + 1;

/** How the shape of a table is asked for. */
export interface ShapeAsked {
  readonly whole: SpellManifest;
  /** Last month of which the whole is judged. */
  readonly lastMonth: Month;
  /** Rows of all parts, and whether there is more than one: then no contents are compared. */
  readonly spells: number;
  readonly isParted: boolean;
  /** Whether persons are counted as control totals want them. */
  readonly hasTotals: boolean;
}

/**
 * Counts rows that belong to a member and a time by all that their shape is judged by, and
 * by the rules of members. The rows must be those of `usableSql`.
 *
 * The rows it gives have these columns:
 *
 * - `what`: one of `SHAPE`; `a` and `b`: what is told apart, as `EngineShape` takes it;
 * - `n`: rows; `low` and `high`: bounds of ages, weights and wages, those of all rows;
 * - `total`: of `rows` and totals the wages or persons, of `claims` those in the last month;
 * - `copies` and `chance`: of `contents`, which come as one row.
 */
export function shapeSql(usable: string, asked: ShapeAsked): string {
  const { whole: { firstMonth: first, lastMonth: end }, lastMonth: last } = asked;
  const { isAll, below } = sampleOfCopies(asked.spells);
  const both = `(birth - mod(birth, 24) + mod(birth, 12)) * ${START_MONTHS} + "start"`;
  const hash = `mod(cast(${both} as bigint) * ${SPREAD}, ${2 ** 32})`;
  const isSampled = isAll ? "is_good = 1" : `is_good = 1 and ${hash} < ${below}`;
  const runs = `greatest("start", ${first}) <= least(last_of_all, ${end})`;
  type Kind = keyof typeof SHAPE;
  const kinds: Partial<
    Record<Kind, {
      readonly a: string;
      readonly b?: string;
      readonly where?: string;
      readonly low?: string;
      readonly high?: string;
      readonly total?: string;
    }>
  > = {
    rows: { a: "bits", ...(asked.hasTotals ? { total: "rupiah" } : {}) },
    members: { a: "sex", b: "birth", where: `place = 1 and "start" <= ${last}` },
    starts: {
      a: '"start"',
      where: "is_good = 1",
      low: '"start" - birth',
      high: '"last" - birth',
    },
    ends: { a: '"last"', where: "is_good = 1", high: "weight", total: "units" },
    short: {
      a: '"last" - "start" + 1',
      where: `is_good = 1 and "last" < ${last} and "start" >= ${first} ` +
        `and "last" - "start" < ${SHORT_MONTHS}`,
    },
    claims: {
      a: "claim",
      b: "reason",
      where: "is_good = 1 and claim > 0 and reason > 0",
      total: 'case when claim = "last" then 1 else 0 end',
    },
    wages: {
      a: `greatest("last", ${first - 1})`,
      b: stepSql("wage"),
      where: "is_good = 1 and wage > 0",
      high: "wage",
    },
    ...(asked.isParted ? {} : {
      contents: {
        a: both,
        b: `("last" * 2 + sex) * cast(${START_MONTHS} as bigint) + claim + 1`,
        where: isSampled,
        total: "case when mod(birth, 24) >= 12 then 1 else 0 end",
      },
    }),
    ...(asked.hasTotals
      ? {
        entries: {
          a: `greatest("start", ${first})`,
          b: "sex",
          where: runs,
          total: "units",
        },
        exits: {
          a: `least(last_of_all, ${end}) + 1`,
          b: "sex",
          where: runs,
          total: "units",
        },
        claimed: {
          a: "claim_of_all",
          b: "reason_of_all * 2 + sex",
          where: `reason_of_all > 0 and claim_of_all between ${first} and ${end}`,
          total: "units",
        },
      }
      : {}),
  };
  const all = Object.entries(kinds).map(([name, kind]) => ({
    what: SHAPE[name as Kind],
    ...kind,
  }));
  const of = (part: "a" | "b" | "low" | "high" | "total", type: string, none: string) =>
    cases(
      all.flatMap(({ what, [part]: value }) =>
        value === undefined
          ? []
          : [[`what = ${what}`, `cast(${value} as ${type})`] as const]
      ),
      none,
    );
  const contents = `what = ${SHAPE.contents}`;
  const key = (name: string) => `case when ${contents} then 0 else ${name} end`;
  const others = "(n - total)"; // born in the first of two years
  return `with counted as (
  select what, ${of("a", "bigint", "0")} as a, ${of("b", "bigint", "0")} as b,
    case when ${contents} then cast(floor(wage) as bigint) else 0 end as c,
    count(*) as n, min(${of("low", "double", "null")}) as low,
    max(${of("high", "double", "null")}) as high,
    sum(${of("total", "bigint", "0")}) as total
  from (${judgedSql(usable, asked)}) as judged
    cross join (values ${all.map(({ what }) => `(${what})`).join(", ")}) as kinds (what)
  where ${
    all.map(({ what, where }) =>
      `what = ${what}${where === undefined ? "" : ` and ${where}`}`
    ).join("\n    or ")
  }
  group by 1, 2, 3, 4
)
select what, ${key("a")} as a, ${key("b")} as b, sum(n) as n,
  min(min(low)) over (partition by what) as low,
  max(max(high)) over (partition by what) as high, cast(sum(total) as varchar) as total,
  sum(case when ${others} > 1 then ${others} else 0 end
    + case when total > 1 then total else 0 end) as copies,
  sum(case when ${others} > 0 and total > 0 then n else 0 end) as chance
from counted group by 1, 2, 3`;
}

/** The rows as they were at the last month, whether they are right, and their bits. */
function judgedSql(
  usable: string,
  { whole: { lastMonth: end, wageGrowthPerYear }, lastMonth: last }: ShapeAsked,
): string {
  const begun = `"start" <= ${last}`;
  const bits = [...BITS, `place = 1 and ${begun}`, `place = 2 and ${begun}`]
    .map((condition, bit) => `case when ${condition} then ${2 ** bit} else 0 end`);
  const isCut = last < end;
  const levels = isCut
    ? ` left join (values ${
      valuesOf(takenBack(last, end, wageGrowthPerYear))
    }) as levels (of_month, taken_back) on of_month = "last"`
    : "";
  const cut = (column: string, none: number) =>
    isCut ? `case when claim > ${last} then ${none} else ${column} end` : column;
  const wage = isCut
    ? `case when "last" > ${last} then round(wage * taken_back) else wage end`
    : "wage";
  return `select sex, birth, "start", least("last", ${last}) as "last", "last" as last_of_all,
      ${cut("claim", MISSING)} as claim, claim as claim_of_all,
      ${
    cut("reason", NO_REASON)
  } as reason, reason as reason_of_all, ${wage} as wage, weight, place,
      try_cast(round(weight * 1000000) as bigint) as units,
      try_cast(floor(wage + 0.5) as bigint) as rupiah,
      case when has_error = 1 or ${breaksMemberRule()} then 0 when ${begun} then 1
        else 0 end as is_good,
      ${bits.join("\n      + ")} as bits
    from (${besideSql(usable)}) as beside${levels}`;
}

/** The step of a wage above 0, as `stepOf` has it. */
function stepSql(wage: string): string {
  const whole = `least(floor(greatest(${wage}, ${STEPS})), ${2 ** 32 - 1})`;
  // Of whole numbers up to 2^32 nothing but a power of two is so near to the next one.
  const power = `floor(log2(${whole}) + 1e-11)`;
  return `case when ${wage} < ${STEPS} then 0 else ${power} * ${STEPS} + ` +
    `floor(${whole} * ${STEPS} / power(2, ${power})) - ${STEPS} end`;
}
