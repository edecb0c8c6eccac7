import type { Scenario } from "@jkp/economy";
import { levelsFromGrowth, pathAfter, type YearlyPath } from "@jkp/month";

/** What the ceiling of insurable earnings follows from year to year. */
export type CeilingIndex = "wages" | "real_gdp" | "nominal_gdp";

/**
 * Growth of nominal wages: productivity and prices together.
 *
 * @param scenario The scenario.
 * @returns Growth a year, as fractions.
 * @see ILO (2021), section 2.2.1: real wages grow with productivity.
 *
 * @example 2 per cent productivity and 2 per cent inflation in 2020
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { valueInYear } from "@jkp/month";
 * import { nominalWageGrowth } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const growth = nominalWageGrowth(await readScenario("base"));
 * assertAlmostEquals(valueInYear(growth, 2020), 1.02 * 1.02 - 1, 1e-12);
 * ```
 */
export function nominalWageGrowth(scenario: Scenario): YearlyPath {
  return compound(scenario.productivityGrowth, scenario.inflation);
}

/**
 * The ceiling of insurable earnings in each year from its base year.
 *
 * @param ceilingIdrPerMonth The ceiling in the base year.
 * @param baseYear The base year.
 * @param index What it follows.
 * @param scenario Whose wages, prices and GDP.
 * @returns The ceiling a year, from the base year to the scenario's last.
 *
 * @example The proposed ceiling of 2020, a year later
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { valueInYear } from "@jkp/month";
 * import { ceilingPath } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const path = ceilingPath(8_939_700, 2020, "wages", await readScenario("base"));
 * assertAlmostEquals(valueInYear(path, 2021), 8_939_700 * 1.025 * 1.028, 1e-6);
 * ```
 */
export function ceilingPath(
  ceilingIdrPerMonth: number,
  baseYear: number,
  index: CeilingIndex,
  scenario: Scenario,
): YearlyPath {
  const growth = {
    wages: () => nominalWageGrowth(scenario),
    real_gdp: () => scenario.realGdpGrowth,
    nominal_gdp: () => compound(scenario.realGdpGrowth, scenario.inflation),
  }[index]();
  return levelsFromGrowth(ceilingIdrPerMonth, pathAfter(growth, baseYear));
}

/** (1 + a)(1 + b) − 1 for two paths of the same years. */
function compound(a: YearlyPath, b: YearlyPath): YearlyPath {
  const values = a.values.map((value, i) => (1 + value) * (1 + b.values[i]!) - 1);
  return { firstYear: a.firstYear, values };
}
