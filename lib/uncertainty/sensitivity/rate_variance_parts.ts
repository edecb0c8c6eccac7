import type { CostKernel } from "@jkp/valuation";
import { pathRates } from "../costs/path_rates.ts";
import { simulateCosts } from "../costs/simulate_costs.ts";
import { type DrawnStream, mixedPathDrawer } from "../economy/draw_path.ts";
import type { EconomicProcess } from "../economy/economic_process.ts";
import { type SobolIndices, sobolIndices } from "./sobol_indices.ts";

/** Parts of a process that are drawn independently, each with its streams. */
const PARTS = [
  { title: "Recessions", streams: ["recession", "severity"] },
  { title: "Unemployment", streams: ["unemployment"] },
  { title: "Members", streams: ["members"] },
  { title: "Claims", streams: ["claims"] },
  { title: "Real wages", streams: ["real_wages"] },
  { title: "Inflation", streams: ["inflation"] },
  { title: "Investment return", streams: ["investment_return"] },
  { title: "Recognition", streams: ["recognition"] },
  { title: "Other parameters not known exactly", streams: ["parameters"] },
] as const satisfies readonly {
  readonly title: string;
  readonly streams: readonly DrawnStream[];
}[];

/** A part of a process, and what it explains of a rate's variance. */
export interface VariancePart extends SobolIndices {
  readonly title: string;
}

/**
 * What part of the variance of the break-even rate each part of a process explains: Sobol
 * indices, with the draws of a part exchanged and all else kept. Where shocks of a year go
 * together, what they share belongs to the series that stands first.
 *
 * @param kernel The scheme, laid out.
 * @param process How the economy may turn out.
 * @param options Draws, of which each takes eleven paths, and the seed.
 * @returns The parts; `null` if nothing is left to chance.
 * @throws {RangeError} With fewer than two draws.
 * @throws {OutsideModelError} On the first path on which the equations do not hold.
 *
 * @example The report's claims are known but for their level: they explain nothing
 * ```ts
 * import { rateVarianceParts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const process = await readProcess("report_2021");
 * const parts = rateVarianceParts(kernel, process, { draws: 20, seed: 1 })!;
 * assertEquals(parts.find(({ title }) => title === "Claims")!.total.value, 0);
 * ```
 */
export function rateVarianceParts(
  kernel: CostKernel,
  process: EconomicProcess,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly VariancePart[] | null {
  const pathOf = mixedPathDrawer(process, kernel.asAssumed, seed);
  const partOf = new Map<DrawnStream, number>(
    PARTS.flatMap(({ streams }, part) => streams.map((name) => [name, part] as const)),
  );
  const indices = sobolIndices(
    (drawOf) => {
      const path = pathOf((stream) => drawOf(partOf.get(stream)!));
      const costs = simulateCosts(kernel, () => path, { from: 0, to: 1 });
      return pathRates(costs).breakEven[0]!;
    },
    PARTS.length,
    draws,
  );
  return indices?.map((index, i) => ({ title: PARTS[i]!.title, ...index })) ?? null;
}
