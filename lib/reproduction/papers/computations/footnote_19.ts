import { type Month, parseMonth } from "@jkp/month";
import { type Published, publishedRow } from "@jkp/published";
import { type ContributionHistory, entitlement } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import type { Sources } from "../sources.ts";

/** Any wage will do: the footnote is about months. */
const WAGE = 4_000_000;

/** The printed months of footnote 19 (2023): claim, back at work, unemployed again. */
function monthsPrinted(printed: Published) {
  const [claim, back, again] = ["first_claim", "return_to_work", "unemployed_again"]
    .map((cell): Month => {
      const row = publishedRow(printed, "jkp2023_footnote_19", `${cell}/value`);
      return parseMonth(row.published.slice(0, "2022-02".length))!;
    });
  return { claim: claim!, back: back!, again: again! };
}

/** Months between the printed dates. */
export function monthsOfFootnote(printed: Published) {
  const { claim, back, again } = monthsPrinted(printed);
  return { received: back - claim, employedAgain: again - back };
}

/** What is paid in the second spell of unemployment. */
export function secondSpell(rules: Rules, { printed }: Sources) {
  const { claim, back, again } = monthsPrinted(printed);
  const run = (firstMonth: Month, end: Month) => ({
    firstMonth,
    lastMonth: end - 1,
    wage: WAGE,
  });
  const history: ContributionHistory = {
    contributions: [
      run(claim - rules.qualifying.contributionMonths, claim),
      run(back, again),
    ],
    claims: [{ month: claim, monthsPaid: back - claim }],
  };
  const second = entitlement(rules, history, { month: again - 1, reason: "involuntary" });
  const { isEligible, isRenewal, decidedBy, firstBenefitMonth: firstMonth } = second;
  const monthsOutstanding = second.benefits.length;
  const lastMonth = firstMonth === null ? null : firstMonth + monthsOutstanding - 1;
  return { isEligible, isRenewal, decidedBy, monthsOutstanding, firstMonth, lastMonth };
}
