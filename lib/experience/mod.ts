/**
 * What happened? Rates and profiles from an extract, each with its basis; credibility,
 * graduation and seasonality of terminations, actual against expected, and late reports.
 *
 * @module
 */

export { type ActualExpectedStudy, actualToExpected } from "./actual_expected.ts";
export { checkAggregateExperience } from "./aggregate_checks.ts";
export { parseAggregateExperience } from "./aggregate_experience.ts";
export { figuresOfExtract, figuresOfFacts, figuresOfPeriod } from "./counted_figures.ts";
export { buhlmannStraub } from "./credibility.ts";
export { bornhuetterFerguson } from "./development/bornhuetter_ferguson.ts";
export { chainLadder, developmentPattern } from "./development/chain_ladder.ts";
export { claimDelays } from "./development/claim_delays.ts";
export {
  type Completeness,
  completeness,
  type CompletenessMonth,
} from "./development/completeness.ts";
export {
  type DelayCurve,
  parseDelayCurve,
  reportedAt,
} from "./development/delay_curve.ts";
export {
  COMPLETE_FROM,
  type EdgeMonth,
  incompleteEdge,
} from "./development/incomplete_edge.ts";
export {
  type LateReports,
  lateReports,
  reportsUnderDelay,
} from "./development/late_reports.ts";
export { mackErrors } from "./development/mack.ts";
export { runOffTriangle } from "./development/triangle.ts";
export {
  latestVintages,
  parseVintages,
  type Vintage,
  vintageDelayCurve,
} from "./development/vintages.ts";
export { type Eligibility, eligibility } from "./eligibility.ts";
export { type AgeGroupExperience, experienceByAge } from "./experience_by_age.ts";
export { type ExpectedRate, parseExpectedRates } from "./expected_rates.ts";
export { graduateRates } from "./graduate_rates.ts";
export {
  HIGH_COST_YEARS,
  type Indicator,
  type IndicatorFigures,
  indicators,
  type Known,
  unknownFigures,
} from "./indicators.ts";
export { benefitNumbers } from "./jkp/benefit_numbers.ts";
export { jkpBasis, type JkpExperience, jkpExperience } from "./jkp/jkp_experience.ts";
export { type LeaverAges, shareOfAges } from "./leaver_ages.ts";
export { type AgeShare, memberAges } from "./member_ages.ts";
export { CONTROL_LEVEL } from "./monitoring/control_limits.ts";
export { CUSUM_DEFAULTS, cusumRunLength } from "./monitoring/cusum.ts";
export { monthlyFiguresOfExtract } from "./monitoring/extract_figures.ts";
export { monitorExtracts } from "./monitoring/extract_series.ts";
export {
  type MonitoredPoint,
  type MonitoredSeries,
  monitorSeries,
  type SeriesPoint,
} from "./monitoring/monitor_series.ts";
export {
  AGREES_WITHIN,
  type MonthlyFigure,
  type MonthlyQuantity,
  parseMonthlyFigures,
  reconcileAccounts,
  type ReconciledFigure,
} from "./monitoring/monthly_figures.ts";
export { withOwnDispersion } from "./monitoring/own_dispersion.ts";
export { poissonInterval } from "./poisson_interval.ts";
export { seasonality } from "./seasonality.ts";
export { type Experience, studyExperience } from "./study_experience.ts";
export { STUDY_SPLITS, type StudySplit } from "./study_cells.ts";
export type { StudyCell } from "./study_rates.ts";
export {
  type TerminationGroup,
  terminationRates,
  type TerminationSplit,
} from "./termination.ts";
export {
  type StudyCurve,
  type TerminationExperience,
  terminationStudy,
} from "./termination_study.ts";
export { wagesByAge } from "./wages_by_age.ts";
export { whittakerHenderson } from "./whittaker_henderson.ts";
