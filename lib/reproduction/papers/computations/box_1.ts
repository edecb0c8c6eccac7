import { type Published, publishedItem, publishedValue } from "@jkp/published";
import { type DailyJob, jobContributions } from "@jkp/entitlement";
import type { Rules } from "@jkp/scheme";
import type { Sources } from "../sources.ts";

const COMPANIES = ["company_a", "company_b"] as const;

/** The two jobs of Box 1 (2023): wages as printed, days counted in the calendar. */
export function boxJobs(printed: Published): DailyJob[] {
  const calendar = publishedItem(printed, "jkp2023_box_1_calendar");
  return COMPANIES.map((company, i) => ({
    employer: company,
    dailyWage: publishedValue(printed, "jkp2023_box_1", `${company}/daily_wage`),
    daysWorked: calendar.filter(({ published }) => keyOf(published) === company).length,
    isMain: i === 0,
  }));
}

/** Days worked for each company in the calendar. */
export function boxDays(printed: Published) {
  return Object.fromEntries(
    boxJobs(printed).map(({ employer, daysWorked }) => [employer, daysWorked]),
  );
}

/** What is paid on each job. */
export function boxContributions({ financing }: Rules, { printed }: Sources) {
  const jobs = jobContributions(financing, boxJobs(printed));
  return Object.fromEntries(jobs.map((job) => [job.employer, job]));
}

/** `Company A` as the key `company_a`. */
function keyOf(company: string): string {
  return company.toLowerCase().replaceAll(" ", "_");
}
