import { cell, type Columns, type RowOf } from "@jkp/files";
import { readTable } from "@jkp/files/read";
import { DataError } from "@jkp/problem";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  FERTILE_AGE_GROUPS,
  FIVE_YEAR_AGES,
  LIFE_TABLE_AGES,
  type Population,
} from "./ages.ts";
import { type BySex, bySex, SEX_KEYS } from "@jkp/extract";
import type { PartialPopulation } from "./base_population.ts";
import type { PeriodMortality } from "./mortality.ts";

const sex = cell.oneOf(SEX_KEYS);
const ageGroup = cell.oneOf(FIVE_YEAR_AGES);
const period = cell.oneOf(
  Array.from({ length: 7 }, (_, i) => `${2015 + 5 * i}-${2020 + 5 * i}`),
);

/** The files of `data/open/` that the projection reads. Per cents become fractions. */
const TABLES = {
  base_population_2020: {
    sex: ["sex", sex],
    ageGroup: ["age_group", ageGroup],
    thousands: ["thousands", cell.number],
  },
  population_by_age: {
    year: ["year", cell.year],
    sex: ["sex", sex],
    ageGroup: ["age_group", ageGroup],
    thousands: ["thousands", cell.number],
  },
  wpp2019_death_rates: {
    period: ["period", period],
    sex: ["sex", sex],
    age: ["age", cell.number],
    deathRate: ["deaths_per_person_year", cell.number],
  },
  wpp2019_fertility_by_age: {
    period: ["period", period],
    ageGroup: ["age_group", cell.text],
    share: ["total_fertility_share_pct", cell.percent],
  },
  wpp2019_indicators: {
    period: ["period", period],
    totalFertility: ["total_fertility", cell.number],
    malesPerFemaleBirth: ["males_per_female_birth", cell.number],
    netMigrantsThousands: ["net_migrants_thousands", cell.number],
    male: ["life_expectancy_male", cell.number],
    female: ["life_expectancy_female", cell.number],
  },
  wpp2019_population_medium: {
    year: ["year", cell.year],
    sex: ["sex", sex],
    ageGroup: ["age_group", ageGroup],
    thousands: ["thousands", cell.number],
  },
} as const satisfies Readonly<Record<string, Columns>>;

/** Names of the tables that the projection reads. */
export type PopulationTableName = keyof typeof TABLES;

/** Every table that the projection reads. */
export const POPULATION_TABLE_NAMES = Object.keys(
  TABLES,
) as readonly PopulationTableName[];

/** Their files, below `data/open/`. */
export const POPULATION_TABLE_FILES = Object.fromEntries(
  POPULATION_TABLE_NAMES.map((name) => [
    name,
    name === "population_by_age" ? `${name}.csv` : `population/${name}.csv`,
  ]),
) as Readonly<Record<PopulationTableName, string>>;

type Rows = {
  readonly [Name in PopulationTableName]: readonly RowOf<typeof TABLES[Name]>[];
};

/** Figures of World Population Prospects on a period of five years. */
export interface PeriodIndicators {
  readonly firstYear: number;
  /** Children a woman. */
  readonly totalFertility: number;
  readonly malesPerFemaleBirth: number;
  /** Of the five years, both sexes. */
  readonly netMigrantsThousands: number;
  /** At birth, in years. */
  readonly lifeExpectancy: BySex<number>;
}

/** Public statistics that the projection rests on. People in thousands. */
export interface PopulationStatistics {
  /** Where the projection of the report starts: ages that its Table 2.1 prints. */
  readonly base: PartialPopulation;
  /**
   * World Population Prospects 2019 at the middle of 2015 and 2020, and by its medium
   * variant of 2025, 2030 … 2050.
   */
  readonly unitedNations: ReadonlyMap<number, Population>;
  readonly mortality: readonly PeriodMortality[];
  /** Fractions of total fertility by `FERTILE_AGE_GROUPS`, by a period's first year. */
  readonly fertilityShares: ReadonlyMap<number, readonly number[]>;
  readonly indicators: readonly PeriodIndicators[];
}

const FOLDER = new URL("../../data/open/", import.meta.url);

/**
 * Loads the population, death rates and fertility that the projection rests on.
 *
 * @param folder Folder with the files.
 * @default {folder: "data/open of the project"}
 * @returns The statistics, people in thousands, rates as fractions.
 * @throws {DataError} If a file is missing or malformed, a cell is not what its column
 * holds, or an age is missing; every such place is named.
 * @see `data/open/population/README.md` for sources, editions and credits.
 *
 * @example Life expectancy of females in 2020–25
 * ```ts
 * import { loadPopulationStatistics } from "@jkp/population/read";
 * import { periodLifeTable } from "@jkp/population";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { mortality } = await loadPopulationStatistics();
 * const rates = mortality.find(({ firstYear }) => firstYear === 2020)!.deathRates.female;
 * assertAlmostEquals(periodLifeTable(rates, "female").expectancyAtBirth, 74.64, 0.005);
 * ```
 */
export async function loadPopulationStatistics(
  folder = fileURLToPath(FOLDER),
): Promise<PopulationStatistics> {
  const tables = await Promise.all(
    POPULATION_TABLE_NAMES.map((name) =>
      readTable(
        join(folder, POPULATION_TABLE_FILES[name]),
        TABLES[name] as Columns,
      )
    ),
  );
  const rows = Object.fromEntries(
    POPULATION_TABLE_NAMES.map((name, i) => [name, tables[i]]),
  ) as unknown as Rows;
  const periods = [...new Set(rows.wpp2019_death_rates.map((row) => row.period))];
  const ahead = new Set(rows.wpp2019_population_medium.map(({ year }) => year));
  const shared = [...new Set(rows.wpp2019_fertility_by_age.map((row) => row.period))];
  return {
    base: bySex((each) =>
      FIVE_YEAR_AGES.map((group) =>
        rows.base_population_2020
          .find((row) => row.sex === each && row.ageGroup === group)?.thousands ?? null
      )
    ),
    unitedNations: new Map([
      fullPopulation("population_by_age", rows.population_by_age, 2015),
      fullPopulation("population_by_age", rows.population_by_age, 2020),
      ...[...ahead].map((year) =>
        fullPopulation("wpp2019_population_medium", rows.wpp2019_population_medium, year)
      ),
    ]),
    mortality: periods.map((name) => ({
      firstYear: firstYearOf(name),
      deathRates: bySex((each) => {
        const own = rows.wpp2019_death_rates
          .filter((row) => row.period === name && row.sex === each);
        return inOrder("wpp2019_death_rates", LIFE_TABLE_AGES, own, (row) => row.age)
          .map((row) => row.deathRate);
      }),
    })),
    fertilityShares: new Map(shared.map((name) => {
      const own = rows.wpp2019_fertility_by_age.filter((row) => row.period === name);
      const table = "wpp2019_fertility_by_age";
      return [
        firstYearOf(name),
        inOrder(table, FERTILE_AGE_GROUPS, own, (row) => row.ageGroup)
          .map((row) => row.share),
      ];
    })),
    indicators: rows.wpp2019_indicators.map(({ period: name, male, female, ...row }) => ({
      ...row,
      firstYear: firstYearOf(name),
      lifeExpectancy: { male, female },
    })),
  };
}

const firstYearOf = (name: string) => Number(name.slice(0, 4));

function fullPopulation(
  table: PopulationTableName,
  rows: Rows["wpp2019_population_medium"],
  year: number,
): readonly [number, Population] {
  const people = bySex((each) => {
    const own = rows.filter((row) => row.year === year && row.sex === each);
    return inOrder(table, FIVE_YEAR_AGES, own, (row) => row.ageGroup)
      .map((row) => row.thousands);
  });
  return [year, people];
}

/** Rows in the order of ages; every missing age is a problem. */
function inOrder<Row, Age extends string | number>(
  table: PopulationTableName,
  ages: readonly Age[],
  rows: readonly Row[],
  ageOf: (row: Row) => Age,
): readonly Row[] {
  const found = ages.map((age) => rows.find((row) => ageOf(row) === age));
  const missing = ages.filter((_, i) => found[i] === undefined);
  if (missing.length > 0 || rows.length !== ages.length) {
    throw new DataError([{
      file: `${table}.csv`,
      expected: `every age from ${ages[0]} to ${ages.at(-1)} once`,
      received: missing.length > 0
        ? `none of ${missing.join(", ")}`
        : `${rows.length} rows for ${ages.length} ages`,
    }]);
  }
  return found as Row[];
}
