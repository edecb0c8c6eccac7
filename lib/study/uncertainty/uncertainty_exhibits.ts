import { checkArgument, valueInWords } from "@jkp/problem";
import { type Figure, formatNumber, type Table } from "@jkp/exhibit";
import type { Rules } from "@jkp/scheme";
import type {
  CostPaths,
  EconomicProcess,
  RateRule,
  RateRuleOutcome,
  StressTest,
  VariancePart,
} from "@jkp/uncertainty";
import {
  choiceSwitches,
  mainInputs,
  sensitivityGrid,
  type ValuationRun,
} from "@jkp/valuation";
import { companyChoiceNotes } from "../schemes/company_choice_notes.ts";
import { choiceSwitchesTable } from "./choice_switches_table.ts";
import { rateRuleExhibits } from "./rate_rule_exhibits.ts";
import { recognitionCutInWords } from "./recognition_cut.ts";
import { stressTestsTable } from "./stress_tests_table.ts";
import { tornado } from "./tornado.ts";
import { valuationUncertainty } from "./valuation_uncertainty.ts";
import { variancePartsTable } from "./variance_parts_table.ts";

/** A scheme of a valuation, and what was simulated of it. */
export interface SimulatedScheme {
  /** The scheme's rules, as they change in time. */
  readonly rules: readonly Rules[];
  /** On the same paths as those of every other scheme. */
  readonly costs: CostPaths;
  /** Without chance: one path. */
  readonly asAssumed: CostPaths;
  readonly stresses: readonly StressTest[];
  /**
   * What explains the variance of its rate; `null` if it does not vary.
   * @default nobody asked
   */
  readonly variance?: readonly VariancePart[] | null;
}

/** What is shown of how sure a valuation is. */
export interface UncertaintyContent {
  readonly run: Pick<ValuationRun, "basis" | "inputs" | "inWords">;
  /** At least one. */
  readonly schemes: readonly SimulatedScheme[];
  /** By what the paths were drawn. */
  readonly process: EconomicProcess;
  readonly seed: number;
  /** Draws that part the variance; 0 if nobody asked for its parts. */
  readonly varianceDraws: number;
  /** Rates at which it is asked when the fund runs out, fractions of insurable earnings. */
  readonly askedRates: readonly number[];
  readonly rateRules: readonly RateRule[];
  /**
   * What came of each of these rules on the paths of the first scheme.
   * @default they are run here
   */
  readonly ruleOutcomes?: readonly RateRuleOutcome[];
}

/** Tables and figures of one question. */
export interface Exhibits {
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
}

/** What comes out over all paths. */
export interface CostsOverPaths {
  /** The answer, a sentence or two for each scheme. */
  readonly inWords: readonly string[];
  /** How the paths were drawn. */
  readonly drawn: string;
  /** Rates, cost and fund over all paths. */
  readonly overPaths: Exhibits;
}

/** How sure a valuation is, by question. */
export interface UncertaintyExhibits extends CostsOverPaths {
  /** What moves the break-even rate, and what stresses do. */
  readonly movements: Exhibits;
  /** Rules that set the rate, tried on the paths of the first scheme. */
  readonly rateRules: Exhibits;
}

/** Chance that the State pays more in a year than the maximum shown. */
const STATE_EXCEEDANCE = 0.01;

/**
 * All tables and figures of how sure a valuation is, made from simulated costs: the command
 * `uncertainty` and the valuation's document show the same.
 *
 * @param content The valuation, what was simulated of its schemes, and how.
 * @param over What `costsOverPaths` has made of the same content; by default it is made here.
 * @returns Tables and figures by question, with the answer in words.
 * @throws {RangeError} If there is no scheme, or fewer than 16 paths.
 * @see ILO (2021), sections 4.4 and 4.5, which ask for it and have no figures.
 *
 * @example The report's design on 40 paths: as assumed 1.35 per cent
 * ```ts
 * import { uncertaintyExhibits } from "@jkp/study";
 * import { costsAsAssumed, pathDrawer, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess, readRateRule } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const process = await readProcess("report_2021");
 * const rules = run.rulesInTime[0]!;
 * const kernel = costKernel(rules, mainInputs(run));
 * const pathOf = pathDrawer(process, kernel.asAssumed, 1);
 * const { inWords: [answer] } = uncertaintyExhibits({
 *   run,
 *   process,
 *   seed: 1,
 *   varianceDraws: 0,
 *   askedRates: [0.0036],
 *   rateRules: [await readRateRule("canada")],
 *   schemes: [{
 *     rules,
 *     costs: simulateCosts(kernel, pathOf, { from: 0, to: 40 }),
 *     asAssumed: costsAsAssumed(kernel),
 *     stresses: [{ title: "As assumed", basis: "no stress", outcome: null }],
 *   }],
 * });
 * assertStringIncludes(answer!, "a suggested rate of 1.35 per cent as assumed");
 * ```
 */
export function uncertaintyExhibits(
  content: UncertaintyContent,
  over: CostsOverPaths = costsOverPaths(content),
): UncertaintyExhibits {
  const { process, seed, varianceDraws, rateRules, ruleOutcomes } = content;
  const { inputs, shown, drawn, source } = laidOut(content);
  const [first] = shown as [typeof shown[number]];
  const tornados = shown.map(({ rules }) => {
    const scheme = rules.at(-1)!;
    const switches = choiceSwitches(rules, inputs);
    return {
      ...tornado(sensitivityGrid(rules, inputs), scheme, source, switches),
      choices: choiceSwitchesTable(switches, scheme, source),
    };
  });
  const ruled = rateRuleExhibits({
    rules: rateRules,
    outcomes: ruleOutcomes,
    costs: first.costs,
    expected: first.asAssumed,
    persistence: process.series.unemployment.persistence,
    exceedanceProbability: STATE_EXCEEDANCE,
    paidBy: first.rules.at(-1)!,
    drawn,
    source: `${first.title}, ${source}`,
  });
  return {
    ...over,
    movements: {
      tables: [
        ...tornados.flatMap(({ table, choices }) => [table, choices]),
        stressTestsTable(
          shown.map(({ title, stresses }) => ({ title, tests: stresses })),
          source,
        ),
        ...(varianceDraws === 0 ? [] : [variancePartsTable(
          shown.map(({ title, variance = null }) => ({ title, parts: variance })),
          `${formatNumber(varianceDraws, 0)} draws of the process ${process.name}, ` +
            `seed ${seed}`,
          source,
        )]),
      ],
      figures: tornados.map(({ figure }) => figure),
    },
    rateRules: ruled,
  };
}

/**
 * The first part of `uncertaintyExhibits`, for who draws it while the rest is made: rates,
 * cost and fund over all paths, with the answer in words.
 *
 * @param content The valuation, what was simulated of its schemes, and how.
 * @returns Tables and figures, with the answer in words.
 * @throws {RangeError} If there is no scheme, or fewer than 16 paths.
 *
 * @example Fewer paths than 16 say nothing
 * ```ts
 * import { costsOverPaths } from "@jkp/study";
 * import { costsAsAssumed } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertThrows } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const rules = run.rulesInTime[0]!;
 * const asAssumed = costsAsAssumed(costKernel(rules, mainInputs(run)));
 * const process = await readProcess("report_2021");
 * const content = { run, process, seed: 1, varianceDraws: 0, askedRates: [], rateRules: [] };
 * const schemes = [{ rules, costs: asAssumed, asAssumed, stresses: [] }];
 * assertThrows(() => costsOverPaths({ ...content, schemes }), RangeError, "16 paths");
 * ```
 */
export function costsOverPaths(content: UncertaintyContent): CostsOverPaths {
  const { shown, drawn, source, inputs } = laidOut(content);
  const over = valuationUncertainty(shown, drawn, source, content.askedRates);
  const { run: { basis }, process } = content;
  const notes = [
    ...(basis.schemes.length > 1 ? companyChoiceNotes(basis) : []),
    ...recognitionCutInWords(process, inputs.scenario.involuntaryShare),
  ];
  return {
    inWords: over.inWords.split("\n"),
    drawn,
    overPaths: {
      tables: over.tables.map((table) => ({
        ...table,
        notes: [...table.notes, ...notes],
      })),
      figures: over.figures,
    },
  };
}

/** The schemes with their titles, and what is said of all, once the content is checked. */
function laidOut(content: UncertaintyContent) {
  const doing = "show how sure a valuation is";
  checkArgument(doing, "a record of what was simulated", content, [
    "run",
    "schemes",
    "process",
    "seed",
    "varianceDraws",
    "askedRates",
    "rateRules",
  ]);
  const { run, schemes, process, seed } = content;
  if (!Array.isArray(schemes) || schemes.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: one simulated scheme or more is wanted, got ${
        valueInWords(schemes)
      }`,
    );
  }
  const inputs = mainInputs(run);
  const shown = schemes.map((scheme: SimulatedScheme) => ({
    ...scheme,
    title: scheme.rules.at(-1)!.title,
  }));
  const [first] = shown as [typeof shown[number]];
  const drawn = `${formatNumber(first.costs.paths, 0)} paths of the process ` +
    `${process.name} (${process.title}), seed ${seed}`;
  const source = `${inputs.scenario.title} scenario, ${run.inWords}; process: ` +
    process.source;
  return { inputs, shown, drawn, source };
}
