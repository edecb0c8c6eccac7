import type { ValuedReform } from "@jkp/valuation";
import { type Figure, keyInWords, sectionInWords, type Table } from "@jkp/exhibit";
import { referenceEarningsNotes } from "./reference_earnings_notes.ts";

/**
 * A valued reform as a table.
 *
 * @param reform The reform.
 * @param source Where the data come from.
 * @returns A row a step: the section, the suggested rate and what the step changes.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { valuedReformTable } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
 * const reform = { from: jkp, to: jkp, steps: [], notValued: ["coverage"] as const };
 * assertEquals(valuedReformTable(reform, "an example").rows.length, 1);
 * ```
 */
export function valuedReformTable(reform: ValuedReform, source: string): Table {
  const { from, to, steps, notValued } = reform;
  return {
    id: "valued_reform",
    number: "",
    title: `From ${from.title} to ${to.title}, one rule at a time`,
    columns: [
      { key: "step", title: "Taken from the new rules" },
      {
        key: "rate",
        title: "Suggested rate",
        unit: "% of insurable earnings",
        decimals: 3,
      },
      { key: "change", title: "Change by the step", unit: "points", decimals: 3 },
      { key: "benefits", title: "Benefits change by", unit: "%", decimals: 1 },
    ],
    rows: [
      ...steps.map(({ section, valuation }, i) => {
        const before = steps[Math.max(0, i - 1)]!.valuation;
        return {
          step: section === null ? "nothing yet" : sectionInWords(section),
          rate: 100 * valuation.suggestedRate,
          change: 100 * (valuation.suggestedRate - before.suggestedRate),
          benefits: 100 * (valuation.benefitsIdr / before.benefitsIdr - 1),
        };
      }),
      ...notValued.map((section) => ({
        step: sectionInWords(section),
        rate: "not valued",
        change: "not valued",
        benefits: "not valued",
      })),
    ],
    notes: [
      "What a step changes depends on the steps before it.",
      ...referenceEarningsNotes(steps.map(({ valuation }) => valuation)),
    ],
    source,
  };
}

/**
 * A valued reform as a figure: the rate after each step.
 *
 * @param reform The reform.
 * @param source Where the data come from.
 * @returns A column a step, what it changes in its label.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { valuedReformFigure } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
 * const reform = { from: jkp, to: jkp, steps: [], notValued: [] };
 * assertEquals(valuedReformFigure(reform, "an example").series[0]!.y, []);
 * ```
 */
export function valuedReformFigure(reform: ValuedReform, source: string): Figure {
  const { from, to, steps } = reform;
  const rates = steps.map(({ valuation }) => 100 * valuation.suggestedRate);
  const labels = steps.map(({ section }) =>
    section === null ? keyInWords(from.name) : `+ ${sectionInWords(section)}`
  );
  // Below, what the rate keeps; on it, what the step adds or takes away.
  const kept = rates.map((rate, i) => Math.min(rate, rates[i - 1] ?? rate));
  const added = rates.map((rate, i) => Math.max(0, rate - (rates[i - 1] ?? rate)));
  const taken = rates.map((rate, i) => Math.max(0, (rates[i - 1] ?? rate) - rate));
  return {
    id: "valued_reform",
    number: "",
    title: `From ${from.title} to ${to.title}`,
    xTitle: "Rule taken from the new scheme",
    yTitle: "Suggested rate",
    yUnit: "% of insurable earnings",
    decimals: 2,
    isStacked: true,
    stackValues: Object.fromEntries(labels.map((label, i) => [label, rates[i]!])),
    series: [
      { name: "Rate before and after", x: labels, y: kept, mark: "column" },
      { name: "Added by the step", x: labels, y: added, mark: "column" },
      { name: "Taken away by the step", x: labels, y: taken, mark: "column" },
    ],
    notes: [
      "Above a column: the rate after the step. What a step changes depends on the steps " +
      "before it.",
    ],
    source,
  };
}
