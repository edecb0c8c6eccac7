import { type ProjectionSteps, projectionSteps, type Valuation } from "@jkp/valuation";

/** A valuation whose chain is written as formulas. */
export interface LiveScenario {
  /** Its name in sheets and in the names of cells. */
  readonly name: string;
  /** Its title in headings. */
  readonly title: string;
  readonly valuation: Valuation;
}

/** A scenario with the steps that its sheets show. */
export interface ScenarioSteps extends LiveScenario {
  readonly steps: ProjectionSteps;
  /** Rows of the survival column: months since the termination, from this one down to 0. */
  readonly longest: number;
  /** Whether survival runs straight between whole months: formulas can follow it. */
  readonly isSurvivalLive: boolean;
  /** Whether a month of benefit is the same share of the best one in every year. */
  readonly isBenefitSteady: boolean;
}

/** A ratio that is 1 but for the last digits of a double. */
const NOISE = 1e-12;

/** Gathers what the sheets of a scenario show. */
export function stepsOf(scenario: LiveScenario): ScenarioSteps {
  const { assumptions } = scenario.valuation;
  const { survival, maximumUnemploymentMonths, maximumDurationMonths } = assumptions;
  const steps = projectionSteps(assumptions);
  return {
    ...scenario,
    steps,
    longest: Math.max(maximumUnemploymentMonths, maximumDurationMonths),
    isSurvivalLive: survival.rule === "linear" &&
      survival.points.every(({ time }) =>
        Number.isInteger(time) || time > maximumUnemploymentMonths
      ),
    isBenefitSteady: steps.relativeBenefits.slice(0, maximumDurationMonths)
      .every((byMonth) => byMonth.every((value) => isClose(value, byMonth[0]!))),
  };
}

/** Whether all months of benefit are paid at the best month's rate. */
export function isLevel({ steps, isBenefitSteady }: ScenarioSteps): boolean {
  return isBenefitSteady && steps.relativeBenefits.every(([first]) => isClose(first!, 1));
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= NOISE * Math.max(1, Math.abs(other));
}

/** Why a valuation is not written as formulas; `null` if it is. */
export function reasonNotLive({ valuation }: LiveScenario): string | null {
  const { assumptions: { reemploymentAllowances }, periods } = valuation as
    & typeof valuation
    & { periods?: unknown };
  if (periods !== undefined) {
    return "rules change in the years of the projection, and formulas hold one set of rules";
  }
  return reemploymentAllowances === undefined
    ? null
    : "allowances to who finds work sooner are not among the formulas";
}
