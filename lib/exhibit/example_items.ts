import type { Figure } from "./figure.ts";
import { MARK_LEGEND } from "./table_compared.ts";
import type { Table } from "./table.ts";

/** Items for the tests and the bench of this room. */

const YEARS = Array.from({ length: 10 }, (_, index) => 2021 + index);

const COMMON = {
  xTitle: "Financial year",
  decimals: 2,
  isStacked: false,
  notes: [],
  source: "own calculations from a synthetic extract",
} as const;

/** Stacked columns with published dots, lines, columns of one series, and lines again. */
export const EXAMPLE_FIGURES: readonly Figure[] = [
  {
    ...COMMON,
    id: "figure_3_2",
    number: "3.2",
    title:
      "PAYG cost rate (benefits and administrative expenses), 2021–30: base scenario",
    yTitle: "PAYG cost rate",
    yUnit: "% of insurable earnings",
    isStacked: true,
    series: [
      {
        name: "Benefits",
        x: YEARS,
        y: [0, 1.152, 1.05, 0.97, 0.9, 0.843, 0.901, 0.901, 0.9, 0.9],
        mark: "column",
      },
      {
        name: "Administrative expenses",
        x: YEARS,
        y: YEARS.map(() => 0.25),
        mark: "column",
      },
      {
        name: "Total stated in the report",
        x: [2022, 2026],
        y: [1.4, 1.09],
        mark: "dots",
      },
    ],
  },
  {
    ...COMMON,
    id: "figure_3_3",
    number: "3.3",
    title: "Demographic ratios, three scenarios",
    yTitle: "Beneficiaries per 100 contributors",
    yUnit: "% of active contributors",
    series: [
      {
        name: "Base",
        x: YEARS,
        y: YEARS.map((year) => 2 + 7 / (year - 2014)),
        mark: "line",
      },
      {
        name: "Pessimistic",
        x: YEARS,
        y: YEARS.map((year) => 5 + 30 / (year - 2016)),
        mark: "line",
      },
      { name: "Optimistic", x: YEARS, y: YEARS.map(() => 2.5), mark: "line" },
    ],
  },
  {
    ...COMMON,
    id: "figure_3_1",
    number: "3.1",
    title: "Demographic ratio for members < 65 & over 15",
    yTitle: "Beneficiaries per 100 contributors",
    yUnit: "% of active contributors",
    notes: ["No benefits in 2021: nobody has contributed for 12 months."],
    series: [{
      name: "Base",
      x: YEARS,
      y: YEARS.map((year) => year / 1000),
      mark: "column",
    }],
  },
  {
    ...COMMON,
    id: "figure_1_17",
    number: "1.17",
    title: "Probability for inactive contributors to remain inactive",
    xTitle: "Months since the last contribution",
    yTitle: "Probability",
    yUnit: "",
    series: [
      {
        name: "Reproduced",
        x: Array.from({ length: 61 }, (_, month) => month),
        y: Array.from({ length: 61 }, (_, month) => Math.exp(-month / 33)),
        mark: "line",
      },
      { name: "Published", x: [6, 12, 24], y: [0.81, 0.69, 0.49], mark: "dots" },
    ],
  },
  {
    ...COMMON,
    id: "figure_1_18",
    number: "1.18",
    title: "Formal and informal employment",
    yTitle: "Workers",
    yUnit: "million",
    decimals: 1,
    isStacked: true,
    right: { title: "Formal share", unit: "% of all workers", decimals: 2 },
    series: [
      { name: "Formal", x: YEARS, y: YEARS.map(() => 56.02), mark: "column" },
      { name: "Informal", x: YEARS, y: YEARS.map(() => 70.49), mark: "column" },
      {
        name: "Share (right)",
        x: YEARS,
        y: YEARS.map((_, index) => 44 + index / 10),
        mark: "line",
        isOnRight: true,
      },
    ],
  },
];

/** A table with groups, units, words, years, a missing and a mixed cell. */
export const EXAMPLE_TABLE: Table = {
  id: "table_1",
  number: "1",
  title: "Cost & reserve",
  columns: [
    { key: "year", title: "Year", isGrouped: false },
    { key: "basis", title: "Basis" },
    { key: "rate", title: "Cost rate", unit: "%", decimals: 2, group: "Base scenario" },
    { key: "fund", title: "Fund", unit: "million rupiah", group: "Base scenario" },
  ],
  rows: [
    { year: 2021, basis: "law <2020> | draft", rate: 0.25, fund: 1234567 },
    { year: 2022, basis: "漢字", rate: -1.4, fund: null },
    { year: 2023, basis: "mixed", rate: { value: 2026, decimals: 0, isGrouped: false } },
  ],
  notes: ["Rates are of insurable earnings."],
  source: "own calculations",
};

/** A table that compares: different, fitted, without ours, and not printed. */
export const EXAMPLE_COMPARED: Table = {
  id: "table_2",
  number: "2",
  title: "Rates",
  columns: [
    { key: "stub", title: "Measure" },
    { key: "base/report", title: "Report", group: "Base", unit: "%" },
    { key: "base/ours", title: "JKP Lab", group: "Base", unit: "%" },
    { key: "base/mark", title: "mark", group: "Base" },
  ],
  rows: [
    comparedRow("Suggested", 0.66, 0.6339, "≠"),
    comparedRow("Minimum", 1.35, 1.3494, "(=)"),
    { stub: "Other", "base/report": "9", "base/ours": "", "base/mark": "" },
    { stub: "None", "base/report": "", "base/ours": "", "base/mark": "" },
  ],
  notes: [MARK_LEGEND],
  source: "own calculations",
};

function comparedRow(stub: string, report: number, ours: number, mark: string) {
  return {
    stub,
    "base/report": { value: report, decimals: 2 },
    "base/ours": { value: ours, decimals: 2 },
    "base/mark": mark,
  };
}
