import { figure41 } from "../figures/termination_package.ts";
import type { ReportItem } from "../item.ts";
import { section44, table42Note1 } from "../sections/quoted.ts";
import { footnote30, section41 } from "../sections/section_4_1.ts";
import { footnote31 } from "../sections/section_4_3.ts";
import { table42 } from "../tables/severance.ts";
import { table41 } from "../tables/transition.ts";

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
