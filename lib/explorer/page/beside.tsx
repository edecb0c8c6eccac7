/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Words } from "@jkp/language";
import type { SchemeValuation } from "@jkp/valuation";
import type { ExplorerValuation } from "../explorer_data.ts";
import { Heading } from "./heading.tsx";
import { Key } from "./key.tsx";
import { breakEvenRates, fundAtTrial, type ShownColumn } from "./shown_column.ts";

/** All figures of the columns side by side. */
export function Beside({ valuation, columns, words }: {
  readonly valuation: ExplorerValuation;
  readonly columns: readonly ShownColumn[];
  readonly words: Words;
}) {
  const { explorer: said } = words;
  const rows = rowsOf(columns, words);
  return (
    <section class="beside" aria-labelledby="beside-heading">
      <Heading id="beside-heading" valuation={valuation} words={words}>
        {said.beside}
      </Heading>
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
            {rows.map(({ name, unit, values }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {unit !== "" && <span class="unit">{unit}</span>}
                </th>
                {values.map((value, i) => <td key={i} class="number">{value}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly string[];
}

function rowsOf(columns: readonly ShownColumn[], words: Words): readonly Row[] {
  const { explorer, number } = words;
  const { rows: said, units, thousand, trillion, ratioUnit } = explorer;
  const first = columns.find(({ value }) => value !== null)?.value?.longest;
  if (first === undefined) return [];
  const { years } = first.valuation;
  const [start, end] = [years[0]!.year, years.at(-1)!.year];
  const year = (value: number) => number(value, 0, false);
  const row = (
    name: string,
    unit: string,
    text: (value: SchemeValuation) => string,
  ): Row => ({
    name,
    unit,
    values: columns.map(({ value }) => value === null ? "–" : text(value.longest)),
  });
  const rate = (
    name: string,
    decimals: number,
    value: (valued: SchemeValuation) => number,
    unit = units.percentOfEarnings,
  ) => row(name, unit, (valued) => number(100 * value(valued), decimals));
  const atEnd = (value: SchemeValuation) => fundAtTrial(value).at(-1)!;
  const { percent } = units;
  return [
    rate(said.suggestedRate, 2, ({ suggestedRate }) => suggestedRate),
    rate(
      said.minimumRate,
      2,
      ({ valuation: { financing } }) => financing.benefit_and_administrative.minimumRate,
    ),
    rate(said.breakEvenRate, 3, (value) => breakEvenRates(value).withFund),
    rate(said.breakEvenAlone, 3, (value) => breakEvenRates(value).alone),
    rate(
      said.firstCost(year(start)),
      3,
      ({ valuation }) => valuation.years[0]!.paygCostRate,
    ),
    rate(
      said.lastCost(year(end)),
      3,
      ({ valuation }) => valuation.years.at(-1)!.paygCostRate,
    ),
    rate(
      said.trialRate,
      2,
      ({ valuation }) => valuation.assumptions.trialContributionRate,
    ),
    row(said.exhaustion, "", ({ valuation }) => {
      const { exhaustionYear } = valuation.financing.benefit_and_administrative;
      return exhaustionYear === null ? said.never : year(exhaustionYear);
    }),
    row(
      said.closing(year(end)),
      trillion,
      (value) => number(atEnd(value).closingIdr / 1e12, 1),
    ),
    row(
      said.ratio(year(end)),
      ratioUnit,
      (value) => number(atEnd(value).reserveRatio ?? NaN, 2),
    ),
    rate(said.covered, 1, ({ coveredShare }) => coveredShare, percent),
    rate(said.entitled, 1, ({ entitledShare }) => entitledShare, percent),
    rate(
      said.replacement(year(end)),
      1,
      ({ replacementRate }) => replacementRate,
      percent,
    ),
    row(
      said.beneficiaries(year(end)),
      thousand,
      ({ beneficiaries }) => number(beneficiaries / 1e3, 0),
    ),
    row(
      said.benefits(`${year(start)}–${year(end)}`),
      trillion,
      ({ benefitsIdr }) => number(benefitsIdr / 1e12, 1),
    ),
  ];
}
