import {
  differingSections,
  type ReformedSection,
  reformSteps,
  type Rules,
} from "@jkp/scheme";
import { isDelayValued } from "./assumptions/severance_delays.ts";
import { choicesByLaw } from "./choices.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import {
  type SchemeLeftOut,
  type SchemeValuation,
  valueSchemes,
} from "./value_schemes.ts";

/** Sections that a valuation by means over all members can tell apart. */
const VALUED_SECTIONS: readonly ReformedSection[] = [
  "insurableEarnings",
  "qualifying",
  "referenceWage",
  "minimumBenefit",
  "maximumBenefit",
  "benefit",
  "duration",
  "waitingPeriod",
  "reemploymentAllowance",
  "severance",
  "financing",
];

/** Sections that decide who is paid and what, but need single careers or other data. */
const SECTIONS_NOT_VALUED: readonly ReformedSection[] = [
  "coverage",
  "contingency",
  "repeatClaims",
  "claim",
  "otherEarnings",
];

/** A reform valued section by section. */
export interface ValuedReform {
  readonly from: Rules;
  readonly to: Rules;
  readonly steps: readonly ValuedStep[];
  /** Sections that differ but have no effect on the valuation. */
  readonly notValued: readonly ReformedSection[];
}

/** The rules after one more section of the new ones. */
export interface ValuedStep {
  /** The section; `null` at the start. */
  readonly section: ReformedSection | null;
  readonly valuation: SchemeValuation;
}

/**
 * Values a reform one section at a time, from the old rules to the new, all steps by what
 * laws say of reference earnings and limits.
 *
 * @param from The old rules.
 * @param to The new rules.
 * @param inputs All that the valuation is made from, but the law.
 * @param sections Sections to take from the new rules, in order: what a step changes
 * depends on those before it.
 * @returns The steps; after the last, everything that can be valued is as in the new rules.
 * @throws {RangeError} If a step cannot be valued, with the reason.
 *
 * @example From JKP's rules to the proposal's: 1.00 per cent becomes 1.35
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { valueReform } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
 * const { steps } = valueReform(
 *   await at("jkp_2021"),
 *   await at("proposed_2021"),
 *   await reportInputs("base"),
 * );
 * const rates = steps.map(({ valuation }) => (100 * valuation.suggestedRate).toFixed(2));
 * assertEquals([rates[0], rates.at(-1)], ["1.00", "1.35"]);
 * ```
 */
export function valueReform(
  from: Rules,
  to: Rules,
  inputs: ValuationInputs,
  sections: readonly ReformedSection[] = valuedSections(from, to, inputs),
): ValuedReform {
  const steps = reformSteps(from, to, sections);
  const { valued, leftOut } = valueSchemes(steps.map(({ rules }) => rules), [{
    ...inputs,
    choices: choicesByLaw(inputs.choices),
  }]);
  if (leftOut.length > 0) {
    const [{ rules, reason }] = leftOut as [SchemeLeftOut];
    const section = steps.find((step) => step.rules === rules)!.section;
    const at = section === null ? "as it was" : `with the new ${section}`;
    throw new RangeError(`Cannot value the reform of ${from.name} ${at}: ${reason}`);
  }
  return {
    from,
    to,
    steps: steps.map(({ section, rules }) => ({
      section,
      valuation: valued.findLast((each) => each.rules === rules)!,
    })),
    notValued: [
      ...differingSections(from, to, SECTIONS_NOT_VALUED),
      ...differingSections(from, to, VALUED_SECTIONS)
        .filter((section) => !sections.includes(section)),
    ],
  };
}

/** Sections that differ and can be valued; a delay by severance pay needs its practice. */
function valuedSections(
  from: Rules,
  to: Rules,
  { data }: ValuationInputs,
): ReformedSection[] {
  return differingSections(from, to, VALUED_SECTIONS).filter((section) =>
    section !== "severance" ||
    [from, to].some((rules) => isDelayValued(rules, data?.severance))
  );
}
