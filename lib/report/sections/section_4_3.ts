import { unemploymentInsuranceMonths } from "@jkp/scheme";
import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";

/** Footnote 31: what unemployment insurance pays at most. */
export const footnote31: ReportItem = {
  item: "text_fn_31",
  number: "footnote 31",
  isOfExtract: false,
  title: "Unemployment insurance in months of earnings",
  cells: ({ rules }) => ({
    ui_months_equivalent: model(
      unemploymentInsuranceMonths(rules, rules.qualifying.contributionMonths / 12),
    ),
  }),
};
