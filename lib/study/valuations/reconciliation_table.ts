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
      { key: "change", title: "Change", unit: "points", decimals: 3 },
      { key: "suggested", title: "Suggested rate", unit: "%", decimals: 3 },
      { key: "minimum", title: "Minimum rate", unit: "%", decimals: 3 },
    ],
    rows: [
      {
        step: titleOf(from, roles[0]),
        change: null,
        suggested: 100 * first.suggestedRate,
        minimum: 100 * first.minimumRate,
      },
      ...steps.slice(1).map(({ parts, change, suggestedRate, minimumRate }) => ({
        step: parts.map((part) => WORDS[part]).join("; "),
        change: 100 * change,
        suggested: 100 * suggestedRate,
        minimum: 100 * minimumRate,
      })),
      {
        step: `All: ${titleOf(to, roles[1])}`,
        change: 100 * (last.suggestedRate - first.suggestedRate),
        suggested: 100 * last.suggestedRate,
        minimum: 100 * last.minimumRate,
      },
    ],
    notes: [
      "Rates after each step; the change is that of the suggested rate. It depends on the " +
      "steps before; together they are the whole difference. Parts in one row could not " +
      "be exchanged alone: they do not go with the rest of the first valuation.",
    ],
    source,
  };
}
