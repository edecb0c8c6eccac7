import {
  columnLetters,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from "@jkp/exhibit";
import { cellName, Grid } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";

/** A result of a scenario: a formula on the yearly sheet, and what the program found. */
interface LiveResult {
  readonly what: string;
  readonly title: string;
  readonly format: string;
  readonly value: (scenario: ScenarioSteps) => number | string;
  readonly formula: (scenario: ScenarioSteps, years: Grid, last: number) => string;
}

const RATE = "0.0000%";

const needed = (years: Grid, last: number, key: string) => years.farRange(key, 0, last);

/** The level rate with which the last year ends with the reserve. */
function rateOfReserve(
  { name }: ScenarioSteps,
  years: Grid,
  last: number,
  expenses: "expenses" | "benefits",
): string {
  const fund = expenses === "expenses" ? "fundWithout" : "fundWithoutBenefits";
  const ofLast = expenses === "benefits" && years.has("allowances")
    ? `(${years.far("benefits", last)}+${years.far("allowances", last)})`
    : years.far(expenses, last);
  return `(${cellName("reserveMultiple", name)}*${ofLast}-${years.far(fund, last)})/${
    years.far("earningsSoFar", last)
  }`;
}

const firstYearIn = (range: string) => `IF(COUNT(${range})=0,"n.a.",MIN(${range}))`;

export const RESULTS: readonly LiveResult[] = [
  {
    what: "suggestedRate",
    title: "Suggested contribution rate",
    format: RATE,
    value: ({ valuation: { financing } }) =>
      financing.benefit_and_administrative.suggestedRate,
    formula: (scenario, years, last) =>
      `MAX(0,${needed(years, last, "needed")},${
        rateOfReserve(scenario, years, last, "expenses")
      })`,
  },
  {
    what: "minimumRate",
    title: "Minimum contribution rate",
    format: RATE,
    value: ({ valuation: { financing } }) =>
      financing.benefit_and_administrative.minimumRate,
    formula: (_, years, last) => `MAX(0,${needed(years, last, "needed")})`,
  },
  {
    what: "suggestedRateBenefits",
    title: "Suggested contribution rate, benefits only",
    format: RATE,
    value: ({ valuation: { financing } }) => financing.benefit_only.suggestedRate,
    formula: (scenario, years, last) =>
      `MAX(0,${needed(years, last, "neededBenefits")},${
        rateOfReserve(scenario, years, last, "benefits")
      })`,
  },
  {
    what: "minimumRateBenefits",
    title: "Minimum contribution rate, benefits only",
    format: RATE,
    value: ({ valuation: { financing } }) => financing.benefit_only.minimumRate,
    formula: (_, years, last) => `MAX(0,${needed(years, last, "neededBenefits")})`,
  },
  {
    what: "exhaustionYear",
    title: "Year the fund is overdrawn at the rate that is tried",
    format: "0",
    value: ({ valuation: { financing } }) =>
      financing.benefit_and_administrative.exhaustionYear ?? "n.a.",
    formula: (_, years, last) => firstYearIn(years.farRange("overdrawn", 0, last)),
  },
  {
    what: "exhaustionYearBenefits",
    title: "The same, benefits only",
    format: "0",
    value: ({ valuation: { financing } }) =>
      financing.benefit_only.exhaustionYear ?? "n.a.",
    formula: (_, years, last) =>
      firstYearIn(years.farRange("overdrawnBenefits", 0, last)),
  },
];

const SHEET = "Rates";
const FIRST_ROW = 6;

/** The cell of a result, as formulas call it. */
export function resultName(what: string, scenarioName: string): string {
  return cellName(what, scenarioName);
}

/** Colours of scenarios' lines. */
const COLORS = ["0B6E99", "C0504D", "4F8A3C", "7A5FA3", "D08A28", "606060"];

/** The rates as formulas beside those of the program, with pictures of PAYG and fund. */
export function ratesSheet(
  scenarios: readonly ScenarioSteps[],
  years: ReadonlyMap<string, Grid>,
): WorkbookSheet {
  const column = (place: number) => columnLetters(1 + place);
  const count = scenarios.length;
  const rows = RESULTS.map(({ title, format, value, formula }, r): SheetRow => [
    { value: title },
    ...scenarios.map((scenario): SheetCell => ({
      value: value(scenario),
      formula: formula(
        scenario,
        years.get(scenario.name)!,
        scenario.valuation.years.length - 1,
      ),
      format,
      look: "result",
      align: "right",
    })),
    ...scenarios.map((scenario): SheetCell => ({
      value: value(scenario),
      format,
      look: "fixed",
      align: "right",
    })),
    ...scenarios.map((scenario, place): SheetCell => {
      const [live, valued] = [column(place), column(count + place)].map((letter) =>
        `${letter}${FIRST_ROW + r}`
      );
      const before = value(scenario);
      return {
        value: typeof before === "number" ? 0 : "",
        formula: `IF(AND(ISNUMBER(${live}),ISNUMBER(${valued})),${live}-${valued},"")`,
        format,
        align: "right",
      };
    }),
  ]);
  const headings = (title: string): SheetCell[] =>
    scenarios.map((scenario) => ({
      value: `${scenario.title}${title}`,
      look: "heading",
      align: "right",
    }));
  const groups: SheetRow = [
    null,
    ...["By the formulas", "As the program found them", "Moved by"].flatMap((title) =>
      scenarios.map((_, place): SheetCell | null =>
        place === 0 ? { value: title, look: "group", span: count } : null
      )
    ),
  ];
  const chart = (
    title: string,
    key: string,
    unit: string,
    format: string,
    place: number,
  ) => ({
    title,
    unit,
    format,
    categories: (() => {
      const { name, valuation } = scenarios[0]!;
      return `'${years.get(name)!.sheet}'!${
        years.get(name)!.fixedRange("year", 0, valuation.years.length - 1)
      }`;
    })(),
    series: scenarios.map(({ name, title, valuation }, i) => ({
      name: title,
      values: `'${years.get(name)!.sheet}'!${
        years.get(name)!.fixedRange(key, 0, valuation.years.length - 1)
      }`,
      color: COLORS[i % COLORS.length]!,
    })),
    from: { row: FIRST_ROW + RESULTS.length, col: place },
    to: { row: FIRST_ROW + RESULTS.length + 20, col: place === 0 ? 3 : 4 + count + 2 },
  });
  return {
    name: SHEET,
    title: "Rates, as formulas",
    rows: [
      [{ value: "Contribution rates by the formulas of this workbook", look: "title" }],
      [{
        value:
          "Change a number of the sheets Assumptions, By year or Survival: these move.",
        look: "note",
      }],
      [],
      groups,
      [{ value: "", look: "heading" }, ...headings(""), ...headings(""), ...headings("")],
      ...rows,
    ],
    widths: [50, ...Array.from({ length: 3 * count }, () => 13)],
    frozenRows: FIRST_ROW - 1,
    frozenColumns: 1,
    cellNames: Object.fromEntries(
      RESULTS.flatMap(({ what }, r) =>
        scenarios.map(({ name }, place) => [
          resultName(what, name),
          `$${column(place)}$${FIRST_ROW + r}`,
        ])
      ),
    ),
    charts: [
      chart("PAYG cost rate", "payg", "of insurable earnings", "0.0%", 0),
      chart("Fund at the suggested rate", "closing", "billion rupiah", "#,##0", 4),
    ],
  };
}
