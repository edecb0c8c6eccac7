import type { ReportItem } from "./item.ts";
import { input, type ReproducedCells } from "./reproduced.ts";
import type { ReportResults } from "./results.ts";

/** Statements that the report takes from others, or that are rules and advice. */
function quoted(
  item: string,
  number: string,
  title: string,
  reasonForNone: string,
  cells: (results: ReportResults) => ReproducedCells = () => ({}),
): ReportItem {
  return { item, number, title, cells, reasonForNone };
}

/** Table 1.1, note 2. */
export const table11Note2 = quoted(
  "text_table_1_1_note_2",
  "Table 1.1, note 2",
  "Risk categories of JKK",
  "a rule of the work accident scheme that enters no computation",
);

/** Footnote 4. */
export const footnote4 = quoted(
  "text_fn_4",
  "footnote 4",
  "Legal coverage of BPJS-TK",
  "quoted from Susanto (2019)",
);

/** Section 1.1.1. */
export const section111 = quoted(
  "text_1_1_1",
  "section 1.1.1",
  "Statutory severance payments",
  "quoted from Brusentsev, Newhouse and Vroman (2012)",
);

/** Section 1.1.3. */
export const section113 = quoted(
  "text_1_1_3",
  "section 1.1.3",
  "Setting up a comprehensive unemployment protection system",
  "a rule of the omnibus law, not of the design that is valued",
);

/** Section 1.2.1, besides figures 1.2 and 1.3. */
export const section121 = quoted(
  "text_1_2_1",
  "section 1.2.1",
  "Country's demography",
  "other countries' populations enter no computation",
);

/** Section 2, before 2.1. */
export const section2 = quoted(
  "text_2",
  "section 2",
  "Demographic and macro-economic environment",
  "a general statement on unemployment insurance",
  ({ terms }) => ({ val_projection_years: input(terms.projectionYears) }),
);

/** Section 3, before 3.1. */
export const section3 = quoted(
  "text_3",
  "section 3",
  "Actuarial valuation",
  "advice, not computed",
);

/** Section 3.1, besides Table 3.1. */
export const section31 = quoted(
  "text_3_1",
  "section 3.1",
  "Proposed design option",
  "rules and examples that enter no computation",
);

/** Table 4.2, note 1. */
export const table42Note1 = quoted(
  "text_table_4_2_note_1",
  "Table 4.2, note 1",
  "Allowances counted for severance pay",
  "a rule of severance pay that enters no computation",
);

/** Section 4.4. */
export const section44 = quoted(
  "text_4_4",
  "section 4.4",
  "Rate-setting mechanism",
  "advice and examples, not computed; the reserve is compared in section 3.2.6",
);
