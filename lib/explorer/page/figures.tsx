/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import {
  fundAtSuggestedRate,
  fundAtTrialRates,
  type FundYear,
  type SchemeValuation,
} from "@jkp/valuation";
import { useState } from "preact/hooks";
import type { ExplorerValuation } from "../explorer_data.ts";
import { type ChartBand, type ChartLine, LineChart } from "./line_chart.tsx";
import { isRunning, type ShownColumn } from "./shown_column.ts";

interface FiguresProps {
  readonly valuation: ExplorerValuation;
  readonly columns: readonly ShownColumn[];
  readonly words: Words;
  /** How sure the cost rates are: a band a column, where it is known. */
  readonly paygBands?: readonly ChartBand[] | undefined;
}

const FUND_MEASURES = ["rupiah", "ratio"] as const;

/** Cost and fund by year, all columns in the same figures. */
export function Figures({ valuation, columns, words, paygBands }: FiguresProps) {
  const { explorer: said, number } = words;
  const [measure, setMeasure] = useState<typeof FUND_MEASURES[number]>("rupiah");
  const valued = columns.flatMap(({ value, ...shown }) =>
    value === null ? [] : [{ ...shown, ...value.longest }]
  );
  if (valued.length === 0) return null;
  const years = valued[0]!.valuation.years.map(({ year }) => year);
  const lines = (
    values: (each: SchemeValuation) => readonly (number | null)[],
  ): ChartLine[] =>
    valued.map(({ place, letter, designTitle, scenarioTitle, ...each }) => ({
      place,
      letter,
      name: `${designTitle}, ${scenarioTitle}`,
      values: values(each),
    }));
  const runs = isRunning(valuation);
  const rates = new Set(
    valued.map(({ valuation }) => valuation.assumptions.trialContributionRate),
  );
  const [rate] = rates;
  const fund = (funds: readonly FundYear[]) =>
    funds.map(({ closingIdr, reserveRatio }) =>
      measure === "rupiah" ? closingIdr / 1e12 : reserveRatio
    );
  const fundProps = {
    years,
    words,
    unit: measure === "rupiah" ? said.trillion : said.ratioUnit,
    decimals: measure === "rupiah" ? 1 : 2,
  };
  return (
    <section class="figures" aria-labelledby="figures-heading">
      <h2 id="figures-heading">{said.figures}</h2>
      <LineChart
        id="payg"
        title={said.payg}
        help={said.paygHelp}
        unit={said.units.percentOfEarnings}
        decimals={runs ? 3 : 2}
        years={years}
        lines={lines(({ valuation }) =>
          valuation.years.map(({ paygCostRate }) => 100 * paygCostRate)
        )}
        level={rates.size === 1
          ? {
            value: 100 * rate!,
            name: `${runs ? said.paid : said.tried} ${number(100 * rate!, 2)}`,
          }
          : undefined}
        bands={paygBands}
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
          title={runs ? said.fundAtPaid : said.fundAtTrial}
          help={said.fundAtTrialHelp}
          lines={lines(({ valuation }) => fund(fundAtTrialRates(valuation)))}
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
