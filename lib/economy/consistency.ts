import { checkArgument } from "@jkp/problem";
import { valueInYear } from "@jkp/month";
import type { Scenario } from "./scenario.ts";

/** Real growth of a year beside employment times productivity; growth as fractions. */
export interface GrowthCheck {
  readonly year: number;
  /** Stated growth of real GDP. */
  readonly stated: number;
  /** (1 + employment growth)(1 + productivity growth) − 1. */
  readonly implied: number;
  /** Whether they agree within the rounding of three figures printed to 0.1 per cent. */
  readonly isConsistent: boolean;
}

/** Half a unit of the last printed digit of the tables: 0.05 per cent. */
const HALF_UNIT = 0.0005;

/**
 * Checks that real GDP growth is employment growth times productivity growth.
 *
 * @param scenario The scenario.
 * @returns One row a year.
 * @see ILO (2021), section 2.2.1, note 22.
 *
 * @example Two years of the pessimistic scenario do not balance
 * ```ts
 * import { checkGrowth } from "@jkp/economy";
 * import { readScenario } from "@jkp/economy/read";
 * import { assertEquals } from "@std/assert";
 *
 * const checks = checkGrowth(await readScenario("pessimistic"));
 * const failing = checks.filter((check) => !check.isConsistent);
 * assertEquals(failing.map((check) => check.year), [2022, 2023]);
 * ```
 */
export function checkGrowth(scenario: Scenario): GrowthCheck[] {
  checkArgument("check growth", "a scenario, as readScenario reads it,", scenario, [
    "realGdpGrowth",
    "employmentGrowth",
    "productivityGrowth",
  ]);
  const { firstYear, values } = scenario.realGdpGrowth;
  return values.map((stated, i) => {
    const year = firstYear + i;
    const employment = valueInYear(scenario.employmentGrowth, year);
    const productivity = valueInYear(scenario.productivityGrowth, year);
    const implied = (1 + employment) * (1 + productivity) - 1;
    // What rounding alone can do: GDP's own half unit, and each factor's.
    const rounding = HALF_UNIT * (1 + (1 + productivity) + (1 + employment));
    const isConsistent = Math.abs(implied - stated) <= rounding;
    return { year, stated, implied, isConsistent };
  });
}

/**
 * A scenario whose productivity growth is what its GDP and employment growth leave.
 *
 * @param scenario The scenario.
 * @returns A copy; years that balance within rounding keep their printed productivity.
 *
 * @example The pessimistic scenario of 2022
 * ```ts
 * import { balanceProductivity } from "@jkp/economy";
 * import { readScenario } from "@jkp/economy/read";
 * import { valueInYear } from "@jkp/month";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const balanced = balanceProductivity(await readScenario("pessimistic"));
 * assertAlmostEquals(valueInYear(balanced.productivityGrowth, 2022), 0.0108, 1e-4);
 * ```
 */
export function balanceProductivity(scenario: Scenario): Scenario {
  const values = checkGrowth(scenario).map(({ year, stated, isConsistent }) =>
    isConsistent
      ? valueInYear(scenario.productivityGrowth, year)
      : (1 + stated) / (1 + valueInYear(scenario.employmentGrowth, year)) - 1
  );
  const { firstYear } = scenario.productivityGrowth;
  return { ...scenario, productivityGrowth: { firstYear, values } };
}
