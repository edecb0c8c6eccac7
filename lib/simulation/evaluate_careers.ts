import { yearOf } from "@jkp/month";
import type { LimitIndex, Rules, Scheme } from "@jkp/scheme";
import { checkAssumptions, type ValuationAssumptions } from "@jkp/valuation";
import { careerModel } from "./career_model.ts";
import { simulateCareers } from "./careers.ts";
import { checkCareerOptions } from "./check_career_options.ts";
import { CareerEvaluator } from "./evaluate_career.ts";
import { schemeModel } from "./scheme_model.ts";
import type { SimulationOptions } from "./simulation_options.ts";
import { wageIndex } from "./wage_law.ts";

/**
 * The quantities of each career under each scheme, at the places `placeOf` gives. The
 * same array every time: copy what is to be kept.
 */
export function* evaluateCareers(
  assumptions: ValuationAssumptions,
  schemes: readonly (Rules | Scheme)[],
  options: SimulationOptions,
): Generator<Float64Array> {
  checkAssumptions(assumptions);
  checkCareerOptions(options);
  const { inForceYears = Infinity } = options;
  if (schemes.length === 0) {
    throw new RangeError("Cannot simulate schemes: at least one is wanted, got none");
  }
  for (const { name, currency } of schemes) {
    if (currency === "IDR") continue;
    throw new RangeError(
      `Cannot simulate ${name}: amounts in IDR, as wages are, are wanted, got ${currency}`,
    );
  }
  if (!(inForceYears >= 0)) {
    throw new RangeError(
      `Cannot simulate schemes: years in force from 0 are wanted, got ${inForceYears}`,
    );
  }
  const { drawnFrom, lastMonth, wages } = careerModel(assumptions, options);
  const path = assumptions.earnings.membersIdr;
  const { limitGrowthPerYear = {} } = options;
  const levelIn = (index: LimitIndex, year: number) => {
    const growth = limitGrowthPerYear[index];
    const isFixed = index === "none" || index === "prices";
    if (growth === undefined && isFixed) return 1;
    return wageIndex(path, wages, year, growth ?? options.wageGrowthPerYear);
  };
  const span = [yearOf(drawnFrom), yearOf(lastMonth + 1)] as const;
  const models = schemes.map((scheme) =>
    schemeModel(scheme, options.calculation ?? {}, span, levelIn)
  );
  const evaluator = new CareerEvaluator(models, 12 * inForceYears);
  for (const batch of simulateCareers(assumptions, options)) {
    for (let career = 0; career < batch.count; career++) {
      evaluator.evaluate(batch, career);
      yield evaluator.quantities;
    }
  }
}
