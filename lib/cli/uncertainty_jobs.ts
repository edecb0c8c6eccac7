import {
  type CostPaths,
  type EconomicProcess,
  pathDrawer,
  rateVarianceParts,
  simulateCosts,
  type VariancePart,
} from "@jkp/uncertainty";
import {
  type AssumptionValues,
  type CostKernel,
  costKernel,
  mainInputs,
  runValuation,
  type ValuationBasis,
} from "@jkp/valuation";
import type { RunJob } from "./jobs.ts";

/** A valuation that is to be simulated: plain data, for workers. */
export interface UncertaintyTask {
  readonly basis: ValuationBasis;
  /** What is set by name. */
  readonly settings: AssumptionValues;
  readonly process: EconomicProcess;
  readonly seed: number;
}

/** Paths of a scheme, or what explains its variance; the place is that of its design. */
export type UncertaintyJob =
  | {
    readonly kind: "paths";
    readonly place: number;
    readonly from: number;
    readonly to: number;
  }
  | { readonly kind: "variance"; readonly place: number; readonly draws: number };

/** What comes of a job. */
export type UncertaintyResult =
  | { readonly kind: "paths"; readonly costs: CostPaths }
  | { readonly kind: "variance"; readonly parts: readonly VariancePart[] | null };

/** Lays a valuation's schemes out, each when a job of it comes first. */
export function uncertaintyRunner(
  { basis, settings, process, seed }: UncertaintyTask,
): RunJob<UncertaintyJob, UncertaintyResult> {
  const run = runValuation(basis, settings);
  const inputs = mainInputs(run);
  const kernels: CostKernel[] = [];
  return (job) => {
    const kernel = kernels[job.place] ??= costKernel(
      run.rulesInTime[job.place]!,
      inputs,
    );
    if (job.kind === "variance") {
      const parts = rateVarianceParts(kernel, process, { draws: job.draws, seed });
      return { kind: job.kind, parts };
    }
    const pathOf = pathDrawer(process, kernel.asAssumed, seed);
    return { kind: job.kind, costs: simulateCosts(kernel, pathOf, job) };
  };
}
