import type { OpenStatistics } from "@jkp/open";
import { sumSimple } from "simple-statistics";
import type { ReportItem } from "../item.ts";
import { open } from "../reproduced.ts";
import { ageTitle } from "./table_1_3_members.ts";
import { openSource, statedDots, statedNote } from "../stated.ts";

const BY_AGE = "BPS, Sakernas of August 2019, by age as revised in 2020";
const FIRST_RELEASE = "BPS's first release of November 2019 in all";
const REVISED =
  "By age only the survey as reweighted in 2020 was found; the report has " +
  "the first release, in which 7.05 rather than 7.10 million are unemployed.";

/** A rate of August 2019 as first released, in per cent. */
function firstRelease(
  statistics: OpenStatistics,
  rate: "participation" | "unemployment",
  group: "male" | "female" | "15-24",
): number {
  return 100 * statistics.labour_force_by_group
    .find((row) => row.rate === rate && row.group === group)!.value;
}

/** Unemployment of those aged 25 and over, in per cent. */
function unemploymentFrom25({ labour_force_by_age: rows }: OpenStatistics): number {
  const older = rows.filter(({ ageGroup }) => !["15-19", "20-24"].includes(ageGroup));
  const [unemployed, employed] = [
    sumSimple(older.map((row) => row.unemployed)),
    sumSimple(older.map((row) => row.employed)),
  ];
  return 100 * unemployed / (unemployed + employed);
}

const GROUPS = {
  male: "Males",
  female: "Females",
  young: "15–24",
  older: "25+",
} as const;

/** Figure 1.5: participation by age. */
export const figure15: ReportItem = {
  item: "figure_1_5",
  number: "F1.5",
  title: "Labour force participation rates, by age group, August 2019",
  cells: ({ open: statistics }) => {
    const why = "the report prints a little more than BPS's first release";
    return {
      lfpr_female: open(firstRelease(statistics, "participation", "female"), why),
      lfpr_male: open(firstRelease(statistics, "participation", "male"), why),
    };
  },
  figure(results, published) {
    const rows = results.open.labour_force_by_age;
    const bySex = (wanted: "male" | "female", name: string) => {
      // ILOSTAT parts the ages from 60 at 65, BPS does not.
      const own = results.open.participation_by_age_and_sex
        .filter(({ sex, ageGroup }) =>
          sex === wanted && Number(ageGroup.slice(0, 2)) < 60
        );
      return {
        name,
        x: own.map(({ ageGroup }) => ageTitle(ageGroup)),
        y: own.map(({ participationRate }) => 100 * participationRate),
        mark: "line",
      } as const;
    };
    return {
      id: this.item,
      number: "1.5",
      title: this.title,
      xTitle: "Age",
      yTitle: "Participation rate",
      yUnit: "%",
      decimals: 1,
      isStacked: true,
      series: [
        {
          name: "Both sexes, BPS",
          x: rows.map(({ ageGroup }) => ageTitle(ageGroup)),
          y: rows.map((row) => 100 * (row.employed + row.unemployed) / row.population),
          mark: "column",
        },
        bySex("male", "Males, ILOSTAT 2019"),
        bySex("female", "Females, ILOSTAT 2019"),
        {
          name: "All ages, BPS",
          x: [GROUPS.male, GROUPS.female],
          y: [
            firstRelease(results.open, "participation", "male"),
            firstRelease(results.open, "participation", "female"),
          ],
          mark: "column",
        },
        statedDots(published, this.item, [
          [GROUPS.male, "lfpr_male"],
          [GROUPS.female, "lfpr_female"],
        ]),
      ],
      notes: [
        "Ages from 60 together. By age and sex ILOSTAT has the year, not August. " +
        REVISED,
      ],
      source: openSource(BY_AGE, FIRST_RELEASE, "ILOSTAT"),
    };
  },
};

/** Figure 1.8: unemployment by age. */
export const figure18: ReportItem = {
  item: "figure_1_8",
  number: "F1.8",
  title: "Unemployment rates, by age group, August 2019",
  cells: ({ open: statistics }) => {
    const of = (group: "male" | "female" | "15-24") =>
      firstRelease(statistics, "unemployment", group);
    const older = unemploymentFrom25(statistics);
    const note = "ages from 25 of the survey as revised in 2020";
    return {
      unemp_youth: open(of("15-24")),
      unemp_youth_ratio: { ...open(of("15-24") / older), note },
      unemp_older: { ...open(older), note },
      unemp_female: open(of("female")),
      unemp_male: open(of("male")),
    };
  },
  figure(results, published) {
    const rows = results.open.labour_force_by_age;
    return {
      id: this.item,
      number: "1.8",
      title: this.title,
      xTitle: "Age, or sex",
      yTitle: "Unemployment rate",
      yUnit: "%",
      decimals: 1,
      isStacked: true,
      series: [
        {
          name: "By age",
          x: rows.map(({ ageGroup }) => ageTitle(ageGroup)),
          y: rows.map((row) => 100 * row.unemployed / (row.employed + row.unemployed)),
          mark: "column",
        },
        {
          name: "Wider ages, and each sex",
          x: [GROUPS.young, GROUPS.older, GROUPS.male, GROUPS.female],
          y: [
            firstRelease(results.open, "unemployment", "15-24"),
            unemploymentFrom25(results.open),
            firstRelease(results.open, "unemployment", "male"),
            firstRelease(results.open, "unemployment", "female"),
          ],
          mark: "column",
        },
        statedDots(published, this.item, [
          [GROUPS.young, "unemp_youth"],
          [GROUPS.older, "unemp_older"],
          [GROUPS.male, "unemp_male"],
          [GROUPS.female, "unemp_female"],
        ]),
      ],
      notes: [
        statedNote(
          published,
          this.item,
          { unemp_youth_ratio: "the rate of 15–24 is almost # times that of older ages" },
          this.cells!(results, published),
        ),
        `By age and sex nothing was found on the BPS definition. ${REVISED}`,
      ],
      source: openSource(BY_AGE, FIRST_RELEASE),
    };
  },
};

const NO_EXPERIENCE =
  "The unemployed by age and work experience were not found in public.";

/** Figure 1.9: the unemployed by age. */
export const figure19: ReportItem = {
  item: "figure_1_9",
  number: "F1.9",
  title:
    "Unemployed population by age group, those who have never worked and those with a " +
    "work history, August 2019",
  cells: () => ({}),
  reasonForNone:
    "the unemployed by work experience are not public; which ages are many is a judgement",
  figure(results, published) {
    const rows = results.open.labour_force_by_age;
    return {
      id: this.item,
      number: "1.9",
      title: "Unemployed population by age group, August 2019",
      xTitle: "Age",
      yTitle: "Unemployed",
      yUnit: "million",
      decimals: 2,
      isStacked: false,
      series: [{
        name: "All unemployed",
        x: rows.map(({ ageGroup }) => ageTitle(ageGroup)),
        y: rows.map(({ unemployed }) => unemployed / 1e6),
        mark: "column",
      }],
      notes: [
        statedNote(published, this.item, {
          first_time_jobseekers: "# % of the unemployed are first-time jobseekers",
          "unemp_concentration_age_from unemp_concentration_age_to":
            "the unemployed are concentrated in the ages from # to #",
        }),
        "The report's figure parts those who have never worked from those with a work " +
        `history. ${NO_EXPERIENCE} ${REVISED}`,
      ],
      source: openSource(BY_AGE),
    };
  },
};

/** Figure 1.10: the ages of the unemployed. */
export const figure110: ReportItem = {
  item: "figure_1_10",
  number: "F1.10",
  title:
    "Distribution by age group of unemployed population with prior work experience, " +
    "August 2019",
  figure(results) {
    const rows = results.open.labour_force_by_age;
    const all = sumSimple(rows.map(({ unemployed }) => unemployed));
    return {
      id: this.item,
      number: "1.10",
      title: "Distribution by age group of all unemployed, with and without prior work " +
        "experience, August 2019",
      xTitle: "Age",
      yTitle: "Share of all unemployed",
      yUnit: "%",
      decimals: 1,
      isStacked: false,
      series: [{
        name: "All unemployed",
        x: rows.map(({ ageGroup }) => ageTitle(ageGroup)),
        y: rows.map(({ unemployed }) => 100 * unemployed / all),
        mark: "column",
      }],
      notes: [
        "The report's figure has only those who have worked, who are older. " +
        `${NO_EXPERIENCE} ` +
        "The report states no number of this figure.",
      ],
      source: openSource(BY_AGE),
    };
  },
};
