/**
 * What did BPJS-TK record? The statistics form of an extract: its vocabulary, reading with
 * every problem located, writing, and disclosure control.
 *
 * @module
 */

export { labelOfExtract } from "./data_label.ts";
export type { LargestContributions } from "./disclosure/largest_wages.ts";
export { publishableFiles } from "./disclosure/publishable.ts";
export { roundedMean } from "./disclosure/rounded_mean.ts";
export {
  dominanceRule,
  frequencyRule,
  suppressTable,
  type TableCell,
  TOTAL,
} from "./disclosure/suppress_table.ts";
export { type SuppressedGroups, suppressGroups } from "./disclosure/suppress_groups.ts";
export { COUNTED_REGISTER_FILE, DATA_FILES, EXACT_SUMS_FILE } from "./file_spec.ts";
export { draftManifest } from "./draft_manifest.ts";
export type {
  LedgerRules,
  RegisterTables,
  SpellManifest,
  StatisticsManifest,
} from "./extract_manifest.ts";
export {
  EXTRACT_ID_FILE,
  formatManifest,
  MANIFEST_FILE,
  parseSpellManifest,
} from "./manifest.ts";
export { refuseMonthsOutside } from "./months_outside.ts";
export {
  type ActiveRow,
  type InactiveRow,
  isServiceSeen,
  SERVICE_MONTHS,
  type ServiceRow,
  type StatisticsExtract,
  type WithdrawalRow,
} from "./statistics_extract.ts";
export {
  AGE_GROUPS,
  type AgeGroup,
  type BySex,
  bySex,
  END_REASONS,
  type EndReason,
  JKP_ENDS,
  JKP_OUTCOMES,
  type JkpEnd,
  type JkpOutcome,
  type Sex,
  SEX_BY_KEY,
  SEX_KEYS,
  SEXES,
  type SexKey,
  TERMINATION_REASONS,
  type TerminationReason,
} from "./vocabulary.ts";
