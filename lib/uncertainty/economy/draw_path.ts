import { namedSeed, randomStream } from "@jkp/numeric";
import type { CostPath } from "@jkp/valuation";
import { type EconomicProcess, lowerTriangle } from "./economic_process.ts";
import { DRAWN_SERIES } from "./process_file.ts";

/**
 * Makes a drawer of paths of the economy for a seed. Each series, the beginnings of
 * recessions, their severities and the parameters have streams of their own: a path is the
 * same whatever others are drawn, and a change of one series leaves the draws of the others.
 *
 * Unemployment, members and claims depart by factors that come back to 1; growth of real
 * wages and inflation by rates that come back to 0, and wages add them up; the return by its
 * own rate. The first year begins with no departure: today is known.
 *
 * @param process The process.
 * @param asAssumed The path on which everything is as assumed, as a kernel has it.
 * @param seed The seed.
 * @returns The path of an index, from 0.
 *
 * @example The first path in which 2020 comes again has a third more unemployment, or so
 * ```ts
 * import { pathDrawer } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const firstYears = Array.from({ length: 100 }, (_, i) => pathOf(i).unemployment[0]!);
 * assert(Math.max(...firstYears) > 1.2);
 * ```
 */
export function pathDrawer(
  process: EconomicProcess,
  asAssumed: CostPath,
  seed: number,
): (index: number) => CostPath {
  const pathOf = mixedPathDrawer(process, asAssumed, seed);
  return (index) => pathOf(() => index);
}

/**
 * Names of the streams of a path: a series has its own, recessions two, and of the parameters
 * recognition, which decides more than the others.
 */
const STREAMS = [
  ...DRAWN_SERIES,
  "recession",
  "severity",
  "recognition",
  "parameters",
] as const;

/** Name of a stream. */
export type DrawnStream = typeof STREAMS[number];

/** As `pathDrawer`, with the draws of each stream from the path of an index of its own. */
export function mixedPathDrawer(
  { series, recession, correlation, parameters }: EconomicProcess,
  asAssumed: CostPath,
  seed: number,
): (indexOf: (stream: DrawnStream) => number) => CostPath {
  const weights = lowerTriangle(correlation)!; // or it was refused when it was read
  const seeds = new Map(STREAMS.map((name) => [name, namedSeed(seed, name)]));
  const years = asAssumed.unemployment.length;
  const processes = DRAWN_SERIES.map((name) => series[name]);
  const independent = new Float64Array(DRAWN_SERIES.length);
  const departure = new Float64Array(DRAWN_SERIES.length);
  return (indexOf) => {
    const streamOf = (name: DrawnStream) => randomStream(seeds.get(name)!, indexOf(name));
    const streams = DRAWN_SERIES.map(streamOf);
    const begins = streamOf("recession");
    const severities = streamOf("severity");
    const recognition = streamOf("recognition");
    const draws = streamOf("parameters");
    const path = {
      unemployment: new Float64Array(years),
      members: new Float64Array(years),
      claims: new Float64Array(years),
      wages: new Float64Array(years),
      investmentReturn: new Float64Array(asAssumed.investmentReturn.length),
    };
    let [logWages, quietYears] = [0, recession.yearsBetween];
    departure.fill(0);
    for (let year = 0; year < years; year++) {
      for (let i = 0; i < streams.length; i++) {
        independent[i] = streams[i]!.standardNormal();
      }
      const isDrawn = begins.uniform() <= recession.probabilityPerYear;
      const isRecession = isDrawn && quietYears >= recession.yearsBetween;
      quietYears = isRecession ? 1 : quietYears + 1;
      const severity = severities.standardNormal(); // of every year: it keeps its place
      const more = isRecession ? Math.exp(recession.severitySd * severity) : 0;
      for (let i = 0; i < processes.length; i++) {
        const { persistence, shockSd } = processes[i]!;
        const row = weights[i]!;
        let shock = 0;
        for (let k = 0; k <= i; k++) shock += row[k]! * independent[k]!;
        departure[i] = persistence * departure[i]! + shockSd * shock;
      }
      departure[UNEMPLOYMENT]! += logOfRise(recession.unemploymentRise, more);
      departure[MEMBERS]! -= more * recession.membersFall;
      departure[CLAIMS]! += logOfRise(recession.claimsRise, more);
      logWages += departure[REAL_WAGES]! + departure[INFLATION]! -
        more * recession.realWagesFall;
      path.unemployment[year] = Math.exp(departure[UNEMPLOYMENT]!);
      path.members[year] = Math.exp(departure[MEMBERS]!);
      path.claims[year] = Math.exp(departure[CLAIMS]!);
      path.wages[year] = Math.exp(logWages);
      if (year < path.investmentReturn.length) {
        path.investmentReturn[year] = asAssumed.investmentReturn[year]! +
          departure[INVESTMENT_RETURN]!;
      }
    }
    return {
      ...path,
      terminationRate: Math.exp(parameters.terminationRate * draws.standardNormal()),
      recognition: Math.exp(parameters.recognition * recognition.standardNormal()),
      entitledShare: Math.exp(parameters.entitledShare * draws.standardNormal()),
      administration: Math.exp(parameters.administration * draws.standardNormal()),
    };
  };
}

/** Places of the series. */
const placeOf = (name: typeof DRAWN_SERIES[number]) => DRAWN_SERIES.indexOf(name);
const UNEMPLOYMENT = placeOf("unemployment");
const MEMBERS = placeOf("members");
const CLAIMS = placeOf("claims");
const REAL_WAGES = placeOf("real_wages");
const INFLATION = placeOf("inflation");
const INVESTMENT_RETURN = placeOf("investment_return");

/** The logarithm of a rise that is so many times as severe as one whose logarithm is given. */
export function logOfRise(log: number, severity: number): number {
  return Math.log1p(severity * Math.expm1(log));
}
