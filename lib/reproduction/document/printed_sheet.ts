import {
  capitalized,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from "@jkp/exhibit";
import type { LedgerRow } from "../ledger/ledger.ts";
import { headlineFirst } from "../ledger/summary.ts";
import { digitsOf } from "./ledger_words.ts";

/** What a printed number is a formula of. */
interface PrintedFormula {
  readonly item: string;
  readonly cell: RegExp;
  readonly formula: (parts: Readonly<Record<string, string>>) => string;
  /** Whether the report prints a bound: less is no difference. */
  readonly isBound?: boolean;
}

const RATES: Readonly<Record<string, string>> = {
  suggested_contribution_rate: "suggestedRate",
  minimum_contribution_rate: "minimumRate",
};
const basisSuffix = (basis: string | undefined) =>
  basis === "benefit_only" ? "Benefits" : "";

const inYear = (what: string, year: string) =>
  `INDEX(${what}_base,MATCH(${year},year_base,0))`;
/** Years from the second on: nobody is paid in the first. */
const paying = (what: string) => `INDEX(${what},2):INDEX(${what},ROWS(${what}))`;

/** Numbers of the report that the sheets of formulas hold. */
const PRINTED: readonly PrintedFormula[] = [
  {
    item: "table_3_7",
    cell:
      /^(?<basis>\w+)\/(?<rate>(?:suggested|minimum)_contribution_rate)\/(?<name>\w+)$/,
    formula: ({ basis, rate, name }) =>
      `100*${RATES[rate!]}${basisSuffix(basis)}_${name}`,
  },
  {
    item: "table_3_7",
    cell: /^(?<basis>\w+)\/projected_year_of_reserve_exhaustion_at_1_pct\/(?<name>\w+)$/,
    formula: ({ basis, name }) => `exhaustionYear${basisSuffix(basis)}_${name}`,
  },
  {
    item: "text_3_3",
    cell: /^avg_compensation_base$/,
    formula: () => averageBenefit("base"),
  },
  {
    item: "text_3_5_3",
    cell: /^avg_compensation_(?<short>opt|pess)$/,
    formula: ({ short }) => averageBenefit(scenarioOf(short!)),
  },
  {
    item: "figure_3_1",
    cell: /^demographic_ratio_(?<year>\d{4})$/,
    formula: ({ year }) => `100*${inYear("demographicRatio", year!)}`,
  },
  {
    item: "figure_3_1",
    cell: /^demographic_ratio_(?<end>min|max)$/,
    formula: ({ end }) => `100*${end!.toUpperCase()}(${paying("demographicRatio_base")})`,
  },
  {
    item: "figure_3_2",
    cell: /^paygo_(?<what>benefit|total)_(?<year>\d{4})$/,
    formula: ({ what, year }) =>
      `100*${inYear(what === "total" ? "payg" : "paygBenefits", year!)}`,
  },
  {
    item: "figure_3_2",
    cell: /^paygo_(?<what>benefit|total)_after$/,
    formula: ({ what }) =>
      `100*AVERAGEIF(year_base,">2026",${
        what === "total" ? "payg" : "paygBenefits"
      }_base)`,
  },
  {
    item: "figure_3_3",
    cell: /^demographic_ratio_(?<short>opt|pess)$/,
    formula: ({ short }) =>
      `100*${short === "opt" ? "MIN" : "MAX"}(${
        paying(`demographicRatio_${scenarioOf(short!)}`)
      })`,
  },
  {
    item: "figure_3_3",
    cell: /^demographic_ratio_base_avg$/,
    formula: () => `100*AVERAGE(${paying("demographicRatio_base")})`,
  },
  {
    item: "figure_3_4",
    cell: /^paygo_max_opt$/,
    formula: () => "100*MAX(payg_optimistic)",
    isBound: true,
  },
  {
    item: "figure_3_4",
    cell: /^paygo_max_pess$/,
    formula: () => "100*MAX(payg_pessimistic)",
  },
];

const scenarioOf = (short: string) => short === "opt" ? "optimistic" : "pessimistic";

/** Mean benefit over mean insurable earnings, years weighted with beneficiaries if any. */
function averageBenefit(name: string): string {
  const weights = paying(`beneficiaries_${name}`);
  const sum = `SUMPRODUCT(${paying(`averageBenefit_${name}`)},${weights})`;
  return `IF(SUM(${weights})=0,"n.a.",100*${sum}/SUM(${weights}))`;
}

const HEADINGS = [
  "Place",
  "Number",
  "Unit",
  "Printed",
  "By the formulas",
  "Difference",
  "Half a unit of the last digit",
  "Within it",
] as const;
const FIRST_ROW = 6;

/** Numbers that the report prints beside those of the formulas, with their differences. */
export function printedSheet(ledger: readonly LedgerRow[]): WorkbookSheet {
  const rows = headlineFirst(ledger).flatMap((row) => {
    const printed = PRINTED.find(({ item, cell }) =>
      item === row.item && cell.test(row.cell)
    );
    return printed === undefined ? [] : [{ row, printed }];
  });
  return {
    name: "Printed",
    title: "Numbers that the report prints beside the formulas'",
    rows: [
      [{ value: "ILO (2021) beside the formulas", look: "title" }],
      [{
        value:
          "Each number once, as the report prints it; differences follow the formulas.",
        look: "note",
      }],
      [],
      [],
      HEADINGS.map((value, i): SheetCell => ({
        value,
        look: "heading",
        align: i < 3 ? "left" : "right",
      })),
      ...rows.map(({ row, printed }, i) => printedRow(row, printed, FIRST_ROW + i)),
    ],
    widths: [14, 100, 28, 12, 16, 12, 16, 10],
    frozenRows: FIRST_ROW - 1,
  };
}

function printedRow(
  row: LedgerRow,
  { cell, formula: formulaOf, isBound = false }: PrintedFormula,
  number: number,
): SheetRow {
  const formula = formulaOf(cell.exec(row.cell)!.groups ?? {});
  const { title, unit, published, reproduced, difference, tolerance } = row;
  const isYear = unit === "year";
  const decimals = digitsOf(row);
  const format = (digits: number) => digits === 0 ? "0" : `0.${"0".repeat(digits)}`;
  const printed = /^-?[\d.]+$/.test(published) ? Number(published) : published;
  const [theirs, ours, gap, half] = ["D", "E", "F", "G"].map((each) => each + number);
  const isNumber = typeof printed === "number" && typeof reproduced === "number";
  const size = (difference: number) => isBound ? difference : Math.abs(difference);
  return [
    { value: placeInWords(row.item) },
    { value: title },
    { value: unit },
    {
      value: printed,
      align: "right",
      format: isYear ? "0" : format(published.split(".")[1]?.length ?? 0),
    },
    {
      value: reproduced ?? "n.a.",
      formula,
      align: "right",
      format: isYear ? "0" : format(decimals),
      look: "result",
    },
    {
      value: isNumber ? difference : "",
      formula: `IF(AND(ISNUMBER(${ours}),ISNUMBER(${theirs})),${ours}-${theirs},"")`,
      align: "right",
      format: format(decimals),
    },
    tolerance === 0 ? null : { value: tolerance, align: "right", format: "0.0000" },
    {
      value: isNumber
        ? size(difference!) <= tolerance + 1e-9 ? "yes" : "no"
        : printed === (reproduced ?? "n.a.")
        ? "yes"
        : "no",
      formula: `IF(ISNUMBER(${gap}),IF(${
        isBound ? gap : `ABS(${gap})`
      }<=${half}+1E-9,"yes","no"),IF(${ours}=${theirs},"yes","no"))`,
      align: "right",
    },
  ];
}

/** "Table 3.7" of `table_3_7`. */
function placeInWords(item: string): string {
  const [kind, ...numbers] = item.split("_");
  return `${kind === "text" ? "Section" : capitalized(kind!)} ${numbers.join(".")}`;
}
