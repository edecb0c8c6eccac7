import { loadOpenStatistics } from "@jkp/open/read";
import { projectByAssumptions } from "@jkp/population";
import {
  loadPopulationStatistics,
  readPopulationAssumptions,
} from "@jkp/population/read";
import { type FloorCountry, floorCountry } from "./floor_country.ts";

/**
 * Loads what a rapid costing knows of Indonesia: `data/open`, and a projected population.
 *
 * @param population A file of `data/population`, or a path ending in `.toml`; its
 * projection goes to the last year of participation that it assumes.
 * @default {population: "report_2021"}
 * @returns The four blocks: population, active population, economy, government.
 * @throws {DataError} With everything that is wrong with the files.
 *
 * @example The poverty line of March 2024, rupiah a month
 * ```ts
 * import { loadFloorCountry } from "@jkp/floor/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { economy } = await loadFloorCountry();
 * assertEquals(economy.povertyLineIdrPerMonth[2024], 582_932);
 * ```
 */
export async function loadFloorCountry(
  population = "report_2021",
): Promise<FloorCountry> {
  const [open, assumptions, statistics] = await Promise.all([
    loadOpenStatistics(),
    readPopulationAssumptions(population),
    loadPopulationStatistics(),
  ]);
  const lastYear = Math.max(...assumptions.participation.map(({ year }) => year));
  const projection = projectByAssumptions(assumptions, statistics, lastYear);
  return floorCountry(open, projection, assumptions.title);
}
