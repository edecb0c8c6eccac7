/** The two largest contributions of single records to a sum of wages, weighted, in rupiah. */
export interface LargestWages {
  readonly largest: number;
  readonly second: number;
}

/**
 * The largest contributions to the wages of each row of a statistics extract, in the order
 * of its rows. They are single persons' wages: they stand in no file.
 */
export interface LargestContributions {
  readonly active: readonly LargestWages[];
  readonly withdrawals: readonly LargestWages[];
}
