import { figure118 } from "./figure_1_18_formality.ts";
import { figure119, figure120 } from "./figure_1_19_and_1_20_growth.ts";
import { figure111, figure112 } from "./figure_1_11_and_1_12_jht_ages.ts";
import { figure11 } from "./figure_1_1_jht_claims.ts";
import { figure117 } from "./figure_1_17_jht_inactivity.ts";
import { figure113, figure114 } from "./figure_1_13_and_1_14_jht_service.ts";
import { figure115, figure116 } from "./figure_1_15_and_1_16_jht_withdrawals.ts";
import {
  figure110,
  figure15,
  figure18,
  figure19,
} from "./figure_1_5_and_1_8_to_1_10_labour_by_age.ts";
import { figure14, figure16, figure17 } from "./figure_1_4_1_6_and_1_7_labour_force.ts";
import { figure12, figure13 } from "./figure_1_2_and_1_3_population.ts";
import {
  figure121,
  figure122,
  figure123,
} from "./figure_1_21_to_1_23_prices_and_yields.ts";
import type { ReportItem } from "../item.ts";
import {
  footnote4,
  section111,
  section113,
  section121,
  table11Note2,
} from "../quoted.ts";
import {
  footnote3,
  footnote9,
  section11,
  section112,
  table11Note1,
  table12Note1,
} from "./section_1_1_legal_framework.ts";
import { section123 } from "./section_1_2_3_jht_members_and_claims.ts";
import { footnote12, section124 } from "./section_1_2_4_informal_employment.ts";
import { table11 } from "./table_1_1_contributions.ts";
import { table12 } from "./table_1_2_coverage.ts";
import { table14, table15 } from "./table_1_4_and_1_5_member_earnings.ts";
import { table13 } from "./table_1_3_members.ts";

/** Chapter 1: general overview of the context. */
export const CHAPTER_1: readonly ReportItem[] = [
  section11,
  table11,
  table11Note1,
  table11Note2,
  table12,
  table12Note1,
  footnote3,
  footnote4,
  section111,
  section112,
  figure11,
  footnote9,
  section113,
  section121,
  figure12,
  figure13,
  figure14,
  figure15,
  figure16,
  figure17,
  figure18,
  figure19,
  figure110,
  section123,
  table13,
  figure111,
  figure112,
  table14,
  table15,
  figure113,
  figure114,
  figure115,
  figure116,
  footnote12,
  figure117,
  section124,
  figure118,
  figure119,
  figure120,
  figure121,
  figure122,
  figure123,
];
