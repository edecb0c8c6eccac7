import { fundAtSuggestedRate, type Valuation } from "@jkp/valuation";
import { type CellValue, percent, rateInWords, type Table } from "@jkp/exhibit";

/**
 * The years of a valuation: what stands behind its rates.
 *
 * @param valuation The valuation.
 * @param source Where its figures come from, for the source line.
 * @returns Members, beneficiaries, costs and the fund at the suggested rate, a row a year.
 * @see ILO (2021), section 3.3.
 *
 * @example
 * ```ts
 * import { projectionTable } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { runValuation } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = runValuation(await reportAssumptions("base"));
 * const { rows } = projectionTable(valuation, "an example");
 * assertEquals([rows[0]!.year, rows.at(-1)!.year], [2021, 2030]);
 * ```
 */
export function projectionTable(valuation: Valuation, source: string): Table {
  const fund = fundAtSuggestedRate(valuation);
  return {
    id: `projection_${valuation.assumptions.scenarioName}`,
    number: "",
    title: "Projection by financial year",
    columns: [
      { key: "year", title: "Year", isGrouped: false },
      { key: "members", title: "Members", unit: "thousand" },
      { key: "beneficiaries", title: "Beneficiaries", unit: "thousand" },
      { key: "demographic", title: "Demographic ratio", unit: "%", decimals: 2 },
      { key: "earnings", title: "Insurable earnings", unit: "trillion", decimals: 0 },
      { key: "benefits", title: "Benefits", unit: "trillion", decimals: 2 },
      { key: "payg", title: "PAYG cost rate", unit: "%", decimals: 2 },
      { key: "fund", title: "Fund", unit: "trillion", decimals: 1 },
      { key: "reserve", title: "Reserve ratio", unit: "years", decimals: 2 },
    ],
    rows: valuation.years.map((year, i) => ({
      year: year.year,
      members: year.members / 1e3,
      beneficiaries: year.beneficiaries / 1e3,
      demographic: 100 * year.demographicRatio,
      earnings: year.insurableEarningsIdr / 1e12,
      benefits: year.benefitsIdr / 1e12,
      payg: 100 * year.paygCostRate,
      fund: fund[i]!.closingIdr / 1e12,
      reserve: fund[i]!.reserveRatio,
    })),
    notes: [
      "Money in rupiah. PAYG cost rate with administration, which is " +
      `${percent(valuation.assumptions.administrationRate, 2)} of insurable ` +
      "earnings. Fund at the suggested rate, at the end of the year.",
    ],
    source,
  };
}

/**
 * The contribution rates of a valuation, with and without administration.
 *
 * @param valuation The valuation.
 * @param source Where its figures come from, for the source line.
 * @returns Suggested rate, minimum rate and year of exhaustion.
 * @see ILO (2021), Table 3.3.
 *
 * @example
 * ```ts
 * import { tableToText } from "@jkp/exhibit";
 * import { ratesTable } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { runValuation } from "@jkp/valuation";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const valuation = runValuation(await reportAssumptions("base"));
 * assertStringIncludes(tableToText(ratesTable(valuation, "an example")), "1.35");
 * ```
 */
export function ratesTable(valuation: Valuation, source: string): Table {
  const { benefit_only: benefits, benefit_and_administrative: all } = valuation.financing;
  const inPercent = (rate: number): CellValue => ({ value: 100 * rate, decimals: 2 });
  const year = (value: number | null): CellValue =>
    value === null ? null : { value, decimals: 0, isGrouped: false };
  const trial = rateInWords(valuation.assumptions.trialContributionRate);
  return {
    id: `rates_${valuation.assumptions.scenarioName}`,
    number: "",
    title: "Contribution rates",
    columns: [
      { key: "measure", title: "Of insurable earnings" },
      { key: "benefits", title: "Benefits only" },
      { key: "all", title: "Benefits and administration" },
    ],
    rows: [
      {
        measure: "Suggested rate, %",
        benefits: inPercent(benefits.suggestedRate),
        all: inPercent(all.suggestedRate),
      },
      {
        measure: "Minimum rate, %",
        benefits: inPercent(benefits.minimumRate),
        all: inPercent(all.minimumRate),
      },
      {
        measure: `Exhaustion at ${trial}, year`,
        benefits: year(benefits.exhaustionYear),
        all: year(all.exhaustionYear),
      },
    ],
    notes: [],
    source,
  };
}
