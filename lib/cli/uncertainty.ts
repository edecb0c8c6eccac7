import { namesIn } from "@jkp/files/read";
import { filesOf, formatNumber, tableToText } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { toFraction } from "@jkp/scheme";
import { designNames } from "@jkp/scheme/read";
import { costsOverPaths, type SimulatedScheme, uncertaintyExhibits } from "@jkp/study";
import { type EconomicProcess, joinCosts, type RateRule } from "@jkp/uncertainty";
import { readProcess, readRateRule, usualProcess } from "@jkp/uncertainty/read";
import {
  type AssumptionValues,
  runValuation,
  type ValuationBasis,
  type ValuationRun,
} from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { join } from "node:path";
import { usualAskedRates } from "./asked_rates.ts";
import { command } from "./command.ts";
import { MANY_PATHS, SEED, varianceDrawsOf } from "./document_uncertainty.ts";
import { experienceIntervals, memberBlocks } from "./experience_intervals.ts";
import { startDrawer } from "./drawer.ts";
import { type JobRunner, startWorkers } from "./jobs.ts";
import { PROCESS, refuseSameNames, VALUATION, wholeNumber } from "./options.ts";
import { writeOutputs } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";
import { readSetting } from "./settings.ts";
import {
  type SchemeJob,
  type UncertaintyJob,
  type UncertaintyResult,
  uncertaintyRunner,
} from "./uncertainty_jobs.ts";

/** Paths of a job. */
const BLOCK = 500;

/** Paths to value, of all designs, from which on workers save more than they cost. */
const LEAST_FOR_WORKERS = 20_000;

/** Tables that are printed, of all that are written: a screen has no room for more. */
const SHOWN = ["rates_over_paths", "rate_for_chance", "experience_intervals"];

/** Workers beside this process at most: each takes some 100 MB. */
const MOST_WORKERS = 7;

/** The `uncertainty` command. */
export const uncertaintyCommand = command({
  name: "uncertainty",
  summary:
    `How sure a valuation is: its designs valued on thousands of paths of the economy, and
      rules that set the rate tried on them.`,
  options: {
    valuation: VALUATION,
    design: {
      value: "NAME|FILE",
      about: "a file of data/designs, or a TOML file",
      isMultiple: true,
      names: designNames,
      defaultWords: "those of the valuation",
    },
    process: { ...PROCESS, defaultWords: "the valuation's name, else jkp_2026" },
    paths: {
      value: "N",
      about: "how many paths are drawn",
      default: String(MANY_PATHS),
      read: wholeNumber("--paths", 16, 1_000_000),
    },
    seed: {
      value: "N",
      about: "what the draws begin from: the same seed gives the same numbers",
      default: String(SEED),
      read: wholeNumber("--seed", 0, 2_147_483_647),
    },
    rate: {
      value: "PCT",
      about:
        "a contribution rate, in per cent, at which it is asked when the fund runs out",
      isMultiple: true,
      defaultWords:
        "JKP's by law and the report's, of data/asked_rates, and the rate paid",
      read: readRate,
    },
    spells: {
      value: "DIR",
      about:
        `a member-level extract in place of the valuation's: valued on it, and how far its
        experience can be wrong, by draws and by a bootstrap of members`,
    },
    set: {
      value: "KEY=VALUE",
      about: "change one assumption, as `value` does",
      isMultiple: true,
      read: readSetting,
    },
    out: {
      value: "DIR",
      about: "folder to write tables and figures to",
      defaultWords: "outputs/uncertainty/NAME",
    },
    full: { about: "print all tables" },
  },
  wanted: (got) => `Cannot say how sure ${got} is: options only`,
}, async ({ values, width }, print, letGo) => {
  refuseSameNames("set", values.set.flatMap(Object.keys).map((name) => ({ name })));
  const designs = values.design.length === 0 ? undefined : values.design;
  const basis = await readValuation(values.valuation, {
    designs,
    extract: values.spells,
  });
  const blocks = values.spells === undefined ? undefined : await memberBlocks(basis);
  const { name } = basis.file;
  const process = await readProcess(values.process ?? await usualProcess(name));
  const rules = await Promise.all((await namesIn("rate_rules")).map(readRateRule));
  const askedRates = values.rate.length > 0 ? values.rate : await usualAskedRates();
  letGo("ffi");
  const { run, exhibits, figures } = await exhibitsOf(basis, process, rules, {
    ...values,
    rate: askedRates,
  });
  const { inWords, drawn, overPaths, movements, rateRules } = exhibits;
  const ofExperience = blocks === undefined
    ? []
    : [experienceIntervals(run, blocks, values.seed)];
  const tables = [
    ...overPaths.tables,
    ...ofExperience,
    ...movements.tables,
    ...rateRules.tables,
  ];
  const out = values.out ?? join("outputs", "uncertainty", name);
  const written = writeOutputs(out, await filesOf(tables, figures));
  letGo("env", "sys", "write");
  print(inLines([...inWords, `${drawn}; ${run.inWords}.`].join("\n"), width) + "\n");
  for (const table of tables) {
    if (values.full || SHOWN.includes(table.id)) print(tableToText(table, { width }));
  }
  print(inLines(
    "The chance by year, next year's cost, convergence, stress tests, what moves the rate " +
      `and explains its variance, and ${rules.length} rules that set the rate: ` +
      `${written} files in ${out}/${values.full ? "" : ", or --full"}.`,
    width,
  ));
});

/** What is asked of a valuation's economy. */
interface Asked {
  readonly paths: number;
  readonly seed: number;
  /** Rates at which it is asked when the fund runs out. */
  readonly rate: readonly number[];
  readonly set: readonly AssumptionValues[];
}

/**
 * Values and simulates, with workers where there is much to do. Everything is handed out as
 * soon as it can be: plotly loads while paths are valued, and figures over paths are drawn
 * while rules are tried on them.
 */
async function exhibitsOf(
  basis: ValuationBasis,
  process: EconomicProcess,
  rateRules: readonly RateRule[],
  { paths, seed, rate, set }: Asked,
) {
  const isLong = paths * basis.schemes.length >= LEAST_FOR_WORKERS;
  const progress = showProgress(2);
  const varianceDraws = varianceDrawsOf(paths);
  const drawer = startDrawer({ isBeside: isLong });
  try {
    const settings: AssumptionValues = Object.assign({}, ...set);
    const runner = startWorkers({
      task: { basis, settings, process, seed },
      runnerOf: uncertaintyRunner,
      worker: new URL("./uncertainty_worker.ts", import.meta.url),
      workers: isLong ? Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1) : 0,
    });
    try {
      const run = runValuation(basis, settings);
      progress.step("paths");
      const simulated = await simulate(
        runner,
        run,
        paths,
        (part) => progress.update(`paths: ${formatNumber(100 * part, 0)} per cent`),
      );
      const content = { run, process, seed, varianceDraws, askedRates: rate, rateRules };
      const over = costsOverPaths({ ...content, schemes: simulated });
      drawer.draw(over.overPaths.figures);
      progress.step("what explains the variance, and rules that set the rate");
      const { variances, ruleOutcomes } = await explain(runner, simulated, content);
      const schemes = simulated.map((scheme, place) => ({
        ...scheme,
        variance: variances[place]!,
      }));
      const exhibits = uncertaintyExhibits({ ...content, schemes, ruleOutcomes }, over);
      drawer.draw([...exhibits.movements.figures, ...exhibits.rateRules.figures]);
      return { run, exhibits, figures: await drawer.drawn() };
    } finally {
      runner.end();
    }
  } finally {
    drawer.end();
    progress.end();
  }
}

/** Each design on its paths, as assumed, and under stresses. */
async function simulate(
  runner: JobRunner<UncertaintyJob, UncertaintyResult>,
  { rulesInTime }: Pick<ValuationRun, "rulesInTime">,
  paths: number,
  onPart: (part: number) => void,
): Promise<SimulatedScheme[]> {
  const places = rulesInTime.map((_, place) => place);
  const jobs: SchemeJob[] = [
    ...places.map((place) => ({ kind: "alone" as const, place })),
    ...places.flatMap((place) =>
      Array.from({ length: Math.ceil(paths / BLOCK) }, (_, block) => ({
        kind: "paths" as const,
        place,
        from: block * BLOCK,
        to: Math.min((block + 1) * BLOCK, paths),
      }))
    ),
  ];
  const results = await runner.run(jobs, (done) => onPart(done / jobs.length));
  return places.map((place): SimulatedScheme => {
    const own = results.filter((_, i) => jobs[i]!.place === place);
    return {
      rules: rulesInTime[place]!,
      costs: joinCosts(own.flatMap((each) => each.kind === "paths" ? [each.costs] : [])),
      ...own.find((each) => each.kind === "alone")!.of,
    };
  });
}

/** What explains the variance of each design's rate, and rules on the paths of the first. */
async function explain(
  runner: JobRunner<UncertaintyJob, UncertaintyResult>,
  schemes: readonly SimulatedScheme[],
  { varianceDraws: draws, rateRules }: {
    readonly varianceDraws: number;
    readonly rateRules: readonly RateRule[];
  },
) {
  const { costs, asAssumed: expected } = schemes[0]!;
  // The longest first, so that nobody waits for one at the end.
  const results = await runner.run([
    ...schemes.map((_, place) => ({ kind: "variance" as const, place, draws })),
    ...rateRules.map((rule) => ({ kind: "rule" as const, rule, costs, expected })),
  ]);
  return {
    variances: results.flatMap((each) => each.kind === "variance" ? [each.parts] : []),
    ruleOutcomes: results.flatMap((each) => each.kind === "rule" ? [each.outcome] : []),
  };
}

/** A contribution rate in per cent, as a fraction. */
function readRate(text: string): number {
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (percent <= 100) return toFraction(percent);
  const meant = /^\d+,\d+$/.test(text)
    ? ` (did you mean ${text.replace(",", ".")}?)`
    : "";
  throw new UsageError(`--rate wants per cent from 0 to 100, got ${text}${meant}`);
}

if (import.meta.main) {
  await runCommand(uncertaintyCommand);
}
