import { findRoot } from "@jkp/numeric";

/** How long jobs last: a shape of the hazard by tenure, and scales by mean length. */
export interface JobLength {
  /** Relative hazard in each year of tenure; the last holds for all later ones. */
  readonly shape: readonly number[];
  /** Logarithm of the mean length at each of the scales. */
  readonly logMeans: Float64Array;
  /** Logarithm of the hazard scale, falling. */
  readonly logScales: Float64Array;
}

/** Places of the table from mean length to hazard scale. */
const PLACES = 400;

/** Prepares a hazard shape for draws of jobs of any mean length from 1.05 months on. */
export function jobLength(shape: readonly number[]): JobLength {
  if (shape.length === 0 || !shape.every((each) => each > 0 && each < Infinity)) {
    throw new RangeError(
      "Cannot draw jobs: a positive relative hazard of each year of tenure is wanted, " +
        `got ${shape.length === 0 ? "none" : shape.join(", ")}`,
    );
  }
  const [from, to] = [Math.log(4 / Math.min(...shape)), Math.log(1e-6)];
  const logScales = Float64Array.from(
    { length: PLACES },
    (_, i) => from + (to - from) * i / (PLACES - 1),
  );
  const logMeans = logScales.map((each) => Math.log(meanMonths(shape, Math.exp(each))));
  return { shape, logMeans, logScales };
}

/** Mean months of a job, the month in which it ends included: Σ exp(−scale · C(j)). */
export function meanMonths(shape: readonly number[], scale: number): number {
  let mean = 0;
  let staying = 1;
  for (let year = 0; year < shape.length - 1; year++) {
    const monthly = Math.exp(-scale * shape[year]!);
    for (let month = 0; month < 12; month++) {
      mean += staying;
      staying *= monthly;
    }
  }
  return mean + staying / -Math.expm1(-scale * shape.at(-1)!);
}

/** The hazard scale with which jobs have a mean length. */
export function hazardScale(jobs: JobLength, mean: number): number {
  // A hazard without shape has it in closed form.
  if (jobs.shape.length === 1) return -Math.log1p(-1 / mean) / jobs.shape[0]!;
  const { logMeans, logScales } = jobs;
  const logMean = Math.log(mean);
  let [low, high] = [0, PLACES - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (logMeans[middle]! <= logMean) low = middle;
    else high = middle;
  }
  const share = (logMean - logMeans[low]!) / (logMeans[high]! - logMeans[low]!);
  return Math.exp(logScales[low]! + (logScales[high]! - logScales[low]!) * share);
}

/** The hazard scale, to the last digit, for a mean length that all jobs share. */
export function exactHazardScale(shape: readonly number[], mean: number): number {
  return findRoot((scale) => meanMonths(shape, scale) - mean, {
    lower: 1e-6,
    upper: 4 / Math.min(...shape),
    purpose: "the hazard of a job's end",
  }).root;
}

/** Whole months that a job seen under way has lasted before the month it is seen in. */
export function monthsBefore(
  { shape }: JobLength,
  scale: number,
  mean: number,
  fraction: number,
): number {
  let left = fraction * mean;
  let staying = 1;
  let months = 0;
  for (let year = 0; year < shape.length - 1; year++) {
    const monthly = Math.exp(-scale * shape[year]!);
    for (let month = 0; month < 12; month++) {
      if (left <= staying) return months;
      left -= staying;
      staying *= monthly;
      months++;
    }
  }
  // From here on lengths are geometric: the sum of k months is known.
  const monthly = -scale * shape.at(-1)!;
  const unseen = 1 + left * Math.expm1(monthly) / staying;
  const further = Math.ceil(Math.log(Math.max(unseen, 1e-15)) / monthly) - 1;
  return months + Math.min(720, Math.max(0, further));
}
