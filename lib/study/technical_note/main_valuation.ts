import { mainInputs, type SchemeValuation } from "@jkp/valuation";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";

/** The first scheme in the main scenario, at its longest duration. */
export function mainValuation(comparison: SchemeComparison): SchemeValuation {
  const { valued } = comparison;
  const { name } = mainInputs(comparison).scenario;
  const [{ rules }] = valued as [SchemeValuation];
  return valued.findLast((one) => one.scenarioName === name && one.rules === rules) ??
    valued[0]!;
}
