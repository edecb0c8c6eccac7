import { type Published, publishedValue } from "@jkp/published";
import { sumSimple } from "simple-statistics";

/** The categories of health insurance members in Table 2 (2023); their sums are ours. */
export const MEMBER_CATEGORIES = [
  "central_subsidy",
  "provincial_subsidy",
  "wage_earner",
  "non_wage_earner",
  "non_worker",
] as const;

/** Sums of the printed members. */
export function jknMembers(printed: Published) {
  const members = (category: string) =>
    publishedValue(printed, "jkp2023_table_2", `${category}/members`);
  return {
    all: sumSimple(MEMBER_CATEGORIES.map(members)),
    subsidized: members("central_subsidy") + members("provincial_subsidy"),
  };
}
