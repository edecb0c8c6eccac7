import type { Rules, TerminationCause } from "@jkp/scheme";

const WORDS: Readonly<Record<TerminationCause, string>> = {
  involuntary: "involuntary termination",
  fixed_term_expiry: "expiry of a fixed term",
  just_cause_resignation: "resignation with just cause",
  forced_resignation: "forced resignation",
  voluntary_resignation: "voluntary resignation",
  misconduct: "misconduct",
};

/** Covered ends of employment and others, in words. */
export function terminations({ contingency: { reasons } }: Rules) {
  const named = (isCovered: boolean, but?: TerminationCause) =>
    (Object.keys(reasons) as TerminationCause[])
      .filter((reason) => reasons[reason]?.covered === isCovered && reason !== but)
      .map((reason) => WORDS[reason]);
  return {
    covered: named(true),
    coveredButJustCause: named(true, "just_cause_resignation"),
    notCovered: named(false),
  };
}
