import { cell, checkTable, type Columns, type RowOf } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { readTogether, throwIfAny } from "@jkp/problem";
import { join } from "node:path";
import { calendarMonth } from "./calendar_month.ts";
import { checksOf, RECENT_TABLES } from "./recent_tables.ts";

const sex = cell.oneOf(["male", "female"]);
const vintage = cell.oneOf(["bps_2017", "first_release"]);
const employeeGroup = cell.oneOf([
  "all",
  "civil_servant",
  "armed_forces_and_police",
  "domestic_worker",
  "migrant",
  "aged_55_and_over",
]);
const memberScheme = cell.oneOf(["jkp", "jht", "jkk", "jkk_construction"]);

/** The files of `data/open/`, with the columns that are read. Rates become fractions. */
const TABLES = {
  population: {
    year: ["year", cell.year],
    publisher: ["publisher", cell.oneOf(["bps", "un"])],
    persons: ["persons", cell.number],
  },
  population_by_age: {
    year: ["year", cell.year],
    sex: ["sex", sex],
    ageGroup: ["age_group", cell.text],
    thousands: ["thousands", cell.number],
  },
  labour_force: {
    month: ["month", calendarMonth],
    labourForce: ["labour_force", cell.orEmpty(cell.number)],
    employed: ["employed", cell.number],
    unemployed: ["unemployed", cell.orEmpty(cell.number)],
    participationRate: ["participation_rate_pct", cell.orEmpty(cell.percent)],
    unemploymentRate: ["unemployment_rate_pct", cell.orEmpty(cell.percent)],
    vintage: ["vintage", vintage],
  },
  labour_force_by_age: {
    ageGroup: ["age_group", cell.text],
    population: ["population", cell.number],
    employed: ["employed", cell.number],
    unemployed: ["unemployed", cell.number],
  },
  labour_force_by_group: {
    group: ["group", cell.oneOf(["male", "female", "15-24"])],
    rate: ["rate", cell.oneOf(["participation", "unemployment"])],
    value: ["value_pct", cell.percent],
  },
  participation_by_age_and_sex: {
    sex: ["sex", sex],
    ageGroup: ["age_group", cell.text],
    participationRate: ["participation_rate_pct", cell.percent],
  },
  employment_formality: {
    year: ["year", cell.year],
    formalMillion: ["formal_million", cell.number],
    informalMillion: ["informal_million", cell.number],
    vintage: ["vintage", vintage],
  },
  employment_by_industry: {
    industry: ["industry", cell.text],
    share: ["share_pct", cell.percent],
  },
  employees_by_group: {
    year: ["year", cell.year],
    group: ["group", employeeGroup],
    lowest: ["persons_lowest", cell.number],
    highest: ["persons_highest", cell.number],
    source: ["source", cell.text],
  },
  social_security_members: {
    month: ["month", calendarMonth],
    scheme: ["scheme", memberScheme],
    members: ["members", cell.number],
    source: ["source", cell.text],
  },
  gdp_growth: {
    year: ["year", cell.year],
    realGdpGrowth: ["real_gdp_growth_pct", cell.percent],
  },
  gdp_growth_first_release: {
    year: ["year", cell.year],
    realGdpGrowth: ["real_gdp_growth_pct", cell.percent],
  },
  inflation: {
    year: ["year", cell.year],
    inflation: ["december_on_december_pct", cell.percent],
  },
  bond_yields: {
    year: ["year", cell.year],
    maturityYears: ["maturity_years", cell.number],
    meanYield: ["mean_yield_pct", cell.percent],
  },
  yield_curve: {
    date: ["date", cell.text],
    maturityYears: ["maturity_years", cell.number],
    yield: ["yield_pct", cell.percent],
  },
  jht_claims: {
    period: ["period", cell.text],
    reason: ["reason", cell.oneOf(["resignation", "layoff", "retirement"])],
    share: ["share_pct", cell.percent],
  },
  social_security_contributions: {
    scheme: ["scheme", cell.oneOf(["jkk", "jkm", "jht", "jp", "jkn"])],
    title: ["title", cell.text],
    administeredBy: ["administered_by", cell.text],
    employerLowest: ["employer_lowest_pct", cell.percent],
    employerHighest: ["employer_highest_pct", cell.percent],
    employee: ["employee_pct", cell.percent],
    source: ["source", cell.text],
  },
  social_security_limits: {
    scheme: ["scheme", cell.oneOf(["jp"])],
    limit: [
      "limit",
      cell.oneOf(["ceiling_of_earnings", "lowest_pension", "highest_pension"]),
    ],
    year: ["year", cell.year],
    amountIdrPerMonth: ["amount_idr_per_month", cell.number],
  },
  average_wages: {
    country: ["country", cell.text],
    currency: ["currency", cell.text],
    year: ["year", cell.year],
    perMonth: ["average_wage_per_month", cell.number],
    publisher: ["publisher", cell.text],
  },
  minimum_wages: {
    name: ["name", cell.text],
    area: ["area", cell.text],
    currency: ["currency", cell.text],
    year: ["year", cell.year],
    amount: ["amount", cell.number],
    per: ["per", cell.oneOf(["month", "hour"])],
    publisher: ["publisher", cell.text],
  },
  ...RECENT_TABLES,
} as const satisfies Readonly<Record<string, Columns>>;

/** Names of the open tables: files of `data/open/` without their ending. */
export type OpenTableName = keyof typeof TABLES;

/** Rows of every open table, by its name. Fractions for the files' per cents. */
export type OpenStatistics = {
  readonly [Name in OpenTableName]: readonly RowOf<typeof TABLES[Name]>[];
};

/** Every open table. */
export const OPEN_TABLE_NAMES = Object.keys(TABLES) as readonly OpenTableName[];

const DEFAULT_FOLDER = join(import.meta.dirname!, "../../data/open");

/**
 * Loads the open statistics: public figures, typed as facts, on Indonesia, on JKP's
 * experience and on wages in countries whose schemes are valued.
 *
 * @param folder Folder with one CSV a table.
 * @default {folder: "data/open of the project"}
 * @returns The rows of every table. Sources stand in the files and in their README.
 * @throws {DataError} If a file is missing or malformed, a cell is not what its column
 * holds, a number is not what is printed, numbers contradict each other and no key ties
 * them, or a later count is smaller and no note says why: every such cell of every file.
 * @see `data/open/README.md` for sources, editions and vintages.
 *
 * @example Unemployment in August 2019, as first released
 * ```ts
 * import { loadOpenStatistics } from "@jkp/open/read";
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
  const tables = await readTogether(
    OPEN_TABLE_NAMES.map((name) => readOpenTable(join(folder, `${name}.csv`), name)),
  );
  return Object.fromEntries(
    OPEN_TABLE_NAMES.map((name, index) => [name, tables[index]]),
  ) as unknown as OpenStatistics;
}

/** Rows of one table, all of which must be right, one by one and beside each other. */
async function readOpenTable(path: string, name: OpenTableName) {
  const { across, ...rules } = checksOf(name);
  const columns: Columns = TABLES[name];
  const { rows, problems } = checkTable(path, await readText(path), columns, rules);
  throwIfAny([...problems, ...across?.(path, rows) ?? []]);
  return rows.map(({ row }) => row);
}
