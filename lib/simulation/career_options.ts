import type { AgeShare } from "@jkp/experience";
import type { Month } from "@jkp/month";

/** Which careers to draw. */
export interface CareerOptions {
  /** Number of careers. */
  readonly careers: number;
  /**
   * Years that are looked at. Those after the assumptions' last have its unemployment, and
   * wages go on growing as in it.
   */
  readonly years: number;
  /** Whole number of 32 bits that fixes every draw. */
  readonly seed: number;
  /**
   * First month that is looked at.
   *
   * @default The terms' first month of benefits.
   */
  readonly firstMonth?: Month;
  /**
   * Years drawn before the first month, so that histories and earlier claims are there.
   *
   * @default 10
   */
  readonly burnInYears?: number;
  /**
   * Relative hazard of a job's end in each year of tenure; the last holds for all later
   * ones. In the stationary state the mean over all members is the assumed termination
   * rate; after years of high unemployment more members are new, and more of them leave.
   *
   * @default [1]
   */
  readonly tenureShape?: readonly number[];
  /**
   * Part of the variance of the logarithm of wages that lies between the jobs of a person,
   * not between persons: from 0 to below 1. An extract of averages does not tell it.
   *
   * @default 0
   */
  readonly wageVarianceBetweenJobs?: number;
  /**
   * Ages of members, as `memberAges` finds them in an extract; even within a group.
   *
   * They are the ages in the middle of the months looked at: a member is younger before
   * and older after. Nobody enters or retires, so the distribution holds in the middle
   * and only roughly on average over the months looked at; a member outside the youngest
   * and oldest age is counted at that age. Age has no effect on jobs, wages and time out
   * of work, and the young have histories as long as others.
   *
   * @default [{ ageFrom: 30, ageTo: 30, share: 1 }]: everybody is always 30.
   */
  readonly ages?: readonly AgeShare[];
  /**
   * Growth of wages a year.
   *
   * @default As mean insurable earnings of members grow in the assumptions.
   */
  readonly wageGrowthPerYear?: number;
  /**
   * Number of the first career: careers 0 to 99 and 100 to 199 are those of 0 to 199.
   *
   * @default 0
   */
  readonly firstCareer?: number;
  /**
   * Careers held in memory at once. Nothing else depends on it.
   *
   * @default 10000
   */
  readonly batchSize?: number;
}
