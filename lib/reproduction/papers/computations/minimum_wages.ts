import { type Published, publishedValue } from "@jkp/published";
import type { Rules } from "@jkp/scheme";
import type { Sources } from "../sources.ts";

const PLACES = ["provincial_lowest", "provincial_highest"] as const;

/** The share of the average wage that the last row of Table 5 (2020) is of, in its label. */
const SHARE_OF_AVERAGE_WAGE = 0.5;

/** The minimum benefit as the file's share of the minimum wages of section 4.5. */
export function shareOfMinimumWage({ minimumBenefit }: Rules, { printed }: Sources) {
  const share = minimumBenefit?.limit.multiple ?? null;
  return share === null ? null : timesWage(share, printed, "minimum_wage_of_text");
}

/** Half of the average wages of section 4.5. */
export function halfOfAverageWage(printed: Published) {
  return timesWage(SHARE_OF_AVERAGE_WAGE, printed, "average_wage_of_text");
}

function timesWage(share: number, printed: Published, row: string) {
  return Object.fromEntries(PLACES.map((place) => [
    place,
    share * publishedValue(printed, "options2020_table_05", `${row}/${place}`),
  ]));
}
