import { checkArgument, checkText, valueInWords } from "@jkp/problem";
import { type Figure, roundedPercent, type Table } from "@jkp/exhibit";
import {
  type CostPaths,
  type RateRule,
  type RateRuleOutcome,
  runRateRule,
  splitRate,
  statePart,
} from "@jkp/uncertainty";
import {
  recessionPath,
  ruleRatesFigures,
  ruleReserveFigure,
} from "./rate_rules_figures.ts";
import {
  rateReserveTable,
  rateSplitTable,
  rateStabilityTable,
} from "./rate_rules_table.ts";
import { statePartTable } from "./state_part_table.ts";

/** What rules are compared on. */
export interface RateRuleComparison {
  readonly rules: readonly RateRule[];
  /**
   * What came of each rule on these costs.
   * @default they are run here
   */
  readonly outcomes?: readonly RateRuleOutcome[] | undefined;
  /** Costs on many paths. */
  readonly costs: CostPaths;
  /** The same scheme's costs as expected: one path. */
  readonly expected: CostPaths;
  /** Part of a departure of the cost rate that a forecast takes to be left a year later. */
  readonly persistence: number;
  /** Chance that the State pays more in a year than the maximum shown. */
  readonly exceedanceProbability: number;
  /** The scheme's financing and recomposition: who pays. */
  readonly paidBy: Parameters<typeof splitRate>[1];
  /** How the paths were drawn, in words: how many, by what process, from which seed. */
  readonly drawn: string;
  readonly source: string;
}

/** Rules compared, as tables and figures. */
export interface RateRuleExhibits {
  readonly outcomes: readonly RateRuleOutcome[];
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
}

/**
 * Compares rules that set a contribution rate over the same paths: the rate and its changes,
 * the reserve and money from outside, and, if the law shares its rate, who pays, and the
 * State's part by year.
 *
 * @param comparison Rules, costs, and what else they are compared on.
 * @returns The outcome of each rule, tables and figures.
 * @throws {RangeError} If something is missing, or costs and expected costs do not go together.
 * @see ILO (2021), section 4.4.
 *
 * @example A fund of nothing at a cost of 0.3 per cent: paying 0.36 is too much for Canada
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rateRuleExhibits } from "@jkp/study";
 * import { readRateRule } from "@jkp/uncertainty/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const costs = {
 *   schemeName: "by hand",
 *   scenarioName: "base",
 *   firstYear: 2026,
 *   years: 2,
 *   paths: 1,
 *   insurableEarningsIdr: Float64Array.of(1e15, 1e15),
 *   benefitsIdr: Float64Array.of(27e11, 27e11),
 *   administrationIdr: Float64Array.of(3e11, 3e11),
 *   investmentReturn: Float64Array.of(0.05, 0.05),
 *   unemploymentRate: Float64Array.of(0.05, 0.05),
 *   openingIdr: 0,
 *   flows: "mid_year" as const,
 *   reserveMultiple: 0,
 *   trialContributionRate: 0.0036,
 * };
 * const { tables: [rates] } = rateRuleExhibits({
 *   rules: await Promise.all(["as_it_is", "canada"].map(readRateRule)),
 *   costs,
 *   expected: costs,
 *   persistence: 0.5,
 *   exceedanceProbability: 0.01,
 *   paidBy: rulesAt(await readScheme("jkp_2025"), monthOf(2026, 1)),
 *   drawn: "one path, by hand",
 *   source: "own calculations",
 * });
 * assertAlmostEquals(rates!.rows[0]!.mean as number, 0.36, 1e-9);
 * assertAlmostEquals(rates!.rows[1]!.mean as number, 0.3, 1e-9);
 * ```
 */
export function rateRuleExhibits(comparison: RateRuleComparison): RateRuleExhibits {
  const doing = "compare rules that set a rate";
  checkArgument(doing, "a record of what they are compared on", comparison, [
    "rules",
    "costs",
    "expected",
    "persistence",
    "exceedanceProbability",
    "paidBy",
  ]);
  const { rules, costs, expected, persistence, exceedanceProbability, paidBy } =
    comparison;
  const { drawn, source } = comparison;
  if (!Array.isArray(rules) || rules.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: a list of one rule or more is wanted, got ${valueInWords(rules)}`,
    );
  }
  checkArgument(doing, "the rules of a scheme as paidBy", paidBy, [
    "financing",
    "recomposition",
  ]);
  checkText(doing, "how the paths were drawn, in words, as drawn", drawn);
  checkText(doing, "where the figures come from, as source", source);
  const outcomes = comparison.outcomes ??
    rules.map((rule) => runRateRule(rule, costs, expected, { persistence }));
  const kept = roundedPercent(persistence, 2);
  const notes = [
    `${drawn}. Forecasts take ${kept} per cent of a departure of the cost rate to be left a ` +
    "year later.",
  ];
  const { government, employer, employee } = paidBy.financing;
  const isShared = government + employer + employee > 0;
  const isStatesRateAlone = isShared && paidBy.financing.governmentOfBenefits === 0;
  return {
    outcomes,
    tables: [
      rateStabilityTable(outcomes, notes, source),
      rateReserveTable(outcomes, notes, source),
      ...(isShared ? [rateSplitTable(outcomes, paidBy, notes, source)] : []),
      ...(isStatesRateAlone
        ? [statePartTable(
          outcomes.map((outcome) => ({
            title: outcome.rule.title,
            byYear: statePart(outcome, costs, paidBy, { exceedanceProbability }),
          })),
          exceedanceProbability,
          notes,
          source,
        )]
        : []),
    ],
    figures: [
      ...ruleRatesFigures(outcomes, costs, recessionPath(costs, expected), source),
      ...outcomes.map((outcome) => ruleReserveFigure(outcome, costs, notes, source)),
    ],
  };
}
