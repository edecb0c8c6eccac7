import { namesIn } from "@jkp/files/read";
import { formatNumber } from "@jkp/exhibit";
import type { Rules } from "@jkp/scheme";
import {
  type HowSureContent,
  type SchemeComparison,
  type SimulatedScheme,
  uncertaintyExhibits,
} from "@jkp/study";
import {
  costsAsAssumed,
  type EconomicProcess,
  pathDrawer,
  rateVarianceParts,
  simulateCosts,
  stressTests,
} from "@jkp/uncertainty";
import { readProcess, readRateRule } from "@jkp/uncertainty/read";
import { costKernel, mainInputs } from "@jkp/valuation";
import { usualAskedRates } from "./asked_rates.ts";

/** What the draws begin from where nothing else is said. */
export const SEED = 1;

/** Paths of a document: few, so that it does not wait for them. */
export const DOCUMENT_PATHS = 1000;

/** Paths of the command `uncertainty`. */
export const MANY_PATHS = 10_000;

/** Paths to a draw of those that part the variance: it takes a tenth more paths than these. */
const PATHS_PER_DRAW = 10;

/** Draws that part the variance of a rate, beside so many paths. */
export function varianceDrawsOf(paths: number): number {
  return Math.max(2, Math.floor(paths / PATHS_PER_DRAW));
}

/** Schemes of a document that are simulated, the first ones: each takes its time. */
const MOST_SCHEMES = 4;

/** How a document's paths are drawn. */
export interface DocumentPaths {
  /** By which command it is made, and of which valuation: it says how to have more. */
  readonly madeBy: { readonly task: "value" | "note"; readonly valuation: string };
  readonly paths: number;
  /**
   * A file of data/processes, or a path.
   * @default that of the valuation's name
   */
  readonly process?: string | undefined;
  /**
   * How far the experience can be wrong.
   * @default nothing: the extract is synthetic
   */
  readonly experience?: HowSureContent["experience"] | undefined;
  /**
   * Whether the parts of the variance are found, too: that takes as long as the paths.
   * @default false
   */
  readonly partsVariance?: boolean;
}

/**
 * How sure a valuation is, for its document. What cannot be simulated is said, and stops no
 * document.
 */
export async function documentUncertainty(
  comparison: SchemeComparison,
  options: DocumentPaths,
): Promise<HowSureContent> {
  const { madeBy, process: named, experience } = options;
  const { basis: { file } } = comparison;
  const known = await namesIn("processes");
  const name = named ?? known.find((each) => each === file.name);
  return {
    economy: name === undefined
      ? `No process of data/processes has the name of this valuation, ${file.name}, so that ` +
        "nothing says how its economy may turn out otherwise. --process NAME of deno task " +
        `${madeBy.task} takes one of those that there are (${
          known.join(", ")
        }), or a file of your own.`
      : await overPaths(comparison, await readProcess(name), options),
    ...(experience === undefined ? {} : { experience }),
  };
}

/** How a process that was named is named again, after other options. */
export function processOption(named: string | undefined): string {
  return named === undefined ? "" : ` --process ${named}`;
}

/** What comes out over the paths of a process, or why nothing does. */
async function overPaths(
  comparison: SchemeComparison,
  process: EconomicProcess,
  { madeBy, paths, process: named, partsVariance = false }: DocumentPaths,
): Promise<HowSureContent["economy"]> {
  const varianceDraws = partsVariance ? varianceDrawsOf(paths) : 0;
  const { rulesInTime, valued } = comparison;
  const onSame = `--valuation ${madeBy.valuation}${processOption(named)}`;
  const isValued = (rules: readonly Rules[]) =>
    valued.some((one) => one.rules === rules.at(-1));
  const all = rulesInTime.filter(isValued);
  const notes: string[] = [];
  const schemes = all.slice(0, MOST_SCHEMES).flatMap((rules) =>
    simulated(comparison, rules, {
      process,
      paths,
      varianceDraws,
      note: (text) => notes.push(text),
    })
  );
  if (all.length > MOST_SCHEMES) {
    notes.push(
      `Of ${all.length} schemes the first ${MOST_SCHEMES} are simulated here; deno task ` +
        `uncertainty ${onSame} --design NAME takes any.`,
    );
  }
  if (valued.some(({ duration }) => duration !== "longest")) {
    notes.push("Of a range of durations the longest is simulated.");
  }
  if (schemes.length === 0) return notes.join(" ");
  const rateRules = await Promise.all((await namesIn("rate_rules")).map(readRateRule));
  return {
    process,
    exhibits: uncertaintyExhibits({
      run: comparison,
      schemes,
      process,
      seed: SEED,
      varianceDraws,
      askedRates: await usualAskedRates(),
      rateRules,
    }),
    notes: [
      ...notes,
      ...(paths >= MANY_PATHS ? [] : [
        `deno task ${madeBy.task} ${onSame} --paths ${MANY_PATHS} draws ` +
        `${formatNumber(MANY_PATHS, 0)} paths: standard errors are then ` +
        `${formatNumber(Math.sqrt(MANY_PATHS / paths), 1)} times smaller.`,
      ]),
      `deno task uncertainty ${onSame} also writes ${
        partsVariance ? "" : "what explains the variance of the rate, "
      }the reserve under each rule and the State's part by year.`,
    ],
  };
}

/** A scheme on all paths and under stresses, unless it cannot be, which is noted. */
function simulated(
  comparison: SchemeComparison,
  rules: readonly Rules[],
  { process, paths, varianceDraws, note }: {
    readonly process: EconomicProcess;
    readonly paths: number;
    readonly varianceDraws: number;
    readonly note: (text: string) => void;
  },
): SimulatedScheme[] {
  const inputs = mainInputs(comparison);
  const { title } = rules.at(-1)!;
  try {
    const kernel = costKernel(rules, inputs);
    const pathOf = pathDrawer(process, kernel.asAssumed, SEED);
    return [{
      rules,
      costs: simulateCosts(kernel, pathOf, { from: 0, to: paths }),
      asAssumed: costsAsAssumed(kernel),
      stresses: stressTests(rules, inputs, process),
      ...(varianceDraws === 0 ? {} : {
        variance: rateVarianceParts(kernel, process, {
          draws: varianceDraws,
          seed: SEED,
        }),
      }),
    }];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note(`${title} is not simulated: ${error.message}.`);
    return [];
  }
}
