import type { ReportItem } from "../item.ts";
import { open } from "../reproduced.ts";
import { openSource, statedDots } from "../stated.ts";

/** Figure 1.18: formal and informal employment. */
export const figure118: ReportItem = {
  item: "figure_1_18",
  number: "F1.18",
  title: "Formal employment and informal employment in Indonesia, 2005–19",
  cells: ({ open: { employment_formality: rows } }) => {
    const { formalMillion, informalMillion } = rows.find(({ year }) => year === 2019)!;
    const all = formalMillion + informalMillion;
    return {
      informal_share: open(100 * informalMillion / all),
      formal_share: open(100 * formalMillion / all),
    };
  },
  figure(results, published) {
    const rows = results.open.employment_formality;
    const x = rows.map(({ year }) => year);
    return {
      id: this.item,
      number: "1.18",
      title: this.title,
      xTitle: "August of each year; the second survey of 2005",
      yTitle: "Workers",
      yUnit: "million",
      decimals: 1,
      isStacked: true,
      right: { title: "Formal share", unit: "% of all workers", decimals: 1 },
      series: [
        {
          name: "Formal",
          x,
          y: rows.map(({ formalMillion }) => formalMillion),
          mark: "column",
        },
        {
          name: "Informal",
          x,
          y: rows.map(({ informalMillion }) => informalMillion),
          mark: "column",
        },
        {
          name: "Share of formal workers (right)",
          x,
          y: rows.map((row) =>
            100 * row.formalMillion / (row.formalMillion + row.informalMillion)
          ),
          mark: "line",
          isOnRight: true,
        },
        {
          ...statedDots(
            published,
            this.item,
            [[2019, "formal_share"]],
            "Share stated in the report (right)",
          ),
          isOnRight: true,
        },
      ],
      notes: [],
      source: openSource("BPS, Sakernas, first releases for 2018–19"),
    };
  },
};
