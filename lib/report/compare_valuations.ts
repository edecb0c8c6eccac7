import { sourceLine } from "./compared_table.ts";
import type { Figure } from "./figure.ts";
import type { Table } from "./table.ts";
import type { Valuation } from "@jkp/valuation";

/** A valuation and what to call it. */
export interface TitledValuation {
  readonly title: string;
  readonly valuation: Valuation;
}

/**
 * The rates of several valuations side by side, and what each adds to the first.
 *
 * @param valuations The valuations; the first is what the others are compared with.
 * @param results For the source line.
 * @returns A row for each valuation.
 *
 * @example
 * ```ts
 * import { comparedRates } from "@jkp/report";
 * import { reportAssumptions, runValuation } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = runValuation(await reportAssumptions("base"));
 * const table = comparedRates([{ title: "As proposed", valuation }], {
 *   experience: { extractName: "jht_2019", isSynthetic: true },
 * });
 * assertEquals(table.rows[0]!.difference, 0);
 * ```
 */
export function comparedRates(
  valuations: readonly TitledValuation[],
  results: Parameters<typeof sourceLine>[0],
): Table {
  const rate = { unit: "% of insurable earnings", decimals: 2 };
  const suggested = ({ valuation }: TitledValuation) =>
    100 * valuation.financing.benefit_and_administrative.suggestedRate;
  return {
    id: "rates",
    number: "",
    title: "Contribution rates, benefits and administration",
    columns: [
      { key: "title", title: "Valuation" },
      { key: "suggested", title: "Suggested rate", ...rate },
      { key: "difference", title: "Against the first", unit: "points", decimals: 2 },
      { key: "minimum", title: "Minimum rate", ...rate },
      { key: "exhaustion", title: "Exhausted at 1 %", isGrouped: false },
    ],
    rows: valuations.map((one) => {
      const { minimumRate, exhaustionYear } =
        one.valuation.financing.benefit_and_administrative;
      return {
        title: one.title,
        suggested: suggested(one),
        difference: suggested(one) - suggested(valuations[0]!),
        minimum: 100 * minimumRate,
        exhaustion: exhaustionYear,
      };
    }),
    notes: [],
    source: sourceLine(results),
  };
}

/**
 * The PAYG cost rates of several valuations by year, a line each.
 *
 * @param valuations The valuations.
 * @param results For the source line.
 * @returns The figure.
 *
 * @example
 * ```ts
 * import { comparedCostRates } from "@jkp/report";
 * import { reportAssumptions, runValuation } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = runValuation(await reportAssumptions("base"));
 * const figure = comparedCostRates([{ title: "As proposed", valuation }], {
 *   experience: { extractName: "jht_2019", isSynthetic: true },
 * });
 * assertEquals(figure.series[0]!.x.length, 10);
 * ```
 */
export function comparedCostRates(
  valuations: readonly TitledValuation[],
  results: Parameters<typeof sourceLine>[0],
): Figure {
  return {
    id: "payg_compared",
    number: "",
    title: "PAYG cost rate by year",
    xTitle: "Financial year",
    yTitle: "PAYG cost rate",
    yUnit: "% of insurable earnings",
    decimals: 2,
    isStacked: false,
    series: valuations.map(({ title, valuation: { years } }) => ({
      name: title,
      x: years.map(({ year }) => year),
      y: years.map(({ paygCostRate }) => 100 * paygCostRate),
      mark: "line",
    })),
    notes: [],
    source: sourceLine(results),
  };
}
