import type { LocatedRow } from "@jkp/files";
import { formatMonth } from "@jkp/month";
import { checkArgument, type Problem, valueInWords } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import {
  type AggregatePeriod,
  insuredWagesOf,
  type MonthSpan,
} from "./aggregate_period.ts";

/** Counts and amounts of a period, with their columns. */
const FLOWS = {
  memberMonths: "member_months",
  wagesIdr: "wages_idr",
  contributionIncomeIdr: "contribution_income_idr",
  layoffs: "layoffs",
  claims: "claims",
  claimsRefused: "claims_refused",
  firstPayments: "first_payments",
  monthsPaid: "months_paid",
  paymentsIdr: "payments_idr",
  administrationIdr: "administration_idr",
  investmentIncomeIdr: "investment_income_idr",
} as const;

/** What stands at the end of a period. */
const STOCKS = { members: "members", fundIdr: "fund_idr" } as const;

const RATES = {
  contributionRate: "contribution_rate_pct",
  costRate: "cost_rate_pct",
} as const;

const COLUMNS = { ...FLOWS, ...STOCKS, ...RATES };
type Quantity = keyof typeof COLUMNS;
type Flow = keyof typeof FLOWS;

const QUANTITIES = Object.keys(COLUMNS) as readonly Quantity[];
const FLOW_NAMES = Object.keys(FLOWS) as readonly Flow[];

/** What happens to a member once in a period at most, or nearly so. */
const EVENTS = ["layoffs", "claims", "firstPayments"] as const;

/** Parts of a printed whole may be rounded or cut: they add up to it within this share. */
const ROUNDING = 0.001;

type Located = LocatedRow<AggregatePeriod>;
type FindProblems = (rows: readonly Located[], at: At) => Problem[];
type At = (
  row: Located,
  columns: readonly string[],
  expected: string,
  received: string | number,
) => Problem;

/**
 * Finds what is wrong with aggregate experience, whatever it was read from.
 *
 * - A number below zero, or none (investment income and the fund may be negative).
 * - Periods of one source that overlap in some quantity, unless `partOf` says that one is a
 *   part of the other; a part without its whole, or outside it; parts that do not add up to
 *   their whole within 0.1 per cent, or exceed it.
 * - Different members or fund at the same time, of one source.
 * - Layoffs, claims or first payments above the members, or without any members; more
 *   claims refused than made; member-months that are not members times months.
 * - A rate without its wage base: a contribution rate without insured wages or contribution
 *   income, a cost rate without wages, or without rate and income to find them from; a
 *   contribution income that is not, within a tenth, rate times wages; a cost rate that is
 *   not payments over wages.
 *
 * @param file Name of the file or value, for messages.
 * @param rows The periods, each with its row.
 * @returns Every problem, with its row and column.
 *
 * @example Half a year within a year, and nothing says so
 * ```ts
 * import { checkAggregateExperience, parseAggregateExperience } from "@jkp/experience";
 * import { DataError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const { periods: [year] } = parseAggregateExperience(
 *   "jkp.csv",
 *   "from,to,members,claims\n2024-01,2024-12,14440000,57960\n",
 * );
 * const half = { ...year!, to: year!.from + 5, claims: 24_618 };
 * const problems = checkAggregateExperience("jkp", [
 *   { line: 1, row: year! },
 *   { line: 2, row: half },
 * ]);
 * assertEquals(
 *   new DataError(problems).message,
 *   "jkp: row 2, column claims: expected a period apart from that of row 1 " +
 *     "(2024-01..2024-12), or part_of to say which is a part of which, got 2024-01..2024-06",
 * );
 * ```
 */
export function checkAggregateExperience(
  file: string,
  rows: readonly Located[],
): Problem[] {
  const doing = "check aggregate experience";
  const wanted = "a list of periods as { line, row }";
  if (!Array.isArray(rows)) {
    throw new RangeError(
      `Cannot ${doing}: ${wanted} is wanted, got ${valueInWords(rows)}`,
    );
  }
  for (const each of rows) checkArgument(doing, wanted, each, ["line", "row"]);
  const at: At = ({ line }, columns, expected, received) => ({
    file,
    place: `row ${line}, column ${columns.join(", ")}`,
    expected,
    received: String(received),
  });
  const checks: readonly FindProblems[] = [
    outOfRange,
    overlaps,
    unfitParts,
    unlikeStocks,
    withoutExposure,
    withoutWages,
  ];
  return checks.flatMap((find) => find(rows, at));
}

/** Numbers that no count or amount can be. */
function outOfRange(rows: readonly Located[], at: At): Problem[] {
  return rows.flatMap((each) =>
    QUANTITIES.flatMap((name) => {
      const value = each.row[name];
      if (value === null) return [];
      const mayBeNegative = name === "investmentIncomeIdr" || name === "fundIdr";
      if (name in RATES) {
        if (value >= 0 && value <= 1) return [];
        return at(each, [COLUMNS[name]], "0 to 100 per cent", 100 * value);
      }
      if (Number.isFinite(value) && (mayBeNegative || value >= 0)) return [];
      const expected = mayBeNegative ? "a number" : "a number of 0 or more";
      return at(each, [COLUMNS[name]], expected, value);
    })
  );
}

/** Periods that count something twice. */
function overlaps(rows: readonly Located[], at: At): Problem[] {
  return rows.flatMap((later, i) =>
    rows.slice(0, i).flatMap((earlier) => {
      const twice = FLOW_NAMES.filter((name) =>
        earlier.row[name] !== null && later.row[name] !== null
      );
      const isTwice = twice.length > 0 && isOfOneSource(earlier, later) &&
        earlier.row.from <= later.row.to && later.row.from <= earlier.row.to &&
        !wholesOf(later, rows).includes(earlier) &&
        !wholesOf(earlier, rows).includes(later);
      return isTwice
        ? at(
          later,
          twice.map((name) => FLOWS[name]),
          `a period apart from that of row ${earlier.line} (${spanText(earlier.row)}), ` +
            "or part_of to say which is a part of which",
          spanText(later.row),
        )
        : [];
    })
  );
}

/** Parts that have no whole, lie outside it or do not add up to it. */
function unfitParts(rows: readonly Located[], at: At): Problem[] {
  const lost = rows.flatMap((part) => {
    const { partOf } = part.row;
    if (partOf === null) return [];
    const isItself = partOf.from === part.row.from && partOf.to === part.row.to;
    const expected = isItself
      ? "a longer period than its own"
      : wholeOf(part, rows) === undefined
      ? "the period of another row of the same source"
      : partOf.from > part.row.from || partOf.to < part.row.to
      ? `a period that holds ${spanText(part.row)}`
      : undefined;
    return expected === undefined
      ? []
      : at(part, ["part_of"], expected, spanText(partOf));
  });
  const unlike = rows.flatMap((whole) => {
    const parts = rows.filter((part) => wholeOf(part, rows) === whole);
    return FLOW_NAMES.flatMap((name) => {
      const value = whole.row[name];
      const counted = parts.filter(({ row }) => row[name] !== null);
      if (value === null || counted.length === 0) return [];
      const sum = sumSimple(counted.map(({ row }) => row[name]!));
      const isAll = doFill(whole.row, counted.map(({ row }) => row));
      const room = ROUNDING * Math.abs(value);
      const mayExceed = name === "investmentIncomeIdr";
      if (isAll ? Math.abs(sum - value) <= room : mayExceed || sum <= value + room) {
        return [];
      }
      const lines = counted.map(({ line }) => line).join(", ");
      return at(
        whole,
        [FLOWS[name]],
        `${isAll ? "" : "at least "}${sum}, the sum of its parts in rows ${lines}`,
        value,
      );
    });
  });
  return [...lost, ...unlike];
}

/** Stocks of one source and time that differ. */
function unlikeStocks(rows: readonly Located[], at: At): Problem[] {
  return rows.flatMap((later, i) =>
    (["members", "fundIdr"] as const).flatMap((name) => {
      const value = later.row[name];
      const other = rows.slice(0, i).find((earlier) =>
        isOfOneSource(earlier, later) && earlier.row.to === later.row.to &&
        earlier.row[name] !== null && earlier.row[name] !== value
      );
      if (value === null || other === undefined) return [];
      const month = formatMonth(later.row.to);
      const expected = `${
        other.row[name]
      }, as row ${other.line} has at the end of ${month}`;
      return at(later, [STOCKS[name]], expected, value);
    })
  );
}

/** Events above the members, or without any. */
function withoutExposure(rows: readonly Located[], at: At): Problem[] {
  return rows.flatMap((each) => {
    const { row } = each;
    const months = row.to - row.from + 1;
    const problems: Problem[] = [];
    const events = EVENTS.filter((name) => row[name] !== null);
    const exposed = membersOf(each, rows);
    if (exposed === undefined && events.length > 0) {
      const columns = events.map((name) => FLOWS[name]);
      const expected = "members or member_months in some row, of whom they are";
      problems.push(
        at(each, columns, expected, events.map((name) => row[name]).join(" ")),
      );
    }
    for (const name of exposed === undefined ? [] : events) {
      if (row[name]! <= exposed!.members) continue;
      const expected = `at most ${Math.round(exposed!.members)}, the members of row ` +
        exposed!.line;
      problems.push(at(each, [FLOWS[name]], expected, row[name]!));
    }
    if (
      row.claimsRefused !== null && row.claims !== null &&
      row.claimsRefused > row.claims
    ) {
      const expected = `at most ${row.claims}, the claims made`;
      problems.push(at(each, [FLOWS.claimsRefused], expected, row.claimsRefused));
    }
    if (row.memberMonths !== null && row.members !== null) {
      const ratio = row.memberMonths / (row.members * months);
      if (!(ratio > 0.5 && ratio < 2)) {
        const expected = `about ${row.members * months}, members times ${months} months`;
        problems.push(at(each, [FLOWS.memberMonths], expected, row.memberMonths));
      }
    }
    return problems;
  });
}

/** Rates that are of nothing, or not of what stands beside them. */
function withoutWages(rows: readonly Located[], at: At): Problem[] {
  return rows.flatMap((each) => {
    const { contributionRate, contributionIncomeIdr, wagesIdr, costRate, paymentsIdr } =
      each.row;
    const problems: Problem[] = [];
    if (
      contributionRate !== null && wagesIdr === null && contributionIncomeIdr === null
    ) {
      problems.push(at(
        each,
        [RATES.contributionRate],
        "its wage base beside it: wages_idr or contribution_income_idr",
        `${percentText(contributionRate)} alone`,
      ));
    }
    if (
      contributionRate !== null && wagesIdr !== null && contributionIncomeIdr !== null
    ) {
      const due = contributionRate * wagesIdr;
      if (!(Math.abs(contributionIncomeIdr - due) <= 0.1 * due)) {
        problems.push(at(
          each,
          [FLOWS.contributionIncomeIdr],
          `about ${due.toPrecision(4)}, ${percentText(contributionRate)} of wages_idr`,
          contributionIncomeIdr,
        ));
      }
    }
    if (costRate === null) return problems;
    const wages = insuredWagesOf(each.row);
    if (wages === null) {
      problems.push(at(
        each,
        [RATES.costRate],
        "its wage base beside it: wages_idr, or contribution_income_idr with " +
          "contribution_rate_pct",
        `${percentText(costRate)} alone`,
      ));
    } else if (paymentsIdr !== null) {
      const found = paymentsIdr / wages;
      // rates are printed with three decimals of a per cent
      if (!(Math.abs(costRate - found) <= 0.01 * found + 0.5e-5)) {
        const expected = `${percentText(found)}, payments over wages`;
        problems.push(at(each, [RATES.costRate], expected, percentText(costRate)));
      }
    }
    return problems;
  });
}

/** Members of a period: its own, those of its member-months, or those nearest in time. */
function membersOf(
  { line, row }: Located,
  rows: readonly Located[],
): { readonly members: number; readonly line: number } | undefined {
  if (row.members !== null) return { members: row.members, line };
  if (row.memberMonths !== null) {
    return { members: row.memberMonths / (row.to - row.from + 1), line };
  }
  const distance = (other: Located) => Math.abs(other.row.to - row.to);
  const [nearest] = rows.filter((other) => other.row.members !== null)
    .sort((one, other) => distance(one) - distance(other));
  return nearest && { members: nearest.row.members!, line: nearest.line };
}

/** The row of which a row says that it is a part. */
function wholeOf(part: Located, rows: readonly Located[]): Located | undefined {
  const { partOf } = part.row;
  return partOf === null
    ? undefined
    : rows.find((row) =>
      row !== part && isOfOneSource(row, part) &&
      row.row.from === partOf.from && row.row.to === partOf.to
    );
}

/** The wholes of a part: its own, that one's own, and so on. */
function wholesOf(part: Located, rows: readonly Located[]): readonly Located[] {
  const wholes: Located[] = [];
  let whole = wholeOf(part, rows);
  while (whole !== undefined && !wholes.includes(whole)) {
    wholes.push(whole);
    whole = wholeOf(whole, rows);
  }
  return wholes;
}

/** Whether spans follow each other without a gap from the first to the last month. */
function doFill(whole: MonthSpan, parts: readonly MonthSpan[]): boolean {
  let next = whole.from;
  for (const { from, to } of parts.toSorted((one, other) => one.from - other.from)) {
    if (from !== next) return false;
    next = to + 1;
  }
  return next === whole.to + 1;
}

function isOfOneSource(one: Located, other: Located): boolean {
  return one.row.source === other.row.source;
}

function spanText({ from, to }: MonthSpan): string {
  return `${formatMonth(from)}..${formatMonth(to)}`;
}

function percentText(rate: number): string {
  return `${Number((100 * rate).toPrecision(3))} per cent`;
}
