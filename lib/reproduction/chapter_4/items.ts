import { figure41 } from "./figure_4_1_termination_package.ts";
import type { ReportItem } from "../item.ts";
import { section44, table42Note1 } from "../quoted.ts";
import { footnote30, section41 } from "./section_4_1_transition.ts";
import { footnote31 } from "./section_4_3_severance_and_insurance.ts";
import { table42 } from "./table_4_2_severance.ts";
import { table41 } from "./table_4_1_transition.ts";

/** Chapter 4: policy considerations. */
export const CHAPTER_4: readonly ReportItem[] = [
  section41,
  footnote30,
  table41,
  table42,
  table42Note1,
  figure41,
  footnote31,
  section44,
];
