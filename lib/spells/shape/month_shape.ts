import { countInWords } from "@jkp/exhibit";
import { END_REASONS, TERMINATION_REASONS } from "@jkp/extract";
import { formatMonth } from "@jkp/month";
import { median, sumSimple } from "simple-statistics";
import { compared, leaversBefore, yearsBefore } from "./late_leavers.ts";
import type { Shape } from "./shape.ts";
import type { ShapeFinding } from "./shape_finding.ts";
import { SHAPE_LIMITS as LIMITS } from "./shape_limits.ts";

/** What a series of months is judged by: members of each, and what begins or ends in it. */
interface Series {
  readonly what: string;
  readonly rule: "claims_by_month" | "starts_by_month";
  readonly counts: readonly number[];
  /** Whether months with too many are looked for: rates are found of what they hold. */
  readonly hasRates: boolean;
}

/** What months show that should not be so: gaps, heaps, thin ends, an empty window. */
export function judgeMonths(counts: Shape): ShapeFinding[] {
  const active = counts.active();
  const filled = active.filter((members) => members > 0);
  const middle = filled.length === 0 ? 0 : median(filled);
  const window = judgeWindow(counts, active, middle);
  if (middle < LIMITS.fewestMembers) return window.findings;
  const { first, last } = window;
  const series: Series[] = [
    {
      what: "starts",
      rule: "starts_by_month",
      counts: [...counts.starts],
      hasRates: true,
    },
    ...END_REASONS.map((reason, i): Series => ({
      what: `claims for ${reason.replaceAll("_", " ")}`,
      rule: "claims_by_month",
      counts: [...counts.claims[i]!],
      hasRates: TERMINATION_REASONS.some((termination) => termination === reason),
    })),
  ];
  const late = judgeEnd(counts, active, last);
  const lastComplete = late.length > 0 ? last - 3 : last;
  const members = judgeMembers(counts, active, first, lastComplete);
  return [
    ...window.findings,
    ...members,
    ...late,
    ...(members.length > 0 ? [] : judgeLeavers(counts, active, lastComplete)),
    ...series.flatMap((one) => judgeSeries(counts, active, one)),
  ];
}

/** Months in which far more leave than in the others, where members show nothing. */
function judgeLeavers(
  { firstMonth, ends }: Shape,
  active: readonly number[],
  last: number,
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
        column: months(firstMonth, month, month),
        value: `${countInWords(left, "spell")} end`,
        expected: usually(usual, 1, "the other months"),
        meaning:
          "Last months were put in for unknown ones, records were closed in bulk, " +
          "or a large employer closed. Ask which; a rate of the month is not one of others.",
      }]
      : [];
  });
}

/** Months without members at the ends of the window, and the months between. */
function judgeWindow(
  { firstMonth, lastMonth, spells, latestContribution }: Shape,
  active: readonly number[],
  middle: number,
): { findings: ShapeFinding[]; first: number; last: number } {
  const end = active.length - 1;
  if (middle < LIMITS.fewestMembers) {
    const isEmpty = spells >= 10 && latestContribution < lastMonth;
    return {
      first: 0,
      last: end,
      findings: isEmpty
        ? [windowFinding(
          `nobody after ${formatMonth(latestContribution)}`,
          `members up to ${formatMonth(lastMonth)}, the window's last month`,
        )]
        : [],
    };
  }
  const isFilled = (members: number) => members >= LIMITS.emptyShare * middle;
  const [first, last] = [active.findIndex(isFilled), active.findLastIndex(isFilled)];
  const month = (index: number) => formatMonth(firstMonth + index);
  const most = `${countInWords(Math.max(...active.slice(0, first)), "member")} at most ` +
    `before ${month(first)}`;
  return {
    first,
    last,
    findings: [
      ...(first === 0 ? [] : [windowFinding(
        most,
        `members from ${month(0)} on, the window's first month`,
      )]),
      ...(last === end ? [] : [windowFinding(
        `${countInWords(Math.max(...active.slice(last + 1)), "member")} at most after ` +
          month(last),
        `members up to ${month(end)}, the window's last month`,
      )]),
    ],
  };
}

function windowFinding(value: string, expected: string): ShapeFinding {
  return {
    rule: "window_filled",
    value,
    expected,
    meaning:
      "The window is longer than the data, or files are missing. Set first_month " +
      "and last_month of extract.toml to the months that the data cover, or ask for the " +
      "rest.",
  };
}

/** Months with fewer or more members than those around them, and changes that stay. */
function judgeMembers(
  { firstMonth }: Shape,
  active: readonly number[],
  first: number,
  last: number,
): ShapeFinding[] {
  const findings: ShapeFinding[] = [];
  const find = (from: number, to: number, wanted: number, meaning: string) =>
    findings.push({
      rule: "members_by_month",
      column: months(firstMonth, from, to),
      value: countInWords(active[from]!, "member"),
      expected: `about ${
        countInWords(Math.round(wanted), "member")
      }, as in the months around`,
      meaning,
    });
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
        "Contributions of the month are missing from the extract, and members look as if " +
          "they had left and come back. Ask for the month again.",
      );
    } else if (members - high > leeway(high, LIMITS.dipShare)) {
      find(
        month,
        runTo((next) => next - high > leeway(high, LIMITS.dipShare)),
        high,
        "The month may stand twice, or rows of another kind are in the extract. Look at " +
          "the rows that cover this month alone.",
      );
    }
  }
  for (let month = first + 1; month <= last; month++) {
    const [before, now] = [active[month - 1]!, active[month]!];
    const isKnown = findings.some(({ column }) => isNear(column!, firstMonth, month));
    if (isKnown || Math.abs(now - before) <= leeway(before, LIMITS.stepShare)) continue;
    find(
      month,
      month,
      before,
      "A branch, a kind of member or a file begins or ends here: rates before and after " +
        "are of different people. Ask what was drawn, or cut the window there: extract " +
        "build --from and --to.",
    );
  }
  return findings;
}

/** Whether months found before touch a month. */
function isNear(column: string, firstMonth: number, month: number): boolean {
  const [from, to = from] = column.split(" to ");
  const text = (index: number) => formatMonth(firstMonth + index);
  return text(month) >= from! && text(month - 1) <= to!;
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
): ShapeFinding[] {
  const from = last - LIMITS.lateMonths;
  if (from < 2 * LIMITS.lateMonths) return [];
  const column = months(firstMonth, from, last - 1);
  const cut = formatMonth(firstMonth + from - 1);
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
      column,
      value: `${countInWords(left.found, "member")} leave`,
      expected: usually(left.usual, last - from, "the months before"),
      meaning:
        "Payments of the last months have not all come in, so that members look as " +
        `if they had left. Cut the window: extract build --to ${cut}, or draw the extract ` +
        "again some months later.",
    });
  }
  const isFewClaims = claimed.found < LIMITS.lateClaims * claimed.usual &&
    claimed.usual - claimed.found > LIMITS.fewDeviations * Math.sqrt(claimed.usual);
  if (isFewClaims) {
    findings.push({
      rule: "last_months",
      column: months(firstMonth, from + 1, last),
      value: countInWords(claimed.found, "claim"),
      expected: usually(claimed.usual, last - from, "the months before"),
      meaning: "Claims of the last months have not all been entered. Cut the window: " +
        `extract build --to ${
          formatMonth(firstMonth + from)
        }, or draw the extract again ` +
        "some months later.",
    });
  }
  return findings;
}

/** Months with far fewer or far more of something than its other months. */
function judgeSeries(
  { firstMonth, historyFrom }: Shape,
  active: readonly number[],
  { what, rule, counts, hasRates }: Series,
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
    column: months(firstMonth, from, to),
    value: `${sumSimple(counts.slice(from, to + 1)).toLocaleString("en")} ${what}`,
    expected: usually(
      sumSimple(usual.slice(from, to + 1)),
      to - from + 1,
      "the other months",
    ),
    meaning,
  });
  const noun = rule === "claims_by_month" ? "Claims" : "Spells";
  return [
    ...runs(counts.length, isLow).filter(isGap).map(([from, to]) =>
      finding(
        from,
        to,
        `${noun} of these months are missing from the extract, or stand under another ` +
          "reason or month. Ask for them, or cut the window: extract build --from and --to.",
      )
    ),
    ...runs(counts.length, isHeap).map(([from, to]) =>
      finding(
        from,
        to,
        rule === "claims_by_month"
          ? "Claims were entered in bulk, their month is when they were entered, or a large " +
            "employer closed. Ask which; a rate of the month is not one of other months."
          : "Members were entered in bulk or taken over from another system: their service " +
            "before is not seen. Ask which.",
      )
    ),
  ];
}

/** What would be usual in some months: of several it is their sum. */
function usually(count: number, months: number, others: string): string {
  const about = `about ${Math.round(count).toLocaleString("en")}`;
  return months === 1
    ? `${about}, as in ${others}`
    : `${about} in these ${months} months together, by the rate of ${others}`;
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

/** Months in words: one, or from the first to the last. */
function months(firstMonth: number, from: number, to: number): string {
  const text = (index: number) => formatMonth(firstMonth + index);
  return from === to ? text(from) : `${text(from)} to ${text(to)}`;
}
