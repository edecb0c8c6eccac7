import { sumSimple } from "simple-statistics";

/** Months of a block whose leavers are one count. */
const BLOCK = 3;

/** Leavers of the last months beside those of the months before, in blocks of as many. */
export interface LeaversBefore {
  /** Leavers that the rate of all blocks before would give. */
  readonly usual: number;
  /**
   * How far the leavers found lie above them, in standard deviations that the blocks
   * themselves show (quasi-Poisson, at least Poisson's); NaN where there are too few blocks.
   */
  readonly deviations: number;
}

/** Blocks from which their spread is told: with six, of Student's t five degrees are left. */
const FEWEST_BLOCKS = 6;

/**
 * Compares the leavers of the last three months with the blocks of three months before:
 * their spread is that of the rate itself, by season and trend, and of chance. Above five
 * deviations lies one honest extract in 500 with six blocks, in 5,000 with twelve.
 *
 * @see McCullagh and Nelder (1989), Generalized Linear Models, section 4.5: Pearson's
 * statistic by its degrees of freedom estimates the dispersion.
 */
export function leaversBefore(
  leavers: ArrayLike<number>,
  active: readonly number[],
  from: number,
): LeaversBefore {
  const sum = (counts: ArrayLike<number>, first: number) =>
    sumSimple(Array.from({ length: BLOCK }, (_, i) => counts[first + i]!));
  const blocks = Array.from({ length: Math.floor(from / BLOCK) }, (_, i) => {
    const first = from - BLOCK * (i + 1);
    return { left: sum(leavers, first), exposed: sum(active, first) };
  });
  const [found, exposed] = [sum(leavers, from), sum(active, from)];
  const left = sumSimple([0, ...blocks.map((block) => block.left)]);
  const before = sumSimple([0, ...blocks.map((block) => block.exposed)]);
  if (before === 0 || left === 0) return { usual: 0, deviations: NaN };
  const usual = (left / before) * exposed;
  if (blocks.length < FEWEST_BLOCKS) return { usual, deviations: NaN };
  const pearson = sumSimple(blocks.map((block) => {
    const expected = (left / before) * block.exposed;
    return expected === 0 ? 0 : (block.left - expected) ** 2 / expected;
  }));
  const dispersion = Math.max(1, pearson / (blocks.length - 1));
  const variance = dispersion * usual * (1 + exposed / before);
  return { usual, deviations: (found - usual) / Math.sqrt(variance) };
}

/** The most that the same months of a year before would give. */
export function yearsBefore(
  counts: ArrayLike<number>,
  active: readonly number[],
  from: number,
  to: number,
): number {
  let most = 0;
  const exposed = sumSimple(active.slice(from, to + 1));
  for (let first = from - 12; first >= 0; first -= 12) {
    const length = to - from + 1;
    const then = sumSimple(Array.from({ length }, (_, i) => counts[first + i]!));
    const members = sumSimple(active.slice(first, first + length));
    most = Math.max(most, (then / Math.max(1, members)) * exposed);
  }
  return most;
}

/** Counts of some months beside those that the two years before would give. */
export function compared(
  active: readonly number[],
  countOf: (month: number) => number,
  from: number,
  to: number,
): { found: number; usual: number } {
  const range = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const sum = (months: readonly number[], of: (month: number) => number) =>
    sumSimple(months.map(of));
  const before = range(Math.max(0, from - 24), from - 1);
  const exposed = (month: number) => active[month]!;
  const rate = sum(before, countOf) / Math.max(1, sum(before, exposed));
  const months = range(from, to);
  return { found: sum(months, countOf), usual: rate * sum(months, exposed) };
}
