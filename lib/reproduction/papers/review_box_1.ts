import { type Published, publishedItem, publishedValue } from "@jkp/published";
import { type DailyJob, jobContributions } from "@jkp/entitlement";
import { arithmetic, computed, percentRule, quoted, rule } from "./document_cell.ts";
import type { DocumentTable } from "./document_table.ts";

/** Which days the worker of Box 1 works for whom: facts of the example. */
export const REVIEW_BOX_1_CALENDAR: DocumentTable = {
  item: "jkp2023_box_1_calendar",
  number: "Box 1, calendar",
  title: "A worker holding multiple jobs",
  stub: "Week",
  cells: () => ({}),
};

const COMPANIES = ["company_a", "company_b"] as const;

/** What is said of rates and days of both employments. */
export const REVIEW_BOX_1: DocumentTable = {
  item: "jkp2023_box_1",
  number: "Box 1",
  title: "Collection of contributions in the case of a worker holding multiple jobs",
  stub: "Payer",
  titles: {
    jkp_rate: "JKP rate",
    jkp_days_charged: "Days charged for JKP",
    jkp_contribution: "JKP contribution",
    jp_rate: "JP rate",
    jp_days_charged: "Days charged for JP",
  },
  cells({ jkp }, documents) {
    const jobs = boxJobs(documents);
    const [a, b] = jobContributions(jkp.financing, jobs);
    const counted = "counted in the calendar";
    const noScheme = quoted("JP has no design file");
    return {
      "company_a/days_worked": arithmetic(jobs[0]!.daysWorked, counted),
      "company_b/days_worked": arithmetic(jobs[1]!.daysWorked, counted),
      "company_a/jkp_rate": percentRule(jkp.financing.employer),
      "company_a/jkp_days_charged": rule(a!.daysCharged),
      "company_b/jkp_contribution": computed(b!.byEmployer),
      ...Object.fromEntries(
        COMPANIES.flatMap((company) => [
          [`${company}/jp_rate`, noScheme],
          [`${company}/jp_days_charged`, noScheme],
        ]),
      ),
      "employee/jp_rate": noScheme,
    };
  },
};

/** The example's two jobs: wages as printed, days counted in the calendar. */
export function boxJobs(documents: Published): DailyJob[] {
  const calendar = publishedItem(documents, "jkp2023_box_1_calendar");
  return COMPANIES.map((company, i) => ({
    employer: company,
    dailyWage: publishedValue(documents, "jkp2023_box_1", `${company}/daily_wage`),
    daysWorked: calendar.filter(({ published }) => keyOf(published) === company).length,
    isMain: i === 0,
  }));
}

/** `Company A` as the key `company_a`. */
function keyOf(company: string): string {
  return company.toLowerCase().replaceAll(" ", "_");
}
