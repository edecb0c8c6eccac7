/** Durations that may be cut short, a column each; rows share an index. */
export interface Observations {
  /** Time at which each spell ended or was lost from sight. */
  readonly durations: ArrayLike<number>;
  /** 1 or `true` where the end was seen, 0 or `false` where the spell was censored. */
  readonly eventObserved: ArrayLike<number | boolean>;
  /** Time from which each spell was under observation (left truncation); 0 by default. */
  readonly entry?: ArrayLike<number>;
  /** How many spells each row stands for; 1 by default. */
  readonly weights?: ArrayLike<number>;
}

/** What happened at each distinct time, in weighted numbers of spells. */
export interface EventCounts {
  /** Distinct times at which spells ended or were censored, increasing. */
  readonly time: Float64Array;
  /** Spells under observation just before the time: entered earlier, not yet gone. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
}

/** Whole-number times up to this are counted into buckets instead of being sorted. */
const MOST_BUCKETS = 1 << 16;

/**
 * Counts spells at risk, events and censorings at each distinct time.
 *
 * Events come before censorings at the same time, and a spell that enters at a time is
 * at risk only after it, as in R's survival package.
 *
 * @param observations The spells.
 * @returns Counts by distinct time.
 * @throws {RangeError} If columns differ in length, or a value cannot be used; names the
 * row, from 0.
 *
 * @example Two events and a censoring
 * ```ts
 * import { countEvents } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = countEvents({ durations: [2, 5, 5], eventObserved: [1, 1, 0] });
 * assertEquals([...counts.time], [2, 5]);
 * assertEquals([...counts.atRisk], [3, 2]);
 * assertEquals([...counts.censored], [0, 1]);
 * ```
 */
export function countEvents(observations: Observations): EventCounts {
  checkObservations(observations);
  return countsInBuckets(observations) ?? countsBySorting(observations);
}

function checkObservations(observations: Observations): void {
  const { durations, eventObserved, entry, weights } = observations;
  const rows = durations.length;
  const lengths = [eventObserved, entry, weights].map((column) => column?.length ?? rows);
  if (rows === 0 || lengths.some((length) => length !== rows)) {
    throw new RangeError(
      "Cannot estimate survival: columns of one length, at least 1, are wanted, got " +
        `${rows}, ${lengths.join(", ")}`,
    );
  }
  for (let i = 0; i < rows; i++) {
    const duration = durations[i]!;
    const from = entry === undefined ? 0 : entry[i]!;
    const isUsable = duration >= 0 && duration < Infinity && from >= 0 &&
      (entry === undefined || from < duration) &&
      (weights === undefined || (weights[i]! > 0 && weights[i]! < Infinity));
    if (!isUsable) {
      throw new RangeError(
        "Cannot estimate survival: a duration of 0 or more, after its entry, with a " +
          `positive weight is wanted, got ${duration} from ${from} with ` +
          `${weights?.[i] ?? 1} in row ${i}`,
      );
    }
  }
}

/** Counts of whole-number times, in one pass; `undefined` if the times are not so. */
function countsInBuckets(observations: Observations): EventCounts | undefined {
  const { durations, eventObserved, entry, weights } = observations;
  let latest = 0;
  for (let i = 0; i < durations.length; i++) {
    const duration = durations[i]!;
    if (duration > MOST_BUCKETS || duration !== (duration | 0)) return undefined;
    if (duration > latest) latest = duration;
    if (entry !== undefined && entry[i]! !== (entry[i]! | 0)) return undefined;
  }
  const events = new Float64Array(latest + 1);
  const censored = new Float64Array(latest + 1);
  const entered = new Float64Array(latest + 1);
  for (let i = 0; i < durations.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (eventObserved[i]) events[durations[i]!]! += weight;
    else censored[durations[i]!]! += weight;
    if (entry !== undefined) entered[entry[i]!]! += weight;
  }
  const times: number[] = [];
  const atRisk = new Float64Array(latest + 1);
  let lasting = 0;
  for (let time = latest; time >= 0; time--) {
    // Who enters at this time is at risk only after it.
    lasting += events[time]! + censored[time]! - entered[time]!;
    atRisk[time] = lasting;
    if (events[time]! + censored[time]! > 0) times.push(time);
  }
  times.reverse();
  const pick = (values: Float64Array) =>
    Float64Array.from(times, (time) => values[time]!);
  return {
    time: Float64Array.from(times),
    atRisk: pick(atRisk),
    events: pick(events),
    censored: pick(censored),
  };
}

/** Counts of any times, by sorting row numbers. */
function countsBySorting(observations: Observations): EventCounts {
  const { durations, eventObserved, entry, weights } = observations;
  if (entry === undefined && weights === undefined) {
    return countsOfPlainTimes(observations);
  }
  const byEnd = sortedRows(durations);
  const byEntry = entry === undefined ? undefined : sortedRows(entry);
  const weightOf = (row: number) => weights === undefined ? 1 : weights[row]!;

  const time: number[] = [];
  const [atRisk, events, censored]: [number[], number[], number[]] = [[], [], []];
  let underObservation = 0;
  if (byEntry === undefined) {
    for (let row = 0; row < durations.length; row++) underObservation += weightOf(row);
  }
  let nextEntry = 0;
  for (let i = 0; i < byEnd.length;) {
    const now = durations[byEnd[i]!]!;
    while (
      byEntry !== undefined && nextEntry < byEntry.length &&
      entry![byEntry[nextEntry]!]! < now
    ) {
      underObservation += weightOf(byEntry[nextEntry++]!);
    }
    let [ended, lost] = [0, 0];
    for (; i < byEnd.length && durations[byEnd[i]!] === now; i++) {
      if (eventObserved[byEnd[i]!]) ended += weightOf(byEnd[i]!);
      else lost += weightOf(byEnd[i]!);
    }
    time.push(now);
    atRisk.push(underObservation);
    events.push(ended);
    censored.push(lost);
    underObservation -= ended + lost;
  }
  return {
    time: Float64Array.from(time),
    atRisk: Float64Array.from(atRisk),
    events: Float64Array.from(events),
    censored: Float64Array.from(censored),
  };
}

/** Counts where every row weighs 1 and is seen from the start: two plain sorts. */
function countsOfPlainTimes({ durations, eventObserved }: Observations): EventCounts {
  const rows = durations.length;
  const ends = new Float64Array(rows);
  const losses = new Float64Array(rows);
  let [endCount, lossCount] = [0, 0];
  for (let i = 0; i < rows; i++) {
    if (eventObserved[i]) ends[endCount++] = durations[i]!;
    else losses[lossCount++] = durations[i]!;
  }
  const sortedEnds = ends.subarray(0, endCount).sort();
  const sortedLosses = losses.subarray(0, lossCount).sort();

  const time = new Float64Array(rows);
  const atRisk = new Float64Array(rows);
  const events = new Float64Array(rows);
  const censored = new Float64Array(rows);
  let [e, l, size] = [0, 0, 0];
  while (e < endCount || l < lossCount) {
    const nextEnd = e < endCount ? sortedEnds[e]! : Infinity;
    const nextLoss = l < lossCount ? sortedLosses[l]! : Infinity;
    const now = nextEnd < nextLoss ? nextEnd : nextLoss;
    time[size] = now;
    atRisk[size] = rows - e - l;
    const [endsBefore, lossesBefore] = [e, l];
    while (e < endCount && sortedEnds[e] === now) e++;
    while (l < lossCount && sortedLosses[l] === now) l++;
    events[size] = e - endsBefore;
    censored[size++] = l - lossesBefore;
  }
  return {
    time: time.slice(0, size),
    atRisk: atRisk.slice(0, size),
    events: events.slice(0, size),
    censored: censored.slice(0, size),
  };
}

/** Row numbers by increasing value. */
function sortedRows(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, row) => row)
    .sort((a, b) => values[a]! - values[b]!);
}
