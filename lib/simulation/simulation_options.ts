import type { CalculationOptions } from "@jkp/entitlement";
import type { LimitIndex } from "@jkp/scheme";
import type { CareerOptions } from "./career_options.ts";

/** Which careers to draw, and how schemes are put to them. */
export interface SimulationOptions extends CareerOptions {
  /**
   * Years from the start of the scheme to the first month: members are registered,
   * contributions count and claims are made from the start on.
   *
   * @default Infinity
   */
  readonly inForceYears?: number;
  /**
   * Growth a year of the indexes that ceilings and other limits follow, as fractions:
   * `{ prices: 0.03 }`.
   *
   * @default As wages, for limits that follow wages, minimum wages or any reading of the
   * gross domestic product; 0 for all others.
   */
  readonly limitGrowthPerYear?: Partial<Record<LimitIndex, number>>;
  /** Quantities and choices that rules leave open. */
  readonly calculation?: CalculationOptions;
}
