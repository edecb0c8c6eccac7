import { figure31, figure33 } from "./figure_3_1_and_3_3_demographic_ratio.ts";
import { figure32, figure34 } from "./figure_3_2_and_3_4_payg_cost_rate.ts";
import type { ReportItem } from "../item.ts";
import { section3, section31 } from "../quoted.ts";
import {
  section321,
  section322,
  section323,
  section324,
  section325,
  section326,
} from "./section_3_2_assumptions.ts";
import { section33 } from "./section_3_3_base_projection.ts";
import { section34 } from "./section_3_4_sensitivities.ts";
import {
  footnote28,
  section35,
  section351,
  section352,
  section353,
} from "./section_3_5_other_scenarios.ts";
import { table34 } from "./table_3_4_assumptions.ts";
import { table31 } from "./table_3_1_and_e1_design.ts";
import { table32, table35, table36 } from "./table_3_2_3_5_and_3_6_earnings.ts";
import { table33, table37 } from "./table_3_3_3_7_and_e2_contribution_rates.ts";

/** Chapter 3: the actuarial valuation. */
export const CHAPTER_3: readonly ReportItem[] = [
  section3,
  section31,
  table31,
  section321,
  section322,
  table32,
  section323,
  section324,
  section325,
  section326,
  section33,
  figure31,
  figure32,
  table33,
  section34,
  table34,
  section35,
  section351,
  footnote28,
  table35,
  section352,
  table36,
  section353,
  figure33,
  figure34,
  table37,
];
