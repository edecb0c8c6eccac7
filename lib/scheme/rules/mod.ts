/**
 * A scheme's law as data: sections with dated versions, and what holds in a month.
 *
 * @module
 */

export type {
  AgeBands,
  Benefit,
  BenefitLimit,
  Duration,
  DurationBand,
  InsurableEarnings,
  Limit,
  LimitIndex,
  ReferenceWage,
  WageBand,
} from "./benefit_sections.ts";
export { parseScheme, readScheme } from "./read_scheme.ts";
export { rulesAt, rulesBetween, schemeStart } from "./rules_at.ts";
export type { FurtherSections, NeededSections, Rules, Scheme } from "./scheme.ts";
export type { SchemeHead, SchemeSections } from "./scheme_file.ts";
export {
  type ClaimRules,
  type Contingency,
  type ContractType,
  type Coverage,
  type Dated,
  type EnterpriseSize,
  type ExcludingBenefit,
  type Financing,
  type MemberRegister,
  type Membership,
  type NonCompliance,
  type OtherBenefit,
  type OtherContingency,
  type OtherEarnings,
  type Qualifying,
  type Recomposition,
  type ReemploymentAllowance,
  type RepeatClaims,
  type RiskLevel,
  type Severance,
  TERMINATION_REASONS,
  type TerminationReason,
  type Treatment,
  type WaitingPeriod,
  type WorkerGroup,
} from "./sections.ts";
