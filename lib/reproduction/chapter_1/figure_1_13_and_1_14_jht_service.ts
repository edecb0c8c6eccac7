import { weightedMean } from "@jkp/numeric";
import {
  AGE_GROUPS,
  SERVICE_MONTHS,
  type Sex,
  type StatisticsExtract,
} from "@jkp/extract";
import { inventedCaution } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import { ageTitle } from "./table_1_3_members.ts";
import { reportSource } from "../report_source.ts";
import { statedDots } from "../stated.ts";

/** Figure 1.13: service of men. */
export const figure113 = serviceFigure("1.13", "M", "males", "December 2015–19");

/** Figure 1.14: service of women. */
export const figure114 = serviceFigure("1.14", "F", "females", "average 2015–19");

function serviceFigure(
  number: string,
  sex: Sex,
  sexes: string,
  period: string,
): ReportItem {
  return {
    item: `figure_${number.replace(".", "_")}`,
    number: `F${number}`,
    title: "Proportion of active JHT members with at least 3, 6, 12 and 24 continuous " +
      `months of service, by age group, ${period}, ${sexes}`,
    figure(results, published) {
      const shares = serviceByAge(results.extract, sex);
      return {
        id: this.item,
        number,
        title: this.title,
        ...inventedCaution(
          results.experience,
          "how service rises with age is invented; only the means of all ages are the " +
            "report's.",
        ),
        xTitle: "Age",
        yTitle: "Members with so much service",
        yUnit: `% of active ${sexes}`,
        decimals: 1,
        isStacked: false,
        series: [
          ...SERVICE_MONTHS.map((months) => ({
            name: `${months} months`,
            x: AGE_GROUPS.map(ageTitle),
            y: AGE_GROUPS.map((age) => 100 * shares(months, age)),
            mark: "line" as const,
          })),
          ...SERVICE_MONTHS.map((months) =>
            statedDots(
              published,
              "text_1_2_3",
              [["All", `service_${months}_${sex === "M" ? "male" : "female"}`]],
              `${months} months, stated`,
            )
          ),
        ],
        notes: [
          "The months of the extract, weighted with members. Circles: the means of all " +
          "ages, 2015–19, that the report states; ours stand beside them in section 1.2.3 " +
          "of the ledger.",
        ],
        source: reportSource(results.experience),
      };
    },
  };
}

/** The share of members of an age with so much service, months weighted with members. */
function serviceByAge(extract: StatisticsExtract, sex: Sex) {
  const members = new Map(
    extract.active.filter((row) => row.sex === sex)
      .map((row) => [`${row.month} ${row.ageGroup}`, row.members]),
  );
  return (months: number, age: string): number => {
    const own = extract.service.filter((row) =>
      row.sex === sex && row.ageGroup === age && row.monthsAtLeast === months
    );
    return weightedMean(
      own.map(({ share }) => share),
      own.map(({ month }) => members.get(`${month} ${age}`) ?? 0),
    );
  };
}
