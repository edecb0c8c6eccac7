import { publishedValue } from "@jkp/published";
import type { Financing } from "@jkp/scheme";
import { jobContributions } from "@jkp/entitlement";
import type { Table } from "@jkp/exhibit";
import { boxJobs } from "./computations/box_1.ts";
import { MEMBER_CATEGORIES } from "./computations/jkn_members.ts";
import { percent } from "./formats.ts";
import type { Documents } from "./read_documents.ts";

const MEMBERS = "jkp2023_table_2";

/** What each category of Table 2 is of all members: printed nowhere. */
export function membershipShares({ printed, tables }: Documents): Table {
  const { titles } = tables.find(({ item }) => item === MEMBERS)!;
  const members = (category: string) =>
    publishedValue(printed, MEMBERS, `${category}/members`);
  const total = members("total");
  return {
    id: "jkp2023_table_2_shares",
    number: "",
    title: "JKN membership: shares of the categories of ILO (2023), Table 2",
    columns: [
      { key: "category", title: "Category" },
      { key: "members", title: "Members", unit: "persons" },
      { key: "share", title: "Share", unit: "%", decimals: 1 },
    ],
    rows: [...MEMBER_CATEGORIES, "total" as const].map((category) => ({
      category: category === "total" ? "Total" : titles[category]!,
      members: members(category),
      share: percent(members(category) / total),
    })),
    notes: ["The shares are ours; the paper prints members only."],
    source: "Report: ILO (2023), Table 2.",
  };
}

/** What the worker and employers of Box 1 pay a month: printed nowhere. */
export function boxContributions({ printed, rules }: Documents): Table {
  const valueOf = (cell: string) => publishedValue(printed, "jkp2023_box_1", cell);
  const jobs = boxJobs(printed);
  const jkp = rules.get("jkp_2021@2023-03")!;
  const jp: Parameters<typeof jobContributions>[0] = {
    employer: valueOf("company_a/jp_rate") / 100,
    employee: valueOf("employee/jp_rate") / 100,
    government: 0,
    employers: "every",
    daysCharged: valueOf("company_a/jp_days_charged"),
  };
  const rowsOf = (scheme: string, financing: Pick<Financing, keyof typeof jp>) =>
    jobContributions(financing, jobs).map((job, i) => ({
      scheme,
      employer: i === 0 ? "Company A" : "Company B",
      days: job.daysCharged,
      byEmployer: job.byEmployer,
      byEmployee: job.byEmployee,
      onDaysWorked: job.byEmployerOnDaysWorked,
    }));
  return {
    id: "jkp2023_box_1_contributions",
    number: "",
    title: "Contributions of the worker of ILO (2023), Box 1",
    columns: [
      { key: "scheme", title: "Scheme" },
      { key: "employer", title: "Employer" },
      { key: "days", title: "Days charged" },
      { key: "byEmployer", title: "By the employer", unit: "rupiah a month" },
      { key: "byEmployee", title: "By the worker", unit: "rupiah a month" },
      {
        key: "onDaysWorked",
        title: "Employer's, on days worked",
        unit: "rupiah a month",
      },
    ],
    rows: [...rowsOf("JKP", jkp.financing), ...rowsOf("JP", jp)],
    notes: [
      "The amounts are ours; the paper prints rates, wages and days. JKP from the design " +
      "file, JP with the rates and days that the box prints.",
    ],
    source: "Report: ILO (2023), Box 1. JKP Lab: rules of data/designs.",
  };
}
