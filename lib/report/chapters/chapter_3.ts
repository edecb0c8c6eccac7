import { figure31, figure33 } from "../figures/demographic_ratio.ts";
import { figure32, figure34 } from "../figures/payg_cost_rate.ts";
import type { ReportItem } from "../item.ts";
import { section3, section31 } from "../sections/quoted.ts";
import {
  section321,
  section322,
  section323,
  section324,
  section325,
  section326,
} from "../sections/section_3_2.ts";
import { section33 } from "../sections/section_3_3.ts";
import { section34 } from "../sections/section_3_4.ts";
import {
  footnote28,
  section35,
  section351,
  section352,
  section353,
} from "../sections/section_3_5.ts";
import { table34 } from "../tables/assumptions.ts";
import { table31 } from "../tables/design.ts";
import { table32, table35, table36 } from "../tables/earnings.ts";
import { table33, table37 } from "../tables/findings.ts";

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
