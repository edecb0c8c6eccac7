import {
  type DurationRange,
  durationRange,
  type Rules,
  TERMINATION_CAUSES,
  type TerminationCause,
} from "@jkp/scheme";

/** Shortest and longest months of benefit by reason; `null` where there is none. */
export function durations(rules: Rules) {
  return Object.fromEntries(
    TERMINATION_CAUSES.map((reason) => [reason, durationAfter(rules, reason)]),
  );
}

function durationAfter(rules: Rules, reason: TerminationCause): DurationRange | null {
  const treatment = rules.contingency.reasons[reason];
  if (treatment === null || !treatment.covered) return null;
  const { longestMonths: longest, shortestMonths } = treatment;
  return longest === null
    ? durationRange(rules)
    : { shortest: shortestMonths ?? longest, longest };
}

/** What leaving without cause costs: found by comparing it with involuntary loss. */
export function leavingWithoutCause(rules: Rules) {
  const treatment = rules.contingency.reasons.voluntary_resignation;
  if (treatment === null) return null;
  const usual = durationAfter(rules, "involuntary");
  const own = durationAfter(rules, "voluntary_resignation");
  return {
    longerWait: treatment.covered && (treatment.waitingMonths ?? 0) > 0,
    shorterDuration: own !== null && usual !== null && own.longest < usual.longest,
    lowerBenefit: treatment.covered && treatment.rate !== null,
    noBenefit: !treatment.covered,
  };
}
