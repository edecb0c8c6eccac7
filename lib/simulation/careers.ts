import { checkAssumptions, type ValuationAssumptions } from "@jkp/valuation";
import { ageInMonths } from "./age_law.ts";
import { BatchBuilder, type CareerBatch } from "./career_batch.ts";
import { careerModel, LOOK_BACK_MONTHS } from "./career_model.ts";
import type { CareerOptions } from "./career_options.ts";
import { randomFraction, randomStream } from "@jkp/numeric";
import { checkCareerOptions } from "./check_career_options.ts";
import { drawCareer } from "./draw_career.ts";

export { type CareerBatch, STILL_EMPLOYED } from "./career_batch.ts";

/**
 * Draws contribution histories, batch by batch.
 *
 * A member's job ends in a month with the assumed termination rate, moved with
 * unemployment; the end is involuntary with the assumed share. The time without
 * contribution follows the survival curve, and all who are still out at its maximum
 * number of months come back. Wages are lognormal across persons and grow together. Every
 * career starts in the stationary state, years before the first month that is looked at.
 * Ages are drawn apart from all this, for the middle of the months looked at.
 *
 * Each career has random numbers of its own, fixed by seed and number: memory holds one
 * batch, and the result does not depend on its size.
 *
 * @throws {DataError} With everything that is wrong with the assumptions.
 * @throws {RangeError} If an option or the termination rate cannot be met.
 * @see Law and Kelton, Simulation Modeling and Analysis, chapter 9: steady state.
 */
export function* simulateCareers(
  assumptions: ValuationAssumptions,
  options: CareerOptions,
): Generator<CareerBatch> {
  checkAssumptions(assumptions);
  checkCareerOptions(options);
  const model = careerModel(assumptions, options);
  const { careers, seed, firstCareer = 0, batchSize = 10_000 } = options;
  for (let from = 0; from < careers; from += batchSize) {
    const batch = new BatchBuilder(Math.min(batchSize, careers - from));
    for (let i = 0; i < batch.count; i++) {
      const career = firstCareer + from + i;
      const age = ageInMonths(model.ages, randomFraction(seed, career));
      batch.birthMonth[i] = model.middleMonth - age;
      drawCareer(model, randomStream(seed, career), batch);
      batch.jobsFrom[i + 1] = batch.jobs;
    }
    yield {
      firstCareer: firstCareer + from,
      drawnFrom: model.drawnFrom,
      firstMonth: model.firstMonth,
      lastMonth: model.lastMonth,
      ageLimits: model.ages,
      ...batch.columns(),
      wageIndex: model.wageIndex,
      wageIndexFrom: model.drawnFrom - LOOK_BACK_MONTHS,
    };
  }
}
