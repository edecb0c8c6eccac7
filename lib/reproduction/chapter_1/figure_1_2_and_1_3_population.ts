import { weightedMean } from "@jkp/numeric";
import type { OpenStatistics } from "@jkp/open";
import { sumSimple } from "simple-statistics";
import type { ReportItem } from "../item.ts";
import { open } from "../reproduced.ts";
import { ageTitle } from "./table_1_3_members.ts";
import {
  openSource,
  statedDots,
  statedLevels,
  statedNote,
  yearsFrom,
} from "../stated.ts";

const UN = "United Nations, World Population Prospects 2019";
const BPS = "BPS, population projection 2010–35";

/** Persons in a year, or `undefined` if nobody publishes it here. */
function personsIn(
  { population }: OpenStatistics,
  publisher: "bps" | "un",
  wanted: number,
): number | undefined {
  return population.find((row) => row.publisher === publisher && row.year === wanted)
    ?.persons;
}

/** Growth a year over each span between the years that the United Nations give. */
function growthOfUn({ population }: OpenStatistics) {
  const rows = population.filter(({ publisher }) => publisher === "un");
  return rows.slice(1).flatMap((row, index) => {
    const before = rows[index]!;
    const years = row.year - before.year;
    const growth = (row.persons / before.persons) ** (1 / years) - 1;
    return Array.from(
      { length: years },
      (_, step) => ({ year: before.year + step + 1, growth }),
    );
  });
}

/** Figure 1.2: population and its growth. */
export const figure12: ReportItem = {
  item: "figure_1_2",
  number: "F1.2",
  title: "General population and annual population growth, 2010–19",
  cells: ({ open: statistics }) => {
    const [first, last] = [2010, 2019].map((year) => personsIn(statistics, "bps", year)!);
    return {
      pop_2019: open(last! / 1e6),
      pop_growth_2010_19: open(100 * (last! / first! - 1)),
      pop_growth_pa_2010_19: open(100 * ((last! / first!) ** (1 / 9) - 1)),
    };
  },
  figure(results, published) {
    const years = [2010, 2019];
    const un = results.open.population
      .filter(({ publisher, year }) => publisher === "un" && year <= 2019);
    const growth = growthOfUn(results.open).filter(({ year }) => year <= 2019);
    return {
      id: this.item,
      number: "1.2",
      title: this.title,
      xTitle: "Year",
      yTitle: "Population",
      yUnit: "million",
      decimals: 1,
      isStacked: false,
      right: { title: "Growth", unit: "% a year", decimals: 2 },
      series: [
        {
          name: "United Nations",
          x: un.map(({ year }) => year),
          y: un.map(({ persons }) => persons / 1e6),
          mark: "column",
        },
        {
          name: "BPS projection, which the report shows",
          x: years,
          y: years.map((year) => personsIn(results.open, "bps", year)! / 1e6),
          mark: "dots",
        },
        {
          name: "Growth, United Nations (right)",
          x: growth.map(({ year }) => year),
          y: growth.map((row) => 100 * row.growth),
          mark: "line",
          isOnRight: true,
        },
        statedDots(
          published,
          this.item,
          [[2019, "pop_2019"]],
          "Population stated in the report",
        ),
        {
          ...statedLevels(
            published,
            this.item,
            [["pop_growth_pa_2010_19", growth.map(({ year }) => year)]],
            "Mean growth stated in the report (right)",
          ),
          isOnRight: true,
        },
      ],
      notes: [
        statedNote(
          published,
          this.item,
          { pop_growth_2010_19: "growth of # % from 2010 to 2019" },
          this.cells!(results, published),
        ),
        "Of the BPS projection only 2010 and 2019 were found; the United Nations' are a " +
        "little higher.",
      ],
      source: openSource(UN, BPS),
    };
  },
};

/** Persons by sex and age at a year between two for which they are given. */
function populationByAge(statistics: OpenStatistics, wanted: number) {
  const rows = statistics.population_by_age;
  const [from, to] = [Math.min, Math.max].map((f) => f(...rows.map(({ year }) => year)));
  const weight = (wanted - from!) / (to! - from!);
  const later = new Map(
    rows.filter(({ year }) => year === to)
      .map((row) => [`${row.sex} ${row.ageGroup}`, row.thousands]),
  );
  return rows.filter(({ year }) => year === from).map(({ sex, ageGroup, thousands }) => ({
    sex,
    ageGroup,
    firstAge: Number(/^\d+/.exec(ageGroup)![0]),
    thousands: (1 - weight) * thousands + weight * later.get(`${sex} ${ageGroup}`)!,
  }));
}

const UN_NOT_BPS = "the United Nations' ages, not those of BPS that the report has";

/** Figure 1.3: ages of the population. */
export const figure13: ReportItem = {
  item: "figure_1_3",
  number: "F1.3",
  title: "Age distribution of the population, by sex, 2019",
  cells: ({ open: statistics }) => {
    const rows = populationByAge(statistics, 2019);
    const sum = (chosen: typeof rows) =>
      sumSimple(chosen.map(({ thousands }) => thousands));
    const share = (from: number, below: number) =>
      100 * sum(rows.filter(({ firstAge: age }) => age >= from && age < below)) /
      sum(rows);
    const meanAge = weightedMean(
      rows.map(({ firstAge }) => firstAge + 2.5),
      rows.map(({ thousands }) => thousands),
    );
    const cell = (value: number) => ({ ...open(value, UN_NOT_BPS), note: UN_NOT_BPS });
    return {
      pop_under15: cell(share(0, 15)),
      pop_15_64: cell(share(15, 65)),
      pop_mean_age: cell(meanAge),
      pop_under20: cell(share(0, 20)),
    };
  },
  figure(results, published) {
    const rows = populationByAge(results.open, 2019);
    const OLDEST = 75;
    const starts = Array.from({ length: OLDEST / 5 + 1 }, (_, index) => 5 * index);
    const millions = (sex: string) =>
      starts.map((start) =>
        sumSimple(
          rows
            .filter((row) => row.sex === sex)
            .filter(({ firstAge: age }) =>
              start === OLDEST ? age >= OLDEST : age === start
            )
            .map(({ thousands }) => thousands / 1e3),
        )
      );
    const x = starts.map((start) =>
      start === OLDEST ? `${OLDEST}+` : ageTitle(`${start}-${start + 4}`)
    );
    return {
      id: this.item,
      number: "1.3",
      title: this.title,
      xTitle: "Age",
      yTitle: "Population",
      yUnit: "million",
      decimals: 1,
      isStacked: false,
      series: [
        { name: "Males", x, y: millions("male"), mark: "column" },
        { name: "Females", x, y: millions("female"), mark: "column" },
      ],
      notes: [
        statedNote(
          published,
          this.item,
          {
            pop_under15: "# % are under 15",
            pop_15_64: "# % are 15 to 64",
            pop_under20: "almost # % are under 20",
            pop_mean_age: "the mean age is around # years",
          },
          this.cells!(results, published),
        ),
        "Straight between the United Nations' figures of mid-2015 and mid-2020. The " +
        "report shows the BPS projection by age, which was not found.",
      ],
      source: openSource(UN),
    };
  },
};

/** Figure 2.1: growth of the population, observed and projected. */
export const figure21: ReportItem = {
  item: "figure_2_1",
  number: "F2.1",
  title: "Population annual growth rate, 2010–19 and 2020–30 (projected)",
  figure(results, published) {
    const growth = growthOfUn(results.open);
    return {
      id: this.item,
      number: "2.1",
      title: this.title,
      xTitle: "Year",
      yTitle: "Growth of the population",
      yUnit: "% a year",
      decimals: 2,
      isStacked: false,
      series: [
        {
          name: "United Nations, 2019 revision",
          x: growth.map(({ year }) => year),
          y: growth.map((row) => 100 * row.growth),
          mark: "line",
        },
        statedLevels(
          published,
          "figure_1_2",
          [["pop_growth_pa_2010_19", yearsFrom(2011, 2019)]],
          "Mean of 2010–19 stated in the report",
        ),
        statedLevels(
          published,
          "text_2_1",
          [["pop_growth_pa_2020_30", yearsFrom(2021, 2030)]],
          "Mean of 2020–30 stated in the report",
        ),
      ],
      notes: [
        "From 2020 the United Nations give five-year steps. The report's projection " +
        "starts from the BPS population.",
      ],
      source: openSource(UN),
    };
  },
};
