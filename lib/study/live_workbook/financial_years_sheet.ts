import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import {
  fundAtSuggestedRate,
  fundAtTrialRates,
  fundTerms,
  type FundYear,
  rollForward,
} from "@jkp/valuation";
import { cellName, FIRST_ROW, Grid, type GridColumn, gridSheet } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";
import { hasAllowances } from "./survival_sheet.ts";
import { trialContributionsOf } from "./trial_contributions.ts";
import { livePath, type YearsGrid } from "./years_sheet.ts";

const BILLION = 1e9;

const KEYS = [
  "year",
  "members",
  "beneficiaries",
  "insurable",
  "benefits",
  "allowances",
  "administration",
  "expenses",
  "demographicRatio",
  "averageBenefit",
  "paygBenefits",
  "payg",
  "return",
  "opening",
  "contributions",
  "income",
  "closing",
  "reserve",
  "trial",
  "trialBenefits",
  "overdrawn",
  "overdrawnBenefits",
  "earningsSoFar",
  "fundWithout",
  "fundWithoutBenefits",
  "needed",
  "neededBenefits",
] as const;

/** Columns that formulas of other sheets call by a name. */
const NAMED = [
  "year",
  "beneficiaries",
  "demographicRatio",
  "averageBenefit",
  "paygBenefits",
  "payg",
  "closing",
] as const;

/** Where a scenario's financial years stand. */
export function financialYearsGrid(scenario: ScenarioSteps, sheet: string): Grid {
  const isPaid = scenario.rules.some(hasAllowances);
  return new Grid(sheet, KEYS.filter((key) => key !== "allowances" || isPaid), FIRST_ROW);
}

/** Financial years, the fund, and what rate each year asks for: every column a formula. */
export function financialYearsSheet(
  scenario: ScenarioSteps,
  grid: Grid,
  { months, years: byYear }: { readonly months: Grid; readonly years: YearsGrid },
): WorkbookSheet {
  const { name, title, valuation } = scenario;
  const { years, assumptions, months: projected } = valuation;
  const { terms, choices } = assumptions;
  const at = (key: typeof KEYS[number], row: number) => grid.at(key, row);
  const named = (what: string) => cellName(what, name);
  const start = (row: number) =>
    terms.firstContributionMonth + 12 * row - projected.firstMonth;
  const ofYear = (key: string, row: number) =>
    months.farRange(key, start(row), start(row) + 11);
  const fund = fundAtSuggestedRate(valuation);
  const roll = (contributionRate: number | number[], basis: "all" | "benefits" = "all") =>
    rollForward(years, {
      ...fundTerms(
        assumptions,
        basis === "all" ? "benefit_and_administrative" : "benefit_only",
      ),
      contributionRate,
    });
  const [without, withoutBenefits, all] = [roll(0), roll(0, "benefits"), roll(1)];
  const trial = fundAtTrialRates(valuation);
  const trialBenefits = roll(
    trial.map(({ contributionsIdr }, row) =>
      contributionsIdr / years[row]!.insurableEarningsIdr
    ),
    "benefits",
  );
  const trialContributions = (row: number) =>
    trialContributionsOf(scenario, months, start(row), at("insurable", row));
  const benefitsOf = (row: number) =>
    grid.has("allowances")
      ? `(${at("benefits", row)}+${at("allowances", row)})`
      : at("benefits", row);
  /** What flows of a year grow to by its end, as a factor. */
  const grown = (row: number) =>
    ({
      year_end: "",
      mid_year: `*(1+${at("return", row)})^0.5`,
      year_start: `*(1+${at("return", row)})`,
    })[choices.fundFlows];
  const before = (key: typeof KEYS[number], row: number, first: string) =>
    row === 0 ? first : at(key, row - 1);
  const rolled = (
    key: typeof KEYS[number],
    row: number,
    first: string,
    flows: string,
  ) => `${before(key, row, first)}*(1+${at("return", row)})${flows}${grown(row)}`;
  const money = (
    heading: string,
    value: (row: number) => number,
    formula: (row: number) => string,
  ) => ({
    heading: `${heading}, billion rupiah`,
    format: "#,##0.0",
    cell: (row: number): SheetCell => ({
      value: value(row) / BILLION,
      formula: formula(row),
    }),
  });
  const rate = (
    heading: string,
    value: (row: number) => number,
    formula: (row: number) => string,
  ) => ({
    heading,
    format: "0.0000%",
    cell: (row: number): SheetCell => ({ value: value(row), formula: formula(row) }),
  });
  const year = (
    heading: string,
    closing: readonly FundYear[],
    key: "trial" | "trialBenefits",
  ) => ({
    heading,
    format: "0",
    cell: (row: number): SheetCell => ({
      value: closing[row]!.closingIdr < 0 ? years[row]!.year : "",
      formula: `IF(${at(key, row)}<0,${at("year", row)},"")`,
    }),
  });
  const earningsSoFar = (row: number) => all[row]!.closingIdr - without[row]!.closingIdr;
  const contributing = months.has("contributing") ? "contributing" : "members";

  const columns: Record<typeof KEYS[number], Omit<GridColumn, "key">> = {
    year: {
      heading: "Year",
      format: "0",
      width: 8,
      cell: (row) => ({ value: years[row]!.year, align: "left" }),
    },
    members: {
      heading: "Contributing members, mean",
      format: "#,##0",
      cell: (row) => ({
        value: years[row]!.members,
        formula: `AVERAGE(${ofYear(contributing, row)})`,
      }),
    },
    beneficiaries: {
      heading: "Beneficiaries, mean",
      format: "#,##0",
      cell: (row) => ({
        value: years[row]!.beneficiaries,
        formula: `AVERAGE(${ofYear("beneficiaries", row)})`,
      }),
    },
    insurable: money(
      "Insurable earnings",
      (row) => years[row]!.insurableEarningsIdr,
      (row) => `SUM(${ofYear("insurable", row)})`,
    ),
    benefits: money(
      "Benefits",
      (row) => years[row]!.benefitsIdr - years[row]!.allowancesIdr,
      (row) => `SUM(${ofYear("benefits", row)})`,
    ),
    allowances: money(
      "Allowances to who finds work",
      (row) => years[row]!.allowancesIdr,
      (row) => `SUM(${ofYear("allowances", row)})`,
    ),
    administration: money(
      "Administration",
      (row) => years[row]!.administrationIdr,
      (row) => `${named("administrationRate")}*${at("insurable", row)}`,
    ),
    expenses: money(
      "Expenses",
      (row) => fund[row]!.expensesIdr,
      (row) => `${benefitsOf(row)}+${at("administration", row)}`,
    ),
    demographicRatio: rate(
      "Demographic ratio",
      (row) => years[row]!.demographicRatio,
      (row) => `${at("beneficiaries", row)}/${at("members", row)}`,
    ),
    averageBenefit: {
      heading: "Average benefit over insurable earnings",
      format: "0.00%",
      cell: (row) => ({
        value: years[row]!.averageBenefitRatio ?? "n.a.",
        align: "right",
        formula: `IF(${at("beneficiaries", row)}=0,"n.a.",(${at("benefits", row)}/${
          at("beneficiaries", row)
        })/(${at("insurable", row)}/${at("members", row)}))`,
      }),
    },
    paygBenefits: rate(
      "PAYG cost rate, benefits",
      (row) => years[row]!.paygBenefitCostRate,
      (row) => `${benefitsOf(row)}/${at("insurable", row)}`,
    ),
    payg: rate(
      "PAYG cost rate",
      (row) => years[row]!.paygCostRate,
      (row) => `${at("expenses", row)}/${at("insurable", row)}`,
    ),
    return: rate(
      "Return on the fund",
      (row) => years[row]!.investmentReturn,
      (row) =>
        byYear.grid.far(
          livePath(scenario, "return").key,
          years[row]!.year - byYear.firstYear,
        ),
    ),
    opening: money(
      "At the suggested rate: fund at the start",
      (row) => fund[row]!.openingIdr,
      (row) => before("closing", row, named("openingFund")),
    ),
    contributions: money(
      "Contributions",
      (row) => fund[row]!.contributionsIdr,
      (row) => `${named("suggestedRate")}*${at("insurable", row)}`,
    ),
    income: money(
      "Investment income",
      (row) => fund[row]!.investmentIncomeIdr,
      (row) => {
        const flows = `(${at("contributions", row)}-${at("expenses", row)})`;
        return `${at("opening", row)}*${at("return", row)}` +
          (grown(row) === "" ? "" : `+${flows}*(${grown(row).slice(1)}-1)`);
      },
    ),
    closing: money(
      "Fund at the end",
      (row) => fund[row]!.closingIdr,
      (row) =>
        `${at("opening", row)}+${at("contributions", row)}-${at("expenses", row)}+${
          at("income", row)
        }`,
    ),
    reserve: {
      heading: "Reserve ratio, years of expenses",
      format: "0.00",
      cell: (row) => ({
        value: fund[row]!.reserveRatio ?? "n.a.",
        align: "right",
        formula: `IF(${at("expenses", row)}=0,"n.a.",${at("closing", row)}/${
          at("expenses", row)
        })`,
      }),
    },
    trial: money(
      "At the rate that is tried: fund at the end",
      (row) => trial[row]!.closingIdr,
      (row) =>
        rolled(
          "trial",
          row,
          named("openingFund"),
          `+(${trialContributions(row)}-${at("expenses", row)})`,
        ),
    ),
    trialBenefits: money(
      "The same, benefits only",
      (row) => trialBenefits[row]!.closingIdr,
      (row) =>
        rolled(
          "trialBenefits",
          row,
          named("openingFund"),
          `+(${trialContributions(row)}-${benefitsOf(row)})`,
        ),
    ),
    overdrawn: year("Overdrawn in", trial, "trial"),
    overdrawnBenefits: year(
      "Overdrawn in, benefits only",
      trialBenefits,
      "trialBenefits",
    ),
    earningsSoFar: money(
      "Insurable earnings so far, with returns",
      earningsSoFar,
      (row) => rolled("earningsSoFar", row, "0", `+${at("insurable", row)}`),
    ),
    fundWithout: money(
      "Fund without contributions",
      (row) => without[row]!.closingIdr,
      (row) =>
        rolled("fundWithout", row, named("openingFund"), `-${at("expenses", row)}`),
    ),
    fundWithoutBenefits: money(
      "The same, benefits only",
      (row) => withoutBenefits[row]!.closingIdr,
      (row) =>
        rolled(
          "fundWithoutBenefits",
          row,
          named("openingFund"),
          `-${benefitsOf(row)}`,
        ),
    ),
    needed: rate(
      "Least rate that keeps the fund from being overdrawn by then",
      (row) => -without[row]!.closingIdr / earningsSoFar(row),
      (row) => `-${at("fundWithout", row)}/${at("earningsSoFar", row)}`,
    ),
    neededBenefits: rate(
      "The same, benefits only",
      (row) => -withoutBenefits[row]!.closingIdr / earningsSoFar(row),
      (row) => `-${at("fundWithoutBenefits", row)}/${at("earningsSoFar", row)}`,
    ),
  };
  return gridSheet(grid, {
    title: `${title}: financial years and the fund`,
    about:
      "The fund is linear in the rate: fund without contributions + rate × insurable " +
      "earnings so far. Each year asks for a rate; the highest is the minimum rate, and " +
      "with the reserve's the suggested one.",
    rowCount: years.length,
    columns: KEYS.filter((key) => grid.has(key)).map((key) => ({
      key,
      width: 16,
      ...columns[key],
    })),
    cellNames: Object.fromEntries(
      NAMED.map((key) => [named(key), grid.fixedRange(key, 0, years.length - 1)]),
    ),
  });
}
