/**
 * Histories of members over all their spells: qualifying service, leavers, inactivity.
 *
 * @module
 */

export type { CountWindow } from "./age_spans.ts";
export * from "./effective_weight.ts";
export * from "./inactivity.ts";
export type { GroupValues } from "./inactivity_groups.ts";
export {
  INACTIVITY_CAUSES,
  type InactivityCause,
  type InactivityFlow,
  type InactivityObservations,
  STILL_INACTIVE,
} from "./inactivity_table.ts";
export * from "./leaver_summaries.ts";
export * from "./leavers.ts";
export type { MonthSpan } from "./month_runs.ts";
export * from "./service_rule.ts";
export * from "./service_shares.ts";
