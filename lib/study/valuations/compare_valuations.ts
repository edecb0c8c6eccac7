import { type Figure, rateInWords, type Table } from "@jkp/exhibit";
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
 * @param source Where the data come from.
 * @returns A row for each valuation.
 *
 * @example
 * ```ts
 * import { comparedRates } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = valueAssumptions(await reportAssumptions("base"));
 * const compared = [{ title: "As proposed", valuation }];
 * const [row] = comparedRates(compared, "an example").rows;
 * assertEquals(Number(row!.suggested).toFixed(2), "1.35");
 * ```
 */
export function comparedRates(
  valuations: readonly TitledValuation[],
  source: string,
): Table {
  const rate = { unit: "% of insurable earnings", decimals: 2 };
  const suggested = ({ valuation }: TitledValuation) =>
    100 * valuation.financing.benefit_and_administrative.suggestedRate;
  const trials = new Set(
    valuations.map(({ valuation }) => valuation.assumptions.trialContributionRate),
  );
  const trial = trials.size === 1 ? rateInWords([...trials][0]!) : "its trial rate";
  return {
    id: "rates",
    number: "",
    title: "Contribution rates, benefits and administration",
    columns: [
      { key: "title", title: "Valuation" },
      { key: "suggested", title: "Suggested rate", ...rate },
      { key: "difference", title: "Against the first", unit: "points", decimals: 2 },
      { key: "minimum", title: "Minimum rate", ...rate },
      { key: "exhaustion", title: `Exhausted at ${trial}`, isGrouped: false },
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
    source,
  };
}

/**
 * The PAYG cost rates of several valuations by year, a line each.
 *
 * @param valuations The valuations.
 * @param source Where the data come from.
 * @returns The figure.
 *
 * @example Nothing is paid in the first year: 0.25 per cent go to administration
 * ```ts
 * import { comparedCostRates } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { valueAssumptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const valuation = valueAssumptions(await reportAssumptions("base"));
 * const compared = [{ title: "As proposed", valuation }];
 * const [line] = comparedCostRates(compared, "an example").series;
 * assertEquals([line!.x[0], line!.y[0]], [2021, 0.25]);
 * ```
 */
export function comparedCostRates(
  valuations: readonly TitledValuation[],
  source: string,
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
    source,
  };
}
