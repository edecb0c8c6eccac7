import type { FurtherSections, NeededSections, Rules } from "@jkp/scheme";

/** A section of a scheme's rules, which a reform can replace. */
export type ReformedSection = keyof NeededSections | keyof FurtherSections;

/** One step of a reform. */
export interface ReformStep {
  /** The section that this step takes from the new rules; none for the start. */
  readonly section: ReformedSection | null;
  /** The rules after the step. */
  readonly rules: Rules;
}

/**
 * A reform taken apart: one section after another from the new rules, the others still old.
 *
 * What a step changes depends on those before it, so the order is part of the answer.
 *
 * @param from The old rules.
 * @param to The new rules.
 * @param sections The sections to replace, in order.
 * @returns The old rules, then the rules after each step.
 *
 * @example
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { reformSteps } from "@jkp/simulation";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2023, 3));
 * const [jkp, proposed] = [await at("jkp_2021"), await at("proposed_2021")];
 * const steps = reformSteps(jkp, proposed, ["benefit", "duration"]);
 * assertEquals(steps[1]!.rules.benefit, proposed.benefit);
 * assertEquals(steps[1]!.rules.duration, jkp.duration);
 * ```
 */
export function reformSteps(
  from: Rules,
  to: Rules,
  sections: readonly ReformedSection[],
): ReformStep[] {
  const steps: ReformStep[] = [{ section: null, rules: from }];
  for (const section of sections) {
    const before = steps.at(-1)!.rules;
    const rules = {
      ...before,
      [section]: to[section],
      name: `${before.name}+${section}`,
    };
    steps.push({ section, rules });
  }
  return steps;
}
