import type { YearlyPath } from "@jkp/month";
import { monotoneCubic } from "@jkp/numeric";
import type { Rules } from "@jkp/scheme";
import type { DurationEnd } from "./assumptions/durations_by_age.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { OutsideModelError } from "./outside_model.ts";
import { allowancePattern } from "./reemployment_allowances.ts";
import { GRID_ASSUMPTIONS } from "./sensitivity_grid.ts";
import { derivePeriods } from "./value_schemes.ts";

/** The factor of a quantity in a calendar year, at the logarithm of that of its wages. */
export type YearlyResponse = (year: number, logWageFactor: number) => number;

/**
 * What other wages do to what is insured and paid: limits in rupiah bind more or less, so
 * neither moves in proportion.
 */
export interface WageResponse {
  /** Members' mean insurable earnings. */
  readonly members: YearlyResponse;
  /** Claimants' mean insurable earnings. */
  readonly claimants: YearlyResponse;
  /** Mean benefit over insurable earnings by month of benefit; none if wages don't move it. */
  readonly relativeBenefits: readonly YearlyResponse[];
  /** The same of allowances, by month since the end of the job. */
  readonly allowances: readonly YearlyResponse[];
}

/** Points a year by which the growth of real wages is moved: wider than paths go. */
const MOVES = Array.from({ length: 33 }, (_, i) => (i - 16) * 0.75);

/** What rounding moves. */
const SAME = 1e-12;

/**
 * Finds the response of a scheme to wages: its assumptions are derived again on other wage
 * growth, with limits as its law has them, and joined by monotone cubics in logarithms.
 * Limits that follow wages follow these; those that follow GDP stay as they are.
 *
 * @throws {OutsideModelError} From a response, if wages lie further off than was derived.
 */
export function wageResponse(
  rulesInTime: readonly Rules[],
  inputs: ValuationInputs,
  duration: DurationEnd,
): WageResponse {
  const { move } = GRID_ASSUMPTIONS.find(({ name }) => name === "wages")!;
  const nodes = MOVES.map((points) => {
    const moved = points === 0 ? inputs : move(inputs, points);
    const { assumptions, claimantWagesIdr } = derivePeriods(rulesInTime, moved, duration)
      .at(-1)!;
    return { assumptions, claimantWagesIdr, allowances: allowancePattern(assumptions) };
  });
  type Node = typeof nodes[number];
  const assumed = nodes[MOVES.indexOf(0)]!;
  const { schemeName, scenarioName, benefitMonths = [] } = assumed.assumptions;
  const wages = logFactors(({ claimantWagesIdr }) => claimantWagesIdr);

  function logFactors(of: (node: Node) => YearlyPath) {
    const { firstYear, values: base } = of(assumed);
    const rows = nodes.map((node) => of(node).values);
    return {
      firstYear,
      byYear: base.map((value, i) =>
        rows.map((row) => value === 0 ? 0 : Math.log(row[i]! / value))
      ),
    };
  }

  /** The response of a quantity; `undefined` if wages do not move it. */
  function responseOf(of: (node: Node) => YearlyPath): YearlyResponse | undefined {
    const { firstYear, byYear } = logFactors(of);
    if (byYear.flat().every((log) => Math.abs(log) < SAME)) return undefined;
    const curves = byYear.map((logs, i) => {
      const at = wages.byYear[firstYear + i - wages.firstYear];
      // A year that grows into no other is as it is at any growth.
      return at === undefined || at[0] === at[1] ? undefined : {
        least: at[0]!,
        most: at.at(-1)!,
        curve: monotoneCubic(at, logs),
      };
    });
    return (year, log) => {
      const found = curves[Math.min(curves.length - 1, Math.max(0, year - firstYear))];
      if (found === undefined || log === 0) return 1;
      if (log >= found.least && log <= found.most) return Math.exp(found.curve(log));
      throw new OutsideModelError(
        { schemeName, scenarioName },
        `wages from ${Math.exp(found.least).toFixed(2)} to ` +
          `${Math.exp(found.most).toFixed(2)} times those assumed are wanted, got ` +
          `${Math.exp(log).toFixed(2)} in ${year}`,
      );
    };
  }

  const responses = (paths: readonly ((node: Node) => YearlyPath)[]) => {
    const found = paths.map(responseOf);
    return found.every((each) => each === undefined)
      ? []
      : found.map((each) => each ?? (() => 1));
  };
  return {
    members: responseOf(({ assumptions }) => assumptions.earnings.membersIdr)!,
    claimants: responseOf(({ assumptions }) => assumptions.earnings.claimantsIdr)!,
    relativeBenefits: responses(
      benefitMonths.map((_, month) => ({ assumptions }) =>
        assumptions.benefitMonths![month]!.relativeBenefit
      ),
    ),
    allowances: responses(
      assumed.allowances.map((_, month) => ({ allowances }) => allowances[month]!),
    ),
  };
}
