/** Steps between ticks at most. */
const MOST_STEPS = 6.5;

/** Share of an axis from zero that its values must take up. */
const FULL_ENOUGH = 0.6;

/** An axis: its ends and the ticks on it, as values. */
export interface Axis {
  readonly lower: number;
  readonly upper: number;
  readonly ticks: readonly number[];
  /** Decimals the ticks need. */
  readonly decimals: number;
}

/**
 * Chooses an axis of three to seven round ticks: multiples of 1, 2, 2.5 or 5 times a
 * power of ten.
 *
 * It begins at zero unless that would leave two fifths of it empty; `isFromZero` forces
 * that, as columns need. `headroom` is the share of the axis kept free beyond the values, for
 * labels. `hasTickBelow` puts the lowest tick under all values, so that each can be read.
 * Values that are not finite are left out.
 */
export function chooseAxis(
  values: readonly number[],
  options: {
    readonly isFromZero: boolean;
    readonly headroom: number;
    readonly hasTickBelow?: boolean;
  },
): Axis {
  const { isFromZero, headroom, hasTickBelow = false } = options;
  const finite = values.filter(Number.isFinite);
  let [low, high] = finite.length === 0
    ? [0, 1]
    : [Math.min(...finite), Math.max(...finite)];
  const isClose = high - low < FULL_ENOUGH * Math.max(Math.abs(low), Math.abs(high));
  const hasZero = isFromZero || !isClose || low === high;
  if (hasZero) [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (low === high) high = low + 1;
  const lowest = low;
  const extra = (high - low) * headroom;
  if (low < 0 || !hasZero) low -= extra;
  if (high > 0 || !hasZero) high += extra;

  let step = roundStep((high - low) / MOST_STEPS);
  if (hasTickBelow) {
    const tickBelow = () => Math.min(low, step * Math.floor(lowest / step + 1e-9));
    while ((high - tickBelow()) / step > MOST_STEPS + 1e-9) step = roundStep(1.01 * step);
    low = tickBelow();
  }
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const ticks = Array.from(
    { length: last - first + 1 },
    (_, index) => Number(((first + index) * step).toPrecision(12)),
  );
  return { lower: low, upper: high, ticks, decimals: decimalsOf(step) };
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below a size. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 2.5, 5].find((factor) => factor * power >= size);
  return (factor ?? 10) * power;
}

/** Decimals that write a round step exactly. */
function decimalsOf(step: number): number {
  let decimals = 0;
  while (decimals < 12 && Math.abs(step - Number(step.toFixed(decimals))) > step / 1e6) {
    decimals++;
  }
  return decimals;
}
