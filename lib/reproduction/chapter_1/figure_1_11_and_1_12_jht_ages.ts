import { sumSimple } from "simple-statistics";
import { AGE_GROUPS, type StatisticsExtract } from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { type Series } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import { ageTitle } from "./table_1_3_members.ts";
import { reportSource } from "../report_source.ts";

const AGES = AGE_GROUPS.map(ageTitle);

const COMMON = {
  xTitle: "Age",
  yTitle: "Share of all ages",
  yUnit: "%",
  decimals: 1,
  isStacked: false,
} as const;

/** The ages of counted persons, in per cent of all, as a line. */
function agesOf(
  name: string,
  rows: readonly { readonly ageGroup: string; readonly count: number }[],
): Series {
  const total = sumSimple(rows.map(({ count }) => count));
  const y = AGE_GROUPS.map((ageGroup) =>
    100 * sumSimple(
      rows.filter((row) => row.ageGroup === ageGroup).map(({ count }) => count),
    ) /
    total
  );
  return { name, x: AGES, y, mark: "line" };
}

function claims(extract: StatisticsExtract) {
  return extract.withdrawals.map((row) => ({ ...row, count: row.claims }));
}

/** First and last year of an extract: "2016–19". */
function windowOf({ manifest }: StatisticsExtract): string {
  return `${yearOf(manifest.firstMonth)}–${yearOf(manifest.lastMonth) % 100}`;
}

/** Figure 1.11: ages of members and of claims. */
export const figure111: ReportItem = {
  item: "figure_1_11",
  number: "F1.11",
  title:
    "Average distribution of JHT membership, layoff claims and resignation claims, by " +
    "age group, 2016–19",
  figure(results) {
    const { extract } = results;
    const byReason = (wanted: string) =>
      claims(extract).filter(({ reason }) => reason === wanted);
    const members = extract.active.map((row) => ({ ...row, count: row.members }));
    return {
      ...COMMON,
      id: this.item,
      number: "1.11",
      title: this.title,
      series: [
        agesOf("Members", members),
        agesOf("Layoff claims", byReason("layoff")),
        agesOf("Resignation claims", byReason("resignation")),
      ],
      notes: ["The report states shares of ages 20–30: section 1.2.3 of the ledger."],
      source: reportSource(results.experience),
    };
  },
};

/** Figure 1.12: ages of claims, last year and all years. */
export const figure112: ReportItem = {
  item: "figure_1_12",
  number: "F1.12",
  title:
    "Average distribution of JHT terminations due to layoffs and resignations, 2019 " +
    "and historical 2016–19, and distribution of unemployed workers with prior work " +
    "experience, August 2019, by age group",
  figure(results) {
    const { extract } = results;
    const { year } = results.experience.members;
    return {
      ...COMMON,
      id: this.item,
      number: "1.12",
      title: this.title,
      series: [
        {
          ...agesOf(`Terminations, ${windowOf(extract)}`, claims(extract)),
          mark: "column",
        },
        agesOf(
          `Terminations, ${year}`,
          claims(extract).filter(({ month }) => yearOf(month) === year),
        ),
      ],
      notes: [
        "Ages of the unemployed with work experience were not found in public; the report " +
        "states no number of this figure.",
      ],
      source: reportSource(results.experience),
    };
  },
};
