import {
  cell,
  type Columns,
  type LocatedRow,
  type RowOf,
  type TableRules,
} from "@jkp/files";
import type { Problem } from "@jkp/problem";
import {
  checkFact,
  checkPrinted,
  type Contradictable,
  PERIOD,
  PRINTED_VALUE,
  printedDate,
  PROVENANCE,
  untiedContradictions,
} from "./fact.ts";
import { publicationProblems } from "./layoffs_by_publication.ts";
import { calendarMonth } from "./calendar_month.ts";

const { publisher, published, source, note } = PROVENANCE;

/** What JKP's experience is printed of. */
const JKP_QUANTITIES = [
  "members",
  "member_months",
  "member_months_planned",
  "layoffs_of_members",
  "registered_layoffs",
  "registered_layoffs_wide",
  "layoffs_with_jkp_case",
  "share_of_layoffs_with_jkp",
  "eligible_claims",
  "claims",
  "claims_of_one_employer",
  "claims_growth",
  "share_of_claims_refused",
  "recipients",
  "recipients_over_layoffs",
  "placements",
  "payments",
  "payments_growth",
  "contribution_income",
  "claim_ratio",
  "government_contribution",
  "government_contribution_billed",
  "government_contribution_planned",
  "recomposed_contribution",
  "initial_fund",
  "investment_income",
  "fund",
  "fund_growth",
  "months_of_claims_covered",
] as const;

/** Files of `data/open/` on JKP and the economy since 2019, with the columns that are read. */
export const RECENT_TABLES = {
  jkp_experience: {
    quantity: ["quantity", cell.oneOf(JKP_QUANTITIES)],
    ...PERIOD,
    ...PRINTED_VALUE,
    unit: [
      "unit",
      cell.oneOf(["persons", "claims", "member-months", "months", "IDR", "fraction"]),
    ],
    ...PROVENANCE,
  },
  layoffs_by_publication: {
    month: ["month", calendarMonth],
    vintage: ["vintage", cell.count],
    value: ["layoffs", cell.count],
    publishedOn: ["published_on", cell.orEmpty(printedDate)],
    dating: ["dating", cell.oneOf(["on", "by", "unknown"])],
    source,
    concerns: PROVENANCE.concerns,
    note,
  },
  bpjstk_members: {
    programme: ["programme", cell.oneOf(["all", "jht", "jp", "jkk"])],
    quantity: ["quantity", cell.oneOf(["members", "leavers"])],
    workers: [
      "workers",
      cell.oneOf(["all", "wage_earners", "own_account", "construction", "migrant"]),
    ],
    ...PERIOD,
    ...PRINTED_VALUE,
    unit: ["unit", cell.oneOf(["persons"])],
    ...PROVENANCE,
  },
  jht_claims_by_reason: {
    quantity: ["quantity", cell.oneOf(["claims", "share_of_claims", "payments"])],
    reason: ["reason", cell.oneOf(["all", "resignation", "layoff", "retirement"])],
    ...PERIOD,
    ...PRINTED_VALUE,
    unit: ["unit", cell.oneOf(["claims", "persons", "IDR", "fraction"])],
    ...PROVENANCE,
  },
  labour_market: {
    month: ["month", calendarMonth],
    quantity: [
      "quantity",
      cell.oneOf([
        "working_age_population",
        "labour_force",
        "participation_rate",
        "employed",
        "unemployed",
        "unemployment_rate",
        "formal_workers",
        "informal_workers",
        "formal_share",
        "informal_share",
        "employee_share",
        "employees_change_on_a_year",
        "mean_wage",
      ]),
    ],
    sex: ["sex", cell.oneOf(["both", "male", "female"])],
    ageGroup: ["age_group", cell.text],
    ...PRINTED_VALUE,
    unit: ["unit", cell.oneOf(["persons", "fraction", "IDR a month"])],
    vintage: ["vintage", cell.oneOf(["first_release", "reweighted"])],
    ...PROVENANCE,
  },
  economy: {
    quantity: [
      "quantity",
      cell.oneOf([
        "real_gdp_growth",
        "nominal_gdp",
        "inflation_december_on_december",
        "minimum_wage_increase",
        "budget_deficit",
        "budget_deficit_over_gdp",
      ]),
    ],
    year: ["year", cell.year],
    quarter: ["quarter", cell.orEmpty(cell.oneOf([1, 2, 3, 4]))],
    ...PRINTED_VALUE,
    unit: ["unit", cell.oneOf(["fraction", "IDR"])],
    publisher,
    published,
    source,
    note,
  },
  poverty_lines: {
    month: ["month", calendarMonth],
    ...PRINTED_VALUE,
    value: ["idr_per_month", cell.number],
    publisher,
    published,
    source,
    note,
  },
  bond_yields_by_day: {
    date: ["date", printedDate],
    maturityMonths: ["maturity_months", cell.count],
    yield: ["yield_pct", cell.percent],
    published,
    source,
    note,
  },
  policy_forecasts: {
    forecaster: ["forecaster", cell.text],
    status: ["status", cell.oneOf(["target", "forecast"])],
    quantity: [
      "quantity",
      cell.oneOf([
        "real_gdp_growth",
        "inflation",
        "unemployment_rate",
        "yield_of_10_years",
      ]),
    ],
    year: ["year", cell.year],
    lowest: ["lowest_pct", cell.percent],
    highest: ["highest_pct", cell.percent],
    madeOn: ["made_on", printedDate],
    source,
    note,
  },
  population_projections: {
    edition: ["edition", cell.oneOf(["2015_2045", "2020_2050"])],
    year: ["year", cell.year],
    ...PRINTED_VALUE,
    value: ["persons", cell.number],
    published,
    source,
  },
} as const satisfies Readonly<Record<string, Columns>>;

type RecentTableName = keyof typeof RECENT_TABLES;
type RecentRow<Name extends RecentTableName> = RowOf<typeof RECENT_TABLES[Name]>;

/** What a table must keep to beyond its columns: row by row, and across its rows. */
interface TableChecks<Row> extends TableRules<Row> {
  readonly across?: (file: string, rows: readonly LocatedRow<Row>[]) => Problem[];
}

/** Numbers of the same thing, as these columns tell it, agree or are tied by a key. */
const agreeBy =
  <Row extends Contradictable>(...columns: readonly (keyof Row)[]) =>
  (file: string, rows: readonly LocatedRow<Row>[]): Problem[] =>
    untiedContradictions(
      file,
      rows,
      (row) =>
        columns.map((column) => row[column]).filter((cell) => cell !== null).join(" "),
    );

/** Checks of the recent tables. */
const RECENT_CHECKS: {
  readonly [Name in RecentTableName]: TableChecks<RecentRow<Name>>;
} = {
  jkp_experience: {
    check: checkFact,
    across: agreeBy("quantity", "kind", "from", "to"),
  },
  layoffs_by_publication: { key: ["month", "vintage"], across: publicationProblems },
  bpjstk_members: {
    check: checkFact,
    across: agreeBy("programme", "quantity", "workers", "kind", "from", "to"),
  },
  jht_claims_by_reason: {
    check: checkFact,
    across: agreeBy("quantity", "reason", "kind", "from", "to"),
  },
  labour_market: {
    check: checkPrinted,
    across: agreeBy("month", "quantity", "sex", "ageGroup", "vintage"),
  },
  economy: { check: checkPrinted, key: ["quantity", "year", "quarter"] },
  poverty_lines: { check: checkPrinted, key: ["month"] },
  bond_yields_by_day: { key: ["date", "maturityMonths"] },
  policy_forecasts: {
    key: ["forecaster", "quantity", "year"],
    check: ({ lowest, highest }) =>
      lowest !== undefined && highest !== undefined && lowest > highest
        ? [{ column: "highest", expected: "the lowest or more, of the same forecast" }]
        : [],
  },
  population_projections: { check: checkPrinted, key: ["edition", "year"] },
};

/** The checks of a table by its name; older tables have none. */
export function checksOf(name: string): TableChecks<unknown> {
  return (RECENT_CHECKS as Readonly<Record<string, unknown>>)[name] ?? {};
}
