/** Rates and fund by path and year; every array holds path after path, as costs do. */
export interface RatesUnderRule {
  readonly firstYear: number;
  readonly years: number;
  readonly paths: number;
  /** Contribution rate, a fraction of insurable earnings. */
  readonly contributionRate: Float64Array;
  /** The fund at the end of the year, rupiah; below 0 is money from outside. */
  readonly fundIdr: Float64Array;
}
