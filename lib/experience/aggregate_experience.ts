import { cell, type CellReader, checkTable } from "@jkp/files";
import { formatMonth, monthCell, parseMonth } from "@jkp/month";
import { checkText, throwIfAny } from "@jkp/problem";
import { checkAggregateExperience } from "./aggregate_checks.ts";
import type {
  AggregateExperience,
  AggregatePeriod,
  MonthSpan,
} from "./aggregate_period.ts";

const spanCell: CellReader<MonthSpan> = {
  expected: "a period as YYYY-MM..YYYY-MM",
  read: (text) => {
    const [from, to, ...rest] = text.split("..").map(parseMonth);
    return from === undefined || to === undefined || rest.length > 0
      ? undefined
      : { from, to };
  },
};

const optionalNumber = cell.orEmpty(cell.number);
const optionalPercent = cell.orEmpty(cell.percent);

const COLUMNS = {
  from: ["from", monthCell],
  to: ["to", monthCell],
  source: ["source", cell.anything, "optional"],
  partOf: ["part_of", cell.orEmpty(spanCell), "optional"],
  members: ["members", optionalNumber, "optional"],
  memberMonths: ["member_months", optionalNumber, "optional"],
  wagesIdr: ["wages_idr", optionalNumber, "optional"],
  contributionRate: ["contribution_rate_pct", optionalPercent, "optional"],
  contributionIncomeIdr: ["contribution_income_idr", optionalNumber, "optional"],
  layoffs: ["layoffs", optionalNumber, "optional"],
  claims: ["claims", optionalNumber, "optional"],
  claimsRefused: ["claims_refused", optionalNumber, "optional"],
  firstPayments: ["first_payments", optionalNumber, "optional"],
  monthsPaid: ["months_paid", optionalNumber, "optional"],
  paymentsIdr: ["payments_idr", optionalNumber, "optional"],
  costRate: ["cost_rate_pct", optionalPercent, "optional"],
  administrationIdr: ["administration_idr", optionalNumber, "optional"],
  investmentIncomeIdr: ["investment_income_idr", optionalNumber, "optional"],
  fundIdr: ["fund_idr", optionalNumber, "optional"],
  note: ["note", cell.anything, "optional"],
} as const;

/** A period of which nothing is known. */
const UNKNOWN: Omit<AggregatePeriod, "from" | "to"> = {
  source: "",
  partOf: null,
  members: null,
  memberMonths: null,
  wagesIdr: null,
  contributionRate: null,
  contributionIncomeIdr: null,
  layoffs: null,
  claims: null,
  claimsRefused: null,
  firstPayments: null,
  monthsPaid: null,
  paymentsIdr: null,
  costRate: null,
  administrationIdr: null,
  investmentIncomeIdr: null,
  fundIdr: null,
  note: "",
};

/**
 * Reads a table of aggregate experience: a period a row with `from` and `to`, and whatever
 * is known of it.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @returns Its periods, in the order of the file.
 * @throws {DataError} With every problem by row and column: unknown columns, cells that
 * cannot be read, and all that {@link checkAggregateExperience} finds.
 * @see `data/extracts/README.md` for the columns.
 *
 * @example JKP in 2024: 2.98 trillion at 0.46 per cent, of which 378.84 billion were paid
 * ```ts
 * import { parseAggregateExperience } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const { periods: [year] } = parseAggregateExperience("jkp.csv", `
 * from,to,members,contribution_rate_pct,contribution_income_idr,first_payments,payments_idr
 * 2024-01,2024-12,14440000,0.46,2.98e12,57960,378.84e9
 * `.trimStart());
 * const wages = year!.contributionIncomeIdr! / year!.contributionRate!;
 * assertEquals((wages / 1e12).toFixed(0), "648");
 * assertEquals((100 * year!.paymentsIdr! / wages).toFixed(3), "0.058");
 * ```
 */
export function parseAggregateExperience(
  file: string,
  text: string,
): AggregateExperience {
  checkText("read aggregate experience", "the text of a CSV file", text);
  const { rows, problems } = checkTable(file, text, COLUMNS, {
    hasOnlyThese: true,
    hasRows: true,
    check: ({ from, to }) =>
      from !== undefined && to !== undefined && to < from
        ? [{ column: "to", expected: `${formatMonth(from)} or later` }]
        : [],
  });
  const located = rows.map(({ line, row }) => ({ line, row: { ...UNKNOWN, ...row } }));
  throwIfAny([...problems, ...checkAggregateExperience(file, located)]);
  return { periods: located.map(({ row }) => row) };
}
