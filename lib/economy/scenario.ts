import { parseToml } from "@jkp/files";
import type { YearlyPath } from "@jkp/month";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import * as v from "valibot";
import { ScenarioFile } from "./scenario_file.ts";

/** Standard deviation of the logarithm of earnings, by sex. */
export interface EarningsSpread {
  readonly male: number;
  readonly female: number;
}

/** Whose earnings claimants have before the ceiling. */
export type ClaimantEarningsBasis = "leavers" | "members_of_same_age";

/** Which values of a year are forecast, and which are assumed. */
export interface YearBasis {
  readonly year: number;
  readonly basis: string;
}

/** A section of a scenario file, or a value in one, that is said to be something. */
export type ScenarioSection =
  | "reference"
  | "claims"
  | "maximum_unemployment"
  | "administration"
  | "administration_implied"
  | "investment";

/** An economy and the assumptions that go with it: rates as fractions, growth a year. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** The title in Indonesian, where its file has one. */
  readonly titleId?: string;
  readonly source: string;
  /**
   * What each year's values are, in words: forecast, target or assumption.
   * @default not said by year
   */
  readonly yearBasis?: readonly YearBasis[];
  /**
   * What the values of a section of the file are, in words: printed, inferred or assumed.
   * @default not said by section
   */
  readonly basis?: Readonly<Partial<Record<ScenarioSection, string>>>;
  readonly realGdpGrowth: YearlyPath;
  readonly employmentGrowth: YearlyPath;
  /** Growth of real wages too: ILO (2021), section 2.2.1. */
  readonly productivityGrowth: YearlyPath;
  /** Fraction of the labour force. */
  readonly unemploymentRate: YearlyPath;
  /** National unemployment over the years whose termination rate is carried forward. */
  readonly reference: {
    readonly firstYear: number;
    readonly lastYear: number;
    /** Fraction of the labour force over these years. */
    readonly unemploymentRate: number;
    /** Fraction of those years' terminations taken as involuntary. */
    readonly involuntaryShare: number;
  };
  /** Rise of consumer prices a year. */
  readonly inflation: YearlyPath;
  /** Real yield of the fund's investments a year. */
  readonly realReturn: YearlyPath;
  /** Fraction of terminations that are involuntary. */
  readonly involuntaryShare: number;
  /** Longest time that unemployment is taken to last. */
  readonly maximumUnemploymentMonths: number;
  readonly claimantEarningsProfile: ClaimantEarningsBasis;
  /** Multiplies claimants' earnings before the ceiling. */
  readonly claimantEarningsFactor: number;
  readonly claimantEarningsSpread: EarningsSpread;
  readonly memberEarningsSpread: EarningsSpread;
  /** Administrative expenses as a fraction of insurable earnings. */
  readonly administrationRate: {
    /** As the text states it. */
    readonly stated: number;
    /** As the printed results need it. */
    readonly implied: number;
  };
}

/** The three scenarios of the report, in the order of Table 3.7. */
export const REPORT_SCENARIOS = ["pessimistic", "base", "optimistic"] as const;

/** Name of a scenario of the report. */
export type ReportScenario = typeof REPORT_SCENARIOS[number];

/** One value for each scenario of the report. */
export type ByScenario<Value> = { readonly [Name in ReportScenario]: Value };

/**
 * Reads a scenario from TOML text.
 * @throws {DataError} With everything that is wrong: keys, values, years missing or out
 * of order.
 */
export function parseScenario(file: string, text: string): Scenario {
  const content = parseInYears(file, text);
  throwIfAny(yearProblems(file, content.years.map((row) => row.year)));
  const { investment } = content;
  if (investment.last_year <= investment.first_year) {
    throw new DataError([{
      file,
      place: "investment.last_year",
      expected: `a year after ${investment.first_year}`,
      received: String(investment.last_year),
    }]);
  }
  const firstYear = content.years[0]!.year;
  const path = (
    column: Exclude<keyof typeof content.years[number], "year" | "basis">,
  ) => ({
    firstYear,
    values: content.years.map((row) => row[column] / 100),
  });
  const yearBasis = content.years.flatMap(({ year, basis }) =>
    basis === undefined ? [] : [{ year, basis }]
  );
  return {
    name: content.name,
    title: content.title,
    ...(content.title_id === undefined ? {} : { titleId: content.title_id }),
    source: content.source,
    ...(yearBasis.length === 0 ? {} : { yearBasis }),
    ...(content.basis === undefined ? {} : { basis: sectionBasis(content.basis) }),
    realGdpGrowth: path("real_gdp_growth_pct"),
    employmentGrowth: path("employment_growth_pct"),
    productivityGrowth: path("productivity_growth_pct"),
    unemploymentRate: path("unemployment_rate_pct"),
    inflation: path("inflation_pct"),
    reference: {
      firstYear: content.reference.first_year,
      lastYear: content.reference.last_year,
      unemploymentRate: content.reference.unemployment_rate_pct / 100,
      involuntaryShare: content.reference.involuntary_share_pct / 100,
    },
    realReturn: evenPath(
      investment.first_year,
      investment.first_real_return_pct / 100,
      investment.last_year,
      investment.last_real_return_pct / 100,
    ),
    involuntaryShare: content.claims.involuntary_share_pct / 100,
    maximumUnemploymentMonths: content.claims.maximum_unemployment_months,
    claimantEarningsProfile: content.claims.earnings_profile,
    claimantEarningsFactor: content.claims.earnings_factor,
    claimantEarningsSpread: content.claims.earnings_spread,
    memberEarningsSpread: content.members.earnings_spread,
    administrationRate: {
      stated: content.administration.stated_pct / 100,
      implied: content.administration.implied_pct / 100,
    },
  };
}

/** What is said of sections, without those of which nothing is. */
function sectionBasis(
  said: Readonly<Partial<Record<ScenarioSection, string | undefined>>>,
): NonNullable<Scenario["basis"]> {
  return Object.fromEntries(
    Object.entries(said).filter(([, words]) => words !== undefined),
  );
}

/** A path that moves evenly from one year's value to another's. */
function evenPath(
  firstYear: number,
  first: number,
  lastYear: number,
  last: number,
): YearlyPath {
  const steps = lastYear - firstYear;
  const values = Array.from(
    { length: steps + 1 },
    (_, i) => first + ((last - first) * i) / steps,
  );
  return { firstYear, values };
}

/** Reads the file; what is wrong with a year names the year, not its place in the list. */
function parseInYears(file: string, text: string): v.InferOutput<typeof ScenarioFile> {
  try {
    return parseToml(file, text, ScenarioFile);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const problems = error.problems.map((problem) => {
      const [list, entry, key] = problem.place?.split(".") ?? [];
      if (list !== "years" || entry === undefined) return problem;
      const { years } = parseToml(file, text, ANY_YEARS);
      const year = years[Number(entry)]?.year;
      const row = key !== "year" && Number.isInteger(year)
        ? `${year}`
        : `entry ${Number(entry) + 1}`;
      return { ...problem, place: `${key ? `${key} of ` : ""}${row} in years` };
    });
    throw new DataError(problems);
  }
}

/** What tells which year an entry is of, in a file that is wrong elsewhere. */
const ANY_YEARS = v.looseObject({
  years: v.array(v.fallback(v.looseObject({ year: v.unknown() }), { year: null })),
});

function yearProblems(file: string, years: readonly number[]): Problem[] {
  return years.slice(1).flatMap((year, i) => {
    const expected = years[i]! + 1;
    return year === expected ? [] : [{
      file,
      place: `${year} in years`,
      expected: `${expected}, the year after the one before`,
      received: String(year),
    }];
  });
}
