import type { Scheme } from "@jkp/scheme";
import { choicesByLaw, type ModelChoices, REPORT_DESIGN } from "../choices.ts";
import type { ValuationFile } from "./valuation_file.ts";

/**
 * The choices that a valuation takes: the report's design alone is valued as the report's
 * reading has it, any other, and any beside it, by what laws say of reference earnings and
 * limits.
 */
export function choicesOf(
  file: Pick<ValuationFile, "choices">,
  ofReading: ModelChoices,
  schemes: readonly Scheme[],
): ModelChoices {
  const choices = { ...ofReading, ...file.choices };
  const isReport = schemes.every(({ name }) => name === REPORT_DESIGN);
  return isReport ? choices : choicesByLaw(choices);
}
