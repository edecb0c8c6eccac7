/**
 * What did single members do? Member-level extracts, one row a membership spell: reading
 * under any column mapping, checking, counting into the statistics extract, and histories
 * of members.
 *
 * @module
 */

export type { Finding } from "./check/finding.ts";
export type { QualityReport, RuleOutcome } from "./check/quality_report.ts";
export type { ReadSpellsOptions } from "./check/read_spells.ts";
export type { BuildOptions, BuiltStatistics } from "./count/build_statistics.ts";
export { exactSumsFiles } from "./count/exact_sums_file.ts";
export { countRecords } from "./count/count_records.ts";
export { LargestWageCounts } from "./count/largest_wage_counts.ts";
export { StatisticsBlocks } from "./count/statistics_blocks.ts";
export type { RegisterDraft } from "./survey/draft_register.ts";
export type { FolderSurvey, SurveyedTable } from "./survey/survey_folder.ts";
export type { LedgerBatch } from "./folder/ledger_columns.ts";
export type { SpellFormat } from "./folder/write_spell_folder.ts";
export { ClaimDelayCounts, type ClaimDelayRow } from "./histories/claim_delays.ts";
export { EffectiveWeight } from "./histories/effective_weight.ts";
export { InactiveStock } from "./histories/inactive_stock.ts";
export { InactivityCounts, type InactivityGroup } from "./histories/inactivity.ts";
export type { GroupValues } from "./histories/inactivity_groups.ts";
export {
  INACTIVITY_CAUSES,
  type InactivityCause,
  type InactivityFlow,
  type InactivityObservations,
} from "./histories/inactivity_table.ts";
export {
  leaverEligibility,
  type LeaverGroup,
  type LeaverKey,
  type LeaverWages,
  leaverWages,
} from "./histories/leaver_summaries.ts";
export { LeaverCounts, type LeaverRow, type Leavers } from "./histories/leavers.ts";
export { SeemingHistory } from "./histories/seen_history.ts";
export type { ServiceRule } from "./histories/service_rule.ts";
export { type ServiceShareRow, ServiceShares } from "./histories/service_shares.ts";
export type {
  JkpBenefits,
  JkpClaims,
  JkpRegister,
  JkpWarning,
} from "./jkp/jkp_claims.ts";
export { PaymentDelays } from "./ledger/payment_delays.ts";
export type { ColumnKind } from "./source/spell_file.ts";
export {
  type CarriedColumn,
  endReasonCode,
  NO_MONTH,
  NO_REASON,
  type SpellColumns,
} from "./spell_columns.ts";
export { wantedInWords } from "./source/wanted.ts";
