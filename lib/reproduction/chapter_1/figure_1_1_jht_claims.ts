import { sumSimple } from "simple-statistics";
import type { ReportItem } from "../item.ts";
import { open, type Reproduced } from "../reproduced.ts";
import { openSource, statedDots } from "../stated.ts";

const ONE_PERIOD = "January to July 2020, the one period whose shares were found";

/** Figure 1.1: JHT claims by type. */
export const figure11: ReportItem = {
  item: "figure_1_1",
  number: "F1.1",
  title: "Distribution of JHT claims, by type of benefit claim, 2016–20",
  cells: (results) => {
    const share = (...reasons: string[]) =>
      100 * sumSimple(
        results.open.jht_claims
          .filter(({ reason }) => reasons.includes(reason))
          .map((row) => row.share),
      );
    const atMost = (value: number): Reproduced => ({
      ...open(value, `${ONE_PERIOD}, is above the report's years`),
      relation: "at_most",
      note: ONE_PERIOD,
    });
    return {
      jht_claims_termination_max: atMost(share("resignation", "layoff")),
      jht_claims_resignation_max: atMost(share("resignation")),
      jht_claims_retirement: atMost(share("retirement")),
    };
  },
  reasonForNone: "claims by type in 2016–19 are not public",
  figure(results, published) {
    const shares = new Map(
      results.open.jht_claims.map(({ reason, share }) => [reason, 100 * share]),
    );
    const both = shares.get("resignation")! + shares.get("layoff")!;
    const places = ["Resignations", "Layoffs", "Resignations or layoffs", "Retirement"];
    return {
      id: this.item,
      number: "1.1",
      title: "JHT claims by type, January to July 2020, and the range stated for 2016–20",
      xTitle: "",
      yTitle: "Share of claims",
      yUnit: "% of JHT claims",
      decimals: 0,
      isStacked: false,
      series: [
        {
          name: "January to July 2020, BPJS-TK",
          x: places,
          y: [
            shares.get("resignation")!,
            shares.get("layoff")!,
            both,
            shares.get("retirement")!,
          ],
          mark: "column",
        },
        statedDots(published, this.item, [
          [places[0]!, "jht_claims_resignation_min"],
          [places[2]!, "jht_claims_termination_min"],
        ], "Lowest year stated in the report, 2016–20"),
        statedDots(published, this.item, [
          [places[0]!, "jht_claims_resignation_max"],
          [places[2]!, "jht_claims_termination_max"],
          [places[3]!, "jht_claims_retirement"],
        ], "Highest year stated in the report, 2016–20"),
      ],
      notes: [
        `The report's figure, "${this.title}", is a picture of every year; shares of ` +
        "2016–19 are not public. Of retirement the report says less than what is marked.",
      ],
      source: openSource("BPJS-TK, quoted in the press"),
    };
  },
};
