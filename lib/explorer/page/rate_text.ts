import type { Words } from "@jkp/language";
import type { SchemeValuation } from "@jkp/valuation";
import type { ExplorerValuation } from "../explorer_data.ts";
import { headlineOf } from "./shown_column.ts";

/** The rate that answers, as `value` prints it. */
export function rateText(
  valuation: ExplorerValuation,
  value: SchemeValuation,
  { number }: Words,
): string {
  const { rate, decimals } = headlineOf(valuation, value);
  return `${number(100 * rate, decimals)} %`;
}
