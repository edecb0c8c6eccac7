import { formatMonth, type Month, parseMonth } from "@jkp/month";
import { publishedRow } from "@jkp/published";
import { type ContributionHistory, entitlement } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import { arithmetic, computed, rule } from "./document_cell.ts";
import type { DocumentTable } from "./document_table.ts";

const ITEM = "jkp2023_footnote_19";
const OF_DATES = "from the printed dates";
/** Any wage will do: the footnote is about months. */
const WAGE = 4_000_000;

/** A second spell of unemployment, with entitlement reset and maintained. */
export const REVIEW_FOOTNOTE_19: DocumentTable = {
  item: ITEM,
  number: "Footnote 19",
  title: "Worked example of a subsequent claim",
  stub: "Step",
  titles: {
    reset_second_spell: "second spell, entitlement reset",
    maintained_second_claim: "second claim, entitlement maintained",
    maintained_months_outstanding: "months outstanding, entitlement maintained",
    maintained_first_month: "first of them",
    maintained_last_month: "last of them",
  },
  notes: [
    "Maintained for 12 months is the second option of section 2.4: the proposed design " +
    "with that one rule changed.",
  ],
  cells({ proposed, maintained }, documents) {
    const monthOfCell = (cell: string): Month => {
      const { published } = publishedRow(documents, ITEM, `${cell}/value`);
      return parseMonth(published.slice(0, "2022-02".length))!;
    };
    const claim = monthOfCell("first_claim");
    const back = monthOfCell("return_to_work");
    const again = monthOfCell("unemployed_again");
    const { contributionMonths, windowMonths } = proposed.qualifying;
    const run = (firstMonth: Month, end: Month) => ({
      firstMonth,
      lastMonth: end - 1,
      wage: WAGE,
    });
    const history: ContributionHistory = {
      contributions: [run(claim - contributionMonths, claim), run(back, again)],
      claims: [{ month: claim, monthsPaid: back - claim }],
    };
    const second = (rules: Rules) =>
      entitlement(rules, history, { month: again - 1, reason: "involuntary" });
    const reset = second(proposed);
    const renewed = second(maintained);
    const first = renewed.firstBenefitMonth!;
    return {
      "contribution_months/value": rule(contributionMonths),
      "window/value": rule(windowMonths),
      "months_received/value": arithmetic(back - claim, OF_DATES),
      "months_employed_again/value": arithmetic(again - back, OF_DATES),
      "reset_second_spell/value": computed(
        reset.isEligible ? "eligible" : "not eligible",
        `wanted: ${reset.decidedBy.wanted}; got: ${reset.decidedBy.got}`,
      ),
      "maintained_second_claim/value": computed(
        renewed.isRenewal ? "renewal claim" : "new claim",
      ),
      "maintained_months_outstanding/value": computed(renewed.benefits.length),
      "maintained_first_month/value": computed(formatMonth(first)),
      "maintained_last_month/value": computed(
        formatMonth(first + renewed.benefits.length - 1),
      ),
    };
  },
};
