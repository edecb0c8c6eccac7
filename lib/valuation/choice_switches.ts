import { checkArgument } from "@jkp/problem";
import { checkRules, type Rules, type RulesInTime } from "@jkp/scheme";
import { wordsInForce } from "./assumptions/terms_and_choices.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { CHOICE_REASONS, choicesFor, type ModelChoices, READINGS } from "./choices.ts";
import {
  type GridRates,
  type GridRow,
  movedRates,
  ratesAfter,
  ratesAsAssumed,
} from "./sensitivity_grid.ts";

/** One choice of a reading, decided otherwise. */
export interface ChoiceSwitch extends Pick<GridRow, "rates" | "differences" | "whyNot"> {
  readonly choice: keyof ModelChoices;
  /** As the valuation takes it, a word or a number. */
  readonly inForce: string | number;
  readonly switchedTo: string | number;
}

/** What the choices of a reading do to the contribution rates of a scheme, each by itself. */
export interface ChoiceSwitches {
  readonly asAssumed: GridRates;
  readonly rows: readonly ChoiceSwitch[];
}

/** What no reading takes: it was made to fit one scenario, against the text. */
const TAKEN_BY_NONE = "implied_of_scenario";

/**
 * Decides each choice of a reading otherwise, one at a time, and solves the contribution
 * rates of a scheme again: every word that the choice can have, and every number that a
 * reading has for it.
 *
 * @param rules The scheme's rules, as they change in time.
 * @param inputs Whose choices are switched.
 * @returns The rates as assumed, and after each switch; one that cannot be valued says why.
 * @throws {DataError} If the inputs are wrong before anything is switched.
 * @throws {RangeError} If the scheme cannot be valued as assumed.
 *
 * @example Survival applied to terminations alone: 1.44 per cent in place of 1.35
 * ```ts
 * import { choiceSwitches, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const { rows, asAssumed } = choiceSwitches(run.rulesInTime[0]!, mainInputs(run));
 * const flow = rows.find(({ switchedTo }) => switchedTo === "flow")!;
 * const percent = (rate: number) => (100 * rate).toFixed(2);
 * assertEquals([asAssumed, flow.rates!].map((each) => percent(each.suggested)), [
 *   "1.35",
 *   "1.44",
 * ]);
 * ```
 */
export function choiceSwitches(
  rules: RulesInTime,
  inputs: ValuationInputs,
): ChoiceSwitches {
  const doing = "switch choices";
  checkRules(doing, rules);
  checkArgument(doing, "a record of inputs, as runValuation gives it,", inputs, [
    "choices",
    "scenario",
  ]);
  const asAssumed = ratesAsAssumed(doing, rules, inputs);
  const inForce = choicesFor(inputs.choices, [rules].flat().at(-1) as Rules);
  const names = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];
  return {
    asAssumed,
    rows: names.flatMap((choice) =>
      valuesOf(choice).filter((value) => value !== inForce[choice])
        .map((switchedTo): ChoiceSwitch => {
          const choices = { ...inputs.choices, [choice]: switchedTo };
          const after = ratesAfter(rules, () => ({ ...inputs, choices }));
          return {
            choice,
            inForce: inForce[choice],
            switchedTo,
            ...movedRates(asAssumed, after),
          };
        })
    ),
  };
}

/** What a choice can be: its words, and the numbers that readings have. */
function valuesOf(choice: keyof ModelChoices): (string | number)[] {
  const numbers = Object.values(READINGS).map((reading) => reading[choice])
    .filter((value) => typeof value === "number");
  return [...wordsInForce(choice), ...new Set(numbers)]
    .filter((value) => value !== TAKEN_BY_NONE);
}
