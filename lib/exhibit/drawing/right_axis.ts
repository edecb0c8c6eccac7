import type { Figure } from "../figure.ts";
import { type Axis, chooseAxis } from "./axis.ts";
import { spanOf } from "./bands.ts";

/** The axis of the series that are measured on the right, if there are any. */
export function rightAxis(figure: Figure): Axis | undefined {
  const { values } = spanOf(figure, true);
  if (values.length === 0) return undefined;
  return chooseAxis(values, { isFromZero: false, headroom: 0.08, hasTickBelow: true });
}

/** The unit and decimals of a series, from the axis on which it is measured. */
export function measureOf(
  figure: Figure,
  series: Figure["series"][number],
): { readonly unit: string; readonly decimals: number } {
  const { right } = figure;
  return series.isOnRight && right !== undefined
    ? { unit: right.unit, decimals: right.decimals }
    : { unit: figure.yUnit, decimals: figure.decimals };
}
