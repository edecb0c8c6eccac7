/**
 * What did single members do? Member-level extracts, one row a membership spell: reading
 * under any column mapping, checking, counting into the statistics extract, and histories
 * of members.
 *
 * @module
 */

export type { CheckOptions } from "./check/check_spells.ts";
export {
  type Finding,
  type FindingSink,
  type Rule,
  type RuleName,
  RULES,
  type Severity,
} from "./check/finding.ts";
export {
  type QualityReport,
  qualityReport,
  type RuleOutcome,
  type RuleState,
} from "./check/quality_report.ts";
export type { ReadSpellsOptions, SpellCounter, SpellsRead } from "./check/read_spells.ts";
export type { BuiltStatistics } from "./count/build_statistics.ts";
export { StatisticsCounts } from "./count/statistics_counts.ts";
export { toStatistics } from "./count/to_statistics.ts";
export type { SpellFolder } from "./folder/spell_folder.ts";
export type { SpellFormat, SpellsWritten } from "./folder/write_spell_folder.ts";
export type { CountWindow } from "./histories/age_spans.ts";
export { EffectiveWeight } from "./histories/effective_weight.ts";
export {
  causeCode,
  ENDING_CLAIMS,
  InactivityCounts,
  type InactivityGroup,
  type InactivityOptions,
} from "./histories/inactivity.ts";
export { type GroupValues, NO_CLAIM } from "./histories/inactivity_groups.ts";
export {
  INACTIVITY_CAUSES,
  type InactivityCause,
  type InactivityFlow,
  type InactivityObservations,
  STILL_INACTIVE,
} from "./histories/inactivity_table.ts";
export {
  type LeaverEligibility,
  leaverEligibility,
  type LeaverGroup,
  type LeaverKey,
  type LeaverWages,
  leaverWages,
} from "./histories/leaver_summaries.ts";
export {
  type ActiveWageRow,
  LeaverCounts,
  type LeaverRow,
  type Leavers,
  type LeaversOptions,
} from "./histories/leavers.ts";
export type { MonthSpan } from "./histories/month_runs.ts";
export {
  checkServiceRule,
  isContinuous,
  type ServiceRule,
} from "./histories/service_rule.ts";
export {
  type ServiceShareRow,
  ServiceShares,
  type ServiceSharesOptions,
} from "./histories/service_shares.ts";
export {
  type CarriedColumn,
  endReasonCode,
  NO_MONTH,
  NO_REASON,
  type Spell,
  type SpellColumns,
  spellColumns,
} from "./spell_columns.ts";
