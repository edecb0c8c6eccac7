import { checkArgument, checkNumbers, columnsByName, didYouMean } from "@jkp/problem";
import { sortTimes } from "./sorted_times.ts";

/**
 * Durations that may be cut short, a column each; rows share an index. A column is an array,
 * a typed array, or a polars or Danfo.js series.
 */
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
 * Events come before censorings at the same time, and a spell that enters at a time is at
 * risk only after it, as in R's survival package.
 * @throws {RangeError} If columns differ in length, or a value cannot be used; names the
 * row, from 0.
 */
export function countEvents(observations: Observations): EventCounts {
  checkObservations(observations);
  return countsInBuckets(observations) ?? countsBySorting(observations);
}

/** Columns of {@link Observations}. */
export const OBSERVATION_COLUMNS = [
  "durations",
  "eventObserved",
  "entry",
  "weights",
] as const satisfies readonly (keyof Observations)[];

/**
 * The columns of a study, each read at once.
 *
 * @param doing What they are wanted for.
 * @param observations What was got.
 * @param known Columns that there are; the first two are wanted.
 * @throws {RangeError} If it is no record of columns, or a name is nearly one of ours; others
 * are nobody's mistake.
 */
export function studiedColumns<Columns extends object>(
  doing: string,
  observations: Columns,
  known: readonly (keyof Columns & string)[],
  required: readonly string[] = known.slice(0, 2),
): Columns {
  const wanted = `columns as { ${required.join(", ")} }`;
  checkArgument(doing, wanted, observations, required);
  for (const name of Object.keys(observations)) {
    const meant = didYouMean(name, known.filter((column) => !(column in observations)));
    if (meant === "") continue;
    throw new RangeError(
      `Cannot ${doing}: columns of ${known.join(", ")} are wanted, got ${name}${meant}`,
    );
  }
  return columnsByName(observations, known);
}

/** Refuses a column that is no list of numbers. */
export function checkNumberColumns(
  doing: string,
  { durations, entry, weights }: Omit<Observations, "eventObserved">,
): void {
  checkNumbers(doing, "durations", durations);
  if (entry !== undefined) checkNumbers(doing, "entry", entry);
  if (weights !== undefined) checkNumbers(doing, "weights", weights);
}

/** Refuses columns of unlike lengths, or with too few rows; says which has how many. */
export function checkLengths(
  doing: string,
  wanted: string,
  columns: Readonly<Record<string, ArrayLike<unknown> | undefined>>,
  fewest = 0,
): void {
  const lengths = Object.entries(columns).flatMap(([name, column]) =>
    column === undefined ? [] : [{ name, length: column.length }]
  );
  const isEven = lengths.every(({ length }) => length === lengths[0]!.length);
  if (isEven && lengths[0]!.length >= fewest) return;
  throw new RangeError(
    `Cannot ${doing}: ${wanted} are wanted, got ` +
      lengths.map(({ name, length }) => `${length} of ${name}`).join(", "),
  );
}

/** Refuses columns of other lengths or kinds, and rows that no spell has. */
export function checkObservations(observations: Observations): void {
  const doing = "estimate survival";
  const { durations, eventObserved, entry, weights } = observations;
  checkNumberColumns(doing, observations);
  const rows = durations.length;
  checkLengths(
    doing,
    "columns of one length, at least 1,",
    { durations, eventObserved, entry, weights },
    1,
  );
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
    const event = eventObserved[i]!;
    if (event !== 0 && event !== 1 && event !== true && event !== false) {
      throw new RangeError(
        "Cannot estimate survival: 0, 1, false or true is wanted for whether the end was " +
          `seen, got ${event} in row ${i}`,
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
  const [events, censored, entered] = [
    new Float64Array(latest + 1),
    new Float64Array(latest + 1),
    new Float64Array(latest + 1),
  ];
  const [rowsEnded, rowsEntered] = [
    new Uint32Array(latest + 1),
    new Uint32Array(latest + 1),
  ];
  for (let i = 0; i < durations.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    const duration = durations[i]!;
    if (eventObserved[i]) events[duration]! += weight;
    else censored[duration]! += weight;
    rowsEnded[duration]!++;
    if (entry !== undefined) {
      entered[entry[i]!]! += weight;
      rowsEntered[entry[i]!]!++;
    }
  }
  const size = rowsEnded.reduce((times, rows) => rows > 0 ? times + 1 : times, 0);
  const counts = emptyCounts(size);
  const risk = new RiskSet();
  let i = size;
  for (let now = latest; now >= 0; now--) {
    risk.beforeEntry(entered[now]!, rowsEntered[now]!);
    if (rowsEnded[now]! === 0) continue;
    risk.beforeEnd(events[now]! + censored[now]!, rowsEnded[now]!);
    counts.time[--i] = now;
    counts.atRisk[i] = risk.weight;
    counts.events[i] = events[now]!;
    counts.censored[i] = censored[now]!;
  }
  return counts;
}

/** Counts of any times, by sorting them. */
function countsBySorting(observations: Observations): EventCounts {
  const { durations, eventObserved, entry, weights } = observations;
  const ends = sortTimes(durations);
  const entries = entry === undefined ? undefined : sortTimes(entry);
  const weightOf = (row: number) => weights === undefined ? 1 : weights[row]!;

  let size = 0;
  for (let at = 0; at < ends.times.length; at++) {
    if (ends.times[at] !== ends.times[at - 1]) size++;
  }
  const counts = emptyCounts(size);
  const risk = new RiskSet();
  let nextEntry = durations.length - 1;
  let at = durations.length - 1;
  for (let i = size - 1; i >= 0; i--) {
    const now = ends.times[at]!;
    while (entries !== undefined && entries.times[nextEntry]! >= now) {
      risk.beforeEntry(weightOf(entries.rows[nextEntry--]!), 1);
    }
    const lastAt = at;
    let [ended, lost] = [0, 0];
    for (; at >= 0 && ends.times[at] === now; at--) {
      const row = ends.rows[at]!;
      if (eventObserved[row]) ended += weightOf(row);
      else lost += weightOf(row);
    }
    risk.beforeEnd(ended + lost, lastAt - at);
    counts.time[i] = now;
    counts.atRisk[i] = risk.weight;
    counts.events[i] = ended;
    counts.censored[i] = lost;
  }
  return counts;
}

/**
 * Who is under observation, going back in time from the last end.
 *
 * Fractional weights leave rounding behind when they are taken away, so rows are counted
 * too: without rows the weight is exactly 0, and survival reaches 0 when all have ended.
 */
class RiskSet {
  weight = 0;
  #rows = 0;

  /** Takes out rows that enter at the present time: they are at risk only after it. */
  beforeEntry(weight: number, rows: number): void {
    this.#rows -= rows;
    this.weight = this.#rows === 0 ? 0 : this.weight - weight;
  }

  /** Takes in rows that end at the present time: they are at risk up to it. */
  beforeEnd(weight: number, rows: number): void {
    this.#rows += rows;
    this.weight += weight;
  }
}

function emptyCounts(size: number): EventCounts {
  return {
    time: new Float64Array(size),
    atRisk: new Float64Array(size),
    events: new Float64Array(size),
    censored: new Float64Array(size),
  };
}
