import { checkArgument, didYouMean } from "@jkp/problem";
import { isWithin, RANGES, receivedFor } from "./assumptions/ranges.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";

/** Names of the assumptions that are one number, and can be changed by their name. */
export const CHANGEABLE_NAMES = [
  "involuntaryShare",
  "eligibleShare",
  "administrationRate",
  "terminationRatePerMonth",
  "benefitRate",
  "maximumDurationMonths",
  "waitingPeriodDays",
  "reserveMultiple",
] as const satisfies readonly (keyof typeof RANGES)[];

/** New values by name. */
export type AssumptionValues = {
  readonly [Name in typeof CHANGEABLE_NAMES[number]]?: number;
};

/**
 * Changes single assumptions of a valuation, each within what it can be.
 *
 * @param assumptions What to change; stays as it is.
 * @param changes New values by name: rates and shares as fractions, months, days. The
 * `benefitRate` is that of the best paid month, the others stay in proportion;
 * `reserveMultiple` is one of the terms.
 * @returns The changed assumptions.
 * @throws {RangeError} With a line for every name that is unknown and every value that
 * cannot be.
 *
 * @example Benefits of 60 per cent cost 1.56 per cent of earnings in place of 1.35
 * ```ts
 * import { changeAssumptions, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("base");
 * const rate = (each: typeof assumptions) =>
 *   (100 * valueAssumptions(each).financing.benefit_and_administrative.suggestedRate)
 *     .toFixed(2);
 * assertEquals(rate(assumptions), "1.35");
 * assertEquals(rate(changeAssumptions(assumptions, { benefitRate: 0.6 })), "1.56");
 * ```
 */
export function changeAssumptions(
  assumptions: ValuationAssumptions,
  changes: AssumptionValues,
): ValuationAssumptions {
  checkArgument(
    "change assumptions",
    "a record of assumptions, as deriveAssumptions or reportAssumptions give it,",
    assumptions,
    ["terms"],
  );
  checkChanges(changes);
  const { reserveMultiple = assumptions.terms.reserveMultiple, ...others } = changes;
  return { ...assumptions, ...others, terms: { ...assumptions.terms, reserveMultiple } };
}

/**
 * Changes single assumptions of all schemes that are valued from some inputs, whatever
 * their rules say. The involuntary share is set before the rules, which decide how many
 * of the layoffs and resignations are paid; everything else is set after them.
 *
 * @param inputs What to change; stays as it is.
 * @param changes New values by name, as for {@link changeAssumptions}.
 * @returns The changed inputs.
 * @throws {RangeError} With a line for every name that is unknown and every value that
 * cannot be.
 *
 * @example Layoffs as a quarter of terminations, not half: 0.83 per cent in place of 1.35
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { changeInputs } from "./change_assumptions.ts";
 * import { valueSchemes } from "@jkp/valuation";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const inputs = await reportInputs("base");
 * const { valued } = valueSchemes(
 *   [rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1))],
 *   [inputs, changeInputs(inputs, { involuntaryShare: 0.25 })],
 * );
 * const rates = valued.map(({ suggestedRate }) => (100 * suggestedRate).toFixed(2));
 * assertEquals(rates, ["1.35", "0.83"]);
 * ```
 */
export function changeInputs(
  inputs: ValuationInputs,
  changes: AssumptionValues,
): ValuationInputs {
  checkChanges(changes);
  const { scenario, change: before = (unchanged) => unchanged } = inputs;
  const { involuntaryShare = scenario.involuntaryShare, ...afterRules } = changes;
  return {
    ...inputs,
    scenario: { ...scenario, involuntaryShare },
    change: (assumptions) => changeAssumptions(before(assumptions), afterRules),
  };
}

/**
 * Refuses changes that cannot be made: types do not hold what is typed on a command line or
 * in a notebook's cell.
 *
 * @param changes New values by name.
 * @throws {RangeError} With a line for every name that is unknown and every value that
 * cannot be.
 *
 * @example
 * ```ts
 * import { checkChanges } from "@jkp/valuation";
 * import { assertThrows } from "@std/assert";
 *
 * checkChanges({ benefitRate: 0.6 });
 * assertThrows(
 *   () => checkChanges({ benefitRate: 60 }),
 *   RangeError,
 *   "a fraction above 0, up to 1 is wanted, got 60 (did you mean 0.6?)",
 * );
 * ```
 */
export function checkChanges(
  changes: Readonly<Record<string, unknown>>,
): asserts changes is AssumptionValues {
  checkArgument("set assumptions", "a record of new values by name", changes);
  const problems = Object.entries(changes).flatMap(([name, value]) => {
    const known = CHANGEABLE_NAMES.find((each) => each === name);
    if (known === undefined) {
      const names = CHANGEABLE_NAMES.join(", ");
      const meant = didYouMean(name, CHANGEABLE_NAMES);
      return [
        `Cannot set ${name}: one of ${names} is wanted, got ${name}=${value}${meant}`,
      ];
    }
    const range = RANGES[known];
    if (isWithin(range, value)) return [];
    const received = receivedFor(range, value);
    return [`Cannot set ${name}: ${range.expected} is wanted, got ${received}`];
  });
  if (problems.length > 0) throw new RangeError(problems.join("\n"));
}
