import { END_REASONS, TERMINATION_REASONS } from "@jkp/extract";
import type { Words } from "@jkp/language";
import { median, sumSimple } from "simple-statistics";
import { compared, leaversBefore, yearsBefore } from "./late_leavers.ts";
import type { Shape } from "./shape.ts";
import type { ShapeFinding } from "./shape_finding.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";

/** What a series of months is judged by: members of each, and what begins or ends in it. */
interface Series {
  /** How many there are of them, in words. */
  readonly found: (count: number) => string;
  readonly rule: "claims_by_month" | "starts_by_month";
  readonly counts: readonly number[];
  /** Whether months with too many are looked for: rates are found of what they hold. */
  readonly hasRates: boolean;
}

/** What months show that should not be so: gaps, heaps, thin ends, an empty window. */
export function judgeMonths(
  counts: Shape,
  words: Words["shape"],
): ShapeFinding[] {
  const active = counts.active();
  const filled = active.filter((members) => members > 0);
  const middle = filled.length === 0 ? 0 : median(filled);
  const window = judgeWindow(counts, active, middle, words);
  if (middle < LIMITS.fewestMembers) return window.findings;
  const { first, last } = window;
  const series: Series[] = [
    {
      found: words.series.starts,
      rule: "starts_by_month",
      counts: [...counts.starts],
      hasRates: true,
    },
    ...END_REASONS.map((reason, i): Series => ({
      found: (claims) => words.series.claimsFor(claims, words.reasons[reason]),
      rule: "claims_by_month",
      counts: [...counts.claims[i]!],
      hasRates: TERMINATION_REASONS.some((termination) => termination === reason),
    })),
  ];
  const late = judgeEnd(counts, active, last, words);
  const lastComplete = late.length > 0 ? last - 3 : last;
  const members = judgeMembers(counts, active, { first, last: lastComplete }, words);
  return [
    ...window.findings,
    ...members,
    ...late,
    ...(members.length > 0 ? [] : judgeLeavers(counts, active, lastComplete, words)),
    ...series.flatMap((one) => judgeSeries(counts, active, one, words)),
  ];
}

/** Months in which far more leave than in the others, where members show nothing. */
function judgeLeavers(
  { firstMonth, ends }: Shape,
  active: readonly number[],
  last: number,
  words: Words["shape"],
): ShapeFinding[] {
  const counts = [...ends.slice(0, last)];
  if (!counts.some((left) => left > 0)) return [];
  const rate = usualRate(counts, active.slice(0, last));
  return counts.flatMap((left, month): ShapeFinding[] => {
    const usual = rate * active[month]!;
    const isHeap = left > LIMITS.heapMultiple * usual &&
      left - usual > LIMITS.heapCounts;
    return isHeap
      ? [{
        rule: "members_by_month",
        column: words.months(firstMonth + month, firstMonth + month),
        value: words.members.spellsEnd(left),
        expected: words.usualOfOthers(usual, 1),
        meaning: words.members.bulkEnds,
      }]
      : [];
  });
}

/** Months without members at the ends of the window, and the months between. */
function judgeWindow(
  { firstMonth, lastMonth, spells, latestContribution }: Shape,
  active: readonly number[],
  middle: number,
  { window: words }: Words["shape"],
): { findings: ShapeFinding[]; first: number; last: number } {
  const end = active.length - 1;
  const windowFinding = (value: string, expected: string): ShapeFinding => ({
    rule: "window_filled",
    value,
    expected,
    meaning: words.meaning,
  });
  if (middle < LIMITS.fewestMembers) {
    const isEmpty = spells >= 10 && latestContribution < lastMonth;
    return {
      first: 0,
      last: end,
      findings: isEmpty
        ? [windowFinding(
          words.nobodyAfter(latestContribution),
          words.membersTo(lastMonth),
        )]
        : [],
    };
  }
  const isFilled = (members: number) => members >= LIMITS.emptyShare * middle;
  const [first, last] = [active.findIndex(isFilled), active.findLastIndex(isFilled)];
  return {
    first,
    last,
    findings: [
      ...(first === 0 ? [] : [windowFinding(
        words.mostBefore(Math.max(...active.slice(0, first)), firstMonth + first),
        words.membersFrom(firstMonth),
      )]),
      ...(last === end ? [] : [windowFinding(
        words.mostAfter(Math.max(...active.slice(last + 1)), firstMonth + last),
        words.membersTo(firstMonth + end),
      )]),
    ],
  };
}

/** Months with fewer or more members than those around them, and changes that stay. */
function judgeMembers(
  { firstMonth }: Shape,
  active: readonly number[],
  { first, last }: { readonly first: number; readonly last: number },
  words: Words["shape"],
): ShapeFinding[] {
  const findings: ShapeFinding[] = [];
  const found: [from: number, to: number][] = [];
  const find = (from: number, to: number, wanted: number, meaning: string) => {
    found.push([from, to]);
    findings.push({
      rule: "members_by_month",
      column: words.months(firstMonth + from, firstMonth + to),
      value: words.members.value(active[from]!),
      expected: words.members.around(Math.round(wanted)),
      meaning,
    });
  };
  let done = first;
  for (let month = first + 1; month < last; month++) {
    if (month <= done) continue;
    const before = active.slice(Math.max(first, month - 3), month);
    const after = active.slice(month + 1, Math.min(last, month + 3) + 1);
    const members = active[month]!;
    const low = Math.min(Math.max(...before), Math.max(...after));
    const high = Math.max(Math.min(...before), Math.min(...after));
    const most = leeway(low, LIMITS.dipShare);
    const runTo = (is: (members: number) => boolean) => {
      let to = month;
      while (to + 1 < last && is(active[to + 1]!)) to++;
      return done = to;
    };
    if (low - members > most) {
      find(
        month,
        runTo((next) => low - next > most),
        low,
        words.members.missing,
      );
    } else if (members - high > leeway(high, LIMITS.dipShare)) {
      find(
        month,
        runTo((next) => next - high > leeway(high, LIMITS.dipShare)),
        high,
        words.members.twice,
      );
    }
  }
  for (let month = first + 1; month <= last; month++) {
    const [before, now] = [active[month - 1]!, active[month]!];
    const isKnown = found.some(([from, to]) => month >= from && month - 1 <= to);
    if (isKnown || Math.abs(now - before) <= leeway(before, LIMITS.stepShare)) continue;
    find(month, month, before, words.members.step);
  }
  return findings;
}

/** Members that may be missing by chance, or by what registers do. */
function leeway(members: number, share: number): number {
  return Math.max(share * members, LIMITS.deviations * Math.sqrt(share * members));
}

/** Leavers and claims of the last months beside what is usual: late payments and reports. */
function judgeEnd(
  { firstMonth, ends, claims }: Shape,
  active: readonly number[],
  last: number,
  words: Words["shape"],
): ShapeFinding[] {
  const from = last - LIMITS.lateMonths;
  if (from < 2 * LIMITS.lateMonths) return [];
  // The last month has no leavers: a spell that runs in it has not ended.
  const left = compared(active, (month) => ends[month]!, from, last - 1);
  const claimed = compared(
    active,
    (month) => sumSimple(claims.map((one) => one[month]!)),
    from + 1,
    last,
  );
  const findings: ShapeFinding[] = [];
  const seasonal = Math.max(left.usual, yearsBefore(ends, active, from, last - 1));
  const isManyLeavers = left.found > LIMITS.lateLeavers * seasonal &&
    left.found - seasonal > LIMITS.deviations * Math.sqrt(seasonal);
  const spread = leaversBefore(ends, active, from);
  const isAboveSpread = left.found > LIMITS.someLateLeavers * seasonal &&
    spread.deviations > LIMITS.deviations;
  if (isManyLeavers || isAboveSpread) {
    findings.push({
      rule: "last_months",
      column: words.months(firstMonth + from, firstMonth + last - 1),
      value: words.members.leave(left.found),
      expected: words.usualOfBefore(left.usual, last - from),
      meaning: words.members.lateMeaning(firstMonth + from - 1),
    });
  }
  const isFewClaims = claimed.found < LIMITS.lateClaims * claimed.usual &&
    claimed.usual - claimed.found > LIMITS.fewDeviations * Math.sqrt(claimed.usual);
  if (isFewClaims) {
    findings.push({
      rule: "last_months",
      column: words.months(firstMonth + from + 1, firstMonth + last),
      value: words.members.claims(claimed.found),
      expected: words.usualOfBefore(claimed.usual, last - from),
      meaning: words.members.lateClaimsMeaning(firstMonth + from),
    });
  }
  return findings;
}

/** Months with far fewer or far more of something than its other months. */
function judgeSeries(
  { firstMonth, historyFrom }: Shape,
  active: readonly number[],
  { found, rule, counts, hasRates }: Series,
  words: Words["shape"],
): ShapeFinding[] {
  if (!counts.some((count) => count > 0)) return [];
  const rate = usualRate(counts, active);
  const usual = active.map((members) => rate * members);
  const from = hasRates ? 0 : LIMITS.monthsWithFewOthers;
  const isLow = (month: number) =>
    month >= from && usual[month]! > 0 &&
    counts[month]! < LIMITS.gapShare * usual[month]!;
  const isGap = ([from, to]: readonly [number, number]) =>
    sumSimple(usual.slice(from, to + 1)) >= LIMITS.gapCounts;
  const middle = median([...active]);
  // Members from before seem to start where the history is said to begin.
  const isSaid = (month: number) =>
    rule === "starts_by_month" && firstMonth + month === historyFrom;
  // Where members are missing, that is said: nothing is usual there.
  const isHeap = (month: number) =>
    hasRates && active[month]! >= LIMITS.emptyShare * middle && !isSaid(month) &&
    counts[month]! > LIMITS.heapMultiple * usual[month]! &&
    counts[month]! - usual[month]! > LIMITS.heapCounts;
  const finding = (from: number, to: number, meaning: string): ShapeFinding => ({
    rule,
    column: words.months(firstMonth + from, firstMonth + to),
    value: found(sumSimple(counts.slice(from, to + 1))),
    expected: words.usualOfOthers(
      sumSimple(usual.slice(from, to + 1)),
      to - from + 1,
    ),
    meaning,
  });
  const isOfClaims = rule === "claims_by_month";
  const { bulkClaims, bulkStarts, missingClaims, missingSpells } = words.series;
  return [
    ...runs(counts.length, isLow).filter(isGap).map(([from, to]) =>
      finding(from, to, isOfClaims ? missingClaims : missingSpells)
    ),
    ...runs(counts.length, isHeap).map(([from, to]) =>
      finding(from, to, isOfClaims ? bulkClaims : bulkStarts)
    ),
  ];
}

/**
 * What a member and month usually counts: the median of the months; where most have none,
 * the mean, or the median of the others if that is lower, which a heap does not lift.
 */
function usualRate(counts: readonly number[], active: readonly number[]): number {
  const rates = counts.map((count, month) => count / Math.max(1, active[month]!));
  const middle = median(rates);
  if (middle > 0) return middle;
  const mean = sumSimple([...counts]) / Math.max(1, sumSimple([...active]));
  return Math.min(mean, median(rates.filter((rate) => rate > 0)));
}

/** Runs of months for which something holds. */
function runs(length: number, holds: (month: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let month = 0; month < length; month++) {
    if (!holds(month)) continue;
    const last = found.at(-1);
    if (last?.[1] === month - 1) last[1] = month;
    else found.push([month, month]);
  }
  return found;
}
