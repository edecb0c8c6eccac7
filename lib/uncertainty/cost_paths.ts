import type { ModelChoices } from "@jkp/valuation";

/**
 * What a scheme costs on many paths of the economy, year by year. Every array holds path
 * after path: the value of a path in a year stands at `path * years + year`.
 */
export interface CostPaths {
  readonly schemeName: string;
  readonly scenarioName: string;
  /** Calendar year of the first year projected. */
  readonly firstYear: number;
  /** Years of each path. */
  readonly years: number;
  readonly paths: number;
  /** Insurable earnings of all members over the year, rupiah. */
  readonly insurableEarningsIdr: Float64Array;
  /** Benefits over the year, rupiah. */
  readonly benefitsIdr: Float64Array;
  /** Administrative expenses over the year, rupiah. */
  readonly administrationIdr: Float64Array;
  /** Nominal return of the fund, a fraction a year. */
  readonly investmentReturn: Float64Array;
  /** National unemployment rate, a fraction of the labour force. */
  readonly unemploymentRate: Float64Array;
  /** The fund before the first year, rupiah. */
  readonly openingIdr: number;
  /** When in a year contributions and expenses fall. */
  readonly flows: ModelChoices["fundFlows"];
  /** Reserve wanted at the end, in years of the last year's expenses. */
  readonly reserveMultiple: number;
  /** Contribution rate that the fund is tried at, a fraction: of a running scheme its own. */
  readonly trialContributionRate: number;
}
