/** What the marks beside our numbers mean. */
export const MARK_LEGEND =
  "= computed and equal to the printed digit; ≠ different; (=) shown back or fitted";

/** Which extract a number was computed from. */
export interface DataLabel {
  readonly extractName: string;
  /** Whether the rows are made and not recorded. */
  readonly isSynthetic: boolean;
}

/**
 * The source line for figures from an extract that stand beside those of the report.
 *
 * @param label Whose extract.
 * @returns A sentence that says so when data are synthetic.
 *
 * @example
 * ```ts
 * import { sourceLine } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const line = sourceLine({ extractName: "jht_2019", isSynthetic: true });
 * assertEquals(line, "Report: ILO (2021). JKP Lab: synthetic data, extract jht_2019.");
 * ```
 */
export function sourceLine({ extractName, isSynthetic }: DataLabel): string {
  const label = isSynthetic ? "synthetic data, extract" : "extract";
  return `Report: ILO (2021). JKP Lab: ${label} ${extractName}.`;
}
