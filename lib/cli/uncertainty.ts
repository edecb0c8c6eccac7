import { namesIn } from "@jkp/files/read";
import { filesOf, formatNumber, tableToText } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { toFraction } from "@jkp/scheme";
import { designNames } from "@jkp/scheme/read";
import { type SimulatedScheme, uncertaintyExhibits } from "@jkp/study";
import { costsAsAssumed, joinCosts, stressTests } from "@jkp/uncertainty";
import { readProcess, readRateRule, usualProcess } from "@jkp/uncertainty/read";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { join } from "node:path";
import { usualAskedRates } from "./asked_rates.ts";
import { command } from "./command.ts";
import { MANY_PATHS, SEED, varianceDrawsOf } from "./document_uncertainty.ts";
import { experienceIntervals, memberBlocks } from "./experience_intervals.ts";
import { runJobs } from "./jobs.ts";
import { PROCESS, refuseSameNames, VALUATION, wholeNumber } from "./options.ts";
import { writeOutputs } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";
import { readSetting } from "./settings.ts";
import {
  type UncertaintyJob,
  uncertaintyRunner,
  type UncertaintyTask,
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
  const settings: UncertaintyTask["settings"] = Object.assign({}, ...values.set);
  const run = runValuation(basis, settings);
  const inputs = mainInputs(run);
  const progress = showProgress(2);
  const varianceDraws = varianceDrawsOf(values.paths);
  progress.step("paths, and what explains the variance");
  const simulated = await simulate(
    { basis, settings, process, seed: values.seed },
    { paths: values.paths, draws: varianceDraws },
    (part) => progress.update(`paths: ${formatNumber(100 * part, 0)} per cent`),
  );
  progress.step("stresses, and rules that set the rate");
  const schemes = run.rulesInTime.map((rulesInTime, place): SimulatedScheme => ({
    rules: rulesInTime,
    costs: simulated[place]!.costs,
    asAssumed: costsAsAssumed(costKernel(rulesInTime, inputs)),
    stresses: stressTests(rulesInTime, inputs, process),
    variance: simulated[place]!.parts,
  }));
  const { inWords, drawn, overPaths, movements, rateRules } = uncertaintyExhibits({
    run,
    schemes,
    process,
    seed: values.seed,
    varianceDraws,
    askedRates,
    rateRules: rules,
  });
  const ofExperience = blocks === undefined
    ? []
    : [experienceIntervals(run, blocks, values.seed)];
  progress.end();
  const tables = [
    ...overPaths.tables,
    ...ofExperience,
    ...movements.tables,
    ...rateRules.tables,
  ];
  const out = values.out ?? join("outputs", "uncertainty", name);
  const files = await filesOf(
    tables,
    [...overPaths.figures, ...movements.figures, ...rateRules.figures],
  );
  const written = writeOutputs(out, files);
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

/** Costs of each design on its paths, and what explains their variance. */
async function simulate(
  task: UncertaintyTask,
  { paths, draws }: { readonly paths: number; readonly draws: number },
  onPart: (part: number) => void,
) {
  const places = task.basis.schemes.map((_, place) => place);
  // The longest first, so that nobody waits for one at the end.
  const jobs: UncertaintyJob[] = [
    ...places.map((place) => ({ kind: "variance" as const, place, draws })),
    ...places.flatMap((place) =>
      Array.from({ length: Math.ceil(paths / BLOCK) }, (_, block) => ({
        kind: "paths" as const,
        place,
        from: block * BLOCK,
        to: Math.min((block + 1) * BLOCK, paths),
      }))
    ),
  ];
  const isLong = paths * places.length >= LEAST_FOR_WORKERS;
  const results = await runJobs({
    task,
    jobs,
    runnerOf: uncertaintyRunner,
    worker: new URL("./uncertainty_worker.ts", import.meta.url),
    workers: isLong ? Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1) : 0,
    onDone: (done) => onPart(done / jobs.length),
  });
  return places.map((place) => {
    const own = results.filter((_, i) => jobs[i]!.place === place);
    return {
      costs: joinCosts(own.flatMap((each) => each.kind === "paths" ? [each.costs] : [])),
      parts: own.flatMap((each) => each.kind === "variance" ? [each.parts] : [])[0]!,
    };
  });
}

/** A contribution rate in per cent, as a fraction. */
function readRate(text: string): number {
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (percent <= 100) return toFraction(percent);
  throw new UsageError(`--rate wants per cent from 0 to 100, got ${text}`);
}

if (import.meta.main) {
  await runCommand(uncertaintyCommand);
}
