import type { Scenario } from "@jkp/economy";
import { levelsFromGrowth, pathAfter, type YearlyPath } from "@jkp/month";
import type { CeilingIndex } from "./rules/limit_index.ts";

/** What limits of Indonesian law are cut down to, in rupiah. */
const UNIT_IDR = 100;

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
 * Limits that a growth rate moves each year, cut down to 100 rupiah each year: the next
 * year's starts from what was cut.
 *
 * @param amountIdrPerMonth The limit in the first year, rupiah a month.
 * @param growth Growth that moves it into each later year, as fractions; its first year is
 * the year after the limit's.
 * @returns The limit a year, rupiah a month.
 * @see ILO (2020), section 6.3, footnote 19; Government Regulation 45/2015, article 29(3).
 *
 * @example The ceiling of JP: 7,000,000 rupiah in 2015, 4.79 per cent growth, 7,335,300
 * ```ts
 * import { limitsFromGrowth } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const limits = limitsFromGrowth(7_000_000, { firstYear: 2016, values: [0.0479] });
 * assertEquals(limits, { firstYear: 2015, values: [7_000_000, 7_335_300] });
 * ```
 */
export function limitsFromGrowth(
  amountIdrPerMonth: number,
  { firstYear, values: rates }: YearlyPath,
): YearlyPath {
  const values = [amountIdrPerMonth];
  for (const rate of rates) {
    const units = values.at(-1)! * (1 + rate) / UNIT_IDR;
    // A whole number of units may come out a little below itself.
    values.push(UNIT_IDR * Math.floor(units + 1e-9));
  }
  return { firstYear: firstYear - 1, values };
}

/**
 * The ceiling of insurable earnings in each year.
 *
 * @param ceilingIdrPerMonth The ceiling in the base year.
 * @param baseYear The base year.
 * @param index What it follows.
 * @param scenario Whose wages, prices and GDP.
 * @param firstYear First year wanted; before the base year the ceiling is moved back, and
 * not cut.
 * @default {firstYear: baseYear}
 * @returns The ceiling a year, from the first year to the scenario's last.
 *
 * @example The proposed ceiling of 2020, a year later: with wages, and as JP's
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { valueInYear } from "@jkp/month";
 * import { ceilingPath } from "@jkp/scheme";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const base = await readScenario("base");
 * const in2021 = (index: "wages" | "real_gdp_lagged") =>
 *   valueInYear(ceilingPath(8_939_700, 2020, index, base), 2021);
 * assertAlmostEquals(in2021("wages"), 8_939_700 * 1.025 * 1.028, 1e-6);
 * assertEquals(in2021("real_gdp_lagged"), 8_850_300); // GDP of 2020 fell by 1 per cent
 * ```
 */
export function ceilingPath(
  ceilingIdrPerMonth: number,
  baseYear: number,
  index: CeilingIndex,
  scenario: Scenario,
  firstYear = baseYear,
): YearlyPath {
  const growth = indexGrowth(index, scenario);
  const levels = index === "real_gdp_lagged" ? limitsFromGrowth : levelsFromGrowth;
  const later = levels(ceilingIdrPerMonth, pathAfter(growth, baseYear));
  if (firstYear >= baseYear) return later;
  const back = levelsFromGrowth(1, pathAfter(growth, firstYear));
  const earlier = back.values.slice(0, baseYear - firstYear);
  const base = back.values[earlier.length]!;
  return {
    firstYear,
    values: [
      ...earlier.map((level) => ceilingIdrPerMonth * level / base),
      ...later.values,
    ],
  };
}

/** What moves a limit into each year, before any cutting. */
function indexGrowth(index: CeilingIndex, scenario: Scenario): YearlyPath {
  const { realGdpGrowth, inflation } = scenario;
  switch (index) {
    case "wages":
      return nominalWageGrowth(scenario);
    case "real_gdp":
      return realGdpGrowth;
    case "nominal_gdp":
      return compound(realGdpGrowth, inflation);
    case "real_gdp_lagged":
      // The last year's own growth moves nothing in the scenario any more.
      return {
        firstYear: realGdpGrowth.firstYear + 1,
        values: realGdpGrowth.values.slice(0, -1),
      };
  }
}

/** (1 + a)(1 + b) − 1 for two paths of the same years. */
function compound(a: YearlyPath, b: YearlyPath): YearlyPath {
  const values = a.values.map((value, i) => (1 + value) * (1 + b.values[i]!) - 1);
  return { firstYear: a.firstYear, values };
}
