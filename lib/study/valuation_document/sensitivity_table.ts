import type { Table } from "@jkp/exhibit";
import type { YearlyPath } from "@jkp/month";
import {
  changeInputs,
  type ValuationAssumptions,
  type ValuationInputs,
  type ValuationRun,
  valueSchemes,
} from "@jkp/valuation";

/** One thing changed, everything else as it was. */
interface Change {
  readonly title: string;
  readonly change: (inputs: ValuationInputs) => ValuationInputs;
}

/** What is tried: each in the direction that asks for more money. */
const CHANGES: readonly Change[] = [
  {
    title: "A tenth more terminations",
    change: (inputs) =>
      changed(inputs, (all) => ({
        terminationRatePerMonth: 1.1 * all.terminationRatePerMonth,
      })),
  },
  {
    title: "A tenth more of the terminations involuntary, at most all",
    change: (inputs) =>
      changeInputs(inputs, {
        involuntaryShare: Math.min(1, 1.1 * inputs.scenario.involuntaryShare),
      }),
  },
  {
    title: "Unemployment one point higher in every year",
    change: (inputs) =>
      changed(inputs, (all) => ({ unemploymentRate: moved(all.unemploymentRate, 0.01) })),
  },
  {
    title: "Return one point lower in every year",
    change: (inputs) =>
      changed(
        inputs,
        (all) => ({ investmentReturn: moved(all.investmentReturn, -0.01) }),
      ),
  },
  {
    title: "Administration 0.1 points of insurable earnings higher",
    change: (inputs) =>
      changed(inputs, (all) => ({ administrationRate: all.administrationRate + 0.001 })),
  },
];

function changed(
  inputs: ValuationInputs,
  of: (assumptions: ValuationAssumptions) => Partial<ValuationAssumptions>,
): ValuationInputs {
  const { change: before = (unchanged) => unchanged } = inputs;
  return {
    ...inputs,
    change: (assumptions) => {
      const all = before(assumptions);
      return { ...all, ...of(all) };
    },
  };
}

function moved(path: YearlyPath, by: number): YearlyPath {
  return { ...path, values: path.values.map((value) => value + by) };
}

/**
 * The suggested rate of each scheme under one scenario after single changes, the rules as
 * they change in time. A scheme that gives a range of durations is tried at the longest.
 */
export function sensitivityTable(
  { basis: { schemes }, rulesInTime }: ValuationRun,
  inputs: ValuationInputs,
  source: string,
): Table {
  const rates = schemes.map((scheme, index) => {
    const rules = rulesInTime[index]!;
    const rateOf = (inputs: ValuationInputs) =>
      valueSchemes([rules], [inputs]).valued.at(-1)?.suggestedRate;
    const before = rateOf(inputs);
    return {
      name: scheme.name,
      before,
      after: CHANGES.map((one) => rateOf(one.change(inputs))),
    };
  });
  const cells = (index?: number) =>
    Object.fromEntries(rates.flatMap(({ name, before, after }) => {
      const rate = index === undefined ? before : after[index];
      const isKnown = rate !== undefined && before !== undefined;
      return [
        [`${name}/rate`, rate === undefined ? null : 100 * rate],
        [`${name}/difference`, isKnown ? 100 * (rate - before) : null],
      ];
    }));
  return {
    id: "sensitivities",
    number: "",
    title: `Suggested rate after single changes, ${inputs.scenario.title} scenario`,
    columns: [
      { key: "change", title: "Change" },
      ...schemes.flatMap(({ name, title }) => {
        const column = { decimals: 2, group: title };
        return [
          { key: `${name}/rate`, title: "Rate", unit: "%", ...column },
          { key: `${name}/difference`, title: "Difference", unit: "points", ...column },
        ];
      }),
    ],
    rows: [
      { change: "As assumed", ...cells() },
      ...CHANGES.map(({ title }, index) => ({ change: title, ...cells(index) })),
    ],
    notes: [
      "Benefits and administration, of insurable earnings. No change of behaviour is " +
      "assumed: who is out of work stays so as long as before.",
    ],
    source,
  };
}
