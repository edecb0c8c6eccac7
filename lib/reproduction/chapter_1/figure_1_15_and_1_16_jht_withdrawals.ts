import { terminationRates, type TerminationSplit } from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import { inventedCaution, type Series } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import type { ReportResults } from "../results.ts";
import { reportSource } from "../report_source.ts";
import { rowWith, statedDots, statedLevels } from "../stated.ts";

/** Claims and rates of each month, for each group of another split. */
function byMonth(results: ReportResults, ...splits: TerminationSplit[]) {
  return terminationRates(results.extract, { by: ["month", ...splits] }).rates;
}

const INVENTED_MONTHS =
  "how the months rise and fall is invented; only the means and the range of the months " +
  "are the report's.";

type Rate = ReturnType<typeof byMonth>[number];

function line(name: string, rates: readonly Rate[], y: (rate: Rate) => number): Series {
  return {
    name,
    x: rates.map(({ month }) => formatMonth(month!)),
    y: rates.map(y),
    mark: "line",
  };
}

/** Figure 1.15: withdrawals month by month. */
export const figure115: ReportItem = {
  item: "figure_1_15",
  number: "F1.15",
  title:
    "Historical number of withdrawals per month by layoffs, resignations and total " +
    "terminations under the JHT scheme, January 2016 to December 2019",
  figure(results, published) {
    const rates = byMonth(results, "reason");
    const months = byMonth(results).map(({ month }) => formatMonth(month!));
    const thousand = ({ claims }: Rate) => claims / 1e3;
    return {
      id: this.item,
      number: "1.15",
      title: this.title,
      ...inventedCaution(results.experience, INVENTED_MONTHS),
      xTitle: "Month",
      yTitle: "Withdrawals",
      yUnit: "thousand a month",
      decimals: 1,
      isStacked: false,
      series: [
        line("All terminations", byMonth(results), thousand),
        line(
          "Resignations",
          rates.filter(({ reason }) => reason === "resignation"),
          thousand,
        ),
        line("Layoffs", rates.filter(({ reason }) => reason === "layoff"), thousand),
        statedLevels(
          published,
          "text_1_2_3",
          [["resignations_per_month", months]],
          "Resignations, mean stated",
          1e3,
        ),
        statedLevels(
          published,
          "text_1_2_3",
          [["layoffs_per_month", months]],
          "Layoffs, mean stated",
          1e3,
        ),
      ],
      notes: ["Dashed: the means of the months that the report states."],
      source: reportSource(results.experience),
    };
  },
};

/** Figure 1.16: withdrawals over members, month by month. */
export const figure116: ReportItem = {
  item: "figure_1_16",
  number: "F1.16",
  title: "Historical number of JHT withdrawals due to layoffs and resignations as a " +
    "percentage of total number of active insured workers under the JHT scheme, by sex, " +
    "January 2016 to December 2019",
  figure(results, published) {
    const rates = byMonth(results, "sex");
    const all = byMonth(results);
    const percent = ({ ratePerMonth }: Rate) => 100 * ratePerMonth;
    const monthOf = (best: (...rates: number[]) => number) =>
      formatMonth(rowWith(best, all, percent).month!);
    return {
      id: this.item,
      number: "1.16",
      title: this.title,
      ...inventedCaution(results.experience, INVENTED_MONTHS),
      xTitle: "Month",
      yTitle: "Withdrawals",
      yUnit: "% of active members a month",
      decimals: 2,
      isStacked: false,
      series: [
        line("Males", rates.filter(({ sex }) => sex === "M"), percent),
        line("Females", rates.filter(({ sex }) => sex === "F"), percent),
        line("Both sexes", all, percent),
        statedDots(published, "text_1_2_3", [
          [monthOf(Math.min), "withdrawal_rate_min"],
          [monthOf(Math.max), "withdrawal_rate_max"],
        ], "Both sexes, lowest and highest stated"),
        statedLevels(
          published,
          "text_1_2_3",
          [["withdrawal_rate_avg", all.map(({ month }) => formatMonth(month!))]],
          "Both sexes, mean stated",
        ),
      ],
      notes: [
        "The lowest and the highest month that the report states stand at ours, for it " +
        "does not say which they are.",
      ],
      source: reportSource(results.experience),
    };
  },
};
