/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { fundAtSuggestedRate, type FundYear, type SchemeValuation } from "@jkp/valuation";
import type { Fan } from "@jkp/uncertainty";
import { useState } from "preact/hooks";
import type { ColumnRange } from "../view_range.ts";
import { Heading } from "./heading.tsx";
import { type ChartBand, type ChartLine, LineChart } from "./line_chart.tsx";
import { fundAtTrial, isPaid, isRunning, type ShownView } from "./shown_column.ts";

const FUND_MEASURES = ["rupiah", "ratio"] as const;

/** Cost and fund by year, all columns in the same figures; bands are of the active one. */
export function Figures(
  { valuation, view, columns, active, ranges, words }: ShownView,
) {
  const { explorer: said, number } = words;
  const [measure, setMeasure] = useState<typeof FUND_MEASURES[number]>("rupiah");
  const valued = columns.flatMap(({ value, ...shown }) =>
    value === null ? [] : [{ ...shown, value: value.longest }]
  );
  if (valued.length === 0) return null;
  const years = valued[0]!.value.valuation.years.map(({ year }) => year);
  const lines = (
    values: (each: SchemeValuation) => readonly (number | null)[],
  ): ChartLine[] =>
    valued.map(({ place, letter, designTitle, scenarioTitle, value }) => ({
      place,
      letter,
      name: `${designTitle}, ${scenarioTitle}`,
      values: values(value),
    }));
  const paid = valued.every(({ value }) => isPaid(valuation, view, value));
  const rates = new Set(
    valued.map(({ value }) => value.valuation.assumptions.trialContributionRate),
  );
  const [rate] = rates;
  const fund = (funds: readonly FundYear[]) =>
    funds.map(({ closingIdr, reserveRatio }) =>
      measure === "rupiah" ? closingIdr / 1e12 : reserveRatio
    );
  const band = (fan: (range: ColumnRange) => Fan, scale: number): ChartBand[] => {
    const { range, isCurrent = false } = ranges[active] ?? {};
    if (range === undefined || "reason" in range) return [];
    const { quantiles } = fan(range);
    const scaled = (at: number) => quantiles[at]!.map((value) => value * scale);
    return [{ place: active, lower: scaled(0.05), upper: scaled(0.95), isCurrent }];
  };
  const bandHelp = said.range.band(columns[active]!.letter);
  const fundHelp = paid ? said.fundAtPaidHelp : said.fundAtTrialHelp;
  const fundProps = {
    years,
    words,
    unit: measure === "rupiah" ? said.trillion : said.ratioUnit,
    decimals: measure === "rupiah" ? 1 : 2,
  };
  return (
    <section class="figures" aria-labelledby="figures-heading">
      <Heading id="figures-heading" valuation={valuation} words={words}>
        {said.figures}
      </Heading>
      <LineChart
        id="payg"
        title={said.payg}
        help={`${said.paygHelp} ${bandHelp}`}
        unit={said.units.percentOfEarnings}
        decimals={isRunning(valuation) ? 3 : 2}
        years={years}
        lines={lines(({ valuation }) =>
          valuation.years.map(({ paygCostRate }) => 100 * paygCostRate)
        )}
        level={rates.size === 1
          ? {
            value: 100 * rate!,
            name: `${paid ? said.paid : said.tried} ${number(100 * rate!, 2)}`,
          }
          : undefined}
        bands={band(({ paygCostRate }) => paygCostRate, 100)}
        words={words}
      />
      <fieldset class="switch">
        <legend>{said.showFundAs}</legend>
        {FUND_MEASURES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="fund-measure"
              checked={measure === each}
              onChange={() => setMeasure(each)}
            />
            {each === "rupiah" ? said.inRupiah : said.asRatio}
          </label>
        ))}
      </fieldset>
      <div class="pair">
        <LineChart
          {...fundProps}
          id="fund-trial"
          title={paid ? said.fundAtPaid : said.fundAtTrial}
          help={measure === "rupiah" ? `${fundHelp} ${bandHelp}` : fundHelp}
          bands={measure === "rupiah" ? band(({ fundIdr }) => fundIdr, 1e-12) : []}
          lines={lines((value) => fund(fundAtTrial(value)))}
        />
        <LineChart
          {...fundProps}
          id="fund-suggested"
          title={said.fundAtSuggested}
          help={said.fundAtSuggestedHelp}
          lines={lines(({ valuation }) => fund(fundAtSuggestedRate(valuation)))}
        />
      </div>
    </section>
  );
}
