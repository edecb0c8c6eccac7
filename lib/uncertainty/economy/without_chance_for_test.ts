import type { EconomicProcess } from "./economic_process.ts";
import { DRAWN_SERIES } from "./process_file.ts";

/**
 * A process without chance: every path is the valuation as assumed.
 *
 * @param process The process whose name and sources stay.
 */
export function withoutChance(process: EconomicProcess): EconomicProcess {
  return {
    ...process,
    series: Object.fromEntries(
      DRAWN_SERIES.map((name) => [name, { ...process.series[name], shockSd: 0 }]),
    ) as unknown as EconomicProcess["series"],
    recession: { ...process.recession, probabilityPerYear: 0 },
    parameters: {
      ...process.parameters,
      terminationRate: 0,
      recognition: 0,
      entitledShare: 0,
      administration: 0,
    },
  };
}
