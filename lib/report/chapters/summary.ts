import type { ReportItem } from "../item.ts";
import { executiveSummary } from "../sections/executive_summary.ts";
import { tableE1 } from "../tables/design.ts";
import { tableE2 } from "../tables/findings.ts";

/** The executive summary. */
export const SUMMARY: readonly ReportItem[] = [executiveSummary, tableE1, tableE2];
