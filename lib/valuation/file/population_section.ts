import { oneOf, whole, words } from "@jkp/scheme";
import type { CoveragePath } from "@jkp/population";
import type { Problem } from "@jkp/problem";
import * as v from "valibot";

const PERCENTAGE = "a percentage above 0, up to 100";
const percentage = v.pipe(
  v.number(PERCENTAGE),
  v.gtValue(0, PERCENTAGE),
  v.maxValue(100, PERCENTAGE),
);

/**
 * What the `[population]` of a valuation file must look like: members by sex and age follow
 * the population that it names, if wanted raised at every age to other totals of each sex
 * (`wpp2024`: World Population Prospects 2024, from 2025 on). Coverage, members over persons
 * of the same sex and age, is observed in the base year; then it is held at each age, or
 * goes to the per cents of `coverage_by_year`, of all persons of a sex and the extract's
 * ages.
 */
export const PopulationSection = v.strictObject({
  file: words,
  totals: v.optional(oneOf("wpp2024")),
  coverage: oneOf("held", "by_year"),
  coverage_by_year: v.optional(
    v.array(
      v.strictObject({
        year: whole(1990, 2100, "years"),
        male_pct: percentage,
        female_pct: percentage,
      }),
      "a list of years with male_pct and female_pct",
    ),
  ),
  source: words,
}, "a table: the population that members follow");

/** The section, checked. */
export type PopulationContent = v.InferOutput<typeof PopulationSection>;

/** A coverage path that is left out, or given beside `held`; `place` is the section's. */
export function coverageProblems(
  { coverage, coverage_by_year: years }: PopulationContent,
  place = "population",
): Omit<Problem, "file">[] {
  const count = years?.length ?? 0;
  const isKnown = coverage === "held" || coverage === "by_year";
  if (!isKnown || (coverage === "held") === (count === 0)) return [];
  return [{
    place: `${place}.coverage_by_year`,
    expected: coverage === "held"
      ? 'no years where coverage is "held"'
      : 'years with male_pct and female_pct where coverage is "by_year"',
    received: count === 0 ? "none" : count === 1 ? "1 year" : `${count} years`,
  }];
}

/** How coverage goes on, as fractions. */
export function coverageOf(
  { coverage, coverage_by_year: years = [] }: PopulationContent,
): CoveragePath {
  return coverage === "held" ? "held" : years.map(({ year, male_pct, female_pct }) => ({
    year,
    rate: { male: male_pct / 100, female: female_pct / 100 },
  }));
}
