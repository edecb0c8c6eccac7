import { figure21 } from "../figures/population.ts";
import type { ReportItem } from "../item.ts";
import { section2 } from "../sections/quoted.ts";
import { section21 } from "../sections/section_2_1.ts";
import { section221, section222, section223 } from "../sections/section_2_2.ts";
import { table22, table24, table25 } from "../tables/economy.ts";
import { table21, table23 } from "../tables/population.ts";

/** Chapter 2: demographic and macro-economic environment. */
export const CHAPTER_2: readonly ReportItem[] = [
  section2,
  section21,
  figure21,
  table21,
  section221,
  table22,
  table23,
  section222,
  table24,
  section223,
  table25,
];
