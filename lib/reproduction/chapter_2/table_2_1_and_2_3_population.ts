import {
  FIVE_YEAR_AGES,
  type LabourForceYear,
  type Population,
  populationIn,
  type Split,
} from "@jkp/population";
import { sumSimple } from "simple-statistics";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { input, model, type Reproduced } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

const YEARS = [2020, 2025, 2030] as const;
const COLUMNS = [
  { key: "male", title: "Male" },
  { key: "female", title: "Female" },
  { key: "total", title: "Total" },
] as const;

/** Age groups of Table 2.1: 15–19 to 65–69. */
const AGES = FIVE_YEAR_AGES.map((key, index) => ({ key, index })).slice(3, 14);

const YOUNG_IN_2020 =
  "the report does not print ages 5 to 14 in 2020: the United Nations' pattern is used";
const STEPS =
  "steps of five years and one migration rate at every age; the report went " +
  "year by year and does not give its rates by age";
const SOURCE =
  "Report: ILO (2021). JKP Lab: projected from the report's 2020 columns with " +
  "World Population Prospects 2019, typed in data/open.";
const ROUNDED = "the report rounds each cell by itself";

/** Table 2.1: people of working age by age group and sex. */
export const table21: ReportItem = {
  item: "table_2_1",
  number: "2.1",
  isOfExtract: false,
  title: "Projected population of Indonesia, by age group and sex, 2020, 2025, 2030",
  cells: ({ population: { projection } }) =>
    Object.fromEntries(YEARS.flatMap((year) => {
      const population = populationIn(projection, year);
      const cell = (value: number, why: string) =>
        year === projection.firstYear ? input(value, ROUNDED) : model(value, why);
      return COLUMNS.flatMap(({ key }) => [
        ...AGES.map(({ key: age, index }): [string, Reproduced] => {
          const wasUnder15 = 5 * index - (year - projection.firstYear) < 15;
          const people = peopleOf(population, key, index);
          return [
            `${age}/${key}/${year}`,
            cell(people, wasUnder15 ? YOUNG_IN_2020 : STEPS),
          ];
        }),
        [
          `total/${key}/${year}`,
          cell(
            sumSimple(AGES.map(({ index }) => peopleOf(population, key, index))),
            STEPS,
          ),
        ],
      ]);
    })),
  table(results, ledger) {
    const table = comparedTable(
      { item: this.item, number: this.number, title: this.title },
      {
        stub: "Age",
        rows: [
          ...AGES.map(({ key }) => ({ key, title: key.replace("-", "–") })),
          { key: "total", title: "Total" },
        ],
        columns: COLUMNS.flatMap(({ key, title }) =>
          YEARS.map((year) => ({
            key: `${key}/${year}`,
            title: `${title}, ${year}`,
            unit: "thousands",
          }))
        ),
        cell: (row, column) => `${row}/${column}`,
        notes: [
          "The projection starts from the report's own 2020 columns, shown back. It ages " +
          "them with life tables of World Population Prospects 2019 at the report's life " +
          "expectancies.",
        ],
      },
      ledger,
      results,
    );
    return { ...table, source: SOURCE };
  },
};

function peopleOf(population: Population, column: keyof Split, group: number): number {
  const { male, female } = population;
  if (column === "total") return male[group]! + female[group]!;
  return population[column][group]!;
}

/** What Table 2.3 prints, in its order, and how our numbers come to its units. */
const INDICATORS: readonly {
  readonly key: string;
  readonly title: string;
  readonly factor: number;
  readonly split: (year: LabourForceYear) => Split;
  /** Shown back instead of computed. */
  readonly inputs: readonly (keyof Split)[];
  readonly why: string;
}[] = [
  {
    key: "working_age_population",
    title: "Working-age population, 15–69 (million)",
    factor: 1e-3,
    split: (year) => year.population,
    inputs: [],
    why: STEPS,
  },
  {
    key: "labour_force_participation_rate",
    title: "Labour force participation rate (%)",
    factor: 100,
    split: (year) => year.participationRate,
    inputs: ["male", "female"],
    why: "from the sexes' rates, which the report prints to one decimal",
  },
  {
    key: "labour_force",
    title: "Labour force (million)",
    factor: 1e-3,
    split: (year) => year.labourForce,
    inputs: [],
    why: "participation printed to one decimal, and the population of Table 2.1",
  },
  {
    key: "employed_population",
    title: "Employed (million)",
    factor: 1e-3,
    split: (year) => year.employed,
    inputs: [],
    why: "participation printed to one decimal, and the population of Table 2.1",
  },
  {
    key: "unemployed_population",
    title: "Unemployed (million)",
    factor: 1e-3,
    split: (year) => year.unemployed,
    inputs: [],
    why: "rates printed to one decimal, and the population of Table 2.1",
  },
  {
    key: "unemployment_rate",
    title: "Unemployment rate (%)",
    factor: 100,
    split: (year) => year.unemploymentRate,
    inputs: ["total"],
    why: "the sexes keep the ratio of August 2019, as BPS first released it",
  },
];

const SPLITS = [
  { key: "total", title: "" },
  { key: "male", title: "Male" },
  { key: "female", title: "Female" },
] as const;

/** Table 2.3: population, labour force and employment of the base scenario. */
export const table23: ReportItem = {
  item: "table_2_3",
  number: "2.3",
  isOfExtract: false,
  title: "Population, labour force and employment, 2020–30: base scenario",
  cells: ({ population }) =>
    Object.fromEntries(
      population.labourForce.flatMap((year) =>
        INDICATORS.flatMap(({ key, factor, split, inputs, why }) =>
          SPLITS.map(({ key: part }): [string, Reproduced] => {
            const value = factor * split(year)[part];
            const isInput = inputs.includes(part) || isStart(population, key, year);
            return [
              `${key}/${part}/${year.year}`,
              isInput ? input(value) : model(value, why),
            ];
          })
        )
      ),
    ),
  table(results, ledger) {
    const table = comparedTable(
      { item: this.item, number: this.number, title: this.title },
      {
        stub: "",
        rows: INDICATORS.flatMap(({ key, title }) =>
          SPLITS.map((part) => ({
            key: `${key}/${part.key}`,
            title: part.key === "total" ? title : part.title,
          }))
        ),
        columns: results.population.labourForce.map(({ year }) => ({
          key: `${year}`,
          title: `${year}`,
        })),
        cell: (row, column) => `${row}/${column}`,
        notes: [
          "Participation by sex and unemployment of all are the report's assumptions. " +
          'The report heads the labour force "Labour force participation rate".',
        ],
      },
      ledger,
      results,
    );
    return { ...table, source: SOURCE };
  },
};

/** Whether a cell is the population that the projection starts from. */
function isStart(
  { projection }: ReportResults["population"],
  indicator: string,
  { year }: LabourForceYear,
): boolean {
  return indicator === "working_age_population" && year === projection.firstYear;
}
