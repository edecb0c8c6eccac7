import {
  type CostPaths,
  costsAsAssumed,
  type EconomicProcess,
  pathDrawer,
  type RateRule,
  type RateRuleOutcome,
  rateVarianceParts,
  runRateRule,
  simulateCosts,
  type StressTest,
  stressTests,
  type VariancePart,
} from "@jkp/uncertainty";
import {
  type AssumptionValues,
  type CostKernel,
  costKernel,
  mainInputs,
  prepareRun,
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

/** Paths of a scheme, what explains its variance, or the scheme without chance. */
export type SchemeJob =
  | {
    readonly kind: "paths";
    readonly place: number;
    readonly from: number;
    readonly to: number;
  }
  | { readonly kind: "variance"; readonly place: number; readonly draws: number }
  | { readonly kind: "alone"; readonly place: number };

/** A rule that sets the rate, on the paths of a scheme. */
export interface RuleJob {
  readonly kind: "rule";
  readonly rule: RateRule;
  readonly costs: CostPaths;
  readonly expected: CostPaths;
}

/** What a worker does; the place of a scheme is that of its design. */
export type UncertaintyJob = SchemeJob | RuleJob;

/** What comes of a job. */
export type UncertaintyResult =
  | { readonly kind: "paths"; readonly costs: CostPaths }
  | { readonly kind: "variance"; readonly parts: readonly VariancePart[] | null }
  | {
    readonly kind: "alone";
    readonly of: {
      readonly asAssumed: CostPaths;
      readonly stresses: readonly StressTest[];
    };
  }
  | { readonly kind: "rule"; readonly outcome: RateRuleOutcome };

/** Lays a valuation's schemes out, each when a job of it comes first. */
export function uncertaintyRunner(
  { basis, settings, process, seed }: UncertaintyTask,
): RunJob<UncertaintyJob, UncertaintyResult> {
  const { rulesInTime, ...prepared } = prepareRun(basis, settings);
  const inputs = mainInputs(prepared);
  const { persistence } = process.series.unemployment;
  const kernels: CostKernel[] = [];
  const kernelOf = (place: number) =>
    kernels[place] ??= costKernel(rulesInTime[place]!, inputs);
  return (job) => {
    switch (job.kind) {
      case "rule": {
        const { rule, costs, expected } = job;
        const outcome = runRateRule(rule, costs, expected, { persistence });
        return { kind: job.kind, outcome };
      }
      case "variance": {
        const { place, draws } = job;
        const parts = rateVarianceParts(kernelOf(place), process, { draws, seed });
        return { kind: job.kind, parts };
      }
      case "alone": {
        const asAssumed = costsAsAssumed(kernelOf(job.place));
        const stresses = stressTests(rulesInTime[job.place]!, inputs, process);
        return { kind: job.kind, of: { asAssumed, stresses } };
      }
      case "paths": {
        const kernel = kernelOf(job.place);
        const pathOf = pathDrawer(process, kernel.asAssumed, seed);
        return { kind: job.kind, costs: simulateCosts(kernel, pathOf, job) };
      }
    }
  };
}
