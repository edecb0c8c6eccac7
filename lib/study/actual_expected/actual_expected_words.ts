import { capitalized, keyInWords } from "@jkp/exhibit";
import { formatMonth, yearOf } from "@jkp/month";
import type { ActualAgainstExpected } from "./actual_expected.ts";
import type { FactorName } from "./factors.ts";
import type { Span } from "./facts.ts";

/** What recognition is, below all that shows it. */
export const RECOGNITION =
  "Recognition: registered layoffs of members over JHT claims after a layoff. 1 is expected: " +
  "the valuation takes every layoff among JHT's leavers as one of JKP's. That JHT has more " +
  "members than JKP is in it too. Leavers per member are JHT claims over members of JKP; " +
  "those expected are the leavers that Annex I's ratio pays for: its unemployed over those " +
  "that terminations alone give.";

/** Where both sides come from. */
export function sourceOf(
  { valuation, design, role, inWords }: ActualAgainstExpected,
): string {
  return `JKP Lab: expected by ${valuation}, ${design}, ${role} scenario, ${inWords}; ` +
    "actual by data/open.";
}

/** A period as titles have it: `2024`, `2024-01 to 2024-08`. */
export function titleOf({ from, to }: Span): string {
  return from % 12 === 0 && to === from + 11
    ? String(yearOf(from))
    : `${formatMonth(from)} to ${formatMonth(to)}`;
}

/** Factors that are in one, as their product. */
export function namesInWords(names: readonly FactorName[]): string {
  return capitalized(names.map(keyInWords).join(" × "));
}
