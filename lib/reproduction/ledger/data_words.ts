/** Words of the ledger, by whose data stand beside the report's numbers. */
export interface DataWords {
  /** What a number is that comes out as printed. */
  readonly equal: "reproduced" | "equal";
  /** Heading of our numbers. */
  readonly ours: "JKP Lab" | "Your extract";
  /** What the whole is, after the report's title. */
  readonly whole: string;
  /** Titles of tables. */
  readonly rates: string;
  readonly headline: string;
  readonly items: string;
  readonly readings: string;
}

/**
 * On the synthetic data, which were made after the report, the question is whether it is
 * reproduced. Recorded data are of other persons and years: there nothing is reproduced, and
 * the report's numbers stand beside to compare with.
 */
export function dataWords(
  { isSynthetic }: { readonly isSynthetic: boolean },
): DataWords {
  return isSynthetic
    ? {
      equal: "reproduced",
      ours: "JKP Lab",
      whole: "reproduced",
      rates: "Ours beside the report",
      headline: "How near we come",
      items: "What came out, item by item",
      readings: "Published beside reproduced, under each reading of Annex I",
    }
    : {
      equal: "equal",
      ours: "Your extract",
      whole: "on your extract",
      rates: "Your extract beside the report",
      headline: "Your extract beside the report",
      items: "Your extract beside the report, item by item",
      readings: "Your extract beside the report, under each reading of Annex I",
    };
}
