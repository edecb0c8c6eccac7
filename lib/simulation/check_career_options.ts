import { valueInWords } from "@jkp/problem";
import type { CareerOptions } from "./career_options.ts";

/** Refuses options that cannot be met. */
export function checkCareerOptions(options: CareerOptions): void {
  const { careers, years, seed, burnInYears = 10, wageVarianceBetweenJobs = 0 } = options;
  const { firstCareer = 0, batchSize = 10_000 } = options;
  const whole: [string, number, number][] = [
    ["careers", careers, 1],
    ["years", years, 1],
    ["burn-in years", burnInYears, 2],
    ["a first career", firstCareer, 0],
    ["a batch size", batchSize, 1],
  ];
  for (const [what, value, least] of whole) {
    if (!(Number.isInteger(value) && value >= least)) {
      fail(
        `${what} as a whole number from ${least} is wanted, got ${valueInWords(value)}`,
      );
    }
  }
  if (seed !== (seed | 0)) {
    fail(`a whole number of 32 bits as seed is wanted, got ${valueInWords(seed)}`);
  }
  if (!(wageVarianceBetweenJobs >= 0 && wageVarianceBetweenJobs < 1)) {
    fail(
      "a part of the variance of wages from 0 to below 1 is wanted, got " +
        valueInWords(wageVarianceBetweenJobs),
    );
  }
}

function fail(what: string): never {
  throw new RangeError(`Cannot simulate careers: ${what}`);
}
