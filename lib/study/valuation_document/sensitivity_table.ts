import { capitalized, type Table } from "@jkp/exhibit";
import type { Rules, RulesInTime } from "@jkp/scheme";
import { type GridRow, sensitivityGrid, type ValuationInputs } from "@jkp/valuation";

const RATES = {
  suggested: "Suggested rate",
  minimum: "Minimum rate",
  breakEven: "Break-even rate",
} as const;
type RateName = keyof typeof RATES;
const RATE_NAMES = Object.keys(RATES) as RateName[];

/**
 * The rates of one scheme under one scenario after single movements of its assumptions, the
 * rules as they change in time.
 */
export function sensitivityTable(
  rulesInTime: RulesInTime,
  inputs: ValuationInputs,
  source: string,
): Table {
  const { name, title } = [rulesInTime].flat().at(-1) as Rules;
  const { asAssumed, rows } = sensitivityGrid(rulesInTime, inputs);
  const cells = (
    value: (rate: RateName) => { rate: number | null; difference: number | null },
  ) =>
    Object.fromEntries(RATE_NAMES.flatMap((each) => {
      const { rate, difference } = value(each);
      return [
        [`${each}/rate`, rate === null ? null : 100 * rate],
        [`${each}/difference`, difference === null ? null : 100 * difference],
      ];
    }));
  return {
    id: `sensitivities_${name}`,
    number: "",
    title: `${title}: rates after single movements, ${inputs.scenario.title} scenario`,
    columns: [
      { key: "assumption", title: "Assumption" },
      { key: "moved", title: "Moved by" },
      ...RATE_NAMES.flatMap((each) => {
        const column = { decimals: 2, group: RATES[each] };
        return [
          { key: `${each}/rate`, title: "Rate", unit: "%", ...column },
          {
            key: `${each}/difference`,
            title: "Difference",
            unit: "points",
            ...column,
            decimals: 3,
          },
        ];
      }),
    ],
    rows: [
      {
        assumption: "As assumed",
        moved: "",
        ...cells((rate) => ({ rate: asAssumed[rate], difference: 0 })),
      },
      ...rows.map(({ assumption, amount, rates, differences }) => ({
        assumption: assumption.title,
        moved: movedInWords(assumption.unit, amount),
        ...cells((rate) => ({
          rate: rates?.[rate] ?? null,
          difference: differences?.[rate] ?? null,
        })),
      })),
    ],
    notes: [
      "Benefits and administration, of insurable earnings. Each assumption is moved " +
      "alone; movements together do not add up. No change of behaviour is assumed.",
      ...withoutEffect(rows),
      ...rows.flatMap(refusal),
    ],
    source,
  };
}

/** A movement with its sign and unit, for example "+1 point a year". */
export function movedInWords(unit: string, amount: number): string {
  const ofOne = Math.abs(amount) === 1 ? unit.replace(/^(point|month)s/, "$1") : unit;
  return `${signed(amount)} ${ofOne}`;
}

/** An amount with its sign. */
export function signed(amount: number): string {
  return `${amount < 0 ? "−" : "+"}${Math.abs(amount)}`;
}

/** Assumptions on which no rate depends here, whichever way they are moved. */
export function withoutEffect(rows: readonly GridRow[]): string[] {
  const moves = Map.groupBy(rows, ({ assumption }) => assumption.title);
  return [...moves].filter(([, each]) =>
    each.every(({ differences }) =>
      differences !== null &&
      RATE_NAMES.every((rate) => Math.abs(differences[rate] ?? 0) < 1e-12)
    )
  ).map(([title]) => `${title}: no rate depends on it under this basis.`);
}

function refusal({ assumption, amount, whyNot }: GridRow): string[] {
  if (whyNot === null) return [];
  const moved = movedInWords(assumption.unit, amount);
  return [capitalized(`${assumption.title}, ${moved}: ${whyNot}.`)];
}
