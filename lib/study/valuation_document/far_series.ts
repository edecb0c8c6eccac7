import { formatNumber, type Series } from "@jkp/exhibit";

/** A series that is always above so many times what it is held against stands in a note. */
const FAR_ABOVE = 3;

/** Series of which those that share an axis are drawn, and in words those that are not. */
interface ReadableSeries {
  readonly series: readonly Series[];
  readonly notes: readonly string[];
}

/**
 * Leaves to the table the series that would press all others to the axis: those always above
 * three times a level or, without one, above three times the highest of the others. A note
 * says from where to where each goes.
 */
export function withoutFarSeries(
  series: readonly Series[],
  level?: number,
): ReadableSeries {
  const ends = series.map(({ y }) => {
    const values = y.map(Number).filter(Number.isFinite);
    return { lowest: Math.min(...values), highest: Math.max(...values) };
  });
  const isFar = series.map((_, i) => {
    const others = ends.filter((each, j) => i !== j && each.highest < ends[i]!.lowest);
    const held = level ?? Math.max(...others.map(({ highest }) => highest));
    return held > 0 && ends[i]!.lowest > FAR_ABOVE * held;
  });
  // Without a level what is left has to be the most, or the figure is of the far ones.
  const near = isFar.filter((each) => !each).length;
  const least = level === undefined ? series.length / 2 : 1;
  if (near < least) return { series, notes: [] };
  return {
    series: series.map((each, i) => isFar[i] ? { ...each, isInTableOnly: true } : each),
    notes: series.flatMap(({ name }, i) =>
      isFar[i]
        ? [
          `${name}, above the figure: ${formatNumber(ends[i]!.lowest, 2)} to ` +
          `${formatNumber(ends[i]!.highest, 2)}.`,
        ]
        : []
    ),
  };
}
