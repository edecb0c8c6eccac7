import { formatNumber, inventedCaution } from "@jkp/exhibit";
import { survivalQuantile } from "@jkp/survival";
import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";
import { statedDots, statedNote } from "../stated.ts";
import { reportSource } from "../report_source.ts";

/** Figure 1.17: how long inactivity lasts. */
export const figure117: ReportItem = {
  item: "figure_1_17",
  number: "F1.17",
  title:
    "Probability for inactive JHT contributors to remain inactive during a specific " +
    "period of time, in months, 2019",
  figure(results, published) {
    const { curve, meanElapsedMonths, medianElapsedMonths } =
      results.experience.inactivity;
    const { points } = curve;
    const half = survivalQuantile(curve, 0.5);
    return {
      id: this.item,
      number: "1.17",
      title: this.title,
      ...inventedCaution(
        results.experience,
        "beyond 24 months the curve is invented, from the printed mean and median.",
      ),
      xTitle: "Months of inactivity",
      yTitle: "Still inactive",
      yUnit: "%",
      decimals: 1,
      isStacked: false,
      series: [
        {
          name: "Inactive contributors",
          x: points.map(({ time }) => time),
          y: points.map(({ survival }) => 100 * survival),
          mark: "line",
        },
        statedDots(
          published,
          "text_1_2_3",
          [6, 9, 12, 24].map((months) => [months, `survival_${months}`]),
        ),
      ],
      notes: [
        statedNote(published, "text_1_2_3", {
          inactivity_mean: "inactivity lasts about # months on average",
          inactivity_median: "its median is roughly # months",
        }, {
          inactivity_mean: model(meanElapsedMonths),
          inactivity_median: model(medianElapsedMonths),
        }),
        "That mean and median are of the time so far of those inactive at one moment. The " +
        "curve is of whole inactivities, from their beginning; its own median is " +
        (half === null
          ? "beyond the months counted."
          : `${formatNumber(half, 1)} months.`),
        "Stated numbers and ours are compared in section 1.2.3 of the ledger.",
      ],
      source: reportSource(results.experience),
    };
  },
};
