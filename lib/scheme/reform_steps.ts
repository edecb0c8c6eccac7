import type { FurtherSections, NeededSections, Rules } from "./rules/scheme.ts";
import type { TerminationCause } from "./rules/sections.ts";

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
 * @example From JKP to the proposal: the benefit first, then the waiting period
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { benefitRates, reformSteps, rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
 * const [jkp, proposed] = [await at("jkp_2021"), await at("proposed_2021")];
 * const steps = reformSteps(jkp, proposed, ["benefit", "waitingPeriod"]);
 * assertEquals(steps.map(({ rules }) => benefitRates(rules.benefit)[0]), [0.45, 0.5, 0.5]);
 * assertEquals(steps[1]!.rules.waitingPeriod, jkp.waitingPeriod);
 * assertEquals(steps[2]!.rules.waitingPeriod, proposed.waitingPeriod);
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

/**
 * The sections in which two sets of rules differ, whatever their sources and dates.
 *
 * @param from One set of rules.
 * @param to The other.
 * @param among Sections to look at.
 * @returns Those that differ, in the same order.
 *
 * @example JKP and the proposal have the same duration
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { differingSections, rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const at = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
 * const [jkp, proposed] = [await at("jkp_2021"), await at("proposed_2021")];
 * assertEquals(differingSections(jkp, proposed, ["duration", "benefit"]), ["benefit"]);
 * ```
 */
export function differingSections(
  from: Rules,
  to: Rules,
  among: readonly ReformedSection[],
): ReformedSection[] {
  return among.filter((section) => contentOf(from[section]) !== contentOf(to[section]));
}

/**
 * The rules by which a claim is paid from a change of law on that gives it new rates: who
 * is paid, for how long and on what wages is as it was, the benefit formula is the new one.
 *
 * @param rules The rules of the month in which the job ended.
 * @param change The rules after the change.
 * @returns The first, with the benefit formula and the limits of the benefit of the second.
 *
 * @example JKP in 2025: a job that ended before needed six months in a row, and is paid 60
 * per cent
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { benefitRates, rulesFrom, rulesOfRunningClaims } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const [before, reform] = rulesFrom(await readScheme("jkp_2025"), monthOf(2024, 11));
 * const running = rulesOfRunningClaims(before!, reform!);
 * assertEquals(running.qualifying.consecutiveMonths, 6);
 * assertEquals(benefitRates(running.benefit)[0], 0.6);
 * ```
 */
export function rulesOfRunningClaims(rules: Rules, change: Rules): Rules {
  const { benefit, minimumBenefit, maximumBenefit } = change;
  const reasons = Object.entries(rules.contingency.reasons).map(([reason, treatment]) => {
    const rate = change.contingency.reasons[reason as TerminationCause]?.rate ?? null;
    return [reason, treatment && { ...treatment, rate }];
  });
  return {
    ...rules,
    benefit,
    minimumBenefit,
    maximumBenefit,
    contingency: { ...rules.contingency, reasons: Object.fromEntries(reasons) },
  };
}

/** A section as text, without where and when it is from and what it says in words. */
function contentOf(section: Rules[ReformedSection]): string {
  if (section === null) return "";
  const { from: _from, source: _source, note: _note, ...content } = section;
  return JSON.stringify(
    content,
    (key, value) => key === "text" || key === "definition" ? undefined : value,
  );
}
