import type { Figure } from "../figure.ts";
import { type Axis, chooseAxis } from "./axis.ts";

/**
 * Chooses the right axis of a figure.
 *
 * @param figure The figure.
 * @returns The axis of the series that are measured on the right; nothing without them.
 */
export function rightAxis(figure: Figure): Axis | undefined {
  const values = figure.series.filter(({ isOnRight }) => isOnRight).flatMap(({ y }) => y);
  if (values.length === 0) return undefined;
  const axis = chooseAxis(values, { isFromZero: false, headroom: 0.08 });
  if (axis.lower <= 0) return axis;
  return { ...axis, lower: axis.lower - 0.05 * (axis.upper - axis.lower) };
}

/**
 * The unit and decimals of a series, by the axis it is measured on.
 *
 * @param figure The figure.
 * @param series One of its series.
 * @returns Unit in words, and decimals of its values.
 */
export function measureOf(
  figure: Figure,
  series: Figure["series"][number],
): { readonly unit: string; readonly decimals: number } {
  const { right } = figure;
  return series.isOnRight && right !== undefined
    ? { unit: right.unit, decimals: right.decimals }
    : { unit: figure.yUnit, decimals: figure.decimals };
}
