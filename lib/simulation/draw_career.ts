import { DAYS_PER_MONTH } from "@jkp/month";
import { TERMINATION_CAUSES } from "@jkp/scheme";
import { type BatchBuilder, STILL_EMPLOYED } from "./career_batch.ts";
import type { CareerModel } from "./career_model.ts";
import type { RandomStream } from "@jkp/numeric";
import { hazardScale, monthsBefore } from "./job_length.ts";
import { monthsExceededBy, passedMonths } from "./time_out_of_work.ts";

const INVOLUNTARY = TERMINATION_CAUSES.indexOf("involuntary");
const VOLUNTARY = TERMINATION_CAUSES.indexOf("voluntary_resignation");
/** Highest hazard a month that draws allow: jobs last more than a month on average. */
const HIGHEST_RATE = 0.95;

/**
 * Draws one career and adds its jobs.
 *
 * It starts in the stationary state: at work, as far into a job as members seen in one
 * month are, or out of work for as long as those seen out of work are. Leavers' lower
 * wages come from a hazard that falls with the wage: among all terminations the
 * logarithms of wages then lie lower by the shift, while the mean hazard of members
 * stays.
 */
export function drawCareer(
  model: CareerModel,
  stream: RandomStream,
  batch: BatchBuilder,
): void {
  const { drawnFrom, lastMonth, terminationRate, jobs, timeOut, wages } = model;
  const shift = wages.leaversLogShift / model.spreadOfPersons;
  const isEmployed = stream.uniform() <= model.employedShare;
  const standing = stream.standardNormal() - (isEmployed ? 0 : shift);
  const relative = shift === 0 ? 1 : Math.exp(-shift * standing - shift * shift / 2);
  const rate = Math.min(HIGHEST_RATE, terminationRate * relative);
  const scale = shift === 0 ? model.meanScale : hazardScale(jobs, 1 / rate);
  const logWage = Math.log(wages.meanIdrPerMonth) - wages.logSpread ** 2 / 2 +
    model.spreadOfPersons * standing;

  let first: number;
  if (isEmployed) {
    first = drawnFrom - monthsBefore(jobs, scale, 1 / rate, stream.uniform());
  } else {
    const passed = passedMonths(timeOut, stream.uniform());
    const lasting = timeOut.survivalByDay[passed * DAYS_PER_MONTH]!;
    const months = monthsExceededBy(timeOut, stream.uniform() * lasting);
    first = drawnFrom + Math.max(1, Math.ceil(months) - passed);
  }
  while (first <= lastMonth) {
    const wage = Math.exp(
      model.spreadOfJobs === 0
        ? logWage
        : logWage + model.spreadOfJobs * stream.standardNormal(),
    );
    const last = lastMonthOfJob(model, first, -Math.log(stream.uniform()) / scale);
    if (last > lastMonth) {
      batch.add(first, lastMonth, STILL_EMPLOYED, 0, wage);
      return;
    }
    const isInvoluntary = stream.uniform() <= model.involuntaryShare;
    const months = monthsExceededBy(timeOut, stream.uniform());
    batch.add(first, last, isInvoluntary ? INVOLUNTARY : VOLUNTARY, months, wage);
    first = last + 1 + Math.ceil(months);
  }
}

/**
 * The month in which the hazard summed over the job's months, from the first drawn on,
 * reaches a threshold; one after the last drawn if none.
 */
function lastMonthOfJob(model: CareerModel, first: number, threshold: number): number {
  const { drawnFrom, lastMonth, relativeUnemployment, jobs: { shape } } = model;
  const lastYear = shape.length - 1;
  const start = Math.max(first, drawnFrom);
  let tenure = start - first;
  let sum = 0;
  for (let month = start; month <= lastMonth; month++, tenure++) {
    const year = tenure < 12 * lastYear ? Math.floor(tenure / 12) : lastYear;
    sum += relativeUnemployment[month - drawnFrom]! * shape[year]!;
    if (sum >= threshold) return month;
  }
  return lastMonth + 1;
}
