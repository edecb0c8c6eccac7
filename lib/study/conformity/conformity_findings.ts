import { roundedPercent } from "@jkp/exhibit";
import {
  type Benefit,
  benefitRates,
  durationRange,
  type Range,
  type Rules,
} from "@jkp/scheme";
import { meanSimple } from "simple-statistics";

/** What a rule wants, what a scheme has, and whether that is enough. */
export interface Finding {
  readonly wanted: string;
  readonly got: string;
  readonly verdict: "conforms" | "does not conform" | "needs data";
}

/** Who is covered, as far as it is known. */
export interface CoverageData {
  /** Covered employees as a fraction of all employees, or what is known of it. */
  readonly coveredShare?: number | Range;
  /** What that share counts, in words: "are members". */
  readonly coveredBy?: string;
}

/** Thirteen and twenty-six weeks, as the documents read them: months of benefit. */
export const MONTHS_C102 = 3;
export const MONTHS_C168 = 6;

/** A finding that the rules alone settle. */
export function finding(wanted: string, got: string, conforms: boolean): Finding {
  return { wanted, got, verdict: conforms ? "conforms" : "does not conform" };
}

/** Mean rate over the least duration; of graded benefits the lowest rate of a band. */
export function rateFinding(rules: Rules, least: number, months: number): Finding {
  const wanted = `${perCent(least)} of previous earnings over ${months} months`;
  const { benefit } = rules;
  if (benefit.kind === "graded") {
    const lowest = Math.min(...benefitRates(benefit));
    return finding(wanted, `${perCent(lowest)} at the lowest`, lowest >= least - 1e-9);
  }
  const mean = meanRate(benefit, months);
  return finding(wanted, `${perCent(mean)} on average`, mean >= least - 1e-9);
}

/** Mean rate of the first months, of those that have one. */
export function meanRate(
  benefit: Exclude<Benefit, { kind: "graded" }>,
  months: number,
): number {
  if (benefit.kind === "flat") return benefit.rate;
  // Months beyond the duration are the duration's affair, not the rate's.
  return meanSimple(benefit.rates.slice(0, months));
}

/** Where the duration varies, both Conventions want its average to be long enough. */
export function durationFinding(rules: Rules, months: number, words: string): Finding {
  const { shortest, longest } = durationRange(rules);
  const range = shortest === longest ? `${longest}` : `${shortest} to ${longest}`;
  const { withinMonths } = rules.duration;
  const within = withinMonths === null ? "" : ` within ${withinMonths} months`;
  const got = `${range} months${within}`;
  if (shortest >= months || longest <= months) {
    return finding(words, got, shortest >= months);
  }
  return { wanted: words, got: `${got}, the average not known`, verdict: "needs data" };
}

/** Days without benefit at the start. */
export function waitingFinding({ waitingPeriod }: Rules): Finding {
  const { days } = waitingPeriod;
  return finding("a waiting period of at most 7 days", `${days} days`, days <= 7);
}

/** The review holds a gap of years or a limit in a career to be against both. */
export function repeatFinding({ repeatClaims }: Rules): Finding {
  const { maximumClaims, monthsBetween } = repeatClaims;
  const limits = [
    ...(maximumClaims === null ? [] : [`at most ${maximumClaims} claims in a career`]),
    ...(monthsBetween === null ? [] : [`${monthsBetween} months between claims`]),
  ];
  const wanted = "qualifying conditions not longer than needed to preclude abuse";
  const got = limits.join(", ") || "no limit beyond contributions";
  return finding(wanted, got, limits.length === 0);
}

/** What employees bear of the contributions. */
export function financingFinding({ financing }: Rules): Finding {
  const { employee, employer, government, total } = financing;
  const wanted = "at most half of the contributions from employees";
  const sum = employee + employer + government;
  if (sum === 0) {
    const got = total === null ? "no rates" : `${perCent(total)}, not shared out`;
    return { wanted, got, verdict: "needs data" };
  }
  const got = `${perCent(employee)} of ${perCent(sum)} of wages`;
  return finding(wanted, got, employee <= sum / 2 + 1e-12);
}

/** A range that reaches from below to above what is wanted settles nothing. */
export function coverageFinding(
  least: number,
  { coveredShare: share, coveredBy }: CoverageData,
): Finding {
  const wanted = `${perCent(least)} of all employees covered`;
  if (share === undefined) {
    return { wanted, got: "not known from the rules", verdict: "needs data" };
  }
  const range = typeof share === "number" ? { lowest: share, highest: share } : share;
  const { lowest, highest } = range;
  if (!(lowest >= 0 && lowest <= highest && highest <= 1)) {
    throw new RangeError(
      "Cannot judge coverage: a fraction from 0 to 1, or two in order, is wanted, got " +
        (lowest === highest ? lowest : `${lowest} to ${highest}`),
    );
  }
  const got = rangeInWords(range) + (coveredBy === undefined ? "" : ` ${coveredBy}`);
  return lowest < least && highest >= least
    ? { wanted, got, verdict: "needs data" }
    : finding(wanted, got, lowest >= least);
}

function rangeInWords({ lowest, highest }: Range): string {
  const most = perCent(highest, 1);
  if (lowest === highest) return most;
  return lowest === 0
    ? `up to ${most}`
    : `${perCent(lowest, 1).replace(" per cent", "")} to ${most}`;
}

/** A fraction in words, without closing zeros. */
export function perCent(fraction: number, decimals = 2): string {
  return `${roundedPercent(fraction, decimals)} per cent`;
}
