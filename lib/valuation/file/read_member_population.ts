import { type Experience, experienceByAge } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { insurablePersons, membersByAge, yearsOfPersons } from "@jkp/population";
import {
  loadPopulationStatistics,
  loadUnitedNationsTotals,
  readPopulationAssumptions,
} from "@jkp/population/read";
import { type Problem, throwIfAny } from "@jkp/problem";
import { lastProjectedMonth, type ValuationTerms } from "../valuation_terms.ts";
import {
  type MemberPopulation,
  memberPopulation,
} from "../population/member_population.ts";
import {
  coverageOf,
  coverageProblems,
  type PopulationContent,
} from "./population_section.ts";

/** What members are made from, besides the population. */
export interface PopulatedBy {
  readonly extract: StatisticsExtract;
  readonly experience: Pick<Experience, "members" | "referenceYears">;
  readonly terms: ValuationTerms;
}

/**
 * Members by sex and age as the `[population]` of a valuation file has them, from the base
 * year to the end of the projection.
 *
 * @param file The valuation file, for messages.
 * @param section Its section.
 * @param by Extract, experience and terms of the valuation.
 * @returns Members and what their sexes and ages move, for `ValuationInputs`.
 * @throws {DataError} With everything that is wrong: a population that does not reach the
 * years, ages with members but no persons, coverage above 100 per cent.
 */
export async function readMemberPopulation(
  file: string,
  section: PopulationContent,
  { extract, experience, terms }: PopulatedBy,
): Promise<MemberPopulation> {
  const [assumptions, statistics, totals] = await Promise.all([
    readPopulationAssumptions(section.file),
    loadPopulationStatistics(),
    section.totals === undefined ? undefined : loadUnitedNationsTotals(),
  ]);
  const baseYear = experience.members.year;
  const lastYear = yearOf(lastProjectedMonth(terms));
  const [first, last] = yearsOfPersons(assumptions, statistics, totals);
  throwIfAny([
    ...coverageProblems(section).map((problem): Problem => ({ file, ...problem })),
    ...(first <= baseYear && last >= lastYear ? [] : [{
      file,
      place: `population.${totals === undefined ? "file" : "totals"}`,
      expected: `a population of the years from ${baseYear} to ${lastYear}`,
      received: `${assumptions.name}${
        totals === undefined ? "" : " with totals of the United Nations of 2024"
      }, which can be projected from ${first} to ${last}`,
    }]),
  ]);
  const groups = experienceByAge(extract, baseYear, experience.referenceYears);
  const counts = {
    male: groups.male.map(({ members }) => members),
    female: groups.female.map(({ members }) => members),
  };
  const persons = insurablePersons(
    assumptions,
    statistics,
    baseYear,
    lastYear,
    totals,
  );
  const years = membersByAge(counts, persons, coverageOf(section), `${file}: population`);
  return memberPopulation(groups, years, [
    `Members: of the population ${assumptions.name} (${assumptions.source}) by sex and ` +
    `age, through the coverage of ${baseYear} at each age, ` +
    (section.coverage === "held"
      ? "held"
      : "raised or lowered alike at all ages of a sex to the rates of the valuation file") +
    `; ${section.source}`,
    "Ages: terminations, layoffs, service and wages are those of each sex and age group " +
    `of the extract; ratios to ${baseYear}`,
    "Population by age and sex: projected with World Population Prospects 2019, the last " +
    "whose people by age are in the project's data" +
    (totals === undefined
      ? ""
      : "; totals by sex: World Population Prospects 2024, every age raised alike"),
  ]);
}
