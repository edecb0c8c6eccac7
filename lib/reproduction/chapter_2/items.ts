import { figure21 } from "../chapter_1/figure_1_2_and_1_3_population.ts";
import type { ReportItem } from "../item.ts";
import { section2 } from "../quoted.ts";
import { section21 } from "./section_2_1_population.ts";
import { section221, section222, section223 } from "./section_2_2_economic_scenarios.ts";
import { table22, table24, table25 } from "./table_2_2_2_4_and_2_5_economy.ts";
import { table21, table23 } from "./table_2_1_and_2_3_population.ts";

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
