import { join } from "node:path";
import {
  calendarMonth,
  number,
  oneOf,
  type OpenRow,
  orEmpty,
  percent,
  readOpenTable,
  type TableColumns,
  words,
  year,
} from "./read_table.ts";

const sex = oneOf("male", "female");
const vintage = oneOf("bps_2017", "first_release");
const employeeGroup = oneOf(
  "all",
  "civil_servant",
  "armed_forces_and_police",
  "domestic_worker",
  "migrant",
  "aged_55_and_over",
);
const memberScheme = oneOf("jkp", "jht", "jkk", "jkk_construction");

/** The files of `data/open/`, with the columns that are read. Rates become fractions. */
const TABLES = {
  population: {
    year: ["year", year],
    publisher: ["publisher", oneOf("bps", "un")],
    persons: ["persons", number],
  },
  population_by_age: {
    year: ["year", year],
    sex: ["sex", sex],
    ageGroup: ["age_group", words],
    thousands: ["thousands", number],
  },
  labour_force: {
    month: ["month", calendarMonth],
    labourForce: ["labour_force", orEmpty(number)],
    employed: ["employed", number],
    unemployed: ["unemployed", orEmpty(number)],
    participationRate: ["participation_rate_pct", orEmpty(percent)],
    unemploymentRate: ["unemployment_rate_pct", orEmpty(percent)],
    vintage: ["vintage", vintage],
  },
  labour_force_by_age: {
    ageGroup: ["age_group", words],
    population: ["population", number],
    employed: ["employed", number],
    unemployed: ["unemployed", number],
  },
  labour_force_by_group: {
    group: ["group", oneOf("male", "female", "15-24")],
    rate: ["rate", oneOf("participation", "unemployment")],
    value: ["value_pct", percent],
  },
  participation_by_age_and_sex: {
    sex: ["sex", sex],
    ageGroup: ["age_group", words],
    participationRate: ["participation_rate_pct", percent],
  },
  employment_formality: {
    year: ["year", year],
    formalMillion: ["formal_million", number],
    informalMillion: ["informal_million", number],
    vintage: ["vintage", vintage],
  },
  employment_by_industry: {
    industry: ["industry", words],
    share: ["share_pct", percent],
  },
  employees_by_group: {
    year: ["year", year],
    group: ["group", employeeGroup],
    lowest: ["persons_lowest", number],
    highest: ["persons_highest", number],
    source: ["source", words],
  },
  social_security_members: {
    month: ["month", calendarMonth],
    scheme: ["scheme", memberScheme],
    members: ["members", number],
    source: ["source", words],
  },
  gdp_growth: {
    year: ["year", year],
    realGdpGrowth: ["real_gdp_growth_pct", percent],
  },
  inflation: {
    year: ["year", year],
    inflation: ["december_on_december_pct", percent],
  },
  bond_yields: {
    year: ["year", year],
    maturityYears: ["maturity_years", number],
    meanYield: ["mean_yield_pct", percent],
  },
  yield_curve: {
    date: ["date", words],
    maturityYears: ["maturity_years", number],
    yield: ["yield_pct", percent],
  },
  jht_claims: {
    period: ["period", words],
    reason: ["reason", oneOf("resignation", "layoff", "retirement")],
    share: ["share_pct", percent],
  },
  social_security_contributions: {
    scheme: ["scheme", oneOf("jkk", "jkm", "jht", "jp", "jkn")],
    title: ["title", words],
    administeredBy: ["administered_by", words],
    employerLowest: ["employer_lowest_pct", percent],
    employerHighest: ["employer_highest_pct", percent],
    employee: ["employee_pct", percent],
    source: ["source", words],
  },
  average_wages: {
    country: ["country", words],
    currency: ["currency", words],
    year: ["year", year],
    perMonth: ["average_wage_per_month", number],
    publisher: ["publisher", words],
  },
  minimum_wages: {
    name: ["name", words],
    area: ["area", words],
    currency: ["currency", words],
    year: ["year", year],
    amount: ["amount", number],
    per: ["per", oneOf("month", "hour")],
    publisher: ["publisher", words],
  },
} as const satisfies Readonly<Record<string, TableColumns>>;

/** Names of the open tables: files of `data/open/` without their ending. */
export type OpenTableName = keyof typeof TABLES;

/** Rows of every open table, by its name. Fractions for the files' per cents. */
export type OpenStatistics = {
  readonly [Name in OpenTableName]: readonly OpenRow<typeof TABLES[Name]>[];
};

/** Every open table. */
export const OPEN_TABLE_NAMES = Object.keys(TABLES) as readonly OpenTableName[];

const DEFAULT_FOLDER = join(import.meta.dirname!, "../../data/open");

/**
 * Loads the open statistics: public figures, typed as facts, on Indonesia and on wages in
 * countries whose schemes are valued.
 *
 * @param folder Folder with one CSV a table.
 * @default {folder: "data/open of the project"}
 * @returns The rows of every table. Sources stand in the files and in their README.
 * @throws {DataError} If a file is missing or malformed, or a cell is not what its column
 * holds; every such cell is named.
 * @see `data/open/README.md` for sources, editions and vintages.
 *
 * @example Unemployment in August 2019, as first released
 * ```ts
 * import { loadOpenStatistics } from "@jkp/open";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const open = await loadOpenStatistics();
 * const { unemploymentRate } = open.labour_force.at(-1)!;
 * assertAlmostEquals(unemploymentRate!, 0.0528);
 * ```
 */
export async function loadOpenStatistics(
  folder = DEFAULT_FOLDER,
): Promise<OpenStatistics> {
  const tables = await Promise.all(
    OPEN_TABLE_NAMES.map((name) =>
      readOpenTable(join(folder, `${name}.csv`), TABLES[name] as TableColumns)
    ),
  );
  return Object.fromEntries(
    OPEN_TABLE_NAMES.map((name, index) => [name, tables[index]]),
  ) as unknown as OpenStatistics;
}
