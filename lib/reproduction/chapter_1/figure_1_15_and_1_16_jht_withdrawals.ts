import { terminationRates, type TerminationSplit } from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import { type Series } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import type { ReportResults } from "../results.ts";
import { reportSource } from "../report_source.ts";

/** Claims and rates of each month, for each group of another split. */
function byMonth(results: ReportResults, ...splits: TerminationSplit[]) {
  return terminationRates(results.extract, { by: ["month", ...splits] }).rates;
}

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
  figure(results) {
    const rates = byMonth(results, "reason");
    const thousand = ({ claims }: Rate) => claims / 1e3;
    return {
      id: this.item,
      number: "1.15",
      title: this.title,
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
      ],
      notes: [
        "The report states the averages of the months: section 1.2.3 of the ledger.",
      ],
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
  figure(results) {
    const rates = byMonth(results, "sex");
    const percent = ({ ratePerMonth }: Rate) => 100 * ratePerMonth;
    return {
      id: this.item,
      number: "1.16",
      title: this.title,
      xTitle: "Month",
      yTitle: "Withdrawals",
      yUnit: "% of active members a month",
      decimals: 2,
      isStacked: false,
      series: [
        line("Males", rates.filter(({ sex }) => sex === "M"), percent),
        line("Females", rates.filter(({ sex }) => sex === "F"), percent),
      ],
      notes: [
        "The report states the lowest, the mean and the highest month: section 1.2.3 of " +
        "the ledger.",
      ],
      source: reportSource(results.experience),
    };
  },
};
