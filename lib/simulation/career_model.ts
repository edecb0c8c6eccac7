import { type Month, monthOf, valueInYear, yearOf } from "@jkp/month";
import type { ValuationAssumptions } from "@jkp/valuation";
import { type AgeLaw, ageLaw } from "./age_law.ts";
import type { CareerOptions } from "./career_options.ts";
import { exactHazardScale, type JobLength, jobLength } from "./job_length.ts";
import { type TimeOutOfWork, timeOutOfWork } from "./time_out_of_work.ts";
import { wageIndex, type WageLaw, wageLaw } from "./wage_law.ts";

/** Months of wages before the first that are known, for rules that look back. */
export const LOOK_BACK_MONTHS = 240;

/** Everything that careers are drawn from. */
export interface CareerModel {
  /** First month of the draw, before the first that is looked at. */
  readonly drawnFrom: Month;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Ages in the middle month. */
  readonly ages: AgeLaw;
  readonly middleMonth: Month;
  /** Terminations per member and month in a month of reference unemployment. */
  readonly terminationRate: number;
  readonly involuntaryShare: number;
  /** Unemployment over its reference, by month from `drawnFrom`. */
  readonly relativeUnemployment: Float64Array;
  readonly jobs: JobLength;
  /** Hazard scale of a member of mean hazard. */
  readonly meanScale: number;
  readonly timeOut: TimeOutOfWork;
  /** Share of careers that contribute, in the stationary state. */
  readonly employedShare: number;
  readonly wages: WageLaw;
  /** Standard deviation of log wages between persons, and between a person's jobs. */
  readonly spreadOfPersons: number;
  readonly spreadOfJobs: number;
  /** Wages over those of the law's year, by month from LOOK_BACK_MONTHS earlier. */
  readonly wageIndex: Float64Array;
}

/** Prepares assumptions for draws. */
export function careerModel(
  assumptions: ValuationAssumptions,
  options: CareerOptions,
): CareerModel {
  const { terminationRatePerMonth: rate, involuntaryShare, members } = assumptions;
  if (!(rate > 0 && rate < 0.9)) {
    throw new RangeError(
      "Cannot simulate careers: a termination rate above 0 and below 0.9 is wanted, " +
        `got ${rate}`,
    );
  }
  if (assumptions.terminationRelativity !== undefined) {
    throw new RangeError(
      "Cannot simulate careers: members of the same sexes and ages in all years are " +
        "wanted, got members that follow a population",
    );
  }
  const firstMonth = options.firstMonth ?? assumptions.terms.firstBenefitMonth;
  const drawnFrom = firstMonth - 12 * (options.burnInYears ?? 10);
  const lastMonth = firstMonth + 12 * options.years - 1;
  const jobs = jobLength(options.tenureShape ?? [1]);
  const timeOut = timeOutOfWork(assumptions);
  const wages = wageLaw(assumptions);
  const between = options.wageVarianceBetweenJobs ?? 0;
  const firstProjected = monthOf(members.firstYear + 1, 1);
  const { unemploymentRate, followsUnemployment = true } = assumptions;
  const lastYear = unemploymentRate.firstYear + unemploymentRate.values.length - 1;
  return {
    drawnFrom,
    firstMonth,
    lastMonth,
    ages: ageLaw(options.ages ?? [{ ageFrom: 30, ageTo: 30, share: 1 }]),
    middleMonth: firstMonth + 6 * options.years,
    terminationRate: rate,
    involuntaryShare,
    // As the projection has it: reference unemployment up to the base year, and in all
    // months where terminations do not follow it.
    relativeUnemployment: byMonth(
      drawnFrom,
      lastMonth,
      (month) =>
        month < firstProjected || !followsUnemployment
          ? 1
          : valueInYear(unemploymentRate, Math.min(lastYear, yearOf(month))) /
            assumptions.referenceUnemploymentRate,
    ),
    jobs,
    meanScale: exactHazardScale(jobs.shape, 1 / rate),
    timeOut,
    employedShare: 1 / (1 + rate * timeOut.meanMonths),
    wages,
    spreadOfPersons: wages.logSpread * Math.sqrt(1 - between),
    spreadOfJobs: wages.logSpread * Math.sqrt(between),
    wageIndex: byMonth(
      drawnFrom - LOOK_BACK_MONTHS,
      lastMonth,
      (month) =>
        wageIndex(
          assumptions.earnings.membersIdr,
          wages,
          yearOf(month),
          options.wageGrowthPerYear,
        ),
    ),
  };
}

function byMonth(first: Month, last: Month, value: (month: Month) => number) {
  return Float64Array.from({ length: last - first + 1 }, (_, i) => value(first + i));
}
