import type { RulesInTime } from "@jkp/scheme";
import {
  type CostKernel,
  costKernel,
  type CostPath,
  type ValuationInputs,
} from "@jkp/valuation";
import type { CostPaths } from "../cost_paths.ts";
import { fundPaths, pathRates } from "../costs/path_rates.ts";
import { costsAsAssumed, simulateCosts } from "../costs/simulate_costs.ts";
import { logOfRise } from "../economy/draw_path.ts";
import type { EconomicProcess } from "../economy/economic_process.ts";
import type { Stress } from "./stress_file.ts";

/** What a scheme comes to under a stress; rates are fractions of insurable earnings. */
export interface StressOutcome {
  readonly suggestedRate: number;
  readonly minimumRate: number;
  /** Below 0 where the opening fund pays for everything. */
  readonly breakEvenRate: number;
  /** The PAYG cost rate, with administration, of the year in which it is highest. */
  readonly highestPaygCostRate: number;
  readonly highestPaygYear: number;
  /** The rate that is paid in all years. */
  readonly paidRate: number;
  /** Months from the start until the fund is empty at that rate; `null` if it lasts. */
  readonly monthsToExhaustion: number | null;
}

/** A stress, and what it comes to. */
export interface StressTest {
  readonly title: string;
  /** Where its size is from; of one that is left out, why. */
  readonly basis: string;
  /** `null` of a stress that is left out. */
  readonly outcome: StressOutcome | null;
}

/**
 * Values a scheme as assumed, and under each stress of a process.
 *
 * A recession begins, and claims rise, in the first year with benefits; a recession goes back
 * as the process says, but for wages. Within a year the fund moves along a straight line: the
 * month in which it is empty is as exact as that.
 *
 * @param rules The scheme's rules, as they change in time.
 * @param inputs The scenario and all that goes with it.
 * @param process Whose stresses.
 * @returns As assumed, then the stresses in the file's order; one under which the scheme
 * cannot be valued is left out, and says why.
 * @throws {OutsideModelError} If the scheme cannot be valued as assumed.
 *
 * @example Were half of all who resign laid off, 1.35 per cent would be 1.87
 * ```ts
 * import { stressTests } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const process = await readProcess("report_2021");
 * const tests = stressTests(run.rulesInTime[0]!, mainInputs(run), process);
 * const rate = (word: string) =>
 *   tests.find(({ title }) => title.includes(word))!.outcome!.suggestedRate;
 * assertEquals((100 * rate("As assumed")).toFixed(2), "1.35");
 * assertEquals((100 * rate("re-labelled")).toFixed(2), "1.87");
 * ```
 */
export function stressTests(
  rules: RulesInTime,
  inputs: ValuationInputs,
  process: EconomicProcess,
): readonly StressTest[] {
  const kernel = costKernel(rules, inputs);
  const on = (path: CostPath) =>
    outcomeOf(simulateCosts(kernel, () => path, { from: 0, to: 1 }));
  const withInputs = (changed: Partial<ValuationInputs>) =>
    outcomeOf(costsAsAssumed(costKernel(rules, { ...inputs, ...changed })));
  const withShare = (involuntaryShare: number) => {
    if (involuntaryShare > 1) {
      throw new RangeError(
        "Cannot lay off: at most all terminations can be involuntary, got " +
          `${(100 * involuntaryShare).toFixed(1)} per cent of them`,
      );
    }
    checkPaidFor(involuntaryShare / inputs.scenario.involuntaryShare, kernel);
    return withInputs({ scenario: { ...inputs.scenario, involuntaryShare } });
  };
  const asAssumed = costsAsAssumed(kernel);
  const first = asAssumed.benefitsIdr.findIndex((benefits) => benefits > 0);
  const { involuntaryShare } = inputs.scenario;
  const outcomeUnder = (stress: Stress): StressOutcome | null => {
    switch (stress.kind) {
      case "left_out":
        return null;
      case "recession": {
        const path = recessionFrom(first, stress.severity, process, kernel.asAssumed);
        checkPaidFor(Math.max(...Array.from(path.claims)), kernel);
        return on(path);
      }
      case "claims": {
        checkPaidFor(stress.factor, kernel);
        const claims = Array.from(kernel.asAssumed.claims).with(first, stress.factor);
        return on({ ...kernel.asAssumed, claims });
      }
      case "recognition":
        return withShare(stress.factor * involuntaryShare);
      case "resignations": {
        const relabelled = (1 - involuntaryShare) * stress.relabelled_pct / 100;
        return withShare(involuntaryShare + relabelled);
      }
      case "group":
        return on(withGroup(stress, kernel.asAssumed));
      case "late_start":
        return withInputs({ terms: startedLater(inputs.terms, stress.years) });
      case "late_contributions":
        return outcomeOf(asAssumed, paidLater(asAssumed, stress.years));
    }
  };
  const testOf = (stress: Stress): StressTest => {
    const { title, basis } = stress;
    try {
      return { title, basis, outcome: outcomeUnder(stress) };
    } catch (error) {
      // What the model has no answer to, or a law no room for.
      if (!(error instanceof RangeError)) throw error;
      const reason = error.message.replace(/^Cannot .*?: /s, "");
      return { title, basis: reason, outcome: null };
    }
  };
  return [
    { title: "As assumed", basis: "no stress", outcome: outcomeOf(asAssumed) },
    ...process.stresses.map(testOf),
  ];
}

/** A recession that begins in a year, and its way back, with nothing else by chance. */
export function recessionFrom(
  first: number,
  severity: number,
  { recession, series }: EconomicProcess,
  asAssumed: CostPath,
): CostPath {
  const factors = (log: number, persistence: number) =>
    Float64Array.from(
      asAssumed.unemployment,
      (_, year) => year < first ? 1 : Math.exp(log * persistence ** (year - first)),
    );
  return {
    ...asAssumed,
    unemployment: factors(
      logOfRise(recession.unemploymentRise, severity),
      series.unemployment.persistence,
    ),
    members: factors(-severity * recession.membersFall, series.members.persistence),
    claims: factors(
      logOfRise(recession.claimsRise, severity),
      series.claims.persistence,
    ),
    wages: factors(-severity * recession.realWagesFall, 1),
  };
}

/**
 * A group that comes in with the first year, as long out of work and with the same wages as
 * the members there are: as many per cent of these, who lose work so many times as often.
 */
function withGroup(
  { members_pct, terminations_factor }: {
    readonly members_pct: number;
    readonly terminations_factor: number;
  },
  asAssumed: CostPath,
): CostPath {
  const more = members_pct / 100;
  return {
    ...asAssumed,
    members: Float64Array.from(asAssumed.members, (factor) => factor * (1 + more)),
    terminationRate: (1 + more * terminations_factor) / (1 + more),
  };
}

/** The terms of a scheme that begins years later, and is valued to the same end. */
function startedLater(terms: ValuationInputs["terms"], years: number) {
  if (terms.openingFundIdr !== null) {
    throw new RangeError("Cannot begin later: a running scheme has begun");
  }
  if (years >= terms.projectionYears) {
    throw new RangeError(
      `Cannot begin later: fewer years than the ${terms.projectionYears} projected are ` +
        `wanted, got ${years}`,
    );
  }
  return {
    ...terms,
    firstContributionMonth: terms.firstContributionMonth + 12 * years,
    firstBenefitMonth: terms.firstBenefitMonth + 12 * years,
    projectionYears: terms.projectionYears - years,
  };
}

/** Contributions that arrive years after they fall due: those of the last years not in time. */
function paidLater(costs: CostPaths, years: number): CostPaths {
  const { insurableEarningsIdr, openingIdr } = costs;
  if (years >= costs.years) {
    throw new RangeError(
      `Cannot pay later: fewer years than the ${costs.years} projected are wanted, got ` +
        `${years}`,
    );
  }
  const later = insurableEarningsIdr.map((_, year) =>
    year < years ? 0 : insurableEarningsIdr[year - years]!
  );
  const paid = { ...costs, insurableEarningsIdr: later };
  if (openingIdr <= 0 || fundPaths(paid, 0).subarray(0, years).some((idr) => idr < 0)) {
    throw new RangeError(
      "Cannot pay later: until contributions arrive, the fund has to pay for all, and there " +
        "is too little in it: no rate keeps it",
    );
  }
  return paid;
}

/** A kernel pays for no more than all terminations: a stress that wants more is refused. */
function checkPaidFor(factor: number, { mostClaims }: CostKernel): void {
  if (factor > mostClaims) {
    throw new RangeError(
      "Cannot pay: at most all terminations can be paid for, got " +
        `${(100 * factor / mostClaims).toFixed(1)} per cent of them`,
    );
  }
}

/** What one path comes to, with contributions as they arrive. */
function outcomeOf(costs: CostPaths, paid = costs): StressOutcome {
  const { suggested, minimum, breakEven } = pathRates(paid);
  const payg = costs.benefitsIdr.map((benefits, i) =>
    (benefits + costs.administrationIdr[i]!) / costs.insurableEarningsIdr[i]!
  );
  const highestPaygCostRate = Math.max(...payg);
  const paidRate = costs.trialContributionRate;
  return {
    suggestedRate: suggested[0]!,
    minimumRate: minimum[0]!,
    breakEvenRate: breakEven[0]!,
    highestPaygCostRate,
    highestPaygYear: costs.firstYear + payg.indexOf(highestPaygCostRate),
    paidRate,
    monthsToExhaustion: monthsToExhaustion(costs.openingIdr, fundPaths(paid, paidRate)),
  };
}

/** The month in which a fund, straight between the ends of its years, falls below nothing. */
export function monthsToExhaustion(
  openingIdr: number,
  fundIdr: ArrayLike<number>,
): number | null {
  for (let year = 0; year < fundIdr.length; year++) {
    const [opening, closing] = [
      year === 0 ? openingIdr : fundIdr[year - 1]!,
      fundIdr[year]!,
    ];
    if (closing < 0) {
      return 12 * year + Math.ceil(12 * Math.max(0, opening) / (opening - closing));
    }
  }
  return null;
}
