import { valueInYear } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import type { ReportItem } from "../item.ts";
import { input, open } from "../reproduced.ts";
import {
  meanGrowth,
  openSource,
  rowWith,
  statedDots,
  statedLevels,
  statedNote,
  yearsFrom,
} from "../stated.ts";

const WORLD_BANK = "World Bank, World Development Indicators";

/** Growth of real GDP over some years, as fractions. */
function gdpGrowth(
  { gdp_growth }: OpenStatistics,
  first: number,
  last: number,
): number[] {
  return gdp_growth.filter(({ year }) => year >= first && year <= last)
    .map(({ realGdpGrowth }) => realGdpGrowth);
}

/** Figure 1.19: growth of real GDP. */
export const figure119: ReportItem = {
  item: "figure_1_19",
  number: "F1.19",
  title: "Real GDP growth, 2010–20",
  cells: ({ open: statistics, scenarios }) => {
    const percent = (first: number, last: number, why?: string) =>
      open(100 * meanGrowth(gdpGrowth(statistics, first, last)), why);
    const recent = gdpGrowth(statistics, 2014, 2019);
    return {
      gdp_avg_2010_19: percent(2010, 2019),
      gdp_avg_2010_13: percent(
        2010,
        2013,
        "constant prices of 2010; the report may have those of 2000",
      ),
      gdp_avg_2014_19: percent(2014, 2019),
      gdp_min_2014_19: open(100 * Math.min(...recent)),
      gdp_max_2014_19: open(100 * Math.max(...recent)),
      gdp_2020_govt: input(100 * valueInYear(scenarios.base.realGdpGrowth, 2020)),
    };
  },
  figure(results, published) {
    const rows = results.open.gdp_growth;
    const recent = rows.filter(({ year }) => year >= 2014 && year <= 2019);
    const yearOf = (best: (...growths: number[]) => number) =>
      rowWith(best, recent, (row) => row.realGdpGrowth).year;
    return {
      id: this.item,
      number: "1.19",
      title: this.title,
      xTitle: "Year",
      yTitle: "Real GDP growth",
      yUnit: "% a year",
      decimals: 1,
      isStacked: false,
      series: [
        {
          name: "Real GDP growth",
          x: rows.map(({ year }) => year),
          y: rows.map(({ realGdpGrowth }) => 100 * realGdpGrowth),
          mark: "column",
        },
        statedDots(
          published,
          this.item,
          [[2020, "gdp_2020_govt"]],
          "The Government's projection, stated in the report",
        ),
        statedDots(published, this.item, [
          [yearOf(Math.min), "gdp_min_2014_19"],
          [yearOf(Math.max), "gdp_max_2014_19"],
        ], "Lowest and highest of 2014–19 stated in the report, at our years"),
        statedLevels(
          published,
          this.item,
          [
            ["gdp_avg_2010_13", yearsFrom(2010, 2013)],
            ["gdp_avg_2014_19", yearsFrom(2014, 2019)],
          ],
          "Means of 2010–13 and 2014–19 stated in the report",
        ),
      ],
      notes: [
        statedNote(
          published,
          this.item,
          { gdp_avg_2010_19: "growth of # % a year in the mean of 2010–19" },
          this.cells!(results, published),
        ),
      ],
      source: openSource(WORLD_BANK),
    };
  },
};

/** The employed of each August, and what they and output grew by since the last. */
function yearsOfGrowth(statistics: OpenStatistics) {
  const augusts = statistics.labour_force.filter(({ month }) => month.endsWith("-08"));
  return augusts.slice(1).map(({ month, employed }, index) => {
    const year = Number(month.slice(0, 4));
    const employment = employed / augusts[index]!.employed - 1;
    const [gdp] = gdpGrowth(statistics, year, year);
    return {
      year,
      employed,
      employment,
      gdp: gdp!,
      productivity: (1 + gdp!) / (1 + employment) - 1,
    };
  });
}

/** Figure 1.20: employment, output and productivity. */
export const figure120: ReportItem = {
  item: "figure_1_20",
  number: "F1.20",
  title: "Employment, employment growth rate, real GDP growth rate and implicit " +
    "productivity growth rate, 2010–19",
  cells: ({ open: statistics }) => {
    const years = yearsOfGrowth(statistics);
    return {
      employment_growth_avg: open(
        100 * meanGrowth(years.map(({ employment }) => employment)),
      ),
      productivity_growth_avg: open(
        100 * meanGrowth(years.map(({ productivity }) => productivity)),
        "the report takes the quotient of its rounded 5.4 and 1.9",
      ),
    };
  },
  figure(results, published) {
    const years = yearsOfGrowth(results.open);
    const x = years.map(({ year }) => year);
    const growth = (name: string, of: (year: typeof years[number]) => number) => ({
      name,
      x,
      y: years.map((year) => 100 * of(year)),
      mark: "line" as const,
      isOnRight: true,
    });
    return {
      id: this.item,
      number: "1.20",
      title: this.title,
      xTitle: "Year; employment of August",
      yTitle: "Employment",
      yUnit: "million",
      decimals: 1,
      isStacked: false,
      right: { title: "Growth", unit: "% a year", decimals: 1 },
      series: [
        {
          name: "Employed",
          x,
          y: years.map(({ employed }) => employed / 1e6),
          mark: "column",
        },
        growth("Employment growth (right)", ({ employment }) => employment),
        growth("Real GDP growth (right)", ({ gdp }) => gdp),
        growth("Productivity growth (right)", ({ productivity }) => productivity),
        ...(["Employment", "Productivity"] as const).map((what) => ({
          ...statedLevels(
            published,
            this.item,
            [[`${what.toLowerCase()}_growth_avg`, x]],
            `${what} growth, mean stated (right)`,
          ),
          isOnRight: true,
        })),
      ],
      notes: [],
      source: openSource("BPS, Sakernas, first releases for 2018–19", WORLD_BANK),
    };
  },
};
