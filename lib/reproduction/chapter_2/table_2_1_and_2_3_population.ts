import {
  type LabourForceYear,
  type Population,
  populationIn,
  type PopulationProjection,
  type Split,
} from "@jkp/population";
import { type Published, publishedRow } from "@jkp/published";
import { sumSimple } from "simple-statistics";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { input, model, type Reproduced } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";
import {
  wasUnder15,
  whyWorkingAgeDiffers,
  WORKING_AGE_GROUPS,
} from "./population_gap.ts";

const YEARS = [2020, 2025, 2030] as const;
const COLUMNS = [
  { key: "male", title: "Male" },
  { key: "female", title: "Female" },
  { key: "total", title: "Total" },
] as const;

const YOUNG_IN_2020 =
  "the report does not print ages 5 to 14 in 2020: the United Nations' pattern is used";
const RATES_BY_AGE =
  "deaths and migrants by age are the United Nations' of World Population Prospects " +
  "2019; the report prints neither";
const BETWEEN_YEARS =
  "the report prints no ages of this year; for 2025 and 2030, Table 2.1 says where we differ";
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
  cells: ({ population: { projection } }, published) =>
    Object.fromEntries(YEARS.flatMap((year) => {
      const population = populationIn(projection, year);
      const cell = (value: number, why: string) =>
        year === projection.firstYear ? input(value, ROUNDED) : model(value, why);
      return COLUMNS.flatMap(({ key }) => [
        ...WORKING_AGE_GROUPS.map(({ key: age, index }): [string, Reproduced] => {
          const why = wasUnder15(projection, index, year) ? YOUNG_IN_2020 : RATES_BY_AGE;
          const people = peopleOf(population, key, index);
          return [`${age}/${key}/${year}`, cell(people, why)];
        }),
        [
          `total/${key}/${year}`,
          cell(
            sumSimple(
              WORKING_AGE_GROUPS.map(({ index }) => peopleOf(population, key, index)),
            ),
            whyWorkingAgeDiffers(projection, published, key, year),
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
          ...WORKING_AGE_GROUPS.map(({ key }) => ({ key, title: key.replace("-", "–") })),
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
          "The projection starts from the report's own 2020 columns, shown back. From " +
          "there each cohort changes in the ratio that it has in World Population " +
          "Prospects 2019: its death rates, and the ages of its migrants.",
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

/** The cell of Table 2.3 whose difference is explained. */
interface WhyOf {
  readonly projection: PopulationProjection;
  readonly published: Published;
  readonly part: keyof Split;
  readonly year: LabourForceYear;
}

/**
 * The sexes' unemployment rates keep the ratio of August 2019, as BPS first released it:
 * men's over women's. The least ratio that prints the report's rates follows from men's
 * rate at the lower edge of its rounding.
 */
function whyRateBySexDiffers({ published, year }: WhyOf): string {
  const { unemploymentRate, unemployed, labourForce } = year;
  const printed = publishedRow(
    published,
    "table_2_3",
    `unemployment_rate/male/${year.year}`,
  );
  const male = (printed.value! - printed.tolerance) / 100;
  const female = (unemployed.total - male * labourForce.male) / labourForce.female;
  const ours = unemploymentRate.male / unemploymentRate.female;
  return `the printed rates need men's over women's to be ${
    (male / female).toFixed(3)
  } or more; BPS first released ${ours.toFixed(3)} for August 2019, which is kept here`;
}

/** What Table 2.3 prints, in its order, and how our numbers come to its units. */
const INDICATORS: readonly {
  readonly key: string;
  readonly title: string;
  readonly factor: number;
  readonly split: (year: LabourForceYear) => Split;
  /** Shown back instead of computed. */
  readonly inputs: readonly (keyof Split)[];
  readonly why: (of: WhyOf) => string;
}[] = [
  {
    key: "working_age_population",
    title: "Working-age population, 15–69 (million)",
    factor: 1e-3,
    split: (year) => year.population,
    inputs: [],
    why: ({ projection, published, part, year }) =>
      YEARS.some((each) => each === year.year)
        ? whyWorkingAgeDiffers(projection, published, part, year.year)
        : BETWEEN_YEARS,
  },
  {
    key: "labour_force_participation_rate",
    title: "Labour force participation rate (%)",
    factor: 100,
    split: (year) => year.participationRate,
    inputs: ["male", "female"],
    why: () => "from the sexes' rates, which the report prints to one decimal",
  },
  {
    key: "labour_force",
    title: "Labour force (million)",
    factor: 1e-3,
    split: (year) => year.labourForce,
    inputs: [],
    why: () => "participation printed to one decimal, and the population of Table 2.1",
  },
  {
    key: "employed_population",
    title: "Employed (million)",
    factor: 1e-3,
    split: (year) => year.employed,
    inputs: [],
    why: () => "participation printed to one decimal, and the population of Table 2.1",
  },
  {
    key: "unemployed_population",
    title: "Unemployed (million)",
    factor: 1e-3,
    split: (year) => year.unemployed,
    inputs: [],
    why: () => "rates printed to one decimal, and the population of Table 2.1",
  },
  {
    key: "unemployment_rate",
    title: "Unemployment rate (%)",
    factor: 100,
    split: (year) => year.unemploymentRate,
    inputs: ["total"],
    why: whyRateBySexDiffers,
  },
];

const SPLITS = [
  { key: "total", title: "" },
  { key: "male", title: "– male" },
  { key: "female", title: "– female" },
] as const;

/** Table 2.3: population, labour force and employment of the base scenario. */
export const table23: ReportItem = {
  item: "table_2_3",
  number: "2.3",
  isOfExtract: false,
  title: "Population, labour force and employment, 2020–30: base scenario",
  cells: ({ population }, published) =>
    Object.fromEntries(
      population.labourForce.flatMap((year) =>
        INDICATORS.flatMap(({ key, factor, split, inputs, why }) =>
          SPLITS.map(({ key: part }): [string, Reproduced] => {
            const value = factor * split(year)[part];
            const isInput = inputs.includes(part) || isStart(population, key, year);
            return [
              `${key}/${part}/${year.year}`,
              isInput ? input(value) : model(
                value,
                why({ projection: population.projection, published, part, year }),
              ),
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
