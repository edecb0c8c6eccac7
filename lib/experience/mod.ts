/**
 * What happened? Rates and profiles from an extract, each with its basis; credibility,
 * graduation and seasonality of terminations, and actual against expected.
 *
 * @module
 */

export {
  type ActualExpected,
  type ActualExpectedGroup,
  type ActualExpectedOptions,
  type ActualExpectedStudy,
  actualToExpected,
  ratioOfActual,
} from "./actual_expected.ts";
export {
  type BuhlmannStraub,
  buhlmannStraub,
  type CredibleCell,
  type FullCredibility,
  fullCredibilityClaims,
  limitedFluctuationFactor,
  type Observation,
} from "./credibility.ts";
export type { DifferenceOrder } from "./difference_penalty.ts";
export { type BySex, type EarningsProfile, earningsProfile } from "./earnings.ts";
export { type Eligibility, eligibility } from "./eligibility.ts";
export { type ExpectedRate, parseExpectedRates } from "./expected_rates.ts";
export {
  graduateRates,
  type RateGraduation,
  type RateGraduationOptions,
} from "./graduate_rates.ts";
export {
  type LeaverAgeGroup,
  type LeaverAges,
  leaverAges,
  shareOfAges,
} from "./leaver_ages.ts";
export { type AgeShare, memberAges } from "./member_ages.ts";
export { type Interval, poissonInterval } from "./poisson_interval.ts";
export {
  type SeasonalFactor,
  type Seasonality,
  seasonality,
  type SeasonalityOptions,
} from "./seasonality.ts";
export { type Experience, studyExperience, type StudyOptions } from "./study.ts";
export { STUDY_SPLITS, type StudySplit } from "./study_cells.ts";
export type { StudyCell } from "./study_rates.ts";
export {
  type TerminationGroup,
  type TerminationOptions,
  type TerminationRate,
  terminationRates,
  type TerminationSplit,
  type TerminationStudy,
} from "./termination.ts";
export {
  type StudyCredibility,
  type StudyCurve,
  type TerminationExperience,
  terminationStudy,
  type TerminationStudyOptions,
} from "./termination_study.ts";
export { TooFewDataError } from "./too_few_data.ts";
export { wagesByAge, type WagesOfAge } from "./wages_by_age.ts";
export {
  type Graduation,
  whittakerHenderson,
  type WhittakerHendersonOptions,
} from "./whittaker_henderson.ts";
