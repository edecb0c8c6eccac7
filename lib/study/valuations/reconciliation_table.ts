import type { Table } from "@jkp/exhibit";
import type { ReconciledPart, Reconciliation } from "@jkp/valuation";

const WORDS: { readonly [Part in ReconciledPart]: string } = {
  time: "time: years, calendar and opening fund",
  data: "data: experience of the extract",
  law: "law: the design",
  assumptions: "assumptions: scenario, population, what is set",
  method: "method: choices of the reading, and the reserve",
};

/**
 * How the rates of one valuation become those of another, part by part.
 *
 * @param reconciliation The steps.
 * @param source Where both come from, for the source line.
 * @returns A row a step: rates after it in per cent, and what it changes in points.
 *
 * @example The report's pessimistic scenario: 3.54 points, from assumptions alone
 * ```ts
 * import { reconciliationTable } from "@jkp/study";
 * import { reconcile } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await readValuation("report_2021");
 * const steps = reconcile(report, report, ["base", "pessimistic"]);
 * const [, assumptions, sum] = reconciliationTable(steps, "an example").rows;
 * assertEquals(Number(assumptions!.change).toFixed(2), "3.54");
 * assertEquals(sum!.change, assumptions!.change);
 * ```
 */
export function reconciliationTable(
  { from, to, roles, steps }: Reconciliation,
  source: string,
): Table {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const titleOf = ({ file, schemes }: Reconciliation["from"], role: string) =>
    `${file.name}, ${schemes[0]!.name}, ${role}`;
  return {
    id: "reconciliation",
    number: "",
    title: "From one valuation to the other",
    columns: [
      { key: "step", title: "Exchanged" },
      { key: "suggested", title: "Suggested rate", unit: "%", decimals: 3 },
      { key: "change", title: "Change", unit: "points", decimals: 3 },
      { key: "breakEven", title: "Break-even without the fund", unit: "%", decimals: 3 },
      { key: "breakEvenChange", title: "Change", unit: "points", decimals: 3 },
      { key: "minimum", title: "Minimum rate", unit: "%", decimals: 3 },
    ],
    rows: [
      {
        step: titleOf(from, roles[0]),
        suggested: 100 * first.suggestedRate,
        change: null,
        breakEven: 100 * first.breakEvenRate,
        breakEvenChange: null,
        minimum: 100 * first.minimumRate,
      },
      ...steps.slice(1).map((step) => ({
        step: step.parts.map((part) => WORDS[part]).join("; "),
        suggested: 100 * step.suggestedRate,
        change: 100 * step.change,
        breakEven: 100 * step.breakEvenRate,
        breakEvenChange: 100 * step.breakEvenChange,
        minimum: 100 * step.minimumRate,
      })),
      {
        step: `All: ${titleOf(to, roles[1])}`,
        suggested: 100 * last.suggestedRate,
        change: 100 * (last.suggestedRate - first.suggestedRate),
        breakEven: 100 * last.breakEvenRate,
        breakEvenChange: 100 * (last.breakEvenRate - first.breakEvenRate),
        minimum: 100 * last.minimumRate,
      },
    ],
    notes: [
      "Rates after each step. A change depends on the steps before; together they are the " +
      "whole difference. Suggested and minimum rate are never below nothing, which an " +
      "opening fund may hide behind; the break-even rate has no floor. Parts in one row " +
      "could not be exchanged alone: they do not go with the rest of the first valuation.",
    ],
    source,
  };
}
