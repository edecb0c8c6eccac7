import { checkArgument, checkNumber, checkWords, valueInWords } from "@jkp/problem";
import { YEARS_INVESTED } from "@jkp/valuation";
import type { CostPaths } from "../cost_paths.ts";

/** A range that the figures of a year have to be in. */
interface Wanted {
  readonly inWords: string;
  readonly isMet: (value: number) => boolean;
}

const AMOUNT: Wanted = {
  inWords: "an amount of 0 or more",
  isMet: (value) => value >= 0 && Number.isFinite(value),
};

/** Figures of a path that are wanted of every year. */
const YEARLY = {
  insurableEarningsIdr: {
    inWords: "an amount above 0",
    isMet: (value) => value > 0 && Number.isFinite(value),
  },
  benefitsIdr: AMOUNT,
  administrationIdr: AMOUNT,
  investmentReturn: {
    inWords: "a return above -1",
    isMet: (value) => value > -1 && Number.isFinite(value),
  },
  unemploymentRate: {
    inWords: "a fraction from 0 to 1",
    isMet: (value) => value >= 0 && value <= 1,
  },
} as const satisfies Partial<Record<keyof CostPaths, Wanted>>;

/** Refuses costs with figures missing or out of range, or without earnings to set a rate on. */
export function checkCosts(doing: string, name: string, costs: CostPaths): void {
  const keys = Object.keys(YEARLY) as (keyof typeof YEARLY)[];
  checkArgument(doing, `${name} as CostPaths`, costs, ["paths", "years", ...keys]);
  for (const count of ["paths", "years"] as const) {
    const isCount = (each: number) => Number.isInteger(each) && each >= 1;
    checkNumber(doing, `a number of ${count} in ${name}`, costs[count], isCount);
  }
  for (
    const key of ["openingIdr", "reserveMultiple", "trialContributionRate"] as const
  ) checkNumber(doing, `a number as ${key} of ${name}`, costs[key], Number.isFinite);
  checkWords(doing, `flows of ${name}`, costs.flows, Object.keys(YEARS_INVESTED));
  for (const key of keys) {
    const values = costs[key];
    if (
      !(values instanceof Float64Array) || values.length !== costs.paths * costs.years
    ) {
      throw new RangeError(
        `Cannot ${doing}: a Float64Array of ${
          costs.paths * costs.years
        } values is wanted ` +
          `as ${key} of ${name}, got ${valueInWords(values)}`,
      );
    }
    const { inWords, isMet } = YEARLY[key] as Wanted;
    const wrong = values.findIndex((value) => !isMet(value));
    if (wrong < 0) continue;
    throw new RangeError(
      `Cannot ${doing}: ${inWords} is wanted as ${key} of ${name} on path ` +
        `${Math.floor(wrong / costs.years)} in ` +
        `${costs.firstYear + wrong % costs.years}, got ${valueInWords(values[wrong])}`,
    );
  }
}

/** Refuses expected costs of other years, or of another scheme. */
export function checkAlike(
  doing: string,
  costs: CostPaths,
  expected: CostPaths,
): void {
  if (expected.paths !== 1) {
    throw new RangeError(
      `Cannot ${doing}: one path of expected costs is wanted, got ${expected.paths}`,
    );
  }
  const keys = [
    "schemeName",
    "firstYear",
    "years",
    "flows",
    "openingIdr",
    "trialContributionRate",
    "reserveMultiple",
  ] as const;
  for (const key of keys) {
    if (costs[key] === expected[key]) continue;
    throw new RangeError(
      `Cannot ${doing}: expected costs with the costs' own ${key}, ` +
        `${valueInWords(costs[key])}, are wanted, got ${valueInWords(expected[key])}`,
    );
  }
}
