import type { ReportItem } from "../item.ts";
import { input, open } from "../reproduced.ts";

/** Footnote 12: the longest inactivity. */
export const footnote12: ReportItem = {
  item: "text_fn_12",
  number: "footnote 12",
  title: "Truncation of the duration of inactivity",
  cells: ({ scenarios }) => ({
    inactivity_truncation: input(scenarios.base.maximumUnemploymentMonths),
  }),
};

/** Section 1.2.4: informal employment, besides figure 1.18. */
export const section124: ReportItem = {
  item: "text_1_2_4",
  number: "section 1.2.4",
  title: "Informal employment in Indonesia",
  cells: ({ open: { employment_by_industry: rows } }) => ({
    agri_share: open(
      100 * rows.find(({ industry }) => industry.startsWith("agriculture"))!.share,
    ),
  }),
  reasonForNone: "formal workers by industry were not found",
};
