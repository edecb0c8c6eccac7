/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import { fundAtTrialRates, type SchemeValuation } from "@jkp/valuation";
import { Key } from "./key.tsx";
import { breakEvenRates, type ShownColumn } from "./shown_column.ts";

/** All figures of the columns side by side. */
export function Beside({ columns, words }: {
  readonly columns: readonly ShownColumn[];
  readonly words: Words;
}) {
  const { explorer: said } = words;
  const rows = rowsOf(columns, words);
  return (
    <section class="beside" aria-labelledby="beside-heading">
      <h2 id="beside-heading">{said.beside}</h2>
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="beside-heading">
        <table>
          <thead>
            <tr>
              <th scope="col">{said.measure}</th>
              {columns.map(({ place }) => (
                <th key={place} scope="col" class="number">
                  <Key place={place} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, i) => <td key={i} class="number">{value}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Row = readonly [name: string, values: readonly string[]];

function rowsOf(columns: readonly ShownColumn[], words: Words): readonly Row[] {
  const { explorer: { rows: said, thousand, trillion, ratioUnit }, number } = words;
  const first = columns.find(({ value }) => value !== null)?.value?.longest;
  if (first === undefined) return [];
  const { years } = first.valuation;
  const [start, end] = [years[0]!.year, years.at(-1)!.year];
  const year = (value: number) => number(value, 0, false);
  const percent = (rate: number, decimals: number) => `${number(100 * rate, decimals)} %`;
  const row = (name: string, text: (value: SchemeValuation) => string): Row => [
    name,
    columns.map(({ value }) => value === null ? "–" : text(value.longest)),
  ];
  const atEnd = (value: SchemeValuation) => fundAtTrialRates(value.valuation).at(-1)!;
  return [
    row(said.suggestedRate, (value) => percent(value.suggestedRate, 2)),
    row(
      said.minimumRate,
      ({ valuation }) =>
        percent(valuation.financing.benefit_and_administrative.minimumRate, 2),
    ),
    row(said.breakEvenRate, (value) => percent(breakEvenRates(value).withFund, 3)),
    row(said.breakEvenAlone, (value) => percent(breakEvenRates(value).alone, 3)),
    row(
      said.firstCost(year(start)),
      ({ valuation }) => percent(valuation.years[0]!.paygCostRate, 3),
    ),
    row(
      said.lastCost(year(end)),
      ({ valuation }) => percent(valuation.years.at(-1)!.paygCostRate, 3),
    ),
    row(
      said.trialRate,
      ({ valuation }) => percent(valuation.assumptions.trialContributionRate, 2),
    ),
    row(said.exhaustion, ({ valuation }) => {
      const { exhaustionYear } = valuation.financing.benefit_and_administrative;
      return exhaustionYear === null ? said.never : year(exhaustionYear);
    }),
    row(
      said.closing(year(end)),
      (value) => `${number(atEnd(value).closingIdr / 1e12, 1)} ${trillion}`,
    ),
    row(said.ratio(year(end)), (value) => {
      const { reserveRatio } = atEnd(value);
      return reserveRatio === null ? "–" : `${number(reserveRatio, 2)} ${ratioUnit}`;
    }),
    row(said.covered, ({ coveredShare }) => percent(coveredShare, 1)),
    row(said.entitled, ({ entitledShare }) => percent(entitledShare, 1)),
    row(
      said.replacement(year(end)),
      ({ replacementRate }) => percent(replacementRate, 1),
    ),
    row(
      said.beneficiaries(year(end)),
      ({ beneficiaries }) => `${number(beneficiaries / 1e3, 0)} ${thousand}`,
    ),
    row(
      said.benefits(`${year(start)}–${year(end)}`),
      ({ benefitsIdr }) => `${number(benefitsIdr / 1e12, 1)} ${trillion}`,
    ),
  ];
}
