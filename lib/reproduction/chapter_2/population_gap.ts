import { FIVE_YEAR_AGES, populationIn, type PopulationProjection } from "@jkp/population";
import { type Published, publishedValue } from "@jkp/published";
import { SEX_KEYS, type SexKey } from "@jkp/extract";
import { sumSimple } from "simple-statistics";

/** Age groups of Table 2.1, 15–19 to 65–69, with their place in the projection. */
export const WORKING_AGE_GROUPS = FIVE_YEAR_AGES
  .map((key, index) => ({ key, index }))
  .slice(3, 14);

/** Whether an age group of a year was under 15 when the projection starts. */
export function wasUnder15(
  { firstYear }: Pick<PopulationProjection, "firstYear">,
  group: number,
  year: number,
): boolean {
  return 5 * group - (year - firstYear) < 15;
}

/**
 * Where our people of working age differ from those of Table 2.1, in thousands: at ages
 * under 15 at the start, whom the report does not print, and at the others.
 */
export function workingAgeGap(
  projection: PopulationProjection,
  published: Published,
  sex: SexKey | "total",
  year: number,
): { readonly entrants: number; readonly others: number } {
  const people = populationIn(projection, year);
  const gap = (isWanted: (group: number) => boolean) =>
    sumSimple(
      WORKING_AGE_GROUPS.filter(({ index }) => isWanted(index)).flatMap((
        { key, index },
      ) =>
        SEX_KEYS.filter((each) => sex === "total" || sex === each).map((each) =>
          people[each][index]! -
          publishedValue(published, "table_2_1", `${key}/${each}/${year}`)
        )
      ),
    );
  return {
    entrants: gap((group) => wasUnder15(projection, group, year)),
    others: gap((group) => !wasUnder15(projection, group, year)),
  };
}

/** Why the people of working age differ, with the numbers of {@link workingAgeGap}. */
export function whyWorkingAgeDiffers(
  projection: PopulationProjection,
  published: Published,
  sex: SexKey | "total",
  year: number,
): string {
  const { entrants, others } = workingAgeGap(projection, published, sex, year);
  return `of ${thousands(entrants + others)} thousand, ${
    thousands(entrants)
  } are at ages ` +
    `under 15 in ${projection.firstYear}, which the report does not print, and ${
      thousands(others)
    } at others, of whom it prints neither deaths nor migrants by age`;
}

function thousands(people: number): string {
  const rounded = Math.round(people);
  return rounded > 0 ? `+${rounded}` : `${rounded}`.replace("-", "−");
}
