import { firstInWords } from "@jkp/exhibit";
import { checkArgument } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { TooFewDataError } from "../too_few_data.ts";
import type { ChainLadder, DevelopmentFactor, Ultimate } from "./chain_ladder.ts";
import type { RunOffTriangle } from "./triangle.ts";

/** Standard errors of a chain ladder. */
export interface MackErrors {
  /** Of each ultimate, in the order of the chain ladder. */
  readonly origins: readonly {
    readonly origin: number;
    readonly standardError: number;
  }[];
  /** Of the sum of the ultimates. */
  readonly total: number;
  /** Variance parameter of each development factor, in the order of the chain ladder. */
  readonly sigmaSquared: readonly number[];
  /** The conventions, in words. */
  readonly basis: string;
}

/** A development factor with its variance parameter. */
type Link = DevelopmentFactor & { readonly sigmaSquared: number };

/**
 * Mack's standard errors of what the chain ladder expects: of each origin and of all.
 *
 * They hold the chance of the development to come and the error of the factors. The last
 * factor has one link ratio as a rule; its variance parameter is then that of Mack (1993),
 * the lowest of the two before it and of what their ratio leads on to (`est.sigma = "Mack"`
 * in R's ChainLadder). A tail factor is taken as known.
 *
 * @param triangle The triangle.
 * @param ladder Its chain ladder.
 * @returns Standard errors in the unit of the values.
 * @throws {TooFewDataError} If a factor has fewer than two link ratios, save the last after
 * two that have them.
 * @see Mack (1993), ASTIN Bulletin 23, theorem 3 and its corollary.
 *
 * @example The reinsurers' general liability claims, thousands of dollars: 52,135 ± 26,909
 * ```ts
 * import { chainLadder, mackErrors, runOffTriangle } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const raa = [
 *   [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
 *   [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
 *   [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
 *   [5655, 11555, 15766, 21266, 23425, 26083, 27067],
 *   [1092, 9565, 15836, 22169, 25955, 26180],
 *   [1513, 6445, 11702, 12935, 15852],
 *   [557, 4020, 10946, 12314],
 *   [1351, 6947, 13112],
 *   [3133, 5395],
 *   [2063],
 * ].flatMap((values, i) =>
 *   values.map((value, age) => ({ origin: 1981 + i, age, value, note: "incurred" }))
 * );
 * const triangle = runOffTriangle(raa);
 * const ladder = chainLadder(triangle);
 * assertEquals(Math.round(ladder.total.stillToReport), 52_135);
 * assertEquals(Math.round(mackErrors(triangle, ladder).total), 26_909);
 * ```
 */
export function mackErrors(triangle: RunOffTriangle, ladder: ChainLadder): MackErrors {
  const doing = "find Mack's errors";
  checkArgument(doing, "a triangle, as runOffTriangle makes it,", triangle, ["origins"]);
  checkArgument(doing, "the ladder of chainLadder", ladder, ["factors", "origins"]);
  const links = withSigma(triangle, ladder.factors);
  const byAge = new Map(links.map((link) => [link.fromAge, link]));
  const linksAfter = (age: number): Link[] => {
    const after: Link[] = [];
    for (let at = age; byAge.has(at); at += triangle.step) {
      after.push(byAge.get(at)!);
    }
    return after;
  };
  const needed = new Set(ladder.origins.flatMap(({ age }) => linksAfter(age)));
  refuseTooFew([...needed], ladder.origins);
  // Error of the factors from an age on, relative and squared: origins share it.
  const sharedAfter = (age: number) =>
    sumSimple(
      linksAfter(age).map(({ sigmaSquared, factor, volume }) =>
        sigmaSquared === 0 ? 0 : sigmaSquared / factor ** 2 / volume
      ),
    );
  const variances = ladder.origins.map((each) =>
    processVariance(each, linksAfter(each.age)) +
    each.ultimate ** 2 * sharedAfter(each.age)
  );
  let total = sumSimple(variances);
  ladder.origins.forEach((one, i) => {
    for (const other of ladder.origins.slice(i + 1)) {
      if ((one.age - other.age) % triangle.step !== 0) continue;
      const shared = sharedAfter(Math.max(one.age, other.age));
      total += 2 * one.ultimate * other.ultimate * shared;
    }
  });
  return {
    origins: ladder.origins.map(({ origin }, i) => ({
      origin,
      standardError: Math.sqrt(variances[i]!),
    })),
    total: Math.sqrt(total),
    sigmaSquared: links.map(({ sigmaSquared }) => sigmaSquared),
    basis: "Standard errors: Mack (1993); variance parameter of a last factor with one " +
      "link ratio by his rule, the lowest of the two before and of what they lead on to" +
      (ladder.tail === 1 ? "." : "; the tail factor is taken as known."),
  };
}

/** Mack's standard errors; where factors have too few link ratios, a note that says so. */
export function mackErrorsOrNote(
  triangle: RunOffTriangle,
  ladder: ChainLadder,
): { readonly errors: MackErrors | null; readonly notes: readonly string[] } {
  try {
    return { errors: mackErrors(triangle, ladder), notes: [] };
  } catch (error) {
    if (!(error instanceof TooFewDataError)) throw error;
    const why = error.message.replace(/^Cannot [^:]*: /, "");
    return { errors: null, notes: [`No standard error: ${why}.`] };
  }
}

/** Variance of the development to come of one origin, its factors being known. */
function processVariance({ latest, ultimate }: Ultimate, links: readonly Link[]): number {
  if (ultimate === 0) return 0;
  let value = latest;
  let relative = 0;
  for (const { factor, sigmaSquared } of links) {
    relative += sigmaSquared / factor ** 2 / value;
    value *= factor;
  }
  return ultimate ** 2 * relative;
}

/** Variance parameters; NaN where there are too few link ratios for one. */
function withSigma(
  { step, origins }: RunOffTriangle,
  factors: readonly DevelopmentFactor[],
): Link[] {
  const links = factors.map((each): Link => {
    const squares = origins.flatMap(({ cells }) => {
      const from = cells.find(({ age }) => age === each.fromAge)?.value;
      const to = cells.find(({ age }) => age === each.toAge)?.value;
      if (from === undefined || to === undefined || from === 0) return [];
      return [from * (to / from - each.factor) ** 2];
    });
    const sigmaSquared = squares.length < 2
      ? NaN
      : sumSimple(squares) / (squares.length - 1);
    return { ...each, sigmaSquared };
  });
  const at = (age: number) =>
    links.find(({ fromAge }) => fromAge === age)?.sigmaSquared ?? NaN;
  return links.map((link) => {
    const isLast = !links.some(({ fromAge }) => fromAge === link.toAge);
    if (!isLast || !Number.isNaN(link.sigmaSquared)) return link;
    const [before, secondBefore] = [
      at(link.fromAge - step),
      at(link.fromAge - 2 * step),
    ];
    return { ...link, sigmaSquared: extrapolated(before, secondBefore) };
  });
}

/** Mack's rule for the variance parameter after two others. */
function extrapolated(before: number, secondBefore: number): number {
  if (before === 0 || secondBefore === 0) return 0;
  return Math.min(before ** 2 / secondBefore, before, secondBefore);
}

function refuseTooFew(links: readonly Link[], origins: readonly Ultimate[]): void {
  const few = links.filter(({ sigmaSquared }) => Number.isNaN(sigmaSquared));
  const unknown = origins.filter(({ ultimate }) => Number.isNaN(ultimate));
  if (few.length === 0 && unknown.length === 0) return;
  const named = few.map(({ fromAge, toAge, linkRatios }) =>
    `${linkRatios} from age ${fromAge} to ${toAge}`
  );
  throw new TooFewDataError(
    "Cannot find a standard error: two link ratios or more of each development factor " +
      "are wanted, of the last alone one after two such factors; got " +
      (few.length > 0 ? firstInWords(named, 3) : `none from age ${unknown[0]!.age}`),
  );
}
