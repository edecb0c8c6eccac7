import { type TerminationPackage, terminationPackage } from "@jkp/scheme";
import type { ReportItem } from "../item.ts";
import { input, model, type Reproduced } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";
import { jhtContribution } from "../chapter_1/section_1_1_legal_framework.ts";
import { statedDots } from "../stated.ts";

/**
 * Years of service of the report's three examples, and what it says of their sums:
 * "almost six months", "more than 12", "more than 18".
 */
const EXAMPLES = [
  ["ex1", 1, "at_most"],
  ["ex2", 5, "at_least"],
  ["ex3", 10, "at_least"],
] as const;

/** Years of service that are drawn. */
const DRAWN = Array.from({ length: 15 }, (_, index) => index + 1);

const PARTS = [
  { key: "severance", name: "Severance pay" },
  { key: "jht", name: "JHT savings" },
  { key: "unemploymentInsurance", name: "Unemployment insurance, at most" },
] as const;

/** What a worker with some years of service can draw. */
function packageAfter(results: ReportResults, years: number): TerminationPackage {
  return terminationPackage(results.rules, jhtContribution(results), years);
}

/** Figure 4.1: what a dismissed worker can draw. */
export const figure41: ReportItem = {
  item: "figure_4_1",
  number: "F4.1",
  isOfExtract: false,
  title:
    "Amounts made available to a dismissed worker in relation to their prior monthly " +
    "earnings, by years of service",
  cells: (results) =>
    Object.fromEntries(
      EXAMPLES.flatMap(([key, years, relation]): [string, Reproduced][] => {
        const drawn = packageAfter(results, years);
        return [
          [`${key}_severance`, input(drawn.severance)],
          [`${key}_jht`, model(drawn.jht)],
          [`${key}_ui`, model(drawn.unemploymentInsurance)],
          [`${key}_total`, { ...model(drawn.total), relation }],
        ];
      }),
    ),
  figure(results, published) {
    const packages = DRAWN.map((years) => packageAfter(results, years));
    return {
      id: this.item,
      number: "4.1",
      title: this.title,
      xTitle: "Years of service",
      yTitle: "Amount",
      yUnit: "months of earnings",
      decimals: 1,
      isStacked: true,
      series: [
        ...PARTS.map(({ key, name }) => ({
          name,
          x: DRAWN,
          y: packages.map((drawn) => drawn[key]),
          mark: "column" as const,
        })),
        statedDots(
          published,
          this.item,
          EXAMPLES.map(([key, years]) => [years, `${key}_total`]),
          "Stated of the sum: almost 6, more than 12, more than 18",
        ),
      ],
      notes: ["JHT savings are taken to earn what the member's earnings grow by."],
      source:
        "Law 13/2003, article 156; data/open; the proposed design. Report: ILO (2021).",
    };
  },
};
