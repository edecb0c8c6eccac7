import { sumSimple } from "simple-statistics";
import { AGE_GROUPS, type StatisticsExtract } from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { inventedCaution, type Series } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import { section123 } from "./section_1_2_3_jht_members_and_claims.ts";
import { ageTitle } from "./table_1_3_members.ts";
import { reportSource } from "../report_source.ts";
import { statedNote } from "../stated.ts";

const AGES = AGE_GROUPS.map(ageTitle);

const COMMON = {
  xTitle: "Age",
  yTitle: "Share of all ages",
  yUnit: "%",
  decimals: 1,
  isStacked: false,
} as const;

const INVENTED_AGES =
  "ages of claims are invented, within the means and totals that the report prints.";

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
  figure(results, published) {
    const { extract } = results;
    const byReason = (wanted: string) =>
      claims(extract).filter(({ reason }) => reason === wanted);
    const members = extract.active.map((row) => ({ ...row, count: row.members }));
    return {
      ...COMMON,
      id: this.item,
      number: "1.11",
      title: this.title,
      ...inventedCaution(results.experience, INVENTED_AGES),
      series: [
        agesOf("Members", members),
        agesOf("Layoff claims", byReason("layoff")),
        agesOf("Resignation claims", byReason("resignation")),
      ],
      notes: [
        statedNote(
          published,
          "text_1_2_3",
          {
            jht_members_20_30: "aged 20 to 30 are # % of members",
            jht_layoffs_20_30: "# % of layoff claims",
            jht_resignations_20_30: "# % of resignation claims",
          },
          section123.cells!(results, published),
        ),
      ],
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
  figure(results, published) {
    const { extract } = results;
    const { year } = results.experience.members;
    return {
      ...COMMON,
      id: this.item,
      number: "1.12",
      title: "Distribution by age group of JHT terminations due to layoffs and " +
        `resignations, ${year} and ${windowOf(extract)}`,
      ...inventedCaution(results.experience, INVENTED_AGES),
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
        statedNote(
          published,
          "text_1_2_3",
          { jht_terminations_20_30: "aged 20 to 30 are # % of terminations" },
          section123.cells!(results, published),
        ),
        "The report's figure also has the unemployed with work experience, whose ages were " +
        "not found in public.",
      ],
      source: reportSource(results.experience),
    };
  },
};
