import type { Rules } from "@jkp/scheme";
import type { ReformedSection } from "@jkp/simulation";

/** Sections that a valuation by means over all members can tell apart. */
export const VALUED_SECTIONS: readonly ReformedSection[] = [
  "insurableEarnings",
  "qualifying",
  "referenceWage",
  "minimumBenefit",
  "maximumBenefit",
  "benefit",
  "duration",
  "waitingPeriod",
  "financing",
];

/** Sections that decide who is paid and what, but need single careers or other data. */
export const SECTIONS_NOT_VALUED: readonly ReformedSection[] = [
  "coverage",
  "contingency",
  "repeatClaims",
  "claim",
  "reemploymentAllowance",
  "severance",
  "otherEarnings",
];

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
 * import { differingSections } from "@jkp/report";
 * import { readScheme, rulesAt } from "@jkp/scheme";
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
  among: readonly ReformedSection[] = VALUED_SECTIONS,
): ReformedSection[] {
  return among.filter((section) => contentOf(from[section]) !== contentOf(to[section]));
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
