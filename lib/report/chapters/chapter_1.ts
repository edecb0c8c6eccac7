import { figure118 } from "../figures/formality.ts";
import { figure119, figure120 } from "../figures/growth.ts";
import { figure111, figure112 } from "../figures/jht_ages.ts";
import { figure11 } from "../figures/jht_claims.ts";
import { figure117 } from "../figures/jht_inactivity.ts";
import { figure113, figure114 } from "../figures/jht_service.ts";
import { figure115, figure116 } from "../figures/jht_withdrawals.ts";
import { figure110, figure15, figure18, figure19 } from "../figures/labour_by_age.ts";
import { figure14, figure16, figure17 } from "../figures/labour_force.ts";
import { figure12, figure13 } from "../figures/population.ts";
import { figure121, figure122, figure123 } from "../figures/prices_and_yields.ts";
import type { ReportItem } from "../item.ts";
import {
  footnote4,
  section111,
  section113,
  section121,
  table11Note1,
  table11Note2,
} from "../sections/quoted.ts";
import {
  footnote3,
  footnote9,
  section11,
  section112,
  table12Note1,
} from "../sections/section_1_1.ts";
import { section123 } from "../sections/section_1_2_3.ts";
import { footnote12, section124 } from "../sections/section_1_2_4.ts";
import { table11 } from "../tables/contributions.ts";
import { table12 } from "../tables/coverage.ts";
import { table14, table15 } from "../tables/member_earnings.ts";
import { table13 } from "../tables/members.ts";

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
