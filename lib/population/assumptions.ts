import { parseToml } from "@jkp/files";
import type { YearlyPath } from "@jkp/month";
import { type Problem, throwIfAny } from "@jkp/problem";
import * as v from "valibot";
import { type BySex, bySex } from "@jkp/extract";

/** Participation in a year, as fractions of the population of working age. */
export interface Participation {
  readonly year: number;
  readonly rate: BySex<number>;
}

/** What a projection of the population and its labour force assumes. */
export interface PopulationAssumptions {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Year of the starting population. */
  readonly startYear: number;
  /** Everyone in that year, in thousands. */
  readonly startThousands: number;
  /** Children a woman has in her life, by year. */
  readonly totalFertility: YearlyPath;
  readonly malesPerFemaleBirth: number;
  /** Years at birth, by year. Without it, the United Nations' death rates as they are. */
  readonly lifeExpectancy?: BySex<YearlyPath>;
  /**
   * Net migrants a year and person. Without it, the United Nations' own; with it theirs,
   * moved by one factor at all ages.
   */
  readonly netMigrationRate?: number;
  readonly participation: readonly Participation[];
}

const words = v.pipe(v.string("a text"), v.nonEmpty("a text"));
const year = v.pipe(v.number("a calendar year"), v.integer("a calendar year"));
const between = (from: number, to: number, what: string) => {
  const expected = `${what} from ${from} to ${to}`;
  return v.pipe(v.number(expected), v.minValue(from, expected), v.maxValue(to, expected));
};
const children = between(0, 10, "children a woman");
const share = between(0, 100, "a percentage");
const expectancy = between(20, 100, "years of life");
const expectancies = v.strictObject({
  first_expectancy_years: expectancy,
  last_expectancy_years: expectancy,
});

const AssumptionsFile = v.strictObject({
  name: words,
  title: words,
  source: words,
  start: v.strictObject({
    year,
    total_million: v.pipe(
      v.number("millions of people, above 0"),
      v.gtValue(0, "millions of people, above 0"),
    ),
  }),
  fertility: v.strictObject({
    first_year: year,
    first_children_per_woman: children,
    last_year: year,
    last_children_per_woman: children,
    males_per_female_birth: between(0.5, 2, "a ratio"),
  }),
  mortality: v.optional(v.strictObject({
    first_year: year,
    last_year: year,
    male: expectancies,
    female: expectancies,
  })),
  migration: v.optional(
    v.strictObject({ net_per_thousand: between(-50, 50, "net migrants") }),
  ),
  participation: v.pipe(
    v.array(v.strictObject({ year, male_pct: share, female_pct: share })),
    v.minLength(1, "at least one year"),
  ),
});

/**
 * Turns TOML text into assumptions on the population; `file` is its name in messages.
 *
 * @throws {DataError} With everything that is wrong.
 */
export function parsePopulationAssumptions(
  file: string,
  text: string,
): PopulationAssumptions {
  const content = parseToml(file, text, AssumptionsFile);
  const { start, fertility, mortality, migration, participation } = content;
  throwIfAny([
    ...spanProblems(file, "fertility", fertility),
    ...mortality === undefined ? [] : spanProblems(file, "mortality", mortality),
    ...orderProblems(file, participation.map((row) => row.year)),
  ]);
  return {
    name: content.name,
    title: content.title,
    source: content.source,
    startYear: start.year,
    startThousands: 1e3 * start.total_million,
    totalFertility: evenPath(
      fertility,
      fertility.first_children_per_woman,
      fertility.last_children_per_woman,
    ),
    malesPerFemaleBirth: fertility.males_per_female_birth,
    ...mortality === undefined ? {} : {
      lifeExpectancy: bySex((sex) =>
        evenPath(
          mortality,
          mortality[sex].first_expectancy_years,
          mortality[sex].last_expectancy_years,
        )
      ),
    },
    ...migration === undefined
      ? {}
      : { netMigrationRate: migration.net_per_thousand / 1e3 },
    participation: participation.map((row) => ({
      year: row.year,
      rate: { male: row.male_pct / 100, female: row.female_pct / 100 },
    })),
  };
}

interface Span {
  readonly first_year: number;
  readonly last_year: number;
}

/** A path that moves evenly from the first year's value to the last's. */
function evenPath(span: Span, first: number, last: number): YearlyPath {
  const steps = span.last_year - span.first_year;
  const values = Array.from(
    { length: steps + 1 },
    (_, i) => first + (last - first) * i / steps,
  );
  return { firstYear: span.first_year, values };
}

function spanProblems(file: string, section: string, span: Span): Problem[] {
  if (span.last_year > span.first_year) return [];
  return [{
    file,
    place: `${section}.last_year`,
    expected: `a year after ${span.first_year}`,
    received: String(span.last_year),
  }];
}

function orderProblems(file: string, years: readonly number[]): Problem[] {
  return years.slice(1).flatMap((each, i) =>
    each > years[i]! ? [] : [{
      file,
      place: `participation.${i + 1}.year`,
      expected: `a year after ${years[i]}`,
      received: String(each),
    }]
  );
}
