/**
 * Round values for an axis that holds two ends.
 *
 * @param low The lowest value shown.
 * @param high The highest.
 * @param most How many at most.
 */
export function niceTicks(low: number, high: number, most: number): number[] {
  const width = high > low ? high - low : Math.abs(high) || 1;
  const rough = width / (most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power)
    .find((each) => Math.ceil(high / each) - Math.floor(low / each) < most) ??
    10 * power;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from(
    { length: Math.max(last - first, 1) + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  );
}

/** Decimals that tell ticks apart. */
export function decimalsOf(ticks: readonly number[]): number {
  return Math.max(
    ...ticks.map((tick) => String(tick).split(".")[1]?.length ?? 0),
  );
}

/** Pixels of a sign in the type of a chart's labels, if its widest typeface is there. */
const SIGN = 8.4;

/** Pixels that the longest of some labels takes, in whatever typeface a reader has. */
export function roomFor(labels: readonly string[]): number {
  // A decimal mark is narrow.
  return Math.ceil(
    Math.max(0, ...labels.map((label) => SIGN * label.replace(/[.,]/, "").length)),
  );
}

/**
 * Places of labels that keep a distance, each as near to where it belongs as can be.
 *
 * @param wanted Where each belongs.
 * @param gap The least distance.
 * @param low Where the first may stand, and `high` the last.
 * @returns Places in the order of what was wanted.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = wanted.slice();
  let least = low;
  for (const i of order) {
    places[i] = Math.max(places[i]!, least);
    least = places[i]! + gap;
  }
  let most = high;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i]!, most);
    most = places[i]! - gap;
  }
  return places;
}
