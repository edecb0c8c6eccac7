import type { OpenStatistics } from "@jkp/open";
import { meanSimple } from "simple-statistics";
import type { ReportItem } from "../item.ts";
import { open } from "../reproduced.ts";
import { openSource, rowWith, statedDots, statedLevels } from "../stated.ts";

const SOURCE = openSource("BPS, Sakernas, first releases for 2018–19");
const FIRST_MONTH = "2010-02";

/** A half-year's labour force with nothing left out. */
interface HalfYear {
  readonly month: string;
  readonly labourForce: number;
  readonly employed: number;
  readonly unemployed: number;
  readonly participationRate: number;
  readonly unemploymentRate: number;
}

/** The half-years of 2010 to 2019. */
function halfYears(statistics: OpenStatistics): HalfYear[] {
  return statistics.labour_force
    .filter(({ month }) => month >= FIRST_MONTH)
    .map((row) => ({
      month: row.month,
      labourForce: row.labourForce!,
      employed: row.employed,
      unemployed: row.unemployed!,
      participationRate: row.participationRate!,
      unemploymentRate: row.unemploymentRate!,
    }));
}

/** Figure 1.4: labour force and participation. */
export const figure14: ReportItem = {
  item: "figure_1_4",
  number: "F1.4",
  title: "Labour force population and labour force participation rate, 2010–19",
  cells: ({ open: statistics }) => {
    const rates = halfYears(statistics).map((row) => 100 * row.participationRate);
    return {
      lfpr_min: open(Math.min(...rates)),
      lfpr_max: open(Math.max(...rates)),
      lfpr_avg: open(
        meanSimple(rates),
        "plain mean of the 20 half-years; the report does not say how it averages",
      ),
    };
  },
  figure(results, published) {
    const rows = halfYears(results.open);
    const x = rows.map(({ month }) => month);
    const monthOf = (best: (...rates: number[]) => number) =>
      rowWith(best, rows, (row) => row.participationRate).month;
    return {
      id: this.item,
      number: "1.4",
      title: this.title,
      xTitle: "February and August",
      yTitle: "Labour force",
      yUnit: "million",
      decimals: 1,
      isStacked: false,
      right: { title: "Participation", unit: "%", decimals: 1 },
      series: [
        {
          name: "Labour force",
          x,
          y: rows.map(({ labourForce }) => labourForce / 1e6),
          mark: "column",
        },
        {
          name: "Participation rate (right)",
          x,
          y: rows.map((row) => 100 * row.participationRate),
          mark: "line",
          isOnRight: true,
        },
        {
          ...statedDots(published, this.item, [
            [monthOf(Math.min), "lfpr_min"],
            [monthOf(Math.max), "lfpr_max"],
          ], "Lowest and highest stated in the report (right)"),
          isOnRight: true,
        },
        {
          ...statedLevels(
            published,
            this.item,
            [["lfpr_avg", x]],
            "Mean stated in the report (right)",
          ),
          isOnRight: true,
        },
      ],
      notes: [],
      source: SOURCE,
    };
  },
};

/** Figure 1.6: the unemployed and their rate. */
export const figure16: ReportItem = {
  item: "figure_1_6",
  number: "F1.6",
  title: "Unemployed population and unemployment rate, 2010–19",
  cells: ({ open: statistics }) => {
    const rate = (wanted: string) =>
      100 * halfYears(statistics).find(({ month }) => month === wanted)!.unemploymentRate;
    return { unemp_2010: open(rate("2010-08")), unemp_2019: open(rate("2019-08")) };
  },
  figure(results, published) {
    const rows = halfYears(results.open);
    const x = rows.map(({ month }) => month);
    return {
      id: this.item,
      number: "1.6",
      title: this.title,
      xTitle: "February and August",
      yTitle: "Unemployed",
      yUnit: "million",
      decimals: 1,
      isStacked: false,
      right: { title: "Unemployment rate", unit: "%", decimals: 1 },
      series: [
        {
          name: "Unemployed",
          x,
          y: rows.map(({ unemployed }) => unemployed / 1e6),
          mark: "column",
        },
        {
          name: "Unemployment rate (right)",
          x,
          y: rows.map((row) => 100 * row.unemploymentRate),
          mark: "line",
          isOnRight: true,
        },
        {
          ...statedDots(published, this.item, [
            ["2010-08", "unemp_2010"],
            ["2019-08", "unemp_2019"],
          ], "Rate stated in the report (right)"),
          isOnRight: true,
        },
      ],
      notes: [],
      source: SOURCE,
    };
  },
};

/** Changes over each half-year, at the month it ends with. */
function changes(statistics: OpenStatistics) {
  const rows = halfYears(statistics);
  return rows.slice(1).map((row, index) => ({
    month: row.month,
    employed: row.employed - rows[index]!.employed,
    unemployed: row.unemployed - rows[index]!.unemployed,
  }));
}

const ROUNDED = "February 2019 is quoted in ten thousands";

/** Figure 1.7: half-yearly changes. */
export const figure17: ReportItem = {
  item: "figure_1_7",
  number: "F1.7",
  title: "Fluctuations in the employed population and the unemployed population, 2010–19",
  cells: ({ open: statistics }) => {
    const at = (wanted: string) =>
      changes(statistics).find(({ month }) => month === wanted)!;
    return {
      emp_change_18_19: open(at("2019-02").employed, ROUNDED),
      unemp_change_18_19: open(at("2019-02").unemployed, ROUNDED),
      emp_change_19: open(at("2019-08").employed, ROUNDED),
      unemp_change_19: open(at("2019-08").unemployed, ROUNDED),
    };
  },
  figure(results, published) {
    const rows = changes(results.open);
    const x = rows.map(({ month }) => month);
    const EMPLOYED = "Change of the employed";
    const UNEMPLOYED = "Change of the unemployed";
    return {
      id: this.item,
      number: "1.7",
      title: this.title,
      xTitle: "Half-year to",
      yTitle: "Change over the half-year",
      yUnit: "million persons",
      decimals: 1,
      isStacked: true,
      series: [
        {
          name: EMPLOYED,
          x,
          y: rows.map(({ employed }) => employed / 1e6),
          mark: "column",
        },
        {
          name: UNEMPLOYED,
          x,
          y: rows.map(({ unemployed }) => unemployed / 1e6),
          mark: "column",
        },
        statedDots(published, this.item, [
          ["2019-02", "emp_change_18_19", 1e6],
          ["2019-08", "emp_change_19", 1e6],
        ], `${EMPLOYED}, stated`),
        statedDots(published, this.item, [
          ["2019-02", "unemp_change_18_19", 1e6],
          ["2019-08", "unemp_change_19", 1e6],
        ], `${UNEMPLOYED}, stated`),
      ],
      notes: [],
      source: SOURCE,
    };
  },
};
