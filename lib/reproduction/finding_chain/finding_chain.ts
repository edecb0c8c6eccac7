import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { ReportResults } from "../results.ts";
import { formatNumber, type Table } from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import {
  type ExpenseBasis,
  fundTerms,
  type FundYear,
  type ProjectionYear,
  rollForward,
} from "@jkp/valuation";
import { assumptionPathsTable } from "@jkp/study";
import { scalarsTable } from "./assumption_tables.ts";
import { reportSource } from "../report_source.ts";

/** What stands behind the cells of Table 3.7 that belong to one scenario. */
export interface FindingChain {
  readonly scenario: ReportScenario;
  readonly title: string;
  /** Assumptions with one value, each with its source. */
  readonly scalars: Table;
  /** Assumptions and the projection by year. */
  readonly paths: Table;
  readonly cells: readonly FindingCell[];
}

/** What stands behind one cell of Table 3.7. */
export interface FindingCell {
  /** The cell's row of the ledger. */
  readonly row: LedgerRow;
  /** The cell in words. */
  readonly title: string;
  /** What was solved or looked for, and what came out. */
  readonly statements: readonly string[];
  /** Cash flow and fund by year, at the rate of the cell. */
  readonly cashFlow: Table;
}

/** A measure of Table 3.7, as its keys and a reader name it. */
const MEASURES: Readonly<Record<string, string>> = {
  suggested_contribution_rate: "suggested rate",
  minimum_contribution_rate: "minimum rate",
  projected_year_of_reserve_exhaustion_at_1_pct: "year of exhaustion",
};

const BASES: { readonly [Basis in ExpenseBasis]: string } = {
  benefit_only: "benefits only",
  benefit_and_administrative: "benefits and administration",
};

/**
 * Traces each cell of Table 3.7 back to its cash flow, its fund and its assumptions.
 *
 * @param results The computation.
 * @param rows The ledger, or Table 3.7's part of it.
 * @param published The published numbers, to stand beside the assumptions.
 * @returns One chain a scenario, in the table's order; none if the ledger lacks the table.
 *
 * @example Behind 1.35 per cent: 38.0 trillion rupiah in 2030, twice the expenses
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { buildLedger, computeResults, findingChains, selectItems } from "@jkp/reproduction";
 * import { loadPublished } from "@jkp/published/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const published = await loadPublished();
 * const ledger = buildLedger(selectItems(["3.7"]), results, published);
 * const chains = findingChains(results, ledger, published);
 * const base = chains.find(({ scenario }) => scenario === "base")!;
 * const { cashFlow } = base.cells.find(({ row }) => row.published === "1.35")!;
 * const { fund, reserve } = cashFlow.rows.at(-1)!;
 * assertAlmostEquals(Number(fund), 38.0, 0.05);
 * assertAlmostEquals(Number(reserve), 2, 1e-9);
 * ```
 */
export function findingChains(
  results: ReportResults,
  rows: readonly LedgerRow[],
  published: Published,
): readonly FindingChain[] {
  const own = rows.filter(({ item }) => item === "table_3_7");
  if (own.length === 0) return [];
  return REPORT_SCENARIOS.map((scenario) => ({
    scenario,
    title: results.scenarios[scenario].title,
    scalars: scalarsTable(results, scenario, published),
    paths: assumptionPathsTable(
      results.valuations[scenario],
      results.scenarios[scenario],
      reportSource(results.experience),
    ),
    cells: own.filter(({ cell }) => cell.endsWith(`/${scenario}`))
      .map((row) => findingCell(results, scenario, row)),
  }));
}

function findingCell(
  results: ReportResults,
  scenario: ReportScenario,
  row: LedgerRow,
): FindingCell {
  const { years, financing, assumptions } = results.valuations[scenario];
  const [expenseBasis, measure] = row.cell.split("/") as [ExpenseBasis, string];
  const found = financing[expenseBasis];
  const contributionRate = {
    suggested_contribution_rate: found.suggestedRate,
    minimum_contribution_rate: found.minimumRate,
  }[measure] ?? assumptions.trialContributionRate;
  const fund = rollForward(years, {
    ...fundTerms(assumptions, expenseBasis),
    contributionRate,
  });
  const title = `${results.scenarios[scenario].title}: ${MEASURES[measure]}, ` +
    BASES[expenseBasis];
  const isRate = measure in
    { suggested_contribution_rate: 0, minimum_contribution_rate: 0 };
  const multiple = measure === "suggested_contribution_rate"
    ? assumptions.terms.reserveMultiple
    : 0;
  return {
    row,
    title,
    statements: isRate
      ? rateStatements(fund, contributionRate, multiple, found.residual)
      : exhaustionStatements(fund, contributionRate),
    cashFlow: cashFlowTable(
      results,
      scenario,
      expenseBasis,
      contributionRate,
      fund,
      title,
    ),
  };
}

function rateStatements(
  fund: readonly FundYear[],
  rate: number,
  multiple: number,
  residual: number,
): readonly string[] {
  const last = fund.at(-1)!;
  const wanted = multiple === 0
    ? "ends with nothing"
    : `ends with ${multiple} times the expenses of ${last.year}`;
  const lowest = Math.min(...fund.map(({ closingIdr }) => closingIdr));
  return [
    `Condition: the fund, from nothing, ${wanted} and is never overdrawn at the end ` +
    "of a year. The level rate that does so is solved for.",
    `Solved rate: ${formatNumber(100 * rate, 6)} % of insurable earnings. ` +
    `Left over by the solver: at most ${residual.toExponential(1)} of the insurable ` +
    `earnings of ${last.year}.`,
    `Check: fund of ${trillion(last.closingIdr)} at the end of ${last.year}, expenses ` +
    `of ${trillion(last.expensesIdr)} in it: ratio ` +
    `${formatNumber(last.reserveRatio ?? NaN, 4)}. Lowest fund at a year's end: ` +
    `${trillion(lowest)}.`,
  ];
}

function exhaustionStatements(
  fund: readonly FundYear[],
  rate: number,
): readonly string[] {
  const first = fund.find(({ closingIdr }) => closingIdr < 0);
  return [
    `Question: at a level rate of ${formatNumber(100 * rate)} % of insurable earnings, ` +
    "at the end of which year is the fund first overdrawn?",
    first === undefined
      ? "Answer: of none of the years projected, which the report prints as n.a."
      : `Answer: ${first.year}, with ${trillion(first.closingIdr)}.`,
  ];
}

function trillion(idr: number): string {
  return `${formatNumber(idr / 1e12, 3)} trillion rupiah`;
}

function cashFlowTable(
  results: ReportResults,
  scenario: ReportScenario,
  basis: ExpenseBasis,
  rate: number,
  fund: readonly FundYear[],
  title: string,
): Table {
  const { years, assumptions } = results.valuations[scenario];
  const hasAdministration = basis === "benefit_and_administrative";
  const money = { unit: "trillion rupiah", decimals: 3 };
  const cost = (year: ProjectionYear) =>
    hasAdministration ? year.paygCostRate : year.paygBenefitCostRate;
  return {
    id: `chain_${basis}_${scenario}`,
    number: "",
    title: `Cash flow and fund. ${title}`,
    columns: [
      { key: "year", title: "Year", isGrouped: false },
      { key: "earnings", title: "Insurable earnings", ...money, decimals: 1 },
      { key: "benefits", title: "Benefits", ...money },
      ...(hasAdministration
        ? [{ key: "administration", title: "Administration", ...money }]
        : []),
      { key: "payg", title: "PAYG cost rate", unit: "%", decimals: 3 },
      { key: "contributions", title: "Contributions", ...money },
      { key: "return", title: "Return", unit: "%", decimals: 2 },
      { key: "income", title: "Investment income", ...money },
      { key: "fund", title: "Fund at year's end", ...money },
      { key: "reserve", title: "Reserve ratio", unit: "years", decimals: 2 },
    ],
    rows: fund.map((row, index) => {
      const year = years[index]!;
      return {
        year: row.year,
        earnings: year.insurableEarningsIdr / 1e12,
        benefits: year.benefitsIdr / 1e12,
        administration: year.administrationIdr / 1e12,
        payg: 100 * cost(year),
        contributions: row.contributionsIdr / 1e12,
        return: 100 * year.investmentReturn,
        income: row.investmentIncomeIdr / 1e12,
        fund: row.closingIdr / 1e12,
        reserve: row.reserveRatio,
      };
    }),
    notes: [
      `Contributions of ${formatNumber(100 * rate, 4)} % of insurable earnings. ` +
      `Flows fall at the ${assumptions.choices.fundFlows.replace("_", " ")}. Fund: ` +
      "last year's with its return, contributions added, expenses taken off.",
    ],
    source: reportSource(results.experience),
  };
}
