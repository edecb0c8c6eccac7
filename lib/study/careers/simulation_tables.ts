import type { ClaimRule } from "@jkp/entitlement";
import type { ReformStep, Rules } from "@jkp/scheme";
import {
  type RuleEffect,
  schemeDifference,
  type SchemeSimulation,
} from "@jkp/simulation";
import { type Figure, keyInWords, sectionInWords, type Table } from "@jkp/exhibit";

/** Rules that refuse claims, in words, in the order in which they are asked. */
const DECIDING: readonly (readonly [rule: ClaimRule, title: string])[] = [
  ["coverage", "Too old at registration"],
  ["contributions", "Too few contributions"],
  ["consecutive_months", "Not enough in a row"],
  ["time_between_claims", "Too soon after a claim"],
  ["number_of_claims", "Too many claims"],
  ["benefit_age", "No benefit at the age"],
  ["entitlement_used_up", "No month of benefit left"],
];

/**
 * What schemes pay on the same simulated careers, side by side.
 *
 * @param simulation The simulation.
 * @param schemes The rules that were put to it, in the same order.
 * @param source Where the assumptions come from.
 * @returns A row a scheme: cost, replacement, eligibility, and whom each rule leaves out.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { simulatedSchemesTable } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { simulateSchemes } from "@jkp/simulation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = [rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3))];
 * const options = { careers: 500, years: 5, seed: 1 };
 * const simulation = simulateSchemes(await reportAssumptions("base"), rules, options);
 * assertEquals(simulatedSchemesTable(simulation, rules, "an example").rows.length, 1);
 * ```
 */
export function simulatedSchemesTable(
  { outcomes, careers }: SchemeSimulation,
  schemes: readonly Pick<Rules, "name" | "title" | "severance">[],
  source: string,
): Table {
  const percent = { unit: "%", decimals: 1 };
  const isDelayed = schemes.some(({ severance }) => severance?.effect === "delay");
  const leftOut = { group: "Claims that a rule leaves out", ...percent };
  const deciding = DECIDING.filter(([rule]) =>
    outcomes.some(({ decidedBy }) => decidedBy[rule].value > 0)
  );
  return {
    id: "schemes_simulated",
    number: "",
    title: "Schemes on the same simulated careers (synthetic data)",
    columns: [
      { key: "title", title: "Scheme" },
      { key: "cost", title: "Benefits", unit: "% of insurable earnings", decimals: 3 },
      { key: "error", title: "Standard error", unit: "points", decimals: 3 },
      { key: "replacement", title: "Benefit over last wage", ...percent },
      { key: "eligible", title: "Claims eligible", ...percent },
      { key: "months", title: "Months paid", decimals: 2 },
      ...deciding.map(([rule, title]) => ({ key: rule, title, ...leftOut })),
    ],
    rows: outcomes.map((outcome, i) => ({
      title: schemes[i]!.title,
      cost: 100 * outcome.costRate.value,
      error: 100 * outcome.costRate.standardError,
      replacement: 100 * outcome.replacementRate.value,
      eligible: 100 * outcome.eligibleShare.value,
      months: outcome.monthsPerEligibleClaim.value,
      ...Object.fromEntries(
        deciding.map(([rule]) => [rule, 100 * outcome.decidedBy[rule].value]),
      ),
    })),
    notes: [
      `${
        careers.toLocaleString("en")
      } careers; benefits only, without administration or ` +
      "reserve. Insurable earnings end at each scheme's own ceiling.",
      "Who leaves has the spread of all members' wages here, a narrower one of their own in " +
      "the valuation: with a ceiling, benefits over the last wage come out lower here.",
      ...(isDelayed
        ? [
          "Careers have no severance pay: where it delays benefits, nobody's are delayed.",
        ]
        : []),
    ],
    source,
  };
}

/**
 * What schemes pay on the same simulated careers, as a figure.
 *
 * @param simulation The simulation.
 * @param source Where the assumptions come from.
 * @returns A column a scheme: benefits as a share of insurable earnings.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { simulatedSchemesFigure } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { simulateSchemes } from "@jkp/simulation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = [rulesAt(await readScheme("jkp_2021"), monthOf(2023, 3))];
 * const options = { careers: 500, years: 5, seed: 1 };
 * const simulation = simulateSchemes(await reportAssumptions("base"), rules, options);
 * assertEquals(simulatedSchemesFigure(simulation, "x").series[0]!.x, ["jkp 2021"]);
 * ```
 */
export function simulatedSchemesFigure(
  { outcomes }: SchemeSimulation,
  source: string,
): Figure {
  return {
    id: "schemes_simulated",
    number: "",
    title: "Cost of schemes on the same simulated careers (synthetic data)",
    xTitle: "Scheme",
    yTitle: "Benefits",
    yUnit: "% of insurable earnings",
    decimals: 2,
    isStacked: false,
    isHorizontal: true,
    series: [{
      name: "Benefits",
      x: outcomes.map(({ name }) => keyInWords(name)),
      y: outcomes.map(({ costRate }) => 100 * costRate.value),
      mark: "column",
    }],
    notes: ["Benefits only, without administration or reserve."],
    source,
  };
}

/**
 * What each rule of a scheme saves, one rule switched off at a time.
 *
 * @param effects The effects, on the same careers.
 * @param title Title of the scheme.
 * @param source Where the assumptions come from.
 * @returns A row a rule.
 *
 * @example
 * ```ts
 * import { ruleEffectsTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(ruleEffectsTable([], "JKP", "an example").rows, []);
 * ```
 */
export function ruleEffectsTable(
  effects: readonly RuleEffect[],
  title: string,
  source: string,
): Table {
  return {
    id: "rule_effects",
    number: "",
    title: `${title}: without one of its rules (synthetic data)`,
    columns: [
      { key: "rule", title: "Without" },
      { key: "cost", title: "Benefits rise by", unit: "points", decimals: 4 },
      { key: "error", title: "Standard error", unit: "points", decimals: 4 },
      { key: "eligible", title: "More claims eligible", unit: "points", decimals: 1 },
    ],
    rows: effects.map(({ rule, costRate, eligibleShare }) => ({
      rule: keyInWords(rule),
      cost: 100 * costRate.value,
      error: 100 * costRate.standardError,
      eligible: 100 * eligibleShare.value,
    })),
    notes: [
      "Differences on the same careers: their errors are smaller than those of levels.",
    ],
    source,
  };
}

/**
 * A reform step by step: what each section of the new rules adds to the cost.
 *
 * @param simulation The rules after each step, on the same careers.
 * @param steps The steps, in the same order.
 * @param source Where the assumptions come from.
 * @returns A row a step.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { reformTable } from "@jkp/study";
 * import { readScheme } from "@jkp/scheme/read";
 * import { reformSteps, rulesAt } from "@jkp/scheme";
 * import { simulateSchemes } from "@jkp/simulation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2023, 3));
 * const steps = reformSteps(await at("jkp_2021"), await at("proposed_2021"), ["benefit"]);
 * const simulation = simulateSchemes(
 *   await reportAssumptions("base"),
 *   steps.map(({ rules }) => rules),
 *   { careers: 500, years: 5, seed: 1 },
 * );
 * assertEquals(reformTable(simulation, steps, "an example").rows.length, 2);
 * ```
 */
export function reformTable(
  simulation: SchemeSimulation,
  steps: readonly ReformStep[],
  source: string,
): Table {
  return {
    id: "reform_steps",
    number: "",
    title: "A reform step by step (synthetic data)",
    columns: [
      { key: "step", title: "Taken from the new rules" },
      { key: "cost", title: "Benefits", unit: "% of insurable earnings", decimals: 3 },
      { key: "change", title: "Change by the step", unit: "points", decimals: 3 },
      { key: "error", title: "Standard error", unit: "points", decimals: 3 },
      { key: "eligible", title: "Claims eligible", unit: "%", decimals: 1 },
    ],
    rows: simulation.outcomes.map((outcome, i) => {
      const change = i === 0
        ? { value: 0, standardError: 0 }
        : schemeDifference(simulation, "costRate", i, i - 1);
      const { section } = steps[i]!;
      return {
        step: section === null ? "nothing yet" : sectionInWords(section),
        cost: 100 * outcome.costRate.value,
        change: 100 * change.value,
        error: 100 * change.standardError,
        eligible: 100 * outcome.eligibleShare.value,
      };
    }),
    notes: ["What a step changes depends on the steps before it."],
    source,
  };
}
