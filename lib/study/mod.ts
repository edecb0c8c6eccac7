/**
 * What do your own questions show? Tables and figures of terminations, inactivity, service,
 * quality, schemes, careers and valuations.
 *
 * @module
 */

export { actualAgainstExpected } from "./actual_expected/actual_expected.ts";
export { actualExpectedFigures } from "./actual_expected/actual_expected_figures.ts";
export { actualExpectedTables } from "./actual_expected/actual_expected_tables.ts";
export {
  reformTable,
  ruleEffectsTable,
  simulatedSchemesFigure,
  simulatedSchemesTable,
} from "./careers/simulation_tables.ts";
export { conformity } from "./conformity/conformity.ts";
export { conformityBasis } from "./conformity/conformity_basis.ts";
export { conformityOverview, conformityTable } from "./conformity/conformity_tables.ts";
export { survivalFigure } from "./durations/survival_figure.ts";
export { fanFigure } from "./fan_figure.ts";
export { type SurvivalSummary, survivalSummary } from "./durations/survival_summary.ts";
export { survivalTable } from "./durations/survival_table.ts";
export { floorExhibits } from "./floor/floor_exhibits.ts";
export { claimDelayTables } from "./inactivity/claim_delay_tables.ts";
export { inactivitySummary } from "./inactivity/inactivity_summary.ts";
export { inactivityFigure, inactivityTables } from "./inactivity/inactivity_tables.ts";
export { timeOutOfWorkTable } from "./inactivity/time_out_of_work.ts";
export { jkpFigures } from "./jkp/jkp_figures.ts";
export { jkpTables } from "./jkp/jkp_tables.ts";
export { publishableJkp } from "./jkp/publishable_jkp.ts";
export { liveSheets } from "./live_workbook/live_sheets.ts";
export { indicatorsTable } from "./monitoring/indicators_table.ts";
export { accountsTable } from "./monitoring/accounts_table.ts";
export { monitoringFigures } from "./monitoring/monitoring_figures.ts";
export { type Monitoring } from "./monitoring/monitoring_labels.ts";
export { monitoringTables } from "./monitoring/monitoring_tables.ts";
export {
  formatValuationRecord,
  parseValuationRecord,
  rateSeriesTable,
  surplusTable,
  valuationRecord,
} from "./monitoring/valuation_record.ts";
export { figuresOfRegister } from "./monitoring/register_figures.ts";
export { monitorFacts } from "./monitoring/facts_series.ts";
export { monitorValuation } from "./monitoring/valuation_series.ts";
export { standardPersonExhibits } from "./persons/standard_persons.ts";
export {
  jkpCompletenessTables,
  paymentCompletenessTables,
} from "./quality/completeness_tables.ts";
export { findingsTable, qualityTable, suggestionTable } from "./quality/quality_table.ts";
export { affordableTable, isoCostFigure } from "./schemes/affordable_tables.ts";
export { companyChoiceNotes } from "./schemes/company_choice_notes.ts";
export { type SchemeComparison, schemeComparison } from "./schemes/compare_schemes.ts";
export {
  type ComparisonExhibits,
  comparisonExhibits,
} from "./schemes/comparison_exhibits.ts";
export { employeesTable, schemesCoverageTable } from "./schemes/coverage_tables.ts";
export { valuedReformFigure, valuedReformTable } from "./schemes/valued_reform.ts";
export { serviceSummary } from "./service/service_summary.ts";
export { experienceFigures } from "./terminations/experience_figures.ts";
export {
  experienceTables,
  graduatedRates,
  ratesByAgeTable,
} from "./terminations/experience_tables.ts";
export { lateReportTables, vintageTables } from "./terminations/late_report_tables.ts";
export { publishableExperience } from "./terminations/publishable_experience.ts";
export { ratesFigure } from "./terminations/rates_figure.ts";
export { technicalNote } from "./technical_note/technical_note.ts";
export type { NoteOrigin } from "./technical_note/origin.ts";
export {
  experienceErrorsInWords,
  experienceErrorsTable,
} from "./uncertainty/experience_errors_table.ts";
export { rateIntervalsTable } from "./uncertainty/rate_intervals_table.ts";
export { rateRuleExhibits } from "./uncertainty/rate_rule_exhibits.ts";
export {
  costsOverPaths,
  type SimulatedScheme,
  uncertaintyExhibits,
} from "./uncertainty/uncertainty_exhibits.ts";
export type { HowSureContent } from "./valuation_document/how_sure_section.ts";
export { assumptionSources } from "./valuation_document/assumption_sources.ts";
export { runningFundTables } from "./valuation_document/running_fund_tables.ts";
export { valuationDocument } from "./valuation_document/valuation_document.ts";
export { valuationSummary } from "./valuation_document/valuation_summary.ts";
export { assumptionPathsTable } from "./valuations/assumption_paths.ts";
export { choicesTable } from "./valuations/choices_table.ts";
export { reconciliationTable } from "./valuations/reconciliation_table.ts";
export { comparedCostRates, comparedRates } from "./valuations/compare_valuations.ts";
export { projectionTable, ratesTable } from "./valuations/projection_table.ts";
export { rulesTakenTables } from "./valuations/rules_taken.ts";
export { variantsTable } from "./valuations/variants_table.ts";
