import type { ReportItem } from "../item.ts";
import { executiveSummary } from "./executive_summary.ts";
import { tableE1 } from "../chapter_3/table_3_1_and_e1_design.ts";
import { tableE2 } from "../chapter_3/table_3_3_3_7_and_e2_contribution_rates.ts";

/** The executive summary. */
export const SUMMARY: readonly ReportItem[] = [executiveSummary, tableE1, tableE2];
