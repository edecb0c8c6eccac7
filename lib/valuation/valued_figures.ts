import { checkArgument } from "@jkp/problem";
import {
  HIGH_COST_YEARS,
  type IndicatorFigures,
  type Known,
  unknownFigures,
} from "@jkp/experience";
import { valueInYear, type YearlyPath } from "@jkp/month";
import { claimFlows } from "./claim_flows.ts";
import type { ValuationRun } from "./run_valuation.ts";
import { fundAtSuggestedRate, fundAtTrialRates } from "./valuation.ts";
import { isRunningScheme, isTrialRatePaid } from "./valuation_terms.ts";
import type { SchemeValuation } from "./value_schemes.ts";

/**
 * Figures for the indicators of a projected year.
 *
 * Contributions and fund are those at the suggested rate or, of a scheme with a fund at the
 * start, at the rate that is paid. The unemployed of the country
 * are the employed of August of the base year as printed, grown with the scenario's
 * employment, and its unemployment rate; the nominal gross domestic product is that of the
 * base year as the file states it, or else of the last year printed up to it, grown with
 * real growth and consumer prices.
 *
 * @param run The valuation, for its scenarios and public statistics.
 * @param valuation One of the schemes that it values.
 * @param year A year of the projection.
 * @returns The figures.
 * @throws {RangeError} If the year is not projected.
 *
 * @example The report's base scenario in 2030: 84 per cent exhaust, 2.30 times the worst years
 * ```ts
 * import { indicators } from "@jkp/experience";
 * import { figuresOfValuation, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const base = run.valued.find(({ scenarioName }) => scenarioName === "base")!;
 * const found = indicators(figuresOfValuation(run, base, 2030));
 * const value = (name: string) => found.find((each) => each.name === name)!.value!;
 * assertEquals((100 * value("exhaustion_rate")).toFixed(0), "84");
 * assertEquals(value("average_high_cost_multiple").toFixed(2), "2.30");
 * ```
 */
export function figuresOfValuation(
  run: ValuationRun,
  valuation: SchemeValuation,
  year: number,
): IndicatorFigures {
  const doing = "take figures of a valuation";
  checkArgument(doing, "a result of runValuation", run, ["basis", "valued"]);
  checkArgument(doing, "one of its `valued`", valuation, ["rules", "valuation"]);
  const { rules, scenarioName, durationMonths, replacementRate, changes } = valuation;
  const { years, months, assumptions } = valuation.valuation;
  const index = years.findIndex((each) => each.year === year);
  const one = years[index];
  if (one === undefined) {
    throw new RangeError(
      `Cannot take figures of a valuation: a year from ${years[0]!.year} to ` +
        `${years.at(-1)!.year} is wanted, got ${year}`,
    );
  }
  const { scenario, terms } = run.inputs
    .find(({ scenario }) => scenario.name === scenarioName)!;
  // A financial year may begin within a calendar year.
  const start = terms.firstContributionMonth + 12 * index - months.firstMonth;
  const inYear = (values: Float64Array, monthsBefore = 0) =>
    values.subarray(start - monthsBefore, start - monthsBefore + 12)
      .reduce((sum, value) => sum + value, 0);
  const isPaying = isRunningScheme(assumptions.terms);
  const fundOf = isPaying ? fundAtTrialRates : fundAtSuggestedRate;
  const fund = fundOf(valuation.valuation)[index]!;
  const rate = !isPaying
    ? "suggested rate"
    : isTrialRatePaid({ terms: assumptions.terms, ownRate: valuation.ownRate })
    ? "rate that is paid"
    : "rate that is tried";
  const monthlyBenefitsIdr = one.benefitsIdr - one.allowancesIdr;
  const costRates = years.slice(Math.max(0, index + 1 - HIGH_COST_YEARS), index + 1)
    .filter(({ benefitsIdr }) => benefitsIdr > 0)
    .map(({ paygBenefitCostRate }) => paygBenefitCostRate);
  return {
    ...unknownFigures("not a result of a valuation"),
    ...flowFigures(),
    basis: `projected, ${rules.title}, ${scenario.title} scenario, ${year}`,
    members: one.members,
    beneficiaries: one.beneficiaries,
    unemployed: unemployedOf(run, scenario, year),
    coveredUnemployed: inYear(
      assumptions.choices.beneficiaryMethod === "flow"
        ? months.theoreticalUnemployed
        : months.estimatedUnemployed,
    ) / 12,
    claims: { whyNot: "claims per layoff are an assumption, the eligible share" },
    entitled: { whyNot: "a valuation takes everybody who is entitled to claim" },
    longestMonths: durationMonths,
    paymentsIdr: one.benefitsIdr,
    monthlyBenefitsIdr,
    lastWagesIdr: index === years.length - 1
      ? monthlyBenefitsIdr / replacementRate
      : { whyNot: "last wages are taken for the last year of the projection only" },
    wagesIdr: one.insurableEarningsIdr,
    contributionIncomeIdr: fund.contributionsIdr,
    administrationIdr: one.administrationIdr,
    fundIdr: fund.closingIdr,
    gdpIdr: gdpOf(run, scenario, year),
    costRates,
    notes: {
      contributionIncomeIdr: `contributions at the ${rate}`,
      fundIdr: `fund at the ${rate}`,
      unemployed:
        "unemployed: the employed of August of the base year (BPS), grown with " +
        "the scenario's employment, and its unemployment rate",
      gdpIdr:
        (run.basis.file.content.gdp === undefined
          ? "gross domestic product: the last printed up to the base year"
          : "gross domestic product: of the base year as the valuation file states it") +
        ", grown with the scenario's real growth and consumer prices",
    },
  };

  /** Claims that begin and end in the year. */
  function flowFigures(): Partial<IndicatorFigures> {
    const flows = changes.length > 0
      ? "rules change in the projection, and claims are not told apart by rules"
      : claimFlows(assumptions, months);
    if (typeof flows === "string") {
      const unknown = { whyNot: flows };
      return { firstPayments: unknown, exhaustions: unknown };
    }
    const { firstPayments, exhaustions, lagMonths } = flows;
    const isEarly = start - lagMonths < terms.firstBenefitMonth - months.firstMonth;
    return {
      firstPayments: inYear(firstPayments),
      exhaustions: inYear(exhaustions),
      firstPaymentsBefore: isEarly
        ? { whyNot: "first payments of these exhaustions are of before the projection" }
        : inYear(firstPayments, lagMonths),
      exhaustionLagMonths: lagMonths,
    };
  }
}

type Economy = ValuationRun["inputs"][number]["scenario"];

/** Unemployed of the country in a projected year. */
function unemployedOf({ basis }: ValuationRun, scenario: Economy, year: number): Known {
  const { baseYear } = basis.file.data;
  const month = `${baseYear}-08`;
  const { labour_force, labour_market } = basis.open;
  const employed = labour_force.find((row) => row.month === month)?.employed ??
    labour_market.find((row) =>
      row.month === month && row.quantity === "employed" && row.sex === "both" &&
      row.ageGroup === "all"
    )?.value;
  if (employed === undefined) {
    return { whyNot: `data/open has no employed of August ${baseYear}` };
  }
  const rate = valueInYear(scenario.unemploymentRate, year);
  return employed * growth([scenario.employmentGrowth], baseYear, year) * rate /
    (1 - rate);
}

/** Nominal gross domestic product of a projected year, rupiah. */
function gdpOf({ basis }: ValuationRun, scenario: Economy, year: number): Known {
  const { data: { baseYear }, content: { gdp } } = basis.file;
  const paths = [scenario.realGdpGrowth, scenario.inflation];
  if (gdp !== undefined) {
    return 1e12 * gdp.base_year_idr_trillion * growth(paths, baseYear, year);
  }
  const last = basis.open.economy
    .filter((row) =>
      row.quantity === "nominal_gdp" && row.quarter === null && row.year <= baseYear
    )
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
  if (last === undefined) {
    return {
      whyNot: `data/open has no nominal gross domestic product of ${baseYear} or before`,
    };
  }
  const firstGrown = Math.max(
    scenario.realGdpGrowth.firstYear,
    scenario.inflation.firstYear,
  );
  if (last.year + 1 < firstGrown) {
    return { whyNot: `the scenario has no growth before ${firstGrown}` };
  }
  return last.value * growth(paths, last.year, year);
}

/** What paths of growth make of 1 from one year to another. */
function growth(paths: readonly YearlyPath[], from: number, to: number): number {
  let level = 1;
  for (let year = from + 1; year <= to; year++) {
    for (const path of paths) level *= 1 + valueInYear(path, year);
  }
  return level;
}
