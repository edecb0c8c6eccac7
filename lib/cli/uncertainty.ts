import { namesIn } from "@jkp/files/read";
import { filesOf, formatNumber, tableToText } from "@jkp/exhibit";
import { UsageError } from "@jkp/problem";
import { designNames } from "@jkp/scheme/read";
import { type SimulatedScheme, uncertaintyExhibits } from "@jkp/study";
import {
  costsAsAssumed,
  joinCosts,
  pathDrawer,
  rateVarianceParts,
  simulateCosts,
  stressTests,
} from "@jkp/uncertainty";
import { readProcess, readRateRule } from "@jkp/uncertainty/read";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { join } from "node:path";
import { command } from "./command.ts";
import {
  MANY_PATHS,
  PATHS_PER_DRAW,
  SEED,
  USUAL_RATES_PCT,
} from "./document_uncertainty.ts";
import { refuseSameNames, wholeNumber } from "./options.ts";
import { writeOutputs } from "./outputs.ts";
import { showProgress } from "./progress.ts";
import { runCommand } from "./run_command.ts";
import { inLines } from "./screen.ts";
import { readSetting } from "./settings.ts";

/** Paths between two words on progress. */
const BLOCK = 500;

/** The `uncertainty` command. */
export const uncertaintyCommand = command({
  name: "uncertainty",
  summary:
    `How sure a valuation is: its designs valued on thousands of paths of the economy, and
      rules that set the rate tried on them.`,
  options: {
    valuation: {
      value: "NAME|FILE",
      about: "a file of data/valuations, or a TOML file",
      default: "jkp_2026",
      names: () => namesIn("valuations"),
    },
    design: {
      value: "NAME|FILE",
      about: "a file of data/designs, or a TOML file",
      isMultiple: true,
      names: designNames,
      defaultWords: "those of the valuation",
    },
    process: {
      value: "NAME|FILE",
      about: "how the economy may turn out: a file of data/processes, or a TOML file",
      names: () => namesIn("processes"),
      defaultWords: "the valuation's name, else jkp_2026",
    },
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
      default: USUAL_RATES_PCT,
      defaultWords:
        "0.36 and 0.46 (JKP by law), 1 and 1.35 (the report), and the rate paid",
      read: readRate,
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
  const basis = await readValuation(values.valuation, { designs });
  const known = await namesIn("processes");
  const { name } = basis.file;
  const process = await readProcess(
    values.process ?? (known.includes(name) ? name : "jkp_2026"),
  );
  const rules = await Promise.all((await namesIn("rate_rules")).map(readRateRule));
  letGo("ffi");
  const run = runValuation(basis, Object.assign({}, ...values.set));
  const inputs = mainInputs(run);
  const progress = showProgress(run.rulesInTime.length);
  const varianceDraws = Math.max(2, Math.floor(values.paths / PATHS_PER_DRAW));
  const schemes = run.rulesInTime.map((rulesInTime): SimulatedScheme => {
    const { title } = rulesInTime.at(-1)!;
    progress.step(title);
    const kernel = costKernel(rulesInTime, inputs);
    const pathOf = pathDrawer(process, kernel.asAssumed, values.seed);
    const parts: ReturnType<typeof simulateCosts>[] = [];
    for (let from = 0; from < values.paths; from += BLOCK) {
      const to = Math.min(from + BLOCK, values.paths);
      parts.push(simulateCosts(kernel, pathOf, { from, to }));
      progress.update(`${title}: ${formatNumber(to, 0)} of ${values.paths} paths`);
    }
    const costs = joinCosts(parts);
    progress.update(`${title}: stresses, and what explains the variance`);
    return {
      rules: rulesInTime,
      costs,
      asAssumed: costsAsAssumed(kernel),
      stresses: stressTests(rulesInTime, inputs, process),
      variance: rateVarianceParts(kernel, process, {
        draws: varianceDraws,
        seed: values.seed,
      }),
    };
  });
  progress.end();
  const { inWords, drawn, overPaths, movements, rateRules } = uncertaintyExhibits({
    run,
    schemes,
    process,
    seed: values.seed,
    varianceDraws,
    askedRates: values.rate,
    rateRules: rules,
  });
  const tables = [...overPaths.tables, ...movements.tables, ...rateRules.tables];
  const out = values.out ?? join("outputs", "uncertainty", name);
  const files = await filesOf(
    tables,
    [...overPaths.figures, ...movements.figures, ...rateRules.figures],
  );
  const written = writeOutputs(out, files);
  letGo("env", "sys", "write");
  print(inLines([...inWords, `${drawn}; ${run.inWords}.`].join("\n"), width) + "\n");
  for (const table of values.full ? tables : [tables[0]!, tables[2]!]) {
    print(tableToText(table, { width }));
  }
  print(inLines(
    "The chance by year, next year's cost, convergence, stress tests, what moves the rate " +
      `and explains its variance, and ${rules.length} rules that set the rate: ` +
      `${written} files in ${out}/${values.full ? "" : ", or --full"}.`,
    width,
  ));
});

/** A contribution rate in per cent, as a fraction. */
function readRate(text: string): number {
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (percent <= 100) return percent / 100;
  throw new UsageError(`--rate wants per cent from 0 to 100, got ${text}`);
}

if (import.meta.main) {
  await runCommand(uncertaintyCommand);
}
