import { cellName, type Grid } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";

/**
 * Contributions of a financial year at the rates that are tried: each rate times what is
 * insured in its months, where `insurable` is the cell of the whole year's.
 */
export function trialContributionsOf(
  { claims, valuation }: ScenarioSteps,
  months: Grid,
  firstPlace: number,
  insurable: string,
): string {
  const end = firstPlace + 12;
  const place = (month: number) => month - valuation.months.firstMonth;
  return claims.flatMap(({ steps, rules: [rules] }, i) => {
    const next = claims[i + 1];
    const first = i === 0 ? firstPlace : Math.max(firstPlace, place(steps.from));
    const last = Math.min(end, next === undefined ? end : place(next.steps.from)) - 1;
    if (first > last) return [];
    const rate = cellName("trialContributionRate", rules!.name);
    return first === firstPlace && last === end - 1
      ? [`${rate}*${insurable}`]
      : [`${rate}*SUM(${months.farRange("insurable", first, last)})`];
  }).join("+");
}
